"""About a point: kind, presenter, time, proposal, number in the diary, secrecy and field of work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from trygghetsrad.domain.actions import Area
from trygghetsrad.domain.meetings import ItemKind, ItemOrigin
from trygghetsrad.ui.components.calm_boxes import CalmComboBox
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.inline_field import FieldFrame, InlineField
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.number_field import NumberField
from trygghetsrad.ui.theme import Ink, TextRole, column, look

if TYPE_CHECKING:
    from trygghetsrad.domain.meetings import AgendaItem
    from trygghetsrad.ui.room.desk import Desk


class ItemAbout(QWidget):
    """Every field is stored when it is left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._item: AgendaItem | None = None
        self.setAccessibleName(self.tr("Om punkten"))
        self.title = InlineField(self.tr("Rubrik"), framed=True)
        self.presenter = InlineField(self.tr("Föredragande"), framed=True)
        self.proposed_by = InlineField(self.tr("Anmält av"), framed=True)
        self.minutes = NumberField(self.tr("Tid på dagordningen"), maximum=480, unit="min")
        self.dnr = InlineField(self.tr("Diarienummer"), framed=True)
        self.kind = CalmComboBox()
        self._kind_field = FieldFrame(self.tr("Slag"), self.kind, inline=False)
        self.proposal = InlineText(self.tr("Förslag till beslut"), framed=True)
        self.confidential = QCheckBox(self.tr("Kan omfattas av sekretess"))
        self.areas = {area: QCheckBox(area.value.capitalize()) for area in Area}
        for kind in ItemKind:
            self.kind.addItem(kind.value.capitalize(), kind.value)
        self._lay_out()
        self._connect()

    def show_item(self, item: AgendaItem) -> None:
        """Show what is known of the point."""
        self._item = item
        self.title.set_text(item.title)
        self.presenter.set_text(item.presenter)
        self.proposed_by.set_text(item.proposed_by)
        self.proposed_by.setVisible(bool(item.proposed_by) or item.origin is ItemOrigin.ANSWER)
        self.minutes.set_value(item.minutes or 0)
        self.dnr.set_text(item.dnr)
        self.kind.setCurrentIndex(self.kind.findData(item.kind.value))
        self.proposal.set_text(item.proposed_decision)
        self.confidential.setChecked(item.confidential)
        for area, box in self.areas.items():
            box.setChecked(area in item.areas)

    def commit(self) -> None:
        """Store what is typed but not left."""
        for field in (self.title, self.presenter, self.proposed_by, self.dnr, self.proposal):
            field.edit.commit()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(look().px(12))
        grid.setVerticalSpacing(look().px(8))
        grid.addWidget(self.title, 0, 0, 1, 3)
        grid.addWidget(self.presenter, 1, 0)
        grid.addWidget(self._kind_field, 1, 1)
        grid.addWidget(self.minutes, 1, 2)
        grid.addWidget(self.proposal, 2, 0, 1, 2)
        grid.addWidget(self.dnr, 2, 2)
        for part in (self.presenter, self._kind_field, self.minutes, self.proposal, self.dnr):
            grid.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        for place, share in enumerate((3, 2, 2)):
            grid.setColumnStretch(place, share)
        whole = column(self, gap=4, edge=(0, 4, 0, 8))
        whole.addLayout(grid)
        whole.addWidget(self.proposed_by)
        whole.addWidget(plain_label(self.tr("Verksamhetsområde"), TextRole.CAPTION, Ink.SECONDARY))
        boxes = QWidget()
        flow = FlowLayout(boxes, gap=16)
        for box in self.areas.values():
            flow.addWidget(box)
        whole.addWidget(boxes)
        whole.addWidget(self.confidential)

    def _connect(self) -> None:
        self.title.committed.connect(self._set_title)
        self.presenter.committed.connect(lambda words: self._change(presenter=words))
        self.proposed_by.committed.connect(lambda words: self._change(proposed_by=words))
        self.minutes.committed.connect(lambda number: self._change(minutes=number or None))
        self.dnr.committed.connect(lambda words: self._change(dnr=words))
        self.proposal.committed.connect(lambda words: self._change(proposed_decision=words))
        self.kind.activated.connect(self._set_kind)
        self.confidential.clicked.connect(lambda on: self._change(confidential=on))
        for box in self.areas.values():
            box.clicked.connect(self._set_areas)

    def _set_title(self, words: str) -> None:
        if not self._change(title=words) and self._item is not None:
            self.title.edit.take(self._item.title)

    def _set_kind(self, place: int) -> None:
        self._change(kind=ItemKind(self.kind.itemData(place)))

    def _set_areas(self) -> None:
        self._change(areas=frozenset(area for area, box in self.areas.items() if box.isChecked()))

    def _change(self, **changes: object) -> bool:
        item, meetings = self._item, self._desk.council.meetings
        return item is not None and self._desk.do(
            lambda: meetings.change_item(item.id, **changes)  # type: ignore[arg-type]
        )
