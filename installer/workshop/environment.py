"""The program's own Python environment in .venv: made when missing, renewed when the pins have changed."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import subprocess
import sys
import sysconfig
import time
import tomllib
from pathlib import Path
from typing import Literal, TypeAlias

from workshop.refusal import Refused

Kind: TypeAlias = Literal["runtime", "dev"]

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
MARKER = VENV / "prepared.json"
BUILD_PINS = ROOT / "installer" / "requirements-build.txt"
PINS: dict[Kind, Path] = {
    "runtime": ROOT / "installer" / "requirements.txt",
    "dev": ROOT / "installer" / "requirements-dev.txt",
}
# Each of these would lead the environment's Python or pip to another place than .venv.
MISLEADING = ("PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV")


def prepare(kind: Kind) -> None:
    """Make .venv hold exactly what is pinned; raise Refused when it cannot be made or filled."""
    found = _found_marker()
    # The tools of a developer include everything the program needs.
    if program("python").exists() and found in (marker(kind), marker("dev")):
        return
    print("Gör i ordning .venv. Första gången hämtas 100–150 MB.", flush=True)
    started = time.monotonic()
    if not program("python").exists() or found.get("made for") != made_for():
        _make()
    # An interrupted filling leaves no marker, so the next run starts afresh.
    MARKER.unlink(missing_ok=True)
    _fill(kind)
    _try_qt()
    MARKER.write_text(json.dumps(marker(kind), indent=1) + "\n", encoding="utf-8")
    print(f".venv är klar ({time.monotonic() - started:.0f} s).", flush=True)


def program(name: str) -> Path:
    """Return where a program of the environment lies."""
    return VENV / "Scripts" / f"{name}.exe" if sys.platform == "win32" else VENV / "bin" / name


def variables() -> dict[str, str]:
    """Return the machine's environment variables without those that would lead astray."""
    return {name: value for name, value in os.environ.items() if name not in MISLEADING}


def made_for() -> str:
    """Return what an environment is bound to: this Python, this kind of machine, this folder."""
    return f"Python {platform.python_version()}, {sysconfig.get_platform()}, {ROOT}"


def marker(kind: Kind) -> dict[str, str]:
    """Return what a prepared environment remembers about itself."""
    return {"made for": made_for(), "kind": kind, "pins": fingerprint(_pinned_bytes(kind))}


def fingerprint(parts: list[bytes]) -> str:
    """Return one SHA-256 over several files; moving bytes from one to the next changes it too."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()


def _pinned_bytes(kind: Kind) -> list[bytes]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    # Name, version and start commands are written into .venv; the settings of tools are not.
    written = json.dumps([settings["build-system"], settings["project"]], sort_keys=True)
    return [written.encode(), BUILD_PINS.read_bytes(), PINS[kind].read_bytes()]


def _found_marker() -> dict[str, str]:
    try:
        found = json.loads(MARKER.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _make() -> None:
    ran = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], env=variables(), check=False)
    if ran.returncode != 0:
        raise Refused(
            f"Python-miljön {VENV} kunde inte skapas; Python säger varför här ovanför. "
            "Ta bort mappen, se till att du får skriva i den här katalogen och kör samma kommando igen."
        )


def _fill(kind: Kind) -> None:
    pins = ("-r", str(BUILD_PINS), "-r", str(PINS[kind]))
    _pip("--require-hashes", "--only-binary=:all:", *pins)
    # The build backend is among the pins already: nothing unpinned is fetched to install ourselves.
    _pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))


def _pip(*arguments: str) -> None:
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    options = ["--disable-pip-version-check", "--no-input", *quiet]
    command = [str(program("python")), "-m", "pip", "install", *options, *arguments]
    if subprocess.run(command, env=variables(), check=False).returncode != 0:
        raise Refused(
            "Paketen kunde inte installeras i .venv; pip säger varför här ovanför. "
            "Kontrollera nätet och kör samma kommando igen."
        )


def _try_qt() -> None:
    """Load Qt once, so that a library the machine lacks is named before anything starts."""
    command = [str(program("python")), "-c", "import PySide6.QtWidgets"]
    ran = subprocess.run(
        command, env=variables(), stderr=subprocess.PIPE, encoding="locale", errors="replace", check=False
    )
    if ran.returncode != 0:
        reason = (ran.stderr.strip().splitlines() or ["okänt fel"])[-1]
        raise Refused(f"Fönstersystemet Qt går inte att ladda på den här datorn: {reason}")
