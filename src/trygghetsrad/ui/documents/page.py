"""Everything that leaves the building: choose a paper, see it as it prints, make it and send it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Slot
from typing_extensions import override

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.documents import PaperOptions
from trygghetsrad.domain.errors import CouncilError
from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.ui.components.committing import commit_within
from trygghetsrad.ui.components.opening import open_file, open_folder_of, open_mail_link
from trygghetsrad.ui.documents.asking import ask_for_target
from trygghetsrad.ui.documents.desk import Desk
from trygghetsrad.ui.documents.entries import (
    MINUTES,
    NOTICE,
    Entry,
    about_one,
    choice_entries,
    issued_entries,
)
from trygghetsrad.ui.documents.extras import put_on_clipboard
from trygghetsrad.ui.documents.making import making_of
from trygghetsrad.ui.documents.post import Parcel, Post
from trygghetsrad.ui.documents.printing import choose_printer, has_printer, print_pdf
from trygghetsrad.ui.documents.sending import marked_words
from trygghetsrad.ui.documents.signed_copies import SignedCopies
from trygghetsrad.ui.documents.word_copies import WordCopies
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.preferences import Preferences
from trygghetsrad.ui.theme import column

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from PySide6.QtPrintSupport import QPrinter

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.documents import DocumentChoice, IssuedDocument, Paper
    from trygghetsrad.domain.meetings import Meeting
    from trygghetsrad.ui.hub import Hub


class DocumentsPage(Page):
    """Chooses the paper, has it made and lets it leave the house.

    choose_target, find_printer and open_with are asked for files, printers and other programs, so that tests
    can answer for the computer.
    """

    SHOWS = (
        Changed.COUNCIL
        | Changed.PEOPLE
        | Changed.MEETINGS
        | Changed.MINUTES
        | Changed.ACTIONS
        | Changed.DOCUMENTS
        | Changed.TODAY
    )

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self.choose_target: Callable[[Path], Path | None] = self._ask_for_target
        self.find_printer: Callable[[], QPrinter | None] = self._ask_for_printer
        self.open_with: Callable[[Path], bool] = open_file
        self.show_folder: Callable[[Path], bool] = open_folder_of
        self.preferences = Preferences()
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        # Where that folder is not made yet, the dialog would open where the program happens to be.
        self._folder = documents if documents.is_dir() else Path.home()
        self._meeting: Meeting | None = None
        self._entries: dict[str, Entry] = {}
        self._key = ""
        self._chosen: dict[str, PaperOptions] = {}
        """What she chose for papers that ask something, for each meeting, until the program is closed."""
        self._paper: Paper | None = None
        self._saved: Path | None = None
        self.desk = Desk(self._today)
        self.post = Post(self, open_mail_link)
        self.word = WordCopies(self)
        self.signed = SignedCopies(self, self.desk)
        column(self, gap=0).addWidget(self.desk)
        self._connect()

    # -- what the window asks ------------------------------------------------------------------

    @override
    def arrive(self) -> None:
        self.title_changed.emit(self.tr("Dokument"), "")
        super().arrive()

    @override
    def refresh(self) -> None:
        meetings = self.council.meetings.every()
        self.desk.show_meetings([(one.id, f"{one.label} · {iso(one.day)}") for one in reversed(meetings)])
        self._choose_meeting(self._meeting.id if self._meeting else None)

    @override
    def open_item(self, item_id: int) -> None:
        """Show a meeting's papers: the notice before the meeting, the minutes after it."""
        self._key = ""
        self._choose_meeting(item_id)
        self.take_focus()

    def open_paper(self, kind: str, about_id: int) -> None:
        """Show one kind of paper of a meeting, or one about an organisation, an agreement or a matter."""
        self._key = f"kind:{kind}"
        answer = about_one(kind, about_id)
        if answer is not None:
            self._chosen[f"None/{self._key}"] = answer
            self._choose_meeting(self._meeting.id if self._meeting else None)
        else:
            self._choose_meeting(about_id)
        self.take_focus()

    @override
    def commit_pending(self) -> None:
        commit_within(self.desk.delivery)

    @override
    def take_focus(self) -> None:
        if self.desk.papers.isVisible():
            self.desk.papers.focus_selected()
        else:
            super().take_focus()

    @override
    def put_away(self) -> None:
        self.desk.preview.clear()

    def _connect(self) -> None:
        self.desk.plan.clicked.connect(self._plan)
        self.desk.meeting.chosen.connect(self._take_meeting)
        self.desk.papers.chosen.connect(self._take_paper)
        self.desk.drop_down.chosen.connect(self._take_paper)
        self.desk.options.changed.connect(self._take_options)
        self.desk.delivery.make_asked.connect(self._make)
        self.desk.delivery.save_asked.connect(self._save)
        self.desk.delivery.extras.web_asked.connect(self._copy_web)
        self.desk.delivery.extras.table_asked.connect(self._save_table)
        self.desk.delivery.print_asked.connect(self._print)
        self.desk.delivery.sent.connect(self._mark_sent)
        self.desk.delivery.open_asked.connect(self._open_saved)
        self.desk.delivery.folder_asked.connect(self._open_folder)

    # -- choosing ------------------------------------------------------------------------------

    def _choose_meeting(self, meeting_id: int | None) -> None:
        everyone = {one.id: one for one in self.council.meetings.every()}
        usual = self.council.meetings.next(self._today())
        latest = next(reversed(everyone.values()), None)
        self._meeting = everyone.get(meeting_id or 0) or usual or latest
        self.desk.meeting.set_current(self._meeting.id if self._meeting else None)
        self._list_papers()

    def _list_papers(self) -> None:
        documents = self.council.documents
        choices = documents.choices(self._meeting.id if self._meeting else None)
        entries = [
            *choice_entries(choices, self._meeting),
            *issued_entries(documents.issued(), self._meeting),
        ]
        self._entries = {entry.key: entry for entry in entries}
        self.desk.show_entries(entries)
        self._choose_paper(self._key if self._key in self._entries else self._usual_key())

    def _usual_key(self) -> str:
        is_held = self._meeting is not None and self._meeting.state is MeetingState.HELD
        wanted = MINUTES if is_held else {NOTICE}
        fitting = (key for key, entry in self._entries.items() if entry.choice and entry.kind in wanted)
        return next(fitting, next(iter(self._entries), ""))

    def _choose_paper(self, key: str) -> None:
        if key != self._key:
            self._saved = None
        self._key = key
        self.desk.select(key)
        self._show()

    @Slot(object)
    def _take_meeting(self, meeting_id: int) -> None:
        self._key = ""
        self._choose_meeting(meeting_id)

    @Slot(object)
    def _take_paper(self, key: str) -> None:
        self._choose_paper(key)

    @Slot(object)
    def _take_options(self, options: PaperOptions) -> None:
        self._chosen[self._options_key()] = options
        self._saved = None
        self._show()

    def _options_key(self) -> str:
        entry = self._entries.get(self._key)
        meeting_id = entry.choice.meeting_id if entry and entry.choice else None
        return f"{meeting_id}/{self._key}"

    def _options(self) -> PaperOptions:
        return self._chosen.get(self._options_key(), PaperOptions())

    # -- showing -------------------------------------------------------------------------------

    def _show(self) -> None:
        """Show the chosen paper and what can be done with it."""
        entry = self._entries.get(self._key)
        refusal = ""
        self._paper = None
        if entry is not None:
            try:
                self._show_options(entry)
                self._paper = self._paper_of(entry)
            except CouncilError as error:
                refusal = error.sentence()
        self.desk.show_paper(self._paper, refusal)
        self._show_delivery(entry)

    def _paper_of(self, entry: Entry) -> Paper:
        """Return the bytes that left the house as long as they hold, else the paper as it would be now."""
        if entry.issued is not None:
            return self.council.documents.content(entry.issued.id)
        meeting_id = entry.choice.meeting_id if entry.choice is not None else None
        return self.council.documents.current(entry.kind, self._today(), meeting_id, self._options())

    def _show_options(self, entry: Entry) -> None:
        choice = entry.choice
        asks = choice.asks if choice else frozenset()
        offer = (
            self.council.documents.offer(choice.kind, self._today(), choice.meeting_id)
            if choice and asks
            else None
        )
        self.desk.options.show_offer(asks, offer, self._options())

    def _show_delivery(self, entry: Entry | None) -> None:
        choice = entry.choice if entry else None
        making = making_of(choice, self._meeting) if choice else None
        self.desk.delivery.show_making(making)
        issued = self._sendable(entry)
        notes = self.council.delivery.log(issued.id) if issued else ()
        self.desk.delivery.show_sending(issued, notes)
        self.post.show(self._parcel(entry))
        self.desk.delivery.set_enabled(enabled=self._paper is not None)
        self.word.show(choice, self._meeting, self._options())
        self.desk.delivery.show_saved(self._saved)
        self.desk.delivery.extras.show_kind(entry.kind if entry and entry.choice and self._paper else "")

    def _sendable(self, entry: Entry | None) -> IssuedDocument | None:
        """Return the paper one may have sent; a list once it has been put into a letter."""
        if entry is None or entry.issued is not None:
            return entry.issued if entry else None
        latest = entry.choice.latest if entry.choice and not entry.choice.is_outdated else None
        if latest is None or entry.kind == NOTICE or entry.kind in MINUTES:
            return latest
        if latest.title != (self._paper.title if self._paper else "") and entry.choice and entry.choice.asks:
            # Made with other things chosen; it stands among the papers that were made.
            return None
        fresh = latest.issued_on == self._today() or latest.sent_on is None
        return latest if fresh and self.council.delivery.log(latest.id) else None

    def _parcel(self, entry: Entry | None) -> Parcel | None:
        """Return what a letter may carry: what was made and holds, or a list as it is today."""
        if entry is None or self._paper is None:
            return None
        choice = entry.choice or self._choice_of(entry.issued)
        is_list = entry.choice is not None and entry.kind != NOTICE and entry.kind not in MINUTES
        issued = choice.latest if choice and not choice.is_outdated and not is_list else None
        return Parcel(
            key=f"{self._meeting.uid if self._meeting else ''}/{entry.key}/{self._options().audience}",
            kind=entry.kind,
            meeting_id=choice.meeting_id if choice else None,
            document_id=issued.id if issued else None,
            can_mail=is_list or issued is not None,
            has_calendar=entry.choice is not None and entry.kind == NOTICE,
            options=self._options(),
        )

    def _choice_of(self, issued: IssuedDocument | None) -> DocumentChoice | None:
        """Return the line of which an issued paper is the newest."""
        choices = (entry.choice for entry in self._entries.values() if entry.choice is not None)
        return next((one for one in choices if issued and one.latest and one.latest.id == issued.id), None)

    # -- doing ---------------------------------------------------------------------------------

    @Slot()
    def _make(self) -> None:
        entry = self._entries.get(self._key)
        choice = entry.choice if entry else None
        making = making_of(choice, self._meeting) if choice else None
        if choice is None or making is None:
            return
        self.do(
            lambda: self.council.documents.issue(choice.kind, self._today(), choice.meeting_id),
            toast=making.done,
            undo=False,
        )

    @Slot()
    def _save(self) -> None:
        paper = self._paper
        if paper is None:
            return
        self.save_as(paper.file_name, lambda target: self.council.documents.save(paper, target))

    def save_as(self, name: str, write: Callable[[Path], object]) -> None:
        """Let her choose where a file goes, and write it there."""
        target = self.choose_target(self._folder / name)
        if target is None:
            return
        if self.do(
            lambda: write(target),
            toast=self.tr("Sparad: {name}").format(name=target.name),
            undo=False,
        ):
            self._folder, self._saved = target.parent, target
            self.desk.delivery.show_saved(target)

    @Slot()
    def _copy_web(self) -> None:
        if self._meeting is None:
            return
        web = self.council.documents.web_text(self._today(), self._meeting.id)
        put_on_clipboard(web)
        warned = "" if web.is_settled else self.tr(" Mötets text är inte klar än och kan ändras.")
        self.toast_requested.emit(
            self.tr("Webbtexten är kopierad. Klistra in den på webbplatsen.") + warned, False
        )

    @Slot()
    def _save_table(self) -> None:
        if self._meeting is None:
            return
        table = self.council.documents.remuneration_table(self._today(), self._meeting.id)
        self.save_as(table.file_name, lambda target: self.council.documents.save_table(table, target))

    @Slot()
    def _print(self) -> None:
        if self._paper is None:
            return
        printer = self.find_printer()
        if printer is not None:
            pages = print_pdf(self._paper.content, printer)
            words = self.tr("Skickat till skrivaren: {pages}").format(pages=plural(pages, "sida", "sidor"))
            self.toast_requested.emit(words, False)

    @Slot(object)
    def _mark_sent(self, day: date) -> None:
        issued = self._sendable(self._entries.get(self._key))
        if issued is not None:
            self.do(
                lambda: self.council.delivery.mark_sent(issued.id, day),
                toast=marked_words(issued.kind).format(day=iso(day)),
                undo=issued.kind == NOTICE,
            )

    @Slot()
    def _open_saved(self) -> None:
        if self._saved is not None:
            self.open_with(self._saved)

    @Slot()
    def _open_folder(self) -> None:
        if self._saved is not None:
            self.show_folder(self._saved)

    @Slot()
    def _plan(self) -> None:
        self.open_requested.emit("plan", 0)

    def _ask_for_target(self, suggested: Path) -> Path | None:
        return ask_for_target(self, suggested)

    def _ask_for_printer(self) -> QPrinter | None:
        if has_printer():
            return choose_printer(self)
        self.trouble.emit(
            self.tr("Datorn har ingen skrivare. Spara som PDF och skriv ut på en annan dator i stället.")
        )
        return None

    def _today(self) -> date:
        return self.now().date()
