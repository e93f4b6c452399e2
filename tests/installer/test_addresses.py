"""The repository tells what it needs, never from where a machine happened to fetch it."""

from __future__ import annotations

import os
import re
from pathlib import Path

from workshop.environment import ROOT

# Made on the machine itself, never kept: these may well remember an address.
MADE_HERE = {".git", ".venv", "dist", "build", "exempel", "__pycache__", "htmlcov", "uv.lock"}
# Written in two halves, or this file would be found too.
TRACES = (
    "pypi" + ".org",
    "python" + "hosted.",
    "index" + "-url",
    "index" + "_url",
    "find" + "-links",
    "trusted" + "-host",
    "/sim" + "ple/",
    "pkg" + ".dev",
    "art" + "ifactory",
    "npm" + "js.",
)
ADDRESS = re.compile("|".join(map(re.escape, TRACES)).encode(), re.IGNORECASE)


def kept_files() -> list[Path]:
    """Return the files of a checkout, with or without git at hand."""
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in MADE_HERE and not name.endswith("_cache")]
        found += [Path(folder, name) for name in names if name not in MADE_HERE]
    return found


def test_no_file_tells_the_address_of_a_package_index() -> None:
    files = kept_files()
    assert ROOT / "pyproject.toml" in files
    telling = [path.relative_to(ROOT).as_posix() for path in files if ADDRESS.search(path.read_bytes())]
    assert telling == []
