"""Överenskommelser, ärenden till nämnd, samordning och bidrag, beside each other as tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from trygghetsrad.domain.changes import Changed
from trygghetsrad.ui.agreements.agreements_view import AgreementsView
from trygghetsrad.ui.agreements.boards_view import BoardsView
from trygghetsrad.ui.agreements.coordination_view import CoordinationView
from trygghetsrad.ui.agreements.grants_view import GrantsView
from trygghetsrad.ui.components.choices import Segmented
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.theme import column, look

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.hub import Hub

AGREEMENTS, BOARDS, COORDINATION, GRANTS = "agreements", "boards", "coordination", "grants"
TAB_OF = {
    "agreement": AGREEMENTS,
    "matter": BOARDS,
    "boards": BOARDS,
    "coordination": COORDINATION,
    "grant": GRANTS,
}
"""Which tab shows a kind of thing."""


class _Tabs(QStackedWidget):
    """One of the desks, each with its own scrolling parts; the tallest asks for no more room."""

    @override
    def hasHeightForWidth(self) -> bool:
        return False

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(200), look().px(280))


class AgreementsPage(Page):
    """One place in the rail with a tab for each part."""

    SHOWS = Changed.NOTHING

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self.agreements = AgreementsView(council, hub, now)
        self.boards = BoardsView(council, hub, now)
        self.coordination = CoordinationView(council, hub, now)
        self.grants = GrantsView(council, hub, now)
        self._parts: dict[str, Page] = {
            AGREEMENTS: self.agreements,
            BOARDS: self.boards,
            COORDINATION: self.coordination,
            GRANTS: self.grants,
        }
        self.tabs = Segmented(
            self.tr("Visa"),
            [
                (AGREEMENTS, self.tr("Överenskommelser"), Icon.HANDSHAKE),
                (BOARDS, self.tr("Ärenden till nämnd"), Icon.GAVEL),
                (COORDINATION, self.tr("Samordning"), Icon.PEOPLE_COMMUNITY),
                (GRANTS, self.tr("Bidrag"), Icon.DOCUMENT),
            ],
        )
        self._stack = _Tabs()
        whole = column(self, gap=12, edge=(20, 14, 20, 12))
        whole.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self._stack, 1)
        for part in self._parts.values():
            self._stack.addWidget(part)
            part.open_requested.connect(self.open_requested)
            part.toast_requested.connect(self.toast_requested)
            part.trouble.connect(self.trouble)
        self.tabs.chosen.connect(self.show_tab)

    @property
    def shown(self) -> Page:
        """Return the part that is in view."""
        return next(part for part in self._parts.values() if part is self._stack.currentWidget())

    def show_tab(self, key: str) -> None:
        """Show a part by its key, after saving what was typed on the one before."""
        self.shown.commit_pending()
        self.tabs.select(key)
        self._stack.setCurrentWidget(self._parts[key])
        self.shown.arrive()

    @override
    def open_thing(self, kind: str, item_id: int) -> None:
        if kind in TAB_OF:
            self.show_tab(TAB_OF[kind])
        if item_id:
            self.shown.open_item(item_id)

    @override
    def open_item(self, item_id: int) -> None:
        self.open_thing("agreement", item_id)

    @override
    def refresh(self) -> None:
        self.shown.refresh()

    @override
    def arrive(self) -> None:
        self.title_changed.emit(self.tr("Överenskommelser och ärenden"), "")
        self.shown.arrive()

    @override
    def commit_pending(self) -> None:
        self.shown.commit_pending()

    @override
    def take_focus(self) -> None:
        self.shown.take_focus()
