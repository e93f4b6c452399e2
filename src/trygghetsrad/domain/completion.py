"""What Tab offers on the quick line: standard sentences and the names of people and organisations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trygghetsrad.domain.name_matching import NameBook, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.domain.name_matching import KnownOrganisation, KnownPerson
    from trygghetsrad.domain.phrases import Phrase

_MOST_WORDS = 4
# A sentence is called at the start of a text or a decision, never in the middle of one.
_SENTENCE_PLACE = re.compile(r"\s*(?:(?P<prefix>[bt])\s+)?(?P<typed>\w*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """Text to put between two places in the line; `detail` tells two of the same name apart."""

    text: str
    start: int
    end: int
    detail: str = ""

    def applied(self, line: str) -> str:
        """Return the line with the completion in it; the cursor then belongs after its text."""
        return f"{line[: self.start]}{self.text}{line[self.end :]}"


def complete(
    line: str,
    cursor: int,
    people: Sequence[KnownPerson],
    phrases: Sequence[Phrase],
    organisations: Sequence[KnownOrganisation] = (),
) -> tuple[Completion, ...]:
    """Return what Tab may mean where the cursor stands, the likeliest first."""
    before = line[: max(0, cursor)]
    return (*_sentences(before, phrases), *_names(before, NameBook(people, organisations)))


def _sentences(before: str, phrases: Sequence[Phrase]) -> tuple[Completion, ...]:
    """Return the sentences called by the letters typed so far; all of them right after "b "."""
    place = _SENTENCE_PLACE.fullmatch(before)
    if place is None or not (place["prefix"] or place["typed"]):
        return ()
    typed = place["typed"].casefold()
    called = [phrase for phrase in phrases if phrase.abbreviation.startswith(typed)]
    called.sort(key=lambda phrase: phrase.abbreviation != typed)
    return tuple(
        Completion(text=phrase.text, start=place.start("typed"), end=len(before)) for phrase in called
    )


def _names(before: str, book: NameBook) -> tuple[Completion, ...]:
    """Return the names begun by the last words before the cursor, as many words as make sense."""
    words = words_of(before)
    if not words or words[-1].end != len(before):
        return ()
    for first in words[-_MOST_WORDS:]:
        typed = before[first.start :]
        owners = book.starting(typed)
        if owners:
            return tuple(
                Completion(text=owner.name, start=first.start, end=len(before), detail=owner.detail)
                for owner in owners
                if owner.name != typed
            )
    return ()
