"""Reads what is told of the example council from resources/example."""

from __future__ import annotations

import tomllib
from typing import Any

from trygghetsrad.paths import resources


def read_tale(name: str) -> dict[str, Any]:
    """Return what is told in one file."""
    with (resources() / "example" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def read_logo() -> bytes:
    return (resources() / "example" / "logo.png").read_bytes()
