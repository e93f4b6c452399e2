"""The tables of a council file."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, MetaData, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from trygghetsrad.domain.actions import ActionNature, ActionStatus, Area, Rating
from trygghetsrad.domain.council import MinutesKind, PresentHeading, QuorumRule, StandingContent
from trygghetsrad.domain.meetings import (
    Capacity,
    ItemKind,
    ItemOrigin,
    MeetingKind,
    MeetingState,
    MinutesState,
    Outcome,
    Presence,
    RoleAtMeeting,
    SpanReason,
)
from trygghetsrad.domain.numbering import NumberingRule
from trygghetsrad.domain.people import OrganisationKind, SeatRole
from trygghetsrad.store.identity import new_uid
from trygghetsrad.store.types import Bytes, Day, Flag, Moment, OneOf, SomeOf, WallTime, Whole, Word

APPLICATION_ID = 0x54525247
"""Stands in the header of every council file: TRRG."""

SCHEMA_VERSION = 1


class Base(DeclarativeBase):
    """Common to all tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {
        str: Word(),
        int: Whole(),
        bool: Flag(),
        date: Day(),
        time: WallTime(),
        datetime: Moment(),
        bytes: Bytes(),
    }

    @declared_attr.directive
    def __table_args__(cls) -> tuple[object, ...]:  # noqa: N805
        return (*getattr(cls, "constraints", ()), {"sqlite_strict": True, "sqlite_autoincrement": True})


class Journaled:
    """A living row: numbered, named for ever, and every change of it can be undone."""

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True, default=new_uid)


class Binnable(Journaled):
    """A row that is put in the bin rather than deleted."""

    deleted_at: Mapped[datetime | None]


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
    numbering: Mapped[NumberingRule] = mapped_column(OneOf(NumberingRule), default=NumberingRule.YEAR)
    minutes_kind: Mapped[MinutesKind] = mapped_column(OneOf(MinutesKind), default=MinutesKind.PROTOCOL)
    present_heading: Mapped[PresentHeading] = mapped_column(
        OneOf(PresentHeading), default=PresentHeading.MEMBERS
    )
    quorum: Mapped[QuorumRule] = mapped_column(OneOf(QuorumRule), default=QuorumRule.NONE)
    meeting_word: Mapped[str] = mapped_column(default="möte")
    agenda_word: Mapped[str] = mapped_column(default="dagordning")
    memo_word: Mapped[str] = mapped_column(default="tjänsteskrivelse")
    items_days: Mapped[int] = mapped_column(default=28)
    material_days: Mapped[int] = mapped_column(default=14)
    notice_days: Mapped[int] = mapped_column(default=10)
    verification_days: Mapped[int] = mapped_column(default=14)
    usual_place: Mapped[str] = mapped_column(default="")
    usual_link: Mapped[str] = mapped_column(default="")
    usual_start: Mapped[time] = mapped_column(default=time(13))
    usual_end: Mapped[time] = mapped_column(default=time(15))
    usual_weekday: Mapped[int] = mapped_column(default=1)
    avoid_weeks: Mapped[str] = mapped_column(default="27–32, 44")
    avoid_days: Mapped[str] = mapped_column(default="")
    posting_certificate: Mapped[bool] = mapped_column(default=False)
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
    for_seat_id: Mapped[int | None] = mapped_column(ForeignKey("seat.id"))


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
    agenda_opened: Mapped[bool] = mapped_column(default=False)
    called_on: Mapped[date | None]
    started: Mapped[time | None]
    ended: Mapped[time | None]
    cancelled_because: Mapped[str] = mapped_column(default="")
    minutes_kind: Mapped[MinutesKind] = mapped_column(OneOf(MinutesKind), default=MinutesKind.PROTOCOL)
    minutes_state: Mapped[MinutesState] = mapped_column(OneOf(MinutesState), default=MinutesState.DRAFT)
    verification_place: Mapped[str] = mapped_column(default="")


class MeetingRoleRow(Journaled, Base):
    __tablename__ = "meeting_role"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    role: Mapped[RoleAtMeeting] = mapped_column(OneOf(RoleAtMeeting))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str]
    span_text: Mapped[str] = mapped_column(default="")


class AgendaItemRow(Binnable, Base):
    __tablename__ = "agenda_item"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    title: Mapped[str]
    kind: Mapped[ItemKind] = mapped_column(OneOf(ItemKind), default=ItemKind.INFORMATION)
    origin: Mapped[ItemOrigin] = mapped_column(OneOf(ItemOrigin), default=ItemOrigin.NEW)
    content: Mapped[StandingContent] = mapped_column(OneOf(StandingContent), default=StandingContent.NOTHING)
    presenter: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int | None]
    proposed_decision: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    dnr: Mapped[str] = mapped_column(default="")
    confidential: Mapped[bool] = mapped_column(default=False)
    areas: Mapped[frozenset[Area]] = mapped_column(SomeOf(Area), default=frozenset())
    treated: Mapped[bool] = mapped_column(default=False)
    section: Mapped[int | None]
    section_letter: Mapped[str] = mapped_column(default="")
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


class FollowUpRow(Binnable, Base):
    __tablename__ = "follow_up"

    action_id: Mapped[int] = mapped_column(ForeignKey("action.id", ondelete="CASCADE"), index=True)
    day: Mapped[date]
    text: Mapped[str]
    rating: Mapped[Rating] = mapped_column(OneOf(Rating), default=Rating.UNRATED)


JOURNALED: tuple[type[Base], ...] = (
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
)
"""The living tables: every change is logged for undo and history."""


# What follows is never undone: it has left the house, or it is the record of what happened.


class BlobRow(Base):
    """The bytes of documents and attachments, each once."""

    __tablename__ = "blob"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes]


class MeetingNumberRow(Base):
    """Numbers given with a notice; never changed and never used again (practice.md 7)."""

    __tablename__ = "meeting_number"
    constraints = (UniqueConstraint("year", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_uid: Mapped[str] = mapped_column(unique=True)
    year: Mapped[int]
    number: Mapped[int]


class SectionNumberRow(Base):
    """§ numbers given with the first version of the minutes; never used again."""

    __tablename__ = "section_number"
    constraints = (UniqueConstraint("series", "section", "letter"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    item_uid: Mapped[str] = mapped_column(unique=True)
    series: Mapped[str]
    section: Mapped[int]
    letter: Mapped[str] = mapped_column(default="")


class IssuedDocumentRow(Base):
    """A paper that left the house, byte for byte."""

    __tablename__ = "issued_document"

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True, default=new_uid)
    kind: Mapped[str]
    title: Mapped[str]
    about_uid: Mapped[str] = mapped_column(default="", index=True)
    version: Mapped[int]
    file_name: Mapped[str]
    sha256: Mapped[str] = mapped_column(ForeignKey("blob.sha256"))
    issued_at: Mapped[datetime]
    issued_on: Mapped[date]
    dnr: Mapped[str] = mapped_column(default="")
    facts: Mapped[str] = mapped_column(default="{}")


class DeliveryRow(Base):
    """When an issued paper was sent; recipients by their ids, never by address."""

    __tablename__ = "delivery"

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("issued_document.id"), index=True)
    draft_made_at: Mapped[datetime | None]
    sent_on: Mapped[date | None]
    recipient_uids: Mapped[str] = mapped_column(default="")


class MinutesVersionRow(Base):
    """Minutes as they left the house; facts and hash are locked by triggers (practice.md 2)."""

    __tablename__ = "minutes_version"
    constraints = (UniqueConstraint("meeting_uid", "n"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True, default=new_uid)
    meeting_uid: Mapped[str] = mapped_column(index=True)
    n: Mapped[int]
    facts: Mapped[str]
    sha256: Mapped[str]
    created_at: Mapped[datetime]
    created_on: Mapped[date]
    document_id: Mapped[int | None] = mapped_column(ForeignKey("issued_document.id"))
    verified_on: Mapped[date | None]
    verified_how: Mapped[str] = mapped_column(default="")
    verified_after_step: Mapped[int | None]


class EventRow(Base):
    """What happened, in a chain of hashes that shows if anyone has altered it."""

    __tablename__ = "event"

    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    who: Mapped[str]
    what: Mapped[str]
    about_uid: Mapped[str] = mapped_column(default="")
    facts: Mapped[str]
    previous: Mapped[str]
    sha256: Mapped[str]


class HistoryRow(Base):
    """Who changed which field of what, from what to what; contact fields by name only."""

    __tablename__ = "history"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    who: Mapped[str]
    label: Mapped[str]
    table_name: Mapped[str]
    row_uid: Mapped[str] = mapped_column(index=True)
    field: Mapped[str]
    before: Mapped[str | None]
    after: Mapped[str | None]


class DraftRow(Base):
    """Text on its way: typed but not yet left, so that at most a second or two is ever lost."""

    __tablename__ = "draft"
    constraints = (UniqueConstraint("row_uid", "field"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    row_uid: Mapped[str]
    field: Mapped[str]
    text: Mapped[str]
    at: Mapped[datetime]


class UndoStepRow(Base):
    """One thing the coordinator did, which Ångra takes back as a whole."""

    __tablename__ = "undo_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str]
    at: Mapped[datetime]
    merge_key: Mapped[str] = mapped_column(default="")
    is_redo: Mapped[bool] = mapped_column(default=False)


class UndoEntryRow(Base):
    """How one row was before a step touched it; written by triggers."""

    __tablename__ = "undo_entry"
    constraints = (Index("ix_undo_entry_step", "step_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    step_id: Mapped[int] = mapped_column(ForeignKey("undo_step.id", ondelete="CASCADE"))
    operation: Mapped[str]
    table_name: Mapped[str]
    row_id: Mapped[int]
    before: Mapped[str] = mapped_column(default="{}", server_default=text("'{}'"))


APPEND_ONLY = ("event", "history", "blob", "meeting_number", "section_number")
"""Tables whose rows are never changed; weeding alone may remove rows, by its own door."""

FROZEN_COLUMNS = {
    "minutes_version": ("meeting_uid", "n", "facts", "sha256", "created_at", "created_on"),
    "issued_document": ("kind", "about_uid", "version", "sha256", "issued_at", "issued_on", "facts"),
}
"""Columns that are fixed once the row is written."""


def lock_triggers() -> list[str]:
    """Return the plain SQL that keeps the record unalterable."""
    statements = [
        f"CREATE TRIGGER {table}_{what.lower()}_refused BEFORE {what} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for table in APPEND_ONLY
        for what in ("UPDATE", "DELETE")
    ]
    for table, columns in FROZEN_COLUMNS.items():
        statements.append(
            f"CREATE TRIGGER {table}_frozen BEFORE UPDATE OF {', '.join(columns)} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is frozen'); END"
        )
        statements.append(
            f"CREATE TRIGGER {table}_delete_refused BEFORE DELETE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is frozen'); END"
        )
    return statements
