"""How a paper leaves the house: who gets it, the letter it lies in, and what was noted about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trygghetsrad.domain.counting import plural

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

HEAVY = 10_000_000
"""Bytes from which many mail servers stop a letter (practice.md 10)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody a paper may go to."""

    uid: str
    name: str
    organisation: str = ""
    role: str = ""
    email: str = ""
    private: bool = False
    chosen: bool = True
    left_out: str = ""
    """Why this person can get no letter; empty for everybody who can."""

    @property
    def is_reachable(self) -> bool:
        return not self.left_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """A name, perhaps empty, and an address."""

    name: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file in a letter."""

    name: str
    content: bytes
    media_type: str
    """ "application/pdf" """


@dataclass(frozen=True, slots=True, kw_only=True)
class MailDraft:
    """A letter that is ready to be looked through and sent by somebody."""

    subject: str
    text: str
    to: tuple[Mailbox, ...] = ()
    bcc: tuple[Mailbox, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    recipient_uids: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    """What she may want to look at before sending; nothing of it stops her."""

    @property
    def mailboxes(self) -> tuple[Mailbox, ...]:
        return (*self.to, *self.bcc)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFile:
    """A meeting for other people's calendars."""

    name: str
    content: bytes
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryNote:
    """One line of what was done with a paper: a draft was made, or she said it was sent."""

    recipients: int
    drafted_at: datetime | None = None
    """By the clock on the wall in Sweden."""
    sent_on: date | None = None
    taken_back: bool = False
    """The mark was undone; the line stays."""


def hides_addresses(recipients: Iterable[Recipient]) -> bool:
    """Tell whether a letter should be a hidden copy: somebody's private address would reach the others."""
    chosen = [one for one in recipients if one.chosen and one.is_reachable]
    return len(chosen) > 1 and any(one.private for one in chosen)


def recipients_text(count: int, *, hidden: bool) -> str:
    """Return "12 mottagare, dold kopia"."""
    if not count:
        return "Ingen mottagare är vald"
    return f"{plural(count, 'mottagare', 'mottagare')}{', dold kopia' if hidden else ''}"


def weight_warning(attachments: Iterable[Attachment]) -> str:
    """Return a warning for a letter that may be too heavy to arrive, or nothing."""
    octets = sum(len(one.content) for one in attachments)
    if octets <= HEAVY:
        return ""
    return (
        f"Bilagorna är {octets / 1_000_000:.0f} MB. Många e-postservrar stoppar brev över 10 MB. "
        "Dela upp dem på flera brev eller lägg dem där alla kan hämta dem."
    )
