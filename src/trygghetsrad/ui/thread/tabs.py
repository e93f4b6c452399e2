"""The parts of Lägesbild och plan beside each other, each made when it is first looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from typing_extensions import override

from trygghetsrad.domain.changes import Changed
from trygghetsrad.ui.components.choices import Segmented
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.theme import column
from trygghetsrad.ui.thread.areas_view import AreasView
from trygghetsrad.ui.thread.figures_view import FiguresView
from trygghetsrad.ui.thread.picture_view import PictureView
from trygghetsrad.ui.thread.plan_view import PlanView
from trygghetsrad.ui.thread.review_view import ReviewView
from trygghetsrad.ui.thread.sheet import DeskStack
from trygghetsrad.ui.thread.where_now import WhereNow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.hub import Hub

Part = tuple[str, str, type[Page]]
"""Key, words on the tab, and the kind of page behind it."""

WHERE_NOW = "where_now"
PARTS: tuple[Part, ...] = (
    ("areas", "Områden", AreasView),
    ("figures", "Siffror", FiguresView),
    ("picture", "Lägesbilden", PictureView),
    ("plan", "Planen", PlanView),
    ("review", "Uppföljning", ReviewView),
    ("where", "Var står ni i dag?", WhereNow),
)


class ThreadTabs(Page):
    """One place in the rail with a tab for each part."""

    SHOWS = Changed.NOTHING

    def __init__(
        self,
        council: OpenCouncil,
        hub: Hub,
        now: Callable[[], datetime],
        parts: Sequence[Part] = PARTS,
    ) -> None:
        super().__init__(council, hub, now)
        self._hub = hub
        self._kinds = {key: kind for key, _words, kind in parts}
        self._made: dict[str, Page] = {}
        self.tabs = Segmented(
            self.tr("Lägesbild och plan"), [(key, words, None) for key, words, _kind in parts]
        )
        self._stack = DeskStack()
        whole = column(self, gap=12, edge=(20, 14, 20, 12))
        whole.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self._stack, 1)
        self._first = parts[0][0]
        self._shown = self._part(self._first)
        self.tabs.chosen.connect(self.show_tab)

    @property
    def shown(self) -> Page:
        """Return the part that is in view."""
        return self._shown

    def show_tab(self, key: str) -> Page:
        """Show a part by its key, and return it."""
        self._shown.commit_pending()
        self._shown = self._part(key)
        self.tabs.select(key)
        self._stack.setCurrentWidget(self._shown)
        self._shown.arrive()
        return self._shown

    def update_figures(self) -> None:
        """Lay the way in for statistics over the window."""
        figures = self.show_tab("figures")
        if isinstance(figures, FiguresView):
            figures.open_import()

    @override
    def refresh(self) -> None:
        self._shown.refresh()

    @override
    def arrive(self) -> None:
        self.title_changed.emit(self.tr("Lägesbild och plan"), "")
        self._shown.arrive()

    @override
    def open_item(self, item_id: int) -> None:
        """Show one problem, among the areas."""
        self.show_tab(self._first).open_item(item_id)

    @override
    def open_thing(self, kind: str, item_id: int) -> None:
        if kind == WHERE_NOW:
            self.show_tab("where")
        else:
            super().open_thing(kind, item_id)

    @override
    def keep_drafts(self) -> None:
        for part in self._made.values():
            part.keep_drafts()

    @override
    def commit_pending(self) -> None:
        self._shown.commit_pending()

    @override
    def take_focus(self) -> None:
        self._shown.take_focus()

    def _open(self, kind: str, item_id: int) -> None:
        """Show what is here; ask the window for everything else."""
        if kind == WHERE_NOW:
            self.open_thing(kind, item_id)
        else:
            self.open_requested.emit(kind, item_id)

    def _part(self, key: str) -> Page:
        if key not in self._made:
            part = self._kinds[key](self.council, self._hub, self.now)
            part.open_requested.connect(self._open)
            part.toast_requested.connect(self.toast_requested)
            part.trouble.connect(self.trouble)
            if isinstance(part, AreasView):
                part.part_asked.connect(self.show_tab)
                part.figures_asked.connect(self.update_figures)
            self._made[key] = part
            self._stack.addWidget(part)
        return self._made[key]
