"""The chapters in printed order at the left, and the chosen one to write at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from trygghetsrad.domain.chapter_states import ChapterState
from trygghetsrad.domain.dates import iso
from trygghetsrad.ui.components import pills
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.pills import StatusPill
from trygghetsrad.ui.components.rows import Column
from trygghetsrad.ui.components.surfaces import Card, SectionHeader
from trygghetsrad.ui.theme import Ink, TextRole, column, follow_look, look, row
from trygghetsrad.ui.thread.draft_row import DraftRow
from trygghetsrad.ui.thread.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.domain.chapter_drafts import ChapterDraft
    from trygghetsrad.domain.chapter_states import ChapterLine

PILLS = {
    ChapterState.WRITTEN: pills.DONE,
    ChapterState.NOTHING: pills.STOPPED,
    ChapterState.MISSING: pills.PLANNED,
    ChapterState.OLD: pills.CAUTION,
}
_LIST = 430


class ChapterDesk(QWidget):
    """Tells what was written; the chosen chapter stays chosen when the page looks again."""

    written = Signal(str, str)
    nothing_marked = Signal(str, bool)
    draft_taken = Signal(object)

    def __init__(self, name: str, *, with_nothing: bool = True) -> None:
        super().__init__()
        self._shown: ChapterLine | None = None
        self._with_nothing = with_nothing
        self._drafts: list[DraftRow] = []
        self.table: DataTable[ChapterLine] = DataTable(
            self._columns(), name=name, key=lambda line: line.key, flat=True
        )
        self._make_editor()
        self._lay_out()
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._enter)
        self.text.committed.connect(self._tell_text)
        self.nothing.clicked.connect(self._tell_nothing)
        follow_look(self._restyle)

    def show_chapters(self, lines: Sequence[ChapterLine], *, can_write: bool) -> None:
        """Show the chapters; those of a decided version can be read and copied only."""
        self.text.edit.setReadOnly(not can_write)
        self.nothing.setEnabled(can_write)
        kept = self._shown.key if self._shown else ""
        self.table.show_rows(lines)
        if not self.table.selected_row() and lines:
            self.table.select_key(kept or lines[0].key)
        chosen = next((line for line in lines if line.key == kept), lines[0] if lines else None)
        self._show(chosen)

    def shown(self) -> ChapterLine | None:
        """Return the chapter in the editor."""
        return self._shown

    def _columns(self) -> list[Column[ChapterLine]]:
        return [
            Column(
                self.tr("Kapitel"),
                lambda line: line.title,
                lambda line: line.place,
                tooltip=lambda line: line.title,
                stretch=True,
            ),
            Column(self.tr("Lagen"), lambda line: line.section, width=60, drop_below=340),
            Column(
                self.tr("Läge"),
                lambda line: line.state.value,
                pill=lambda line: PILLS[line.state],
                width=150,
                drop_below=280,
            ),
        ]

    def _make_editor(self) -> None:
        self.header = SectionHeader("")
        self.header.title.setWordWrap(True)
        self.section = plain_label("", TextRole.CAPTION_STRONG, Ink.ACCENT)
        self.state = StatusPill("")
        self.help = plain_label("", TextRole.BODY, Ink.SECONDARY, wrap=True)
        self.old = plain_label("", TextRole.CAPTION, Ink.WARNING, wrap=True)
        self.text = InlineText(
            self.tr("Text"), placeholder=self.tr("Skriv kapitlet här"), framed=True, lines=9
        )
        self.nothing = QCheckBox(self.tr("Inget att rapportera"))
        self.nothing.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.printed = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self.waiting = plain_label(self.tr("Väntar på att tas in"), TextRole.STRONG)

    def _lay_out(self) -> None:
        self.editor = Card()
        self.header.add_beside(self.section)
        self.header.add_action(self.state)
        for part in (self.header, self.help, self.old, self.text, self.nothing, self.printed, self.waiting):
            self.editor.add(part)
        self._draft_lines = column(gap=8)
        self.editor.add(self._draft_lines)
        self._sheet = Sheet(self.tr("Valt kapitel"))
        self._sheet.add(self.editor)
        line = row(self, gap=12)
        line.addWidget(self.table, 2)
        line.addWidget(self._sheet, 3)

    def _restyle(self) -> None:
        self.table.setMinimumWidth(look().px(240))
        self.table.setMaximumWidth(look().px(_LIST))

    def _choose(self, line: ChapterLine | None) -> None:
        if line is not None and (self._shown is None or line.key != self._shown.key):
            self.text.edit.commit()
            self._show(line)

    def _enter(self) -> None:
        self.text.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, line: ChapterLine | None) -> None:
        self.editor.setVisible(line is not None)
        if line is None:
            self._shown = None
            return
        if self._shown is None or self._shown.key != line.key:
            # Another chapter: what the field has of the former is told already.
            self.text.edit.clear()
            self.text.set_text("")
        self._shown = line
        self.header.set_title(line.title)
        self.section.setText(line.section)
        self.state.set_state(line.state.value, PILLS[line.state])
        self.help.setText(line.help)
        self._show_text(line)
        self._show_drafts(line.drafts)

    def _show_text(self, line: ChapterLine) -> None:
        self.text.set_text(line.text)
        self.text.edit.setAccessibleName(line.title)
        old = self.tr("Texten är densamma som i versionen från {day}. Läs igenom den på nytt.")
        self.old.setText(old.format(day=iso(line.written_before)) if line.written_before else "")
        self.old.setVisible(line.written_before is not None)
        self.nothing.setChecked(line.nothing_to_report)
        self.nothing.setVisible(self._with_nothing and not line.text)
        self.printed.setText(self.tr("I dokumentet står: ”{words}”").format(words=line.printed))
        self.printed.setVisible(bool(line.printed))

    def _show_drafts(self, drafts: Sequence[ChapterDraft]) -> None:
        shown = drafts if not self.text.edit.isReadOnly() else ()
        self.waiting.setVisible(bool(shown))
        for old in self._drafts:
            self._draft_lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._drafts = [DraftRow(draft) for draft in shown]
        for line in self._drafts:
            line.taken.connect(self.draft_taken)
            self._draft_lines.addWidget(line)

    def _tell_text(self, text: str) -> None:
        if self._shown:
            self.written.emit(self._shown.key, text)

    def _tell_nothing(self, nothing: bool) -> None:
        if self._shown:
            self.nothing_marked.emit(self._shown.key, nothing)
