"""Whether the chair approves the agenda first, and how long before the members are asked for items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.ui.settings.page import SettingsPage
from ui import builders
from ui.hands import pick

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_the_chairs_approval_is_a_choice_that_is_stored_at_once(tmp_path: Path, qtbot: QtBot) -> None:
    council = builders.empty_council(tmp_path)
    _shell, page = builders.window(qtbot, council, SettingsPage)
    assert isinstance(page, SettingsPage)
    card = page.meetings_card
    assert card.approval.box.currentText() == "Går ut utan godkännande"
    pick(card.approval.box, "Godkänns av ordföranden först")
    assert council.council.get().chair_approves is True
    council.undo.undo()
    assert council.council.get().chair_approves is False
    assert card.approval.box.currentText() == "Går ut utan godkännande"
