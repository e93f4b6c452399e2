"""The Debian and Ubuntu packages that Qt and the documents need on a machine with nothing prepared."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from workshop.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# What the PySide6 wheel links to and does not bring; the offscreen screen needs most of it too.
LIBRARIES = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libfreetype6",
    "libgl1",
    "libglib2.0-0",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libx11-6",
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-glx0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-render0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-util1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxcb1",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
)
FONTS = ("fonts-dejavu-core", "fonts-open-sans")
# Debian 13 and Ubuntu 24.04 gave some libraries this ending when the clock grew to 64 bits.
RENAMED = "t64"


def prepare(more: Sequence[str] = ()) -> None:
    """Install what is missing of the usual packages and these; raise Refused when only root may do it."""
    if sys.platform != "linux" or shutil.which("dpkg-query") is None:
        return
    wanted = (*wanted_packages(), *more)
    missing = missing_packages(wanted, _installed(wanted))
    if not missing:
        return
    if os.geteuid() != 0:
        names = " ".join(spelled(missing, _fetchable(missing)))
        raise Refused(
            "Några Debian-paket saknas på datorn. Kör den här raden och sedan samma kommando igen:\n"
            f"sudo apt-get install --no-install-recommends {names}"
        )
    _install(missing)


def wanted_packages() -> tuple[str, ...]:
    """Return the libraries and fonts, and what `python -m venv` rests on where this Python lacks it."""
    if importlib.util.find_spec("ensurepip"):
        return LIBRARIES + FONTS
    return (*LIBRARIES, *FONTS, f"python{sys.version_info.major}.{sys.version_info.minor}-venv")


def missing_packages(wanted: Sequence[str], installed: Iterable[str]) -> list[str]:
    present = set(installed)
    return [name for name in wanted if not present & {name, name + RENAMED}]


def spelled(names: Sequence[str], fetchable: Iterable[str]) -> list[str]:
    """Return the names as this release of Debian or Ubuntu spells them."""
    known = set(fetchable)
    return [name + RENAMED if name not in known and name + RENAMED in known else name for name in names]


def read_installed(listing: str) -> set[str]:
    """Read `dpkg-query` lines of a name and a status; half-removed packages do not count."""
    pairs = (line.split() for line in listing.splitlines())
    return {pair[0] for pair in pairs if len(pair) == 2 and pair[1] == "installed"}


def read_fetchable(policy: str) -> set[str]:
    """Read `apt-cache policy`: the packages that have a version to fetch."""
    found, name = set(), ""
    for line in policy.splitlines():
        if line and not line[0].isspace():
            name = line.rstrip(":")
        elif line.strip().startswith("Candidate:") and "(none)" not in line:
            found.add(name)
    return found


def _both_spellings(names: Iterable[str]) -> list[str]:
    return [spelling for name in names for spelling in (name, name + RENAMED)]


def _installed(names: Iterable[str]) -> set[str]:
    shape = "--showformat=${Package} ${db:Status-Status}\n"
    return read_installed(_answer("dpkg-query", "--show", shape, *_both_spellings(names)))


def _fetchable(names: Iterable[str]) -> set[str]:
    return read_fetchable(_answer("apt-cache", "policy", *_both_spellings(names)))


def _install(missing: Sequence[str]) -> None:
    print(f"Installerar {len(missing)} Debian-paket: {' '.join(missing)}", flush=True)
    fetchable = _fetchable(missing)
    if missing_packages(missing, fetchable):
        # The list of packages has never been fetched here.
        _apt_get("update")
        fetchable = _fetchable(missing)
    arguments = ("install", "--yes", "--no-install-recommends", *spelled(missing, fetchable))
    # An old list points to files that are gone; a fresh one and a second try mend that.
    if not _apt_get(*arguments) and not (_apt_get("update") and _apt_get(*arguments)):
        raise Refused(
            "Debian-paketen kunde inte installeras; apt-get säger varför här ovanför. "
            "Kontrollera nätet och kör samma kommando igen."
        )


def _apt_get(*arguments: str) -> bool:
    """Run apt-get without questions and say whether it went well."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(["apt-get", "--quiet", *arguments], env=quiet, check=False).returncode == 0


def _answer(*command: str) -> str:
    # Both tools answer about the names they know and complain about the rest.
    plain = {**os.environ, "LC_ALL": "C.UTF-8"}
    ran = subprocess.run(command, env=plain, capture_output=True, encoding="utf-8", check=False)
    return ran.stdout
