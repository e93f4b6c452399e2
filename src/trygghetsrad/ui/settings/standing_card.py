"""The points that stand on every new agenda, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from trygghetsrad.ui.components.buttons import icon_button
from trygghetsrad.ui.components.inline_field import CommitEdit
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.number_field import NumberField
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, follow_look, look, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.domain.council import StandingItem

_LONGEST = 240


class StandingRow(QWidget):
    """One point: its title, how long it takes, and the ways to move or remove it."""

    renamed = Signal(int, str)
    timed = Signal(int, int)
    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self, item: StandingItem) -> None:
        super().__init__()
        self.item_id = item.id
        self._number = plain_label("", ink=Ink.SECONDARY)
        self.title = CommitEdit(item.title, inline=True)
        self.minutes = NumberField(self.tr("Minuter"), item.minutes or 0, maximum=_LONGEST)
        self.minutes.label.hide()
        self.minutes.box.setSpecialValueText("–")
        self.minutes.box.setSuffix(self.tr(" min"))
        self.up = icon_button(Icon.CHEVRON_UP, "", shortcut="Alt+Upp")
        self.down = icon_button(Icon.CHEVRON_DOWN, "", shortcut="Alt+Ned")
        self.remove = icon_button(Icon.DISMISS, "")
        line = row(self, gap=4)
        line.addWidget(self._number)
        line.addWidget(self.title, 1)
        for part in (self.minutes, self.up, self.down, self.remove):
            line.addWidget(part)
        self._connect()
        self.show_item(item)
        follow_look(self._restyle)

    def show_item(self, item: StandingItem) -> None:
        """Show what is stored of the point."""
        self._number.setText(str(item.position))
        self.title.show_text(item.title)
        self.title.setToolTip(item.title)
        self.title.setAccessibleName(self.tr("Punkt {number}").format(number=item.position))
        self.minutes.set_value(item.minutes or 0)
        self.minutes.box.setAccessibleName(self.tr("Minuter för {title}").format(title=item.title))
        self.up.set_name(self.tr("Flytta upp {title}").format(title=item.title), "Alt+Upp")
        self.down.set_name(self.tr("Flytta ned {title}").format(title=item.title), "Alt+Ned")
        self.remove.set_name(self.tr("Ta bort {title}").format(title=item.title))

    def _connect(self) -> None:
        self.title.committed.connect(self._rename)
        self.minutes.committed.connect(self._time)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.remove.clicked.connect(self._remove)
        for keys, deed in (("Alt+Up", self._move_up), ("Alt+Down", self._move_down)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    def _rename(self, text: str) -> None:
        self.renamed.emit(self.item_id, text)

    def _time(self, minutes: int) -> None:
        self.timed.emit(self.item_id, minutes)

    def _move_up(self) -> None:
        self.title.commit()
        self.moved.emit(self.item_id, -1)

    def _move_down(self) -> None:
        self.title.commit()
        self.moved.emit(self.item_id, 1)

    def _remove(self) -> None:
        self.removed.emit(self.item_id)

    def _restyle(self) -> None:
        self._number.setFixedWidth(look().px(20))
        self.minutes.setFixedWidth(look().px(92))


class StandingCard(Card):
    """Tells the page what to change; a moved point keeps the focus."""

    added = Signal(str)
    renamed = Signal(int, str)
    timed = Signal(int, int)
    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__("Stående punkter på dagordningen", gap=4, edge=(16, 12, 16, 16))
        self.rows: list[StandingRow] = []
        self._lines = column(gap=4)
        self.new = CommitEdit()
        self.new.setPlaceholderText(self.tr("Lägg till en punkt"))
        self.new.setAccessibleName(self.tr("Lägg till en punkt"))
        self.new.committed.connect(self._add)
        self.add(self._lines)
        self.body.addSpacing(4)
        self.add(self.new)
        words = self.tr("Nya möten får de här punkterna. Det som hör till redan planerade möten ändras inte.")
        self.add(plain_label(words, TextRole.CAPTION, Ink.SECONDARY, wrap=True))

    def show_items(self, items: Sequence[StandingItem]) -> None:
        """Show the points in order."""
        if [row.item_id for row in self.rows] != [item.id for item in items]:
            self._lay_rows(items)
        for line, item in zip(self.rows, items, strict=True):
            line.show_item(item)

    def _lay_rows(self, items: Sequence[StandingItem]) -> None:
        known = {line.item_id: line for line in self.rows}
        focused = self.focusWidget()
        for line in self.rows:
            self._lines.removeWidget(line)
        self.rows = [known[item.id] if item.id in known else self._new_row(item) for item in items]
        for line in self.rows:
            self._lines.addWidget(line)
        for gone in set(known.values()) - set(self.rows):
            gone.hide()
            gone.deleteLater()
        if focused is not None and any(line.isAncestorOf(focused) for line in self.rows):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_row(self, item: StandingItem) -> StandingRow:
        line = StandingRow(item)
        line.renamed.connect(self.renamed)
        line.timed.connect(self.timed)
        line.moved.connect(self.moved)
        line.removed.connect(self.removed)
        return line

    def _add(self, title: str) -> None:
        if title:
            self.new.take("")
            self.added.emit(title)
