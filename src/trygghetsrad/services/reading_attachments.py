"""Papers of points, meetings and the council, as plain facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.attachments import Attachment, AttachmentRole
from trygghetsrad.services.live import live
from trygghetsrad.store.schema import AttachmentRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Select
    from sqlalchemy.orm import Session


def attachment_of(row: AttachmentRow) -> Attachment:
    return Attachment(
        id=row.id,
        uid=row.uid,
        name=row.name,
        place=row.place,
        item_id=row.item_id,
        meeting_id=row.meeting_id,
        decision_id=row.decision_id,
        role=row.role,
        sha256=row.sha256 or "",
        size=row.size,
        provenance=row.provenance,
        sender=row.sender,
        description=row.description,
        day=row.day,
        dnr=row.dnr,
        retention=row.retention,
        audience=row.audience,
        named=row.named,
        may_be_secret=row.may_be_secret,
        stored_because=row.stored_because,
    )


def papers_by_item(session: Session, item_ids: Sequence[int]) -> dict[int, list[Attachment]]:
    """Return the papers of each point, those of its decisions with them."""
    found: dict[int, list[Attachment]] = {}
    for paper in _all(session, _papers().where(AttachmentRow.item_id.in_(item_ids))):
        found.setdefault(paper.item_id or 0, []).append(paper)
    return found


def papers_of_meeting(session: Session, meeting_id: int) -> tuple[Attachment, ...]:
    """Return the papers of a meeting as a whole, not those of its points."""
    whole = _papers().where(AttachmentRow.meeting_id == meeting_id, AttachmentRow.item_id.is_(None))
    return _all(session, whole)


def papers_of_council(session: Session) -> tuple[Attachment, ...]:
    return _all(session, _papers().where(AttachmentRow.meeting_id.is_(None)))


def signed_copies(session: Session, meeting_id: int) -> tuple[Attachment, ...]:
    """Return the signed minutes of a meeting that came back."""
    returned = live(AttachmentRow).where(
        AttachmentRow.meeting_id == meeting_id, AttachmentRow.role == AttachmentRole.SIGNED
    )
    return _all(session, returned)


def original_of(session: Session, meeting_id: int) -> Attachment | None:
    """Return the file that is the original of the minutes instead of the program's text."""
    row = row_of_original(session, meeting_id)
    return attachment_of(row) if row else None


def row_of_original(session: Session, meeting_id: int) -> AttachmentRow | None:
    return session.scalar(
        live(AttachmentRow)
        .where(AttachmentRow.meeting_id == meeting_id, AttachmentRow.role == AttachmentRole.ORIGINAL)
        .order_by(AttachmentRow.id.desc())
        .limit(1)
    )


def _papers() -> Select[AttachmentRow]:
    return live(AttachmentRow).where(AttachmentRow.role == AttachmentRole.PAPER)


def _all(session: Session, statement: Select[AttachmentRow]) -> tuple[Attachment, ...]:
    rows: Iterable[AttachmentRow] = session.scalars(statement.order_by(AttachmentRow.place, AttachmentRow.id))
    return tuple(attachment_of(row) for row in rows)
