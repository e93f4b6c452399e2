"""How each chapter of a lägesbild or a plan stands: written, nothing to tell, missing, or grown old."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from trygghetsrad.domain.law_clock import MONTHS_BETWEEN, months_after

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from trygghetsrad.domain.chapter_drafts import ChapterDraft
    from trygghetsrad.domain.chapters import ChapterGuide, ChapterT
    from trygghetsrad.domain.thread import ActionPlan, ChapterText, SituationPicture


class ChapterState(StrEnum):
    """What a chapter says of itself; old is one copied from a version decided more than two years ago."""

    WRITTEN = "Skrivet"
    NOTHING = "Inget att rapportera"
    MISSING = "Uppgift saknas"
    OLD = "Äldre än två år"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterLine:
    """A chapter with its guide, its text and what waits to be taken in."""

    key: str
    place: int
    number: str
    heading: str
    section: str
    help: str
    empty: str
    nothing: str
    state: ChapterState
    text: str = ""
    nothing_to_report: bool = False
    written_before: date | None = None
    """The day of the version a text was copied from, when it is old."""
    drafts: tuple[ChapterDraft, ...] = ()

    @property
    def title(self) -> str:
        return f"{self.number} {self.heading}".strip()

    @property
    def printed(self) -> str:
        """Return the honest line that stands in the document while there is no text."""
        if self.text:
            return ""
        return self.nothing if self.nothing_to_report else self.empty


def chapter_lines(
    guides: Sequence[ChapterGuide[ChapterT]],
    version: SituationPicture | ActionPlan,
    before: SituationPicture | ActionPlan | None,
    today: date,
    drafts: Iterable[ChapterDraft] = (),
) -> tuple[ChapterLine, ...]:
    """Return the chapters of a version in printed order; a draft is held against the version before."""
    now = {one.chapter: one for one in version.chapters}
    waiting = list(drafts)
    aged = _aged_texts(before, today) if version.is_draft else {}
    return tuple(
        ChapterLine(
            key=guide.chapter.value,
            place=place,
            number=guide.number,
            heading=guide.heading,
            section=guide.section,
            help=guide.help,
            empty=guide.empty,
            nothing=guide.nothing,
            state=_state(text, nothing=nothing, old=bool(text) and aged.get(guide.chapter) == text),
            text=text,
            nothing_to_report=nothing,
            written_before=before.decided.day
            if before and text and aged.get(guide.chapter) == text
            else None,
            drafts=tuple(one for one in waiting if one.chapter == guide.chapter),
        )
        for place, guide in enumerate(guides)
        for text, nothing in [_told(now.get(guide.chapter))]
    )


def _told(chapter: ChapterText | None) -> tuple[str, bool]:
    return (chapter.text, chapter.nothing_to_report) if chapter else ("", False)


def _aged_texts(before: SituationPicture | ActionPlan | None, today: date) -> dict[str, str]:
    day = before.decided.day if before else None
    if before is None or day is None or months_after(day, MONTHS_BETWEEN) > today:
        return {}
    return {one.chapter: one.text for one in before.chapters}


def _state(text: str, *, nothing: bool, old: bool) -> ChapterState:
    if old:
        return ChapterState.OLD
    if text:
        return ChapterState.WRITTEN
    return ChapterState.NOTHING if nothing else ChapterState.MISSING


def missing_text(lines: Iterable[ChapterLine]) -> str:
    """Return how much is left to write: "3 kapitel saknar uppgift", or nothing."""
    count = sum(one.state is ChapterState.MISSING for one in lines)
    return f"{count} kapitel saknar uppgift" if count else ""
