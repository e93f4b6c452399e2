"""Councils for the tests of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import norrmyra
from norrmyra import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trygghetsrad.app import OpenCouncil


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def council(tmp_path: Path, clock: Clock) -> Iterator[OpenCouncil]:
    opened = norrmyra.council_with_people(tmp_path, clock)
    yield opened
    opened.close()


@pytest.fixture
def empty(tmp_path: Path, clock: Clock) -> Iterator[OpenCouncil]:
    opened = norrmyra.empty_council(tmp_path, clock)
    yield opened
    opened.close()
