"""The packages of the Windows folder: fetched by name and hash, unpacked without what nobody needs."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

from workshop import windows_pins
from workshop.environment import ROOT, program, variables
from workshop.refusal import Refused
from workshop.windows_selection import place_in_folder

# Debian keeps the texts that Qt's wheels only name.
COMMON_LICENSES = Path("/usr/share/common-licenses")


def fetched(folder: Path) -> dict[str, Path]:
    """Return the pinned wheel of each package, fetched unless it lies there since last time."""
    folder.mkdir(parents=True, exist_ok=True)
    pins = windows_pins.read(windows_pins.FILE.read_text(encoding="utf-8"))
    if missing(pins, folder):
        windows_pins.fetch(windows_pins.FILE, folder)
    left = missing(pins, folder)
    if left:
        raise Refused(f"Paketet {left[0]} kom inte ned som det är låst i {windows_pins.FILE.name}.")
    by_hash = {windows_pins.sha256(path): path for path in folder.glob("*.whl")}
    return {pin.name: by_hash[pin.hashes[0]] for pin in pins}


def missing(pins: tuple[windows_pins.Pin, ...], folder: Path) -> list[str]:
    """Return the packages whose very file is not in the folder."""
    present = {windows_pins.sha256(path) for path in folder.glob("*.whl")}
    return [pin.name for pin in pins if not present.intersection(pin.hashes)]


def own_wheel(folder: Path) -> Path:
    """Build the program's own wheel from the checkout."""
    shutil.rmtree(folder, ignore_errors=True)
    options = ("--no-deps", "--no-build-isolation", "--quiet", "--disable-pip-version-check")
    command = [str(program("python")), "-m", "pip", "wheel", *options, "--wheel-dir", str(folder), str(ROOT)]
    if subprocess.run(command, env=variables(), check=False).returncode != 0:
        raise Refused("Programmets eget paket kunde inte byggas; pip säger varför här ovanför.")
    return next(folder.glob("*.whl"))


def unpack(wheel: Path, folder: Path) -> None:
    """Put what is wanted of a wheel in its place."""
    with zipfile.ZipFile(wheel) as archive:
        for info in archive.infolist():
            place = None if info.is_dir() else place_in_folder(info.filename)
            if place:
                target = folder / place
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(info))


def write_licenses(folder: Path, lib: Path, told: Path) -> None:
    """Lay the texts beside those of the packages: Python's own, Qt's, and what belongs to what."""
    texts = {
        lib / "LICENSE.txt": "Python/LICENSE.txt",
        COMMON_LICENSES / "LGPL-3": "Qt/LGPL-3.txt",
        COMMON_LICENSES / "GPL-3": "Qt/GPL-3.txt",
        told: "LICENSES.txt",
    }
    for source, name in texts.items():
        if not source.is_file():
            raise Refused(f"Licenstexten {source} finns inte, och utan den får mappen inte lämnas vidare.")
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, folder / name)
