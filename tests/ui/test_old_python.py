"""A long day with the window open must not stop Python 3.11."""

from __future__ import annotations

import subprocess
import sys

DAY = """
import trygghetsrad.ui
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(200_000):
    thing.setObjectName("möte")
    thing.property("saknas")
    thing.blockSignals(False)
print("kvar")
"""


def test_hundreds_of_thousands_of_calls_do_not_use_up_none() -> None:
    day = subprocess.run(
        [sys.executable, "-c", DAY], check=False, capture_output=True, text=True, encoding="utf-8", timeout=60
    )
    assert (day.returncode, day.stdout.strip()) == (0, "kvar"), day.stderr[-400:]
