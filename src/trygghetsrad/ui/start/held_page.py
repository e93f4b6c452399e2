"""What she sees when her council cannot be opened for work: who has it, and that it can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from trygghetsrad.domain.errors import CouncilInUse
from trygghetsrad.ui.components.buttons import link_button, primary_button, secondary_button
from trygghetsrad.ui.components.labels import IconLabel, plain_label
from trygghetsrad.ui.components.page_scroll import PageScroll
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, follow_look, look, row

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from trygghetsrad.domain.errors import FileError


class HeldPage(QWidget):
    """Asks the window to read the file, to try again, or to open something else."""

    read_requested = Signal()
    retry_requested = Signal()
    other_requested = Signal()
    welcome_requested = Signal()

    def __init__(self, refusal: FileError) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.refusal = refusal
        self.words = plain_label(self._words(refusal), wrap=True, selectable=True)
        self.read = primary_button(self.tr("Öppna skrivskyddat"), Icon.EYE)
        self.retry = secondary_button(self.tr("Försök igen"), Icon.ARROW_SYNC)
        self.other = secondary_button(self.tr("Välj en annan fil"), Icon.FOLDER_OPEN)
        self.welcome = link_button(self.tr("Till startsidan"))
        self._lay_out()
        self.read.clicked.connect(self.read_requested)
        self.retry.clicked.connect(self.retry_requested)
        self.other.clicked.connect(self.other_requested)
        self.welcome.clicked.connect(self.welcome_requested)
        follow_look(self._restyle)

    def _words(self, refusal: FileError) -> str:
        if not isinstance(refusal, CouncilInUse):
            return refusal.sentence()
        words = self.tr("Rådsfilen {name} är öppen: {holder}. Den är orörd.")
        return words.format(name=refusal.name, holder=refusal.holder)

    def _title(self) -> str:
        if isinstance(self.refusal, CouncilInUse):
            return self.tr("Rådet är öppet någon annanstans")
        return self.tr("Rådet går inte att ändra just nu")

    def _lay_out(self) -> None:
        self._sheet = QWidget()
        body = column(self._sheet, gap=0)
        heading = row(gap=12)
        heading.addWidget(IconLabel(Icon.LOCK_CLOSED, Ink.ACCENT, size=28), 0, Qt.AlignmentFlag.AlignTop)
        heading.addWidget(plain_label(self._title(), TextRole.TITLE, wrap=True), 1)
        body.addLayout(heading)
        body.addSpacing(look().px(12))
        body.addWidget(self.words)
        body.addSpacing(look().px(8))
        calm = self.tr(
            "En i taget kan skriva. Skrivskyddat kan du läsa allt, spara dokumenten som PDF och skriva ut."
        )
        body.addWidget(plain_label(calm, TextRole.BODY, Ink.SECONDARY, wrap=True))
        body.addSpacing(look().px(20))
        body.addLayout(self._buttons())
        body.addSpacing(look().px(12))
        body.addWidget(self.welcome, 0, Qt.AlignmentFlag.AlignLeft)
        page = QWidget()
        middle = row(page, gap=0, edge=24)
        middle.addStretch(1)
        upright = column(gap=0)
        upright.addStretch(2)
        upright.addWidget(self._sheet)
        upright.addStretch(3)
        middle.addLayout(upright, 100)
        middle.addStretch(1)
        column(self, gap=0).addWidget(PageScroll(page))

    def _buttons(self) -> QHBoxLayout:
        line = row(gap=8)
        for button in (self.read, self.retry, self.other):
            line.addWidget(button)
        line.addStretch(1)
        return line

    def _restyle(self) -> None:
        self._sheet.setMaximumWidth(look().px(720))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read.setFocus(Qt.FocusReason.OtherFocusReason)
