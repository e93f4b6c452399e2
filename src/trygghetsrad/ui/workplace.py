"""The window's content while a council is open: its pages, undo, search and messages."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from shiboken6 import isValid

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.clock import clock
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.errors import CouncilError, NothingToRedo, NothingToUndo
from trygghetsrad.ui.components.command_palette import CommandPalette
from trygghetsrad.ui.components.pills import Pill, StatusPill
from trygghetsrad.ui.components.shell import Shell
from trygghetsrad.ui.components.shortcuts import ShortcutsOverlay
from trygghetsrad.ui.components.waiting import waiting
from trygghetsrad.ui.finding import Finder
from trygghetsrad.ui.hub import Hub
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.pages import AT_FOOT, IN_RAIL, PAGE_OF, MeetingsPlace, Pages, kind_of_page
from trygghetsrad.ui.shortcuts import shortcut_sections
from trygghetsrad.ui.theme import Tone
from trygghetsrad.ui.today import TodayWatch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtCore import SignalInstance

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.components.banner import Banner
    from trygghetsrad.ui.components.command_palette import PaletteEntry
    from trygghetsrad.ui.page import Page

PLACES_REMEMBERED = 30
TO_READ = 3.0
BETWEEN_PAGES_MS = 50
PAPER = "paper:"


class Workplace(QObject):
    """Joins one open council with the shell; pages ask it for everything that is not theirs."""

    file_requested = Signal()
    copy_requested = Signal()
    example_requested = Signal()
    page_made = Signal(str, object)
    """The key of a page and the page, when it is visited for the first time."""

    def __init__(self, council: OpenCouncil, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.council = council
        self._now = now
        self._hub = Hub(self)
        self._back: list[str] = []
        self._warming = QTimer(self)
        self._warming.setSingleShot(True)
        self._warming.timeout.connect(self.warm_up)
        self._refusals: list[tuple[Banner, float]] = []
        self._troubles = 0
        whole = council.council.get()
        self.shell = Shell("Trygghetsråd", whole.municipality)
        self.pages = Pages(self._make_page)
        self.shell.set_pages([(*place, None) for place in IN_RAIL], [(*place, None) for place in AT_FOOT])
        self._palette = CommandPalette(self.shell, self._find)
        self._shortcuts = ShortcutsOverlay(self.shell, shortcut_sections())
        self._connect()
        if whole.is_example:
            self.shell.top.add_mark(StatusPill(self.tr("Exempel"), Pill(tone=Tone.INFO, icon=Icon.LIGHTBULB)))
        council.on_change(self._hub.publish)
        TodayWatch(now, self).changed.connect(self._tell_another_day)
        self._hub.changed.connect(self._changed)
        self._show_undo()
        self._look_at_the_clock()
        is_read_only = council.is_read_only
        self.shell.status.set_left(self.tr("Skrivskyddat") if is_read_only else self.tr("Allt är sparat"))
        self.shell.status.set_right(council.path.name)

    def _look_at_the_clock(self) -> None:
        """Say it once when the file knows of later days than the computer; nothing is refused."""
        newest = self.council.council.newest_day()
        if newest is not None:
            words = self.tr(
                "Datorns klocka går efter: det senaste i filen är från {newest}, men datorn visar {today}. "
                "Rätta datorns datum, annars får det du gör nu fel datum."
            )
            today = iso(self._now().date())
            self.shell.banner(words.format(newest=iso(newest), today=today), Tone.WARNING)

    # -- going places --------------------------------------------------------------------------

    def go(self, key: str) -> None:
        """Show a page, after saving what was typed on the one before."""
        self._take_refusals_away()
        here = self.shell.page()
        if here:
            self.pages[here].commit_pending()
            self._back = [*self._back, here][-PLACES_REMEMBERED:]
        self._show(key)

    def place(self) -> tuple[str, int]:
        """Return the page in view, or the meeting whose room is, as `open` takes them."""
        key = self.shell.page()
        page = self.pages[key]
        meeting_id = page.meeting_in_view() if isinstance(page, MeetingsPlace) else 0
        return ("meeting", meeting_id) if meeting_id else (key, 0)

    def return_to(self, kind: str, item_id: int) -> None:
        """Show what was in view last time; what is no longer there leaves Översikt."""
        meetings = {meeting.id for meeting in self.council.meetings.every()}
        if kind == "meeting" and item_id in meetings:
            self.open(kind, item_id)
        elif kind in {key for key, _title, _icon in (*IN_RAIL, *AT_FOOT)} - {self.shell.page()}:
            self.open(kind, 0)

    def go_back(self) -> None:
        """Show the page before."""
        self._take_refusals_away()
        if self._back:
            self.pages[self.shell.page()].commit_pending()
            self._show(self._back.pop())

    def _show(self, key: str) -> None:
        page = self.pages[key]
        self.shell.show_page(key)
        self.shell.set_title(next(title for name, title, _icon in (*IN_RAIL, *AT_FOOT) if name == key))
        page.arrive()
        page.take_focus()
        self.shell.lift_toast(page.toast_height())

    @Slot()
    def warm_up(self) -> None:
        """Make the pages she has not seen, one at a time, so that each opens at once."""
        unseen = [key for key, _title, _icon in (*IN_RAIL, *AT_FOOT) if key not in self.pages]
        if unseen:
            self.pages[unseen[0]].ensurePolished()
            self._warming.start(BETWEEN_PAGES_MS)

    def warm_up_after(self, milliseconds: int) -> None:
        """Begin to make the other pages when she has had this one for a moment."""
        self._warming.start(milliseconds)

    @Slot(str, int)
    def open(self, kind: str, item_id: int) -> None:
        """Open one thing, or a whole page: ("meeting", 3), ("actions", 0)."""
        if kind == "file":
            self.file_requested.emit()
        elif kind == "copy":
            self.copy_requested.emit()
        elif kind == "example":
            self.example_requested.emit()
        elif kind in {"plan", "paste"}:
            self._begin(kind, item_id)
        elif kind.startswith(PAPER):
            self._open_paper(kind.removeprefix(PAPER), item_id)
        else:
            self._open_page(kind, item_id)

    def _open_paper(self, kind: str, meeting_id: int) -> None:
        """Open one kind of paper of a meeting."""
        self.go("documents")
        self.pages["documents"].open_paper(kind, meeting_id)  # type: ignore[attr-defined]

    def _open_page(self, kind: str, item_id: int) -> None:
        key = PAGE_OF.get(kind, kind)
        self.go(key)
        page = self.pages[key]
        if isinstance(page, MeetingsPlace) and not item_id:
            page.show_list()
        else:
            page.open_thing(kind, item_id)

    def _begin(self, kind: str, year: int) -> None:
        """Open the planning of a year (0: the one to plan now) or the pasting of people."""
        if kind == "plan":
            self._open_page("meetings", 0)
            meetings = self.pages["meetings"]
            if isinstance(meetings, MeetingsPlace):
                meetings.list.start_planning(year or None)
        else:
            self._open_page("members", 0)
            self.pages["members"].start_paste()  # type: ignore[attr-defined]

    # -- undo ----------------------------------------------------------------------------------

    @Slot()
    def undo(self) -> None:
        self._step(self.council.undo.undo, self.tr("Ångrat: {what}"))

    @Slot()
    def redo(self) -> None:
        self._step(self.council.undo.redo, self.tr("Gjort om: {what}"))

    def _step(self, step: Callable[[], str], told: str) -> None:
        self.pages[self.shell.page()].commit_pending()
        try:
            with waiting():
                what = step()
        except (NothingToUndo, NothingToRedo) as nothing:
            self.shell.toast(nothing.sentence())
        except CouncilError as refusal:
            self.trouble(refusal.sentence())
        else:
            self.shell.toast(told.format(what=what))

    # -- messages ------------------------------------------------------------------------------

    @Slot(str)
    def trouble(self, sentence: str) -> None:
        """Show a refusal, only once, until it is closed, a deed succeeds or she goes elsewhere."""
        self._troubles += 1
        if sentence not in self.shell.banner_texts():
            self._refusals.append((self.shell.banner(sentence, Tone.ERROR), monotonic()))

    def offer(self, sentence: str, deed: str) -> SignalInstance:
        """Show a refusal with a way round it; the signal returned tells when that is chosen."""
        self._troubles += 1
        for banner, _since in self._refusals:
            if isValid(banner) and banner.text() == sentence:
                banner.hide()  # said anew, with the same words and the same way
        banner = self.shell.banner(sentence, Tone.ERROR, action=deed)
        self._refusals.append((banner, monotonic()))
        return banner.action_clicked

    def _take_refusals_away(self, shown_for: float = 0.0) -> None:
        """Take away what was said about deeds that are over, if she has had so many seconds to read it."""
        latest = monotonic() - shown_for
        for banner, since in self._refusals:
            if since <= latest and isValid(banner):
                banner.hide()
                banner.deleteLater()
        self._refusals = [one for one in self._refusals if one[1] > latest]

    @Slot(str, bool)
    def _toast(self, text: str, undo: bool) -> None:
        self.shell.toast(text, undo=undo)

    @Slot(str, str)
    def _title(self, title: str, context: str) -> None:
        page = self.pages[self.shell.page()]
        if self.sender() is page:
            self.shell.set_title(title, context)
            self.shell.lift_toast(page.toast_height())

    @Slot(object)
    def _changed(self, changes: Changed) -> None:
        if changes == Changed.TODAY:
            return  # nothing was saved
        self._take_refusals_away(TO_READ)
        self.shell.withdraw_undo()
        self._tell_saved()
        self._show_undo()

    @Slot()
    def _tell_another_day(self) -> None:
        self._hub.publish(Changed.TODAY)

    @Slot(str)
    def _typing(self, state: str) -> None:
        if state:
            self.shell.status.set_left(state)
        else:
            self._tell_saved()

    def _tell_saved(self) -> None:
        self.shell.status.set_left(self.tr("Allt är sparat, {time}").format(time=clock(self._now().time())))

    def _show_undo(self) -> None:
        undoable = "" if self.council.is_read_only else self.council.undo.next_undo()
        self.shell.top.set_undo(undoable or None)

    def _find(self, text: str) -> Sequence[PaletteEntry]:
        return Finder(self.council, self._now().date()).find(text)

    @Slot(object)
    def _chosen(self, key: object) -> None:
        if isinstance(key, tuple):
            self.open(*key)

    # -- joining -------------------------------------------------------------------------------

    def _connect(self) -> None:
        shell = self.shell
        shell.page_requested.connect(self._asked)
        shell.search_requested.connect(self._palette.open)
        shell.undo_requested.connect(self.undo)
        shell.shortcuts_requested.connect(self._shortcuts.open)
        self._palette.chosen.connect(self._chosen)
        self._key("Ctrl+K", self._palette.open)
        self._key("Ctrl+E", self._palette.open)
        self._key("Ctrl+Z", self.undo)
        self._key("Ctrl+Y", self.redo)
        self._key("Ctrl+Shift+Z", self.redo)
        self._key("Alt+Left", self.go_back)
        self._key("F1", self._shortcuts.open)
        self._key("Ctrl+O", self.file_requested.emit)

    def _make_page(self, key: str) -> Page:
        page = kind_of_page(key)(self.council, self._hub, self._now)
        page.open_requested.connect(self.open)
        page.title_changed.connect(self._title)
        page.toast_requested.connect(self._toast)
        page.trouble.connect(self.trouble)
        if isinstance(page, MeetingsPlace):
            page.typing_state.connect(self._typing)
        self.shell.put_page(key, page)
        self.page_made.emit(key, page)
        return page

    def _key(self, keys: str, deed: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self.shell).activated.connect(deed)

    @Slot(str)
    def _asked(self, key: str) -> None:
        """Go where the rail points; Möten always shows the list first."""
        self._open_page(key, 0)

    def commit_pending(self) -> bool:
        """Save what is typed on the page; False when that was refused."""
        before = self._troubles
        self.pages[self.shell.page()].commit_pending()
        return self._troubles == before

    def keep_drafts(self) -> None:
        """Keep what is typed as drafts, and store nothing: she has not left the field."""
        for page in self.pages.values():
            page.keep_drafts()

    def put_away(self) -> None:
        """Close what the pages have open."""
        self._warming.stop()
        for page in self.pages.values():
            page.put_away()
