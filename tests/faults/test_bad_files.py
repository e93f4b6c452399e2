"""Wrong, damaged and foreign files at the command line: one Swedish sentence, exit 1, nothing lost."""

from __future__ import annotations

import json
import os
import random
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

import norrmyra
from trygghetsrad.cli import main
from trygghetsrad.store.lock import lock_path

LIST = "Namn;E-post\nEva Ek;eva@norrmyra.example\n"
UNFORESEEN = "Något gick fel i programmet"
COMMANDS = {
    "status": ("status", "{council}"),
    "check": ("check", "{council}", "--json"),
    "documents": ("documents", "{council}", "--out", "{folder}/ut"),
    "import": ("import", "{folder}/lista.csv", "--into", "{council}"),
    "dry run": ("import", "{folder}/lista.csv", "--into", "{council}", "--dry-run", "--json"),
    "backup": ("backup", "{council}", "--to", "{folder}/kopior"),
    "restore": ("restore", "{council}", "--to", "{folder}/annat.trygghetsrad"),
}


@pytest.fixture
def sound(tmp_path: Path) -> bytes:
    """The bytes of a sound council, and a list to read into it."""
    (tmp_path / "lista.csv").write_text(LIST, encoding="utf-8")
    council = norrmyra.council_with_people(tmp_path)
    meeting = norrmyra.meeting(council, norrmyra.FIRST)
    norrmyra.call(council, meeting)
    norrmyra.hold(council, meeting)
    council.documents.issue("protokoll", norrmyra.FIRST, meeting)
    council.close()
    data = council.path.read_bytes()
    council.path.unlink()
    return data


def said(capsys: pytest.CaptureFixture[str], council: Path, command: str) -> tuple[int, str, str]:
    """Run one command and return its exit code and what it said; a refusal is one line and nothing else."""
    capsys.readouterr()
    folder = council.parent
    code = main([word.format(council=council, folder=folder) for word in COMMANDS[command]])
    told = capsys.readouterr()
    assert "Traceback" not in told.err
    assert UNFORESEEN not in told.err
    if code:
        assert code == 1
        assert told.err.count("\n") == 1
        assert told.err.rstrip().endswith(".")
        assert command == "check" or not told.out
    return code, told.out, told.err


def a_workbook(folder: Path) -> bytes:
    openpyxl.Workbook().save(folder / "bok.xlsx")
    return (folder / "bok.xlsx").read_bytes()


def another_database(folder: Path, *, ours: bool) -> bytes:
    with closing(sqlite3.connect(folder / "annan.db")) as raw:
        raw.execute("CREATE TABLE anything (at_all)")
        if ours:
            raw.execute(f"PRAGMA application_id={0x54525247}")
            raw.execute("PRAGMA user_version=1")
        raw.commit()
    return (folder / "annan.db").read_bytes()


def with_version(data: bytes, version: int) -> bytes:
    return data[:60] + version.to_bytes(4, "big") + data[64:]


def altered(folder: Path, data: bytes, *statements: str) -> bytes:
    """Change a council file as only somebody without the program would."""
    path = folder / "ändrad.db"
    path.write_bytes(data)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA ignore_check_constraints=ON")
        raw.execute("PRAGMA foreign_keys=OFF")
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            raw.execute(statement)
        raw.commit()
    return path.read_bytes()


ZOO = {
    "nothing in it": (lambda folder, data: b"", "är tom"),
    "a text": (lambda folder, data: "hej på dig".encode(), "inte en rådsfil"),
    "a workbook": (lambda folder, data: a_workbook(folder), "inte en rådsfil"),
    "another database": (lambda folder, data: another_database(folder, ours=False), "inte en rådsfil"),
    "our mark, no tables": (lambda folder, data: another_database(folder, ours=True), "är skadad"),
    "newer": (lambda folder, data: with_version(data, 99), "nyare version"),
    "of no version": (lambda folder, data: with_version(data, 0), "är skadad"),
    "cut in the header": (lambda folder, data: data[:60], "är skadad"),
    "cut in the middle": (lambda folder, data: data[: len(data) // 2], "är skadad"),
    "cut at the end": (lambda folder, data: data[:-1], "är skadad"),
    "a table is gone": (lambda folder, data: altered(folder, data, "DROP TABLE person"), "är skadad"),
    "a column is gone": (
        lambda folder, data: altered(folder, data, "ALTER TABLE person RENAME COLUMN email TO epost"),
        "är skadad",
    ),
    "no council in it": (lambda folder, data: altered(folder, data, "DELETE FROM council"), "är "),
}


@pytest.mark.parametrize(("make", "words"), ZOO.values(), ids=ZOO)
def test_a_file_that_is_no_sound_council_is_refused_by_every_command(tmp_path, capsys, sound, make, words):
    council = tmp_path / "fel å ä ö.trygghetsrad"
    council.write_bytes(make(tmp_path, sound))
    before = norrmyra.sha256(council)
    for command in COMMANDS:
        code, _out, err = said(capsys, council, command)
        assert code == 1, command
        assert words in err
        assert norrmyra.sha256(council) == before
    assert not lock_path(council).exists()
    assert not (tmp_path / "annat.trygghetsrad").exists()
    assert not (tmp_path / "ut").exists()


@pytest.mark.parametrize("seed", range(4))
def test_no_damage_at_all_brings_a_command_down(tmp_path, capsys, sound, seed):
    chance = random.Random(seed)  # noqa: S311 - the same damage every time
    council = tmp_path / "skadad.trygghetsrad"
    for _round in range(8):
        data = bytearray(sound)
        at, length = chance.randrange(len(data)), chance.choice((1, 1, 64, 4096))
        data[at : at + length] = chance.randbytes(len(data[at : at + length]))
        if chance.random() < 0.3:
            del data[chance.randrange(len(data)) :]
        for command in COMMANDS:
            council.write_bytes(data)
            said(capsys, council, command)
            for left in tmp_path.glob("annat*"):
                left.unlink()


VALUES = {
    "a state that is no state": "UPDATE meeting SET state = 'påhittad'",
    "a day that is no day": "UPDATE meeting SET day = '2026-99-99'",
    "facts that are no facts": "UPDATE minutes_version SET facts = '{'",
    "letters that are no letters": "UPDATE person SET family_name = CAST(X'C3C3' AS TEXT)",
    "an event of no time": "UPDATE event SET at = 'i går'",
}


@pytest.mark.parametrize("statement", VALUES.values(), ids=VALUES)
def test_a_value_nobody_can_have_written_is_called_damage(tmp_path, capsys, sound, statement):
    council = tmp_path / "rådet.trygghetsrad"
    data = altered(tmp_path, sound, statement)
    council.write_bytes(data)
    code, out, err = said(capsys, council, "check")
    assert code == 1
    assert "är skadad" in err
    if out:
        assert not json.loads(out)["sound"]
    for command in ("status", "documents", "import", "dry run"):
        council.write_bytes(data)
        said(capsys, council, command)
    for command in ("backup", "restore"):
        council.write_bytes(data)
        assert said(capsys, council, command)[0] == 1


def test_a_copy_that_cannot_be_read_leaves_the_council_as_it_was(tmp_path, capsys, sound):
    copy, council = tmp_path / "kopia.trygghetsrad", tmp_path / "annat.trygghetsrad"
    council.write_bytes(sound)
    copy.write_bytes(altered(tmp_path, sound, VALUES["an event of no time"]))
    before = norrmyra.sha256(council)
    assert said(capsys, copy, "restore")[0] == 1
    assert norrmyra.sha256(council) == before
    assert [path.name for path in tmp_path.glob("annat*") if path.stat().st_size] == [council.name]


NOWHERE = {
    "missing": lambda folder: folder / "finns inte.trygghetsrad",
    "in a missing folder": lambda folder: folder / "ingen" / "mapp" / "r.trygghetsrad",
    "under a file": lambda folder: folder / "lista.csv" / "r.trygghetsrad",
    "a folder": lambda folder: folder,
    "the name is too long": lambda folder: folder / f"{'x' * 300}.trygghetsrad",
    "the name has two lines": lambda folder: folder / "rad\ntvå\x1b[31m.trygghetsrad",
    "no name": lambda _folder: Path(),
}


@pytest.mark.parametrize("where", NOWHERE.values(), ids=NOWHERE)
def test_a_council_that_is_not_there_is_told_in_one_line(tmp_path, capsys, monkeypatch, where):
    (tmp_path / "lista.csv").write_text(LIST, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    council = where(tmp_path)
    for command, words in COMMANDS.items():
        capsys.readouterr()
        code = main([word.format(council=council, folder=tmp_path) for word in words])
        err = capsys.readouterr().err
        assert (code, err.count("\n"), "\x1b" in err) == (1, 1, False), command
        assert UNFORESEEN not in err


def test_a_link_shares_the_lock_of_the_file_itself(tmp_path, capsys, sound):
    council, link = tmp_path / "rådet.trygghetsrad", tmp_path / "genväg.trygghetsrad"
    council.write_bytes(sound)
    link.symlink_to(council)
    held = norrmyra.open_council(council)
    try:
        assert "redan öppen" in said(capsys, link, "import")[2]
        assert said(capsys, link, "status")[0] == 0
    finally:
        held.close()
    assert said(capsys, link, "import")[0] == 0
    assert link.is_symlink()


LOCKS = {
    "left by a dead program": ({"host": socket.gethostname(), "pid": "999999", "user": "eva"}, 0),
    "from another computer": ({"host": "ANNAN-PC", "user": "karin", "since": "2026-01-01T08:00:00+01:00"}, 1),
    "with a time that is none": ({"host": "ANNAN-PC", "user": "karin", "since": "i går"}, 1),
    "with lines in the name": ({"host": "A\nB", "user": "a\nb\x1b[31m"}, 1),
    "that is a list": ([[1]], 0),
}


@pytest.mark.parametrize(("text", "code"), LOCKS.values(), ids=LOCKS)
def test_any_lock_file_is_understood_or_told_in_one_line(tmp_path, capsys, sound, text, code):
    council = tmp_path / "rådet.trygghetsrad"
    council.write_bytes(sound)
    lock_path(council).write_text(json.dumps(text), encoding="utf-8")
    assert said(capsys, council, "import")[0] == code
    assert said(capsys, council, "status")[0] == 0


PLACES = {
    "a file": lambda folder: folder / "lista.csv",
    "under a file": lambda folder: folder / "lista.csv" / "ut",
    "too long": lambda folder: folder / ("x" * 300),
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("command", ["documents", "backup"])
def test_a_folder_that_cannot_be_made_is_told_and_nothing_is_written(tmp_path, capsys, sound, place, command):
    council = tmp_path / "rådet.trygghetsrad"
    council.write_bytes(sound)
    option = {"documents": "--out", "backup": "--to"}[command]
    before = sorted(tmp_path.iterdir())
    assert main([command, str(council), option, str(place(tmp_path))]) == 1
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert UNFORESEEN not in told.err
    assert sorted(tmp_path.iterdir()) == before


def test_a_folder_instead_of_a_list_is_called_a_folder(tmp_path, capsys, sound):
    council = tmp_path / "rådet.trygghetsrad"
    council.write_bytes(sound)
    assert main(["import", str(tmp_path), "--into", str(council)]) == 1
    assert "är en mapp" in capsys.readouterr().err


def test_a_council_without_a_name_is_not_made(tmp_path, capsys):
    council = tmp_path / "rådet.trygghetsrad"
    assert main(["new", str(council), "--municipality", "2417", "--name", " "]) == 1
    assert "behöver ett namn" in capsys.readouterr().err
    assert not council.exists()


def run(*words: object, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "trygghetsrad", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, **options)


@pytest.mark.skipif(sys.platform == "win32", reason="the system limits no file there")
@pytest.mark.parametrize("most", [20_000, 200_000])
def test_a_full_disk_leaves_no_half_made_council(tmp_path, most):
    import resource

    council = tmp_path / "rådet.trygghetsrad"
    made = run(
        *("new", council, "--municipality", "2417"),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
    )
    assert made.returncode == 1
    assert made.stderr.count("\n") == 1
    assert "Disken är full" in made.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")  # noqa: PTH110
def test_an_answer_that_cannot_be_written_is_told(tmp_path, sound):
    council = tmp_path / "rådet.trygghetsrad"
    council.write_bytes(sound)
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        ran = subprocess.run(
            [sys.executable, "-m", "trygghetsrad", "status", str(council)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (ran.returncode, ran.stderr.count(b"\n"), b"Traceback" in ran.stderr) == (1, 1, False)


@pytest.mark.skipif(sys.platform == "win32", reason="another way of stopping there")
def test_a_stopped_command_leaves_whole_papers_and_one_sentence(tmp_path, sound):
    council = tmp_path / "rådet.trygghetsrad"
    council.write_bytes(sound)
    out = tmp_path / "ut"
    stopped = subprocess.run(
        [sys.executable, "-c", STOPPED_AT_THE_SECOND_PAPER, "documents", str(council), "--out", str(out)],
        capture_output=True,
        check=False,
    )
    told = stopped.stderr
    assert (stopped.returncode, told.count(b"\n"), b"Traceback" in told) == (1, 1, False), told
    papers = list(out.iterdir())
    assert papers
    assert all(paper.read_bytes().startswith(b"%PDF-") for paper in papers)


STOPPED_AT_THE_SECOND_PAPER = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell ignores it for what runs in the background
papers = []

def stop(event, values):
    if event == "os.rename" and str(values[1]).endswith(".pdf"):
        papers.append(values[1])
        if len(papers) == 2:
            os.kill(os.getpid(), signal.SIGINT)

sys.addaudithook(stop)
from trygghetsrad.__main__ import main
sys.exit(main())
"""
"""The command, with Ctrl+C pressed when one paper is written and the next is about to get its name."""


def test_whoever_stops_reading_the_answer_disturbs_nobody(tmp_path, sound):
    council = tmp_path / "rådet.trygghetsrad"
    council.write_bytes(sound)
    with subprocess.Popen(
        [sys.executable, "-m", "trygghetsrad", "status", str(council), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as command:
        assert command.stdout is not None
        command.stdout.close()
        assert command.stderr is not None
        assert command.stderr.read() == b""
    assert command.returncode == 0


def test_swedish_letters_come_through_where_the_system_knows_none(tmp_path, sound):
    council = tmp_path / "rådet.trygghetsrad"
    council.write_bytes(sound)
    plain = os.environ | {"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    assert "Trygghetsrådet" in run("status", council, env=plain).stdout
