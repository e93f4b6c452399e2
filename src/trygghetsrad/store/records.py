"""The record: what has left the house and what happened. Never undone, and most of it never changed."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from trygghetsrad.store.base import Base
from trygghetsrad.store.identity import new_uid
from trygghetsrad.store.types import Facts


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
    variant: Mapped[str] = mapped_column(default="")
    """What was chosen for it: papers with other choices are counted apart."""
    version: Mapped[int]
    file_name: Mapped[str]
    sha256: Mapped[str] = mapped_column(ForeignKey("blob.sha256"))
    issued_at: Mapped[datetime]
    issued_on: Mapped[date]
    dnr: Mapped[str] = mapped_column(default="")
    facts: Mapped[str] = mapped_column(Facts(), default="{}")


class DeliveryRow(Base):
    """When an issued paper was sent; recipients by their ids, never by address."""

    __tablename__ = "delivery"

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("issued_document.id"), index=True)
    draft_made_at: Mapped[datetime | None]
    sent_on: Mapped[date | None]
    recipient_uids: Mapped[str] = mapped_column(default="")


class CalendarIssueRow(Base):
    """What a meeting's calendar file said each time it was new; the number only rises (RFC 5545)."""

    __tablename__ = "calendar_issue"
    constraints = (UniqueConstraint("meeting_uid", "sequence"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_uid: Mapped[str]
    sequence: Mapped[int]
    sha256: Mapped[str]
    issued_at: Mapped[datetime]


class MinutesVersionRow(Base):
    """Minutes as they left the house; facts and hash are locked by triggers (practice.md 2)."""

    __tablename__ = "minutes_version"
    constraints = (UniqueConstraint("meeting_uid", "n"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True, default=new_uid)
    meeting_uid: Mapped[str] = mapped_column(index=True)
    n: Mapped[int]
    facts: Mapped[str] = mapped_column(Facts())
    sha256: Mapped[str]
    created_at: Mapped[datetime]
    created_on: Mapped[date]
    actions: Mapped[str] = mapped_column(Facts(), default="{}")
    """What was handed out, by uid: those live on, and may change without changing what was said."""
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


class AgendaSeenRow(Base):
    """Meetings whose agenda the coordinator has looked at; looking is nothing to undo."""

    __tablename__ = "agenda_seen"

    meeting_uid: Mapped[str] = mapped_column(primary_key=True)


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


APPEND_ONLY = ("event", "history", "blob", "meeting_number", "section_number", "calendar_issue")
"""Tables whose rows are never changed; weeding alone may remove rows, by its own door."""

FROZEN_COLUMNS = {
    "minutes_version": ("meeting_uid", "n", "facts", "actions", "sha256", "created_at", "created_on"),
    "issued_document": (
        "kind",
        "about_uid",
        "variant",
        "version",
        "sha256",
        "issued_at",
        "issued_on",
        "facts",
    ),
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
