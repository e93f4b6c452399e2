"""Saved is saved, whenever the program is killed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import norrmyra
from trygghetsrad.app import open_council, read_council

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
# A night's run: TRYGGHETSRAD_KILLS=10000.
KILLS = int(os.environ.get("TRYGGHETSRAD_KILLS", "120"))
LIVES = 12

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="no forks here; TerminateProcess has its own run"
)


@pytest.fixture
def ready() -> Iterator[subprocess.Popen[str]]:
    """A process with everything imported, that forks writers."""
    with subprocess.Popen(
        [sys.executable, str(HERE / "writing.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(HERE.parents[1] / "src")},
    ) as process:
        yield process


def work_and_be_killed(ready: subprocess.Popen[str], path: Path, seconds: float) -> list[int]:
    """Let somebody work on the file, kill her, and return what the witness heard was saved."""
    assert ready.stdin is not None
    assert ready.stdout is not None
    witness = path.with_name("vittne")
    os.mkfifo(witness)
    ready.stdin.write(f"{path}\t{witness}\n")
    ready.stdin.flush()
    writer = int(ready.stdout.readline())
    saved: list[int] = []
    with witness.open(encoding="utf-8") as told:
        saved.append(int(told.readline()))
        listener = threading.Thread(target=lambda: saved.extend(int(line) for line in told))
        listener.start()
        time.sleep(seconds)
        os.kill(writer, signal.SIGKILL)
        listener.join()  # the pipe ends when the writer does
    witness.unlink()
    return saved


def _check(path: Path, saved: list[int], *, beside: bool) -> None:
    """Everything the witness heard of is there, whole, and the file is sound."""
    if beside:
        with read_council(path) as reader:
            names = {one.name for one in reader.people.persons()}
    council = open_council(path)
    if beside:
        assert names == {one.name for one in council.people.persons()}
    persons = council.people.persons()
    seated = {one.person.id for one in council.people.members(norrmyra.TODAY) if one.person}
    damage = council.checking.check(norrmyra.TODAY).damage
    council.close()
    lost = {f"Nummer {n}" for n in saved} - {one.name for one in persons}
    assert not lost, "said to be saved, and gone"
    assert {one.id for one in persons} <= seated, "a person without the seat of the same step"
    assert damage == ()


@pytest.mark.slow
def test_no_saved_thing_is_lost_when_the_program_is_killed(
    tmp_path: Path, ready: subprocess.Popen[str], record_property: pytest.RecordProperty
) -> None:
    moments = random.Random(2026)  # noqa: S311
    heard = midway = 0
    for n in range(KILLS):
        if n % LIVES == 0:
            folder = tmp_path / str(n)
            folder.mkdir()
            opened = norrmyra.council_with_people(folder)
            opened.close()
        saved = work_and_be_killed(ready, opened.path, moments.random() * 0.1)
        midway += opened.path.with_name(opened.path.name + "-journal").stat().st_size > 0
        _check(opened.path, saved, beside=n % 5 == 0)
        heard += len(saved)
    record_property("saved", heard)
    record_property("killed in the middle of a save", midway)
    assert heard >= KILLS
    assert midway > KILLS / 20, "the kills must also come in the middle of saving"
