"""Which papers there are: those that can be made now, and those that have left the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.documents import DocumentChoice, IssuedDocument, Paper
from trygghetsrad.domain.errors import NotFound
from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.services.minutes_now import original_notes
from trygghetsrad.services.notices import former_notice, notice_core
from trygghetsrad.services.paper_kinds import KINDS, MINUTES, kind_title
from trygghetsrad.store.blobs import bytes_of
from trygghetsrad.store.schema import DeliveryRow, IssuedDocumentRow, MeetingRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.meetings import MeetingRoom


def meeting_choices(session: Session, room: MeetingRoom) -> tuple[DocumentChoice, ...]:
    latest = newest_of(session, room.meeting.uid)
    return tuple(
        DocumentChoice(
            kind=kind,
            title=kind_title(kind, room),
            subtitle=f"{room.meeting.label} · {iso(room.meeting.day)}",
            meeting_id=room.meeting.id,
            latest=latest.get(kind),
            is_outdated=_is_outdated(session, kind, room, latest.get(kind)),
            can_issue=_can_issue(kind, room),
            is_timely=spec.is_timely(room),
            asks=spec.asks,
            has_word=spec.has_word,
        )
        for kind, spec in KINDS.items()
        if spec.of_meeting and spec.suits(room)
    )


def _can_issue(kind: str, room: MeetingRoom) -> bool:
    """Tell whether a paper is of those that leave the house; nobody is called to a meeting that is over."""
    return kind in MINUTES or (kind == "kallelse" and room.meeting.state is not MeetingState.HELD)


def council_choices(session: Session) -> tuple[DocumentChoice, ...]:
    latest = newest_of(session, "")
    return tuple(
        DocumentChoice(
            kind=kind,
            title=kind_title(kind, None),
            subtitle="Rådet",
            latest=latest.get(kind),
            asks=spec.asks,
            has_word=spec.has_word,
        )
        for kind, spec in KINDS.items()
        if not spec.of_meeting
    )


def _is_outdated(session: Session, kind: str, room: MeetingRoom, latest: IssuedDocument | None) -> bool:
    """Tell whether what was issued no longer says what holds."""
    if latest is None:
        return False
    if kind == "kallelse":
        former = former_notice(session, room.meeting.uid)
        held = room.meeting.state is MeetingState.HELD
        return former is not None and not held and former.core != notice_core(room)
    return kind in MINUTES and room.changed_since_version


def newest_of(session: Session, about_uid: str) -> dict[str, IssuedDocument]:
    """Return the newest paper of each kind about one thing."""
    newest = (
        select(func.max(IssuedDocumentRow.id))
        .where(IssuedDocumentRow.about_uid == about_uid)
        .group_by(IssuedDocumentRow.kind)
    )
    rows = session.scalars(select(IssuedDocumentRow).where(IssuedDocumentRow.id.in_(newest))).all()
    sent = sent_days(session) if rows else {}
    return {row.kind: issued_of(row, sent) for row in rows}


def newest_issued(session: Session, kind: str, about_uid: str, variant: str = "") -> IssuedDocumentRow | None:
    """Return the paper of a kind, with the same things chosen, that left the house last."""
    return session.scalar(
        select(IssuedDocumentRow)
        .where(
            IssuedDocumentRow.kind == kind,
            IssuedDocumentRow.about_uid == about_uid,
            IssuedDocumentRow.variant == variant,
        )
        .order_by(IssuedDocumentRow.id.desc())
        .limit(1)
    )


def issued_of(row: IssuedDocumentRow, sent: dict[int, date]) -> IssuedDocument:
    return IssuedDocument(
        id=row.id,
        uid=row.uid,
        kind=row.kind,
        title=row.title,
        version=row.version,
        file_name=row.file_name,
        sha256=row.sha256,
        issued_on=row.issued_on,
        about_uid=row.about_uid,
        sent_on=sent.get(row.id),
    )


def sent_days(session: Session) -> dict[int, date]:
    """Return when each paper was sent, as last told.

    The log of deliveries is never undone. A notice counts as sent as long as its meeting counts as called,
    so that Ångra takes the mark back too.
    """
    uncalled = select(IssuedDocumentRow.id).join(MeetingRow, MeetingRow.uid == IssuedDocumentRow.about_uid)
    uncalled = uncalled.where(
        IssuedDocumentRow.kind == "kallelse",
        MeetingRow.called_on.is_(None),
        MeetingRow.state != MeetingState.CANCELLED,
    )
    rows = session.scalars(
        select(DeliveryRow)
        .where(DeliveryRow.sent_on.is_not(None), DeliveryRow.document_id.not_in(uncalled))
        .order_by(DeliveryRow.id)
    )
    return {row.document_id: row.sent_on for row in rows if row.sent_on}


def kept_paper(session: Session, document_id: int) -> Paper:
    """Return an issued paper as it was, byte for byte.

    Raises NotFound.
    """
    row = session.get(IssuedDocumentRow, document_id)
    if row is None:
        raise NotFound("Dokumentet")
    meeting_id = session.scalar(select(MeetingRow.id).where(MeetingRow.uid == row.about_uid))
    return Paper(
        kind=row.kind,
        title=row.title,
        file_name=row.file_name,
        content=bytes_of(session, row.sha256),
        notes=original_notes(session, row.kind, meeting_id),
        document_id=row.id,
    )
