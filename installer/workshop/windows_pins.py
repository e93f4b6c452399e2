"""The pins of the Windows folder: the same versions as everywhere else, each as its one wheel for Windows."""

from __future__ import annotations

import hashlib
import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from workshop.environment import PINS, ROOT, program, variables
from workshop.refusal import Refused

FILE = ROOT / "installer" / "requirements-windows.txt"
# Named by nothing of ours: its wheel carries a Windows CPython as python.org built and signed it.
RUNTIME = "panda3d"
RUNTIME_VERSION = "1.10.16"
PYTHON = "3.13"
HEADER = f"""\
# Written by `python3 installer/dev.py pins`. Names, versions and hashes; no addresses.
# One wheel each, for 64-bit Windows and Python {PYTHON}.
# {RUNTIME} is only where the Windows Python is taken from.
"""
_PIN = re.compile(r"(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>\S+)(?P<rest>(?:[^\n]*\\\n)*[^\n]*)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """One package: its name, its version and the SHA-256 of what may be fetched for it."""

    name: str
    version: str
    hashes: tuple[str, ...] = ()


def read(text: str) -> tuple[Pin, ...]:
    """Read a file of requirements as pip and uv write it."""
    return tuple(
        Pin(name=found["name"], version=found["version"], hashes=tuple(_HASH.findall(found["rest"])))
        for found in _PIN.finditer(text)
    )


def written(pins: tuple[Pin, ...]) -> str:
    """Return the file for the pins, in the order of their names."""
    ordered = sorted(pins, key=lambda pin: pin.name)
    lines = (f"{pin.name}=={pin.version} \\\n    --hash=sha256:{pin.hashes[0]}\n" for pin in ordered)
    return HEADER + "".join(lines)


def fetch(pins_file: Path, folder: Path, *, checked: bool = True) -> None:
    """Fetch the wheels for Windows that a file names; raises Refused when one cannot be had."""
    options = ("--no-deps", "--quiet", "--disable-pip-version-check", "--only-binary=:all:")
    target = ("--platform", "win_amd64", "--python-version", PYTHON, "--implementation", "cp")
    hashes = ("--require-hashes",) if checked else ()
    command = [str(program("python")), "-m", "pip", "download", *options, *target, *hashes]
    ran = subprocess.run(
        [*command, "--dest", str(folder), "-r", str(pins_file)], env=variables(), check=False
    )
    if ran.returncode != 0:
        raise Refused(
            "Paketen för Windows kunde inte hämtas; pip säger varför här ovanför. "
            "Kontrollera nätet och kör samma kommando igen."
        )


def renew() -> None:
    """Fit the file to the pins of the program, by asking for each wheel once."""
    with tempfile.TemporaryDirectory(prefix="trygghetsrad-") as name:
        folder = Path(name)
        wanted = (*_needed_on_windows(), Pin(name=RUNTIME, version=RUNTIME_VERSION))
        asked = folder / "asked.txt"
        asked.write_text("".join(f"{pin.name}=={pin.version}\n" for pin in wanted), encoding="utf-8")
        fetch(asked, folder, checked=False)
        wheels = {wheel_name(path.name): sha256(path) for path in folder.glob("*.whl")}
    pins = (Pin(name=one.name, version=one.version, hashes=(wheels[one.name],)) for one in wanted)
    FILE.write_text(written(tuple(pins)), encoding="utf-8", newline="\n")
    print(f"Skrev {FILE.relative_to(ROOT).as_posix()}.", flush=True)


def wheel_name(file: str) -> str:
    """Return the package a wheel is of, spelled as in the pins."""
    return re.sub(r"[-_.]+", "-", file.split("-", 1)[0]).lower()


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _needed_on_windows() -> tuple[Pin, ...]:
    """Return the pinned packages that 64-bit Windows needs; some are only for other systems."""
    arguments = ("--quiet", "--no-header", "--no-annotate", "--constraint", str(PINS["runtime"]))
    target = ("--python-platform", "x86_64-pc-windows-msvc", "--python-version", PYTHON)
    command = [str(program("python")), "-m", "uv", "pip", "compile", *arguments, *target, "pyproject.toml"]
    ran = subprocess.run(
        command, cwd=ROOT, env=variables(), stdout=subprocess.PIPE, encoding="utf-8", check=False
    )
    if ran.returncode != 0:
        raise Refused("Versionerna för Windows gick inte att räkna ut; uv säger varför här ovanför.")
    return read(ran.stdout)
