"""Which pages the window has, in the order of the rail, and which of them opens what."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from trygghetsrad.domain.changes import Changed
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.theme import column

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.hub import Hub


class MeetingsPlace(Page):
    """The list of meetings and the meeting room, which share one place in the rail."""

    SHOWS = Changed.NOTHING

    typing_state = Signal(str)
    """ "Utkast sparat" while text is typed but not yet left, else nothing."""

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        from trygghetsrad.ui.meetings.page import MeetingsPage
        from trygghetsrad.ui.room.page import RoomPage

        super().__init__(council, hub, now)
        self.list = MeetingsPage(council, hub, now)
        self.room = RoomPage(council, hub, now)
        self._stack = QStackedWidget()
        column(self, gap=0).addWidget(self._stack)
        for page in (self.list, self.room):
            self._stack.addWidget(page)
            page.open_requested.connect(self.open_requested)
            page.title_changed.connect(self.title_changed)
            page.toast_requested.connect(self.toast_requested)
            page.trouble.connect(self.trouble)
        self.room.typing_state.connect(self.typing_state)

    @property
    def shown(self) -> Page:
        """Return the one of the two that is in view."""
        return self.list if self._stack.currentIndex() == 0 else self.room

    def meeting_in_view(self) -> int:
        """Return the meeting whose room is shown; 0 while the list is."""
        return self.room.desk.meeting_id if self.shown is self.room else 0

    def show_list(self) -> None:
        """Show the year's meetings, also from the middle of planning."""
        self._show(self.list)
        self.list.stop_planning()

    @override
    def open_item(self, item_id: int) -> None:
        self.commit_pending()
        self._stack.setCurrentWidget(self.room)
        self.room.open_item(item_id)
        self.room.arrive()

    @override
    def refresh(self) -> None:
        self.shown.refresh()

    @override
    def arrive(self) -> None:
        self.shown.arrive()

    @override
    def commit_pending(self) -> None:
        self.shown.commit_pending()

    @override
    def keep_drafts(self) -> None:
        self.room.drafts.keep_now()

    @override
    def take_focus(self) -> None:
        self.shown.take_focus()

    @override
    def toast_height(self) -> int:
        return self.shown.toast_height()

    def _show(self, page: Page) -> None:
        self.commit_pending()
        self._stack.setCurrentWidget(page)
        page.arrive()


_KINDS = {
    "overview": ("overview.page", "OverviewPage"),
    "meetings": ("pages", "MeetingsPlace"),
    "actions": ("actions.page", "ActionsPage"),
    "thread": ("thread.tabs", "ThreadTabs"),
    "agreements": ("agreements.page", "AgreementsPage"),
    "law": ("law.page", "LawPage"),
    "members": ("members.page", "MembersPage"),
    "documents": ("documents.page", "DocumentsPage"),
    "settings": ("settings.page", "SettingsPage"),
}


def kind_of_page(key: str) -> type[Page]:
    """Return the kind of page that stands at a place, loaded only now: Översikt waits for no other."""
    module, name = _KINDS.get(key, _KINDS["meetings"])
    kind: type[Page] = getattr(import_module(f"trygghetsrad.ui.{module}"), name)
    return kind


class Pages(dict[str, Page]):
    """The pages that have been asked for; each is made the first time."""

    def __init__(self, make: Callable[[str], Page]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: str) -> Page:
        self[key] = page = self._make(key)
        return page


IN_RAIL: tuple[tuple[str, str, Icon], ...] = (
    ("overview", "Översikt", Icon.HOME),
    ("meetings", "Möten", Icon.PEOPLE_TEAM),
    ("actions", "Åtgärder", Icon.TASK_LIST_LTR),
    ("thread", "Lägesbild och plan", Icon.DATA_TRENDING),
    ("agreements", "Överenskommelser", Icon.HANDSHAKE),
    ("law", "Lagkollen", Icon.SHIELD_CHECKMARK),
    ("members", "Personer", Icon.PEOPLE),
    ("documents", "Dokument", Icon.DOCUMENT),
)
AT_FOOT: tuple[tuple[str, str, Icon], ...] = (("settings", "Inställningar", Icon.SETTINGS),)

PAGE_OF = {
    "meeting": "meetings",
    "action": "actions",
    "member": "members",
    "problem": "thread",
    "where_now": "thread",
    "agreement": "agreements",
    "matter": "agreements",
    "boards": "agreements",
    "coordination": "agreements",
    "grant": "agreements",
}
"""Which page opens one thing of a kind; a kind that is a page's own key opens that page."""
