"""The rail at the left: the program's six places, and help and settings at its foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from trygghetsrad.ui.components.buttons import Button, ButtonKind
from trygghetsrad.ui.components.labels import ElidedLabel, IconLabel, plain_label
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, follow_look, look, row

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDE, NARROW = 208, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One button of the rail; shortcut is shown in its tooltip."""

    key: str
    title: str
    icon: Icon
    shortcut: str = ""


class RailButton(Button):
    """A place in the rail; filled and coloured while one is there."""

    def __init__(self, place: Place) -> None:
        super().__init__(place.title, place.icon, ButtonKind.RAIL)
        self.place = place
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_hint(place.shortcut)
        self.toggled.connect(self._restyle)

    @override
    def minimumSizeHint(self) -> QSize:
        # The rail decides the width; long titles are cut rather than widening it.
        return QSize(look().px(38), super().minimumSizeHint().height())


class NavRail(QFrame):
    """Goes to a place at a click; shows pictures only when collapsed."""

    place_chosen = Signal(str)

    def __init__(self, title: str = "Trygghetsråd", subtitle: str = "") -> None:
        super().__init__()
        self.setProperty("surface", "rail")
        self.setAccessibleName(self.tr("Platser"))
        self._collapsed = False
        self._buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._brand = IconLabel(Icon.SHIELD_CHECKMARK, Ink.ACCENT, size=24, filled=True)
        self._title = plain_label(title, TextRole.STRONG)
        self._subtitle = ElidedLabel(subtitle, TextRole.CAPTION, Ink.SECONDARY)
        self._places = column(gap=4)
        self._foot = column(gap=4)
        body = column(self, gap=0, edge=(9, 10, 8, 8))
        body.addWidget(self._header())
        body.addSpacing(12)
        body.addLayout(self._places)
        body.addStretch(1)
        body.addLayout(self._foot)
        follow_look(self._restyle)

    def set_places(self, places: Sequence[Place], foot: Sequence[Place] = ()) -> None:
        """Fill the rail from the top, and its foot."""
        self._fill(self._places, places)
        self._fill(self._foot, foot)

    def set_subtitle(self, subtitle: str) -> None:
        """Name the municipality under the program's name."""
        self._subtitle.set_whole(subtitle)

    def select(self, key: str) -> None:
        """Mark where one is, without telling anyone."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def selected(self) -> str:
        """Return where one is, or an empty text."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def button(self, key: str) -> RailButton:
        """Return the button of a place."""
        return self._buttons[key]

    def collapsed(self) -> bool:
        """Say whether only pictures are shown."""
        return self._collapsed

    def set_collapsed(self, *, collapsed: bool) -> None:
        """Show pictures only, with the words as tooltips."""
        self._collapsed = collapsed
        self._title.setVisible(not collapsed)
        self._subtitle.setVisible(not collapsed)
        for button in self._buttons.values():
            button.fold(folded=collapsed)
        self._restyle()

    def _header(self) -> QWidget:
        words = column(gap=0)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        header = QWidget()
        line = row(header, gap=9, edge=(9, 0, 4, 0))
        line.addWidget(self._brand, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(words, 1)
        return header

    def _fill(self, lines: QVBoxLayout, places: Sequence[Place]) -> None:
        for place in places:
            button = RailButton(place)
            button.fold(folded=self._collapsed)
            button.clicked.connect(self._tell)
            self._buttons[place.key] = button
            self._group.addButton(button)
            lines.addWidget(button)

    def _tell(self) -> None:
        self.place_chosen.emit(self.selected())

    def _restyle(self) -> None:
        self.setFixedWidth(look().px(NARROW if self._collapsed else WIDE))
