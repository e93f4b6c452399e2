"""Everyone in and around the council: persons and seats, organisations, mandate periods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.counting import plural
from trygghetsrad.ui.components.committing import commit_within
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.members.homes_desk import OrganisationsDesk, TermsDesk
from trygghetsrad.ui.members.paste_import import PasteImport
from trygghetsrad.ui.members.people_desk import PeopleDesk
from trygghetsrad.ui.members.register import read_register
from trygghetsrad.ui.members.view import PEOPLE, TERMS
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.theme import column

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from PySide6.QtGui import QKeyEvent

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.hub import Hub
    from trygghetsrad.ui.members.lines import LineKey

Desk = PeopleDesk | OrganisationsDesk | TermsDesk


class MembersPage(Page):
    """Three lists in one place, each with its panel."""

    SHOWS = Changed.PEOPLE | Changed.MEETINGS | Changed.MINUTES | Changed.TODAY

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self.paste_import: PasteImport | None = None
        self.people = PeopleDesk(self)
        self.organisations = OrganisationsDesk(self)
        self.terms = TermsDesk(self)
        self._desks: dict[str, Desk] = {
            desk.view.key: desk for desk in (self.people, self.organisations, self.terms)
        }
        self._stack = QStackedWidget()
        column(self, gap=0).addWidget(self._stack)
        for desk in self._desks.values():
            self._stack.addWidget(desk.view)
            desk.view.view_asked.connect(self.show_view)
        self.organisations.person_opened.connect(self._open_key)
        self.people.panel.terms_asked.connect(self._show_terms)
        self.people.view.paste_asked.connect(self.start_paste)
        new = QShortcut(QKeySequence("Ctrl+N"), self)
        new.activated.connect(self.new_item)

    # -- what the window asks ------------------------------------------------------------------

    @override
    def arrive(self) -> None:
        self.title_changed.emit(self.tr("Personer"), "")
        super().arrive()

    @override
    def refresh(self) -> None:
        register = read_register(self.council.people, self.now().date())
        for desk in self._desks.values():
            desk.show(register)

    @override
    def take_focus(self) -> None:
        shown = self._desk.view.stack.currentWidget()
        first = shown.primary if isinstance(shown, EmptyState) and shown.primary else shown
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def open_item(self, item_id: int) -> None:
        self.commit_pending()
        self.refresh()
        self.show_view(PEOPLE)
        self.people.open_person(item_id)

    @override
    def commit_pending(self) -> None:
        commit_within(self._desk.panel)

    # -- here ----------------------------------------------------------------------------------

    @Slot(str)
    def show_view(self, key: str) -> None:
        """Show persons, organisations or terms."""
        self.commit_pending()
        self._stack.setCurrentWidget(self._desks[key].view)

    @Slot()
    def new_item(self) -> None:
        """Begin a new person, organisation or term, whichever list is shown."""
        self.commit_pending()
        self._desk.new()

    @Slot()
    def start_paste(self) -> None:
        """Open the way in for lists from Excel, Outlook and files."""
        if self.paste_import is None:
            self.paste_import = PasteImport(self.window(), self.council.importing, self._today)
            self.paste_import.imported.connect(self._tell_imported)
        self.commit_pending()
        self.paste_import.open()

    @Slot(int, int)
    def _tell_imported(self, added: int, updated: int) -> None:
        self.show_view(PEOPLE)
        told = plural(added, self.tr("person är tillagd"), self.tr("personer är tillagda"))
        if updated:
            mended = plural(updated, self.tr("person är uppdaterad"), self.tr("personer är uppdaterade"))
            told = f"{told}, {mended}" if added else mended
        self.toast_requested.emit(f"{told}.", True)

    def _today(self) -> date:
        return self.now().date()

    @property
    def _desk(self) -> Desk:
        return next(desk for desk in self._desks.values() if desk.view is self._stack.currentWidget())

    @Slot()
    def _show_terms(self) -> None:
        self.show_view(TERMS)

    def _open_key(self, key: LineKey) -> None:
        self.show_view(PEOPLE)
        self.people.open_key(key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._desk.panel.isHidden():
            self._desk.panel.close_panel()
        else:
            super().keyPressEvent(event)
