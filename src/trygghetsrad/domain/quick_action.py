"""Lifts the owner and the day out of an action typed on one line; the other words stay as she wrote them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from trygghetsrad.domain.dates import find_days
from trygghetsrad.domain.name_matching import merged, words_of
from trygghetsrad.domain.understood import Choice, Part, QuickLine, Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from trygghetsrad.domain.name_matching import FoundName, NameBook, Owner

    OwnerFound = tuple[tuple[Owner, ...], Span | None, Choice | None]
    DueFound = tuple[date | None, Span | None, Choice | None]

_MARKER = re.compile(r"(?:\bansvarig[at]?\b\s*+(?::\s*+)?|(?<!\w)@\s*+|(?<!\S)/\s*+)(?=\w)", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|&|/|\boch\b|\bsamt\b)\s*", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:&|/|\boch\b|\bsamt\b)", re.IGNORECASE)
_LEADING_ON = re.compile(
    r"[,:;]?\s+(?:(?:får|har)\s+i\s+uppdrag\s+att|åtar\s+sig\s+att|ska(?:ll)?)\b|\s*[,:;]", re.IGNORECASE
)
# Names that are also words of every day; in lower case nobody can tell.
_ALSO_WORDS = frozenset(
    ("bo", "björn", "dag", "hans", "liv", "maj", "my", "per", "siv", "sol", "sten", "stig", "tor", "vide")
)
_HANGING = re.compile(r"([,;.])(?:\s+[,;.])+")
_LONGEST_NAME = 12
_EDGES = " \t,;:–-/"


def read_action(opened: QuickLine, start: int, book: NameBook, today: date) -> QuickLine:
    """Return the action whose words begin at `start`, with its owner, its day and what is unsure."""
    owners, owner_span, who = _owner(opened.line, start, book)
    due, due_span, when = _due(opened.line, start, owner_span, today)
    lifted = sorted((span for span in (owner_span, due_span) if span), key=lambda span: span.start)
    return replace(
        opened,
        text=capitalised(_without(opened.line, start, lifted)),
        owners=owners,
        due=due,
        spans=(*opened.spans, *lifted),
        unsure=tuple(choice for choice in (who, when) if choice),
    )


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _owner(line: str, start: int, book: NameBook) -> OwnerFound:
    """Return who may own the action, the words to lift out, and the question if it is not sure.

    A name is the owner where it stands first or after "ansvarig", "/" or "@"; elsewhere it is asked about.
    """
    marker, named = _marked(line, start, book)
    if marker is not None and named is not None:
        return _lifted(line, marker.start(), named)
    found = [*book.everywhere(words_of(line, start))]
    if marker is not None or not found:
        return (), None, Choice(Part.OWNER, marker.start(), marker.end()) if marker else None
    if found[0].first == 0:
        return _first(line, found)
    return (), None, _asked(found)


def _first(line: str, found: Sequence[FoundName]) -> OwnerFound:
    """Return the owner when the line begins with a name, unless more share the deed or the name is a word."""
    together = _together(line, found)
    last = together[-1]
    if len(together) > 1 or _JOINED.match(line, last.end) or line[last.start : last.end] in _ALSO_WORDS:
        return (), None, _asked(together)
    return _lifted(line, last.start, last)


def _asked(found: Sequence[FoundName]) -> Choice:
    return Choice(Part.OWNER, found[0].start, found[-1].end, merged(found))


def _lifted(line: str, start: int, named: FoundName) -> OwnerFound:
    """Return the owner with the "ska" or colon that only leads on; two of the same name are asked about."""
    end = named.end + (line[named.end - 1].isupper() and line[named.end : named.end + 1] == ".")
    leading_on = _LEADING_ON.match(line, end)
    span = Span(Part.OWNER, start, leading_on.end() if leading_on else end)
    unsure = len(named.owners) > 1
    return named.owners, span, Choice(Part.OWNER, start, span.end, named.owners) if unsure else None


def _marked(line: str, start: int, book: NameBook) -> tuple[re.Match[str] | None, FoundName | None]:
    """Return the mark that points out an owner, and whom; after an @ someone unknown is still meant."""
    unknown = None
    for marker in _MARKER.finditer(line, start):
        named = book.at(words_of(line, marker.end(), _LONGEST_NAME), 0)
        if named is not None:
            return marker, named
        if marker[0].startswith("@"):
            unknown = unknown or marker
    return unknown, None


def _together(line: str, found: Sequence[FoundName]) -> list[FoundName]:
    """Return the first name and those joined to it: "Åke och Britta", "Åke, polisen"."""
    together = [found[0]]
    for name in found[1:]:
        if not _AND.fullmatch(line, together[-1].end, name.start):
            break
        together.append(name)
    return together


def _due(line: str, start: int, owner: Span | None, today: date) -> DueFound:
    """Return the day, the words to lift out, and the question where several days could be meant."""
    found = [place for place in find_days(line, today) if place.start >= start]
    if owner is not None:
        found = [place for place in found if place.end <= owner.start or place.start >= owner.end]
    days = tuple(dict.fromkeys(place.day for place in found))
    if not found:
        return None, None, None
    if len(days) > 1:
        return None, None, Choice(Part.DUE, found[0].start, found[-1].end, days=days)
    return days[0], Span(Part.DUE, found[-1].start, found[-1].end), None


def _without(line: str, start: int, lifted: Sequence[Span]) -> str:
    """Return the words from `start` on without what was lifted out, and without commas left hanging."""
    if not lifted:
        return line[start:].strip()
    for span in reversed(lifted):
        line = f"{line[: span.start]} {line[span.end :]}"
    joined = _HANGING.sub(lambda marks: "." if "." in marks[0] else marks[1], line[start:])
    return re.sub(r"\s+([,;.])", r"\1", " ".join(joined.split())).strip(_EDGES)
