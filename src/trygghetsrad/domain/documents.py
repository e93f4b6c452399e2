"""The papers of the council as lists on the screen name them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A finished paper in memory: the very bytes, and the name its file gets."""

    kind: str
    title: str
    file_name: str
    content: bytes
    replaced: tuple[str, ...] = ()
    """Characters that the font lacks and that were replaced."""
    document_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedDocument:
    """A paper that left the house and is kept byte for byte."""

    id: int
    uid: str
    kind: str
    title: str
    version: int
    file_name: str
    sha256: str
    issued_on: date
    about_uid: str
    sent_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentChoice:
    """One line of the page Dokument: a paper that can be made now, and what there is of it already."""

    kind: str
    title: str
    subtitle: str
    meeting_id: int | None = None
    latest: IssuedDocument | None = None
    is_outdated: bool = False
    can_issue: bool = False
    is_timely: bool = True
    """False for the minutes of a meeting that has not begun."""
