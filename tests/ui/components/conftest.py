"""The gallery, shown as on a laptop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from trygghetsrad.ui.components.gallery import Gallery

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PAGES = ("overview", "meetings", "actions", "parts", "fields", "documents")


@pytest.fixture
def gallery(qtbot: QtBot) -> Gallery:
    made = Gallery()
    qtbot.addWidget(made)
    made.resize(1366, 688)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made
