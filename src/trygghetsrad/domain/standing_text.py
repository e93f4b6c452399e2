"""The sentence that a standing point says by itself when nobody has written anything under it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trygghetsrad.domain.clock import clock
from trygghetsrad.domain.council import MinutesKind, StandingContent
from trygghetsrad.domain.counting import listed
from trygghetsrad.domain.meetings import MeetingState, RoleAtMeeting

if TYPE_CHECKING:
    from trygghetsrad.domain.meetings import AgendaItem, MeetingRoom


def standing_text(room: MeetingRoom, item: AgendaItem, next_meeting: str = "") -> str:
    """Return what is certain from the rest of the minutes, or nothing; never a guess."""
    if item.content is StandingContent.OPENING and room.meeting.started:
        return f"Ordföranden öppnar mötet kl. {clock(room.meeting.started)}."
    if item.content is StandingContent.CLOSING and room.meeting.ended:
        return f"Ordföranden avslutar mötet kl. {clock(room.meeting.ended)}."
    if item.content is StandingContent.VERIFIER and (verifiers := _verifiers(room)):
        return verifiers
    if item.content is StandingContent.NEXT_MEETING and next_meeting:
        return f"Nästa möte är {next_meeting}."
    if room.meeting.state is MeetingState.HELD and not item.was_reached:
        return "Inget att anteckna." if item.content in QUIET_WORDS else "Punkten behandlades inte."
    return ""


_OF_THE_MEETING = re.compile(r"Ordföranden (öppnar|avslutar) mötet kl\. \d\d\.\d\d\.|Nästa möte är .+")


def in_words(text: str, meeting_word: str) -> str:
    """Return such a sentence with the council's own word for a meeting; what people write stays theirs."""
    return text.replace("möte", meeting_word, 1) if _OF_THE_MEETING.fullmatch(text) else text


QUIET_WORDS = frozenset({StandingContent.OTHER, StandingContent.CLOSING, StandingContent.NEXT_MEETING})


def _verifiers(room: MeetingRoom) -> str:
    names = [holder.name for holder in room.holders(RoleAtMeeting.VERIFIER)]
    if not names or room.meeting.minutes_kind is MinutesKind.NOTES:
        return ""
    return f"{listed(names)} utses att justera protokollet tillsammans med ordföranden."
