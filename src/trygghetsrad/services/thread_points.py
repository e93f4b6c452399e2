"""Lets points about the lägesbild and the plan fill themselves, on the agenda and when the meeting begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.meetings import ItemOrigin
from trygghetsrad.domain.thread_points import (
    ThreadPoint,
    picture_sentences,
    plan_sentences,
    proposed_points,
    thread_point,
)
from trygghetsrad.services.agenda import insert_before_closing, rows_of
from trygghetsrad.services.plans import planned_actions
from trygghetsrad.services.reading_meetings import actions_of
from trygghetsrad.services.reading_thread import pictures_in, plans_in, problems_in
from trygghetsrad.store.schema import AgendaItemRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from trygghetsrad.store.schema import MeetingRow


def lay_thread_points(session: Session, meeting: MeetingRow) -> None:
    """Put what the thread asks for on an agenda that is opened for the first time; nothing twice."""
    there = {thread_point(row.title) for row in rows_of(session, meeting.id)}
    for point in proposed_points(meeting.theme, pictures_in(session), plans_in(session)):
        if thread_point(point.title) in there:
            continue
        row = AgendaItemRow(
            meeting_id=meeting.id,
            position=0,
            title=point.title,
            minutes=point.minutes,
            kind=point.kind,
            origin=ItemOrigin.DUTY,
            proposed_decision=point.decision,
        )
        insert_before_closing(session, row)


def fill_thread_points(session: Session, meeting: MeetingRow) -> None:
    """Write how things stand under the points about the thread that nobody has written under yet."""
    for row in rows_of(session, meeting.id):
        if not row.text:
            row.text = " ".join(thread_sentences(session, row.title, meeting.day))


def thread_sentences(session: Session, title: str, today: date) -> tuple[str, ...]:
    """Return how it stands with what a point is about, or nothing for any other point."""
    about = thread_point(title)
    if about is ThreadPoint.PICTURE:
        return picture_sentences(pictures_in(session), problems_in(session))
    if about is ThreadPoint.PLAN:
        actions = actions_of(session, planned_actions(session))
        return plan_sentences(plans_in(session), actions, today)
    return ()
