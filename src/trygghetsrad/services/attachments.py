"""Papers from outside: taken into the council file, described, opened and taken away again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypedDict

from sqlalchemy import func, select

from trygghetsrad.domain.attachments import (
    Attachment,
    AttachmentRole,
    Audience,
    KeptElsewhere,
    NotOpenedHere,
    Provenance,
    Retention,
    may_be_opened,
)
from trygghetsrad.domain.errors import Refused
from trygghetsrad.exchange.cells import safe_filename
from trygghetsrad.services.live import assign, one
from trygghetsrad.services.outbox import clear_old, put_down
from trygghetsrad.services.paper_files import check_file, read_paper
from trygghetsrad.services.reading_attachments import (
    attachment_of,
    papers_by_item,
    papers_of_council,
    papers_of_meeting,
    signed_copies,
)
from trygghetsrad.services.reading_meetings import items_of
from trygghetsrad.store.blobs import bytes_of, keep_bytes
from trygghetsrad.store.schema import AgendaItemRow, AttachmentRow, DecisionRow, MeetingRow

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from sqlalchemy.orm import Session
    from typing_extensions import Unpack

    from trygghetsrad.store.database import Database


class AttachmentFacts(TypedDict, total=False):
    """What may be said of a paper."""

    provenance: Provenance
    sender: str
    description: str
    day: date | None
    dnr: str
    retention: Retention
    audience: Audience
    named: str


class PaperPlace(TypedDict, total=False):
    """What a new paper belongs to; nothing at all means the council."""

    item_id: int | None
    meeting_id: int | None
    decision_id: int | None


class PaperAdded(AttachmentFacts, PaperPlace, total=False):
    """What is said of a paper as it is taken in."""

    may_be_secret: bool | None
    """None means that it is as its point is."""
    stored_because: str


class AttachmentChanges(AttachmentFacts, total=False):
    """What may be changed of a paper."""

    name: str


class _Place(NamedTuple):
    """What a paper belongs to; nothing at all means the council."""

    meeting_id: int | None = None
    item_id: int | None = None
    decision_id: int | None = None
    confidential: bool = False
    dnr: str = ""


class AttachmentsService:
    """The papers of points, meetings and the council."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # -- what there is -------------------------------------------------------------------------

    def get(self, attachment_id: int) -> Attachment:
        """Return one paper.

        Raises NotFound.
        """
        with self._database.read() as session:
            return attachment_of(_row(session, attachment_id))

    def of_item(self, item_id: int) -> tuple[Attachment, ...]:
        with self._database.read() as session:
            return tuple(papers_by_item(session, [item_id]).get(item_id, ()))

    def of_meeting(self, meeting_id: int) -> tuple[Attachment, ...]:
        """Return all papers of a meeting: those of the whole, then those of its points in agenda order."""
        with self._database.read() as session:
            one(session, MeetingRow, meeting_id, "Mötet")
            items = items_of(session, meeting_id)
            of_points = papers_by_item(session, [item.id for item in items])
            points = (paper for item in items for paper in of_points.get(item.id, ()))
            return (*papers_of_meeting(session, meeting_id), *points)

    def of_council(self) -> tuple[Attachment, ...]:
        with self._database.read() as session:
            return papers_of_council(session)

    def signed(self, meeting_id: int) -> tuple[Attachment, ...]:
        """Return the signed minutes of a meeting that have come back."""
        with self._database.read() as session:
            return signed_copies(session, meeting_id)

    def content(self, attachment_id: int) -> bytes:
        """Return the very bytes of a paper.

        Raises NotFound, or KeptElsewhere for a reference.
        """
        with self._database.read() as session:
            row = _row(session, attachment_id)
            if row.sha256 is None:
                raise KeptElsewhere(attachment_of(row))
            return bytes_of(session, row.sha256)

    # -- taking in -----------------------------------------------------------------------------

    def add(self, name: str, content: bytes, today: date, **told: Unpack[PaperAdded]) -> int:
        """Take a paper in: of a point, a decision, a meeting, or of the council when none is named.

        A paper that may be secret, or of a point that is, leaves only a reference behind unless it is said
        why it is stored (practice.md 14). Raises NotFound, FileTooHeavy, NothingInFile or NoPaper.
        """
        check_file(name, content)
        because = told.get("stored_because", "").strip()
        with self._database.write("Lägg till handling") as session:
            row = _new_row(session, name, today, told)
            if not row.may_be_secret or because:
                row.sha256, row.size = keep_bytes(session, content), len(content)
                row.stored_because = because if row.may_be_secret else ""
            session.flush()
            return row.id

    def add_file(self, path: Path, today: date, **told: Unpack[PaperAdded]) -> int:
        """Take a file in, as `add` does; the file itself is left where it is.

        Raises also FileMissing, NotAFile or Unreadable.
        """
        return self.add(path.name, read_paper(path), today, **told)

    def add_reference(self, name: str, today: date, **told: Unpack[PaperAdded]) -> int:
        """Name a paper whose file is kept in the municipality's diary; it may be secret unless that is said.

        Raises NotFound, or Refused without a name.
        """
        told.setdefault("may_be_secret", True)
        with self._database.write("Lägg till hänvisning") as session:
            row = _new_row(session, name, today, told)
            session.flush()
            return row.id

    def store_file(self, attachment_id: int, path: Path, because: str) -> None:
        """Keep the file of a paper that was only a reference; why goes into the record.

        Raises as `add_file` does, and Refused when no reason is given for a paper that may be secret.
        """
        content = read_paper(path)
        with self._database.write("Spara handlingens fil") as session:
            row = _row(session, attachment_id)
            if row.may_be_secret and not because.strip():
                raise Refused(
                    f"”{row.name}” kan omfattas av sekretess. Skriv varför filen ska sparas här. "
                    "Hänvisningen är kvar."
                )
            row.sha256, row.size = keep_bytes(session, content), len(content)
            row.name, row.stored_because = safe_filename(path.name), because.strip()
            self._database.event(session, "sekretess: fil sparad", row.uid, reason=because.strip())

    # -- changing ------------------------------------------------------------------------------

    def change(self, attachment_id: int, **facts: Unpack[AttachmentChanges]) -> None:
        """Change what is said of a paper; a new name keeps the ending of the file.

        Raises NotFound, or Refused when the name would become empty.
        """
        key = f"attachment:{attachment_id}:{','.join(facts)}"
        with self._database.write("Ändra handling", merge_key=key) as session:
            row = _row(session, attachment_id)
            if "name" in facts:
                facts["name"] = _renamed(attachment_of(row), facts["name"])
            assign(row, dict(facts))

    def remove(self, attachment_id: int) -> None:
        with self._database.write("Ta bort handling") as session:
            _row(session, attachment_id).deleted_at = self._database.clock()

    # -- taking out ----------------------------------------------------------------------------

    def save(self, attachment_id: int, path: Path) -> None:
        """Write a copy of a paper's file.

        Raises KeptElsewhere, or the FileErrors of documents/saving.py.
        """
        from trygghetsrad.documents.saving import save_document

        save_document(path, self.content(attachment_id))

    def open_copy(self, attachment_id: int) -> Path:
        """Put down a copy to be opened with another program; what is changed in it stays in the copy.

        Raises KeptElsewhere, NotOpenedHere for files that could do something, or the FileErrors of saving.
        """
        paper = self.get(attachment_id)
        if paper.is_stored and not may_be_opened(paper.name):
            raise NotOpenedHere(paper.name)
        now = self._database.clock()
        clear_old(now)
        return put_down({paper.name: self.content(attachment_id)}, now)[0]


def _row(session: Session, attachment_id: int) -> AttachmentRow:
    return one(session, AttachmentRow, attachment_id, "Handlingen")


def _placed(session: Session, told: PaperPlace) -> _Place:
    """Return where a paper belongs; a decision's paper stands with its point, a point's with its meeting.

    Raises NotFound.
    """
    item_id, decision_id = told.get("item_id"), told.get("decision_id")
    if decision_id is not None:
        item_id = one(session, DecisionRow, decision_id, "Beslutet").item_id
    if item_id is not None:
        item = one(session, AgendaItemRow, item_id, "Punkten")
        return _Place(item.meeting_id, item.id, decision_id, item.confidential, item.dnr)
    meeting_id = told.get("meeting_id")
    if meeting_id is not None:
        return _Place(one(session, MeetingRow, meeting_id, "Mötet").id)
    return _Place()


def _new_row(session: Session, name: str, today: date, told: PaperAdded) -> AttachmentRow:
    """Return the row of a new paper, as secret as its point unless something else is said.

    Raises NotFound, or Refused without a name.
    """
    if not name.strip():
        raise Refused("Skriv vad handlingen heter. Inget har lagts till.")
    place = _placed(session, told)
    secret = told.get("may_be_secret")
    row = AttachmentRow(
        meeting_id=place.meeting_id,
        item_id=place.item_id,
        decision_id=place.decision_id,
        name=safe_filename(name),
        place=next_place(session, place.meeting_id, place.item_id),
        day=today,
        dnr=place.dnr,
        may_be_secret=place.confidential if secret is None else secret,
    )
    assign(row, {fact: value for fact, value in told.items() if fact in AttachmentFacts.__annotations__})
    session.add(row)
    return row


def next_place(
    session: Session,
    meeting_id: int | None,
    item_id: int | None,
    role: AttachmentRole = AttachmentRole.PAPER,
) -> int:
    """Return the next number among the papers of the same thing; one in the bin keeps its own."""
    same = select(func.max(AttachmentRow.place)).where(
        AttachmentRow.meeting_id.is_(meeting_id)
        if meeting_id is None
        else AttachmentRow.meeting_id == meeting_id,
        AttachmentRow.item_id.is_(item_id) if item_id is None else AttachmentRow.item_id == item_id,
        AttachmentRow.role == role,
    )
    return (session.scalar(same) or 0) + 1


def _renamed(paper: Attachment, name: str) -> str:
    """Return the new name with the ending of the file it stands for."""
    if not name.strip():
        raise Refused(f"Handlingen behöver ett namn. Den heter fortfarande ”{paper.title}”.")
    ending = paper.name[len(paper.title) :]
    return safe_filename(f"{name.strip().removesuffix(ending)}{ending}")
