"""Matters that go up to the boards, kommunstyrelsen and fullmäktige, and come back with an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from trygghetsrad.domain.dates import iso, short_day
from trygghetsrad.domain.gaps import Gap
from trygghetsrad.domain.papers.wheel import WheelDay, WheelMark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


class MatterAbout(StrEnum):
    """What a matter concerns (practice.md 17)."""

    PICTURE = "lägesbild"
    PLAN = "åtgärdsplan"
    REPORT = "årsrapport"
    AGREEMENT = "överenskommelse"
    RULES = "reglemente"
    OTHER = "annat"


class MatterOutcome(StrEnum):
    """What the board answered."""

    WAITING = ""
    APPROVED = "bifall"
    CHANGED = "bifall med ändring"
    RETURNED = "återremiss"
    REJECTED = "avslag"
    NOTED = "noterad"


class Body(StrEnum):
    """The boards a matter may pass, in that order."""

    WORKING_COMMITTEE = "kommunstyrelsens arbetsutskott"
    EXECUTIVE_BOARD = "kommunstyrelsen"
    ASSEMBLY = "kommunfullmäktige"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardDay:
    """A day when a board meets, and the last day to hand in a matter for it."""

    id: int
    uid: str
    body: str
    day: date
    stop_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardMatter:
    """One matter before one board."""

    id: int
    uid: str
    about: MatterAbout
    title: str
    body: str
    about_uid: str = ""
    memo_on: date | None = None
    """When the tjänsteskrivelse was issued."""
    stop_day: date | None = None
    meeting_day: date | None = None
    outcome: MatterOutcome = MatterOutcome.WAITING
    section: str = ""
    dnr: str = ""
    attachment_id: int | None = None
    """The extract that came back."""
    notes: str = ""
    year: int | None = None
    """The year that a report is about."""

    @property
    def is_open(self) -> bool:
        """Tell whether the board has not answered yet."""
        return self.outcome is MatterOutcome.WAITING


class MatterState(StrEnum):
    """Where a matter is; late means that its stop day has passed without a tjänsteskrivelse."""

    TO_WRITE = "att skriva"
    LATE = "stoppdagen passerad"
    HANDED_IN = "inlämnad"
    WAITING = "väntar på svar"
    ANSWERED = "besvarad"


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterDeadline:
    """Something that must be done for a matter, and by when."""

    what: str
    day: date
    is_done: bool = False


SHORT = {
    Body.WORKING_COMMITTEE.value: "KSau",
    Body.EXECUTIVE_BOARD.value: "KS",
    Body.ASSEMBLY.value: "KF",
}
GAP_KIND = "matter"
STOP_DAYS = 14
"""So many days before a board meets its matters must be in, where nothing else is said."""
MEMO_DAYS = 7
"""So many days before the stop day it is time to write."""


def short_body(body: str) -> str:
    """Return "KS" for kommunstyrelsen; another board keeps its name."""
    return SHORT.get(body, body[:1].upper() + body[1:])


def matter_state(matter: BoardMatter, today: date) -> MatterState:
    if not matter.is_open:
        return MatterState.ANSWERED
    if matter.meeting_day and matter.meeting_day < today:
        return MatterState.WAITING
    if matter.memo_on:
        return MatterState.HANDED_IN
    return MatterState.LATE if matter.stop_day and matter.stop_day < today else MatterState.TO_WRITE


def deadlines_of(matter: BoardMatter) -> tuple[MatterDeadline, ...]:
    """Return what a matter needs, counted back from the day of the board."""
    written = matter.memo_on is not None
    found = []
    if matter.stop_day:
        begin = matter.stop_day - timedelta(days=MEMO_DAYS)
        found.append(MatterDeadline(what="Skriv tjänsteskrivelsen", day=begin, is_done=written))
        found.append(MatterDeadline(what="Handlingarna ska vara inne", day=matter.stop_day, is_done=written))
    if matter.meeting_day:
        what = f"{short_body(matter.body)} sammanträder"
        found.append(MatterDeadline(what=what, day=matter.meeting_day, is_done=not matter.is_open))
    return tuple(found)


def next_board_day(days: Sequence[BoardDay], body: str, today: date) -> BoardDay | None:
    """Return the first day of a body whose stop day has not passed."""
    coming = (one for one in days if one.body == body and (one.stop_day or one.day) >= today)
    return min(coming, key=lambda one: one.day, default=None)


def matter_gaps(matters: Sequence[BoardMatter], today: date) -> tuple[Gap, ...]:
    """Return the memos it is time to write, and the answers that have not been written down."""
    found = []
    for one in matters:
        state, whither = matter_state(one, today), short_body(one.body)
        begin = next((deadline.day for deadline in deadlines_of(one)), None)
        if state is MatterState.WAITING and one.meeting_day:
            words, caption = f"Vad svarade {whither}?", f"{one.title}, {iso(one.meeting_day)}"
        elif state is MatterState.LATE and one.stop_day:
            words, caption = f"Stoppdagen till {whither} har passerat", f"{one.title}, {iso(one.stop_day)}"
        elif state is MatterState.TO_WRITE and one.stop_day and begin and begin <= today:
            words, caption = f"Skriv till {whither} senast {short_day(one.stop_day)}", one.title
        else:
            continue
        found.append(Gap(text=words, caption=caption, kind=GAP_KIND, item_id=one.id))
    return tuple(found)


def matter_days(matters: Sequence[BoardMatter]) -> list[WheelDay]:
    """Return for the year wheel when papers must be in and when the boards meet."""
    days = []
    for one in matters:
        body = short_body(one.body)
        if one.stop_day and one.is_open:
            what = f"Handlingar till {body} ska vara inne"
            days.append(WheelDay(day=one.stop_day, mark=WheelMark.OTHER, what=what, about=one.title))
        if one.meeting_day:
            days.append(WheelDay(day=one.meeting_day, mark=WheelMark.OTHER, what=body, about=one.title))
    return days
