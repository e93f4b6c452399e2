"""The handlingspaket of a meeting: the notice and every paper that goes with it, in one file."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from trygghetsrad.domain.attachments import Audience, size_text
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.delivery import HEAVY
from trygghetsrad.domain.papers.letterhead import Letterhead, MeetingFacts, Words

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.domain.papers.notices import NoticeFacts


class Inclusion(StrEnum):
    """Whether a paper lies in the packet, and if not why; the words stand on its cover."""

    HERE = "ligger i paketet"
    ELSEWHERE = "finns i diariet"
    NOT_PDF = "är ingen PDF och skickas som egen fil"
    PROTECTED = "är skyddad med lösenord och kunde inte läggas in"
    DAMAGED = "är skadad och kunde inte läggas in"
    KEPT_BACK = "går inte ut med det här paketet"


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketPart:
    """One paper with its number, and its own pages where they can be read."""

    number: str
    """ "3.1": the first paper of point 3 """
    point: str
    """ "3 Lägesbild från polisen", or nothing for a paper of the meeting as a whole """
    title: str
    file_name: str
    inclusion: Inclusion
    pages: int = 0
    sender: str = ""
    registry_number: str = ""
    day: date | None = None
    sha256: str = ""
    content: bytes = field(default=b"", repr=False)

    @property
    def label(self) -> str:
        return f"Bilaga {self.number}"

    @property
    def is_here(self) -> bool:
        return self.inclusion is Inclusion.HERE


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketFacts:
    """Handlingspaket: a cover, the notice, and each paper after a sheet with its number."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    meeting: MeetingFacts
    issued_on: date
    registry_number: str = ""
    only_point: str = ""
    """ "3 Lägesbild från polisen" when the packet is of one point alone """
    audience: Audience = Audience.EVERYONE
    parts: tuple[PacketPart, ...] = ()
    notice: bytes = field(default=b"", repr=False)
    """The notice as it was issued."""
    notice_sha256: str = ""
    notice_draft: NoticeFacts | None = None
    """The notice as it would be, as long as none was issued."""


def packet_notes(facts: PacketFacts, size: int) -> tuple[str, ...]:
    """Return what she may want to know before the packet goes out."""
    notes = []
    left_out = [part for part in facts.parts if part.inclusion in _UNREADABLE]
    if left_out:
        names = ", ".join(f"”{part.title}” {part.inclusion.value}" for part in left_out)
        count = plural(len(left_out), "handling", "handlingar")
        notes.append(f"{count} ligger inte i paketet: {names}.")
    if size > HEAVY:
        split = "" if facts.only_point else " Välj en punkt i taget, så delas paketet per punkt."
        notes.append(f"Paketet är {size_text(size)}. Många e-postservrar stoppar brev över 10 MB.{split}")
    return tuple(notes)


_UNREADABLE = frozenset({Inclusion.NOT_PDF, Inclusion.PROTECTED, Inclusion.DAMAGED})
