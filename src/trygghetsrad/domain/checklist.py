"""What is missing before the minutes of a meeting can be made; it warns and never blocks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from trygghetsrad.domain.council import Council, MinutesKind, QuorumRule, StandingContent
from trygghetsrad.domain.leading import chair_is_gone
from trygghetsrad.domain.meetings import RoleAtMeeting, is_quorate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trygghetsrad.domain.meetings import AgendaItem, MeetingRoom, RoleHolder

QUIET = frozenset(
    {StandingContent.OPENING, StandingContent.CLOSING, StandingContent.NEXT_MEETING, StandingContent.OTHER}
)
"""Points that often have nothing written under them."""


class LackKind(StrEnum):
    """Where to jump in order to mend it."""

    ITEM = "punkt"
    ACTION = "åtgärd"
    ATTENDANCE = "närvaro"
    VERIFIER = "justerare"
    ROLE = "roll"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """One thing that is missing, with the sentence for it."""

    kind: LackKind
    text: str
    item_id: int | None = None
    action_id: int | None = None


def what_is_lacking(room: MeetingRoom, council: Council) -> tuple[Lack, ...]:
    """Return what the chair would ask about, people first and then in agenda order."""
    return (*_people(room, council), *(lack for item in room.items for lack in _item(item)))


def _people(room: MeetingRoom, council: Council) -> Iterator[Lack]:
    if not any(attendee.is_here for attendee in room.attendees):
        yield Lack(kind=LackKind.ATTENDANCE, text="Ingen är markerad som närvarande.")
    elif council.quorum is QuorumRule.HALF and not is_quorate(room.attendees):
        yield Lack(kind=LackKind.ATTENDANCE, text="Högst hälften av ledamöterna deltog.")
    for role in (RoleAtMeeting.CHAIR, RoleAtMeeting.SECRETARY):
        holders = room.holders(role)
        if not holders:
            yield Lack(kind=LackKind.ROLE, text=f"Mötet saknar {role.value}.")
        for holder in holders:
            if not _is_here(room, holder):
                text = f"{holder.name} är {role.value} men markerad som frånvarande."
                yield Lack(kind=LackKind.ROLE, text=text)
    for gone in chair_is_gone(room):
        yield Lack(kind=LackKind.ROLE, text=f"{gone.holder.name} leder {gone.where} men är inte med där.")
    if room.meeting.minutes_kind is MinutesKind.PROTOCOL:
        yield from _verifiers(room)


def _verifiers(room: MeetingRoom) -> Iterator[Lack]:
    verifiers = room.holders(RoleAtMeeting.VERIFIER)
    if not verifiers:
        yield Lack(kind=LackKind.VERIFIER, text="Ingen justerare är vald.")
    chairs = {holder.name for holder in room.holders(RoleAtMeeting.CHAIR)}
    for holder in verifiers:
        if not _is_here(room, holder):
            text = f"{holder.name} är justerare men markerad som frånvarande."
            yield Lack(kind=LackKind.VERIFIER, text=text)
        if holder.name in chairs:
            text = f"{holder.name} är både ordförande och justerare."
            yield Lack(kind=LackKind.VERIFIER, text=text)


def _is_here(room: MeetingRoom, holder: RoleHolder) -> bool:
    """Tell whether somebody with a role took part; of a name alone nothing is known."""
    here = {attendee.person_id for attendee in room.attendees if attendee.is_here}
    return holder.person_id is None or holder.person_id in here


def _item(item: AgendaItem) -> Iterator[Lack]:
    name = f"Punkt {item.position}, {item.title},"
    if not item.was_reached and item.content not in QUIET and item.content is not StandingContent.VERIFIER:
        yield Lack(kind=LackKind.ITEM, item_id=item.id, text=f"{name} saknar text.")
    for action in item.actions:
        missing = [word for word, value in (("ansvarig", action.owner), ("datum", action.due)) if not value]
        if missing:
            yield Lack(
                kind=LackKind.ACTION,
                item_id=item.id,
                action_id=action.id,
                text=f"Åtgärden ”{action.what}” saknar {' och '.join(missing)}.",
            )
