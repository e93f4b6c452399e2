"""Lagkollen: how the council stands with each § of the Act, and what the year asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain import duty_calendar
from trygghetsrad.domain.board_matters import Body
from trygghetsrad.domain.duty_calendar import BoardDay, YearFacts
from trygghetsrad.domain.law import law_summary
from trygghetsrad.domain.law_rules import duty_statuses
from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.domain.terms import ProposedTerm
from trygghetsrad.services.law_evidence import law_facts
from trygghetsrad.services.law_text import law
from trygghetsrad.services.live import live
from trygghetsrad.services.reading_boards import board_days_in
from trygghetsrad.store.schema import MeetingRow, TermRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.duty_calendar import YearTask
    from trygghetsrad.domain.law import DutyStatus, Law, LawSummary
    from trygghetsrad.store.database import Database


class LawService:
    """The Act (2023:196) held against what the council file can show; computed, never ticked by hand."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def text(self) -> Law:
        """Return the Act as the program knows it, with when it was read."""
        return law()

    def statuses(self, today: date) -> tuple[DutyStatus, ...]:
        """Return every row of Lagkollen in the order of the Act."""
        with self._database.read() as session:
            return statuses_in(session, today)

    def summary(self, today: date) -> LawSummary:
        """Return how many rows are documented, and the first that is not."""
        return law_summary(self.statuses(today))

    def year_tasks(self, year: int, today: date) -> tuple[YearTask, ...]:
        """Return what a year asks for, from the Act's clocks, agreements, boards and mandate periods."""
        with self._database.read() as session:
            return duty_calendar.year_tasks(year, year_facts(session, today), today)


def statuses_in(session: Session, today: date) -> tuple[DutyStatus, ...]:
    """Return every row of Lagkollen within a reading that is already open."""
    return duty_statuses(law(), law_facts(session, today), today)


def year_facts(session: Session, today: date) -> YearFacts:
    """Return what a year is planned from."""
    terms = session.scalars(live(TermRow).order_by(TermRow.starts))
    meetings = session.scalars(live(MeetingRow).where(MeetingRow.state != MeetingState.CANCELLED))
    return YearFacts(
        law=law_facts(session, today),
        boards=tuple(
            BoardDay(body=one.body, day=one.day, stop=one.stop_day) for one in board_days_in(session)
        ),
        executive=Body.EXECUTIVE_BOARD.value,
        assembly=Body.ASSEMBLY.value,
        committee=Body.WORKING_COMMITTEE.value,
        terms=tuple(ProposedTerm(name=row.name, starts=row.starts, ends=row.ends) for row in terms),
        existing=tuple(row.day for row in meetings),
    )
