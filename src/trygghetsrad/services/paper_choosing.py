"""What can be chosen for a paper, and what is chosen where she has not said."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from trygghetsrad.domain.board_matters import short_body
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.documents import PaperAsk, PaperOffer, PaperOptions
from trygghetsrad.domain.sorting import swedish_key
from trygghetsrad.services.live import live
from trygghetsrad.services.reading import council_of, organisations_by_id
from trygghetsrad.services.reading_agreements import agreements_in
from trygghetsrad.services.reading_boards import matters_in
from trygghetsrad.services.reading_grants import grants_in
from trygghetsrad.services.reading_meetings import actions_of
from trygghetsrad.services.reading_thread import pictures_in, plans_in, problems_in
from trygghetsrad.services.sections import sections_for
from trygghetsrad.store.schema import ActionRow, MeetingRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from trygghetsrad.domain.meetings import AgendaItem, MeetingRoom


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOrder:
    """A paper as it was asked for."""

    session: Session
    kind: str
    today: date
    room: MeetingRoom | None = None
    options: PaperOptions = field(default_factory=PaperOptions)

    @property
    def meeting(self) -> MeetingRoom:
        """The meeting of a paper that is about one."""
        if self.room is None:
            raise AssertionError(self.kind)
        return self.room


def usual_options(order: PaperOrder) -> PaperOptions:
    """Return the answers that suit most papers: this year, today, every § with a decision."""
    year = year_with_meetings(order.session, order.today)
    return PaperOptions(
        sections=sections_to_quote(order) if order.room else (),
        since=date(year, 1, 1),
        until=date(year, 12, 31),
        year=year,
        day=order.today,
    )


def year_with_meetings(session: Session, today: date) -> int:
    """Return this year, or in the first weeks the year before as long as nothing has met."""
    met = session.scalar(
        select(func.max(MeetingRow.day)).where(
            MeetingRow.deleted_at.is_(None), MeetingRow.started.is_not(None), MeetingRow.day <= today
        )
    )
    return max(met.year, today.year - 1) if met else today.year


def numbered(order: PaperOrder) -> tuple[tuple[int, AgendaItem], ...]:
    """Return the points of the meeting with their § numbers, or their places where there are none."""
    room = order.meeting
    sections = sections_for(order.session, council_of(order.session), room.meeting, room.items)
    return tuple((sections.get(item.uid, (item.position, ""))[0], item) for item in room.items)


def uses_sections(order: PaperOrder) -> bool:
    """Tell whether the points of the meeting have §, or are known by their places alone."""
    room = order.meeting
    return bool(sections_for(order.session, council_of(order.session), room.meeting, room.items))


def sections_to_quote(order: PaperOrder) -> tuple[int, ...]:
    """Return the § whose decisions go to somebody; else those with a decision, else the first."""
    points = numbered(order)
    open_points = [(number, item) for number, item in points if not item.confidential] or list(points)
    sent = [n for n, item in open_points if any(one.sent_to.strip() for one in item.decisions)]
    decided = [n for n, item in open_points if item.decisions]
    return tuple(dict.fromkeys(sent or decided or [n for n, _item in open_points[:1]]))


def offer_for(order: PaperOrder, asks: frozenset[PaperAsk]) -> PaperOffer:
    """Return what she may choose from; an order's options are the usual answers."""
    session = order.session
    return PaperOffer(
        usual=order.options,
        sections=tuple((number, item.title) for number, item in numbered(order))
        if PaperAsk.SECTIONS in asks
        else (),
        years=_years(session, order.today) if PaperAsk.YEAR in asks else (),
        organisations=_organisations(session) if PaperAsk.ORGANISATION in asks else (),
        owners=owners_of(session) if PaperAsk.OWNER in asks else (),
        points=_points_with_papers(order) if PaperAsk.POINT in asks else (),
        agreements=_agreements(session) if PaperAsk.AGREEMENT in asks else (),
        matters=_matters(session) if PaperAsk.MATTER in asks else (),
        problems=_problems(session) if PaperAsk.PROBLEM in asks else (),
        versions=_versions(order) if PaperAsk.VERSION in asks else (),
        grants=_grants(session) if PaperAsk.GRANT in asks else (),
    )


def _points_with_papers(order: PaperOrder) -> tuple[tuple[int, str], ...]:
    return tuple((item.position, item.title) for item in order.meeting.items if item.papers)


def _agreements(session: Session) -> tuple[tuple[int, str], ...]:
    known = agreements_in(session)
    return tuple((one.id, ", ".join(filter(None, (one.title, one.period)))) for one in known)


def _matters(session: Session) -> tuple[tuple[int, str], ...]:
    known = matters_in(session)
    return tuple((one.id, f"{one.title}, till {short_body(one.body)}") for one in known)


def _problems(session: Session) -> tuple[tuple[int, str], ...]:
    return tuple((one.id, one.title) for one in problems_in(session) if one.is_open)


def _grants(session: Session) -> tuple[tuple[int, str], ...]:
    return tuple((one.id, f"{one.title}, {one.year}") for one in grants_in(session))


def _versions(order: PaperOrder) -> tuple[tuple[int, str], ...]:
    """Return the adopted versions that were written here; of one made elsewhere there is only its file."""
    read = plans_in if order.kind == "atgardsplan" else pictures_in
    return tuple(
        (one.number, f"{one.period}, version {one.number}, beslutad {iso(one.decided.day)}")
        for one in read(order.session)
        if one.decided.day and not one.is_draft and not one.is_elsewhere
    )


def _years(session: Session, today: date) -> tuple[int, ...]:
    """Return the years the council has lived, and the next, latest first."""
    first = session.scalar(select(func.min(MeetingRow.day)).where(MeetingRow.deleted_at.is_(None)))
    start = min(first.year if first else today.year, today.year - 1)
    return tuple(range(today.year + 1, start - 1, -1))


def _organisations(session: Session) -> tuple[tuple[int, str], ...]:
    rows = organisations_by_id(session).items()
    named = ((key, one.name) for key, one in rows if one.deleted_at is None)
    return tuple(sorted(named, key=lambda one: swedish_key(one[1])))


def owners_of(session: Session) -> tuple[str, ...]:
    """Return everyone who has something to do, in name order."""
    actions = actions_of(session, session.scalars(live(ActionRow)).all())
    names = {action.owner for action in actions if action.owner and action.is_open}
    return tuple(sorted(names, key=swedish_key))
