"""What is lacking before the minutes are made: each thing a row with the way to mend it; it never blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from trygghetsrad.domain.checklist import Lack, LackKind
from trygghetsrad.domain.clock import clock, parse_clock
from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.counting import plural
from trygghetsrad.ui.components.buttons import Button, primary_button, secondary_button
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.labels import IconLabel, plain_label
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, follow_look, look, row

if TYPE_CHECKING:
    from datetime import time

    from trygghetsrad.ui.room.desk import Desk

_WAYS = {
    LackKind.ITEM: "Gå till punkten",
    LackKind.ACTION: "Gå till åtgärden",
    LackKind.ATTENDANCE: "Gå till närvaron",
    LackKind.VERIFIER: "Välj justerare",
    LackKind.ROLE: "Välj vem",
}


class ChecklistView(QWidget):
    """jump carries the Lack to mend; make asks for the minutes, go_on for the meeting to continue."""

    jump = Signal(object)
    make = Signal()
    go_on = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.lacks: tuple[Lack, ...] = ()
        self.ways: list[Button] = []
        self._rows: list[QWidget] = []
        self._title = plain_label(self.tr("Mötet är avslutat"), TextRole.SUBTITLE)
        self._summary = plain_label("", wrap=True, ink=Ink.SECONDARY)
        self.started = InlineField(self.tr("Mötet började"), framed=True)
        self.ended = InlineField(self.tr("Mötet slutade"), framed=True)
        self.make_button = primary_button("", Icon.DOCUMENT)
        self.go_on_button = secondary_button(self.tr("Fortsätt mötet"), Icon.PLAY)
        self._list = column(gap=0)
        self._assemble()
        self.started.committed.connect(self._set_times)
        self.ended.committed.connect(self._set_times)
        self.make_button.clicked.connect(self.make)
        self.go_on_button.clicked.connect(self.go_on)
        follow_look(self._restyle)

    def show_room(self) -> None:
        """Look again at what is lacking."""
        meeting = self._desk.meeting
        notes = meeting.minutes_kind is MinutesKind.NOTES
        self.make_button.set_text(self.tr("Skapa anteckningarna") if notes else self.tr("Skapa protokoll"))
        self.started.set_text(_shown(meeting.started))
        self.ended.set_text(_shown(meeting.ended))
        lacks = self._desk.council.room.checklist(self._desk.meeting_id)
        paper = self.tr("anteckningarna") if notes else self.tr("protokollet")
        if lacks:
            words = self.tr("{things} att se över. Det hindrar inte att {paper} skapas.")
            self._summary.setText(words.format(things=plural(len(lacks), "sak", "saker"), paper=paper))
        else:
            self._summary.setText(self.tr("Inget saknas. Nu kan {paper} skapas.").format(paper=paper))
        if lacks != self.lacks or not self._rows:
            self.lacks = lacks
            self._fill()

    def focus_first(self) -> None:
        """Give the focus to the button that makes the minutes."""
        self.make_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        for old in self._rows:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows, self.ways = [], []
        for place, lack in enumerate(self.lacks):
            self._add(self._row(place, lack))
        if not self.lacks:
            self._add(_line(Icon.CHECKMARK_CIRCLE, Ink.OK, self.tr("Allt är på plats.")))

    def _add(self, line: QWidget) -> None:
        self._rows.append(line)
        self._list.addWidget(line)

    def _row(self, place: int, lack: Lack) -> QWidget:
        way = secondary_button(_WAYS[lack.kind])
        way.setAccessibleDescription(lack.text)
        way.setObjectName(str(place))
        way.clicked.connect(self._go)
        self.ways.append(way)
        return _line(Icon.WARNING, Ink.WARNING, lack.text, way)

    def _go(self) -> None:
        self.jump.emit(self.lacks[int(self.sender().objectName())])

    def _set_times(self) -> None:
        """Store the times once both can be read; a time that cannot says so at its field."""
        fields = (self.started, self.ended)
        read = [parse_clock(field.text()) for field in fields]
        for field, found in zip(fields, read, strict=True):
            field.set_error("" if found else self.tr("Skriv till exempel 13.02."))
        started, ended = read
        desk = self._desk
        if started and ended:
            stored = desk.do(lambda: desk.council.room.set_times(desk.meeting_id, started, ended))
            meeting = desk.meeting
            self.started.edit.take(_shown(meeting.started if not stored else started))
            self.ended.edit.take(_shown(meeting.ended if not stored else ended))

    def _assemble(self) -> None:
        times = row(gap=12)
        times.addWidget(self.started)
        times.addWidget(self.ended)
        times.addStretch(1)
        inside = QWidget()
        inside.setProperty("page", "true")
        body = column(inside, gap=12, edge=(16, 0, 16, 8))
        body.addWidget(self._summary)
        body.addLayout(self._list)
        body.addLayout(times)
        body.addStretch(1)
        scroll = QScrollArea()
        scroll.setAccessibleName(self.tr("Att se över"))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        foot = row(gap=8, edge=(16, 0, 16, 0))
        foot.addWidget(self.go_on_button)
        foot.addStretch(1)
        foot.addWidget(self.make_button)
        head = row(gap=0, edge=(16, 0, 16, 0))
        head.addWidget(self._title)
        whole = column(self, gap=8)
        whole.addLayout(head)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)

    def _restyle(self) -> None:
        for field in (self.started, self.ended):
            field.setFixedWidth(look().px(140))


def _shown(moment: time | None) -> str:
    return clock(moment) if moment else ""


def _line(icon: Icon, ink: Ink, words: str, way: Button | None = None) -> QWidget:
    whole = QWidget()
    line = row(whole, gap=12, edge=(0, 4, 0, 4))
    line.addWidget(IconLabel(icon, ink, filled=True), 0, Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(plain_label(words, wrap=True), 1)
    if way:
        line.addWidget(way)
    return whole
