"""What the columns of a list of people hold, told from their headers or from what stands in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from trygghetsrad.domain.contacts import ContactField as F, clean_email, folded, role_of, split_party
from trygghetsrad.domain.phones import is_mobile, looks_like_phone

Cells = Sequence[str]

# Headers without signs and digits: from Outlook, Thunderbird and Google, and from lists made by hand.
_WORDS = {
    F.GIVEN_NAME: "förnamn fornamn tilltalsnamn firstname givenname",
    F.FAMILY_NAME: "efternamn lastname familyname surname",
    F.FULL_NAME: "namn name fullständigtnamn förnamnefternamn namnochefternamn visningsnamn "
    "visa displayname fullname förochefternamn",
    F.TITLE: "titel befattning yrkestitel tjänstetitel jobtitle title organizationtitle yrke tjänst position",
    F.ORGANISATION: "organisation organization företag company arbetsgivare organizationname bolag myndighet "
    "organisationsnamn förening aktör arbetsplats representerar",
    F.DEPARTMENT: "förvaltning avdelning enhet department organizationdepartment sektor nämnd",
    F.ROLE: "roll rollirådet uppdrag uppdragirådet funktion funktionirådet role rådsroll",
    F.EMAIL: "epost epostadress mejl mejladress mail mailadress email emailaddress emailvalue primaryemail "
    "ytterligareepost secondaryemail epostarbete epostjobb epostprivat arbetsepost",
    F.PHONE: "telefon telefonnummer tel tfn telnr telefonnr telefonarbete arbetstelefon telefonbostad "
    "telefonprivat telefonhem hemtelefon businessphone workphone homephone phone phonenumber phonevalue "
    "primaryphone otherphone direktnummer direkttelefon växel fasttelefon telefonjobb",
    F.MOBILE: "mobil mobiltelefon mobilnummer mobilnr mobiltel mobile mobilephone mobilenumber cell "
    "cellphone",
    F.NOTES: "anteckningar anteckning notes note noteringar notering kommentar kommentarer övrigt anmärkning",
}
_HEADERS = {word: kind for kind, words in _WORDS.items() for word in words.split()}
# Headers of a table, but also what may stand in one: they count only beside other headers.
_WEAK = {
    "ledamot": F.FULL_NAME,
    "kontaktperson": F.FULL_NAME,
    "person": F.FULL_NAME,
    "verksamhet": F.DEPARTMENT,
}
_COURTESY = {"titel", "title"}
_NEVER = re.compile(r"\bfax|fax\b|faxnummer|personsökare|pager|\btype?\b|\blabel\b", re.IGNORECASE)
SEARCHED_ROWS = 15
_SAMPLE = 100
_ORGANISATION_WORDS = re.compile(
    r"kommun|polis|region|räddningstjänst|förvaltning|\bab\b|förening|skola|bostäder|bostads|myndighet"
    r"|socialtjänst|kyrka|nämnd|styrelsen\b|länsstyrelse|rådet\b|församling|försäkringskassan|\bif\b|företagarna",
    re.IGNORECASE,
)
_TITLE_WORDS = re.compile(
    r"chef\b|direktör|rektor|ansvarig|strateg|handläggare|kurator|befäl|inspektör|utvecklare|präst|råd\b|vd\b",
    re.IGNORECASE,
)
_NAME_WORD = r"[A-ZÅÄÖÉÜ][\w'’.-]*"
_WHOLE_NAME = re.compile(rf"{_NAME_WORD}(?:,? (?:af|av|von|van|der|de|la|{_NAME_WORD})){{1,4}}")
_ONE_NAME = re.compile(_NAME_WORD)


def find_header(rows: Sequence[Cells]) -> int | None:
    """Return which of the first rows holds the headers; titles may stand above it."""
    return next((n for n, cells in enumerate(rows[:SEARCHED_ROWS]) if _is_header(cells)), None)


def guess_columns(headers: Cells, rows: Sequence[Cells]) -> tuple[F, ...]:
    """Return what each column holds by its header, and by its content where the header says nothing."""
    guesses = [field_of(header) for header in headers]
    words = [_word(header) for header in headers]
    if any(kind is F.TITLE and word not in _COURTESY for kind, word in zip(guesses, words, strict=True)):
        # Outlook's Title is Mr or Ms when there is a Job Title as well.
        guesses = [F.IGNORE if word in _COURTESY else kind for kind, word in zip(guesses, words, strict=True)]
    by_content = guess_by_content(len(headers), rows)
    for wanted, names in ((F.EMAIL, {F.EMAIL}), (F.FULL_NAME, {F.FULL_NAME, F.GIVEN_NAME, F.FAMILY_NAME})):
        free = (n for n, kind in enumerate(guesses) if kind is F.IGNORE and by_content[n] is wanted)
        found = next(free, None) if not names & set(guesses) else None
        if found is not None:
            guesses[found] = wanted
    return tuple(guesses)


def field_of(header: str) -> F:
    """Return what a header promises; IGNORE when it is unknown or something we do not keep."""
    if _NEVER.search(header):
        return F.IGNORE
    candidates = [header, *re.split(r"[/(,:]", header)]
    words = [_word(candidate) for candidate in candidates]
    return next((known for word in words if (known := _HEADERS.get(word) or _WEAK.get(word))), F.IGNORE)


def guess_by_content(width: int, rows: Sequence[Cells]) -> tuple[F, ...]:
    """Return what each column seems to hold, judged by its first filled cells; IGNORE when unclear."""
    columns = [[text for cells in rows[:_SAMPLE] if (text := cells[n].strip())] for n in range(width)]
    guesses: list[F] = []
    for texts in columns:
        kind = next((kind for kind, looks, share in _LOOKS if _share(texts, looks) >= share), F.IGNORE)
        taken = kind in guesses and kind not in {F.PHONE, F.MOBILE, F.EMAIL}
        guesses.append(F.IGNORE if taken else kind)
    return _with_single_names(guesses, columns)


def _with_single_names(guesses: list[F], columns: Sequence[Cells]) -> tuple[F, ...]:
    """Take two neighbouring columns of single names for given and family name, in the likelier order."""
    if F.FULL_NAME in guesses:
        return tuple(guesses)
    for n in range(len(guesses) - 1):
        here, beside = columns[n], columns[n + 1]
        free = guesses[n : n + 2] == [F.IGNORE, F.IGNORE]
        if free and _share(here, _is_one_name) > 0.8 and _share(beside, _is_one_name) > 0.8:
            names = [F.GIVEN_NAME, F.FAMILY_NAME]
            turned = _share(here, _is_surname) > _share(beside, _is_surname)
            return (*guesses[:n], *(reversed(names) if turned else names), *guesses[n + 2 :])
    return tuple(guesses)


def _is_header(cells: Cells) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    if any("@" in cell or looks_like_phone(cell.strip()) for cell in filled):
        return False
    known = sum(_word(part) in _HEADERS for cell in filled for part in _readings(cell))
    return known >= 2 or (known == 1 and len(filled) <= 2)


def _readings(header: str) -> list[str]:
    """Return the header whole, or its parts when only they are known: E-post (arbete)."""
    return [header] if _word(header) in _HEADERS else re.split(r"[/(,:]", header)[:1]


def _word(header: str) -> str:
    return re.sub(r"[\W\d_]+", "", folded(header))


def _share(texts: Cells, looks: Callable[[str], bool]) -> float:
    return sum(looks(text) for text in texts) / len(texts) if texts else 0


def _is_whole_name(text: str) -> bool:
    return bool(_WHOLE_NAME.fullmatch(split_party(text)[0])) and not _ORGANISATION_WORDS.search(text)


def _is_surname(text: str) -> bool:
    return text.endswith(("sson", "berg", "ström", "lund", "gren", "qvist"))


def _is_one_name(text: str) -> bool:
    return bool(_ONE_NAME.fullmatch(text)) and not _ORGANISATION_WORDS.search(text)


_LOOKS: tuple[tuple[F, Callable[[str], bool], float], ...] = (
    (F.EMAIL, lambda text: "@" in text and bool(clean_email(text)), 0.5),
    (F.MOBILE, lambda text: looks_like_phone(text) and is_mobile(text), 0.6),
    (F.PHONE, looks_like_phone, 0.6),
    (F.ROLE, lambda text: role_of(text) is not None, 0.6),
    (F.TITLE, lambda text: bool(_TITLE_WORDS.search(text)), 0.5),
    (F.ORGANISATION, lambda text: bool(_ORGANISATION_WORDS.search(text)), 0.3),
    (F.FULL_NAME, _is_whole_name, 0.6),
)
