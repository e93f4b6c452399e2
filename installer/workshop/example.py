"""The example council: in a window where there is a screen, otherwise as a folder of its documents."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from workshop.environment import ROOT, program, variables
from workshop.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FOLDER = ROOT / "exempel"
COUNCIL = FOLDER / "Norrmyra.trygghetsrad"


def show() -> int:
    """Open the window on the example council, or write its documents where nothing can be shown."""
    if has_screen(os.environ, sys.platform):
        print("Öppnar Trygghetsråd med exempelrådet i Norrmyra.", flush=True)
        return _trygghetsrad("--demo").returncode
    print(f"Här finns ingen skärm. Exempelrådets handlingar skrivs i stället till {FOLDER}", flush=True)
    written = write_documents()
    print(f"Skrev {len(written)} filer:")
    for path in written:
        print(f"  {path.relative_to(ROOT)}")
    return 0


def has_screen(surroundings: Mapping[str, str], system: str) -> bool:
    """Say whether a window can open here; only Linux machines are without a screen and still in use."""
    return system != "linux" or bool(surroundings.get("DISPLAY") or surroundings.get("WAYLAND_DISPLAY"))


def write_documents() -> list[Path]:
    """Make the example council anew, write all it can print, and return the files that came."""
    FOLDER.mkdir(exist_ok=True)
    _forget_old_council()
    before = _files()
    for words in (("demo", str(COUNCIL)), ("documents", str(COUNCIL), "--out", str(FOLDER))):
        if _trygghetsrad(*words, quiet=True).returncode != 0:
            raise Refused(f"Exemplet kunde inte skrivas: ”trygghetsrad {words[0]}” säger varför här ovanför.")
    return sorted(path for path, changed in _files().items() if before.get(path) != changed)


def _forget_old_council() -> None:
    try:
        # A journal left behind by the old file would be played into the new one.
        for old in FOLDER.glob(f"{COUNCIL.name}*"):
            old.unlink()
    except OSError as error:
        raise Refused(f"{error.filename} kan inte bytas ut. Är den öppen någon annanstans?") from error


def _files() -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in FOLDER.rglob("*") if path.is_file()}


def _trygghetsrad(*words: str, quiet: bool = False) -> subprocess.CompletedProcess[bytes]:
    command = [str(program("python")), "-m", "trygghetsrad", *words]
    surroundings = variables()
    if sys.platform == "linux" and not any(surroundings.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")):
        # Qt warns about a machine that has no language at all.
        surroundings["LANG"] = "C.UTF-8"
    # What the command lists on stdout is listed here, once, for both commands.
    out = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, cwd=ROOT, env=surroundings, stdout=out, check=False)
