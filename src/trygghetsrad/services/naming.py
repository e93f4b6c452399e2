"""What papers and their files are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.file_names import FileFacts, file_stem
from trygghetsrad.exchange.cells import safe_filename
from trygghetsrad.services.live import one
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_meetings import MeetingNumbers, meeting_of
from trygghetsrad.store.schema import MeetingRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.meetings import Meeting

OF_COUNCIL = ("atgardslista", "ledamoter")


def title_of(session: Session, kind: str, meeting_id: int | None) -> str:
    """Return "Kallelse möte 4/2026"."""
    from trygghetsrad.documents.make import DOCUMENT_KINDS

    meeting = _meeting(session, kind, meeting_id)
    return f"{DOCUMENT_KINDS[kind]} {meeting.label.lower()}" if meeting else DOCUMENT_KINDS[kind]


def file_name(
    session: Session, kind: str, today: date, meeting_id: int | None, *, suffix: str = ".pdf"
) -> str:
    """Return "2026-12-08 Kallelse möte 4.pdf", after the council's own pattern."""
    from trygghetsrad.documents.make import DOCUMENT_KINDS

    council = council_of(session)
    meeting = _meeting(session, kind, meeting_id)
    facts = FileFacts(
        day=meeting.day if meeting else today,
        document=DOCUMENT_KINDS[kind],
        meeting=_short(meeting, council.meeting_word) if meeting else "",
        council=council.name,
        municipality=council.municipality,
    )
    return safe_filename(f"{file_stem(council.file_pattern, facts)}{suffix}")


def _meeting(session: Session, kind: str, meeting_id: int | None) -> Meeting | None:
    if meeting_id is None or kind in OF_COUNCIL:
        return None
    return meeting_of(one(session, MeetingRow, meeting_id, "Mötet"), MeetingNumbers(session))


def _short(meeting: Meeting, word: str) -> str:
    """Return "möte 4": the year stands in the day."""
    return f"{word} {meeting.label.lower().removeprefix('möte ').partition('/')[0]}"
