"""A file taken in as a paper of the council, within a step that does something more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.errors import Refused
from trygghetsrad.exchange.cells import safe_filename
from trygghetsrad.services.attachments import next_place
from trygghetsrad.services.paper_files import check_file, read_paper
from trygghetsrad.store.blobs import keep_bytes
from trygghetsrad.store.schema import AttachmentRow

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from sqlalchemy.orm import Session


class ReadFile(NamedTuple):
    """A file as it was read, before anything is stored."""

    name: str
    content: bytes


def read_whole(path: Path) -> ReadFile:
    """Read a file she has chosen.

    Raises FileMissing, NotAFile, Unreadable, FileTooHeavy, NothingInFile or NoPaper.
    """
    return ReadFile(path.name, read_paper(path))


def keep_for_council(session: Session, file: ReadFile, today: date, description: str) -> int:
    """Keep a file among the papers of the council; return its number."""
    check_file(file.name, file.content)
    row = AttachmentRow(
        name=safe_filename(file.name),
        place=next_place(session, None, None),
        day=today,
        description=description,
    )
    row.sha256, row.size = keep_bytes(session, file.content), len(file.content)
    session.add(row)
    session.flush()
    return row.id


def check_past(day: date | None, today: date | None, lacking: str) -> date:
    """Return the day something was decided; raise Refused, with what is lacking, for none or one to come."""
    if day is None:
        raise Refused(lacking)
    if today and day > today:
        raise Refused(f"{iso(day)} har inte varit än. Skriv dagen då det beslutades. Inget har ändrats.")
    return day
