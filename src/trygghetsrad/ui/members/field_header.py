"""Header cells that say what each column of a pasted list is read as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QListView, QWidget
from typing_extensions import override

from trygghetsrad.domain.contacts import ContactField
from trygghetsrad.ui.components.calm_boxes import CalmComboBox
from trygghetsrad.ui.theme import follow_look, look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent


class FieldHeader(QHeaderView):
    """Header cells with what was written over the column, and below it what it is read as."""

    field_chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.boxes: list[CalmComboBox] = []
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.sectionResized.connect(self.place_boxes)
        follow_look(self._restyle)

    def set_fields(self, headers: Sequence[str], fields: Sequence[ContactField]) -> None:
        """Give every column its own choice."""
        for box in self.boxes:
            box.deleteLater()
        self.boxes = []
        for header, field in zip(headers, fields, strict=True):
            self.boxes.append(self._box(header, field))
        self.place_boxes()

    def fields(self) -> tuple[ContactField, ...]:
        """Return what the columns are read as."""
        return tuple(ContactField(box.currentData()) for box in self.boxes)

    def _box(self, header: str, field: ContactField) -> CalmComboBox:
        box = CalmComboBox(self.viewport())
        name = self.tr("Kolumnen {header} läses in som").format(header=header)
        box.setAccessibleName(name)
        view = QListView()
        view.setAccessibleName(name)
        box.setView(view)
        for one in ContactField:
            box.addItem(one.label, one.value)
        box.setCurrentIndex(list(ContactField).index(field))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.setMaxVisibleItems(len(ContactField))
        box.activated.connect(self.field_chosen)
        view.setMinimumWidth(look().px(220))
        box.setProperty("inline", "false")
        return box

    def place_boxes(self) -> None:
        """Lay every choice under its own header, wherever the columns have moved."""
        gap, top, height = look().px(4), look().px(28), look().px(34)
        for column, box in enumerate(self.boxes):
            if self.isSectionHidden(column):
                box.hide()
                continue
            left = self.sectionViewportPosition(column)
            box.setGeometry(left + gap, top, self.sectionSize(column) - 2 * gap, height)
            box.show()

    def _restyle(self) -> None:
        edge = look().px(11)
        # Headers of other tables stand in the middle of their cell; here the choice lies below the words.
        self.setStyleSheet(f"QHeaderView::section {{ padding: {look().px(5)}px {edge}px 0 {edge}px; }}")
        self.setFixedHeight(look().px(68))
        self.place_boxes()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_boxes()

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        self.place_boxes()
