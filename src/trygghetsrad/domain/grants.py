"""Projects for which a grant is sought: how far they have come, and when they are to be reported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.gaps import Gap
from trygghetsrad.domain.papers.wheel import WheelDay, WheelMark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

GAP_KIND = "grant"
REMIND_DAYS = 45
"""So many days before a report is due it is spoken of."""
STATE_FUNDER = "Brå"


class GrantState(StrEnum):
    """Where a project is; computed from what is written about it."""

    PLANNED = "planerat"
    APPLIED = "sökt"
    GRANTED = "beviljat"
    REJECTED = "avslag"
    REPORTED = "redovisat"


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantProject:
    """One project for one year of grants; amounts are whole kronor, None for what is not known."""

    id: int
    uid: str
    year: int
    title: str
    funder: str = STATE_FUNDER
    problem_id: int | None = None
    purpose: str = ""
    plan: str = ""
    partners: str = ""
    other_grants: str = ""
    evaluation: str = ""
    starts: date | None = None
    ends: date | None = None
    salaries: int | None = None
    other_costs: int | None = None
    applied_on: date | None = None
    granted: int | None = None
    """Nothing for no answer yet; 0 for a rejection."""
    used: int | None = None
    interim_due: date | None = None
    interim_on: date | None = None
    """When the delredovisning was sent."""
    final_due: date | None = None
    final_on: date | None = None

    @property
    def applied(self) -> int | None:
        """Return what is applied for, when any cost is known."""
        known = [cost for cost in (self.salaries, self.other_costs) if cost is not None]
        return sum(known) if known else None

    @property
    def period(self) -> str:
        """Return "2026-01-01–2026-12-31"; the whole year where no days are told."""
        if self.starts is None and self.ends is None:
            return str(self.year)
        return "–".join(iso(day) if day else "" for day in (self.starts, self.ends))


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantDeadline:
    what: str
    day: date
    is_done: bool


def grant_state(one: GrantProject) -> GrantState:
    if one.final_on is not None:
        return GrantState.REPORTED
    if one.granted is not None:
        return GrantState.GRANTED if one.granted else GrantState.REJECTED
    return GrantState.APPLIED if one.applied_on else GrantState.PLANNED


def grant_deadlines(one: GrantProject) -> tuple[GrantDeadline, ...]:
    """Return the reports of a project; one that was rejected or not granted yet has none."""
    if not one.granted:
        return ()
    reports = (
        ("Delredovisning", one.interim_due, one.interim_on),
        ("Slutredovisning", one.final_due, one.final_on),
    )
    return tuple(
        GrantDeadline(what=what, day=due, is_done=sent is not None) for what, due, sent in reports if due
    )


def grant_gaps(projects: Iterable[GrantProject], today: date) -> tuple[Gap, ...]:
    """Return the reports that are to be written now, or are late."""
    return tuple(_gaps(projects, today))


def _gaps(projects: Iterable[GrantProject], today: date) -> Iterator[Gap]:
    for one in projects:
        for report in grant_deadlines(one):
            if not report.is_done and report.day - timedelta(days=REMIND_DAYS) <= today:
                late = f", {(today - report.day).days} dagar sedan" if report.day < today else ""
                yield Gap(
                    text=f"{report.what} av {one.title}",
                    caption=f"Senast {iso(report.day)} till {one.funder or 'bidragsgivaren'}{late}",
                    kind=GAP_KIND,
                    item_id=one.id,
                )


def grant_days(projects: Sequence[GrantProject]) -> list[WheelDay]:
    """Return the reports to come as days of the year."""
    return [
        WheelDay(day=report.day, mark=WheelMark.OTHER, what=f"{report.what} av {one.title}")
        for one in projects
        for report in grant_deadlines(one)
        if not report.is_done
    ]
