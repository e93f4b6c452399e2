"""The council's working year: what the Act, the agreements and the boards ask for, month by month."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from trygghetsrad.domain.calendar import AvoidRules
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.law import DutyState, Proof
from trygghetsrad.domain.law_agreements import is_carried_on, signed_on
from trygghetsrad.domain.law_clock import AGREEMENT_STEPS, MONTHS_BETWEEN, months_after
from trygghetsrad.domain.law_facts import LawFacts
from trygghetsrad.domain.law_thread import follow_up_due, latest_picture, picture_due
from trygghetsrad.domain.papers.wheel import Pace
from trygghetsrad.domain.planning import propose_meetings
from trygghetsrad.domain.terms import ProposedTerm, proposed_terms
from trygghetsrad.domain.yearly_wheel import A_YEAR, EVERY_YEAR, LAST_YEAR, MANDATE_YEAR, Theme

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from trygghetsrad.domain.law import DutyStatus
    from trygghetsrad.domain.planning import ProposedMeeting
    from trygghetsrad.domain.yearly_wheel import WheelTask

MEETINGS_A_YEAR = 4
CONSTITUENT = "Konstituerande möte"
_CLOCK_STEPS = (6, 3, 1)
_DECISION_MONTH = 11
"""Boards decide on lägesbild and plan in November (domain.md d)."""
_HOW_OFTEN = {
    "picture_renewed": "Minst vartannat år",
    "plan_followed_up": "Minst vartannat år",
    "council": "Lagen säger inte hur ofta rådet ska mötas",
    "reporting": "Kontinuerligt",
}

# A plan that is decided but never followed up has its decision as proof, which is no follow-up.
_SHOWS_THE_PACE = frozenset({Proof.PICTURE, Proof.FOLLOW_UP, Proof.MEETING, Proof.REPORT})


class TaskKind(StrEnum):
    """Where a proposed task comes from."""

    WHEEL = "årshjul"
    A_YEAR = "revideringsår"
    MANDATE = "ny mandatperiod"
    CLOCK = "lagens tid"
    AGREEMENT = "överenskommelse"
    BOARD = "nämndens dag"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearTask:
    """Something to do in a year, on a day or some time in a month."""

    month: int
    title: str
    theme: Theme
    why: str
    kind: TaskKind
    day: date | None = None
    section: str = ""
    """Of the Act: "6 §"; empty for custom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardDay:
    """A meeting of KSau, KS or KF, and when the papers must be in."""

    body: str
    day: date
    stop: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFacts:
    """What the year is planned from."""

    law: LawFacts = field(default_factory=LawFacts)
    boards: tuple[BoardDay, ...] = ()
    executive: str = "KS"
    """What the board that prepares is called among `boards`."""
    assembly: str = "KF"
    committee: str = "KSau"
    """What prepares for the board; without days of its own the board's count."""
    terms: tuple[ProposedTerm, ...] = ()
    """Known mandate periods; the ordinary ones where none are known."""
    avoid: AvoidRules = field(default_factory=AvoidRules)
    existing: tuple[date, ...] = ()
    """Days that already have a meeting of the council."""


def year_tasks(year: int, facts: YearFacts, today: date) -> tuple[YearTask, ...]:
    """Return a year's proposed tasks in order; within a month the dated ones come first."""
    found = [*_wheel(year, facts, today), *_clocks(facts.law, today), *_agreement_ends(facts.law)]
    of_year = [task for task in found if task.day is None or task.day.year == year]
    return tuple(sorted(of_year, key=lambda task: (task.month, task.day or date.max, task.title)))


def is_revision_year(year: int, law: LawFacts, today: date) -> bool:
    """Tell whether the lägesbild is renewed that year (an A-year), so that boards can decide in November.

    Without a lägesbild the first A-year is now. What was not done in its November stays until it is.
    """
    due = picture_due(law, today)
    first = _last_november(due) if due else today.year
    passed = today >= date(first, _DECISION_MONTH, 1)
    last = max(first, today.year + 1) if passed else first
    return first <= year <= last or (year < first and (first - year) % 2 == 0) or _follows(year, last)


def is_mandate_year(year: int, terms: Collection[ProposedTerm] = ()) -> bool:
    """Tell whether a mandate period begins: 2027, 2031."""
    known = terms or proposed_terms(date(year, 1, 1))
    return any(term.starts.year == year for term in known)


def proposed_meetings(
    year: int, facts: YearFacts, today: date, *, count: int = MEETINGS_A_YEAR
) -> tuple[ProposedMeeting, ...]:
    """Return up to four meetings with themes (M1–M4); the first of a mandate period is constituent."""
    found = propose_meetings(year, count, facts.avoid, today=today, existing=facts.existing)
    begun = any(day.year == year for day in facts.existing)
    if not found or begun or not is_mandate_year(year, facts.terms):
        return found
    first = found[0]
    theme = f"{CONSTITUENT}, {first.theme[:1].lower()}{first.theme[1:]}" if first.theme else CONSTITUENT
    return (replace(first, theme=theme), *found[1:])


def law_paces(statuses: Sequence[DutyStatus], today: date) -> tuple[Pace, ...]:
    """Return how often the Act asks for things, with when each was done last, for the printed wheel."""
    return tuple(
        Pace(
            section=status.duty.label,
            what=status.duty.title,
            how_often=_HOW_OFTEN[status.duty.key],
            latest=_latest(status, today),
        )
        for status in statuses
        if status.duty.key in _HOW_OFTEN
    )


def _latest(status: DutyStatus, today: date) -> str:
    if status.state in {DutyState.NOT_FILLED, DutyState.MISSING}:
        return ""
    shown = [proof.day for proof in status.evidence if proof.kind in _SHOWS_THE_PACE]
    days = [day for day in shown if day and day <= today]
    return iso(max(days)) if days else ""


def _last_november(due: date) -> int:
    """Return the last year whose November comes before a lägesbild must be renewed."""
    return due.year if due.month >= _DECISION_MONTH else due.year - 1


def _follows(year: int, last: int) -> bool:
    return year > last and (year - last) % (MONTHS_BETWEEN // 12) == 0


# -- the wheel ---------------------------------------------------------------------------------


def _wheel(year: int, facts: YearFacts, today: date) -> Iterator[YearTask]:
    rows: list[tuple[TaskKind, WheelTask]] = [(TaskKind.WHEEL, task) for task in EVERY_YEAR]
    if is_revision_year(year, facts.law, today):
        rows += [(TaskKind.A_YEAR, task) for task in A_YEAR]
    if is_mandate_year(year, facts.terms):
        rows += [(TaskKind.MANDATE, task) for task in MANDATE_YEAR]
    if is_mandate_year(year + 1, facts.terms):
        rows += [(TaskKind.MANDATE, task) for task in LAST_YEAR]
    for kind, task in rows:
        board = _board_day(year, facts, task)
        yield _boarded(task, board, _prepared_by(facts, board)) if board else _unboarded(year, kind, task)


def _unboarded(year: int, kind: TaskKind, task: WheelTask) -> YearTask:
    return YearTask(
        month=task.month,
        day=date(year, task.month, task.day) if task.day else None,
        title=task.title,
        theme=task.theme,
        why=task.why,
        section=task.section,
        kind=kind,
    )


def _board_day(year: int, facts: YearFacts, task: WheelTask) -> BoardDay | None:
    """Return the board's first meeting from the task's month on; without one the month stands."""
    if not task.board:
        return None
    body = {"KS": facts.executive, "KF": facts.assembly}[task.board]
    days = [one for one in facts.boards if one.body == body and one.day >= date(year, task.month, 1)]
    first = min(days, key=lambda one: one.day, default=None)
    return first if first and first.day.year == year else None


def _prepared_by(facts: YearFacts, board: BoardDay) -> BoardDay:
    """Return the last committee meeting within a month before the board's own; else the board itself."""
    if board.body != facts.executive:
        return board
    since = months_after(board.day, -1)
    before = [one for one in facts.boards if one.body == facts.committee and since <= one.day < board.day]
    return max(before, key=lambda one: one.day, default=board)


def _boarded(task: WheelTask, board: BoardDay, first: BoardDay) -> YearTask:
    day = first.stop or first.day
    stop = f"Sista dag för handlingar till {first.body} {iso(first.day)}." if first.stop else ""
    if first is not board:
        stop = f"{stop} Därefter {board.body} {iso(board.day)}.".strip()
    return YearTask(
        month=day.month,
        day=day,
        title=task.title,
        theme=task.theme,
        why=f"{task.why} {stop}".strip(),
        section=task.section,
        kind=TaskKind.BOARD,
    )


# -- clocks and agreements ---------------------------------------------------------------------


def _clocks(law: LawFacts, today: date) -> Iterator[YearTask]:
    due, followed = picture_due(law, today), follow_up_due(law, today)
    if due and latest_picture(law, today):
        yield from _countdown(due, "Lägesbilden ska vara uppdaterad", Theme.PICTURE)
    if followed:
        yield from _countdown(followed, "Åtgärdsplanen ska vara uppföljd", Theme.FOLLOW_UP)


def _countdown(due: date, title: str, theme: Theme) -> Iterator[YearTask]:
    why = f"Senast {iso(due)}, räknat som {MONTHS_BETWEEN} månader. Lagen säger minst vartannat år."
    for months in (*_CLOCK_STEPS, 0):
        day = months_after(due, -months)
        yield YearTask(
            month=day.month,
            day=day,
            title=f"{title} om {_months(months)}" if months else f"{title} i dag",
            theme=theme,
            why=why,
            section="6 §",
            kind=TaskKind.CLOCK,
        )


def _agreement_ends(law: LawFacts) -> Iterator[YearTask]:
    """Yield the reminders of each signed agreement that no other carries on."""
    for one in law.agreements:
        if one.ends is None or signed_on(one) is None or is_carried_on(one, law.agreements):
            continue
        clause = " Den förlängs tills en ny har tecknats." if one.extends_until_new else ""
        for months in (*reversed(AGREEMENT_STEPS), 0):
            day = months_after(one.ends, -months)
            yield YearTask(
                month=day.month,
                day=day,
                title=f"{one.title} slutar om {_months(months)}" if months else f"{one.title} slutar i dag",
                theme=Theme.AGREEMENT,
                why=f"Den gäller till och med {iso(one.ends)}.{clause}",
                section="9 §",
                kind=TaskKind.AGREEMENT,
            )


def _months(count: int) -> str:
    return "en månad" if count == 1 else f"{count} månader"
