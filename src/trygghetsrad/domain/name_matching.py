"""Finds the people and organisations a line speaks of, however their names were typed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, islice
from typing import TYPE_CHECKING

from trygghetsrad.domain.people import OrganisationKind
from trygghetsrad.domain.sorting import fold, swedish_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")

KIND_WORDS: Mapping[OrganisationKind, tuple[str, ...]] = {
    OrganisationKind.MUNICIPALITY: ("kommunen",),
    OrganisationKind.POLICE: ("polisen",),
    OrganisationKind.RESCUE: ("räddningstjänsten",),
    OrganisationKind.REGION: ("regionen",),
    OrganisationKind.SCHOOL: ("skolan",),
    OrganisationKind.SOCIAL_SERVICES: ("socialtjänsten",),
    OrganisationKind.HOUSING: ("bostadsbolaget",),
    OrganisationKind.BUSINESS: ("näringslivet",),
    OrganisationKind.ASSOCIATION: ("föreningen",),
}
"""What people say instead of an organisation's name; several of a kind make it unsure which is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """A person whose name may be typed."""

    id: int
    given: str
    family: str
    organisation: str = ""

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOrganisation:
    """An organisation whose name may be typed, or one of the words people use for it."""

    id: int
    name: str
    words: tuple[str, ...] = ()


class OwnerKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Someone a line may mean; `detail` tells two of the same name apart."""

    kind: OwnerKind
    id: int
    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where in the line it stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FoundName:
    """A stretch of words that names someone, and everyone it may be."""

    owners: tuple[Owner, ...]
    first: int
    after: int
    start: int
    end: int


def words_of(line: str, start: int = 0, most: int | None = None) -> tuple[Word, ...]:
    """Return the words from `start` on, all or the first few; "Anna-Lena" and "O'Brien" are one word each."""
    found = islice(_WORD.finditer(line, start), most)
    return tuple(Word(word[0], word.start(), word.end()) for word in found)


class NameBook:
    """Everyone known, looked up by any usual form of their name.

    The longest form wins; a name typed with the right rings and dots wins over one without, so that
    Ake and Åke are two people when both are known, and one when only one is.
    """

    def __init__(
        self, people: Iterable[KnownPerson] = (), organisations: Iterable[KnownOrganisation] = ()
    ) -> None:
        self.owners: list[Owner] = []
        self._exact: dict[tuple[str, ...], list[Owner]] = {}
        self._folded: dict[tuple[str, ...], list[Owner]] = {}
        for person in people:
            owner = Owner(kind=OwnerKind.PERSON, id=person.id, name=person.name, detail=person.organisation)
            self._add(owner, _person_forms(_keys(person.given), _keys(person.family)))
        for organisation in organisations:
            owner = Owner(kind=OwnerKind.ORGANISATION, id=organisation.id, name=organisation.name)
            self._add(owner, (_keys(form) for form in (organisation.name, *organisation.words)))
        self._longest = max(map(len, self._folded), default=0)

    def _add(self, owner: Owner, forms: Iterable[tuple[str, ...]]) -> None:
        self.owners.append(owner)
        for form in {form for form in forms if form}:
            self._exact.setdefault(form, []).append(owner)
            self._folded.setdefault(tuple(map(_plain, form)), []).append(owner)

    def at(self, words: Sequence[Word], first: int) -> FoundName | None:
        """Return who is named from that word on."""
        for after in range(min(len(words), first + self._longest), first, -1):
            typed = words[first:after]
            owners = self._named(typed)
            if owners:
                ordered = tuple(sorted(owners, key=lambda owner: (swedish_key(owner.name), owner.id)))
                return FoundName(ordered, first, after, typed[0].start, typed[-1].end)
        return None

    def everywhere(self, words: Sequence[Word]) -> Iterator[FoundName]:
        """Yield every name in the words, from the left, none inside another."""
        place = 0
        while place < len(words):
            found = self.at(words, place)
            if found is not None:
                yield found
            place = found.after if found is not None else place + 1

    def starting(self, typed: str) -> tuple[Owner, ...]:
        """Return those whose name, or whose family name, begins as typed."""
        for key in (_key, fold):
            begun = key(typed)
            found = [owner for owner in self.owners if _begins(key(owner.name), begun)]
            if found:
                return tuple(sorted(found, key=lambda owner: (swedish_key(owner.name), owner.id)))
        return ()

    def _named(self, typed: Sequence[Word]) -> list[Owner]:
        keys = tuple(_key(word.text) for word in typed)
        # "Åke i" is not Åke Isaksson: an initial is typed as a capital, and kept as one.
        initials = tuple(
            word.text if _is_initial(word.text) else key for word, key in zip(typed, keys, strict=True)
        )
        for index, marks in ((self._exact, _same), (self._folded, _plain)):
            found = index.get(tuple(map(marks, keys))) or index.get(tuple(map(marks, initials)))
            if found:
                return found
        return []


def _person_forms(given: tuple[str, ...], family: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the ways a person is named; Karl Erik may be called Karl, but Anna-Lena only Anna-Lena."""
    first = given[:1]
    yield from (given + family, family + given, given, family, first, first + family)
    if given and family:
        yield from ((*first, family[0][0].upper()), (given[0][0].upper(), *family))


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()


def _same(word: str) -> str:
    return word


def _plain(word: str) -> str:
    return word if _is_initial(word) else fold(word)


def _begins(name: str, typed: str) -> bool:
    """Tell whether a name or one of its later words begins as typed."""
    return bool(typed) and (name.startswith(typed) or f" {typed}" in name)


def _keys(name: str) -> tuple[str, ...]:
    return tuple(_key(word.text) for word in words_of(unicodedata.normalize("NFC", name)))


def _key(text: str) -> str:
    return unicodedata.normalize("NFC", text.casefold())


def known_organisation(identity: int, name: str, kind: OrganisationKind) -> KnownOrganisation:
    """Return an organisation with the everyday words of its kind."""
    return KnownOrganisation(id=identity, name=name, words=KIND_WORDS.get(kind, ()))


def merged(names: Iterable[FoundName]) -> tuple[Owner, ...]:
    """Return everyone several names may mean, each once, in the order of the line."""
    return tuple(dict.fromkeys(chain.from_iterable(name.owners for name in names)))
