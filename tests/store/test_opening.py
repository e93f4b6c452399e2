"""A council file is opened with care, and anything else is refused untouched."""

from __future__ import annotations

import os
import shutil
import sqlite3
import zipfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import norrmyra
from trygghetsrad.app import create_council, open_council, read_council
from trygghetsrad.domain import errors
from trygghetsrad.store import opening
from trygghetsrad.store.connection import SETTINGS, SettingNotTaken, open_engine
from trygghetsrad.store.database import Database
from trygghetsrad.store.schema import APPLICATION_ID, SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trygghetsrad.app import OpenCouncil


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A whole council file that nobody has open."""
    opened = norrmyra.council_with_people(tmp_path)
    opened.close()
    return opened.path


@pytest.mark.parametrize("times", [1, 2, 3])
def test_every_new_connection_takes_the_safe_settings(path: Path, times: int) -> None:
    engine = open_engine(path)
    for _ in range(times):
        with engine.connect() as connection:
            for name, (_wanted, expected) in SETTINGS.items():
                assert connection.exec_driver_sql(f"PRAGMA {name}").scalar() == expected
        engine.pool.dispose()
    engine.dispose()


def test_a_setting_that_is_not_taken_stops_the_opening(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SETTINGS, "synchronous", ("OFF", 3))
    with pytest.raises(SettingNotTaken, match="synchronous is 0, not 3"):
        open_engine(path).connect()


# -- the zoo: what people may try to open ----------------------------------------------------------


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _workbook(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("[Content_Types].xml", "<Types/>" * 40)


def _other_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE something (id INTEGER)")


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")


def _unfinished(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _queue(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _gone(path: Path) -> None:
    path.unlink()


def _without_tables(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE something (id INTEGER)")
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version={SCHEMA_VERSION}")


def _nobody_in_it(path: Path) -> None:
    path.unlink()
    Database.create(path).close()


def _scribbled(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[5000:9000] = b"\xff" * 4000
    path.write_bytes(data)


ZOO: dict[str, tuple[Callable[[Path], None], type[errors.FileError]]] = {
    "empty": (_empty, errors.EmptyCouncilFile),
    "workbook": (_workbook, errors.NotACouncilFile),
    "text": (lambda path: path.write_bytes(b"hej\n"), errors.NotACouncilFile),
    "pdf": (lambda path: path.write_bytes(b"%PDF-1.7\n" * 40), errors.NotACouncilFile),
    "old word file": (
        lambda path: path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") * 80),
        errors.NotACouncilFile,
    ),
    "other database": (_other_database, errors.NotACouncilFile),
    "newer": (_newer, errors.NewerCouncilFile),
    "unfinished": (_unfinished, errors.DamagedCouncilFile),
    "folder": (_folder, errors.NotACouncilFile),
    "queue": (_queue, errors.NotACouncilFile),
    "gone": (_gone, errors.CouncilMissing),
    "without tables": (_without_tables, errors.DamagedCouncilFile),
    "nobody in it": (_nobody_in_it, errors.EmptyCouncilFile),
    "scribbled": (_scribbled, errors.DamagedCouncilFile),
}


@pytest.mark.parametrize("name", ZOO)
@pytest.mark.parametrize("way", ["open", "read"])
def test_what_is_no_council_is_refused_and_left_as_it_was(path: Path, name: str, way: str) -> None:
    make, expected = ZOO[name]
    make(path)
    before = norrmyra.sha256(path) if path.is_file() else ""
    with pytest.raises(expected) as refusal:
        _open(path, way)
    assert path.name in str(refusal.value)
    assert (norrmyra.sha256(path) if path.is_file() else "") == before
    assert not path.with_name(path.name + "-lock").exists()


def _open(path: Path, way: str) -> None:
    if way == "open":
        open_council(path)
    else:
        with read_council(path):
            pass


def test_a_file_cut_anywhere_is_refused(path: Path) -> None:
    whole = path.read_bytes()
    lengths = sorted(
        {*range(1, 101, 9), 512, 1024, 4095, 4096, *range(5000, len(whole), 9973), len(whole) - 1}
    )
    for length in lengths:
        path.write_bytes(whole[:length])
        with pytest.raises((errors.DamagedCouncilFile, errors.NotACouncilFile)):
            open_council(path)
        assert path.read_bytes() == whole[:length]


@pytest.mark.parametrize("name", ["åäö Ö", "hundra % # och ?", 'a\'b "c"', "möte;x=1&y", "x" * 200])
def test_any_name_of_a_file_will_do(path: Path, name: str) -> None:
    named = path.with_name(f"{name}.trygghetsrad")
    path.rename(named)
    council = open_council(named)
    council.people.add_person("Nils", "Ny")
    with read_council(named) as beside:
        assert any(one.name == "Nils Ny" for one in beside.people.persons())
    council.close()
    left = {one.name for one in named.parent.iterdir()} - {f"{path.name}-journal", f"{named.name}-journal"}
    assert left == {named.name}


@contextmanager
def _as_somebody_else(*paths: Path) -> Iterator[None]:
    """Be a user without rights, also where the tests run as root."""
    for path in paths:
        for folder in (path, *path.parents):
            if folder.stat().st_uid == os.getuid() and folder.is_dir():
                folder.chmod(folder.stat().st_mode | 0o055)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="rights are given otherwise here")
class TestWithoutRights:
    def test_a_file_one_may_not_read_is_refused(self, path: Path) -> None:
        path.chmod(0)
        with _as_somebody_else(path.parent), pytest.raises(errors.Unreadable):
            open_council(path)

    def test_a_folder_one_may_not_write_in_is_refused_and_can_still_be_read(self, path: Path) -> None:
        path.chmod(0o444)
        path.parent.chmod(0o555)
        before = norrmyra.sha256(path)
        with _as_somebody_else(path.parent):
            with pytest.raises(errors.NotWritable):
                open_council(path)
            with read_council(path) as council:
                assert len(council.meetings.every()) == 3
        path.parent.chmod(0o755)
        assert norrmyra.sha256(path) == before

    def test_a_read_only_file_in_an_open_folder_is_refused(self, path: Path) -> None:
        path.chmod(0o444)
        path.parent.chmod(0o777)
        with _as_somebody_else(path.parent), pytest.raises(errors.NotWritable):
            open_council(path)

    def test_a_new_council_needs_a_folder_it_may_write_in(self, tmp_path: Path) -> None:
        locked = tmp_path / "låst"
        locked.mkdir()
        locked.chmod(0o555)
        with _as_somebody_else(locked), pytest.raises(errors.NotWritable):
            create_council(locked / "x.trygghetsrad", norrmyra.NORRMYRA, "Rådet", norrmyra.TODAY)
        assert not list(locked.iterdir())


# -- new files -------------------------------------------------------------------------------------


def test_a_new_council_never_takes_an_old_ones_place(path: Path) -> None:
    before = norrmyra.sha256(path)
    with pytest.raises(errors.CouncilExists):
        create_council(path, norrmyra.NORRMYRA, "Rådet", norrmyra.TODAY)
    assert norrmyra.sha256(path) == before


@pytest.mark.parametrize("name", ["rådet.db", "rådet", ".trygghetsrad"])
def test_a_council_file_ends_as_council_files_do(tmp_path: Path, name: str) -> None:
    with pytest.raises(errors.WrongSuffix):
        create_council(tmp_path / name, norrmyra.NORRMYRA, "Rådet", norrmyra.TODAY)
    assert not list(tmp_path.iterdir())


def test_a_file_where_a_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("hej", encoding="utf-8")
    with pytest.raises(errors.NotWritable):
        create_council(tmp_path / "fil" / "x.trygghetsrad", norrmyra.NORRMYRA, "Rådet", norrmyra.TODAY)
    assert [one.name for one in tmp_path.iterdir()] == ["fil"]


def test_a_council_that_could_not_be_laid_out_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(raw: sqlite3.Connection, _version: int) -> None:
        raw.execute("CREATE TABLE half (id INTEGER)")
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(opening, "migrate", stop)
    with pytest.raises(sqlite3.OperationalError):
        create_council(tmp_path / "x.trygghetsrad", norrmyra.NORRMYRA, "Rådet", norrmyra.TODAY)
    assert not list(tmp_path.iterdir())


def test_a_council_that_could_not_be_founded_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(AttributeError):
        create_council(tmp_path / "x.trygghetsrad", None, "Rådet", norrmyra.TODAY)  # type: ignore[arg-type]
    assert not [one for one in tmp_path.iterdir() if one.suffix == ".trygghetsrad"]


def test_a_new_council_cannot_be_undone_away(tmp_path: Path) -> None:
    council = create_council(tmp_path / "x.trygghetsrad", norrmyra.NORRMYRA, " Rådet ", norrmyra.TODAY)
    assert council.undo.next_undo() == ""
    with pytest.raises(errors.NothingToUndo):
        council.undo.undo()
    assert council.council.get().name == "Rådet"
    council.close()


# -- reading beside --------------------------------------------------------------------------------


def test_reading_beside_an_open_council_sees_what_is_saved_and_touches_nothing(council: OpenCouncil) -> None:
    council.people.add_person("Nils", "Ny")
    before = (norrmyra.sha256(council.path), council.path.stat().st_mtime_ns)
    names = {one.name for one in council.path.parent.iterdir()}
    with read_council(council.path) as beside:
        assert any(one.name == "Nils Ny" for one in beside.people.persons())
        assert beside.is_read_only
        with pytest.raises(errors.OpenedReadOnly):
            beside.people.add_person("Inte", "Här")
        with pytest.raises(errors.OpenedReadOnly):
            beside.undo.undo()
        council.people.add_person("Senare", "Person")
        assert not any(one.name == "Senare Person" for one in beside.people.persons())
    council.undo.undo()
    assert {one.name for one in council.path.parent.iterdir()} == names
    assert before[1] <= council.path.stat().st_mtime_ns


def test_a_reader_leaves_bytes_and_time_of_the_file_alone(path: Path) -> None:
    before = (norrmyra.sha256(path), path.stat().st_mtime_ns, sorted(path.parent.iterdir()))
    with read_council(path) as council:
        council.meetings.open_agenda(norrmyra.meeting(council, norrmyra.FIRST))
        council.overview.overview(norrmyra.TODAY)
    assert (norrmyra.sha256(path), path.stat().st_mtime_ns, sorted(path.parent.iterdir())) == before


def test_a_private_copy_is_gone_when_the_reader_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = path.parent / "tillfälligt"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    with read_council(path):
        assert list(folder.iterdir())
    assert not list(folder.iterdir())


# -- a program that was stopped while it saved -----------------------------------------------------


@pytest.fixture
def stopped(path: Path, tmp_path: Path) -> Path:
    """A file with a hot journal: pages are written, the commit is not."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA cache_size=2")
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE person SET notes = hex(randomblob(60000))")
        raw.execute("INSERT INTO blob VALUES ('x', randomblob(400000))")
        target = tmp_path / "stoppad.trygghetsrad"
        shutil.copyfile(path, target)
        shutil.copyfile(f"{path}-journal", f"{target}-journal")
        raw.execute("ROLLBACK")
    assert Path(f"{target}-journal").stat().st_size > 0
    assert norrmyra.sha256(target) != norrmyra.sha256(path)
    return target


def test_a_half_saved_file_is_made_whole_when_it_is_opened(stopped: Path, path: Path) -> None:
    open_council(stopped).close()
    assert norrmyra.dump(stopped) == norrmyra.dump(path)


def test_a_half_saved_file_is_read_without_being_touched(stopped: Path, path: Path) -> None:
    journal = Path(f"{stopped}-journal")
    before = (norrmyra.sha256(stopped), norrmyra.sha256(journal))
    with read_council(stopped) as council:
        assert len(council.people.persons()) == 6
        assert all(one.notes == "" for one in council.people.persons())
    assert (norrmyra.sha256(stopped), norrmyra.sha256(journal)) == before


def test_a_half_saved_file_that_also_was_cut_is_refused(stopped: Path) -> None:
    Path(f"{stopped}-journal").write_bytes(b"nonsense" * 100)
    stopped.write_bytes(stopped.read_bytes()[:-5000])
    with pytest.raises(errors.DamagedCouncilFile):
        open_council(stopped)
