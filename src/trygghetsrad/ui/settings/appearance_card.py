"""How the window looks; kept on this computer, not in the council file."""

from __future__ import annotations

from PySide6.QtCore import Signal

from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.choices import Segmented
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.theme import Ink, TextRole, Theme, row

_SIZES = (90, 100, 110, 120, 130, 140, 150)


class AppearanceCard(Card):
    """Tells the window what was chosen."""

    theme_chosen = Signal(str)
    text_size_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__("Utseende", gap=10, edge=(16, 12, 16, 16))
        self.theme = Segmented(
            self.tr("Tema"),
            [
                (Theme.LIGHT.value, self.tr("Ljust"), None),
                (Theme.DARK.value, self.tr("Mörkt"), None),
                (Theme.SYSTEM.value, self.tr("Som datorn"), None),
            ],
        )
        sizes = [(size, self.tr("{size} %").format(size=size)) for size in _SIZES]
        self.text_size = ChoiceField(self.tr("Textstorlek"), sizes, framed=True)
        self.add(plain_label(self.tr("Tema"), TextRole.CAPTION, Ink.SECONDARY))
        line = row(gap=0)
        line.addWidget(self.theme)
        line.addStretch(1)
        self.add(line)
        self.add(self.text_size)
        self.theme.chosen.connect(self.theme_chosen)
        self.text_size.chosen.connect(self._choose_size)

    def set_appearance(self, theme: str, text_size: int) -> None:
        """Show what is in force; a size between two steps shows as the nearest."""
        self.theme.select(theme)
        self.text_size.set_current(min(_SIZES, key=lambda size: abs(size - text_size)))

    def _choose_size(self, percent: int) -> None:
        self.text_size_chosen.emit(percent)
