"""The example council's meetings, from agenda to verified minutes as the year's tale has them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from trygghetsrad.domain.actions import Area
from trygghetsrad.domain.council import MinutesKind, StandingContent
from trygghetsrad.domain.meetings import ItemKind, MeetingKind, MeetingState
from trygghetsrad.domain.terms import proposed_terms
from trygghetsrad.services.example_room import hold, items_by_title

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.services.agenda_points import ItemChanges
    from trygghetsrad.services.example_actions import ToldActions
    from trygghetsrad.services.example_days import StoryDays
    from trygghetsrad.services.example_diary import Diary
    from trygghetsrad.services.example_tales import Tale

AHEAD = 4
"""How many days before today the agenda of the meeting ahead was opened."""

OF_ITEM = ("presenter", "minutes", "dnr", "proposed_decision")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How many days before a meeting, and after it, each thing is done."""

    added: int = 0
    agenda: int = 22
    notice: int = 15
    changed: int = 9
    draft: int = 2
    corrected: int = 5
    verified: int = 8


USUAL = Pace()
IN_HASTE = Pace(added=12, agenda=9, notice=8)


class ToldMeeting:
    """One meeting of the story."""

    def __init__(self, tale: Tale, council: OpenCouncil, actions: ToldActions, days: StoryDays) -> None:
        self.id = 0
        self.planned = days.planned[tale["key"]]
        self.theme: str = tale["theme"]
        self.is_extra = tale.get("kind") == MeetingKind.EXTRA
        self._kind = MinutesKind(tale.get("minutes", "protokoll"))
        self._pace = IN_HASTE if self.is_extra else USUAL
        self._tale = tale
        self._council = council
        self._actions = actions
        self._days = days
        self._day = days.held[tale["key"]]

    def note_all(self, diary: Diary) -> None:
        """Put the meeting's whole life in the diary; one that is ahead has only its agenda."""
        if self._day > self._days.today:
            diary.note(self._days.before(self._days.today, AHEAD), self._prepare)
            return
        self._note_calling(diary)
        if "cancelled" in self._tale:
            self._note_cancelling(diary)
        else:
            self._note_meeting(diary)

    def said(self, text: Any) -> Any:
        """Return a text with the years, the mandate period and the former meeting it speaks of."""
        if not isinstance(text, str) or "{" not in text:
            return text
        year = self._day.year
        term = proposed_terms(self._day)[0].name
        previous = self._previous() if "{previous}" in text else ""
        return text.format(year=year, last_year=year - 1, next_year=year + 1, term=term, previous=previous)

    # -- when it happens -----------------------------------------------------------------------

    def _note_calling(self, diary: Diary) -> None:
        before = partial(self._days.before, self.planned)
        if self.is_extra:
            diary.note(before(self._pace.added), self._add)
        diary.note(before(self._pace.agenda), self._prepare)
        self._note_paper(diary, "kallelse", before(self._pace.notice))
        if self.planned != self._day:
            diary.note(before(self._pace.changed), self._move)
            self._note_paper(diary, "kallelse", before(self._pace.changed))

    def _note_cancelling(self, diary: Diary) -> None:
        told = self._tale["cancelled"]
        day = self._days.before(self.planned, -told["days"])
        diary.note(day, lambda: self._council.meetings.cancel(self.id, told["because"]))
        self._note_paper(diary, "kallelse", day)

    def _note_meeting(self, diary: Diary) -> None:
        after = partial(self._days.after, self._day)
        diary.note(self._day, self._hold, at=self._tale["started"])
        self._actions.note_outcomes(self._tale, self._day, diary)
        self._note_paper(diary, self._kind, after(self._pace.draft))
        if self._corrects("first_text"):
            self._note_correction(diary, "text", after(self._pace.corrected))
        self._note_mark(diary, after(self._pace.verified))
        if "amended" in self._tale:
            amended = after(self._tale["amended"])
            self._note_correction(diary, "amended_text", amended)
            self._note_mark(diary, self._days.after(amended, self._pace.verified))

    def _note_correction(self, diary: Diary, field: str, day: date) -> None:
        """Change what somebody found wrong, and send the minutes anew."""
        diary.note(day, partial(self._correct, field))
        self._note_paper(diary, self._kind, day)

    def _note_paper(self, diary: Diary, kind: str, day: date) -> None:
        diary.note(day, partial(self._issue, kind, day))

    def _note_mark(self, diary: Diary, day: date) -> None:
        minutes = self._council.minutes
        if self._kind is MinutesKind.NOTES:
            diary.note(day, lambda: minutes.mark_finished(self.id, day))
        else:
            diary.note(day, lambda: minutes.mark_verified(self.id, day, self._tale["verified_how"]))

    # -- what is done --------------------------------------------------------------------------

    def _add(self) -> None:
        self.id = self._council.meetings.add(self._day, kind=MeetingKind.EXTRA)
        self._council.meetings.change(self.id, theme=self.theme)

    def _move(self) -> None:
        self._council.meetings.change(self.id, day=self._day)

    def _prepare(self) -> None:
        """Open the agenda, say more of the points that stand there and add the others."""
        meetings = self._council.meetings
        where: Any = {name: self._tale[name] for name in ("place", "link") if name in self._tale}
        meetings.change(self.id, dnr=self.said(self._tale["dnr"]), minutes_kind=self._kind, **where)
        meetings.open_agenda(self.id)
        items = items_by_title(self._council, self.id)
        for told in self._tale["item"]:
            title = self.said(told["title"])
            item_id = items[title].id if title in items else meetings.add_item(self.id, title)
            details = self._details(told)
            if details:
                meetings.change_item(item_id, **details)
        if self._kind is MinutesKind.NOTES:
            self._drop_verifier()

    def _drop_verifier(self) -> None:
        for item in self._council.meetings.agenda(self.id):
            if item.content is StandingContent.VERIFIER:
                self._council.meetings.remove_item(item.id)

    def _details(self, told: Mapping[str, Any]) -> ItemChanges:
        details: Any = {name: self.said(told[name]) for name in OF_ITEM if name in told}
        if "kind" in told:
            details["kind"] = ItemKind(told["kind"])
        if "areas" in told:
            details["areas"] = frozenset(Area(area) for area in told["areas"])
        return cast("ItemChanges", details)

    def _issue(self, kind: str, day: date) -> None:
        paper = self._council.documents.issue(kind, day, self.id)
        self._council.documents.mark_sent(paper.document_id or 0, day)

    def _hold(self) -> None:
        verified = self._days.after(self._day, self._pace.verified)
        hold(self._council, self.id, {**self._tale, "verified": verified}, self._actions, self.said)

    def _corrects(self, field: str) -> bool:
        return any(field in item for item in self._tale["item"])

    def _correct(self, field: str) -> None:
        items = items_by_title(self._council, self.id)
        other = "first_text" if field == "text" else field
        for told in self._tale["item"]:
            if other in told:
                self._council.room.write_text(items[told["title"]].id, self.said(told[field]))

    def _previous(self) -> str:
        former = [
            one.label.lower()
            for one in self._council.meetings.every()
            if one.day < self._day and one.state is MeetingState.HELD
        ]
        return former[-1] if former else ""
