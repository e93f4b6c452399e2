"""Tries the program where it stands: whether it can save, read, print and bring back."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trygghetsrad import __version__
from trygghetsrad.app import create_council, open_council
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.errors import CouncilError, Refused
from trygghetsrad.domain.importing import Deed
from trygghetsrad.exchange.worker import worker_command
from trygghetsrad.services.backup import backup, restore
from trygghetsrad.services.municipalities import EXAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

NAME = "Trygghetsrådet på prov i Åmåsa"
PEOPLE = (
    ("Namn", "Organisation", "Roll", "E-post"),
    ("Åsa Öberg", "Kommunstyrelsen", "Ordförande", "asa.oberg@norrmyra.example"),
    ("Östen Ärlig", "Polisen", "Ledamot", "osten.arlig@norrmyra.example"),
    ("Märta Lind", "Räddningstjänsten", "Ledamot", "marta.lind@norrmyra.example"),
)
SECONDS_TO_ANSWER = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Where the test is made and what its steps share."""

    folder: Path
    now: datetime

    @property
    def council(self) -> Path:
        return self.folder / "rådet på prov.trygghetsrad"

    @property
    def copies(self) -> Path:
        return self.folder / "säkerhetskopior"


def run(now: datetime) -> bool:
    """Take every step until one fails, one line each, and tell whether all went well."""
    started = time.monotonic()
    print(f"Självtest av Trygghetsråd {__version__}: {_surroundings()}", flush=True)
    with tempfile.TemporaryDirectory(prefix="trygghetsråd-", ignore_cleanup_errors=True) as name:
        bench = Bench(folder=Path(name), now=now)
        for title, step in STEPS.items():
            problem = _taken(title, step, bench)
            if problem:
                print(f"Självtestet stannade vid {title.lower()}. {problem}", flush=True)
                return False
    seconds = f"{time.monotonic() - started:.1f}".replace(".", ",")
    print(f"Självtestet gick bra på {seconds} s.", flush=True)
    return True


def _taken(title: str, step: Callable[[Bench], str], bench: Bench) -> str:
    """Take one step and return what went wrong, or nothing."""
    try:
        print(f"  {title}: {step(bench)}", flush=True)
    except CouncilError as refusal:
        return str(refusal)
    except Exception as error:  # noqa: BLE001  (whatever it is, she gets a sentence and no traceback)
        return f"{type(error).__name__}: {error}"
    return ""


def _surroundings() -> str:
    return f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {sys.platform}"


def _new(bench: Bench) -> str:
    create_council(bench.council, EXAMPLE, NAME, bench.now.date()).close()
    return f"{NAME}, {bench.council.stat().st_size // 1024} kB"


def _import(bench: Bench) -> str:
    """Read people out of a workbook, which a process of its own opens."""
    file = bench.folder / "ledamöter.xlsx"
    _write_workbook(file)
    council = open_council(bench.council)
    try:
        plan = council.importing.plan(council.importing.read_whole_file(file))
        council.importing.apply(plan, bench.now.date())
    finally:
        council.close()
    expected = len(PEOPLE) - 1
    if plan.count(Deed.ADD) != expected:
        raise Refused(f"{plan.count(Deed.ADD)} av {expected} personer lästes in.")
    return f"{expected} personer ur Excel"


def _write_workbook(file: Path) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Ledamöter")
    for row in PEOPLE:
        sheet.append(row)
    book.save(file)


def _documents(bench: Bench) -> str:
    """Plan a year, which asks for its red days, and let another process print what there is."""
    council = open_council(bench.council)
    try:
        council.meetings.plan(council.meetings.propose(bench.now.year + 1, 4, bench.now.date()))
    finally:
        council.close()
    answer = _asked("documents", str(bench.council), "--out", str(bench.folder / "handlingar"), "--json")
    files = [Path(one["file"]) for one in answer["written"]]
    spoiled = [file.name for file in files if not file.read_bytes().startswith(b"%PDF-")]
    if spoiled or not files:
        raise Refused(f"Handlingarna blev inte hela: {', '.join(spoiled) or 'ingen skrevs'}.")
    return plural(len(files), "PDF", "PDF")


def _backup(bench: Bench) -> str:
    made = backup(bench.council, bench.copies, bench.now)
    return f"{made.path.name}, SHA-256 {made.sha256[:16]}"


def _restore(bench: Bench) -> str:
    """Change the council after its copy was made, bring the copy back and look for the change."""
    council = open_council(bench.council)
    try:
        council.council.change(name="Ändrat efter kopian")
    finally:
        council.close()
    restored = restore(next(bench.copies.glob("*.trygghetsrad")), bench.council, bench.now)
    if restored.kept is None or not restored.has_checksum:
        raise Refused("Den ersatta filen eller kontrollsumman saknas.")
    return f"den ersatta filen finns kvar som {restored.kept.name}"


def _read_back(bench: Bench) -> str:
    """Let another process answer in JSON through a pipe, with its å, ä and ö."""
    answer = _asked("status", str(bench.council), "--json")
    name = answer["council"]["name"]
    if name != NAME:
        raise Refused(f"Rådet heter ”{name}” i svaret, men skulle heta ”{NAME}”.")
    return f"rådet heter {name}"


def _asked(*words: str) -> dict[str, Any]:
    """Return what the program answers as a process of its own; raises Refused with what it said instead."""
    command = [*worker_command()[:-1], *words]
    ran = subprocess.run(  # noqa: S603  (our own command)
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=SECONDS_TO_ANSWER,
        env=os.environ | {"PYTHONSAFEPATH": "1"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        check=False,
    )
    if ran.returncode != 0:
        raise Refused(ran.stderr.decode("utf-8", "replace").strip() or f"Slutkoden blev {ran.returncode}.")
    return json.loads(ran.stdout)  # type: ignore[no-any-return]


STEPS: dict[str, Callable[[Bench], str]] = {
    "Nytt råd": _new,
    "Inläsning genom hjälpprocess": _import,
    "Handlingar": _documents,
    "Säkerhetskopia": _backup,
    "Återställning": _restore,
    "Svar genom rör": _read_back,
}
