"""The council's own papers: its reglemente and whatever else belongs to no meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.ui.components.file_drops import FileDrops
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.paper_work import PageWork
from trygghetsrad.ui.components.papers import Papers
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.theme import Ink

if TYPE_CHECKING:
    from trygghetsrad.ui.page import Page


class PapersCard(Card):
    """Files are dropped on the card or chosen; what is said of them is stored when the field is left."""

    def __init__(self, page: Page) -> None:
        super().__init__("Rådets handlingar", gap=8, edge=(16, 12, 16, 16))
        self._page = page
        self.papers = Papers(PageWork(page), columns=2)
        words = self.tr("Reglemente, beslut om rådet och annat som inte hör till något möte.")
        self.add(plain_label(words, ink=Ink.SECONDARY, wrap=True))
        self.add(self.papers)
        self.drops = FileDrops(self, self.papers.take, lambda files: self.papers.hover(bool(files)))

    def refresh(self) -> None:
        """Show what is stored."""
        self.papers.show_papers(self._page.council.attachments.of_council(), {}, self.tr("rådet"))
