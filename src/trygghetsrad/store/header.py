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
    if not path.exists():
        raise CouncilMissing(path)
    if path.is_dir():
        raise NotACouncilFile(path)
    try:
        with path.open("rb") as file:
            head = file.read(HEADER_BYTES)
            size = path.stat().st_size
    except OSError as error:
        raise Unreadable(path) from error
    return _judge(path, head, size)


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
    if header.version > SCHEMA_VERSION:
        raise NewerCouncilFile(path, found=header.version, known=SCHEMA_VERSION)
    if header.version == 0 or _is_cut_short(head, size):
        raise DamagedCouncilFile(path)
    return header


def _is_cut_short(head: bytes, size: int) -> bool:
    """Compare the size in the header with the file's own; a cut copy is shorter."""
    page = int.from_bytes(head[16:18], "big")
    page_bytes = 65536 if page == 1 else page
    pages = int.from_bytes(head[28:32], "big")
    return pages * page_bytes > size
