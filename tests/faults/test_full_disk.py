"""A full disk, a read-only file and a failing one: said plainly, and all that was saved is still there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

import norrmyra
from norrmyra import FIRST, TODAY, meeting
from pictures import noise_png
from trygghetsrad.app import create_council, open_council, read_council
from trygghetsrad.domain.contacts import Contact, ImportReading
from trygghetsrad.domain.errors import DamagedCouncilFile, DiskFull, NotWritable, Unreadable
from trygghetsrad.domain.people import SeatRole
from trygghetsrad.domain.planning import ProposedMeeting
from trygghetsrad.store import copies, opening
from trygghetsrad.store.refusals import refusal_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from trygghetsrad.app import OpenCouncil


def room_on_disk(council: OpenCouncil, pages: int | None) -> None:
    """Let the disk hold so many more pages; None is plenty."""
    with council._database.read() as session:
        now = session.scalar(text("PRAGMA page_count")) or 0
        free = session.scalar(text("PRAGMA freelist_count")) or 0
        limit = 1_000_000 if pages is None else max(now - free, now) + pages
        session.execute(text(f"PRAGMA max_page_count={limit}"))


def _import(council: OpenCouncil) -> None:
    contacts = tuple(Contact(given_name="Nummer", family_name=str(n), notes="x" * 500) for n in range(80))
    council.importing.apply(council.importing.plan(ImportReading(contacts=contacts, problems=())), TODAY)


def _plan(council: OpenCouncil) -> None:
    council.meetings.plan(
        ProposedMeeting(day=date(2027, month, 9), week=1, starts=time(13), ends=time(15), theme="")
        for month in range(1, 13)
    )


def _write(council: OpenCouncil) -> None:
    point = council.meetings.agenda(meeting(council, FIRST))[0].id
    council.room.write_text(point, "Lång text. " * 4000)


def _issue(council: OpenCouncil) -> None:
    council.documents.issue("kallelse", TODAY, meeting(council, FIRST))


def _undo(council: OpenCouncil) -> None:
    council.undo.undo()


WORK: dict[str, Callable[[OpenCouncil], None]] = {
    "import": _import,
    "plan": _plan,
    "write": _write,
    "issue": _issue,
    "logo": lambda council: council.council.set_logo(noise_png(180)),
    "draft": lambda council: council.drafts.keep("abc", "text", "utkast " * 9000),
    "undo": _undo,
}


@pytest.mark.parametrize("what", WORK)
def test_a_full_disk_loses_nothing_and_is_said_plainly(council: OpenCouncil, what: str) -> None:
    council.people.change_person(1, notes="y" * 60_000)
    council.people.change_person(1, notes="")
    refusals = []
    for pages in range(12):
        before = (norrmyra.dump(council.path), council.undo.next_undo(), council.documents.issued())
        room_on_disk(council, pages)
        try:
            WORK[what](council)
        except DiskFull as refusal:
            refusals.append(str(refusal))
        else:
            break
        room_on_disk(council, None)
        assert (norrmyra.dump(council.path), council.undo.next_undo(), council.documents.issued()) == before
    room_on_disk(council, None)
    assert what == "undo" or refusals
    assert all("Allt som redan var sparat är kvar" in said for said in refusals)
    assert council.checking.check(TODAY).damage == ()
    WORK[what](council)
    council.people.add_person("Efter", "Åt")
    assert council.checking.check(TODAY).damage == ()


@pytest.mark.slow
@pytest.mark.parametrize("what", ["import", "issue"])
def test_the_disk_may_be_full_at_any_page(council: OpenCouncil, what: str) -> None:
    before = norrmyra.dump(council.path)
    for pages in range(200):
        room_on_disk(council, pages)
        try:
            WORK[what](council)
        except DiskFull:
            assert norrmyra.dump(council.path) == before
        else:
            assert pages > 5
            break
    else:
        pytest.fail("two hundred pages should do")
    assert council.checking.check(TODAY).damage == ()


def test_a_disk_too_full_for_a_new_council_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = opening.migrate
    for pages in range(1, 60, 3):

        def migrate_on_small_disk(raw: sqlite3.Connection, version: int, pages: int = pages) -> None:
            raw.execute(f"PRAGMA max_page_count={pages}")
            real(raw, version)

        monkeypatch.setattr(opening, "migrate", migrate_on_small_disk)
        with pytest.raises(DiskFull):
            create_council(tmp_path / "x.trygghetsrad", norrmyra.NORRMYRA, "Rådet", TODAY)
        assert not list(tmp_path.iterdir())


def test_a_disk_too_full_for_a_copy_leaves_no_half_copy(
    council: OpenCouncil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copies.os, "fsync", no_room)
    target = tmp_path / "kopia"
    target.mkdir()
    with pytest.raises(DiskFull):
        copies.verified_copy(council.path, target / "kopia.trygghetsrad")
    assert not list(target.iterdir())
    with pytest.raises(DiskFull), read_council(council.path):
        pass


def test_a_copy_that_differs_is_thrown_away(
    council: OpenCouncil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = iter(({"person": 6}, {"person": 5}, {"person": 6}, {"person": 5}))
    monkeypatch.setattr(copies, "contents", lambda _connection: next(counts))
    with pytest.raises(copies.CopyDiffers):
        copies.verified_copy(council.path, tmp_path / "kopia.trygghetsrad")
    assert not (tmp_path / "kopia.trygghetsrad").exists()
    with pytest.raises(DamagedCouncilFile), read_council(council.path):
        pass


def test_an_earlier_copy_stands_when_a_new_one_fails(
    council: OpenCouncil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "kopia.trygghetsrad"
    copies.verified_copy(council.path, target)
    before = norrmyra.sha256(target)
    council.people.add_person("Nils", "Ny")
    counts = iter(({"person": 6}, {"person": 5}))
    monkeypatch.setattr(copies, "contents", lambda _connection: next(counts))
    with pytest.raises(copies.CopyDiffers):
        copies.verified_copy(council.path, target)
    assert norrmyra.sha256(target) == before


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("SQLITE_FULL", DiskFull),
        ("SQLITE_IOERR_WRITE", DiskFull),
        ("SQLITE_IOERR_READ", Unreadable),
        ("SQLITE_IOERR_FSYNC", NotWritable),
        ("SQLITE_IOERR_TRUNCATE", NotWritable),
        ("SQLITE_READONLY_DBMOVED", NotWritable),
        ("SQLITE_CANTOPEN", NotWritable),
        ("SQLITE_BUSY", NotWritable),
        ("SQLITE_CORRUPT", DamagedCouncilFile),
        ("SQLITE_NOTADB", DamagedCouncilFile),
        ("SQLITE_CONSTRAINT", type(None)),
        ("", type(None)),
    ],
)
def test_what_sqlite_says_becomes_a_sentence(tmp_path: Path, name: str, expected: type) -> None:
    error = sqlite3.OperationalError("någonting")
    error.sqlite_errorname = name
    assert type(refusal_of(tmp_path / "x", error)) is expected


def test_a_file_removed_under_our_feet_is_no_longer_written(council: OpenCouncil) -> None:
    council.path.rename(council.path.with_name("flyttad.trygghetsrad"))
    with pytest.raises((NotWritable, Unreadable)):
        council.people.add_person("Nils", "Ny")


def test_a_file_scribbled_in_while_it_is_open_is_damaged_and_said_to_be(council: OpenCouncil) -> None:
    council.close()
    with closing(sqlite3.connect(council.path)) as raw:
        page = raw.execute("SELECT rootpage FROM sqlite_master WHERE name='person'").fetchone()[0]
        size = raw.execute("PRAGMA page_size").fetchone()[0]
    opened = open_council(council.path)
    try:
        with council.path.open("r+b") as file:
            file.seek((page - 1) * size)
            file.write(b"\x00" * size)
            file.seek(24)
            file.write(b"\xff\xff\xff\xff")  # another change counter, so that pages are read anew
        with pytest.raises(DamagedCouncilFile):
            opened.people.persons()
        with pytest.raises(DamagedCouncilFile):
            opened.people.add_member("Nils", "Ny", SeatRole.MEMBER, TODAY)
    finally:
        opened.close()
