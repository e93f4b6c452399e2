"""An older file is brought up to date whole, with a copy made first, or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

import norrmyra
from trygghetsrad.app import open_council, read_council
from trygghetsrad.domain import errors
from trygghetsrad.store import header, migrations, opening

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Step = "Callable[[sqlite3.Connection], None]"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    opened = norrmyra.council_with_people(tmp_path)
    opened.close()
    return opened.path


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[sqlite3.Connection], None]], None]:
    """Pretend that the program has one more version, with the given step to it."""

    def install(step: Callable[[sqlite3.Connection], None]) -> None:
        monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, step))
        monkeypatch.setattr(migrations, "SCHEMA_VERSION", 2)
        monkeypatch.setattr(migrations.migrate, "__defaults__", (2,))
        monkeypatch.setattr(header, "SCHEMA_VERSION", 2)
        monkeypatch.setattr(opening, "SCHEMA_VERSION", 2)

    return install


def _add_table(raw: sqlite3.Connection) -> None:
    raw.execute("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT")


def test_an_older_file_is_copied_and_brought_up_to_date(
    path: Path, next_version: Callable[..., None]
) -> None:
    before = norrmyra.dump(path)
    next_version(_add_table)
    council = open_council(path)
    assert council.undo.next_undo() == "", "steps of the old version are not undone in the new"
    council.close()
    assert norrmyra.dump(path) == before
    assert norrmyra.rows(path, "PRAGMA user_version") == [(2,)]
    copy = path.with_name("rådet före version 2.trygghetsrad")
    assert norrmyra.dump(copy) == before
    assert norrmyra.rows(copy, "PRAGMA user_version") == [(1,)]


def test_an_earlier_copy_is_never_written_over(path: Path, next_version: Callable[..., None]) -> None:
    copy = path.with_name("rådet före version 2.trygghetsrad")
    copy.write_bytes(b"den gamla")
    next_version(_add_table)
    open_council(path).close()
    assert copy.read_bytes() == b"den gamla"
    assert path.with_name("rådet före version 2 (2).trygghetsrad").exists()


def _half(raw: sqlite3.Connection) -> None:
    _add_table(raw)
    raw.execute("ALTER TABLE person ADD COLUMN later TEXT NOT NULL DEFAULT ''")
    raw.execute("UPDATE person SET given_name = 'förstörd'")
    raise sqlite3.OperationalError("stopp mitt i")


def _fault(raw: sqlite3.Connection) -> None:
    _add_table(raw)
    raise KeyError("fel i programmet")


def _dangling(raw: sqlite3.Connection) -> None:
    raw.execute("DELETE FROM person WHERE id = 1")


def _spilling(raw: sqlite3.Connection) -> None:
    """Change so much that pages are written before the step fails."""
    raw.execute("PRAGMA cache_size=2")
    raw.execute("CREATE TABLE big (content TEXT)")
    raw.execute("INSERT INTO big SELECT hex(randomblob(50000)) FROM person")
    raw.execute("UPDATE person SET notes = hex(randomblob(5000))")
    raise KeyError("fel i programmet")


@pytest.mark.parametrize("step", [_half, _fault, _dangling, _spilling])
def test_a_failing_step_leaves_the_file_byte_for_byte(
    path: Path, next_version: Callable[..., None], step: Callable[[sqlite3.Connection], None]
) -> None:
    before = norrmyra.sha256(path)
    next_version(step)
    with pytest.raises(errors.NotBroughtUpToDate, match="orörd"):
        open_council(path)
    assert norrmyra.sha256(path) == before
    assert path.with_name("rådet före version 2.trygghetsrad").exists()
    assert not path.with_name(path.name + "-lock").exists()


def test_no_copy_no_new_version(
    path: Path, next_version: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_source: Path, target: Path) -> str:
        raise errors.DiskFull(target)

    next_version(_add_table)
    monkeypatch.setattr(opening, "verified_copy", full)
    before = norrmyra.sha256(path)
    with pytest.raises(errors.DiskFull):
        open_council(path)
    assert norrmyra.sha256(path) == before


def test_a_reader_never_brings_a_file_up_to_date(path: Path, next_version: Callable[..., None]) -> None:
    next_version(_add_table)
    before = norrmyra.sha256(path)
    with pytest.raises(errors.OlderCouncilFile), read_council(path):
        pass
    assert norrmyra.sha256(path) == before


def test_a_program_killed_in_the_middle_of_a_new_version_starts_over(path: Path) -> None:
    """The version in the header may be the new one although the old one comes back with the journal."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA cache_size=1")
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("PRAGMA user_version=9")
        raw.execute("UPDATE person SET notes = hex(randomblob(50000))")
        stopped = path.with_name("stoppad.trygghetsrad")
        for suffix in ("", "-journal"):
            path.with_name(stopped.name + suffix).write_bytes(path.with_name(path.name + suffix).read_bytes())
        raw.execute("ROLLBACK")
    open_council(stopped).close()
    assert norrmyra.dump(stopped) == norrmyra.dump(path)
