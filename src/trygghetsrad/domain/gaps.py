"""What is still missing before everything can run by itself, in the order it matters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.domain.people import SeatRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from trygghetsrad.domain.actions import Action
    from trygghetsrad.domain.council import Council
    from trygghetsrad.domain.invitations import Absent
    from trygghetsrad.domain.meetings import Meeting
    from trygghetsrad.domain.people import Member

_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing to complete: what it is, why or about whom, and where that is done."""

    text: str
    caption: str
    kind: str
    item_id: int = 0


def gaps(
    council: Council,
    members: Sequence[Member],
    actions: Iterable[Action],
    meetings: Iterable[Meeting],
    today: date,
    absent: Iterable[Absent] = (),
) -> tuple[Gap, ...]:
    """Return what is missing; actions are the open ones, absent those who have stopped coming."""
    ahead = [one for one in meetings if one.day >= today and one.state in _AHEAD]
    return (
        *_of_meetings(ahead),
        *_of_members(members),
        *_of_absent(absent),
        *_of_actions(tuple(actions)),
        *_of_council(council),
    )


_AHEAD = frozenset({MeetingState.PLANNED, MeetingState.CALLED})


def _of_meetings(ahead: Sequence[Meeting]) -> Iterator[Gap]:
    if not ahead:
        yield Gap(text="Inga möten är planerade", caption="Programmet föreslår dagar som passar", kind="plan")
    homeless = [one for one in ahead if not one.place.strip() and not one.link.strip()]
    if homeless:
        first = homeless[0]
        text = f"{first.label} saknar plats" if len(homeless) == 1 else f"{len(homeless)} möten saknar plats"
        yield Gap(text=text, caption="Kallelsen säger var mötet är", kind="meeting", item_id=first.id)


# Where nobody is secretary the coordinator writes (services/attendance.py).
_NEEDED = (
    (frozenset({SeatRole.CHAIR}), "Ordförande saknas"),
    (frozenset({SeatRole.SECRETARY, SeatRole.COORDINATOR}), "Sekreterare saknas"),
)


def _of_members(members: Sequence[Member]) -> Iterator[Gap]:
    seated = [one for one in members if one.person is not None]
    for roles, text in _NEEDED:
        if seated and not any(one.seat.role in roles for one in seated):
            yield Gap(text=text, caption="Namnet står i kallelse och protokoll", kind="members")
    unreachable = [one for one in seated if one.person and not one.person.email and not one.person.protected]
    if unreachable:
        text = f"{plural(len(unreachable), 'person', 'personer')} saknar e-postadress"
        yield _about(text, [one.name for one in unreachable], unreachable, "member")
    vacant = [one for one in members if one.person is None]
    if vacant:
        text = f"{plural(len(vacant), 'plats är vakant', 'platser är vakanta')}"
        whose = [one.seat.organisation or one.seat.role.value.capitalize() for one in vacant]
        yield Gap(text=text, caption=_listed(whose), kind="members")
    waiting = [one for one in seated if one.awaits_election]
    if waiting:
        text = f"{plural(len(waiting), 'plats', 'platser')} väntar på nyval"
        yield _about(text, [one.name for one in waiting], waiting, "member")


def _of_absent(absent: Iterable[Absent]) -> Iterator[Gap]:
    for one in absent:
        missed = plural(len(one.missed), "möte", "möten")
        yield Gap(
            text=f"{missed} utan {one.organisation}",
            caption="Brevet till chefen är färdigt",
            kind="paper:representation",
            item_id=one.organisation_id,
        )


def _about(text: str, names: Sequence[str], members: Sequence[Member], kind: str) -> Gap:
    """Lead to the one person it is about, or to everyone."""
    person = members[0].person if len(members) == 1 else None
    if person is None:
        return Gap(text=text, caption=_listed(names), kind="members")
    return Gap(text=text, caption=person.name, kind=kind, item_id=person.id)


def _of_actions(actions: Sequence[Action]) -> Iterator[Gap]:
    for lack, without in (
        ("datum", [one for one in actions if one.due is None]),
        ("ansvarig", [one for one in actions if not one.owner]),
    ):
        if without:
            is_one = len(without) == 1
            yield Gap(
                text=f"{plural(len(without), 'åtgärd', 'åtgärder')} saknar {lack}",
                caption=without[0].what if is_one else "Skriv dit det på sidan Åtgärder",
                kind="action" if is_one else "actions",
                item_id=without[0].id if is_one else 0,
            )


def _of_council(council: Council) -> Iterator[Gap]:
    if not council.street.strip() and not council.city.strip():
        yield Gap(text="Kommunens adress saknas", caption="Den står längst ned i dokumenten", kind="settings")
    if not council.logo:
        yield Gap(text="Kommunens logotyp saknas", caption="Den står överst i dokumenten", kind="settings")


def _listed(names: Sequence[str]) -> str:
    """Return a few names, and how many more there are."""
    unique = list(dict.fromkeys(names))
    shown = ", ".join(unique[:_NAMED])
    more = len(unique) - _NAMED
    return f"{shown} och {more} till" if more > 0 else shown
