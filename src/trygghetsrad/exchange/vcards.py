"""Address cards (vCard 2.1, 3.0 and 4.0) from Outlook, Google, phones and others, one person to a card."""

from __future__ import annotations

import quopri
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from trygghetsrad.domain.contacts import ContactField, ContactProblem, ImportRefused, RefusalReason, role_of
from trygghetsrad.exchange.tables import MAX_ROWS, ROWS_IN_WORDS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Several values of one cell are written the way Google does.
MANY: Final = " ::: "
CARD_FIELDS: Final = tuple(kind for kind in ContactField if kind is not ContactField.IGNORE)
_BEGIN = re.compile(r"^\s*(?:[\w-]+\.)?BEGIN\s*:\s*VCARD\s*$", re.IGNORECASE | re.MULTILINE)
_END = re.compile(r"^\s*(?:[\w-]+\.)?END\s*:\s*VCARD\s*$", re.IGNORECASE)
_AGENT = re.compile(r"^AGENT[;:]", re.IGNORECASE)
_PICTURE = re.compile(r"^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|X-MS-CARDPICTURE)[;:]", re.IGNORECASE)
_PICTURE_GOES_ON = re.compile(r"^[ \t]|^[A-Za-z0-9+/=]*$")
_WANTED: Final = {"VERSION", "FN", "N", "ORG", "TITLE", "ROLE", "EMAIL", "TEL", "NOTE"}
_STARTS_WANTED = re.compile(rf"^(?:[\w-]+\.)?(?:{'|'.join(sorted(_WANTED))})[;:]", re.IGNORECASE)
_NOT_TO_CALL: Final = {"FAX", "PAGER", "TELEX", "MODEM", "BBS", "ISDN"}
_QUOTED = re.compile(r"^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]", re.IGNORECASE)
_HEADER = re.compile(r'((?:[^":]|"[^"]*")*):')
_PARAMETER = re.compile(r'(?:[^";]|"[^"]*")+')
_LONGEST_LINE: Final = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """One row per card, its cells in the order of CARD_FIELDS, and what could not be read."""

    rows: tuple[Row, ...]
    problems: tuple[ContactProblem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Property:
    """One line of a card: TEL;TYPE=CELL:070… has the types {CELL}."""

    name: str
    types: frozenset[str]
    value: str


@dataclass(slots=True, kw_only=True)
class _Card:
    """What has been gathered from one card so far."""

    lines: list[str] = field(default_factory=list)
    ended: bool = False


def holds_cards(text: str) -> bool:
    return bool(_BEGIN.search(text))


def read_cards(text: str) -> Cards:
    """Return every card that can be read; a broken one is reported and the rest survive.

    Raises ImportRefused TOO_MANY_ROWS.
    """
    rows: list[Row] = []
    problems: list[ContactProblem] = []
    for number, card in enumerate(_cards(text), start=1):
        properties, unread = _properties(card.lines)
        cells = _cells(properties)
        where = f"kort {number}"
        if any(cells):
            rows.append(Row(number=number, cells=cells))
        if not any(cells):
            problems.append(ContactProblem(where=where, text="Kortet går inte att läsa.", blocking=True))
        elif unread or not card.ended:
            problems.append(ContactProblem(where=where, text="En del av kortet gick inte att läsa."))
        if number > MAX_ROWS:
            raise ImportRefused(RefusalReason.TOO_MANY_ROWS, {"limit": ROWS_IN_WORDS})
    return Cards(rows=tuple(rows), problems=tuple(problems))


def _cards(text: str) -> Iterator[_Card]:
    """Yield the lines of each card; a card that is never closed ends where the next one begins."""
    card: _Card | None = None
    depth = 0
    for line in _without_pictures(re.split(r"\r\n|\r|\n", text)):
        if _BEGIN.match(line):
            inside = card is not None and bool(card.lines) and bool(_AGENT.match(card.lines[-1]))
            if inside:
                depth += 1
                continue
            if card is not None:
                yield card
            card, depth = _Card(), 0
        elif card is not None and _END.match(line):
            depth -= 1
            if depth < 0:
                card.ended = True
                yield card
                card = None
        elif card is not None and depth == 0:
            card.lines.append(line)
    if card is not None:
        yield card


def _without_pictures(lines: Sequence[str]) -> Iterator[str]:
    # A portrait is never wanted, and a broken one must not spoil its card.
    skipping = False
    for line in lines:
        skipping = bool(_PICTURE.match(line)) or (skipping and bool(_PICTURE_GOES_ON.match(line)))
        if not skipping:
            yield line


def _properties(lines: Sequence[str]) -> tuple[list[_Property], bool]:
    """Return the wanted lines of a card, and whether one of them could not be read."""
    wanted = [line for line in _unfolded(lines) if _STARTS_WANTED.match(line)]
    found = [_property(line) for line in wanted]
    return [line for line in found if line is not None], None in found


def _unfolded(lines: Sequence[str]) -> Iterator[str]:
    """Yield whole lines: joined at a leading space, in quoted-printable at a trailing =."""
    pieces: list[str] = []
    quoted = False
    for line in lines:
        if quoted and pieces[-1].endswith("="):
            pieces[-1] = pieces[-1][:-1]
            pieces.append(line)
        elif line.startswith((" ", "\t")) and pieces:
            pieces.append(line[1:])
        else:
            if pieces:
                yield "".join(pieces)
            pieces = [line]
            quoted = bool(_QUOTED.match(line))
    if pieces:
        yield "".join(pieces)


def _property(line: str) -> _Property | None:
    """Return the parts of a line such as item1.TEL;TYPE="cell,voice":070-174 06 05 (RFC 6350, 3.3)."""
    header = _HEADER.match(line[:_LONGEST_LINE])
    if header is None:
        return None
    name, *parameters = _PARAMETER.findall(header[1])
    value = line[header.end() :]
    named = {key.upper(): rest.strip('"') for key, equals, rest in map(_cut, parameters) if equals}
    # Version 2.1 writes TEL;CELL: where later ones write TEL;TYPE=CELL:, several times or with commas.
    loose = [word for word in parameters if "=" not in word]
    types = ",".join([*loose, *(rest for key, _, rest in map(_cut, parameters) if key.upper() == "TYPE")])
    if {"QUOTED-PRINTABLE", "Q"} & {named.get("ENCODING", "").upper(), *(word.upper() for word in loose)}:
        value = _unquoted(value, named.get("CHARSET", "utf-8"))
    return _Property(
        name=name.rpartition(".")[2].strip().upper(),
        types=frozenset(types.replace('"', "").upper().split(",")),
        value=value,
    )


def _cut(parameter: str) -> tuple[str, str, str]:
    return parameter.partition("=")


def _unquoted(value: str, charset: str) -> str:
    """Return quoted-printable text in its stated character set, or in one that fits."""
    data = quopri.decodestring(value.encode("utf-8"))
    for candidate in (charset, "utf-8", "cp1252"):
        try:
            return data.decode(candidate)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return data.decode("utf-8", errors="replace")


def _cells(properties: Sequence[_Property]) -> tuple[str, ...]:
    old = any(line.name == "VERSION" and line.value.strip() == "2.1" for line in properties)
    texts = [(line, _plain(line.value, old=old)) for line in properties]
    first = {line.name: text for line, text in reversed(texts) if text}
    parts = {line.name: _parts(line.value, old=old) for line in reversed(properties)}
    family, given, additional, *_ = [*parts.get("N", []), "", "", ""]
    given = " ".join(f"{given} {additional}".replace(",", " ").split())
    full = "" if given and family else first.get("FN", "")
    organisation, department, *_ = [*parts.get("ORG", []), "", ""]
    title, role = first.get("TITLE", ""), first.get("ROLE", "")
    if role_of(role) is None:
        title, role = title or role, ""
    cells = {
        ContactField.GIVEN_NAME: "" if full else given,
        ContactField.FAMILY_NAME: "" if full else family,
        ContactField.FULL_NAME: full,
        ContactField.TITLE: title,
        ContactField.ORGANISATION: organisation,
        ContactField.DEPARTMENT: department,
        ContactField.ROLE: role,
        ContactField.EMAIL: MANY.join(_emails(properties)),
        ContactField.PHONE: MANY.join(_phones(properties, mobile=False)),
        ContactField.MOBILE: MANY.join(_phones(properties, mobile=True)),
        ContactField.NOTES: first.get("NOTE", ""),
    }
    return tuple(cells[kind].strip() for kind in CARD_FIELDS)


def _emails(properties: Sequence[_Property]) -> list[str]:
    mails = [line for line in properties if line.name == "EMAIL" and line.value.strip()]
    return [line.value.strip() for line in sorted(mails, key=lambda line: "PREF" not in line.types)]


def _phones(properties: Sequence[_Property], *, mobile: bool) -> list[str]:
    """Return the numbers to call, the one at work before the one at home."""
    lines = [line for line in properties if line.name == "TEL" and not line.types & _NOT_TO_CALL]
    chosen = [line for line in lines if ("CELL" in line.types) is mobile]
    by_use = sorted(chosen, key=lambda line: ("WORK" not in line.types, "HOME" in line.types))
    numbers = [re.sub(r"(?i)^tel:", "", line.value.strip()).replace(";ext=", " ankn ") for line in by_use]
    return [number for number in numbers if number]


_ESCAPES = {"n": "\n", "N": "\n"}


def _plain(value: str, *, old: bool) -> str:
    """Return a value without its escapes; version 2.1 knows none but the semicolon's."""
    if old:
        return value.replace("\\;", ";").replace("\\,", ",")
    return re.sub(r"\\(.)", lambda found: _ESCAPES.get(found[1], found[1]), value, flags=re.DOTALL)


def _parts(value: str, *, old: bool) -> list[str]:
    # Every escaped sign is taken whole, so that only a bare semicolon parts.
    pieces = re.sub(r"(\\.)|;", lambda found: found[1] or "\x00", value, flags=re.DOTALL).split("\x00")
    return [_plain(piece, old=old).strip() for piece in pieces]
