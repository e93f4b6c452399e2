"""Whatever a coordinator does, in whatever order: undone it is gone, done again it is back."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

import norrmyra
from trygghetsrad.app import open_council
from trygghetsrad.domain.actions import ActionStatus, Rating
from trygghetsrad.domain.errors import CouncilError
from trygghetsrad.domain.meetings import Capacity, Outcome, Presence, RoleAtMeeting, SpanReason
from trygghetsrad.domain.people import OrganisationKind, SeatRole

NAMES = st.sampled_from(["Åke", "Ann-Marie", "Öyvind", "D’Arcy", "Li", "von Essen", "'; --"])
TEXTS = st.text(max_size=40)
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
PICK = st.integers(0, 10_000)

# Many more on the night: TRYGGHETSRAD_UNDO_RUNS=2000.
RUNS = int(os.environ.get("TRYGGHETSRAD_UNDO_RUNS", "12"))


class Coordinator(RuleBasedStateMachine):
    """Does anything to a council; a refusal is fine, a difference is not."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="undo-"))
        self.clock = norrmyra.Clock()
        self.council = norrmyra.council_with_people(self.folder, self.clock)
        self.council._database.forget_steps()
        self.start = norrmyra.dump(self.council.path)

    def teardown(self) -> None:
        if not hasattr(self, "council"):
            return
        try:
            self._all_the_way()
        finally:
            self.council.close()
            shutil.rmtree(self.folder)

    def _all_the_way(self) -> None:
        """Undo all, redo all, with a restart at each turn."""
        while self.council.undo.next_redo():
            self.council.undo.redo()
        lived = norrmyra.dump(self.council.path)
        while self.council.undo.next_undo():
            self.council.undo.undo()
        assert norrmyra.dump(self.council.path) == self.start
        self._restart()
        while self.council.undo.next_redo():
            self.council.undo.redo()
        assert norrmyra.dump(self.council.path) == lived
        assert self.council.checking.check(norrmyra.TODAY).damage == ()

    def _restart(self) -> None:
        self.council.close()
        self.council = open_council(self.council.path, self.clock)

    def _any(self, things, pick: int):
        found = list(things)
        return found[pick % len(found)] if found else None

    def _meeting(self, pick: int) -> int:
        found = self._any(self.council.meetings.every(), pick)
        return found.id if found else 0

    def _item(self, pick: int) -> int:
        found = self._any(self.council.meetings.agenda(self._meeting(pick)), pick // 7)
        return found.id if found else 0

    def _person(self, pick: int) -> int:
        found = self._any(self.council.people.persons(), pick)
        return found.id if found else 0

    @rule(given=NAMES, family=NAMES, role=st.sampled_from(SeatRole), day=DAYS)
    def add_member(self, given: str, family: str, role: SeatRole, day: date) -> None:
        self.council.people.add_member(given, family, role, day)

    @rule(pick=PICK, given=NAMES, notes=TEXTS)
    def change_person(self, pick: int, given: str, notes: str) -> None:
        with suppress(CouncilError):
            self.council.people.change_person(self._person(pick), given_name=given, notes=notes)

    @rule(pick=PICK, day=DAYS)
    def remove_person(self, pick: int, day: date) -> None:
        with suppress(CouncilError):
            self.council.people.remove_person(self._person(pick), day)

    @rule(pick=PICK, other=PICK, day=DAYS)
    def appoint(self, pick: int, other: int, day: date) -> None:
        seat = self._any(self.council.people.seats(), pick)
        with suppress(CouncilError):
            self.council.people.appoint(seat.id if seat else 0, self._person(other), day)

    @rule(pick=PICK, day=DAYS)
    def remove_seat(self, pick: int, day: date) -> None:
        seat = self._any(self.council.people.seats(), pick)
        with suppress(CouncilError):
            self.council.people.remove_seat(seat.id if seat else 0, day)

    @rule(name=NAMES, kind=st.sampled_from(OrganisationKind), pick=PICK)
    def organisations(self, name: str, kind: OrganisationKind, pick: int) -> None:
        made = self.council.people.add_organisation(name, kind)
        self.council.people.move_to(made, person_id=self._any([None, self._person(pick)], pick))

    @rule(day=DAYS)
    def add_meeting(self, day: date) -> None:
        self.council.meetings.add(day)

    @rule(pick=PICK, day=DAYS, place=TEXTS)
    def change_meeting(self, pick: int, day: date, place: str) -> None:
        with suppress(CouncilError):
            self.council.meetings.change(self._meeting(pick), day=day, place=place)

    @rule(pick=PICK, what=st.sampled_from(["cancel", "reinstate", "remove", "open_agenda"]))
    def meeting_turns(self, pick: int, what: str) -> None:
        arguments = ("Sjukdom",) if what == "cancel" else ()
        with suppress(CouncilError):
            getattr(self.council.meetings, what)(self._meeting(pick), *arguments)

    @rule(pick=PICK, title=TEXTS)
    def add_item(self, pick: int, title: str) -> None:
        with suppress(CouncilError):
            self.council.meetings.add_item(self._meeting(pick), title)

    @rule(pick=PICK, steps=st.integers(-3, 3), remove=st.booleans())
    def move_or_remove_item(self, pick: int, steps: int, remove: bool) -> None:
        with suppress(CouncilError):
            if remove:
                self.council.meetings.remove_item(self._item(pick))
            else:
                self.council.meetings.move_item(self._item(pick), steps)

    @rule(pick=PICK, what=st.sampled_from(["start", "end", "reopen"]), hour=st.integers(8, 20))
    def hold(self, pick: int, what: str, hour: int) -> None:
        arguments = () if what == "reopen" else (time(hour),)
        with suppress(CouncilError):
            getattr(self.council.room, what)(self._meeting(pick), *arguments)

    @rule(pick=PICK, presence=st.sampled_from(Presence), guest=NAMES)
    def attendance(self, pick: int, presence: Presence, guest: str) -> None:
        meeting = self._meeting(pick)
        with suppress(CouncilError):
            self.council.room.add_guest(meeting, guest, capacity=self._any(Capacity, pick))
            someone = self._any(self.council.room.room(meeting).attendees, pick)
            self.council.room.set_presence(meeting, someone, presence)

    @rule(pick=PICK, other=PICK)
    def serve(self, pick: int, other: int) -> None:
        meeting = self._meeting(pick)
        with suppress(CouncilError):
            everyone = self.council.room.room(meeting).attendees
            substitute = self._any(self.council.room.substitutes(meeting), pick)
            if substitute and everyone:
                self.council.room.serve(meeting, substitute, self._any(everyone, other))

    @rule(pick=PICK, reason=st.sampled_from(SpanReason), clear=st.booleans())
    def spans(self, pick: int, reason: SpanReason, clear: bool) -> None:
        meeting = self._meeting(pick)
        with suppress(CouncilError):
            someone = self._any(self.council.room.room(meeting).attendees, pick)
            point = self._any(self.council.meetings.agenda(meeting), pick // 3)
            if clear:
                self.council.room.clear_spans(someone)
            elif someone and point:
                self.council.room.set_span(
                    meeting, someone, reason, from_item_id=point.id, to_item_id=point.id
                )

    @rule(pick=PICK, role=st.sampled_from(RoleAtMeeting), clear=st.booleans())
    def roles(self, pick: int, role: RoleAtMeeting, clear: bool) -> None:
        with suppress(CouncilError):
            if clear:
                self.council.room.clear_role(self._meeting(pick), role)
            else:
                self.council.room.set_role(self._meeting(pick), role, self._person(pick // 5))

    @rule(pick=PICK, text=TEXTS, treated=st.booleans())
    def write(self, pick: int, text: str, treated: bool) -> None:
        with suppress(CouncilError):
            self.council.room.write_text(self._item(pick), text)
            self.council.room.set_treated(self._item(pick // 2), treated)

    @rule(pick=PICK, text=TEXTS, outcome=st.sampled_from(Outcome), remove=st.booleans())
    def decide(self, pick: int, text: str, outcome: Outcome, remove: bool) -> None:
        with suppress(CouncilError):
            decision = self.council.room.add_decision(self._item(pick), text, outcome)
            self.council.room.change_decision(decision, reservations=text)
            if remove:
                self.council.room.remove_decision(decision)

    @rule(pick=PICK, what=TEXTS, due=DAYS)
    def act(self, pick: int, what: str, due: date) -> None:
        with suppress(CouncilError):
            self.council.room.add_action(
                self._item(pick), what, norrmyra.TODAY, due=due, owner_person_id=self._person(pick)
            )

    @rule(pick=PICK, status=st.sampled_from(ActionStatus), text=TEXTS, remove=st.booleans())
    def follow_up(self, pick: int, status: ActionStatus, text: str, remove: bool) -> None:
        action = self._any(self.council.actions.every(norrmyra.TODAY), pick)
        with suppress(CouncilError):
            if action and remove:
                self.council.actions.remove(action.id)
            elif action:
                self.council.actions.set_status(action.id, status, norrmyra.TODAY)
                self.council.actions.follow_up(action.id, text, norrmyra.TODAY, Rating.YELLOW)

    @rule(pick=PICK, title=TEXTS)
    def standing_items(self, pick: int, title: str) -> None:
        points = self.council.council.standing_items()
        with suppress(CouncilError):
            self.council.council.add_standing_item(title)
            self.council.council.move_standing_item(self._any(points, pick).id, pick % 5 - 2)
        if points and pick % 3 == 0:
            self.council.council.remove_standing_item(self._any(points, pick).id)

    @rule(seconds=st.integers(1, 200))
    def wait(self, seconds: int) -> None:
        self.clock.moment += timedelta(seconds=seconds)

    @rule(steps=st.integers(1, 6), forward=st.booleans())
    def back_and_forth(self, steps: int, forward: bool) -> None:
        before = norrmyra.dump(self.council.path)
        done = 0
        while done < steps and self.council.undo.next_undo():
            self.council.undo.undo()
            done += 1
        for _ in range(done if forward else 0):
            self.council.undo.redo()
        if forward:
            assert norrmyra.dump(self.council.path) == before

    @rule()
    def restart(self) -> None:
        self._restart()

    @invariant()
    def every_page_can_be_shown(self) -> None:
        if not hasattr(self, "council"):
            return
        overview = self.council.overview.overview(norrmyra.TODAY)
        assert overview.council.name == "Trygghetsrådet"
        for meeting in self.council.meetings.every()[:2]:
            positions = [one.position for one in self.council.room.room(meeting.id).items]
            assert positions == list(range(1, len(positions) + 1))


@pytest.mark.slow
class TestCoordinator(Coordinator.TestCase):
    settings = settings(
        max_examples=RUNS,
        stateful_step_count=30,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
