"""The papers under the point in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.ui.components.papers import Papers
from trygghetsrad.ui.room.desk import point

if TYPE_CHECKING:
    from trygghetsrad.domain.meetings import AgendaItem


class ItemPapers(Papers):
    """The same list for each point in turn."""

    def show_item(self, item: AgendaItem) -> None:
        """Show the papers of a point."""
        self.show_papers(item.papers, {"item_id": item.id}, point(item))
