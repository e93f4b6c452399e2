"""What the coordinator sees first: the next meeting, what is late, the year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trygghetsrad.domain.actions import Action
    from trygghetsrad.domain.council import Council
    from trygghetsrad.domain.documents import IssuedDocument
    from trygghetsrad.domain.gaps import Gap
    from trygghetsrad.domain.meetings import Meeting, MeetingStep


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeeting:
    """The meeting that wants attention, the step it stands at and what is due."""

    meeting: Meeting
    step: MeetingStep | None
    due_text: str
    is_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything on Översikt."""

    council: Council
    next_meeting: NextMeeting | None
    actions: tuple[Action, ...]
    overdue: int
    meetings: tuple[Meeting, ...]
    unsent: tuple[IssuedDocument, ...]
    """Notices that are made but not marked as sent."""
    preparing: tuple[Gap, ...] = ()
    """What is to be asked and agreed before the notices of the meetings to come."""
    reminders: tuple[Gap, ...] = ()
    """Agreements that end, and matters that wait for a memo or an answer."""
