"""The living tables of a council file: people, meetings, decisions, actions; every change can be undone."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from trygghetsrad.domain.actions import ActionNature, ActionStatus, Area, EffectTerm, Rating
from trygghetsrad.domain.attachments import AttachmentRole, Audience, Provenance, Retention
from trygghetsrad.domain.council import MinutesKind, PresentHeading, QuorumRule, SenderLines, StandingContent
from trygghetsrad.domain.file_names import FILE_PATTERN
from trygghetsrad.domain.invitations import Answer, LetterKind
from trygghetsrad.domain.meetings import (
    Capacity,
    ItemKind,
    ItemOrigin,
    MeetingKind,
    MeetingState,
    Outcome,
    Presence,
    RoleAtMeeting,
    SpanReason,
)
from trygghetsrad.domain.numbering import NumberingRule, SectionStyle
from trygghetsrad.domain.people import OrganisationKind, SeatRole
from trygghetsrad.store.base import Base, Binnable, Journaled
from trygghetsrad.store.types import OneOf, SomeOf


class CouncilRow(Journaled, Base):
    __tablename__ = "council"

    municipality_code: Mapped[str]
    municipality_name: Mapped[str]
    name: Mapped[str]
    street: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    web: Mapped[str] = mapped_column(default="")
    logo: Mapped[str] = mapped_column(default="")
    logo_drawing: Mapped[str] = mapped_column(default="")
    numbering: Mapped[NumberingRule] = mapped_column(OneOf(NumberingRule), default=NumberingRule.YEAR)
    minutes_kind: Mapped[MinutesKind] = mapped_column(OneOf(MinutesKind), default=MinutesKind.PROTOCOL)
    present_heading: Mapped[PresentHeading] = mapped_column(
        OneOf(PresentHeading), default=PresentHeading.MEMBERS
    )
    quorum: Mapped[QuorumRule] = mapped_column(OneOf(QuorumRule), default=QuorumRule.NONE)
    meeting_word: Mapped[str] = mapped_column(default="möte")
    agenda_word: Mapped[str] = mapped_column(default="dagordning")
    items_days: Mapped[int] = mapped_column(default=28)
    material_days: Mapped[int] = mapped_column(default=14)
    notice_days: Mapped[int] = mapped_column(default=10)
    verification_days: Mapped[int] = mapped_column(default=14)
    chair_approves: Mapped[bool] = mapped_column(default=False)
    usual_place: Mapped[str] = mapped_column(default="")
    usual_link: Mapped[str] = mapped_column(default="")
    usual_start: Mapped[time] = mapped_column(default=time(13))
    usual_end: Mapped[time] = mapped_column(default=time(15))
    usual_weekday: Mapped[int] = mapped_column(default=1)
    avoid_weeks: Mapped[str] = mapped_column(default="27–32, 44")
    avoid_days: Mapped[str] = mapped_column(default="")
    file_pattern: Mapped[str] = mapped_column(default=FILE_PATTERN)
    word_template: Mapped[str] = mapped_column(default="")
    word_template_name: Mapped[str] = mapped_column(default="")
    accent: Mapped[str] = mapped_column(default="")
    sender: Mapped[SenderLines] = mapped_column(OneOf(SenderLines), default=SenderLines.MUNICIPALITY_FIRST)
    organisation_number: Mapped[str] = mapped_column(default="")
    signing_minutes: Mapped[str] = mapped_column(default="")
    signing_notes: Mapped[str] = mapped_column(default="")
    signing_extract: Mapped[str] = mapped_column(default="")
    signing_memo: Mapped[str] = mapped_column(default="")
    section_style: Mapped[SectionStyle] = mapped_column(OneOf(SectionStyle), default=SectionStyle.SIGN)
    posts_notice: Mapped[bool] = mapped_column(default=False)
    kept_at: Mapped[str] = mapped_column(default="")
    dnr: Mapped[str] = mapped_column(default="")
    board: Mapped[str] = mapped_column(default="kommunstyrelsen")
    adopts_plan: Mapped[str] = mapped_column(default="kommunstyrelsen")
    rules_on: Mapped[date | None]
    rules_section: Mapped[str] = mapped_column(default="")
    officer_contact: Mapped[str] = mapped_column(default="")
    memo_word: Mapped[str] = mapped_column(default="tjänsteskrivelse")
    is_example: Mapped[bool] = mapped_column(default=False)
    created_on: Mapped[date]


class StandingItemRow(Journaled, Base):
    __tablename__ = "standing_item"

    position: Mapped[int]
    title: Mapped[str]
    minutes: Mapped[int | None]
    content: Mapped[StandingContent] = mapped_column(OneOf(StandingContent), default=StandingContent.NOTHING)


class OrganisationRow(Binnable, Base):
    __tablename__ = "organisation"

    name: Mapped[str]
    kind: Mapped[OrganisationKind] = mapped_column(OneOf(OrganisationKind))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    notes: Mapped[str] = mapped_column(default="")


class PersonRow(Binnable, Base):
    __tablename__ = "person"

    given_name: Mapped[str]
    family_name: Mapped[str]
    sort_key: Mapped[str] = mapped_column(index=True)
    title: Mapped[str] = mapped_column(default="")
    leading: Mapped[bool] = mapped_column(default=False)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    mobile: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
    private_address: Mapped[bool] = mapped_column(default=False)
    protected: Mapped[bool] = mapped_column(default=False)


class TermRow(Journaled, Base):
    __tablename__ = "term"

    name: Mapped[str]
    starts: Mapped[date]
    ends: Mapped[date]


class SeatRow(Binnable, Base):
    __tablename__ = "seat"

    role: Mapped[SeatRole] = mapped_column(OneOf(SeatRole))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    label: Mapped[str] = mapped_column(default="")
    for_seat_id: Mapped[int | None] = mapped_column(ForeignKey("seat.id"), index=True)


class AppointmentRow(Journaled, Base):
    __tablename__ = "appointment"

    seat_id: Mapped[int] = mapped_column(ForeignKey("seat.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    term_id: Mapped[int | None] = mapped_column(ForeignKey("term.id"))
    appointed_by: Mapped[str] = mapped_column(default="")
    appointed_on: Mapped[date | None]
    section: Mapped[str] = mapped_column(default="")
    instead_of: Mapped[str] = mapped_column(default="")
    party: Mapped[str] = mapped_column(default="")


class MeetingRow(Binnable, Base):
    __tablename__ = "meeting"
    constraints = (CheckConstraint("starts < ends", name="starts_before_ends"),)

    day: Mapped[date] = mapped_column(index=True)
    starts: Mapped[time]
    ends: Mapped[time]
    zone: Mapped[str] = mapped_column(default="Europe/Stockholm")
    place: Mapped[str] = mapped_column(default="")
    link: Mapped[str] = mapped_column(default="")
    kind: Mapped[MeetingKind] = mapped_column(OneOf(MeetingKind), default=MeetingKind.ORDINARY)
    state: Mapped[MeetingState] = mapped_column(OneOf(MeetingState), default=MeetingState.PLANNED)
    theme: Mapped[str] = mapped_column(default="")
    dnr: Mapped[str] = mapped_column(default="")
    called_on: Mapped[date | None]
    started: Mapped[time | None]
    ended: Mapped[time | None]
    cancelled_because: Mapped[str] = mapped_column(default="")
    minutes_kind: Mapped[MinutesKind] = mapped_column(OneOf(MinutesKind), default=MinutesKind.PROTOCOL)
    verification_place: Mapped[str] = mapped_column(default="")
    verification_day: Mapped[date | None]
    verification_time: Mapped[time | None]
    asked_of_you: Mapped[str] = mapped_column(default="")
    approved_on: Mapped[date | None]
    approved_agenda: Mapped[str] = mapped_column(default="")


class MeetingRoleRow(Journaled, Base):
    __tablename__ = "meeting_role"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    role: Mapped[RoleAtMeeting] = mapped_column(OneOf(RoleAtMeeting))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str]
    from_item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id", ondelete="CASCADE"))


class AgendaItemRow(Binnable, Base):
    __tablename__ = "agenda_item"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    title: Mapped[str]
    kind: Mapped[ItemKind] = mapped_column(OneOf(ItemKind), default=ItemKind.INFORMATION)
    origin: Mapped[ItemOrigin] = mapped_column(OneOf(ItemOrigin), default=ItemOrigin.NEW)
    content: Mapped[StandingContent] = mapped_column(OneOf(StandingContent), default=StandingContent.NOTHING)
    presenter: Mapped[str] = mapped_column(default="")
    proposed_by: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int | None]
    proposed_decision: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    dnr: Mapped[str] = mapped_column(default="")
    confidential: Mapped[bool] = mapped_column(default=False)
    areas: Mapped[frozenset[Area]] = mapped_column(SomeOf(Area), default=frozenset())
    treated: Mapped[bool] = mapped_column(default=False)
    carried_from_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))


class AttendanceRow(Journaled, Base):
    __tablename__ = "attendance"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str]
    organisation: Mapped[str] = mapped_column(default="")
    role: Mapped[SeatRole | None] = mapped_column(OneOf(SeatRole))
    presence: Mapped[Presence] = mapped_column(OneOf(Presence))
    capacity: Mapped[Capacity] = mapped_column(OneOf(Capacity))
    serves_for_id: Mapped[int | None] = mapped_column(ForeignKey("attendance.id", ondelete="SET NULL"))


class AttendanceSpanRow(Journaled, Base):
    __tablename__ = "attendance_span"

    attendance_id: Mapped[int] = mapped_column(ForeignKey("attendance.id", ondelete="CASCADE"), index=True)
    from_item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id", ondelete="CASCADE"))
    to_item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id", ondelete="CASCADE"))
    reason: Mapped[SpanReason] = mapped_column(OneOf(SpanReason))


class DecisionRow(Binnable, Base):
    __tablename__ = "decision"

    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id", ondelete="CASCADE"), index=True)
    text: Mapped[str]
    outcome: Mapped[Outcome] = mapped_column(OneOf(Outcome), default=Outcome.DECIDES)
    sent_to: Mapped[str] = mapped_column(default="")
    reservations: Mapped[str] = mapped_column(default="")
    votes: Mapped[str] = mapped_column(default="")


class ActionRow(Binnable, Base):
    __tablename__ = "action"

    what: Mapped[str]
    status: Mapped[ActionStatus] = mapped_column(OneOf(ActionStatus), default=ActionStatus.PLANNED)
    due: Mapped[date | None]
    owner_person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    owner_organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    owner_text: Mapped[str] = mapped_column(default="")
    areas: Mapped[frozenset[Area]] = mapped_column(SomeOf(Area), default=frozenset())
    nature: Mapped[ActionNature] = mapped_column(OneOf(ActionNature), default=ActionNature.UNSET)
    one_off: Mapped[bool] = mapped_column(default=True)
    done_on: Mapped[date | None]
    created_on: Mapped[date]
    notes: Mapped[str] = mapped_column(default="")
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id", ondelete="SET NULL"), index=True)
    problem_id: Mapped[int | None] = mapped_column(ForeignKey("problem.id", ondelete="SET NULL"), index=True)
    cause_id: Mapped[int | None] = mapped_column(ForeignKey("cause.id", ondelete="SET NULL"))
    goal_id: Mapped[int | None] = mapped_column(ForeignKey("goal.id", ondelete="SET NULL"))
    effect: Mapped[EffectTerm] = mapped_column(OneOf(EffectTerm), default=EffectTerm.UNSET)
    partners: Mapped[str] = mapped_column(default="")
    starts: Mapped[date | None]


class FollowUpRow(Binnable, Base):
    __tablename__ = "follow_up"

    action_id: Mapped[int] = mapped_column(ForeignKey("action.id", ondelete="CASCADE"), index=True)
    day: Mapped[date]
    text: Mapped[str]
    rating: Mapped[Rating] = mapped_column(OneOf(Rating), default=Rating.UNRATED)
    review_id: Mapped[int | None] = mapped_column(ForeignKey("review.id", ondelete="SET NULL"))
    production: Mapped[str] = mapped_column(default="")
    process: Mapped[str] = mapped_column(default="")
    effect: Mapped[str] = mapped_column(default="")


class AttachmentRow(Binnable, Base):
    """A paper of a point, a decision, a meeting or, without any of them, of the council."""

    __tablename__ = "attachment"

    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id", ondelete="CASCADE"), index=True)
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id", ondelete="SET NULL"))
    place: Mapped[int]
    name: Mapped[str]
    role: Mapped[AttachmentRole] = mapped_column(OneOf(AttachmentRole), default=AttachmentRole.PAPER)
    sha256: Mapped[str | None] = mapped_column(ForeignKey("blob.sha256"))
    size: Mapped[int] = mapped_column(default=0)
    provenance: Mapped[Provenance] = mapped_column(OneOf(Provenance), default=Provenance.RECEIVED)
    sender: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(default="")
    day: Mapped[date | None]
    dnr: Mapped[str] = mapped_column(default="")
    retention: Mapped[Retention] = mapped_column(OneOf(Retention), default=Retention.KEPT)
    audience: Mapped[Audience] = mapped_column(OneOf(Audience), default=Audience.EVERYONE)
    named: Mapped[str] = mapped_column(default="")
    may_be_secret: Mapped[bool] = mapped_column(default=False)
    stored_because: Mapped[str] = mapped_column(default="")


class InvitationRow(Binnable, Base):
    """A letter to an organisation about its place in the council, and what came of it."""

    __tablename__ = "invitation"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    letter: Mapped[LetterKind] = mapped_column(OneOf(LetterKind), default=LetterKind.INVITATION)
    document_uid: Mapped[str] = mapped_column(default="")
    created_on: Mapped[date]
    sent_on: Mapped[date | None]
    answer: Mapped[Answer] = mapped_column(OneOf(Answer), default=Answer.NONE)
    answered_on: Mapped[date | None]
    reminders: Mapped[int] = mapped_column(default=0)
    reminded_on: Mapped[date | None]
    seat_id: Mapped[int | None] = mapped_column(ForeignKey("seat.id"))
    notes: Mapped[str] = mapped_column(default="")


LIVING: tuple[type[Base], ...] = (
    CouncilRow,
    StandingItemRow,
    OrganisationRow,
    PersonRow,
    TermRow,
    SeatRow,
    AppointmentRow,
    MeetingRow,
    MeetingRoleRow,
    AgendaItemRow,
    AttendanceRow,
    AttendanceSpanRow,
    DecisionRow,
    ActionRow,
    FollowUpRow,
    AttachmentRow,
    InvitationRow,
)
"""The living tables of people, meetings and actions."""
