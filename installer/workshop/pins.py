"""Renewing the pins: pyproject.toml says what may be used, the pins say exactly what is."""

from __future__ import annotations

import subprocess
import tomllib
from typing import TYPE_CHECKING

from workshop import environment, windows_pins
from workshop.environment import BUILD_PINS, PINS, ROOT, program
from workshop.refusal import Refused

if TYPE_CHECKING:
    from pathlib import Path

COMPILER = "uv>=0.13,<0.14"
HEADER = "# Written by `python3 installer/dev.py pins`. Names, versions and hashes; no addresses.\n"
SETTINGS = "pyproject.toml"
# One set of pins for every Python and system that the program runs on.
OPTIONS = ("--quiet", "--universal", "--generate-hashes", "--no-header", "--python-version", "3.11")


def renew(*, upgrade: bool) -> int:
    """Write the files of pins, the widest first so that the others follow its versions; return 0."""
    _uv_or_refuse("-m", "pip", "install", "--quiet", "--disable-pip-version-check", COMPILER)
    backend = tomllib.loads((ROOT / SETTINGS).read_text(encoding="utf-8"))["build-system"]["requires"]
    follow = ("--no-annotate", "--constraint", _place(PINS["dev"]))
    _compile(PINS["dev"], SETTINGS, "--extra", "dev", *(["--upgrade"] if upgrade else []))
    _compile(PINS["runtime"], SETTINGS, *follow)
    _compile(BUILD_PINS, "-", *follow, requirements="\n".join(backend))
    windows_pins.renew()
    return 0


def _compile(target: Path, source: str, *options: str, requirements: str = "") -> None:
    place = _place(target)
    arguments = ("pip", "compile", *OPTIONS, *options, "--output-file", place, source)
    _uv_or_refuse("-m", "uv", *arguments, said=requirements)
    target.write_text(HEADER + target.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
    print(f"Skrev {place}.", flush=True)


def _place(target: Path) -> str:
    # The address from the repository's root: uv writes it into the comments.
    return target.relative_to(ROOT).as_posix()


def _uv_or_refuse(*arguments: str, said: str = "") -> None:
    command = [str(program("python")), *arguments]
    surroundings = environment.variables()
    ran = subprocess.run(command, cwd=ROOT, env=surroundings, input=said, encoding="utf-8", check=False)
    if ran.returncode != 0:
        raise Refused("Låsningen av versioner gick inte att räkna om; uv säger varför här ovanför.")
