"""The point in the middle of the room: heading, text, decisions and actions, and the quick line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from trygghetsrad.domain.council import StandingContent
from trygghetsrad.domain.meetings import AgendaItem, ItemOrigin
from trygghetsrad.domain.prose import reduce_pasted
from trygghetsrad.domain.standing_text import standing_text
from trygghetsrad.ui.components.buttons import link_button
from trygghetsrad.ui.components.inline_text import GrowingEdit
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.pills import Pill, StatusPill
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.room.action_block import ActionBlock
from trygghetsrad.ui.room.decision_block import DecisionBlock
from trygghetsrad.ui.room.desk import label
from trygghetsrad.ui.room.item_about import ItemAbout
from trygghetsrad.ui.room.item_papers import ItemPapers
from trygghetsrad.ui.room.open_actions import OpenActions
from trygghetsrad.ui.theme import Ink, TextRole, Tone, column, row

if TYPE_CHECKING:
    from trygghetsrad.ui.room.desk import Desk
    from trygghetsrad.ui.room.draft_keeper import DraftKeeper

_SECRET = Pill(tone=Tone.WARNING, icon=Icon.LOCK_CLOSED)
_CARRIED = Pill(tone=Tone.INFO, icon=Icon.HISTORY)
_EDGE = 16
_GROWN_AFTER = 80


class ItemView(QWidget):
    """Shows the desk's point; text is stored when it is left, and kept as a draft until then."""

    def __init__(self, desk: Desk, drafts: DraftKeeper) -> None:
        super().__init__()
        self._desk, self._drafts = desk, drafts
        self._item: AgendaItem | None = None
        self._about_open = True
        self._follow_end = False
        self._growing: QWidget | None = None
        self.decision_blocks: dict[int, DecisionBlock] = {}
        self.action_blocks: dict[int, ActionBlock] = {}
        self.heading = plain_label("", TextRole.SUBTITLE, wrap=True)
        self._presenter = plain_label("", TextRole.CAPTION, Ink.SECONDARY)
        self._carried = StatusPill(self.tr("Hanns inte med förra gången"), _CARRIED)
        self._secret = StatusPill(self.tr("Sekretess"), _SECRET)
        self.about_button = link_button(self.tr("Om punkten"))
        self.about = ItemAbout(desk)
        self.papers = ItemPapers(desk)
        self.edit = GrowingEdit(role=TextRole.MINUTES)
        self.hint = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self.open_actions = OpenActions(desk)
        self._blocks = column(gap=8)
        self._assemble()
        self._connect()

    def show_item(self) -> None:
        """Show the desk's point as it is now; another point than before is scrolled to its top."""
        item = self._desk.item
        if item is None:
            return
        if self._item is None or item.id != self._item.id:
            self._turn_to(item)
        self._item = item
        self._show_head(item)
        self.about.show_item(item)
        self.papers.show_item(item)
        self.edit.show_text(item.text, self._drafts.unsaved(item.uid, "text"))
        self.edit.setAccessibleName(self.tr("Text till {point}").format(point=label(item)))
        self._show_hint(item)
        self._show_blocks(item)
        self.open_actions.setVisible(item.content is StandingContent.OPEN_ACTIONS)
        if item.content is StandingContent.OPEN_ACTIONS:
            self.open_actions.refresh()

    def commit(self) -> None:
        """Store everything that is typed but not left."""
        self.edit.commit()
        self.about.commit()
        self.papers.commit()
        for block in (*self.decision_blocks.values(), *self.action_blocks.values()):
            block.edit.commit()

    def open_about(self, *, opened: bool) -> None:
        """Fold the facts about the point out or in."""
        self._about_open = opened
        self.about.setVisible(opened)
        self.about_button.set_text(self.tr("Dölj om punkten") if opened else self.tr("Om punkten"))

    def rename(self) -> None:
        """Go to the field with the point's title."""
        self.open_about(opened=True)
        self.about.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.about.title.edit.selectAll()

    def focus_text(self) -> None:
        """Go to the text of the point."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(self.edit)

    def focus_action(self, action_id: int) -> None:
        """Go to what an action lacks: its day if it has an owner, else the owner."""
        block = self.action_blocks.get(action_id)
        if block is None or self._item is None:
            return
        lacks_owner = any(one.id == action_id and not one.owner for one in self._item.actions)
        if lacks_owner:
            block.edit_owner()
        else:
            block.edit_due()
        self._scroll.ensureWidgetVisible(block)

    def follow_end(self) -> None:
        """Let what is added now be seen."""
        self._follow_end = True

    def _turn_to(self, item: AgendaItem) -> None:
        if self._item is not None:
            self.commit()
        self._item, self._growing = item, None
        for block in (*self.decision_blocks.values(), *self.action_blocks.values()):
            self._blocks.removeWidget(block)
            block.hide()
            block.deleteLater()
        self.decision_blocks, self.action_blocks = {}, {}
        self.edit.show_text(item.text)
        self.edit.document().clearUndoRedoStacks()
        self._scroll.verticalScrollBar().setValue(0)

    def _show_head(self, item: AgendaItem) -> None:
        self.heading.setText(f"{label(item)} {item.title}")
        presenter = self.tr("Föredragande: {name}").format(name=item.presenter) if item.presenter else ""
        self._presenter.setText(presenter)
        self._carried.setVisible(item.origin is ItemOrigin.UNDISCUSSED)
        self._secret.setVisible(item.confidential)

    def _show_hint(self, item: AgendaItem) -> None:
        printed = "" if item.text else standing_text(self._desk.room, item, self._desk.next_meeting)
        lead = self.tr("Skrivs av sig självt: {sentence}")
        self.hint.setText(lead.format(sentence=printed) if printed else "")
        self.hint.setVisible(bool(printed))
        self.edit.setPlaceholderText(self.tr("Skriv här, eller på snabbraden längst ned"))

    def _show_blocks(self, item: AgendaItem) -> None:
        self._forget({one.id for one in item.decisions}, {one.id for one in item.actions})
        for number, decision in enumerate(item.decisions, start=1):
            if decision.id not in self.decision_blocks:
                self.decision_blocks[decision.id] = DecisionBlock(self._desk, self._drafts)
                self._blocks.insertWidget(number - 1, self.decision_blocks[decision.id])
            self.decision_blocks[decision.id].show_decision(number, decision)
            self.decision_blocks[decision.id].show()
        for number, action in enumerate(item.actions, start=1):
            if action.id not in self.action_blocks:
                self.action_blocks[action.id] = ActionBlock(self._desk, self._drafts)
                self._blocks.insertWidget(
                    len(self.decision_blocks) + number - 1, self.action_blocks[action.id]
                )
            self.action_blocks[action.id].show_action(number, action)
            self.action_blocks[action.id].show()

    def _forget(self, decisions: set[int], actions: set[int]) -> None:
        for blocks, kept in ((self.decision_blocks, decisions), (self.action_blocks, actions)):
            for number in [number for number in blocks if number not in kept]:
                old = blocks.pop(number)
                self._blocks.removeWidget(old)
                old.hide()
                old.deleteLater()

    def _toggle_about(self) -> None:
        self.open_about(opened=not self._about_open)

    def _keep(self, words: str) -> None:
        if self._item is not None:
            self._drafts.typed(self._item.uid, "text", words, self._item.text)

    def _store(self, words: str) -> None:
        item = self._item
        if item is not None and self._desk.do(lambda: self._desk.council.room.write_text(item.id, words)):
            self._drafts.settled(item.uid, "text")
        elif item is not None and self._item is not None and self._item.id == item.id:
            self.edit.show_text(item.text, words)  # unless another point is shown by now

    def _show_cursor(self) -> None:
        if self.edit.hasFocus():
            where = self.edit.mapTo(self._inside, self.edit.cursorRect().bottomLeft())
            self._scroll.ensureVisible(where.x(), where.y(), 0, 24)

    def _show_whole(self, part: QWidget) -> None:
        """Let a part that is just growing be seen as soon as it has got its room."""
        self._growing = part
        QTimer.singleShot(_GROWN_AFTER, self, self._stop_growing)

    def _stop_growing(self) -> None:
        self._see_growing()
        self._growing = None

    def _see_growing(self) -> None:
        """Scroll to the part, and where it is too tall for that to the field she is in."""
        if self._growing is None:
            return
        field = self.focusWidget()
        for seen in (self._growing, field.parentWidget() if field else None):
            if seen is not None and self._inside.isAncestorOf(seen):
                self._scroll.ensureWidgetVisible(seen, 0, 8)

    def _range_changed(self, _low: int, high: int) -> None:
        self._see_growing()
        if self._follow_end:
            self._follow_end = False
            self._scroll.verticalScrollBar().setValue(high)

    def _assemble(self) -> None:
        head = row(gap=12, edge=(_EDGE, 0, _EDGE, 0))
        head.addWidget(self.heading, 1)
        head.addWidget(self._carried, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._secret, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._presenter, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.about_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._inside = inside = QWidget()
        inside.setProperty("page", "true")
        body = column(inside, gap=8, edge=(_EDGE, 0, _EDGE, 8))
        for part in (self.about, self.papers, self.edit, self.hint, self.open_actions):
            body.addWidget(part)
        body.addLayout(self._blocks)
        body.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(self.tr("Punkten"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setMinimumHeight(48)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        whole = column(self, gap=6)
        whole.addLayout(head)
        whole.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self.about_button.clicked.connect(self._toggle_about)
        self.edit.set_paste_cleaner(reduce_pasted)
        self.edit.typed.connect(self._keep)
        self.edit.committed.connect(self._store)
        self.edit.cursorPositionChanged.connect(self._show_cursor)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._range_changed)
        self.papers.unfolded.connect(self._show_whole)
