"""Who leads or writes which points, when that changes during a meeting."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from trygghetsrad.domain.meetings import RoleAtMeeting, SpanReason
from trygghetsrad.domain.people import SeatRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.domain.meetings import AgendaItem, Attendee, MeetingRoom, RoleHolder


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Somebody has a role from one point on, until somebody else's turn begins."""

    person_id: int | None
    name: str
    at: int
    """The place of the point on the agenda, counted from 0."""

    def is_same_person(self, other: Turn) -> bool:
        return (self.person_id, self.name) == (other.person_id, other.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """Points whose chair is not in the room, and who could lead them instead."""

    holder: RoleHolder
    first: AgendaItem
    last: AgendaItem
    to_the_end: bool
    stand_in: Attendee | None

    @property
    def where(self) -> str:
        """Return "§ 5", "punkt 5" or "punkt 5–6"."""
        first, last = _label(self.first), _label(self.last)
        return first if first == last else f"{first}–{last.split(' ', 1)[1]}"


def _label(item: AgendaItem) -> str:
    if item.section is None:
        return f"punkt {item.position}"
    return f"§ {item.section} {item.section_letter}".strip()


def hand_over(turns: Sequence[Turn], newcomer: Turn, until: int | None, points: int) -> tuple[Turn, ...]:
    """Return the turns after somebody takes over; past `until` the former one has it back, None is never."""
    kept = [turn for turn in turns if turn.at < newcomer.at]
    if until is not None:
        back = turn_at(turns, until + 1)
        kept += [turn for turn in turns if turn.at > until]
        if back is not None and until + 1 < points and all(turn.at != until + 1 for turn in kept):
            kept.append(replace(back, at=until + 1))
    return in_order([*kept, newcomer])


def in_order(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """Return turns as they follow each other; of two at one point the later said counts."""
    by_place = {turn.at: turn for turn in turns}
    found: list[Turn] = []
    for at in sorted(by_place):
        if not found or not found[-1].is_same_person(by_place[at]):
            found.append(by_place[at])
    return tuple(found)


def turn_at(turns: Sequence[Turn], place: int) -> Turn | None:
    """Return whose turn it is at a point."""
    return next((turn for turn in reversed(in_order(turns)) if turn.at <= place), None)


def holder_at(room: MeetingRoom, role: RoleAtMeeting, item: AgendaItem) -> RoleHolder | None:
    """Return who has a role at a point."""
    places = {one.id: place for place, one in enumerate(room.items)}
    here = places[item.id]
    for holder in room.holders(role):
        if not holder.stretches:
            return holder
        if any(places[first] <= here <= places[last] for first, last in holder.stretches):
            return holder
    return None


def chair_is_gone(room: MeetingRoom) -> tuple[Gone, ...]:
    """Return the points whose chair is away from them: jäv, late or left."""
    missing = [(item, _absent_chair(room, item)) for item in room.items]
    found = []
    for holder, run in groupby(missing, key=lambda pair: pair[1]):
        items = [item for item, _holder in run]
        if holder is not None:
            found.append(_gone(room, holder, items))
    return tuple(found)


def _gone(room: MeetingRoom, holder: RoleHolder, items: Sequence[AgendaItem]) -> Gone:
    vice = next((one for one in room.attendees if one.role is SeatRole.VICE_CHAIR and one.is_here), None)
    fits = vice is not None and not any(is_away(room, vice, item) for item in items)
    return Gone(
        holder=holder,
        first=items[0],
        last=items[-1],
        to_the_end=items[-1] is room.items[-1],
        stand_in=vice if fits else None,
    )


def _absent_chair(room: MeetingRoom, item: AgendaItem) -> RoleHolder | None:
    holder = holder_at(room, RoleAtMeeting.CHAIR, item)
    if holder is None or holder.person_id is None:
        return None
    chair = next((one for one in room.attendees if one.person_id == holder.person_id), None)
    return holder if chair is not None and chair.is_here and is_away(room, chair, item) else None


def is_away(room: MeetingRoom, attendee: Attendee, item: AgendaItem) -> bool:
    """Tell whether somebody who is at the meeting is out of the room at a point."""
    places = {one.id: place for place, one in enumerate(room.items)}
    here = places[item.id]
    for span in attendee.spans:
        first, last = places.get(span.from_item_id or 0), places.get(span.to_item_id or 0)
        late = span.reason is SpanReason.LATE and first is not None and here < first
        left = span.reason is SpanReason.LEFT and last is not None and here > last
        conflict = span.reason is SpanReason.CONFLICT and first is not None and last is not None
        if late or left or (conflict and (first or 0) <= here <= (last or 0)):
            return True
    return False
