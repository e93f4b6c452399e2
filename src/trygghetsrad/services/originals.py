"""Minutes whose original is another file than the program's text: declared, told of, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.attachments import AttachmentRole, Provenance, ending_of
from trygghetsrad.domain.errors import Refused, one_line
from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.exchange.cells import safe_filename
from trygghetsrad.services.attachments import next_place
from trygghetsrad.services.live import one
from trygghetsrad.services.paper_files import read_paper
from trygghetsrad.services.reading_attachments import attachment_of, original_of, row_of_original
from trygghetsrad.store.blobs import keep_bytes
from trygghetsrad.store.schema import AttachmentRow, MeetingRow

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.attachments import Attachment
    from trygghetsrad.store.database import Database

KINDS = ("docx", "pdf")
"""Endings of files that can be the original of minutes."""

_BEGINNINGS = {"docx": b"PK", "pdf": b"%PDF"}
_FIRST_BYTES = 1024


class OriginalsService:
    """Says which file counts where it is not the one the program makes (practice.md 3)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_meeting(self, meeting_id: int) -> Attachment | None:
        """Return the file that is the original of a meeting's minutes, when one is."""
        with self._database.read() as session:
            return original_of(session, meeting_id)

    def declare(self, meeting_id: int, path: Path, today: date) -> int:
        """Keep a file with its meeting as the original of the minutes; one there was gives way.

        Raises the FileErrors of `read_paper`, NotFound, and Refused for what is no Word file or PDF, or
        before the meeting is over.
        """
        content = _read(path)
        with self._database.write("Gör filen till originalet") as session:
            meeting = _held(session, meeting_id)
            self._give_way(session, meeting_id)
            row = AttachmentRow(
                meeting_id=meeting_id,
                role=AttachmentRole.ORIGINAL,
                place=next_place(session, meeting_id, None, AttachmentRole.ORIGINAL),
                name=safe_filename(path.name),
                sha256=keep_bytes(session, content),
                size=len(content),
                provenance=Provenance.RECEIVED,
                day=today,
            )
            session.add(row)
            session.flush()
            self._note(session, meeting, row)
            return row.id

    def declare_signed(self, attachment_id: int) -> None:
        """Let a signed copy that came back be the original; it is still kept as it is.

        Raises NotFound, and Refused for a paper that is no signed copy.
        """
        with self._database.write("Gör kopian till originalet") as session:
            row = one(session, AttachmentRow, attachment_id, "Kopian")
            if row.role is not AttachmentRole.SIGNED or row.meeting_id is None:
                raise Refused("Filen är ingen underskriven kopia. Inget har ändrats.")
            meeting = _held(session, row.meeting_id)
            self._give_way(session, row.meeting_id)
            row.place = next_place(session, row.meeting_id, None, AttachmentRole.ORIGINAL)
            row.role = AttachmentRole.ORIGINAL
            self._note(session, meeting, row)

    def take_back(self, meeting_id: int) -> None:
        """Let the program's text be the original again; the file goes to the bin, and that is recorded.

        Raises NotFound, or Refused when no file is the original.
        """
        with self._database.write("Låt programmets text gälla") as session:
            meeting = one(session, MeetingRow, meeting_id, "Mötet")
            row = row_of_original(session, meeting_id)
            if row is None:
                raise Refused("Det är redan programmets text som gäller. Inget har ändrats.")
            row.deleted_at = self._database.clock()
            self._database.event(
                session, "programmets text är åter originalet", meeting.uid, sha256=row.sha256 or ""
            )

    def _give_way(self, session: Session, meeting_id: int) -> None:
        former = row_of_original(session, meeting_id)
        if former is not None:
            former.deleted_at = self._database.clock()

    def _note(self, session: Session, meeting: MeetingRow, row: AttachmentRow) -> None:
        file = attachment_of(row)
        self._database.event(
            session, "originalet är en bifogad fil", meeting.uid, name=file.name, sha256=file.sha256
        )


def _held(session: Session, meeting_id: int) -> MeetingRow:
    meeting = one(session, MeetingRow, meeting_id, "Mötet")
    if meeting.state is not MeetingState.HELD:
        raise Refused("Mötet är inte avslutat, så det har inget protokoll än. Inget har ändrats.")
    return meeting


def _read(path: Path) -> bytes:
    content = read_paper(path)
    kind = ending_of(path.name)
    if kind not in KINDS:
        raise Refused(
            f"”{one_line(path.name)}” är varken Word-dokument (.docx) eller PDF. Bara en sådan fil "
            "kan vara original. Inget har ändrats."
        )
    # Some put a line of their own before the mark of a PDF.
    if _BEGINNINGS[kind] not in content[: _FIRST_BYTES if kind == "pdf" else 2]:
        raise Refused(
            f"”{one_line(path.name)}” är skadad eller av ett annat slag än den heter. Inget har ändrats. "
            "Hämta filen på nytt."
        )
    return content
