"""Lists of addresses as mail programs copy them: Anna Ek <anna.ek@norrmyra.example>; Berg, Bo <…>."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.utils import parseaddr

from trygghetsrad.domain.contacts import clean_email, is_email
from trygghetsrad.exchange.tables import Row

_HEADING = re.compile(r"(?im)^\s*(?:till|kopia|hemlig kopia|från|to|cc|bcc|from)\s*:\s*")
# Semicolons and line ends part the entries, but not inside "Ek; Anna".
_ENTRY = re.compile(r"(?:\"[^\"\r\n]*\"|[^;\r\n])+")
_AFTER_BRACKET = re.compile(r"(?<=>)\s*,\s*")
_BETWEEN_BARE = re.compile(r"[,\s]+")
_BRACKETED = re.compile(r"(?i)(?P<name>[^<>]*)<\s*(?:mailto:)?(?P<address>[^<>]*)>[\s,]*")
_COMMENTED = re.compile(r"[^\s()<>]+@[^\s()<>]+\s*\([^()]*\)")


_MOST = 0.75


@dataclass(frozen=True, slots=True)
class Address:
    """A name, as written and perhaps empty, and its address."""

    name: str
    email: str


def is_address_list(text: str) -> bool:
    """Tell whether the text is addresses with or without names, but for a few that went wrong."""
    chunks = [] if "\t" in text else _chunks(text)
    found = [entry.email for chunk in chunks if (entry := split_address(chunk)).email]
    return len(found) >= len(chunks) * _MOST and any(is_email(email) for email in found)


def read_addresses(text: str) -> tuple[Row, ...]:
    """Return one row of name and address for each entry."""
    found = [split_address(chunk) for chunk in _chunks(text)]
    return tuple(Row(number=n, cells=(entry.name, entry.email)) for n, entry in enumerate(found, start=1))


def split_address(text: str) -> Address:
    """Return name and address of one entry; a text without an address is all name."""
    bracketed = _BRACKETED.fullmatch(text.strip())
    if bracketed:
        name = bracketed["name"].strip().strip("\"'").replace('\\"', '"').strip()
        return Address(name="" if "@" in name else name, email=bracketed["address"].strip())
    if _COMMENTED.fullmatch(text.strip()):
        return Address(*parseaddr(text))
    email = clean_email(text) if len(text.split()) == 1 else ""
    return Address(name="" if email else text.strip(), email=email)


def _chunks(text: str) -> list[str]:
    chunks: list[str] = []
    for part in _ENTRY.findall(_HEADING.sub("", text)):
        for piece in _AFTER_BRACKET.split(part):
            bare = [word for word in _BETWEEN_BARE.split(piece.strip()) if word]
            several = len(bare) > 1 and all(is_email(word) for word in bare)
            chunks += bare if several else [piece.strip()]
    return [chunk for chunk in chunks if chunk.strip(" ,\t")]
