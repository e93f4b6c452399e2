"""What every test gets: an offscreen screen, a private data folder, Swedish ways, and no waiting dialogs."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

import pytest
from hypothesis import settings

# The same examples at every run; TRYGGHETSRAD_SEARCH=1 looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile("search" if os.environ.get("TRYGGHETSRAD_SEARCH") else "steady")

_DATA = tempfile.mkdtemp(prefix="trygghetsrad-test-")
atexit.register(shutil.rmtree, _DATA, ignore_errors=True)
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["XDG_DATA_HOME"] = _DATA
os.environ["LOCALAPPDATA"] = _DATA


@pytest.fixture(autouse=True)
def _no_forgotten_dialogs(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a modal dialog fail its test at once instead of waiting for somebody to press a button."""
    if "qapp" not in request.fixturenames and "qtbot" not in request.fixturenames:
        return
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox

    QLocale.setDefault(QLocale("sv_SE"))

    def forgotten(*_args, **_kwargs):
        raise AssertionError("a modal dialog was opened")

    for owner, names in (
        (QDialog, ("exec",)),
        (QMessageBox, ("question", "information", "warning", "critical", "about")),
        (QFileDialog, ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory")),
        (QInputDialog, ("getText", "getItem", "getInt")),
    ):
        for name in names:
            monkeypatch.setattr(owner, name, forgotten)
