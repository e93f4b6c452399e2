"""Which deed is the right one for the next meeting, and what the buttons say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.meetings import MeetingState, MeetingStep
from trygghetsrad.ui.icons import Icon

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.domain.documents import DocumentChoice
    from trygghetsrad.domain.meetings import Meeting


_CHANGED = "Mötet eller dagordningen är ändrad sedan kallelsen."


class Deed(Enum):
    """Where a button leads."""

    MEETING = auto()
    PAPERS = auto()
    MARK_SENT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """The one primary button and the one beside it; asks replaces the sentence on what is due."""

    text: str
    icon: Icon
    deed: Deed
    beside: str
    beside_deed: Deed
    asks: str = ""


def next_step(
    meeting: Meeting, step: MeetingStep | None, notice: DocumentChoice | None, today: date
) -> NextStep:
    """Return what to offer for a meeting; notice is what there is of its notice."""
    is_ahead = meeting.started is None and meeting.state is not MeetingState.HELD
    if is_ahead and meeting.day > today and notice is not None and notice.latest is not None:
        if notice.is_outdated:
            return _papers("Gör ändrad kallelse", Icon.MAIL, _CHANGED)
        if notice.latest.sent_on is None:
            return NextStep(
                text="Markera som skickad",
                icon=Icon.CHECKMARK,
                deed=Deed.MARK_SENT,
                beside="Visa kallelsen",
                beside_deed=Deed.PAPERS,
                asks="Har du skickat kallelsen?",
            )
    return _by_step(meeting, step, today)


def _by_step(meeting: Meeting, step: MeetingStep | None, today: date) -> NextStep:
    is_formal = meeting.minutes_kind is MinutesKind.PROTOCOL
    if step is MeetingStep.AGENDA:
        return _meeting("Gör dagordningen", Icon.TEXT_BULLET_LIST, "Visa kallelsen")
    if step is MeetingStep.NOTICE:
        return _papers("Gör kallelsen", Icon.MAIL)
    if step is MeetingStep.MEETING:
        starts = meeting.day == today and not meeting.is_ongoing
        return _meeting("Starta mötet" if starts else "Öppna mötet", Icon.PLAY, "Visa kallelsen")
    seen = "Visa protokollet" if is_formal else "Visa anteckningarna"
    if step is MeetingStep.MINUTES:
        words = "Skriv klart protokollet" if is_formal else "Skriv klart anteckningarna"
        return _meeting(words, Icon.EDIT, seen)
    return _meeting("Markera justerat" if is_formal else "Markera som klara", Icon.CHECKMARK, seen)


def _meeting(text: str, icon: Icon, beside: str) -> NextStep:
    return NextStep(text=text, icon=icon, deed=Deed.MEETING, beside=beside, beside_deed=Deed.PAPERS)


def _papers(text: str, icon: Icon, asks: str = "") -> NextStep:
    return NextStep(
        text=text, icon=icon, deed=Deed.PAPERS, beside="Öppna mötet", beside_deed=Deed.MEETING, asks=asks
    )
