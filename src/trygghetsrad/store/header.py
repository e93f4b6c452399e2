"""What a file says of itself in its first hundred bytes, read before SQLite may touch it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trygghetsrad.domain.errors import (
    CouncilMissing,
    DamagedCouncilFile,
    EmptyCouncilFile,
    NewerCouncilFile,
    NotACouncilFile,
    Unreadable,
)
from trygghetsrad.paths import beside
from trygghetsrad.store.schema import APPLICATION_ID, SCHEMA_VERSION

if TYPE_CHECKING:
    from pathlib import Path

MAGIC = b"SQLite format 3\x00"
HEADER_BYTES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The numbers in a council file's header (sqlite.org, file format 1.3)."""

    application_id: int
    version: int


def check_header(path: Path) -> Header:
    """Read the header without SQLite and refuse what is not ours.

    Raises CouncilMissing, EmptyCouncilFile, NotACouncilFile, NewerCouncilFile, DamagedCouncilFile
    or Unreadable.
    """
    try:
        if not path.exists():
            raise CouncilMissing(path)
        if not path.is_file():  # a folder, or something that would keep us waiting
            raise NotACouncilFile(path)
        with path.open("rb") as file:
            head = file.read(HEADER_BYTES)
            size = path.stat().st_size
    except OSError as error:
        raise Unreadable(path) from error
    return _judge(path, head, size)


def stopped_midway(path: Path) -> bool:
    """Tell whether a program was stopped while it saved, so that SQLite has a page or two to put back."""
    journal = beside(path, "-journal")
    return journal.exists() and journal.stat().st_size > 0


def _judge(path: Path, head: bytes, size: int) -> Header:
    if not head:
        raise EmptyCouncilFile(path)
    if not head.startswith(MAGIC):
        raise NotACouncilFile(path)
    if len(head) < HEADER_BYTES:
        raise DamagedCouncilFile(path)
    header = Header(
        application_id=int.from_bytes(head[68:72], "big"), version=int.from_bytes(head[60:64], "big")
    )
    if header.application_id != APPLICATION_ID:
        raise NotACouncilFile(path)
    check_version(path, header.version)
    # A file that was being saved may be shorter than it says; then its journal makes it whole.
    if _is_cut_short(head, size) and not stopped_midway(path):
        raise DamagedCouncilFile(path)
    return header


def check_version(path: Path, version: int) -> None:
    """Refuse a file that a newer program wrote, or that no program finished.

    Raises NewerCouncilFile or DamagedCouncilFile.
    """
    if version > SCHEMA_VERSION:
        raise NewerCouncilFile(path, found=version, known=SCHEMA_VERSION)
    if version == 0:
        raise DamagedCouncilFile(path)


def _is_cut_short(head: bytes, size: int) -> bool:
    """Compare the size in the header with the file's own; a cut copy is shorter."""
    page = int.from_bytes(head[16:18], "big")
    page_bytes = 65536 if page == 1 else page
    pages = int.from_bytes(head[28:32], "big")
    return pages * page_bytes > size
