"""The meeting on the desk: its facts as last read, and the one way every part does a deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.dates import meeting_time
from trygghetsrad.domain.errors import CouncilError
from trygghetsrad.domain.meetings import AgendaItem, Meeting, MeetingRoom, MeetingState, RoleAtMeeting
from trygghetsrad.domain.name_matching import KnownPerson, OwnerKind, known_organisation
from trygghetsrad.domain.understood import LineKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, time

    from trygghetsrad.domain.council import Council
    from trygghetsrad.domain.name_matching import KnownOrganisation
    from trygghetsrad.domain.people import Organisation, Person
    from trygghetsrad.domain.understood import QuickLine
    from trygghetsrad.ui.page import Page

AHEAD = frozenset({MeetingState.PLANNED, MeetingState.CALLED})


class Desk:
    """What the parts of the room share; `read` before anything else."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.council = page.council
        self.meeting_id = 0
        self.item_id = 0
        self.room: MeetingRoom
        self.rules: Council
        self.persons: tuple[Person, ...] = ()
        self.organisations: tuple[Organisation, ...] = ()
        self.next_meeting = ""

    def read(self) -> None:
        """Look in the council file; a point that is gone gives way to the one that took its place.

        Raises NotFound when the meeting is gone.
        """
        before = [item.id for item in self.room.items] if hasattr(self, "room") else []
        self.room = self.council.room.room(self.meeting_id)
        self.rules = self.council.council.get()
        self.persons = self.council.people.persons()
        self.organisations = self.council.people.organisations()
        self.next_meeting = _after(self.council.meetings.every(), self.meeting)
        self._keep_place(before)

    @property
    def meeting(self) -> Meeting:
        return self.room.meeting

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        return self.room.items

    @property
    def item(self) -> AgendaItem | None:
        """Return the point that is being dealt with."""
        return next((item for item in self.items if item.id == self.item_id), None)

    @property
    def is_ahead(self) -> bool:
        """Tell whether the meeting is still to begin."""
        return self.meeting.state in AHEAD and not self.meeting.is_ongoing

    def neighbour(self, steps: int) -> int | None:
        """Return the point so many steps below (or above) the present one."""
        ids = [item.id for item in self.items]
        if self.item_id not in ids:
            return None
        place = ids.index(self.item_id) + steps
        return ids[place] if 0 <= place < len(ids) else None

    def today(self) -> date:
        return self._page.now().date()

    def time(self) -> time:
        """Return the time on the clock, in whole minutes."""
        return self._page.now().time().replace(second=0, microsecond=0, tzinfo=None)

    def do(self, deed: Callable[[], object], *, toast: str = "", undo: bool = True) -> bool:
        """Do one deed; a refusal becomes a banner, a toast offers to take it back."""
        return self._page.do(deed, toast=toast, undo=undo)

    def look(self, deed: Callable[[], object]) -> bool:
        """Look at something outside the council; a refusal becomes a banner and nothing is read anew."""
        try:
            deed()
        except CouncilError as refusal:
            self._page.trouble.emit(refusal.sentence())
            return False
        return True

    def open(self, kind: str, number: int) -> None:
        """Ask the window to show something of another page."""
        self._page.open_requested.emit(kind, number)

    def known_people(self) -> tuple[KnownPerson, ...]:
        return tuple(
            KnownPerson(
                id=one.id, given=one.given_name, family=one.family_name, organisation=one.organisation
            )
            for one in self.persons
        )

    def known_organisations(self) -> tuple[KnownOrganisation, ...]:
        return tuple(known_organisation(one.id, one.name, one.kind) for one in self.organisations)

    def add(self, line: QuickLine) -> bool:
        """Put what was typed on the quick line under the present point; False when it was refused."""
        item_id = self.item_id
        if line.kind is LineKind.TEXT:
            return self.do(lambda: self.council.room.append_text(item_id, line.text))
        if line.kind is LineKind.DECISION:
            return self.do(lambda: self.council.room.add_decision(item_id, line.text))
        if line.kind is LineKind.ACTION:
            return self._add_action(item_id, line)
        added = [self._add_verifier(owner.id or None, owner.name) for owner in line.owners]
        return all(added)

    def _add_action(self, item_id: int, line: QuickLine) -> bool:
        owner = line.owner
        person = owner.id if owner and owner.kind is OwnerKind.PERSON else None
        organisation = owner.id if owner and owner.kind is OwnerKind.ORGANISATION else None
        return self.do(
            lambda: self.council.room.add_action(
                item_id,
                line.text,
                self.today(),
                due=line.due,
                owner_person_id=person,
                owner_organisation_id=organisation,
            )
        )

    def _add_verifier(self, person_id: int | None, name: str) -> bool:
        role = RoleAtMeeting.VERIFIER
        return self.do(lambda: self.council.room.set_role(self.meeting_id, role, person_id, name))

    def _keep_place(self, before: Sequence[int]) -> None:
        ids = [item.id for item in self.items]
        if self.item_id not in ids:
            place = before.index(self.item_id) if self.item_id in before else 0
            self.item_id = ids[min(place, len(ids) - 1)] if ids else 0


def label(item: AgendaItem) -> str:
    """Return "§ 14 a" once the § is given, before that the number of the point."""
    if item.section is None:
        return str(item.position)
    return f"§ {item.section} {item.section_letter}".strip()


def point(item: AgendaItem) -> str:
    """Return how a sentence names the point: "§ 14", or "punkt 4"."""
    return label(item) if item.section is not None else f"punkt {item.position}"


def _after(meetings: Sequence[Meeting], meeting: Meeting) -> str:
    """Return when and where the meeting after this one is, as the minutes print it."""
    for one in meetings:
        if one.day > meeting.day and one.state in AHEAD:
            return f"{meeting_time(one.day, one.starts, one.ends)}, {one.place}".rstrip(", ")
    return ""
