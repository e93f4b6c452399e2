"""Journeys run in a window dressed as every page's tests have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from journeys.coordinator import Coordinator
from ui.conftest import dressed_app, light, pytest_collection_modifyitems

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["dressed_app", "light", "pytest_collection_modifyitems"]


@pytest.fixture
def anna(qtbot, tmp_path, monkeypatch) -> Iterator[Coordinator]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    QApplication.clipboard().clear()
    coordinator = Coordinator(qtbot, tmp_path)
    yield coordinator
    coordinator.quit()
