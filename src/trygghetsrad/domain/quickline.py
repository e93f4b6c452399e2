"""Understands one line typed during a meeting: a decision, an action with owner and day, a verifier, or text.

`b ` is a decision (beslut), `å ` an action (åtgärd), `j ` a verifier (justerare), `t ` or nothing is text.
What is not sure becomes a choice for her to make. An action keeps the words she wrote; only owner and day are
lifted out: "å Åke kontrollerar kamerorna 18 dec" is "Kontrollerar kamerorna", Åke, 18 December.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from trygghetsrad.domain.completion import Completion, complete
from trygghetsrad.domain.name_matching import (
    KnownOrganisation,
    KnownPerson,
    NameBook,
    Owner,
    OwnerKind,
    known_organisation,
    merged,
    words_of,
)
from trygghetsrad.domain.quick_action import capitalised, read_action
from trygghetsrad.domain.understood import Choice, LineKind, Part, QuickLine, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from trygghetsrad.domain.phrases import Phrase

__all__ = [
    "Choice",
    "Completion",
    "KnownOrganisation",
    "KnownPerson",
    "LineKind",
    "Owner",
    "OwnerKind",
    "Part",
    "QuickLine",
    "Span",
    "as_text",
    "complete",
    "known_organisation",
    "parse",
    "settle",
]

_PREFIX = re.compile(r"\s*(?P<kind>[båtj])\s+")
_NEVER_A_PREFIX = re.compile(
    r"\s*(?:å\s+(?:den\s+)?(?:ena|andra)\s+sidan|å\s+(?:\w+\s+)?\w+s\s+vägnar"
    r"|å\s+(?:min|din|sin|vår|er)\s+sida|t\s+(?:ex|o\s?m|v))\b"
)
_BETWEEN = re.compile(r"[,;&]|\boch\b|\bsamt\b", re.IGNORECASE)


def parse(
    line: str,
    people: Sequence[KnownPerson],
    organisations: Sequence[KnownOrganisation],
    today: date,
    phrases: Sequence[Phrase] = (),
) -> QuickLine:
    """Understand a line; never fails, never loses a word."""
    line = unicodedata.normalize("NFC", line)
    prefix = None if _NEVER_A_PREFIX.match(line) else _PREFIX.match(line)
    if prefix is None:
        return as_text(line)
    kind, start = LineKind(prefix["kind"]), prefix.end()
    opened = QuickLine(
        line=line,
        kind=kind,
        text=line[start:].strip(),
        spans=(Span(Part.PREFIX, prefix.start("kind"), prefix.end("kind")),),
    )
    match kind:
        case LineKind.ACTION:
            return read_action(opened, start, NameBook(people, organisations), today)
        case LineKind.VERIFIER:
            return _verifier(opened, start, NameBook(people))
        case LineKind.DECISION:
            return _decision(opened, start, phrases)
        case LineKind.TEXT:
            return opened


def as_text(line: str) -> QuickLine:
    """Return the whole line as text, prefix and all; what Esc makes of any line."""
    return QuickLine(line=line, kind=LineKind.TEXT, text=line.strip())


def settle(understood: QuickLine, choice: Choice, answer: Owner | date) -> QuickLine:
    """Return the line with one choice made."""
    rest = tuple(other for other in understood.unsure if other != choice)
    if isinstance(answer, date):
        return replace(understood, due=answer, unsure=rest)
    kept = understood.owners if choice.part is Part.VERIFIER else ()
    return replace(understood, owners=(*kept, answer), unsure=rest)


def _decision(opened: QuickLine, start: int, phrases: Iterable[Phrase]) -> QuickLine:
    """Return the decision; one that is only an abbreviation becomes its sentence."""
    for phrase in phrases:
        if opened.text == phrase.abbreviation:
            span = Span(Part.PHRASE, start, start + len(opened.text))
            return replace(opened, text=phrase.text, spans=(*opened.spans, span))
    return replace(opened, text=capitalised(opened.text))


def _verifier(opened: QuickLine, start: int, book: NameBook) -> QuickLine:
    """Return the verifiers: several may be named, and each unsure one is asked about."""
    sure: dict[Owner, None] = {}
    spans: list[Span] = []
    unsure: list[Choice] = []
    for first, after in _listed(opened.line, start):
        words = words_of(opened.line[:after], first)
        found = book.at(words, 0)
        if found is not None and found.after == len(words) and len(found.owners) == 1:
            sure[found.owners[0]] = None
            spans.append(Span(Part.VERIFIER, found.start, found.end))
        else:
            likely = merged(book.everywhere(words)) or book.starting(opened.line[first:after])
            unsure.append(Choice(Part.VERIFIER, first, after, likely))
    return replace(opened, owners=tuple(sure), spans=(*opened.spans, *spans), unsure=tuple(unsure))


def _listed(line: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield where each name of a list stands: "Åke, Britta och Per" holds three."""
    place = start
    for between in (*_BETWEEN.finditer(line, start), None):
        name = line[place : between.start() if between else len(line)]
        if name.strip():
            yield place + len(name) - len(name.lstrip()), place + len(name.rstrip())
        place = between.end() if between else len(line)
