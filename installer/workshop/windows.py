"""The Windows folder, made on Linux from packages by name: a Python, the program and two ways to start it."""

from __future__ import annotations

import json
import shutil
import sys
import time
import tomllib
from typing import TYPE_CHECKING

from workshop import windows_launcher, windows_python, windows_wheels, windows_wine
from workshop.environment import ROOT
from workshop.refusal import Refused
from workshop.windows_pins import FILE, RUNTIME, read, sha256

if TYPE_CHECKING:
    from pathlib import Path

WORK = ROOT / "build" / "windows"
FOLDER = ROOT / "dist" / "windows" / "Trygghetsrad"
MANIFEST = "manifest.json"
PACKAGES = (
    "binutils-mingw-w64-x86-64",
    "gcc-mingw-w64-x86-64-win32",
    "mingw-w64-x86-64-dev",
)


def needed_packages(*, wine: bool) -> tuple[str, ...]:
    """Return the Debian packages that the build needs, and those that try what it made."""
    return PACKAGES + (windows_wine.PACKAGES if wine else ())


def build(stdlib: Path | None, *, wine: bool) -> int:
    """Make the folder anew, say what it weighs, and try it under Wine when asked to; return the exit code."""
    if sys.platform != "linux":
        raise Refused("Windowsmappen byggs på Linux. På Windows finns inget att bygga den med.")
    started = time.monotonic()
    library = windows_python.find_standard_library(stdlib)
    _clear()
    versions = _fill(library)
    files = write_manifest(FOLDER, versions)
    print(_summary(files, time.monotonic() - started), flush=True)
    return windows_wine.try_out(FOLDER, WORK / "wine") if wine else 0


def write_manifest(folder: Path, versions: dict[str, str]) -> dict[str, dict[str, object]]:
    """Write down what the folder was made of and the SHA-256 of every file in it."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    files: dict[str, dict[str, object]] = {
        path.relative_to(folder).as_posix(): {"bytes": path.stat().st_size, "sha256": sha256(path)}
        for path in paths
    }
    told = {"versions": versions, "files": files}
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8", newline="\n")
    return files


def mismatch(library: str, standard: str) -> str | None:
    """Return the warning when binaries and standard library are not of exactly the same Python."""
    if library == standard:
        return None
    return (
        f"Obs: Pythons binärer är {library} men standardbiblioteket är {standard}. "
        "Det går att prova med, men en utgåva ska ha samma."
    )


def _clear() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    WORK.mkdir(parents=True, exist_ok=True)


def _fill(library: windows_python.StandardLibrary) -> dict[str, str]:
    _tell("Hämtar paketen")
    wheels = windows_wheels.fetched(WORK / "wheels")
    own = windows_wheels.own_wheel(WORK / "own")
    _tell("Packar upp Python och paketen")
    python = windows_python.take_runtime(wheels[RUNTIME], FOLDER)
    windows_python.take_visual_c(wheels["pyside6-essentials"], FOLDER)
    for name, wheel in wheels.items():
        if name != RUNTIME:
            windows_wheels.unpack(wheel, FOLDER)
    windows_wheels.unpack(own, FOLDER)
    windows_wheels.write_licenses(FOLDER / "licenses", library.lib, windows_python.SOURCES / "LICENSES.txt")
    _tell("Kompilerar")
    _compile(library)
    version = program_version()
    windows_launcher.build_launchers(FOLDER, WORK, version)
    warning = mismatch(python, library.version)
    if warning:
        print(warning, file=sys.stderr, flush=True)
    pins = {pin.name: pin.version for pin in read(FILE.read_text(encoding="utf-8"))}
    return {"trygghetsrad": version, "Python": python, "standard library": library.version, **pins}


def _compile(library: windows_python.StandardLibrary) -> None:
    name = windows_python.LIBRARY
    windows_python.write_forwarder(FOLDER, WORK)
    windows_python.pack_standard_library(library, FOLDER / f"{name}.zip")
    windows_python.compile_packages(library, FOLDER / "site-packages")
    # With this file beside it Python looks nowhere else: no registry, no user's packages, no PYTHONPATH.
    paths = f"{name}.zip\n.\nsite-packages\n"
    (FOLDER / f"{name}._pth").write_text(paths, encoding="utf-8", newline="\n")


def program_version() -> str:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(settings["project"]["version"])


def _tell(what: str) -> None:
    print(f"{what} …", flush=True)


def _summary(files: dict[str, dict[str, object]], seconds: float) -> str:
    size = sum(int(str(facts["bytes"])) for facts in files.values())
    return (
        f"{FOLDER}: {len(files)} filer, {size / 1e6:.0f} MB, på {seconds:.0f} s. Kontrollsummor i {MANIFEST}."
    )
