"""What every test gets: an offscreen screen, a private data folder, Swedish time."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
