"""Keeps out of the start what PySide6 and Python would do beside the program's own work."""

from __future__ import annotations

import gc
import sys

# The first import of PySide6 sets up what is quietened here.
import PySide6.QtCore  # noqa: F401


def leave_sources_unread() -> None:
    """Let modules load without PySide6 reading their source text.

    It looks in each one for a way of writing that nobody here uses (`from __feature__ import …`), which costs
    20 MB and a tenth of the start. A PySide6 that does it in another way is left as it is.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        setattr(feature, "_mod_uses_pyside", lambda _module: False)  # noqa: B010


def collect_later() -> None:
    """Look for garbage first when the window is up: what is loaded at the start is all kept."""
    gc.disable()


def collect_again() -> None:
    """Collect garbage from now on, and leave in peace what the program consists of."""
    gc.freeze()
    gc.enable()
