"""Finds which municipality, county or country a table of statistics means, however it spells the name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from trygghetsrad.domain.statistics import Geography, GeographyKind

if TYPE_CHECKING:
    from collections.abc import Iterable

COUNTRY: Final = Geography(name="Riket", kind=GeographyKind.COUNTRY, code="0000")
_COUNTRY_NAMES: Final = frozenset({"riket", "hela landet", "hela riket", "sverige", "samtliga kommuner"})
_COUNTIES: Final = {
    "01": "Stockholms län",
    "03": "Uppsala län",
    "04": "Södermanlands län",
    "05": "Östergötlands län",
    "06": "Jönköpings län",
    "07": "Kronobergs län",
    "08": "Kalmar län",
    "09": "Gotlands län",
    "10": "Blekinge län",
    "12": "Skåne län",
    "13": "Hallands län",
    "14": "Västra Götalands län",
    "17": "Värmlands län",
    "18": "Örebro län",
    "19": "Västmanlands län",
    "20": "Dalarnas län",
    "21": "Gävleborgs län",
    "22": "Västernorrlands län",
    "23": "Jämtlands län",
    "24": "Västerbottens län",
    "25": "Norrbottens län",
}
_OTHER_NAMES: Final = {"falu": "falun", "region gotland": "gotland"}
_DASHES: Final = re.compile(r" ?[‐‑‒–—−-] ?")
_IN_BRACKETS: Final = re.compile(r" ?\(([^()]*)\)")
_FROM_YEAR: Final = re.compile(r"\b(?:from|fr\.?\s?o\.?\s?m\.?|från)\s+(\d{4})")
_TO_YEAR: Final = re.compile(r"\b(?:tom|t\.?\s?o\.?\s?m\.?|till)\s+(\d{4})")
_GROUP: Final = re.compile(r"ovägt medel|liknande kommuner|kommungrupp|kommuner\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as a table names it, and the years for which that name holds (Heby stands twice)."""

    geography: Geography
    first_year: int | None = None
    last_year: int | None = None

    def holds_in(self, year: int) -> bool:
        return (self.first_year or year) <= year <= (self.last_year or year)


class MunicipalityNames:
    """All municipalities, looked up by code or by any usual form of the name, each name once."""

    def __init__(self, known: Iterable[tuple[str, str]]) -> None:
        """Take pairs of code and name."""
        self._by_code: dict[str, Geography] = {"0000": COUNTRY}
        self._by_name: dict[str, Geography] = {}
        self._found: dict[tuple[str, str], Place | None] = {}
        for code, name in known:
            geography = Geography(name=name, code=code)
            self._by_code[code] = geography
            self._by_name[plain_name(name)] = geography
        for code, name in _COUNTIES.items():
            county = Geography(name=name, kind=GeographyKind.COUNTY, code=code)
            # Kolada gives the regions codes of four digits: 0024 is Västerbotten.
            self._by_code[code] = self._by_code[f"00{code}"] = county
            self._by_name.setdefault(plain_name(name), county)

    def find(self, name: str, code: str = "") -> Place | None:
        """Return the place a table means, or None; a code goes before the name."""
        key = (name, code)
        if key not in self._found:
            self._found[key] = self._looked_up(name, code)
        return self._found[key]

    def _looked_up(self, name: str, code: str) -> Place | None:
        if (geography := self._by_code.get(whole_code(code))) is not None:
            return Place(geography=geography)
        plain = plain_name(name)
        brackets = " ".join(_IN_BRACKETS.findall(plain))
        bare = _IN_BRACKETS.sub("", plain)
        found = self._named(plain) or self._named(bare) or _other_kind(name, plain)
        if found is None:
            return None
        first, last = _FROM_YEAR.search(brackets), _TO_YEAR.search(brackets)
        return Place(
            geography=found,
            first_year=int(first[1]) if first else None,
            last_year=int(last[1]) if last else None,
        )

    def _named(self, plain: str) -> Geography | None:
        if plain in _COUNTRY_NAMES:
            return COUNTRY
        for form in _forms(plain):
            if (found := self._by_name.get(form)) is not None:
                return found
        return self._by_code.get(whole_code(plain))


def plain_name(name: str) -> str:
    """Return a name in one spelling: NFC, small letters, one kind of dash, single spaces."""
    text = " ".join(unicodedata.normalize("NFC", name).casefold().split())
    return _DASHES.sub("-", text)


def whole_code(code: str) -> str:
    """Return a code with the nought Excel takes from it: 180 is 0180; anything else as it is."""
    code = code.strip()
    return f"0{code}" if len(code) == 3 and code.isascii() and code.isdigit() else code


def _forms(plain: str) -> Iterable[str]:
    """Yield the name as it stands, then without "kommun", then without the genitive."""
    yield plain
    bare = plain.removesuffix(" kommun").removesuffix(" stad")
    yield bare
    # Borås and Mönsterås keep theirs: the whole name was tried first.
    yield bare.removesuffix("s")
    if bare in _OTHER_NAMES:
        yield _OTHER_NAMES[bare]
    county, word, rest = bare.partition(" län")
    if word and not rest:
        yield f"{county.removesuffix('s')}s län"


def _other_kind(name: str, plain: str) -> Geography | None:
    if plain.startswith("region "):
        return Geography(name=name.strip(), kind=GeographyKind.COUNTY)
    return Geography(name=name.strip(), kind=GeographyKind.GROUP) if _GROUP.search(plain) else None
