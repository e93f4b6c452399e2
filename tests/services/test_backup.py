"""A copy of the council can be trusted, and brought back, whatever lies in its place."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from trygghetsrad.app import create_council, open_council, read_council
from trygghetsrad.domain.errors import (
    CouncilInUse,
    CouncilMissing,
    DamagedCouncilFile,
    NotACouncilFile,
    NothingToUndo,
    Refused,
    WrongSuffix,
)
from trygghetsrad.services.backup import backup, restore, sidecar
from trygghetsrad.services.municipalities import EXAMPLE

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 12, 8, 13, 0, 15, tzinfo=UTC)


@pytest.fixture
def council(tmp_path: Path) -> Path:
    path = tmp_path / "rådet.trygghetsrad"
    create_council(path, EXAMPLE, "Trygghetsrådet", date(2026, 1, 7)).close()
    return path


@pytest.fixture
def copy(council: Path, tmp_path: Path) -> Path:
    return backup(council, tmp_path / "kopior", NOW).path


def rename(council: Path, name: str) -> None:
    opened = open_council(council)
    try:
        opened.council.change(name=name)
    finally:
        opened.close()


def name_in(council: Path) -> str:
    with read_council(council) as opened:
        return opened.council.get().name


def test_a_copy_lies_with_the_sum_that_other_tools_can_check(copy: Path) -> None:
    assert copy.name == "rådet 2026-12-08 13.00.15.trygghetsrad"
    told, name = sidecar(copy).read_text(encoding="utf-8").split(maxsplit=1)
    assert (told, name) == (hashlib.sha256(copy.read_bytes()).hexdigest(), f"{copy.name}\n")


def test_a_copy_is_made_while_the_window_has_the_council_open(council: Path, tmp_path: Path) -> None:
    opened = open_council(council)
    try:
        opened.council.change(name="Rådet i ett öppet fönster")
        made = backup(council, tmp_path / "kopior", NOW)
        opened.council.change(name="Senare")
    finally:
        opened.close()
    assert name_in(made.path) == "Rådet i ett öppet fönster"


def test_two_copies_in_the_same_second_both_stay(council: Path, tmp_path: Path) -> None:
    made = {backup(council, tmp_path / "kopior", NOW).path for _ in range(2)}
    assert len(made) == 2
    assert (
        sorted(path.suffix for path in (tmp_path / "kopior").iterdir())
        == [".sha256"] * 2 + [".trygghetsrad"] * 2
    )


def test_a_damaged_council_gives_no_copy_to_rely_on(council: Path, tmp_path: Path) -> None:
    data = bytearray(council.read_bytes())
    data[20_000:60_000] = bytes(40_000)
    council.write_bytes(data)
    with pytest.raises(DamagedCouncilFile):
        backup(council, tmp_path / "kopior", NOW)
    assert not list(tmp_path.glob("kopior/*"))


def test_a_copy_brings_the_council_back_and_keeps_what_lay_there(council: Path, copy: Path) -> None:
    rename(council, "Efter kopian")
    restored = restore(copy, council, NOW)
    assert name_in(council) == "Trygghetsrådet"
    assert restored.kept is not None
    assert restored.kept.name == "rådet 2026-12-08 13.00.15 before-restore.trygghetsrad"
    assert name_in(restored.kept) == "Efter kopian"


def test_undo_does_not_pass_a_restoring_and_the_record_tells_of_it(council: Path, copy: Path) -> None:
    restore(copy, council, NOW)
    opened = open_council(council)
    try:
        with pytest.raises(NothingToUndo):
            opened.undo.undo()
        assert opened.checking.check(NOW.date()).is_sound
    finally:
        opened.close()
    with closing(sqlite3.connect(council)) as raw:
        assert raw.execute("SELECT what FROM event ORDER BY seq DESC LIMIT 1").fetchone() == (
            "rådet återställt",
        )


def test_a_copy_can_be_brought_back_on_a_computer_that_lost_everything(copy: Path, tmp_path: Path) -> None:
    new = tmp_path / "ny dator" / "råd" / "rådet.trygghetsrad"
    assert restore(copy, new, NOW).kept is None
    assert name_in(new) == "Trygghetsrådet"


def test_a_copy_without_its_sum_is_looked_through_all_the_same(council: Path, copy: Path) -> None:
    sidecar(copy).unlink()
    assert not restore(copy, council, NOW).has_checksum


@pytest.mark.parametrize("place", [120, 5_000, 100_000, -1])
def test_a_copy_with_one_changed_bit_is_refused(council: Path, copy: Path, place: int) -> None:
    data = bytearray(copy.read_bytes())
    data[place] ^= 1
    copy.write_bytes(data)
    before = council.read_bytes()
    with pytest.raises(Refused, match="inte som när den gjordes"):
        restore(copy, council, NOW)
    assert council.read_bytes() == before
    assert not list(council.parent.glob("*before-restore*"))


def test_a_copy_cut_short_without_its_sum_is_refused(council: Path, copy: Path) -> None:
    sidecar(copy).unlink()
    copy.write_bytes(copy.read_bytes()[:-4096])
    before = council.read_bytes()
    with pytest.raises(DamagedCouncilFile):
        restore(copy, council, NOW)
    assert council.read_bytes() == before


def test_what_is_no_copy_of_a_council_is_refused(council: Path, tmp_path: Path) -> None:
    stranger = tmp_path / "bild.png"
    stranger.write_bytes(b"\x89PNG" + bytes(400))
    with pytest.raises(NotACouncilFile):
        restore(stranger, council, NOW)
    with pytest.raises(CouncilMissing):
        restore(tmp_path / "finns inte.trygghetsrad", council, NOW)
    with pytest.raises(Refused, match="samma fil"):
        restore(council, council, NOW)
    with pytest.raises(WrongSuffix):
        restore(council, tmp_path / "rådet.db", NOW)


def test_nothing_is_brought_back_under_an_open_window(council: Path, copy: Path) -> None:
    opened = open_council(council)
    try:
        with pytest.raises(CouncilInUse):
            restore(copy, council, NOW)
        opened.council.change(name="Går fortfarande att spara")
    finally:
        opened.close()
    assert name_in(council) == "Går fortfarande att spara"


def test_a_damaged_council_is_kept_byte_for_byte_and_replaced(council: Path, copy: Path) -> None:
    council.write_bytes(council.read_bytes()[:9_000])
    damaged = council.read_bytes()
    kept = restore(copy, council, NOW).kept
    assert kept is not None
    assert kept.read_bytes() == damaged
    assert name_in(council) == "Trygghetsrådet"


@pytest.mark.parametrize("suffix", ["-journal", "-wal", "-shm"])
def test_a_journal_left_beside_the_old_file_does_not_reach_the_new_one(
    council: Path, copy: Path, suffix: str
) -> None:
    journal = council.with_name(council.name + suffix)
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"x" * 5_000)
    restore(copy, council, NOW)
    assert name_in(council) == "Trygghetsrådet"
    assert not journal.exists() or journal.stat().st_size == 0


def test_a_save_that_a_power_cut_stopped_is_put_right_in_the_kept_file(council: Path, copy: Path) -> None:
    rename(council, "Före strömavbrottet")
    _stop_midway(council)
    kept = restore(copy, council, NOW).kept
    assert kept is not None
    assert name_in(kept) == "Före strömavbrottet"


def test_a_hand_made_copy_of_a_stopped_save_can_be_brought_back(council: Path, tmp_path: Path) -> None:
    rename(council, "Före strömavbrottet")
    _stop_midway(council)
    by_hand = tmp_path / "usb" / "rådet.trygghetsrad"
    by_hand.parent.mkdir()
    for suffix in ("", "-journal"):
        shutil.copyfile(council.with_name(council.name + suffix), by_hand.with_name(by_hand.name + suffix))
    new = tmp_path / "tillbaka.trygghetsrad"
    restore(by_hand, new, NOW)
    assert name_in(new) == "Före strömavbrottet"


def _stop_midway(council: Path) -> None:
    """Leave the file as a power cut in the middle of a save leaves it: half written, its journal hot."""
    aside = council.with_name("halvvägs")
    with closing(sqlite3.connect(council, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode=TRUNCATE")
        raw.execute("PRAGMA cache_size=1")
        raw.execute("PRAGMA cache_spill=1")
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE council SET name='Halvskrivet'")
        raw.execute("CREATE TABLE spill (a BLOB)")
        for _ in range(50):
            raw.execute("INSERT INTO spill VALUES (zeroblob(4000))")
        for suffix in ("", "-journal"):
            shutil.copyfile(council.with_name(council.name + suffix), aside.with_name(aside.name + suffix))
        raw.execute("ROLLBACK")
    for suffix in ("", "-journal"):
        aside.with_name(aside.name + suffix).replace(council.with_name(council.name + suffix))
    assert council.with_name(council.name + "-journal").stat().st_size
