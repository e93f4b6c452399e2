"""The pins: exact versions with hashes, the same everywhere, and no word of where they were fetched."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from workshop.environment import BUILD_PINS, PINS, ROOT

if TYPE_CHECKING:
    from pathlib import Path

FILES = [BUILD_PINS, *PINS.values()]


def pinned(pins: Path) -> dict[str, str]:
    """Return what stands after each name: its version, condition and hashes on one line."""
    whole = pins.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = (line for line in whole.splitlines() if line and not line.lstrip().startswith("#"))
    return {canonicalize_name(line.partition("==")[0]): line.partition("==")[2] for line in lines}


def versions(pins: Path) -> dict[str, str]:
    return {name: rest.split()[0] for name, rest in pinned(pins).items()}


def asked_for(*, dev: bool) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extra = project["optional-dependencies"]["dev"] if dev else []
    return [Requirement(words) for words in [*project["dependencies"], *extra]]


@pytest.mark.parametrize("pins", FILES, ids=lambda path: path.name)
def test_every_package_is_pinned_to_one_version_with_hashes(pins: Path) -> None:
    assert pinned(pins)
    unhashed = [name for name, rest in pinned(pins).items() if "--hash=sha256:" not in rest]
    assert unhashed == []


@pytest.mark.parametrize("pins", FILES, ids=lambda path: path.name)
def test_no_pin_tells_an_address_or_a_place_on_a_machine(pins: Path) -> None:
    options = [
        word
        for line in pins.read_text(encoding="utf-8").splitlines()
        for word in line.split()
        if word[:1] in "-/"
    ]
    assert {word.partition("=")[0] for word in options} <= {"--hash", "-c"}
    assert "://" not in pins.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["runtime", "dev"])
def test_pins_hold_what_the_project_asks_for(kind: str) -> None:
    found = versions(PINS[kind])
    unmet = [
        str(need)
        for need in asked_for(dev=kind == "dev")
        if not need.specifier.contains(found[canonicalize_name(need.name)])
    ]
    assert unmet == []


def test_program_and_developer_run_the_same_versions() -> None:
    developer = versions(PINS["dev"])
    together = {
        name: version for pins in FILES for name, version in versions(pins).items() if name in developer
    }
    assert together == developer
    assert versions(PINS["runtime"]).items() <= developer.items()
