"""What the tables promise: strict columns, known types, rows that refuse to be altered."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

import norrmyra
from pictures import noise_png
from trygghetsrad.store import types
from trygghetsrad.store.capture import CaptureIncomplete, capture_sql, create_capture_triggers
from trygghetsrad.store.connection import open_engine
from trygghetsrad.store.schema import APPEND_ONLY, FROZEN_COLUMNS, JOURNALED, Base

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil

SOURCES = Path(types.__file__).parents[1]


def test_every_table_is_strict_and_numbers_are_never_used_again(council: OpenCouncil) -> None:
    tables = dict(norrmyra.rows(council.path, "SELECT name, sql FROM sqlite_master WHERE type='table'"))
    strict = norrmyra.rows(council.path, "SELECT name, strict FROM pragma_table_list WHERE schema='main'")
    assert {name for name, is_strict in strict if not is_strict} <= {"sqlite_schema", "sqlite_sequence"}
    for row in JOURNALED:
        assert "AUTOINCREMENT" in str(tables[row.__tablename__])


def test_columns_are_of_our_own_types_only() -> None:
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            assert type(column.type).__module__ == types.__name__, f"{table.name}.{column.name}"


def test_the_file_knows_only_text_whole_numbers_and_bytes(council: OpenCouncil) -> None:
    query = (
        "SELECT DISTINCT c.type FROM pragma_table_list l JOIN pragma_table_info(l.name) c "
        "WHERE l.schema='main' AND l.name NOT LIKE 'sqlite_%'"
    )
    assert {kind for (kind,) in norrmyra.rows(council.path, query)} == {"TEXT", "INTEGER", "BLOB"}


def test_nothing_is_ever_inserted_or_replaced() -> None:
    banned = re.compile(r"(?:INSERT\s+OR\s+)?REPLACE\s+INTO|INSERT\s+OR\s+REPLACE", re.IGNORECASE)
    guilty = [path for path in SOURCES.rglob("*.py") if banned.search(path.read_text(encoding="utf-8"))]
    assert not guilty


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE meeting SET day = '10 mars'",
        "UPDATE meeting SET day = '2026-02-30'",
        "UPDATE meeting SET starts = '13.00'",
        "UPDATE meeting SET ends = starts",
        "UPDATE person SET leading = 2",
        "UPDATE person SET given_name = NULL",
        "UPDATE council SET notice_days = 'tio'",
        "UPDATE appointment SET person_id = 999",
    ],
)
def test_bad_data_stops_at_the_door(council: OpenCouncil, change: str) -> None:
    council.close()
    with closing(sqlite3.connect(council.path)) as raw:
        raw.execute("PRAGMA foreign_keys=ON")
        with pytest.raises(sqlite3.IntegrityError):
            raw.execute(change)


def test_every_living_table_is_watched_with_all_its_columns(council: OpenCouncil) -> None:
    council.close()
    engine = open_engine(council.path)
    with engine.connect() as connection:
        found = dict(
            connection.execute(text("SELECT name, sql FROM temp.sqlite_master WHERE type='trigger'")).all()
        )
        columns = {
            row.__tablename__: {
                name
                for (name,) in connection.execute(
                    text(f"SELECT name FROM pragma_table_info('{row.__tablename__}')")
                )
            }
            for row in JOURNALED
        }
    engine.dispose()
    assert len(found) == len(capture_sql()) == 3 * len(JOURNALED)
    for table, names in columns.items():
        for name in names:
            assert f"'{name}', old.\"{name}\"" in found[f"capture_{table}_delete"]
            assert f'old."{name}" IS NOT new."{name}"' in found[f"capture_{table}_update"]


def test_too_few_triggers_stop_the_opening(council: OpenCouncil, monkeypatch: pytest.MonkeyPatch) -> None:
    council.close()
    twice = (
        *capture_sql()[:-1],
        capture_sql()[0].replace("CREATE TEMP TRIGGER", "CREATE TEMP TRIGGER IF NOT EXISTS"),
    )
    monkeypatch.setattr("trygghetsrad.store.capture.capture_sql", lambda: twice)
    with closing(sqlite3.connect(council.path)) as raw, pytest.raises(CaptureIncomplete):
        create_capture_triggers(raw)


def test_a_living_row_cannot_be_changed_outside_a_step(council: OpenCouncil) -> None:
    database = council._database
    with (
        pytest.raises(sqlite3.IntegrityError, match=r"undo_entry\.step_id"),
        database.record() as session,
    ):
        session.execute(text("UPDATE person SET notes = 'vid sidan av'"))
    with database.write("Ändra") as session:
        session.execute(text("UPDATE person SET notes = 'på rätt sätt' WHERE id = 1"))
    assert council.undo.next_undo() == "Ändra"


@pytest.fixture
def lived(council: OpenCouncil) -> Path:
    """A file where everything has happened once."""
    first = norrmyra.meeting(council, norrmyra.FIRST)
    norrmyra.call(council, first)
    council.delivery.calendar(first, norrmyra.TODAY)
    norrmyra.verify(council, first)
    council.close()
    return council.path


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_the_record_refuses_to_be_altered(lived: Path, table: str) -> None:
    with closing(sqlite3.connect(lived)) as raw:
        column = raw.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchone()[0]
        assert raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(f"UPDATE {table} SET {column} = {column}")
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize(("table", "columns"), FROZEN_COLUMNS.items())
def test_what_left_the_house_is_frozen(lived: Path, table: str, columns: tuple[str, ...]) -> None:
    with closing(sqlite3.connect(lived)) as raw:
        for column in columns:
            with pytest.raises(sqlite3.IntegrityError, match="frozen"):
                raw.execute(f"UPDATE {table} SET {column} = {column}")
        with pytest.raises(sqlite3.IntegrityError, match="frozen"):
            raw.execute(f"DELETE FROM {table}")


def test_the_same_bytes_are_kept_once(council: OpenCouncil) -> None:
    council.council.set_logo(noise_png())
    council.council.set_logo(None)
    council.council.set_logo(noise_png())
    assert council.council.logo() == noise_png()
    assert norrmyra.rows(council.path, "SELECT count(*) FROM blob") == [(1,)]


@pytest.mark.parametrize(
    "written", ["å\x00ä", "\x07 pip", "emoji 🚔 och ﷽", "x" * 100_000, "'; DROP TABLE person; --"]
)
def test_text_comes_back_as_it_was_written(council: OpenCouncil, written: str) -> None:
    person = council.people.add_person("Nils", "Ny", notes=written)
    assert council.people.person(person).notes == written
    council.people.change_person(person, notes="annat")
    council.undo.undo()
    assert council.people.person(person).notes == written


def test_half_a_sign_is_shown_as_one_that_is_missing(council: OpenCouncil) -> None:
    person = council.people.add_person("Nils", "Ny", notes="halv \ud83d bil")
    assert council.people.person(person).notes == "halv � bil"
