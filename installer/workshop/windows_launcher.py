"""The two programs people start: one launcher, built for the desktop and for terminals."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING

from workshop.environment import ROOT, program, variables
from workshop.refusal import Refused
from workshop.windows_python import COMPILER, SOURCES

if TYPE_CHECKING:
    from pathlib import Path

ICON = ROOT / "resources" / "icons" / "shield_checkmark_20_filled.svg"
PROGRAMS = {"trygghetsrad.exe": ("-mwindows",), "trygghetsrad-cli.exe": ("-mconsole", "-DCONSOLE")}


def build_launchers(folder: Path, work: Path, version: str) -> None:
    """Build both programs; raises Refused with the tool that failed."""
    (work / "version.h").write_text(version_header(version), encoding="utf-8", newline="\n")
    _draw_icon(work / "trygghetsrad.ico")
    resources = work / "resources.o"
    include = ("--include-dir", str(work), "--include-dir", str(SOURCES))
    _run("x86_64-w64-mingw32-windres", *include, str(SOURCES / "trygghetsrad.rc"), str(resources))
    form = ("-municode", "-Os", "-s", "-Wall", "-Wextra", "-Werror", "-Wl,--no-insert-timestamp")
    for name, kind in PROGRAMS.items():
        sources = (str(SOURCES / "launch.c"), str(resources))
        _run(COMPILER, *form, *kind, "-o", str(folder / name), *sources)


def version_header(version: str) -> str:
    """Return the version as Windows wants it: four numbers, and the words."""
    numbers = (re.findall(r"\d+", version) + ["0"] * 4)[:4]
    return f'#define VERSION_NUMBERS {",".join(numbers)}\n#define VERSION_TEXT "{version}"\n'


def _draw_icon(target: Path) -> None:
    offscreen = {**variables(), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    command = (str(program("python")), str(SOURCES / "draw_icon.py"), str(ICON), str(target))
    if subprocess.run(command, env=offscreen, check=False).returncode != 0:
        raise Refused("Programmets ikon kunde inte ritas; Python säger varför här ovanför.")


def _run(*command: str) -> None:
    if subprocess.run(command, env=dict(os.environ), check=False).returncode != 0:
        raise Refused(f"{command[0]} kunde inte bygga startprogrammet och säger varför här ovanför.")
