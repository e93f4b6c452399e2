"""On a screen at 200 % everything is twice as sharp and nothing is cut."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

LOOK = """
from PySide6.QtWidgets import QApplication
app = QApplication([])
from trygghetsrad.ui.components.gallery import Gallery
from trygghetsrad.ui.theme import Theme, apply_theme
from ui.looking import clipped, too_small, unnamed
apply_theme(app, Theme.DARK, 110)
gallery = Gallery()
gallery.resize(960, 460)
gallery.show()
for page in ("overview", "meetings", "actions", "fields"):
    gallery.go(page)
    app.processEvents()
    faults = clipped(gallery) + too_small(gallery) + unnamed(gallery)
    assert not faults, faults
picture = gallery.grab()
print(picture.devicePixelRatio(), picture.width(), picture.height())
"""


def test_a_screen_at_200_percent_gets_the_same_window_twice_as_sharp() -> None:
    tests = Path(__file__).parents[2]
    env = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(tests)}
    seen = subprocess.run(
        [sys.executable, "-c", LOOK],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        env=env,
    )
    assert seen.returncode == 0, seen.stderr[-800:]
    assert seen.stdout.split() == ["2.0", "1920", "920"]
