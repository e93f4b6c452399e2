"""Where a file goes: the computer's own window for that."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def ask_for_target(parent: QWidget, suggested: Path) -> Path | None:
    """Let her choose a folder and a name; None when she changes her mind."""
    is_calendar = suggested.suffix == ".ics"
    title = parent.tr("Spara kalenderfil") if is_calendar else parent.tr("Spara som PDF")
    kind = parent.tr("Kalenderfil (*.ics)") if is_calendar else parent.tr("PDF (*.pdf)")
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(suggested), kind)
    return Path(chosen) if chosen else None
