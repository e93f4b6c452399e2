"""A small invented council in a real file, with a clock that the test sets."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path

from trygghetsrad.app import OpenCouncil, create_council, open_council, write_example
from trygghetsrad.domain.council import Municipality
from trygghetsrad.domain.people import OrganisationKind, SeatRole
from trygghetsrad.store.schema import JOURNALED

TODAY = date(2026, 2, 2)
FIRST, SECOND, THIRD = date(2026, 3, 10), date(2026, 6, 9), date(2026, 9, 8)
NORRMYRA = Municipality(code="9999", name="Norrmyra")

PEOPLE = (
    ("Eva", "Nordlund", SeatRole.CHAIR, "Norrmyra kommun"),
    ("Bo", "Ek", SeatRole.VICE_CHAIR, "Norrmyra kommun"),
    ("Anna", "Sjöberg", SeatRole.SECRETARY, "Norrmyra kommun"),
    ("Mats", "Lindgren", SeatRole.MEMBER, "Polisen"),
    ("Lena", "Marklund", SeatRole.MEMBER, "Norrmyra skola"),
    ("Karin", "Öhman", SeatRole.SUBSTITUTE, "Norrmyra skola"),
)


class Clock:
    """Time that stands still until the test moves it."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 2, 2, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def wait(self, **spent: float) -> None:
        self.moment += timedelta(**spent)


def empty_council(folder: Path, clock: Clock | None = None) -> OpenCouncil:
    """A council on its first day: nobody in it, nothing planned."""
    path = folder / "rådet.trygghetsrad"
    shutil.copyfile(_template(full=False), path)
    return open_council(path, clock or Clock())


def council_with_people(folder: Path, clock: Clock | None = None) -> OpenCouncil:
    """A council with six people and three meetings planned in 2026."""
    path = folder / "rådet.trygghetsrad"
    shutil.copyfile(_template(full=True), path)
    return open_council(path, clock or Clock())


@cache
def _template(*, full: bool) -> Path:
    path = Path(tempfile.mkdtemp()) / "rådet.trygghetsrad"
    council = create_council(path, NORRMYRA, "Trygghetsrådet", date(2026, 1, 1), clock=Clock())
    if full:
        fill(council)
    council.close()
    return path


@cache
def example_of(today: date, years: int = 3) -> Path:
    """The example council as it is on a day, written once; tests read it or work in a copy."""
    path = Path(tempfile.mkdtemp()) / "Norrmyra.trygghetsrad"
    write_example(path, today, years)
    return path


def fill(council: OpenCouncil) -> None:
    homes = {
        "Norrmyra kommun": OrganisationKind.MUNICIPALITY,
        "Polisen": OrganisationKind.POLICE,
        "Norrmyra skola": OrganisationKind.SCHOOL,
    }
    ids = {name: council.people.add_organisation(name, kind) for name, kind in homes.items()}
    for given, family, role, home in PEOPLE:
        council.people.add_member(
            given,
            family,
            role,
            date(2026, 1, 1),
            organisation_id=ids[home],
            email=f"{given}@norrmyra.example".lower(),
            mobile="070-174 06 05",
        )
    for day in (FIRST, SECOND, THIRD):
        council.meetings.add(day)


def person(council: OpenCouncil, name: str) -> int:
    return next(one.id for one in council.people.persons() if one.name == name)


def meeting(council: OpenCouncil, day: date) -> int:
    return next(one.id for one in council.meetings.every() if one.day == day)


def item(council: OpenCouncil, meeting_id: int, title: str) -> int:
    return next(one.id for one in council.meetings.agenda(meeting_id) if one.title == title)


def titles(council: OpenCouncil, meeting_id: int) -> list[str]:
    return [one.title for one in council.meetings.agenda(meeting_id)]


def attendee(council: OpenCouncil, meeting_id: int, name: str):
    return next(one for one in council.room.room(meeting_id).attendees if one.name == name)


def call(council: OpenCouncil, meeting_id: int, on: date = TODAY) -> None:
    notice = council.documents.issue("kallelse", on, meeting_id)
    council.documents.mark_sent(notice.document_id or 0, on)


def hold(council: OpenCouncil, meeting_id: int) -> None:
    council.room.start(meeting_id, time(13, 2))
    council.room.end(meeting_id, time(15, 0))


def verify(council: OpenCouncil, meeting_id: int) -> None:
    """Hold a meeting, issue its minutes and mark them verified, all on its own day."""
    day = council.meetings.get(meeting_id).day
    hold(council, meeting_id)
    council.documents.issue("protokoll", day, meeting_id)
    council.minutes.mark_verified(meeting_id, day)


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every living row, as the file has it."""
    with closing(sqlite3.connect(path)) as raw:
        return {
            row.__tablename__: raw.execute(f"SELECT * FROM {row.__tablename__} ORDER BY id").fetchall()
            for row in JOURNALED
        }


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute(query).fetchall()


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
