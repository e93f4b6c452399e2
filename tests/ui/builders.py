"""A small invented council in a real file, and a window around one page."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from trygghetsrad.app import OpenCouncil, create_council, open_council
from trygghetsrad.domain.actions import ActionStatus, Area
from trygghetsrad.domain.council import Municipality
from trygghetsrad.domain.people import OrganisationKind, SeatRole
from trygghetsrad.ui.components.shell import Shell
from trygghetsrad.ui.hub import Hub
from trygghetsrad.ui.icons import Icon

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from trygghetsrad.ui.page import Page

NOW = datetime(2026, 11, 23, 13, 42)  # noqa: DTZ001  # the wall clock on her desk
TODAY = NOW.date()
NORRMYRA = Municipality(code="9999", name="Norrmyra")


def now() -> datetime:
    return NOW


def empty_council(folder: Path) -> OpenCouncil:
    """A council on its first day: nobody in it, nothing planned."""
    return create_council(folder / "norrmyra.trygghetsrad", NORRMYRA, "Trygghetsrådet", TODAY)


def norrmyra(folder: Path) -> OpenCouncil:
    """A council with six people, four meetings of 2026 and nine actions."""
    copy = folder / "norrmyra.trygghetsrad"
    shutil.copyfile(_norrmyra_file(), copy)
    return open_council(copy)


@cache
def _norrmyra_file() -> Path:
    """Lay the council out once; every test gets a copy."""
    council = empty_council(Path(tempfile.mkdtemp()))
    council.council.change(
        street="Storgatan 12", postcode="935 00", city="Norrmyra", usual_place="Kommunhuset, Björken"
    )
    add_people(council)
    add_meetings(council)
    add_actions(council)
    council.close()
    return council.path


def add_people(council: OpenCouncil) -> None:
    kommun = council.people.add_organisation("Norrmyra kommun", OrganisationKind.MUNICIPALITY)
    polis = council.people.add_organisation("Polisen", OrganisationKind.POLICE)
    skola = council.people.add_organisation("Norrmyra skola", OrganisationKind.SCHOOL)
    for given, family, role, organisation in (
        ("Eva", "Nordlund", SeatRole.CHAIR, kommun),
        ("Anna", "Sjöberg", SeatRole.SECRETARY, kommun),
        ("Åke", "Brännström", SeatRole.MEMBER, kommun),
        ("Mats", "Lindgren", SeatRole.MEMBER, polis),
        ("Lena", "Marklund", SeatRole.MEMBER, skola),
        ("Karin", "Öhman", SeatRole.SUBSTITUTE, skola),
    ):
        council.people.add_member(
            given,
            family,
            role,
            date(2026, 1, 1),
            organisation_id=organisation,
            email=f"{given}.{family}@norrmyra.example".lower(),
            mobile="070-174 06 05",
        )


def add_meetings(council: OpenCouncil) -> None:
    """Three meetings held, called, written and verified; the fourth comes on 8 December."""
    days = (date(2026, 3, 18), date(2026, 5, 19), date(2026, 9, 9), date(2026, 12, 8))
    meetings = [council.meetings.add(day) for day in days]
    for meeting_id in meetings[:3]:
        hold(council, meeting_id)


def hold(council: OpenCouncil, meeting_id: int) -> None:
    """Call, hold, write and verify a meeting on its own day."""
    day = council.meetings.get(meeting_id).day
    council.meetings.open_agenda(meeting_id)
    notice = council.documents.issue("kallelse", day, meeting_id)
    council.documents.mark_sent(notice.document_id or 0, day)
    council.room.start(meeting_id, time(13, 2))
    council.room.end(meeting_id, time(15, 0))
    council.documents.issue("protokoll", day, meeting_id)
    council.minutes.mark_verified(meeting_id, day)


def next_meeting(council: OpenCouncil) -> int:
    found = council.meetings.next(TODAY)
    assert found is not None
    return found.id


def person(council: OpenCouncil, name: str) -> int:
    return next(one.id for one in council.people.persons() if one.name == name)


def add_actions(council: OpenCouncil) -> None:
    """Nine actions: two late, one without a day, one done."""
    for what, owner, due, status in (
        ("Belysning vid gångvägen Skolgatan–ishallen", "Åke Brännström", date(2026, 10, 30), "planerad"),
        ("Föräldramöte om cannabis, årskurs 8–9", "Lena Marklund", date(2026, 11, 15), "pågår"),
        ("Grannsamverkan i Västra byn: startmöte", "Mats Lindgren", date(2026, 12, 4), "pågår"),
        ("Trygghetsvandring centrum", "Anna Sjöberg", date(2026, 12, 11), "pågår"),
        ("Rutin för orosanmälan skola–socialtjänst", "Lena Marklund", date(2026, 12, 18), "pågår"),
        ("Information om bedrägerier till äldre", "Eva Nordlund", date(2027, 1, 20), "planerad"),
        ("Trygghetsmätning, enkät till 600 hushåll", "Anna Sjöberg", date(2027, 2, 26), "planerad"),
        ("Märk-DNA för företagare på industriområdet", "Mats Lindgren", None, "planerad"),
        ("Nattvandring vid skolavslutningen", "Lena Marklund", date(2026, 6, 12), "klar"),
    ):
        added = council.actions.add(
            what,
            date(2026, 5, 19),
            due=due,
            owner_person_id=person(council, owner),
            areas=frozenset({Area.CRIME_PREVENTION}),
        )
        if status != "planerad":
            council.actions.set_status(added, ActionStatus(status), TODAY)


def window(
    qtbot: QtBot, council: OpenCouncil, make: type[Page], *, size: tuple[int, int] = (1366, 688)
) -> tuple[Shell, Page]:
    """Show one page in the frame it will have, listening to the council file."""
    # Closed after the window, which pytest-qt closes first.
    qtbot._request.addfinalizer(council.close)
    hub = Hub()
    council.on_change(hub.publish)
    page = make(council, hub, now)
    hub.setParent(page)
    shell = Shell(subtitle="Norrmyra kommun")
    qtbot.addWidget(shell)
    shell.set_pages([("page", "Sida", Icon.HOME, page)])
    page.title_changed.connect(shell.set_title)
    page.trouble.connect(shell.banner)
    page.toast_requested.connect(lambda text, undo: shell.toast(text, undo=undo))
    shell.undo_requested.connect(council.undo.undo)
    shell.resize(*size)
    shell.show_page("page")
    shell.show()
    qtbot.waitExposed(shell)
    page.arrive()
    return shell, page
