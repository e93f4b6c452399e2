"""Where a file goes: the computer's own window for that."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def ask_for_target(parent: QWidget, suggested: Path) -> Path | None:
    """Let her choose a folder and a name; None when she changes her mind."""
    title, kind = {
        ".ics": (parent.tr("Spara kalenderfil"), parent.tr("Kalenderfil (*.ics)")),
        ".csv": (parent.tr("Spara lista"), parent.tr("Lista för kalkylprogram (*.csv)")),
        ".docx": (parent.tr("Spara som Word"), parent.tr("Word-dokument (*.docx)")),
    }.get(suggested.suffix, (parent.tr("Spara som PDF"), parent.tr("PDF (*.pdf)")))
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(suggested), kind)
    return Path(chosen) if chosen else None
