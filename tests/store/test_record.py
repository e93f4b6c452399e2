"""What happened is written down for good, and a hand that alters it is found."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

import norrmyra
from norrmyra import FIRST, TODAY
from trygghetsrad.app import open_council
from trygghetsrad.domain.people import OrganisationKind

if TYPE_CHECKING:
    from pathlib import Path

    from norrmyra import Clock
    from trygghetsrad.app import OpenCouncil


def told(path: Path, field: str) -> list[tuple[object, ...]]:
    return norrmyra.rows(path, f"SELECT before, after FROM history WHERE field = '{field}' ORDER BY id")


def test_history_tells_each_field_with_its_value_before_and_after(council: OpenCouncil, clock: Clock) -> None:
    first = norrmyra.meeting(council, FIRST)
    clock.wait(hours=2)
    council.meetings.change(first, place="Biblioteket", theme="Vår")
    council.meetings.change(first, place="Skolan")
    assert told(council.path, "place") == [("", "Biblioteket"), ("Biblioteket", "Skolan")]
    assert told(council.path, "theme") == [("", "Vår")]
    label, at, uid = norrmyra.rows(
        council.path, "SELECT label, at, row_uid FROM history ORDER BY id DESC LIMIT 1"
    )[0]
    assert (label, at) == ("Ändra mötet", "2026-02-02T10:00:00.000000+00:00")
    assert uid == council.meetings.get(first).uid


def test_history_knows_that_an_address_changed_and_never_what_it_was(council: OpenCouncil) -> None:
    eva = norrmyra.person(council, "Eva Nordlund")
    council.people.change_person(
        eva, email="hemlig@norrmyra.example", phone="070-174 06 99", mobile="070-174 06 98", notes="Skyddas"
    )
    council.people.change_person(eva, email="")
    council.undo.undo()
    for field in ("email", "phone", "mobile", "notes"):
        lines = told(council.path, field)
        assert lines
        assert set(lines) == {(None, None)}
    whole = str(norrmyra.rows(council.path, "SELECT * FROM history")) + str(
        norrmyra.rows(council.path, "SELECT * FROM event")
    )
    for secret in ("hemlig@", "070-174 06 99", "070-174 06 98", "Skyddas"):
        assert secret not in whole


def test_what_was_made_and_undone_and_removed_is_told(council: OpenCouncil) -> None:
    made = council.people.add_organisation("Kyrkan", OrganisationKind.ASSOCIATION)
    council.undo.undo()
    uid = norrmyra.rows(council.path, "SELECT row_uid FROM history ORDER BY id DESC LIMIT 1")[0][0]
    lines = norrmyra.rows(
        council.path, f"SELECT label, before, after FROM history WHERE row_uid = '{uid}' ORDER BY id"
    )
    assert lines == [("Lägg till Kyrkan", None, "skapad"), ("Ångra: Lägg till Kyrkan", "borttagen", None)]
    assert made > 0


@pytest.fixture
def lived(council: OpenCouncil) -> Path:
    first = norrmyra.meeting(council, FIRST)
    norrmyra.call(council, first)
    norrmyra.verify(council, first)
    assert council.checking.check(TODAY).damage == ()
    council.close()
    return council.path


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE event SET facts = facts || ' ' WHERE seq = 3",
        "UPDATE event SET who = 'någon annan' WHERE seq = 2",
        "UPDATE event SET at = '2020-01-01T00:00:00.000000+00:00' WHERE seq = 1",
        "UPDATE event SET what = 'inget' WHERE seq = 4",
        "DELETE FROM event WHERE seq = 3",
        "DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)",
    ],
)
def test_a_changed_or_missing_event_is_found(lived: Path, tampering: str) -> None:
    with closing(sqlite3.connect(lived)) as raw:
        for (name,) in raw.execute(
            "SELECT name FROM sqlite_master WHERE name LIKE 'event_%_refused'"
        ).fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute(tampering)
        raw.commit()
    council = open_council(lived)
    damage = council.checking.check(TODAY).damage
    council.close()
    assert any(line.startswith("Händelse") for line in damage)


def test_bytes_that_were_exchanged_are_found(lived: Path) -> None:
    with closing(sqlite3.connect(lived)) as raw:
        raw.execute("DROP TRIGGER blob_update_refused")
        raw.execute("UPDATE blob SET content = CAST(content || 'x' AS BLOB)")
        raw.commit()
    council = open_council(lived)
    assert any("kontrollsumma" in line for line in council.checking.check(TODAY).damage)
    council.close()


def test_events_name_papers_and_meetings_by_uid_only(lived: Path) -> None:
    everything = str(norrmyra.rows(lived, "SELECT what, about_uid, facts FROM event"))
    for name in ("Eva", "Nordlund", "@norrmyra", "070-"):
        assert name not in everything
