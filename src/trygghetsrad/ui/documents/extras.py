"""What only some papers can be made into as well: text for a web page, a list for those who pay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from trygghetsrad.ui.components.buttons import primary_button, secondary_button
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import column

if TYPE_CHECKING:
    from trygghetsrad.domain.documents import WebText

WEB_TEXT, ATTENDANCE = "webbtext", "narvarolista"


class Extras(QWidget):
    """The buttons of the paper in view; without any it takes no room."""

    web_asked = Signal()
    table_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.copy_web = primary_button(self.tr("Kopiera som webbtext"), Icon.COPY)
        self.copy_web.set_hint(self.tr("Rubriker, listor och länkar följer med till webbplatsens redigerare"))
        self.save_table = secondary_button(self.tr("Arvodesunderlag (CSV)"), Icon.TABLE)
        self.save_table.set_hint(self.tr("Förtroendevalda med tider, för lönesystemet eller Excel"))
        lines = column(self, gap=8)
        for button in (self.copy_web, self.save_table):
            lines.addWidget(button)
        self.copy_web.clicked.connect(self.web_asked)
        self.save_table.clicked.connect(self.table_asked)
        self.show_kind("")

    def show_kind(self, kind: str) -> None:
        """Show what can be done with a paper of this kind."""
        self.copy_web.setVisible(kind == WEB_TEXT)
        self.save_table.setVisible(kind == ATTENDANCE)
        self.setVisible(kind in {WEB_TEXT, ATTENDANCE})


def put_on_clipboard(web: WebText) -> None:
    """Put the text there twice: with marks, and plain for editors that take none."""
    both = QMimeData()
    both.setHtml(web.html)
    both.setText(web.text)
    QGuiApplication.clipboard().setMimeData(both)
    app = QGuiApplication.instance()
    if app is not None:
        app.aboutToQuit.connect(lambda: leave_plain_text(web))


def leave_plain_text(web: WebText) -> None:
    """Leave the plain twin alone behind at the end: what Python has put there must not outlive it."""
    clipboard = QGuiApplication.clipboard()
    if web.html in clipboard.mimeData().html():
        clipboard.setText(web.text)
