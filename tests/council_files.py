"""Councils in real files, for the tests of the store, the services and what can go wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from norrmyra import Clock, council_with_people, empty_council

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trygghetsrad.app import OpenCouncil


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def council(tmp_path: Path, clock: Clock) -> Iterator[OpenCouncil]:
    opened = council_with_people(tmp_path, clock)
    yield opened
    opened.close()


@pytest.fixture
def empty(tmp_path: Path, clock: Clock) -> Iterator[OpenCouncil]:
    opened = empty_council(tmp_path, clock)
    yield opened
    opened.close()
