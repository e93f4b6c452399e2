"""Bytes kept in the council file, each content once."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sqlalchemy import select

from trygghetsrad.store.schema import BlobRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def keep_bytes(session: Session, content: bytes) -> str:
    """Keep the content and return its SHA-256; the same content is kept once."""
    digest = hashlib.sha256(content).hexdigest()
    if session.scalar(select(BlobRow.sha256).where(BlobRow.sha256 == digest)) is None:
        session.add(BlobRow(sha256=digest, content=content))
        session.flush()
    return digest


def bytes_of(session: Session, digest: str) -> bytes:
    """Return the content behind a hash."""
    return session.get_one(BlobRow, digest).content


def is_whole(session: Session, digest: str) -> bool:
    """Tell whether the content still is what its hash says."""
    return hashlib.sha256(bytes_of(session, digest)).hexdigest() == digest
