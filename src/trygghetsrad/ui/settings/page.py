"""Everything that holds for the whole council, and how the window looks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QStandardPaths, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.errors import CouncilError
from trygghetsrad.ui.components.committing import commit_within
from trygghetsrad.ui.components.opening import open_folder_of
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.settings.appearance_card import AppearanceCard
from trygghetsrad.ui.settings.council_card import CouncilCard
from trygghetsrad.ui.settings.file_card import FileCard
from trygghetsrad.ui.settings.meetings_card import MeetingsCard
from trygghetsrad.ui.settings.minutes_card import MinutesCard
from trygghetsrad.ui.settings.standing_card import StandingCard
from trygghetsrad.ui.theme import column, follow_look, look, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.services.council import CouncilChanges
    from trygghetsrad.ui.hub import Hub

_TWO_FROM = 900
_LARGEST_LOGO = 5_000_000
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"


class SettingsPage(Page):
    """Cards in two columns, one where room is short; nothing is saved by a button.

    choose_picture and show_folder are asked for files and other programs, so that tests can answer for the
    computer. Appearance belongs to the window: it is told and shown, never stored here.
    """

    SHOWS = Changed.COUNCIL

    theme_chosen = Signal(str)
    text_size_chosen = Signal(int)

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self.choose_picture: Callable[[], Path | None] = self._ask_for_picture
        self.show_folder: Callable[[Path], object] = open_folder_of
        self._two: bool | None = None
        self.council_card = CouncilCard(self._store)
        self.meetings_card = MeetingsCard(self._store)
        self.minutes_card = MinutesCard(self._store)
        self.standing_card = StandingCard()
        self.appearance_card = AppearanceCard()
        self.file_card = FileCard(council.path)
        self._left, self._right = column(gap=12), column(gap=12)
        for lines in (self._left, self._right):
            lines.addStretch(1)
        whole = row(self, gap=12, edge=(20, 14, 20, 12))
        whole.addLayout(self._left, 1)
        whole.addLayout(self._right, 1)
        self._whole = whole
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
        for card in (self.council_card, self.meetings_card, self.minutes_card):
            card.show_council(council)
        self.council_card.show_logo(self.council.council.logo())
        self.standing_card.show_items(self.council.council.standing_items())

    @override
    def commit_pending(self) -> None:
        commit_within(self)

    def set_appearance(self, theme: str, text_size: int) -> None:
        """Show how the window looks: "light", "dark" or "system", and 90-150 percent."""
        self.appearance_card.set_appearance(theme, text_size)

    # -- doing ---------------------------------------------------------------------------------

    def _store(self, name: str, value: object) -> str:
        """Store one setting; a refusal is returned for the field to say."""
        try:
            self.council.council.change(**cast("CouncilChanges", {name: value}))
        except CouncilError as refusal:
            return refusal.sentence()
        return ""

    @Slot()
    def _choose_logo(self) -> None:
        path = self.choose_picture()
        if path is None:
            return
        try:
            content = path.read_bytes()
        except OSError:
            self.council_card.refuse_logo(self.tr("Bilden gick inte att läsa. Välj en annan."))
            return
        if refusal := self._refusal(content):
            self.council_card.refuse_logo(refusal)
        else:
            self.do(lambda: self.council.council.set_logo(content))

    def _refusal(self, content: bytes) -> str:
        """Say why a picture cannot stand on paper, or nothing."""
        if not content.startswith((_PNG, _JPEG)) or QImage.fromData(content).isNull():
            return self.tr("Filen är ingen PNG- eller JPEG-bild. Välj en annan, den gamla är kvar.")
        if len(content) > _LARGEST_LOGO:
            return self.tr("Bilden är större än 5 MB. Välj en mindre, den gamla är kvar.")
        return ""

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
        kinds = self.tr("Bilder (*.png *.jpg *.jpeg)")
        chosen, _kind = QFileDialog.getOpenFileName(self, self.tr("Välj logotyp"), pictures, kinds)
        return Path(chosen) if chosen else None

    # -- laying out ----------------------------------------------------------------------------

    def _connect(self) -> None:
        self.council_card.logo_asked.connect(self._choose_logo)
        self.council_card.logo_removed.connect(self._remove_logo)
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
        two = self.width() / look().factor >= _TWO_FROM
        if two == self._two:
            return
        self._two = two
        left = (self.council_card, self.minutes_card, self.appearance_card, self.file_card)
        right = (self.meetings_card, self.standing_card)
        in_one = (self.council_card, self.meetings_card, self.minutes_card, self.standing_card)
        for card in (*left, *right):
            self._left.removeWidget(card)
            self._right.removeWidget(card)
        self._fill(self._left, left if two else (*in_one, self.appearance_card, self.file_card))
        self._fill(self._right, right if two else ())
        self._whole.setStretch(1, 1 if two else 0)
        self._whole.setSpacing(look().px(12) if two else 0)

    def _fill(self, lines: QVBoxLayout, cards: Sequence[QWidget]) -> None:
        """Put cards over the stretch that ends the column."""
        for card in cards:
            lines.insertWidget(lines.count() - 1, card)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
