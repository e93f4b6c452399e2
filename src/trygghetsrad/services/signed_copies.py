"""Minutes that come back signed: known by their code, kept as they are, in the way of a withdrawal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from trygghetsrad.domain.attachments import Attachment, AttachmentRole, Provenance, ending_of
from trygghetsrad.domain.errors import Refused, one_line
from trygghetsrad.domain.meetings import Meeting, MinutesState
from trygghetsrad.services.attachments import next_place
from trygghetsrad.services.live import live, one
from trygghetsrad.services.paper_files import read_paper
from trygghetsrad.services.reading_attachments import attachment_of, signed_copies
from trygghetsrad.services.reading_meetings import MeetingNumbers, meeting_of, newest_version
from trygghetsrad.store.blobs import keep_bytes
from trygghetsrad.store.schema import AttachmentRow, MeetingRow, MinutesVersionRow

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from sqlalchemy.orm import Session

    from trygghetsrad.store.database import Database

_CODE_LENGTH = 16
_HEX = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedMatch:
    """Which meeting a signed copy belongs to, or which it could belong to."""

    found: Meeting | None = None
    """The meeting whose printed code the file carries."""
    awaiting: tuple[Meeting, ...] = ()
    """Those whose minutes are out and have no signed copy yet, the latest first."""


class SignedCopiesService:
    """Takes signed minutes in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_meeting(self, meeting_id: int) -> tuple[Attachment, ...]:
        """Return the signed copies of a meeting, oldest first."""
        with self._database.read() as session:
            return signed_copies(session, meeting_id)

    def match(self, path: Path) -> SignedMatch:
        """Return the meeting whose code is printed in a PDF; scanned ones have no text to look in.

        Raises as `add` does for a file that cannot be taken in.
        """
        from trygghetsrad.documents.pdf.foreign import text_of

        content = _read_pdf(path)
        words = "".join(text_of(content).split()).casefold()
        with self._database.read() as session:
            numbers = MeetingNumbers(session)
            found = _by_code(session, words)
            return SignedMatch(
                found=meeting_of(found, numbers) if found else None,
                awaiting=() if found else tuple(_awaiting(session, numbers)),
            )

    def add(self, meeting_id: int, path: Path, today: date) -> int:
        """Keep a signed copy with its meeting; the file itself is left where it is.

        Raises the FileErrors of `read_paper`, and Refused for what is no PDF, cannot be read or is there
        already, or when no minutes were sent.
        """
        content = _read_pdf(path)
        with self._database.write("Lägg till underskriven kopia") as session:
            meeting = one(session, MeetingRow, meeting_id, "Mötet")
            version = newest_version(session, meeting.uid)
            if version is None:
                raise Refused(
                    "Protokollet är inte skapat än, så det finns inget att skriva under. "
                    "Inget har lagts till."
                )
            digest = keep_bytes(session, content)
            if any(copy.sha256 == digest for copy in signed_copies(session, meeting_id)):
                raise Refused("Den kopian finns redan på mötet. Inget har lagts till.")
            row = AttachmentRow(
                meeting_id=meeting_id,
                role=AttachmentRole.SIGNED,
                place=next_place(session, meeting_id, None, AttachmentRole.SIGNED),
                name=_name(path),
                sha256=digest,
                size=len(content),
                provenance=Provenance.RECEIVED,
                day=today,
            )
            session.add(row)
            session.flush()
            self._database.event(
                session, "underskriven kopia mottagen", meeting.uid, version=version.n, sha256=digest
            )
            return row.id

    def remove(self, attachment_id: int) -> None:
        """Take a signed copy away, such as one of another meeting; that stays in the record.

        Raises NotFound.
        """
        with self._database.write("Ta bort underskriven kopia") as session:
            row = one(session, AttachmentRow, attachment_id, "Kopian")
            copy = attachment_of(row)
            row.deleted_at = self._database.clock()
            meeting = session.get_one(MeetingRow, copy.meeting_id)
            self._database.event(session, "underskriven kopia borttagen", meeting.uid, sha256=copy.sha256)


def _read_pdf(path: Path) -> bytes:
    from trygghetsrad.documents.pdf.foreign import PdfFault, look_into

    content = read_paper(path)
    name = one_line(path.name)
    if ending_of(path.name) != "pdf":
        raise Refused(
            f"”{name}” är ingen PDF. Skanna det underskrivna protokollet som PDF. Inget har lagts till."
        )
    # One that is locked against changes may be signed electronically, and is kept as it is.
    if look_into(content).fault is PdfFault.DAMAGED:
        raise Refused(f"”{name}” är skadad och går inte att läsa. Inget har lagts till. Hämta filen på nytt.")
    return content


def _by_code(session: Session, words: str) -> MeetingRow | None:
    """Return the meeting of the first code in a text, its white space taken away."""
    for row in session.scalars(select(MinutesVersionRow).order_by(MinutesVersionRow.id.desc())):
        if _HEX.fullmatch(row.sha256[:_CODE_LENGTH]) and row.sha256[:_CODE_LENGTH] in words:
            return session.scalar(live(MeetingRow).where(MeetingRow.uid == row.meeting_uid))
    return None


def _awaiting(session: Session, numbers: MeetingNumbers) -> list[Meeting]:
    rows = session.scalars(live(MeetingRow).order_by(MeetingRow.day.desc()))
    meetings = [meeting_of(row, numbers) for row in rows]
    out = [meeting for meeting in meetings if meeting.minutes_state is not MinutesState.DRAFT]
    return [meeting for meeting in out if not signed_copies(session, meeting.id)]


def _name(path: Path) -> str:
    from trygghetsrad.exchange.cells import safe_filename

    return safe_filename(path.name)
