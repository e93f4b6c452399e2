"""A council that is only read: a calm band says whose it is and from when, and no field takes typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from trygghetsrad.domain.clock import clock
from trygghetsrad.domain.errors import CouncilError, one_line
from trygghetsrad.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from trygghetsrad.domain.errors import CouncilInUse
    from trygghetsrad.ui.components.shell import Shell

LOOK_EVERY_MS = 5_000


class Reading(QObject):
    """Lasts as long as the shell; a copy is left again, a file of somebody else's may become free."""

    again_asked = Signal()
    write_asked = Signal()
    left = Signal()

    def __init__(
        self,
        shell: Shell,
        path: Path,
        since: datetime,
        *,
        holder: Callable[[Path], CouncilInUse | None],
        is_copy: bool,
    ) -> None:
        super().__init__(shell)
        self._shell, self._path, self._since, self._holder = shell, path, clock(since.time()), holder
        self.band = shell.banner("", Tone.INFO, closable=False)
        self.again = self.band.add_action(self.tr("Uppdatera"))
        self.write = self.band.add_action(self.tr("Öppna för att skriva"))
        self.leave = self.band.add_action(self.tr("Stäng kopian"))
        self.again.clicked.connect(self.again_asked)
        self.write.clicked.connect(self.write_asked)
        self.leave.clicked.connect(self.left)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._make_readable)
        self._begin(is_copy=is_copy)

    def _begin(self, *, is_copy: bool) -> None:
        """Watch for the file to become free; a copy belongs to nobody and stays as it is."""
        for part in (self.again, self.write):
            part.setVisible(not is_copy)
        self.leave.setVisible(is_copy)
        if is_copy:
            words = self.tr("Skrivskyddat: en kopia, som inte ändras. Detta är läget i ”{name}”.")
            self.band.set_text(words.format(name=one_line(self._path.name)))
        else:
            self._timer.start(LOOK_EVERY_MS)
            self.look()

    @Slot()
    def look(self) -> None:
        """Say who has the file now; when nobody has, it can be opened for writing."""
        try:
            taken = self._holder(self._path)
        except CouncilError:  # a folder that takes no files; whoever is in it cannot be asked
            taken = None
        words = (
            self.tr("Skrivskyddat: ingen annan har filen öppen nu. Detta är läget kl. {time}.")
            if taken is None
            else self.tr("Skrivskyddat: öppnad av {holder}. Detta är läget kl. {time}.")
        )
        holder = taken.holder if taken else ""
        # A time stays on the line of its kl.
        self.band.set_text(words.format(holder=holder, time=self._since).replace("kl. ", "kl.\u00a0"))
        self.write.setVisible(taken is None)

    @Slot(QWidget, QWidget)
    def _make_readable(self, _before: QWidget | None, field: QWidget | None) -> None:
        """Let a field that is entered be read and copied only; nobody types without entering.

        What only seeks in the council may still be typed in.
        """
        if not isinstance(field, (QLineEdit, QPlainTextEdit)) or field.property("seeks"):
            return
        if self._shell.shown_page().isAncestorOf(field):
            field.setReadOnly(True)
