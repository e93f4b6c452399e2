"""What making a paper for good would do, in one line, and what the button says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.ui.documents.entries import MINUTES, NOTICE

if TYPE_CHECKING:
    from trygghetsrad.domain.documents import DocumentChoice
    from trygghetsrad.domain.meetings import Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """A button, or none with the reason why not yet."""

    button: str = ""
    explains: str = ""
    done: str = ""


def making_of(choice: DocumentChoice, meeting: Meeting | None) -> Making | None:
    """Return what can be made of a choice now; None for lists and for what is made and still holds."""
    if meeting is None or (choice.latest and not choice.is_outdated):
        return None
    if choice.kind == NOTICE:
        return _notice(choice, meeting)
    return _minutes(choice, meeting) if choice.kind in MINUTES else None


def _notice(choice: DocumentChoice, meeting: Meeting) -> Making | None:
    if meeting.state is MeetingState.HELD:
        return Making(explains="Mötet är hållet. Ingen ny kallelse behövs.")
    if meeting.state is MeetingState.CANCELLED:
        if meeting.number is None:
            return Making(explains="Mötet är inställt innan någon kallelse gick ut.")
        return Making(
            button="Skapa besked om inställt möte",
            explains="Säger att mötet är inställt. Mötet behåller sitt nummer.",
            done="Beskedet är skapat",
        )
    if choice.latest is not None:
        return Making(
            button="Skapa ändrad kallelse",
            explains=f"Ersätter kallelsen från {iso(choice.latest.issued_on)} och säger vad som har ändrats.",
            done="Den ändrade kallelsen är skapad",
        )
    return Making(
        button="Skapa kallelsen",
        explains=f"Ger mötet nummer {meeting.expected_number} och sparar kallelsen.",
        done="Kallelsen är skapad",
    )


def _minutes(choice: DocumentChoice, meeting: Meeting) -> Making:
    is_formal = choice.kind == "protokoll"
    name = "protokollet" if is_formal else "minnesanteckningarna"
    if meeting.state is not MeetingState.HELD:
        return Making(explains=f"Här skapar du {name} när mötet är avslutat.")
    if choice.latest is not None:
        return Making(
            button="Skapa ny version",
            explains=f"Sparar version {choice.latest.version + 1}, som säger vad som har ändrats.",
            done="Den nya versionen är skapad",
        )
    return Making(
        button=f"Skapa {name}",
        explains="Ger punkterna sina § och sparar protokollet för justering."
        if is_formal
        else "Sparar minnesanteckningarna som de står nu.",
        done="Protokollet är skapat" if is_formal else "Minnesanteckningarna är skapade",
    )
