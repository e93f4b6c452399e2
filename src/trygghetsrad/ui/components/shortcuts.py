"""F1: every shortcut on one sheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget
from typing_extensions import override

from trygghetsrad.ui.components.buttons import icon_button
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.overlay import Overlay
from trygghetsrad.ui.components.surfaces import SectionHeader
from trygghetsrad.ui.components.top_bar import KeyCap
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, look

Section = tuple[str, Sequence[tuple[str, str]]]


class ShortcutsOverlay(Overlay):
    """Groups of keys and what they do: (heading, [(keys, deed), …])."""

    def __init__(self, host: QWidget, sections: Sequence[Section]) -> None:
        super().__init__(host, "Kortkommandon", width=560)
        header = SectionHeader(self.tr("Kortkommandon"))
        self.close_button = icon_button(Icon.DISMISS, self.tr("Stäng"), shortcut="Esc")
        self.close_button.clicked.connect(self.close_overlay)
        header.add_action(self.close_button)
        body = column(self.sheet, gap=4, edge=(20, 12, 12, 12))
        body.addWidget(header)
        body.addWidget(self._scroll(sections), 1)

    @override
    def open(self) -> None:
        super().open()
        self.close_button.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def sheet_height(self, room: int) -> int:
        wanted = self._inside.sizeHint().height() + look().px(80) if hasattr(self, "_inside") else 0
        return min(wanted, room)

    def _scroll(self, sections: Sequence[Section]) -> QScrollArea:
        self._inside = QWidget()
        self._inside.setProperty("page", "true")
        lines = column(self._inside, gap=4, edge=(0, 0, 12, 0))
        for heading, keys in sections:
            lines.addWidget(plain_label(heading, TextRole.CAPTION_STRONG, Ink.SECONDARY))
            lines.addLayout(_grid(keys))
            lines.addSpacing(8)
        lines.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.tr("Kortkommandon"))
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._inside)
        return scroll


def _grid(keys: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setHorizontalSpacing(look().px(16))
    grid.setColumnMinimumWidth(0, look().px(150))
    for line, (pressed, deed) in enumerate(keys):
        grid.addWidget(KeyCap(pressed), line, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(plain_label(deed, wrap=True), line, 1)
    return grid
