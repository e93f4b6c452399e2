"""Which file the council lives in, and which version of the program this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trygghetsrad import __version__
from trygghetsrad.ui.components.buttons import secondary_button
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, row

if TYPE_CHECKING:
    from pathlib import Path


class FileCard(Card):
    """The path can be copied; one button shows the folder, the other looks in a copy."""

    folder_asked = Signal()
    copy_asked = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__("Fil", gap=8, edge=(16, 12, 16, 16))
        self.name = plain_label(path.name, TextRole.STRONG, selectable=True)
        self.folder = plain_label(_breakable(path.parent), ink=Ink.SECONDARY, wrap=True, selectable=True)
        self.show_folder = secondary_button(self.tr("Visa i mappen"), Icon.FOLDER_OPEN)
        self.show_folder.clicked.connect(self.folder_asked)
        self.read_copy = secondary_button(self.tr("Öppna en kopia skrivskyddat"), Icon.EYE)
        self.read_copy.clicked.connect(self.copy_asked)
        self.add(self.name)
        self.add(self.folder)
        line = row(gap=8)
        line.addWidget(self.show_folder)
        line.addWidget(self.read_copy)
        line.addStretch(1)
        self.add(line)
        words = self.tr("Trygghetsråd {version}").format(version=__version__)
        self.add(plain_label(words, TextRole.CAPTION, Ink.SECONDARY, selectable=True))


def _breakable(path: Path) -> str:
    """Let a long path take several lines: a zero-width space after each separator."""
    return str(path).replace("/", "/\u200b").replace("\\", "\\\u200b")
