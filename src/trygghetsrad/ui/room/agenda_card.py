"""The agenda at the left, or as a drop-down where room is short; new points are typed in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QMenu, QWidget
from typing_extensions import override

from trygghetsrad.ui.components.buttons import icon_button, link_button
from trygghetsrad.ui.components.calm_boxes import CalmComboBox
from trygghetsrad.ui.components.surfaces import Card, SectionHeader
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.room.agenda_list import AgendaList
from trygghetsrad.ui.room.desk import label
from trygghetsrad.ui.theme import TextRole, column, follow_look, look, row

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trygghetsrad.domain.meetings import AgendaItem
    from trygghetsrad.ui.room.desk import Desk

WIDTH = 228


class NewPoint(QLineEdit):
    """Where a new point's title is typed; Enter adds it, Esc gives up."""

    added = Signal(str)
    gave_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(self.tr("Rubrik, Enter lägger till"))
        self.setAccessibleName(self.tr("Ny punkt"))
        self.hide()

    def ask(self) -> None:
        """Come forward, empty, and take the focus."""
        self.clear()
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.gave_up.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.text().strip():
            self.added.emit(self.text().strip())
        else:
            super().keyPressEvent(event)


class AnswerFields(QWidget):
    """A matter that somebody has asked for, and who; Enter adds it and asks for the next, Esc is done."""

    added = Signal(str, str)
    gave_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = QLineEdit()
        self.who = QLineEdit()
        for field, words in ((self.title, self.tr("Ärende från svar")), (self.who, self.tr("Från vem"))):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
        self.names = QStringListModel(self)
        completer = QCompleter(self.names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.who.setCompleter(completer)
        whole = column(self, gap=4)
        whole.addWidget(self.title)
        whole.addWidget(self.who)
        self.hide()

    def ask(self) -> None:
        """Come forward, empty, and take the focus."""
        self.title.clear()
        self.who.clear()
        self.show()
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.gave_up.emit()
        elif event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif self.title.text().strip() and (self.who.hasFocus() or self.who.text().strip()):
            self.added.emit(self.title.text(), self.who.text())
        else:
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)


class AgendaDeeds(QWidget):
    """What both shapes of the agenda can do with its points."""

    chosen = Signal(int)
    entered_item = Signal(int)
    added = Signal(int)
    rename_asked = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.new_point = NewPoint()
        self.new_point.added.connect(self._add)
        self.new_point.gave_up.connect(self.focus_agenda)
        self.add_button = icon_button(Icon.ADD, self.tr("Lägg till punkt"), shortcut="Ctrl+N")
        self.add_button.clicked.connect(self.new_point.ask)
        self.answer = AnswerFields()
        self.answer.added.connect(self._add_answer)
        self.answer.gave_up.connect(self.focus_agenda)
        self.from_answer = link_button(self.tr("Lägg till från svar"))
        self.from_answer.setToolTip(self.tr("En punkt som någon har anmält (Ctrl+Shift+N)"))
        self.from_answer.clicked.connect(self.answer.ask)
        self.menu = QMenu(self)

    def focus_agenda(self) -> None:
        """Give the focus to the points."""

    def rename(self, item_id: int, title: str) -> None:
        self._desk.do(lambda: self._desk.council.meetings.change_item(item_id, title=title))

    def move_item(self, item_id: int, steps: int) -> None:
        self._desk.do(lambda: self._desk.council.meetings.move_item(item_id, steps))

    def tick(self, item_id: int, treated: bool) -> None:
        self._desk.do(lambda: self._desk.council.room.set_treated(item_id, treated))

    def remove(self, item_id: int) -> None:
        toast = self.tr("Punkten är borttagen")
        self._desk.do(lambda: self._desk.council.meetings.remove_item(item_id), toast=toast)

    def fill_menu(self, item: AgendaItem) -> QMenu:
        """Offer what can be done with a point."""
        self.menu.clear()
        words = self.tr("Ta bort bocken") if item.treated else self.tr("Bocka av som behandlad")
        self.menu.addAction(self.tr("Byt rubrik\tF2"), lambda: self.rename_asked.emit(item.id))
        self.menu.addAction(words, lambda: self.tick(item.id, not item.treated))
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Flytta upp\tAlt+↑"), lambda: self.move_item(item.id, -1))
        self.menu.addAction(self.tr("Flytta ned\tAlt+↓"), lambda: self.move_item(item.id, 1))
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Ta bort punkten\tDelete"), lambda: self.remove(item.id))
        return self.menu

    def show_answering(self) -> None:
        """Take answers in as long as the meeting is ahead, with everybody's name at hand."""
        self.from_answer.setVisible(self._desk.is_ahead)
        if not self._desk.is_ahead:
            self.answer.hide()
        names = [one.name for one in self._desk.persons] + [one.name for one in self._desk.organisations]
        if names != self.answer.names.stringList():
            self.answer.names.setStringList(names)

    def _add_answer(self, title: str, who: str) -> None:
        desk, toast = self._desk, self.tr("”{title}” står på dagordningen").format(title=title.strip())
        if desk.do(lambda: desk.council.meetings.add_answer(desk.meeting_id, title, who), toast=toast):
            self.answer.ask()

    def _add(self, title: str) -> None:
        meeting_id, made = self._desk.meeting_id, []
        if self._desk.do(lambda: made.append(self._desk.council.meetings.add_item(meeting_id, title))):
            self.new_point.hide()
            self.added.emit(made[0])


class AgendaCard(AgendaDeeds):
    """The list on a card, with a plus in its heading."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = AgendaList()
        header = SectionHeader(self.tr("Dagordning"), TextRole.STRONG)
        header.add_action(self.add_button)
        top = column(gap=4, edge=(11, 0, 9, 4))
        top.addWidget(header)
        top.addWidget(self.new_point)
        top.addWidget(self.answer)
        card = Card(gap=0, edge=(1, 9, 1, 8))
        card.add(top)
        card.add(self.list, 1)
        below = column(gap=0, edge=(11, 4, 9, 0))
        below.addWidget(self.from_answer, 0, Qt.AlignmentFlag.AlignLeft)
        card.add(below)
        column(self, gap=0).addWidget(card)
        self.list.chosen.connect(self.chosen)
        self.list.entered_item.connect(self.entered_item)
        self.list.renamed.connect(self.rename)
        self.list.moved.connect(self.move_item)
        self.list.ticked.connect(self.tick)
        self.list.removed.connect(self.remove)
        self.list.menu_asked.connect(self._open_menu)
        self.rename_asked.connect(self._rename_here)
        follow_look(self._restyle)

    def show_room(self) -> None:
        """Show the agenda as it is now."""
        self.list.show_items(self._desk.items, self._desk.item_id)
        self.show_answering()

    @override
    def focus_agenda(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_menu(self, _item_id: int, where: QPoint) -> None:
        if (item := self.list.selected()) is not None:
            self.fill_menu(item).popup(where)

    def _rename_here(self) -> None:
        self.list.rename_selected()

    def _restyle(self) -> None:
        self.setFixedWidth(look().px(WIDTH))


class AgendaPicker(AgendaDeeds):
    """The points in a drop-down, with what else can be done behind two buttons."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.box = CalmComboBox()
        self.box.setAccessibleName(self.tr("Punkt på dagordningen"))
        self.box.setMinimumContentsLength(12)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.more = icon_button(Icon.MORE_HORIZONTAL, self.tr("Mer om punkten"))
        self.more.set_menu(self.menu)
        line = row(gap=4)
        line.addWidget(self.box, 1)
        line.addWidget(self.add_button)
        line.addWidget(self.more)
        whole = column(self, gap=4)
        whole.addLayout(line)
        whole.addWidget(self.new_point)
        whole.addWidget(self.answer)
        whole.addWidget(self.from_answer, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.activated.connect(self._choose)
        self.menu.aboutToShow.connect(self._fill)

    def show_room(self) -> None:
        """Show the agenda as it is now."""
        self.show_answering()
        self.box.clear()
        for item in self._desk.items:
            tick = "  ✓" if item.treated else ""
            self.box.addItem(f"{label(item)}  {item.title}{tick}", item.id)
        self.box.setCurrentIndex(self.box.findData(self._desk.item_id))

    @override
    def focus_agenda(self) -> None:
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, place: int) -> None:
        self.chosen.emit(self.box.itemData(place))

    def _fill(self) -> None:
        if (item := self._desk.item) is not None:
            self.fill_menu(item)
