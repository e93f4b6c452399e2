"""A computer whose date has gone back: one calm warning in the window, and everything works."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from trygghetsrad.app import create_council, open_council
from trygghetsrad.ui.workplace import Workplace
from ui.builders import NORRMYRA

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(("year", "banners"), [(2025, 1), (2026, 0), (2027, 0)])
def test_the_window_warns_once_when_the_file_is_of_later_days(
    tmp_path: Path, qtbot: QtBot, year: int, banners: int
) -> None:
    path = tmp_path / "norrmyra.trygghetsrad"
    made = datetime(2026, 11, 23, 12, tzinfo=UTC)
    council = create_council(path, NORRMYRA, "Trygghetsrådet", made.date(), clock=lambda: made)
    council.meetings.add(made.date())
    council.close()
    now = datetime(year, 11, 23, 12, tzinfo=UTC)
    council = open_council(path, lambda: now)
    qtbot._request.addfinalizer(council.close)
    workplace = Workplace(council, lambda: now)
    qtbot.addWidget(workplace.shell)
    told = workplace.shell.banner_texts()
    assert len(told) == banners
    assert all("2026-11-23" in text and "2025-11-23" in text for text in told)
    council.council.change(name="Rådet")
    assert council.council.get().name == "Rådet"
