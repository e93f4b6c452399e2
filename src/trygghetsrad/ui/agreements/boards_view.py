"""Matters for the boards to the left, the chosen one to the right, and the year's board days."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from trygghetsrad.domain.board_matters import BoardMatter, Body, MatterAbout, matter_state, short_body
from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import iso, parse_day
from trygghetsrad.ui.agreements.board_days_card import BoardDaysCard
from trygghetsrad.ui.agreements.matter_sheet import MatterSheet
from trygghetsrad.ui.agreements.states import MATTER_PILLS, state_word
from trygghetsrad.ui.components.buttons import secondary_button
from trygghetsrad.ui.components.committing import commit_within
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.opening import open_file
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
    from trygghetsrad.domain.board_matters import BoardDay, MatterOutcome
    from trygghetsrad.services.boards import MatterChanges
    from trygghetsrad.ui.hub import Hub

LIST_WIDTH, NARROW_LIST, NARROW = 520, 264, 900


class BoardsView(Page):
    """What goes up to kommunstyrelsen and fullmäktige; choose_file and open_with answer for the computer."""

    SHOWS = Changed.LAW | Changed.DOCUMENTS | Changed.TODAY

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self.choose_file: Callable[[], Path | None] = self._ask_for_file
        self.open_with: Callable[[Path], bool] = open_file
        self.matter_id = 0
        self.table: DataTable[BoardMatter] = DataTable(
            self._columns(), name=self.tr("Ärenden till nämnd"), key=lambda one: one.id, flat=True
        )
        self.new = secondary_button(self.tr("Nytt ärende"), Icon.ADD)
        self.new.set_hint("Ctrl+N")
        self.show_days = secondary_button(self.tr("Nämndernas dagar"), Icon.CALENDAR_LTR)
        self.sheet = MatterSheet(self._today)
        self.days = BoardDaysCard(lambda text: council.boards.read_days(text, self._today()))
        self.days.hide()
        self.empty = EmptyState(
            Icon.GAVEL,
            self.tr("Inga ärenden än"),
            self.tr(
                "Lägesbild, åtgärdsplan, årsrapport och överenskommelser går upp till nämnd. Lägg in "
                "nämndernas dagar en gång om året, så räknas stoppdagarna bakåt."
            ),
            primary=self.tr("Nytt ärende"),
            primary_icon=Icon.ADD,
            link=self.tr("Lägg in nämndernas dagar"),
        )
        self._lay_out()
        self._connect()

    # -- what the window asks ------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        found = self.council.boards.matters()
        days = self.council.boards.days()
        self.days.show_days([one for one in days if one.day >= self._today()])
        if self.matter_id not in {one.id for one in found}:
            self.matter_id = found[0].id if found else 0
        with QSignalBlocker(self.table):
            self.table.show_rows(found)
            self.table.select_key(self.matter_id)
        paging = not self.days.isHidden()
        self.empty.setVisible(not found and not paging)
        self._whole.setVisible(bool(found) or paging)
        self.sheet.setVisible(bool(found) and not paging)
        shown = next((one for one in found if one.id == self.matter_id), None)
        if shown is not None:
            self.sheet.show_matter(shown, dict.fromkeys(one.body for one in days))

    @override
    def open_item(self, item_id: int) -> None:
        self.commit_pending()
        self.matter_id = item_id
        self._show_days(shown=False)

    @override
    def commit_pending(self) -> None:
        commit_within(self.sheet)

    @override
    def take_focus(self) -> None:
        first = self.empty.primary if self.empty.isVisible() else self.table
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- doing ---------------------------------------------------------------------------------

    def new_item(self) -> None:
        """Begin a matter for kommunstyrelsen's next day."""
        self.commit_pending()
        added: list[int] = []
        body = Body.EXECUTIVE_BOARD.value
        add = partial(self.council.boards.add, MatterAbout.OTHER, self.tr("Nytt ärende"), body, self._today())
        if self.do(lambda: added.append(add()), toast=self.tr("Ärendet är påbörjat.")):
            self.open_item(added[0])
            self.sheet.name.edit.setFocus()
            self.sheet.name.edit.selectAll()

    def _toggle_days(self) -> None:
        self._show_days(shown=self.days.isHidden())

    def _show_days(self, *, shown: bool) -> None:
        self.days.setVisible(shown)
        self.show_days.set_text(self.tr("Visa ärendet") if shown else self.tr("Nämndernas dagar"))
        self.refresh()
        if shown:
            self.days.text.edit.setFocus()

    def _add_days(self, text: str) -> None:
        told: list[str] = []

        def add() -> None:
            result = self.council.boards.add_days(text, self._today())
            told.append(plural(result.added, self.tr("ny dag"), self.tr("nya dagar")))
            if result.unknown:
                told.append(self.tr("förstod inte: {pieces}").format(pieces=" · ".join(result.unknown)))

        if self.do(add, toast=self.tr("Nämndernas dagar är inlagda.")):
            self.days.clear()
            self.days.say(", ".join(told))

    def _edit_stop(self, day: BoardDay, text: str) -> None:
        stop = parse_day(text, self._today()) if text else None
        if text and stop is None:
            self.trouble.emit(self.tr("”{text}” gick inte att läsa som en dag.").format(text=text))
        else:
            self.do(lambda: self.council.boards.change_day(day.id, stop_day=stop))

    def _remove_day(self, day: BoardDay) -> None:
        self.do(lambda: self.council.boards.remove_day(day.id), toast=self.tr("Dagen är borttagen."))

    def _choose(self, matter: BoardMatter | None) -> None:
        if matter is not None and matter.id != self.matter_id:
            self.commit_pending()
            self.matter_id = matter.id
            self.refresh()
        if matter is not None and not self.days.isHidden():
            self._show_days(shown=False)

    def _open(self, _matter: BoardMatter) -> None:
        self.sheet.name.edit.setFocus()

    def _change(self, changes: MatterChanges) -> None:
        self.do(lambda: self.council.boards.change(self.matter_id, **changes))

    def _answer(self, outcome: MatterOutcome) -> None:
        self.do(
            lambda: self.council.boards.answer(self.matter_id, outcome, self._today()),
            toast=self.tr("Svaret är antecknat."),
        )

    def _deed(self, deed: str) -> None:
        self.commit_pending()
        shown, boards = self.sheet.matter(), self.council.boards
        if shown is None:
            return
        if deed == "memo":
            self.open_requested.emit("paper:tjansteskrivelse", shown.id)
        elif deed == "attach":
            self._attach(shown, self.choose_file())
        elif deed == "open_file" and shown.attachment_id:
            self._open_file(shown.attachment_id)
        elif deed == "detach":
            self.do(partial(boards.detach, shown.id), toast=self.tr("Utdraget är borttaget härifrån."))
        elif deed == "remove":
            self._remove(shown)

    def _attach(self, shown: BoardMatter, file: Path | None) -> None:
        if file is not None:
            attach = partial(self.council.boards.attach, shown.id, file, self._today())
            self.do(attach, toast=self.tr("Protokollsutdraget är bifogat."))

    def _open_file(self, attachment_id: int) -> None:
        opened: list[Path] = []
        if self.do(lambda: opened.append(self.council.attachments.open_copy(attachment_id))):
            self.open_with(opened[0])

    def _remove(self, matter: BoardMatter) -> None:
        self.do(lambda: self.council.boards.remove(matter.id), toast=self.tr("Ärendet är borttaget."))

    def _ask_for_file(self) -> Path | None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Bifoga protokollsutdrag"), str(Path.home())
        )
        return Path(chosen) if chosen else None

    def _today(self) -> date:
        return self.now().date()

    # -- laying out ----------------------------------------------------------------------------

    def _columns(self) -> list[Column[BoardMatter]]:
        return [
            Column(
                self.tr("Ärende"),
                lambda one: one.title,
                lambda one: (not one.is_open, _order(one), one.id),
                tooltip=lambda one: one.title,
                stretch=True,
                strong=True,
            ),
            Column(
                self.tr("Till"),
                lambda one: short_body(one.body),
                tooltip=lambda one: one.body.capitalize(),
                width=64,
            ),
            Column(
                self.tr("Dag"),
                lambda one: iso(one.meeting_day) if one.meeting_day else "",
                lambda one: one.meeting_day,
                width=100,
                drop_below=340,
            ),
            Column(
                self.tr("Läge"),
                lambda one: _told(one, self._today()),
                pill=lambda one: MATTER_PILLS[matter_state(one, self._today())],
                width=140,
                drop_below=420,
            ),
        ]

    def _lay_out(self) -> None:
        self._left = Card(gap=8, edge=(12, 12, 12, 12))
        self._left.add(self.table, 1)
        deeds = QWidget()
        flow = FlowLayout(deeds, gap=8)
        flow.addWidget(self.new)
        flow.addWidget(self.show_days)
        self._left.add(deeds)
        self._whole = QWidget()
        inner = row(self._whole, gap=12)
        inner.addWidget(self._left)
        inner.addWidget(self.days, 1)
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
        self.show_days.clicked.connect(self._toggle_days)
        if self.empty.primary and self.empty.link:
            self.empty.primary.clicked.connect(self.new_item)
            self.empty.link.clicked.connect(self._toggle_days)
        self.days.pasted.connect(self._add_days)
        self.days.removed.connect(self._remove_day)
        self.days.stop_edited.connect(self._edit_stop)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._open)
        self.table.delete_pressed.connect(self._remove)
        self.sheet.changed.connect(self._change)
        self.sheet.answered.connect(self._answer)
        self.sheet.deed_asked.connect(self._deed)


def _order(matter: BoardMatter) -> int:
    """Return what sorts the unanswered by their day and the answered with the latest first."""
    day = matter.meeting_day.toordinal() if matter.meeting_day else 10**6
    return day if matter.is_open else -day


def _told(matter: BoardMatter, today: date) -> str:
    """Return the answer, or where the matter is."""
    answer = matter.outcome.value
    return answer.capitalize() if answer else state_word(matter_state(matter, today))
