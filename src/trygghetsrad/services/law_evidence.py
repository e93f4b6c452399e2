"""Reads out of the council file what there is to show for each § of the Act."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from trygghetsrad.domain.board_matters import MatterAbout, MatterOutcome
from trygghetsrad.domain.chapters import Chapter
from trygghetsrad.domain.law_facts import (
    AgreementFact,
    ChairFact,
    CoordinationFact,
    FollowUpFact,
    InvitationFact,
    LawFacts,
    MeetingFact,
    PictureFact,
    PicturePart,
    PlanFact,
    PlanLinkFact,
    PositionFact,
    PublicationFact,
    ReportFact,
    RepresentationFact,
    SignatureFact,
)
from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.domain.people import SeatRole
from trygghetsrad.domain.thread import newest_decided
from trygghetsrad.services.coordination import functions_in, plan_links_in, publications_in
from trygghetsrad.services.duty_answers import answers_in
from trygghetsrad.services.live import live
from trygghetsrad.services.plans import reviews_in
from trygghetsrad.services.reading import belongs_to_municipality, council_of, organisations_by_id
from trygghetsrad.services.reading_agreements import agreements_in
from trygghetsrad.services.reading_boards import matters_in
from trygghetsrad.services.reading_meetings import MeetingNumbers, meeting_of
from trygghetsrad.services.reading_thread import pictures_in, plans_in, problems_in
from trygghetsrad.services.representation import invitations_in
from trygghetsrad.services.seating import members_on
from trygghetsrad.store.schema import AttachmentRow, IndicatorRow, MeetingRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.people import Member
    from trygghetsrad.domain.thread import ActionPlan, SituationPicture
    from trygghetsrad.store.schema import OrganisationRow

ASSEMBLY = "fullmäktige"

PARTS: dict[PicturePart, frozenset[str]] = {
    PicturePart.MAPPING: frozenset(
        {
            Chapter.REPORTED,
            Chapter.EXPOSURE,
            Chapter.CRIME_TYPES,
            Chapter.PLACES,
            Chapter.GROUPS,
            Chapter.CONSEQUENCES,
        }
    ),
    PicturePart.OTHER_INFORMATION: frozenset(
        {
            Chapter.DIALOGUES,
            Chapter.WALKS,
            Chapter.SCHOOL,
            Chapter.SOCIAL,
            Chapter.RESCUE,
            Chapter.BUSINESS,
            Chapter.SIGHTINGS,
            Chapter.OUTLOOK,
        }
    ),
    PicturePart.ANALYSIS: frozenset({Chapter.TRENDS, Chapter.COMPARISON, Chapter.FACTORS}),
}
"""The chapters of which at least one must be written, or told to have nothing, for each part of 4 §."""


def law_facts(session: Session, today: date) -> LawFacts:
    """Return everything Lagkollen reads, as it stands."""
    pictures, plans = pictures_in(session), plans_in(session)
    files = _files(session)
    function = next((one for one in functions_in(session) if one.ends is None or one.ends >= today), None)
    members = members_on(session, today)
    return LawFacts(
        pictures=_pictures(session, pictures, files),
        positions=_positions(session, pictures),
        plans=_plans(plans, files),
        follow_ups=tuple(
            FollowUpFact(id=one.id, day=one.finished_on) for one in reviews_in(session) if one.finished_on
        ),
        plan_links=tuple(
            PlanLinkFact(id=one.id, what=one.name, day=one.checked_on) for one in plan_links_in(session)
        ),
        agreements=_agreements(session, files),
        chair=_chair(session, members),
        meetings=_meetings(session),
        representations=_representations(session, members),
        invitations=tuple(
            InvitationFact(id=one.id, organisation=one.organisation, tried_on=one.tried_on)
            for one in invitations_in(session)
            if one.tried_on
        ),
        coordination=CoordinationFact(
            post=function.post,
            holder=function.holder,
            percent=function.percent,
            deputy=function.deputy,
            since=function.starts,
            person_id=function.person_id,
        )
        if function
        else CoordinationFact(),
        contact_point=function.contact if function else "",
        publications=tuple(
            PublicationFact(id=one.id, title=one.title, where=one.address, day=one.day)
            for one in publications_in(session)
        ),
        reports=_reports(session, files),
        responsible_board=council_of(session).board,
        answered=frozenset(one.duty for one in answers_in(session)),
    )


def _files(session: Session) -> frozenset[int]:
    """Return the papers whose file is kept here; one in the bin shows nothing."""
    rows = session.scalars(live(AttachmentRow).where(AttachmentRow.sha256.is_not(None)))
    return frozenset(row.id for row in rows)


def _pictures(
    session: Session, pictures: Sequence[SituationPicture], files: frozenset[int]
) -> tuple[PictureFact, ...]:
    current = newest_decided(pictures)
    measured = session.scalar(live(IndicatorRow).limit(1)) is not None
    return tuple(
        PictureFact(
            id=one.id,
            attachment_id=one.attachment_id if one.attachment_id in files else None,
            title=f"Lägesbild {one.period}",
            established_on=one.decided.day if not one.is_draft else None,
            by=one.decided.body,
            section=one.decided.section,
            dnr=one.decided.dnr,
            superseded=current is not None and not one.is_draft and one.id != current.id,
            lacks=frozenset() if one.is_elsewhere else _lacks(one, measured=measured),
            holds_positions=one.is_elsewhere,
        )
        for one in pictures
    )


def _lacks(picture: SituationPicture, *, measured: bool) -> frozenset[PicturePart]:
    """Return the parts of 4 § that nobody has written; figures are a kartläggning, judgements an analysis."""
    written = {one.chapter for one in picture.chapters if one.text or one.nothing_to_report}
    judged = any(one.text or one.is_decided for one in picture.assessments)
    there = {PicturePart.MAPPING: measured, PicturePart.ANALYSIS: judged}
    return frozenset(
        part for part, chapters in PARTS.items() if not written & chapters and not there.get(part, False)
    )


def _positions(session: Session, pictures: Sequence[SituationPicture]) -> tuple[PositionFact, ...]:
    latest = next((one for one in pictures if not one.is_elsewhere), None)
    titles = {problem.id: problem.title for problem in problems_in(session)}
    return tuple(
        PositionFact(
            problem_id=one.problem_id,
            problem=titles.get(one.problem_id, ""),
            position=one.position.value,
            motivation=one.motivation,
        )
        for one in (latest.assessments if latest else ())
    )


def _plans(plans: Sequence[ActionPlan], files: frozenset[int]) -> tuple[PlanFact, ...]:
    return tuple(
        PlanFact(
            id=one.id,
            attachment_id=one.attachment_id if one.attachment_id in files else None,
            title=f"Åtgärdsplan {one.period}",
            adopted_on=one.decided.day if not one.is_draft else None,
            by=one.decided.body,
            section=one.decided.section,
            dnr=one.decided.dnr,
        )
        for one in plans
    )


def _agreements(session: Session, files: frozenset[int]) -> tuple[AgreementFact, ...]:
    return tuple(
        AgreementFact(
            id=one.id,
            attachment_id=one.attachment_id if one.attachment_id in files else None,
            title=one.title,
            parties=tuple(
                SignatureFact(party=party.name, signed_on=party.signed_on) for party in one.parties
            ),
            purposes=one.purposes,
            areas=one.areas,
            starts=one.starts,
            ends=one.ends,
            extends_until_new=one.extends,
            replaced_by_id=one.replaced_by_id,
            drafted_on=one.drafted_on,
            sent_on=one.sent_on,
            dnr=one.dnr,
        )
        for one in agreements_in(session)
    )


def _chair(session: Session, members: Iterable[Member]) -> ChairFact | None:
    """Return who chairs now; a politician without an organisation sits for the municipality."""
    member = next((one for one in members if one.seat.role is SeatRole.CHAIR and one.person), None)
    if member is None or member.person is None:
        return None
    known = organisations_by_id(session)
    home = next((row for row in known.values() if row.name == member.organisation), None)
    return ChairFact(
        name=member.name,
        organisation=member.organisation,
        is_municipal=home is None or belongs_to_municipality(home, known),
        person_id=member.person.id,
    )


def _meetings(session: Session) -> tuple[MeetingFact, ...]:
    numbers = MeetingNumbers(session)
    rows = session.scalars(live(MeetingRow).where(MeetingRow.state != MeetingState.CANCELLED))
    return tuple(
        MeetingFact(
            id=row.id, label=meeting_of(row, numbers).label, day=row.day, held=row.state is MeetingState.HELD
        )
        for row in rows
    )


def _representations(session: Session, members: Iterable[Member]) -> tuple[RepresentationFact, ...]:
    """Return the organisations beside the municipality that have seats, and who sits for them."""
    seats: defaultdict[int, list[Member]] = defaultdict(list)
    for member in members:
        if member.seat.organisation_id is not None:
            seats[member.seat.organisation_id].append(member)
    known = organisations_by_id(session)
    rows = [row for row in known.values() if row.id in seats and not belongs_to_municipality(row, known)]
    return tuple(_representation(row, seats[row.id]) for row in rows)


def _representation(row: OrganisationRow, seated: Sequence[Member]) -> RepresentationFact:
    people = [one for one in seated if one.person]
    leader = next((one for one in people if one.person and one.person.leading), None)
    since = leader.appointment.starts if leader and leader.appointment else None
    return RepresentationFact(
        organisation=row.name,
        organisation_id=row.id,
        leading=leader is not None if people else None,
        who=leader.name if leader else "",
        since=since,
        vacant_seats=len(seated) - len(people),
    )


def _reports(session: Session, files: frozenset[int]) -> tuple[ReportFact, ...]:
    """Return the reports to fullmäktige; one that waits for its answer is on its way."""
    told = [one for one in matters_in(session) if one.about is MatterAbout.REPORT]
    return tuple(
        ReportFact(
            id=one.id,
            attachment_id=one.attachment_id if one.attachment_id in files else None,
            title=one.title,
            day=one.meeting_day if one.outcome is not MatterOutcome.WAITING else None,
            section=one.section,
            dnr=one.dnr,
        )
        for one in told
        if ASSEMBLY in one.body.casefold() and one.outcome is not MatterOutcome.REJECTED
    )
