"""Twelve seats, two named Åke, two substitutes, and a fourth meeting on 8 December."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from trygghetsrad.domain.people import OrganisationKind, SeatRole
from trygghetsrad.ui.components.shell import Shell
from trygghetsrad.ui.hub import Hub
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.room.page import RoomPage
from ui.builders import empty_council

if TYPE_CHECKING:
    from pathlib import Path

    from trygghetsrad.app import OpenCouncil

DAY = date(2026, 12, 8)
_SEATS = (
    ("Eva", "Nordlund", SeatRole.CHAIR, "Norrmyra kommun"),
    ("Karin", "Öhman", SeatRole.VICE_CHAIR, "Norrmyra kommun"),
    ("Mats", "Lindgren", SeatRole.MEMBER, "Polisen"),
    ("Åke", "Brännström", SeatRole.MEMBER, "Norrmyra kommun"),
    ("Åke", "Lund", SeatRole.MEMBER, "Norrmyra bostäder"),
    ("Lena", "Marklund", SeatRole.MEMBER, "Norrmyra skola"),
    ("Jonas", "Wikström", SeatRole.MEMBER, "Norrmyra socialtjänst"),
    ("Per-Olov", "Granström", SeatRole.MEMBER, "Norrmyra räddningstjänst"),
    ("Birgitta", "Lövgren", SeatRole.MEMBER, "Norrmyra pensionärsförening"),
    ("Omar", "Haddad", SeatRole.MEMBER, "Norrmyra handel"),
    ("Ida", "Stenman", SeatRole.MEMBER, "Region Norrmyra"),
    ("Tuva", "Ek", SeatRole.MEMBER, "Norrmyra kommun"),
    ("Sara", "Hedlund", SeatRole.SUBSTITUTE, "Norrmyra kommun"),
    ("Nils", "Forsman", SeatRole.SUBSTITUTE, "Norrmyra skola"),
    ("Anna", "Sjöberg", SeatRole.SECRETARY, "Norrmyra kommun"),
)
_KINDS = {
    "Norrmyra kommun": OrganisationKind.MUNICIPALITY,
    "Polisen": OrganisationKind.POLICE,
    "Norrmyra skola": OrganisationKind.SCHOOL,
}


@dataclass
class Clock:
    """The wall clock of the room, set by the test."""

    at: datetime = field(default_factory=lambda: datetime(2026, 12, 8, 13, 2))  # noqa: DTZ001  # on her desk

    def __call__(self) -> datetime:
        return self.at

    def go_to(self, hour: int, minute: int, day: date = DAY) -> None:
        self.at = datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001  # on her desk


def twelve_seats(folder: Path) -> OpenCouncil:
    """A council of twelve seats with one meeting planned."""
    council = empty_council(folder)
    council.council.change(usual_place="Björken")
    organisations = {
        name: council.people.add_organisation(name, _KINDS.get(name, OrganisationKind.OTHER))
        for name in dict.fromkeys(seat[3] for seat in _SEATS)
    }
    for given, family, role, organisation in _SEATS:
        council.people.add_member(
            given, family, role, date(2026, 1, 1), organisation_id=organisations[organisation]
        )
    council.meetings.add(DAY)
    return council


def meeting_of(council: OpenCouncil) -> int:
    return council.meetings.every()[-1].id


def person_id(council: OpenCouncil, name: str) -> int:
    return next(one.id for one in council.people.persons() if one.name == name)


def room_window(
    council: OpenCouncil, clock: Clock, size: tuple[int, int] = (1366, 688)
) -> tuple[Shell, RoomPage]:
    """Show the room in the frame it will have; what it asks of the window is kept in `page.asked`."""
    hub = Hub()
    council.on_change(hub.publish)
    page = RoomPage(council, hub, clock)
    hub.setParent(page)
    shell = Shell(subtitle="Norrmyra kommun")
    shell.set_pages([("meetings", "Möten", Icon.PEOPLE_TEAM, page)])
    page.title_changed.connect(shell.set_title)
    page.trouble.connect(shell.banner)
    page.toast_requested.connect(lambda text, undo: shell.toast(text, undo=undo))
    shell.undo_requested.connect(council.undo.undo)
    shell.resize(*size)
    shell.show_page("meetings")
    shell.show()
    page.open_item(meeting_of(council))
    return shell, page
