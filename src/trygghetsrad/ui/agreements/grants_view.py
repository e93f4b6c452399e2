"""Projects that grants pay for to the left, the chosen one to the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.grants import GrantProject, grant_state
from trygghetsrad.ui.agreements.grant_sheet import GrantSheet
from trygghetsrad.ui.agreements.states import GRANT_PILLS, state_word
from trygghetsrad.ui.components.buttons import secondary_button
from trygghetsrad.ui.components.committing import commit_within
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.components.rows import Column
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.theme import column, follow_look, look, row

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from PySide6.QtGui import QResizeEvent

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.services.grants import GrantChanges
    from trygghetsrad.ui.hub import Hub

LIST_WIDTH, NARROW_LIST, NARROW = 460, 264, 900


class GrantsView(Page):
    """What is sought, granted and reported; the underlag is one click away."""

    SHOWS = Changed.LAW | Changed.THREAD | Changed.TODAY

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self.grant_id = 0
        self.table: DataTable[GrantProject] = DataTable(
            self._columns(), name=self.tr("Bidragsprojekt"), key=lambda one: one.id, flat=True
        )
        self.new = secondary_button(self.tr("Nytt bidragsprojekt"), Icon.ADD)
        self.new.set_hint("Ctrl+N")
        self.sheet = GrantSheet(self._today)
        self.empty = EmptyState(
            Icon.DOCUMENT,
            self.tr("Inga bidragsprojekt än"),
            self.tr(
                "Lägg in projektet när ni tänker söka. Problem, orsaker, mål och åtgärder hämtas till "
                "ansökan, och du påminns innan redovisningen ska vara inne."
            ),
            primary=self.tr("Nytt bidragsprojekt"),
            primary_icon=Icon.ADD,
        )
        self._lay_out()
        self._connect()

    @override
    def refresh(self) -> None:
        found = self.council.grants.every()
        if self.grant_id not in {one.id for one in found}:
            self.grant_id = found[0].id if found else 0
        with QSignalBlocker(self.table):
            self.table.show_rows(found)
            self.table.select_key(self.grant_id)
        self.empty.setVisible(not found)
        self._whole.setVisible(bool(found))
        shown = next((one for one in found if one.id == self.grant_id), None)
        if shown is not None:
            problems = [
                (one.id, one.title)
                for one in self.council.thread.every()
                if one.is_open or one.id == shown.problem_id
            ]
            self.sheet.show_grant(shown, problems)

    @override
    def open_item(self, item_id: int) -> None:
        self.commit_pending()
        self.grant_id = item_id
        self.refresh()

    @override
    def commit_pending(self) -> None:
        commit_within(self.sheet)

    @override
    def take_focus(self) -> None:
        first = self.empty.primary if self.empty.isVisible() else self.table
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def new_item(self) -> None:
        """Begin a project for the coming year, which is what is sought for."""
        self.commit_pending()
        added: list[int] = []
        add = partial(self.council.grants.add, self.tr("Nytt projekt"), self._today().year + 1)
        if self.do(lambda: added.append(add()), toast=self.tr("Projektet är påbörjat.")):
            self.open_item(added[0])
            self.sheet.name.edit.setFocus()
            self.sheet.name.edit.selectAll()

    def _choose(self, grant: GrantProject | None) -> None:
        if grant is not None and grant.id != self.grant_id:
            self.open_item(grant.id)

    def _open(self, _grant: GrantProject) -> None:
        self.sheet.name.edit.setFocus()

    def _change(self, changes: GrantChanges) -> None:
        if not self.do(lambda: self.council.grants.change(self.grant_id, **changes)):
            self.refresh()

    def _paper(self) -> None:
        self.commit_pending()
        self.open_requested.emit("paper:statsbidrag", self.grant_id)

    def _remove_shown(self) -> None:
        self._remove(self.grant_id)

    def _remove(self, grant_id: int) -> None:
        self.do(lambda: self.council.grants.remove(grant_id), toast=self.tr("Projektet är borttaget."))

    def _today(self) -> date:
        return self.now().date()

    # -- laying out ----------------------------------------------------------------------------

    def _columns(self) -> list[Column[GrantProject]]:
        return [
            Column(
                self.tr("Projekt"),
                lambda one: one.title,
                tooltip=lambda one: one.title,
                stretch=True,
                strong=True,
            ),
            Column(self.tr("År"), lambda one: str(one.year), lambda one: -one.year, width=64),
            Column(
                self.tr("Läge"),
                lambda one: state_word(grant_state(one)),
                pill=lambda one: GRANT_PILLS[grant_state(one)],
                width=120,
                drop_below=340,
            ),
        ]

    def _lay_out(self) -> None:
        self._left = Card(gap=8, edge=(12, 12, 12, 12))
        self._left.add(self.table, 1)
        self._left.add(self.new)
        self._left.body.setAlignment(self.new, Qt.AlignmentFlag.AlignLeft)
        self._whole = QWidget()
        inner = row(self._whole, gap=12)
        inner.addWidget(self._left)
        inner.addWidget(self.sheet, 1)
        whole = column(self, gap=0)
        whole.addWidget(self.empty, 1)
        whole.addWidget(self._whole, 1)
        follow_look(self._restyle)

    def _restyle(self) -> None:
        wide = LIST_WIDTH if self.width() >= look().px(NARROW) else NARROW_LIST
        self._left.setFixedWidth(look().px(wide))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def _connect(self) -> None:
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.new_item)
        self.new.clicked.connect(self.new_item)
        if self.empty.primary:
            self.empty.primary.clicked.connect(self.new_item)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._open)
        self.table.delete_pressed.connect(lambda one: self._remove(one.id))
        self.sheet.changed.connect(self._change)
        self.sheet.refused.connect(self.trouble)
        self.sheet.paper.clicked.connect(self._paper)
        self.sheet.remove.clicked.connect(self._remove_shown)
