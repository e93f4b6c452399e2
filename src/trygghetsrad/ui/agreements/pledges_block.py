"""Medborgarlöften: what is promised, by whom, and how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.domain.actions import Rating
from trygghetsrad.domain.dates import iso
from trygghetsrad.ui.components.buttons import icon_button
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import column, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.domain.agreements import Pledge


class PledgeRow(QWidget):
    """One pledge; tells what was changed and how it went."""

    changed = Signal(int, object)
    followed_up = Signal(int, str, object)
    removed = Signal(int)

    def __init__(self, pledge: Pledge) -> None:
        super().__init__()
        self.pledge = pledge
        ratings = [
            (Rating.UNRATED, self.tr("Inte uppföljt")),
            (Rating.GREEN, self.tr("Grön: hölls")),
            (Rating.YELLOW, self.tr("Gul: hölls delvis")),
            (Rating.RED, self.tr("Röd: hölls inte")),
        ]
        self.text = InlineText(self.tr("Löfte"))
        self.who = InlineField(self.tr("Vem lovar"), placeholder=self.tr("Namn eller organisation"))
        self.rating = ChoiceField(self.tr("Uppföljning"), ratings)
        self.result = InlineText(self.tr("Hur gick det?"), placeholder=self.tr("Skriv hur det gick …"))
        self.remove = icon_button(Icon.DELETE, self.tr("Ta bort löftet"))
        head = row(gap=4)
        head.addWidget(self.text, 1)
        head.addWidget(self.remove)
        facts = row(gap=8)
        facts.addWidget(self.who, 1)
        facts.addWidget(self.rating, 1)
        whole = column(self, gap=2)
        whole.addLayout(head)
        whole.addLayout(facts)
        whole.addWidget(self.result)
        self.text.committed.connect(lambda text: self.changed.emit(pledge.id, {"text": text}))
        self.who.committed.connect(lambda text: self.changed.emit(pledge.id, {"who": text}))
        self.result.committed.connect(lambda _text: self._follow_up())
        self.rating.chosen.connect(lambda _key: self._follow_up())
        self.remove.clicked.connect(lambda: self.removed.emit(pledge.id))

    def show_pledge(self, pledge: Pledge) -> None:
        self.pledge = pledge
        self.text.set_text(pledge.text)
        self.who.set_text(pledge.who)
        self.rating.set_current(pledge.rating)
        self.result.set_text(pledge.result)
        day = iso(pledge.followed_up_on) if pledge.followed_up_on else ""
        self.result.set_hint(self.tr("Uppföljt {day}").format(day=day) if day else "")

    def _follow_up(self) -> None:
        # Qt hands words of an enumeration back as plain text.
        self.followed_up.emit(self.pledge.id, self.result.text(), Rating(str(self.rating.current())))


class PledgesBlock(QWidget):
    """The pledges of one agreement, and a line for one more."""

    inline = True
    added = Signal(str)
    changed = Signal(int, object)
    followed_up = Signal(int, str, object)
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[int, PledgeRow] = {}
        self.new = InlineField(
            self.tr("Nytt löfte"), placeholder=self.tr("Det här lovar vi invånarna …"), framed=True
        )
        self._lines = column(gap=12)
        whole = column(self, gap=12)
        whole.addLayout(self._lines)
        add = row(gap=0, edge=(8, 0, 0, 0))
        add.addWidget(self.new)
        whole.addLayout(add)
        self.new.committed.connect(self._take_new)

    def show_pledges(self, pledges: Sequence[Pledge]) -> None:
        if list(self.rows) != [one.id for one in pledges]:
            self._lay_rows(pledges)
        for one in pledges:
            self.rows[one.id].show_pledge(one)

    def _lay_rows(self, pledges: Sequence[Pledge]) -> None:
        for old in self.rows.values():
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = {one.id: PledgeRow(one) for one in pledges}
        for line in self.rows.values():
            self._lines.addWidget(line)
            line.show()
            line.changed.connect(self.changed)
            line.followed_up.connect(self.followed_up)
            line.removed.connect(self.removed)

    def _take_new(self, text: str) -> None:
        if text:
            self.new.edit.take("")
            self.added.emit(text)
