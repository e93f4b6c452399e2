"""Hand a file or its folder over to the computer's own programs; the only place that does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from pathlib import Path


def open_file(path: Path) -> bool:
    """Open a file in the program that the computer uses for its kind; False when it has none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def open_folder_of(path: Path) -> bool:
    """Show the folder that a file lies in; False when the computer cannot."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def open_mail_link(link: str) -> bool:
    """Open a mailto: link in the mail program; False when there is none."""
    return link.startswith("mailto:") and QDesktopServices.openUrl(QUrl(link, QUrl.ParsingMode.StrictMode))
