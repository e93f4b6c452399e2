"""A details panel with room for running text."""

from __future__ import annotations

from typing_extensions import override

from trygghetsrad.ui.components.details_panel import DetailsPanel
from trygghetsrad.ui.theme import look

WIDTH = 440


class WidePanel(DetailsPanel):
    """As the panels of the other pages, for texts that are read and written in it."""

    @override
    def _restyle(self) -> None:
        self.setFixedWidth(look().px(WIDTH))
