"""Persons on their way in from another program: names, addresses and what is wrong with them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from typing_extensions import override

from trygghetsrad.domain.errors import CouncilError
from trygghetsrad.domain.people import SeatRole

if TYPE_CHECKING:
    from collections.abc import Mapping


class ContactField(StrEnum):
    """What a column of a list may hold."""

    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    FULL_NAME = "full_name"
    TITLE = "title"
    ORGANISATION = "organisation"
    DEPARTMENT = "department"
    ROLE = "role"
    EMAIL = "email"
    PHONE = "phone"
    MOBILE = "mobile"
    NOTES = "notes"
    IGNORE = "ignore"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    ContactField.GIVEN_NAME: "Förnamn",
    ContactField.FAMILY_NAME: "Efternamn",
    ContactField.FULL_NAME: "Namn",
    ContactField.TITLE: "Titel",
    ContactField.ORGANISATION: "Organisation",
    ContactField.DEPARTMENT: "Förvaltning eller avdelning",
    ContactField.ROLE: "Roll i rådet",
    ContactField.EMAIL: "E-post",
    ContactField.PHONE: "Telefon",
    ContactField.MOBILE: "Mobil",
    ContactField.NOTES: "Anteckningar",
    ContactField.IGNORE: "Läs inte in",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One person as another program describes them; `where` says which row or card it stood on."""

    given_name: str = ""
    family_name: str = ""
    title: str = ""
    organisation: str = ""
    department: str = ""
    role_text: str = ""
    party: str = ""
    email: str = ""
    phone: str = ""
    mobile: str = ""
    notes: str = ""
    where: str = ""

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def role(self) -> SeatRole | None:
        return role_of(self.role_text)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactProblem:
    """Something about one row that the coordinator should know; a blocking one kept the row out."""

    where: str
    field: ContactField | None = None
    text: str
    blocking: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReading:
    """The persons found in a list and what could not be read."""

    contacts: tuple[Contact, ...]
    problems: tuple[ContactProblem, ...]


class RefusalReason(StrEnum):
    """Why a whole list could not be read."""

    EMPTY = "empty"
    TOO_BIG = "too_big"
    TOO_MANY_ROWS = "too_many_rows"
    NOT_A_TABLE = "not_a_table"
    OLD_EXCEL = "old_excel"
    OTHER_FORMAT = "other_format"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    NO_SUCH_SHEET = "no_such_sheet"
    NO_SHEETS = "no_sheets"
    UNREADABLE = "unreadable"
    TIMED_OUT = "timed_out"


@dataclass(eq=False)
class ImportRefused(CouncilError):
    """A list that was not read at all; `facts` may hold name, what, limit, sheet and sheets."""

    reason: RefusalReason
    facts: Mapping[str, str] = field(default_factory=dict)

    @override
    def sentence(self) -> str:
        return refusal_text(self)


# The braces are filled from the facts; {it} is the file with its name, or the pasted text.
_REFUSALS = {
    RefusalReason.EMPTY: (
        "{it} innehåller inga personer.",
        "Kontrollera att det är rätt lista och försök igen.",
    ),
    RefusalReason.TOO_BIG: (
        "{it} är för stor att läsa säkert (gränsen är {limit}).",
        "Ta bort bilder och blad som inte behövs, eller spara listan som CSV.",
    ),
    RefusalReason.TOO_MANY_ROWS: (
        "{it} har fler än {limit} rader.",
        "Dela upp listan och läs in en del i taget.",
    ),
    RefusalReason.NOT_A_TABLE: (
        "{it} innehåller ingen lista med personer.",
        "Välj en lista med rubriker som Namn och E-post, sparad som Excel (.xlsx), CSV eller vCard (.vcf).",
    ),
    RefusalReason.OLD_EXCEL: (
        "{it} är en äldre Excelfil (.xls), som inte går att läsa här.",
        "Öppna den i Excel, spara den som Excel-arbetsbok (.xlsx) och läs in den nya filen.",
    ),
    RefusalReason.OTHER_FORMAT: (
        "{it} är {what}, och därifrån går det inte att läsa en lista.",
        "Spara listan som Excel (.xlsx) eller CSV, eller kopiera den och klistra in den.",
    ),
    RefusalReason.ENCRYPTED: (
        "{it} är skyddad med lösenord.",
        "Öppna filen i Excel, ta bort lösenordet, spara en kopia och läs in den.",
    ),
    RefusalReason.DAMAGED: (
        "{it} är skadad eller inte helt nedladdad.",
        "Öppna filen i sitt eget program, spara den på nytt och försök igen.",
    ),
    RefusalReason.NO_SUCH_SHEET: (
        "{it} har inget blad som heter ”{sheet}”.",
        "Välj något av bladen {sheets}.",
    ),
    RefusalReason.NO_SHEETS: (
        "{it} har inga blad, så bladet ”{sheet}” finns inte i den.",
        "Läs in den utan att ange ett blad.",
    ),
    RefusalReason.UNREADABLE: (
        "{it} går inte att läsa som text.",
        "Spara listan på nytt som CSV UTF-8 eller som Excel (.xlsx) och försök igen.",
    ),
    RefusalReason.TIMED_OUT: (
        "{it} tog för lång tid att läsa, så läsningen avbröts.",
        "Spara bara bladet med personerna i en ny fil och läs in den.",
    ),
}


def refusal_text(error: ImportRefused) -> str:
    """Return what happened, what is safe and what to do, in plain Swedish."""
    what_happened, what_to_do = _REFUSALS[error.reason]
    name = error.facts.get("name", "")
    facts = {"limit": "10 MB", "what": "en annan sorts fil", "sheet": "", "sheets": ""} | dict(error.facts)
    facts["it"] = f"Filen ”{name}”" if name else "Den inklistrade texten"
    return f"{what_happened} Inget har ändrats. {what_to_do}".format_map(facts)


_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")


def tidy(text: str) -> str:
    """Return the text in NFC on one line, without control signs and double spaces."""
    return " ".join(tidy_lines(text).split())


def tidy_lines(text: str) -> str:
    """Return the text in NFC with its line breaks kept and the rest tidied."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    lines = _CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()


_PARTICLES = {
    "af",
    "av",
    "von",
    "van",
    "der",
    "den",
    "de",
    "del",
    "della",
    "di",
    "da",
    "dos",
    "du",
    "la",
    "le",
} | {"el", "al", "ibn", "bin", "ten", "ter", "zu"}
_PARTY = re.compile(r"\s*[(\[]\s*([A-Za-zÅÄÖåäö]{1,5}(?:[-+][A-ZÅÄÖ]{1,5})?)\s*[)\]]\s*$")


def split_party(text: str) -> tuple[str, str]:
    """Return a name without its partibeteckning, and the party: Anna Ek (S) gives Anna Ek and S."""
    found = _PARTY.search(text)
    known = found is not None and (found[1].isupper() or len(found[1]) <= 2)
    return (text[: found.start()], found[1]) if found and known else (text, "")


def split_name(text: str) -> tuple[str, str]:
    """Return given and family name of "Ek, Anna" as of "Anna von Ek"; a lone word is a given name."""
    family, comma, given = (part.strip() for part in tidy(text).partition(","))
    if comma:
        return given.partition(",")[0].strip(), family
    words = family.split()
    start = _family_start(words)
    return " ".join(words[:start]), " ".join(words[start:])


def _family_start(words: list[str]) -> int:
    """Return which word begins the family name, counting noble and foreign particles to it."""
    last = max(len(words) - 1, 1)
    return next((n for n in range(1, last) if words[n].casefold() in _PARTICLES), last)


_BRACKETED = re.compile(r"<\s*(?:mailto:)?([^<>\s]+@[^<>\s]+)\s*>", re.IGNORECASE)
_SCHEME = re.compile(r"^mailto:", re.IGNORECASE)
_BETWEEN_ADDRESSES = re.compile(r"(?:\s|:::|[;,|/])+")
_SOUND_ADDRESS = re.compile(
    r"[^@.]+(?:\.[^@.]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]"
)
_NOT_IN_ADDRESSES = re.compile(r"[\s<>()\[\],;:\"\\|\x00-\x1f]")


def clean_email(text: str) -> str:
    """Return the first sound address of a cell, its domain in lower case; nothing when a part is no address.

    "anna ek@norrmyra.example" is refused whole: half of it could be someone else's address.
    """
    written = tidy(text)
    bare = written.lstrip("<'\" ").rstrip(".,;>'\" ")
    parts = _BRACKETED.findall(written) or [part for part in _BETWEEN_ADDRESSES.split(bare) if part]
    addresses = [_SCHEME.sub("", part) for part in parts]
    sound = [address for address in addresses if is_email(address)]
    if not sound or not all("@" in address for address in addresses):
        return ""
    local, _, domain = sound[0].rpartition("@")
    return f"{local}@{domain.casefold()}"


def is_email(text: str) -> bool:
    """Tell whether the text can be an address (lengths of RFC 5321; å ä ö allowed as in RFC 6531)."""
    local, _, domain = text.rpartition("@")
    if len(text) > 254 or len(local) > 64 or _NOT_IN_ADDRESSES.search(text):
        return False
    # A letter outside ASCII is judged as an a, so that one pattern does for räv.example too.
    plain_domain = re.sub(r"[^\W\d_]", "a", domain.casefold())
    return bool(_SOUND_ADDRESS.fullmatch(f"{local}@{plain_domain}"))


def folded(text: str) -> str:
    """Return the text as it is compared: tidy, without case and with one kind of dash."""
    return _DASHES.sub("-", tidy(text)).casefold()


def matching_key(contact: Contact) -> str:
    """Return what two mentions of one person share: the address, or else name and organisation."""
    if contact.email:
        return f"mail:{contact.email.casefold()}"
    return f"name:{folded(contact.name)}|{folded(contact.organisation)}"


# Only words that begin with the role count: "kommunstyrelsens ordförande" is a title elsewhere.
_ORDER = r"(?:(?:1|2|3|1:e|2:e|3:e|1:a|2:a|första|förste|andra|andre|tredje)\s+)?"
_REST = r"(?:\s+(?:i|för|till)\b.*|\s*[(,\d].*)?"
_ROLES = (
    (SeatRole.VICE_CHAIR, rf"{_ORDER}(?:vice|v\.?)\s*(?:ordförande|ordf\.?)"),
    (SeatRole.CHAIR, r"ordförande|ordf\.?"),
    (SeatRole.PERSONAL_SUBSTITUTE, r"(?:personlig|pers\.?)\s*(?:ersättare|ers\.?)"),
    (SeatRole.SUBSTITUTE, rf"{_ORDER}(?:ersättare|ers\.?|suppleanter|suppleant)"),
    (SeatRole.MEMBER, r"(?:ordinarie\s+|ord\.\s*)?(?:ledamöter|ledamot|led\.)|ordinarie"),
    (SeatRole.CO_OPTED, r"adjungerade?|adj\.?"),
    (SeatRole.SECRETARY, r"(?:rådets\s+)?(?:sekreterare|sekr\.?)"),
    (SeatRole.COORDINATOR, r"(?:rådets\s+)?(?:[\w-]+\s+)?\w*samordnare"),
)
_ELSEWHERE = re.compile(r"\si\s+(?!rådet|råd\b|\w*rådet\b)")


def role_of(text: str) -> SeatRole | None:
    """Return the role in the council that a Swedish word such as "1:e vice ordf." names."""
    word = folded(text)
    if not word or len(word) > 100 or _ELSEWHERE.search(word):
        return None
    return next((role for role, pattern in _ROLES if re.fullmatch(f"(?:{pattern}){_REST}", word)), None)
