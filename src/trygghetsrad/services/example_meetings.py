"""The example council's meetings, lived from agenda to verified minutes as meetings.toml tells them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, cast

from trygghetsrad.domain.meetings import (
    AgendaItem,
    Attendee,
    Capacity,
    ItemKind,
    Outcome,
    Presence,
    RoleAtMeeting,
    SpanReason,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.services.agenda_points import ItemChanges
    from trygghetsrad.services.example_actions import ToldActions
    from trygghetsrad.services.example_days import StoryDays
    from trygghetsrad.services.example_diary import Diary

AGENDA, NOTICE, CHANGED, DRAFT, CORRECTED, VERIFIED = 22, 15, 9, 2, 5, 8
"""How many days before the meeting, and after it, each thing is done."""

OF_DECISION = ("sent_to", "reservations")
OF_ITEM = ("presenter", "minutes", "dnr", "proposed_decision")


class ToldMeeting:
    """One meeting of the story."""

    def __init__(
        self, tale: Mapping[str, Any], council: OpenCouncil, actions: ToldActions, meeting_id: int, day: date
    ) -> None:
        self._tale = tale
        self._council = council
        self._room = council.room
        self._actions = actions
        self._id = meeting_id
        self._day = day

    def note_all(self, diary: Diary, days: StoryDays, planned: date) -> None:
        """Put the meeting's whole life in the diary."""
        day = self._day
        self.note_agenda(diary, days.before(planned, AGENDA))
        diary.note(*self._calling(days.before(planned, NOTICE)))
        if planned != day:
            changed = days.before(planned, CHANGED)
            diary.note(changed, partial(self._council.meetings.change, self._id, day=day))
            diary.note(*self._calling(changed))
        diary.note(day, self._hold, at=self._tale["started"])
        self._actions.note_outcomes(self._tale, diary)
        diary.note(*self._writing(days.after(day, DRAFT)))
        if any("first_text" in item for item in self._tale["item"]):
            corrected = days.after(day, CORRECTED)
            diary.note(corrected, self._correct)
            diary.note(*self._writing(corrected))
        verified = days.after(day, VERIFIED)
        diary.note(
            verified,
            partial(self._council.minutes.mark_verified, self._id, verified, self._tale["verified_how"]),
        )

    def note_agenda(self, diary: Diary, day: date) -> None:
        diary.note(day, self._prepare)

    # -- before the meeting --------------------------------------------------------------------

    def _prepare(self) -> None:
        """Open the agenda, say more of the points that stand there and add the others."""
        meetings = self._council.meetings
        meetings.change(self._id, dnr=self._said(self._tale["dnr"]))
        meetings.open_agenda(self._id)
        for told in self._tale["item"]:
            title = self._said(told["title"])
            item = self._items().get(title)
            item_id = item.id if item else meetings.add_item(self._id, title)
            meetings.change_item(item_id, **self._details(told))

    def _details(self, told: Mapping[str, Any]) -> ItemChanges:
        details: Any = {name: self._said(told[name]) for name in OF_ITEM if name in told}
        if "kind" in told:
            details["kind"] = ItemKind(told["kind"])
        return cast("ItemChanges", details)

    def _calling(self, day: date) -> tuple[date, partial[None]]:
        return day, partial(self._issue, "kallelse", day)

    def _writing(self, day: date) -> tuple[date, partial[None]]:
        return day, partial(self._issue, "protokoll", day)

    def _issue(self, kind: str, day: date) -> None:
        paper = self._council.documents.issue(kind, day, self._id)
        self._council.documents.mark_sent(paper.document_id or 0, day)

    # -- the meeting ---------------------------------------------------------------------------

    def _hold(self) -> None:
        self._room.start(self._id, self._tale["started"])
        self._take_attendance()
        for told in self._tale["item"]:
            self._treat(told)
        self._tick_the_rest()
        self._tell_spans()
        for name in self._tale["verifiers"]:
            self._room.set_role(self._id, RoleAtMeeting.VERIFIER, self._attendee(name).person_id)
        place = self._tale["verification_place"]
        self._council.meetings.change(self._id, verification_place=place)
        self._room.end(self._id, self._tale["ended"])

    def _take_attendance(self) -> None:
        for name, presence in self._tale.get("presence", {}).items():
            self._room.set_presence(self._id, self._attendee(name), Presence(presence))
        for told in self._tale.get("serves", ()):
            self._room.serve(self._id, self._attendee(told["name"]), self._attendee(told["absent"]))
        for told in self._tale.get("guest", ()):
            capacity = Capacity(told["capacity"])
            self._room.add_guest(self._id, told["name"], told["organisation"], capacity)

    def _treat(self, told: Mapping[str, Any]) -> None:
        """Write down what was said, decided and given to somebody under one point."""
        item = self._items()[self._said(told["title"])]
        text = told.get("first_text", told.get("text", ""))
        if text:
            self._room.write_text(item.id, self._said(text))
        for decision in told.get("decision", ()):
            self._decide(item, decision)
        for action in told.get("action", ()):
            self._actions.give(action, item.id, self._day)

    def _decide(self, item: AgendaItem, told: Mapping[str, Any]) -> None:
        made = self._room.add_decision(item.id, self._said(told["text"]), Outcome(told["outcome"]))
        more: Any = {name: told[name] for name in OF_DECISION if name in told}
        if more:
            self._room.change_decision(made, **more)

    def _tick_the_rest(self) -> None:
        """Tick every point but those that there was no time for."""
        unreached = {told["title"] for told in self._tale["item"] if not told.get("reached", True)}
        for title, item in self._items().items():
            if title not in unreached:
                self._room.set_treated(item.id, treated=True)

    def _tell_spans(self) -> None:
        items = self._items()
        for told in self._tale.get("span", ()):
            first, last = (items[told[end]].id if end in told else None for end in ("from", "to"))
            reason = SpanReason(told["reason"])
            attendee = self._attendee(told["name"])
            self._room.set_span(self._id, attendee, reason, from_item_id=first, to_item_id=last)

    # -- afterwards ----------------------------------------------------------------------------

    def _correct(self) -> None:
        """Change what the verifier found wrong in the first draft."""
        items = self._items()
        for told in self._tale["item"]:
            if "first_text" in told:
                self._room.write_text(items[told["title"]].id, self._said(told["text"]))

    # -- looking -------------------------------------------------------------------------------

    def _items(self) -> dict[str, AgendaItem]:
        return {item.title: item for item in self._council.meetings.agenda(self._id)}

    def _attendee(self, name: str) -> Attendee:
        return next(one for one in self._room.room(self._id).attendees if one.name == name)

    def _said(self, text: Any) -> Any:
        """Return a text with the years and the former meeting it speaks of."""
        if not isinstance(text, str) or "{" not in text:
            return text
        year = self._day.year
        former = [one.label.lower() for one in self._council.meetings.every() if one.day < self._day]
        return text.format(
            year=year, last_year=year - 1, next_year=year + 1, previous=former[-1] if former else ""
        )
