"""Everything that holds for the whole council, and how the window looks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from trygghetsrad.documents.logos import check_size
from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.council import SIGNING_FIELDS
from trygghetsrad.domain.errors import CouncilError
from trygghetsrad.services.samples import MINUTES
from trygghetsrad.ui.components.committing import commit_within
from trygghetsrad.ui.components.opening import open_folder_of
from trygghetsrad.ui.components.page_scroll import PageScroll
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.settings.appearance_card import AppearanceCard
from trygghetsrad.ui.settings.council_card import CouncilCard
from trygghetsrad.ui.settings.drawn import drawn
from trygghetsrad.ui.settings.file_card import FileCard
from trygghetsrad.ui.settings.letterhead_card import LetterheadCard
from trygghetsrad.ui.settings.meetings_card import MeetingsCard
from trygghetsrad.ui.settings.minutes_card import MinutesCard
from trygghetsrad.ui.settings.papers_card import PapersCard
from trygghetsrad.ui.settings.responsibility_card import ResponsibilityCard
from trygghetsrad.ui.settings.sample_panel import SamplePanel
from trygghetsrad.ui.settings.signing_card import SigningCard
from trygghetsrad.ui.settings.standing_card import StandingCard
from trygghetsrad.ui.settings.word_card import WordCard
from trygghetsrad.ui.theme import column, follow_look, look, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QVBoxLayout

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.papers import MinutesFacts, NoticeFacts
    from trygghetsrad.services.council import CouncilChanges
    from trygghetsrad.ui.hub import Hub
    from trygghetsrad.ui.settings.parts import SettingsCard

# Widths at 100 % from which the paper stands beside the cards, and from which these are in two columns.
_BESIDE_FROM = 1000
_TWO_FROM = 1440
# Settings that are seen on the protokoll, and those that are seen at its end.
_AT_THE_END = frozenset({SIGNING_FIELDS["protokoll"], "posts_notice", "kept_at"})
_OF_MINUTES = _AT_THE_END | {"numbering", "section_style", "present_heading", "minutes_kind"}
_SAMPLE = 430
_SAMPLE_LOW = 460


class SettingsPage(Page):
    """Cards, and beside them a paper that follows every change; nothing is saved by a button.

    choose_picture and show_folder are asked for files and other programs, so that tests can answer for the
    computer. Appearance belongs to the window: it is told and shown, never stored here.
    """

    SHOWS = Changed.COUNCIL | Changed.DOCUMENTS

    theme_chosen = Signal(str)
    text_size_chosen = Signal(int)

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self.choose_picture: Callable[[], Path | None] = self._ask_for_picture
        self.show_folder: Callable[[Path], object] = open_folder_of
        self._columns = 0
        self._typed: dict[str, object] = {}
        self.council_card = CouncilCard(self._store)
        self.letterhead_card = LetterheadCard(self._store)
        self.meetings_card = MeetingsCard(self._store)
        self.minutes_card = MinutesCard(self._store, lambda: now().date())
        self.signing_card = SigningCard(self._store)
        self.responsibility_card = ResponsibilityCard(self._store)
        self.standing_card = StandingCard()
        self.appearance_card = AppearanceCard()
        self.file_card = FileCard(council.path)
        self.word_card = WordCard(self)
        self.papers_card = PapersCard(self)
        self.sample = SamplePanel(self._sample_facts)
        self.cards = QWidget()
        self._left, self._right = column(gap=12), column(gap=12)
        for lines in (self._left, self._right):
            lines.addStretch(1)
        self._sheet = row(self.cards, gap=12, edge=(20, 14, 20, 12))
        self._sheet.addLayout(self._left, 1)
        self._sheet.addLayout(self._right, 1)
        self._whole = row(self, gap=0)
        self._whole.addWidget(PageScroll(self.cards), 1)
        self._beside = row(gap=0, edge=(0, 14, 20, 12))
        self._whole.addLayout(self._beside)
        self._connect()
        follow_look(self._fold)

    # -- what the window asks ------------------------------------------------------------------

    @override
    def arrive(self) -> None:
        self.title_changed.emit(self.tr("Inställningar"), "")
        super().arrive()

    @override
    def refresh(self) -> None:
        council = self.council.council.get()
        for card in self._stored_cards():
            card.show_council(council)
        self.letterhead_card.show_logo(self.council.council.logo())
        self.word_card.refresh()
        self.papers_card.refresh()
        self.standing_card.show_items(self.council.council.standing_items())
        self.sample.ask()

    @override
    def commit_pending(self) -> None:
        commit_within(self)

    @override
    def put_away(self) -> None:
        self.sample.put_away()

    def set_appearance(self, theme: str, text_size: int) -> None:
        """Show how the window looks: "light", "dark" or "system", and 90-150 percent."""
        self.appearance_card.set_appearance(theme, text_size)

    # -- doing ---------------------------------------------------------------------------------

    def _stored_cards(self) -> tuple[SettingsCard, ...]:
        return (
            self.council_card,
            self.letterhead_card,
            self.meetings_card,
            self.minutes_card,
            self.signing_card,
            self.responsibility_card,
        )

    def _sample_facts(self, kind: str) -> NoticeFacts | MinutesFacts:
        return self.council.samples.facts(kind, self.now().date(), self._typed)

    @Slot(str, object)
    def _follow(self, name: str, value: object) -> None:
        """Let the paper show what is being typed, before it is stored."""
        self._typed[name] = value
        self.sample.ask()

    def _store(self, name: str, value: object) -> str:
        """Store one setting; a refusal is returned for the field to say."""
        self._typed.pop(name, None)
        try:
            self.council.council.change(**cast("CouncilChanges", {name: value}))
        except CouncilError as refusal:
            return refusal.sentence()
        if name in _OF_MINUTES:
            self.sample.show_kind(MINUTES, to_the_end=name in _AT_THE_END)
        return ""

    @Slot()
    def _choose_logo(self) -> None:
        path = self.choose_picture()
        if path is None:
            return
        try:
            check_size(path.stat().st_size)
            self.council.council.set_logo(path.read_bytes(), drawn)
        except OSError:
            self.letterhead_card.refuse_logo(
                self.tr("Bilden gick inte att läsa. Välj en annan, den gamla är kvar.")
            )
        except CouncilError as refusal:
            self.letterhead_card.refuse_logo(refusal.sentence())

    @Slot()
    def _remove_logo(self) -> None:
        self.do(lambda: self.council.council.set_logo(None), toast=self.tr("Logotypen är borttagen"))

    @Slot(str)
    def _add_item(self, title: str) -> None:
        self.do(lambda: self.council.council.add_standing_item(title))

    @Slot(int, str)
    def _rename_item(self, item_id: int, title: str) -> None:
        if not self.do(lambda: self.council.council.change_standing_item(item_id, title=title)):
            stored = {one.id: one.title for one in self.council.council.standing_items()}
            for line in self.standing_card.rows:
                line.title.take(stored[line.item_id])

    @Slot(int, int)
    def _time_item(self, item_id: int, minutes: int) -> None:
        self.do(lambda: self.council.council.change_standing_item(item_id, minutes=minutes or None))

    @Slot(int, int)
    def _move_item(self, item_id: int, steps: int) -> None:
        self.do(lambda: self.council.council.move_standing_item(item_id, steps))

    @Slot(int)
    def _remove_item(self, item_id: int) -> None:
        self.do(
            lambda: self.council.council.remove_standing_item(item_id), toast=self.tr("Punkten är borttagen")
        )

    @Slot()
    def _show_folder(self) -> None:
        self.show_folder(self.council.path)

    @Slot()
    def _ask_for_copy(self) -> None:
        self.open_requested.emit("copy", 0)

    def _ask_for_picture(self) -> Path | None:
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        kinds = self.tr("Bilder (*.png *.jpg *.jpeg *.svg)")
        chosen, _kind = QFileDialog.getOpenFileName(self, self.tr("Välj logotyp"), pictures, kinds)
        return Path(chosen) if chosen else None

    # -- laying out ----------------------------------------------------------------------------

    def _connect(self) -> None:
        self.letterhead_card.logo_asked.connect(self._choose_logo)
        self.letterhead_card.logo_removed.connect(self._remove_logo)
        for card in self._stored_cards():
            card.typed.connect(self._follow)
        self.standing_card.added.connect(self._add_item)
        self.standing_card.renamed.connect(self._rename_item)
        self.standing_card.timed.connect(self._time_item)
        self.standing_card.moved.connect(self._move_item)
        self.standing_card.removed.connect(self._remove_item)
        self.appearance_card.theme_chosen.connect(self.theme_chosen)
        self.appearance_card.text_size_chosen.connect(self.text_size_chosen)
        self.file_card.folder_asked.connect(self._show_folder)
        self.file_card.copy_asked.connect(self._ask_for_copy)

    def _fold(self) -> None:
        """Put the paper beside the cards where there is room, else among them."""
        width = self.width() / look().factor
        columns = 1 + (width >= _BESIDE_FROM) + (width >= _TWO_FROM)
        self.sample.setMinimumWidth(look().px(_SAMPLE) if columns > 1 else 0)
        self.sample.setMinimumHeight(0 if columns > 1 else look().px(_SAMPLE_LOW))
        if columns == self._columns:
            return
        self._columns = columns
        for lines in (self._left, self._right, self._beside):
            for card in (*self._left_cards(), *self._right_cards(), self.sample):
                lines.removeWidget(card)
        two, beside = columns > 2, columns > 1
        self._fill(self._left, self._left_cards() if two else self._in_one(with_sample=not beside))
        self._fill(self._right, self._right_cards() if two else ())
        if beside:
            self._beside.addWidget(self.sample)
        self._sheet.setStretch(1, 1 if two else 0)
        self._sheet.setSpacing(look().px(12) if two else 0)

    def _left_cards(self) -> tuple[QWidget, ...]:
        return (
            self.council_card,
            self.letterhead_card,
            self.word_card,
            self.minutes_card,
            self.signing_card,
            self.responsibility_card,
            self.appearance_card,
            self.file_card,
        )

    def _right_cards(self) -> tuple[QWidget, ...]:
        return (self.meetings_card, self.standing_card, self.papers_card)

    def _in_one(self, *, with_sample: bool) -> tuple[QWidget, ...]:
        first, second, *papers, appearance, file = self._left_cards()
        sample = (self.sample,) if with_sample else ()
        return (first, second, *sample, *papers, *self._right_cards(), appearance, file)

    def _fill(self, lines: QVBoxLayout, cards: Sequence[QWidget]) -> None:
        """Put cards over the stretch that ends the column."""
        for card in cards:
            lines.insertWidget(lines.count() - 1, card)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
