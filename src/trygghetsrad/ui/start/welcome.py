"""The first thing she sees: whose council it is, and three ways to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from trygghetsrad.ui.components.buttons import Button, link_button, primary_button, secondary_button
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.labels import IconLabel, plain_label
from trygghetsrad.ui.components.page_scroll import PageScroll
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.start.municipality_field import MunicipalityField
from trygghetsrad.ui.theme import Ink, TextRole, column, follow_look, look, row

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

SUGGESTED_NAME = "Folkhälso- och trygghetsrådet"


class WelcomePage(QWidget):
    """Asks the window to create, to show the example, or to open a file; it does nothing by itself.

    create_requested carries the Municipality, the council's name, and whether to paste people at once.
    """

    create_requested = Signal(object, str, bool)
    example_requested = Signal()
    file_requested = Signal()
    copy_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.municipality = MunicipalityField()
        self.name = InlineField(self.tr("Vad kallas rådet hos er?"), SUGGESTED_NAME, framed=True)
        self.problem = plain_label("", TextRole.BODY, Ink.ERROR, wrap=True)
        self.problem.setContentsMargins(0, look().px(12), 0, 0)
        self.problem.hide()
        self.paste = primary_button(self.tr("Klistra in personer"))
        self.example = secondary_button(self.tr("Öppna exemplet"))
        self.open_file = secondary_button(self.tr("Välj fil"))
        self.begin = link_button(self.tr("Börja utan lista"))
        self.read_copy = link_button(self.tr("Öppna en kopia skrivskyddat"))
        self._lay_out()
        self._connect()
        follow_look(self._restyle)

    def show_problem(self, sentence: str) -> None:
        """Say what could not be made or opened; an empty sentence takes it away."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    # -- making --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._sheet = QWidget()
        body = column(self._sheet, gap=0)
        body.addLayout(self._heading())
        body.addSpacing(look().px(8))
        hint = self.tr("Två uppgifter, sedan är du i gång. Allt går att ändra senare.")
        body.addWidget(plain_label(hint, TextRole.BODY, Ink.SECONDARY, wrap=True))
        body.addSpacing(look().px(20))
        body.addLayout(self._fields())
        body.addWidget(self.problem)
        body.addSpacing(look().px(20))
        body.addLayout(self._cards())
        body.addSpacing(look().px(12))
        links = row(gap=20)
        links.addWidget(self.begin)
        links.addStretch(1)
        links.addWidget(self.read_copy)
        body.addLayout(links)
        body.addSpacing(look().px(16))
        calm = self.tr("Programmet arbetar helt på din dator. Inget konto behövs.")
        body.addWidget(plain_label(calm, TextRole.CAPTION, Ink.SECONDARY, wrap=True))
        page = QWidget()
        middle = row(page, gap=0, edge=(24, 20, 24, 20))
        middle.addStretch(1)
        upright = column(gap=0)
        upright.addStretch(2)
        upright.addWidget(self._sheet)
        upright.addStretch(3)
        middle.addLayout(upright, 100)
        middle.addStretch(1)
        column(self, gap=0).addWidget(PageScroll(page))

    def _heading(self) -> QHBoxLayout:
        line = row(gap=12)
        line.addWidget(IconLabel(Icon.SHIELD_CHECKMARK, Ink.ACCENT, size=28, filled=True))
        line.addWidget(plain_label(self.tr("Välkommen till Trygghetsråd"), TextRole.TITLE), 1)
        return line

    def _fields(self) -> QHBoxLayout:
        line = row(gap=20)
        for field in (self.municipality, self.name):
            line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        return line

    def _cards(self) -> QHBoxLayout:
        line = row(gap=16)
        for icon, title, text, button in (
            (
                Icon.CLIPBOARD_PASTE,
                self.tr("Klistra in personer"),
                self.tr("Kopiera listan du har i Excel eller Outlook. Det tar ungefär två minuter."),
                self.paste,
            ),
            (
                Icon.LIGHTBULB,
                self.tr("Prova med exempelrådet"),
                self.tr("Ett påhittat råd med möten, protokoll och åtgärder att se sig omkring i."),
                self.example,
            ),
            (
                Icon.FOLDER_OPEN,
                self.tr("Öppna råd eller säkerhetskopia"),
                self.tr("Har du bytt dator eller tagit över efter en kollega?"),
                self.open_file,
            ),
        ):
            line.addWidget(_card(icon, title, text, button), 1)
        return line

    def _restyle(self) -> None:
        self._sheet.setMaximumWidth(look().px(960))

    # -- hearing -------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.paste.clicked.connect(self._create_and_paste)
        self.begin.clicked.connect(self._create)
        self.example.clicked.connect(self.example_requested)
        self.open_file.clicked.connect(self.file_requested)
        self.read_copy.clicked.connect(self.copy_requested)

    @Slot()
    def _create_and_paste(self) -> None:
        self._ask_to_create(then_paste=True)

    @Slot()
    def _create(self) -> None:
        self._ask_to_create(then_paste=False)

    def _ask_to_create(self, *, then_paste: bool) -> None:
        self.show_problem("")
        municipality = self.municipality.found()
        if municipality is not None:
            self.create_requested.emit(municipality, self.name.text() or SUGGESTED_NAME, then_paste)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.municipality.line.setFocus(Qt.FocusReason.OtherFocusReason)


def _card(icon: Icon, title: str, text: str, button: Button) -> Card:
    card = Card(gap=8)
    card.setAccessibleName(title)
    card.add(IconLabel(icon, Ink.ACCENT, size=24))
    card.add(plain_label(title, TextRole.SUBTITLE, wrap=True))
    card.add(plain_label(text, TextRole.BODY, Ink.SECONDARY, wrap=True))
    card.body.addStretch(1)
    card.add(button)
    return card
