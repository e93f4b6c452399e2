"""What the three lists of the page have in common: tools over a table, and a panel beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from trygghetsrad.ui.components.buttons import Button, secondary_button
from trygghetsrad.ui.components.choices import Segmented
from trygghetsrad.ui.components.details_panel import DetailsPanel, PanelHost
from trygghetsrad.ui.components.tool_row import ToolRow
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

PEOPLE, ORGANISATIONS, TERMS = "people", "organisations", "terms"


class ListView(QWidget):
    """One of three lists; the way to the others stands first among its tools."""

    view_asked = Signal(str)

    def __init__(self, key: str, panel: DetailsPanel) -> None:
        super().__init__()
        self.key = key
        self.tools = ToolRow()
        self.tools.add(self._back() if key == TERMS else self._switch())
        self.stack = QStackedWidget()
        main = QWidget()
        self.body: QVBoxLayout = column(main, gap=12, edge=(20, 12, 20, 16))
        self.body.addWidget(self.tools)
        self.body.addWidget(self.stack, 1)
        self.host = PanelHost(main, panel, beside_from=980)
        column(self, gap=0).addWidget(self.host)

    def put_forward(self, part: QWidget) -> None:
        """Show one part of the stack; the others ask for no room meanwhile."""
        keep, give = QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored
        for place in range(self.stack.count()):
            other = self.stack.widget(place)
            if other is not None:
                other.setSizePolicy(give, keep if other is part else give)
        self.stack.setCurrentWidget(part)

    def _switch(self) -> Segmented:
        self.switch = Segmented(
            self.tr("Visa"),
            [
                (PEOPLE, self.tr("Personer"), Icon.PEOPLE),
                (ORGANISATIONS, self.tr("Organisationer"), Icon.BUILDING),
            ],
        )
        self.switch.select(self.key)
        self.switch.chosen.connect(self._ask)
        return self.switch

    def _back(self) -> Button:
        self.back = secondary_button(self.tr("Personer"), Icon.ARROW_LEFT)
        self.back.clicked.connect(partial(self._ask, PEOPLE))
        return self.back

    def _ask(self, key: str) -> None:
        if self.key != TERMS:
            self.switch.select(self.key)
        self.view_asked.emit(key)
