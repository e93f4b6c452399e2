"""One writer at a time, and whoever comes second is told who was first."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import norrmyra
from trygghetsrad.app import open_council
from trygghetsrad.domain.errors import CouncilInUse, NotWritable
from trygghetsrad.store.lock import CouncilLock, is_held, is_open_here, lock_path

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil

NOW = datetime(2026, 2, 2, 8, tzinfo=UTC)
SRC = Path(__file__).parents[2] / "src"
HOLD = """
    import sys, time
    from pathlib import Path
    from trygghetsrad.app import open_council
    council = open_council(Path(sys.argv[1]))
    print("open", flush=True)
    sys.stdin.readline()
    council.close()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    opened = norrmyra.council_with_people(tmp_path)
    opened.close()
    return opened.path


def _holder(path: Path) -> subprocess.Popen[str]:
    child = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(HOLD), str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(SRC)},
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    return child


def test_a_second_program_is_told_who_has_the_file_and_since_when(path: Path) -> None:
    with _holder(path) as child:
        told = json.loads(lock_path(path).read_text(encoding="utf-8"))
        with pytest.raises(CouncilInUse) as refusal:
            open_council(path)
        assert refusal.value.user == told["user"]
        assert refusal.value.host == told["host"]
        assert refusal.value.here
        assert refusal.value.since is not None
        assert told["user"] in str(refusal.value)
        assert told["host"] in str(refusal.value)
        assert is_held(path, NOW)
        child.communicate("\n")
    open_council(path).close()
    assert not lock_path(path).exists()


def test_a_program_that_was_killed_leaves_the_file_free(path: Path) -> None:
    with _holder(path) as child:
        child.send_signal(signal.SIGKILL)
        child.wait()
    assert lock_path(path).exists()
    assert not is_held(path, NOW)
    open_council(path).close()


def test_another_computers_lock_stands_until_somebody_decides(path: Path) -> None:
    left = {"user": "britta", "host": "RADHUSET-7", "pid": "12", "since": "2026-02-02T09:12:00+01:00"}
    lock_path(path).write_text(json.dumps(left), encoding="utf-8")
    before = norrmyra.sha256(path)
    for _ in range(2):
        with pytest.raises(CouncilInUse, match=r"britta på datorn RADHUSET-7 sedan 2026-02-02 kl\. 09\.12"):
            open_council(path)
    assert norrmyra.sha256(path) == before
    assert json.loads(lock_path(path).read_text(encoding="utf-8")) == left
    assert not is_open_here(path)


@pytest.mark.parametrize("litter", [b"", b"{", b"[]", b'"x"', b"\xff\xfe", b'{"host": null}'])
def test_a_lock_file_with_litter_in_it_stops_nobody_here(path: Path, litter: bytes) -> None:
    lock_path(path).write_bytes(litter)
    if b"null" in litter:
        with pytest.raises(CouncilInUse):
            open_council(path)
    else:
        open_council(path).close()


def test_the_same_program_cannot_open_a_council_twice(council: OpenCouncil) -> None:
    with pytest.raises(CouncilInUse):
        open_council(council.path)
    assert is_open_here(council.path)
    council.people.add_person("Nils", "Ny")


def test_the_lock_holds_though_the_disk_is_too_full_to_say_whose(path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no full device here")
    lock_path(path).symlink_to("/dev/full")
    council = open_council(path)
    with pytest.raises(CouncilInUse, match="någon annan"):
        open_council(path)
    council.close()


def test_a_lock_that_cannot_be_written_says_so(path: Path) -> None:
    lock_path(path).mkdir()
    with pytest.raises(NotWritable):
        open_council(path)


def test_many_who_try_at_once_never_hold_the_file_together(tmp_path: Path) -> None:
    council = tmp_path / "x.trygghetsrad"
    council.touch()
    inside, most, won = [0], [0], [0]
    guard = threading.Lock()

    def try_often() -> None:
        for _ in range(400):
            lock = CouncilLock(council)
            try:
                lock.take(NOW)
            except CouncilInUse:
                continue
            with guard:
                inside[0] += 1
                most[0] = max(most[0], inside[0])
                won[0] += 1
            with guard:
                inside[0] -= 1
            lock.release()

    threads = [threading.Thread(target=try_often) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
    assert won[0] > 100
