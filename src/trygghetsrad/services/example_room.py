"""What happens in the room at a meeting of the example council: who is there, what is said and decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trygghetsrad.domain.meetings import Capacity, Outcome, Presence, RoleAtMeeting, SpanReason

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.meetings import AgendaItem, Attendee
    from trygghetsrad.services.example_actions import ToldActions
    from trygghetsrad.services.example_tales import Tale

OF_DECISION = ("sent_to", "reservations")


def hold(
    council: OpenCouncil, meeting_id: int, tale: Tale, actions: ToldActions, said: Callable[[Any], Any]
) -> None:
    """Hold a meeting as its tale has it, from the first word to the last."""
    sitting = _Sitting(council, meeting_id, tale, said)
    council.room.start(meeting_id, tale["started"])
    sitting.take_attendance()
    for told in tale["item"]:
        sitting.treat(told, actions)
    sitting.tick_the_rest()
    sitting.tell_spans()
    sitting.choose_verifiers()
    council.room.end(meeting_id, tale["ended"])


def items_by_title(council: OpenCouncil, meeting_id: int) -> dict[str, AgendaItem]:
    return {item.title: item for item in council.meetings.agenda(meeting_id)}


class _Sitting:
    """One meeting while it goes on."""

    def __init__(self, council: OpenCouncil, meeting_id: int, tale: Tale, said: Callable[[Any], Any]) -> None:
        self._council = council
        self._room = council.room
        self._id = meeting_id
        self._tale = tale
        self._said = said
        self._items = items_by_title(council, meeting_id)
        self._day = council.meetings.get(meeting_id).day

    def take_attendance(self) -> None:
        people = self._people()
        for name, presence in self._tale.get("presence", {}).items():
            if name in people:
                self._room.set_presence(self._id, people[name], Presence(presence))
        for told in self._tale.get("serves", ()):
            people = self._people()
            self._room.serve(self._id, people[told["name"]], people[told["absent"]])
        for told in self._tale.get("guest", ()):
            capacity = Capacity(told["capacity"])
            self._room.add_guest(self._id, told["name"], told["organisation"], capacity)

    def treat(self, told: Mapping[str, Any], actions: ToldActions) -> None:
        """Write down what was said, decided and given to somebody under one point."""
        item = self._items[self._said(told["title"])]
        text = told.get("first_text", told.get("text", ""))
        if text:
            self._room.write_text(item.id, self._said(text))
        for decision in told.get("decision", ()):
            self._decide(item, decision)
        for action in told.get("action", ()):
            actions.give(action, item.id, self._day)

    def _decide(self, item: AgendaItem, told: Mapping[str, Any]) -> None:
        made = self._room.add_decision(item.id, self._said(told["text"]), Outcome(told["outcome"]))
        more: Any = {name: told[name] for name in OF_DECISION if name in told}
        if more:
            self._room.change_decision(made, **more)

    def tick_the_rest(self) -> None:
        """Tick every point but those that there was no time for."""
        unreached = {told["title"] for told in self._tale["item"] if not told.get("reached", True)}
        for title, item in self._items.items():
            if title not in unreached:
                self._room.set_treated(item.id, treated=True)

    def tell_spans(self) -> None:
        people = self._people()
        for told in self._tale.get("span", ()):
            first, last = (self._items[told[end]].id if end in told else None for end in ("from", "to"))
            reason = SpanReason(told["reason"])
            self._room.set_span(self._id, people[told["name"]], reason, from_item_id=first, to_item_id=last)

    def choose_verifiers(self) -> None:
        people = self._people()
        for name in self._tale.get("verifiers", ()):
            self._room.set_role(self._id, RoleAtMeeting.VERIFIER, people[name].person_id)
        if "verification_place" in self._tale:
            place = self._tale["verification_place"]
            day = self._tale["verified"]
            self._council.meetings.change(self._id, verification_place=place, verification_day=day)

    def _people(self) -> dict[str, Attendee]:
        return {one.name: one for one in self._room.room(self._id).attendees}
