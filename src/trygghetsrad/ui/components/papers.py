"""The papers of something: dropped, chosen, opened, described and taken away."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from trygghetsrad.domain.counting import plural
from trygghetsrad.ui.components.buttons import link_button
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.opening import open_file
from trygghetsrad.ui.components.paper_row import PaperRow
from trygghetsrad.ui.theme import Ink, TextRole, column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from trygghetsrad.domain.attachments import Attachment
    from trygghetsrad.services.attachments import PaperPlace
    from trygghetsrad.ui.components.paper_work import PaperWork


class Papers(QWidget):
    """choose_files, choose_target and open_with answer for the computer, so that tests can do it instead."""

    unfolded = Signal(QWidget)
    """A row that now shows more than it did."""

    def __init__(self, work: PaperWork, columns: int = 3) -> None:
        super().__init__()
        self._work, self._columns = work, columns
        self._place: PaperPlace | None = None
        self._papers: tuple[Attachment, ...] = ()
        self._where = ""
        self._dropped: dict[int, Path] = {}
        self._folder = Path.home()
        self.choose_files: Callable[[], list[Path]] = self._ask_for_files
        self.choose_target: Callable[[Path], Path | None] = self._ask_for_target
        self.open_with: Callable[[Path], bool] = open_file
        self.rows: dict[int, PaperRow] = {}
        self.title = plain_label("", TextRole.CAPTION, Ink.SECONDARY)
        self.add_button = link_button(self.tr("Lägg till handling…"))
        self.add_button.clicked.connect(self.add)
        self.refer_button = link_button(self.tr("Hänvisa till diariet"))
        self.refer_button.clicked.connect(self.refer)
        self.setAccessibleName(self.tr("Handlingar"))
        head = QWidget()
        flow = FlowLayout(head, gap=8)
        for part in (self.title, self.add_button, self.refer_button):
            flow.addWidget(part)
        self._lines = column(gap=2)
        whole = column(self, gap=0)
        whole.addWidget(head)
        whole.addLayout(self._lines)

    def show_papers(self, papers: tuple[Attachment, ...], place: PaperPlace, where: str) -> None:
        """Show the papers of a place; `where` is how a sentence names it: "punkt 5", "mötet"."""
        if self._place != place:
            self._forget(set())
        self._papers, self._place, self._where = papers, place, where
        self._forget({paper.id for paper in papers})
        for number, paper in enumerate(papers):
            if paper.id in self.rows:
                self.rows[paper.id].show_paper(paper)
            else:
                self._lines.insertWidget(number, self._new_row(paper))
        self._tell(hovering=False)

    def commit(self) -> None:
        """Store what is typed but not left."""
        for shown in self.rows.values():
            shown.commit()

    def hover(self, over: bool) -> None:
        """Say where files would go that are held over the room."""
        self._tell(hovering=over)

    def add(self) -> None:
        """Let her choose files."""
        self.take(self.choose_files())

    def refer(self) -> None:
        """Name a paper whose file stays in the diary; she is asked what it is called."""
        place, work, numbers = self._place, self._work, []
        if place is None:
            return
        name, attachments = self.tr("Handling i diariet"), work.council.attachments
        added = work.do(
            lambda: numbers.append(
                attachments.add_reference(name, work.today(), may_be_secret=None, **place)
            ),
            toast=self.tr("Hänvisningen är tillagd"),
        )
        if added and numbers[0] in self.rows:
            self.rows[numbers[0]].edit(name_first=True)

    def take(self, files: Sequence[Path]) -> None:
        """Take files in as papers of the place; one alone is asked whom it came from."""
        place = self._place
        if place is None or self._work.council.is_read_only:
            return
        added = [number for path in files if (number := self._take_one(place, path))]
        if len(added) == 1 and added[0] in self.rows:
            self.rows[added[0]].edit()

    def _take_one(self, place: PaperPlace, path: Path) -> int:
        work, attachments = self._work, self._work.council.attachments
        numbers: list[int] = []
        if not work.do(lambda: numbers.append(attachments.add_file(path, work.today(), **place))):
            return 0
        if attachments.get(numbers[0]).is_stored:
            toast = self.tr("Handlingen är tillagd")
        else:
            # The file may be stored after all, with a reason.
            self._dropped[numbers[0]] = path
            toast = self.tr("Punkten kan omfattas av sekretess, så bara namnet är sparat")
        work.do(lambda: None, toast=toast)
        return numbers[0]

    def _new_row(self, paper: Attachment) -> PaperRow:
        self.rows[paper.id] = shown = PaperRow(self._work, paper, self._columns)
        shown.open_asked.connect(self._open)
        shown.unfolded.connect(partial(self.unfolded.emit, shown))
        shown.save_asked.connect(self._save)
        shown.remove_asked.connect(self._remove)
        shown.keep_asked.connect(self._keep)
        return shown

    def _forget(self, kept: set[int]) -> None:
        for number in [number for number in self.rows if number not in kept]:
            old = self.rows.pop(number)
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _tell(self, *, hovering: bool) -> None:
        count = len(self._papers)
        words = plural(count, "handling", "handlingar") if count else self.tr("Inga handlingar")
        if hovering:
            words = self.tr("Släpp, så blir det en handling till {where}").format(where=self._where)
        self.title.setText(words)
        self.title.set_ink(Ink.ACCENT if hovering else Ink.SECONDARY)
        for button in (self.add_button, self.refer_button):
            button.setVisible(not self._work.council.is_read_only)

    # -- what the rows ask ---------------------------------------------------------------------

    def _open(self, number: int) -> None:
        work, opened = self._work, []
        if work.do(lambda: opened.append(work.council.attachments.open_copy(number))):
            self.open_with(opened[0])

    def _save(self, number: int) -> None:
        attachments = self._work.council.attachments
        target = self.choose_target(self._folder / attachments.get(number).name)
        if target is None:
            return
        toast = self.tr("Sparad: {name}").format(name=target.name)
        if self._work.do(lambda: attachments.save(number, target), toast=toast, undo=False):
            self._folder = target.parent

    def _remove(self, number: int) -> None:
        attachments, toast = self._work.council.attachments, self.tr("Handlingen är borttagen")
        if self._work.do(lambda: attachments.remove(number), toast=toast):
            self._focus_next()

    def _focus_next(self) -> None:
        """Let the keyboard go on with the next paper, or with adding one."""
        rest = list(self.rows.values())
        (rest[0].line if rest else self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, number: int, why: str) -> None:
        """Store the file of a reference, with the reason that was written."""
        if not why:
            return
        path = self._dropped.get(number) or next(iter(self.choose_files()), None)
        if path is None:
            return
        attachments, toast = self._work.council.attachments, self.tr("Filen är sparad, med skälet")
        self._work.do(lambda: attachments.store_file(number, path, why), toast=toast)

    def _ask_for_files(self) -> list[Path]:
        chosen, _kind = QFileDialog.getOpenFileNames(self, self.tr("Lägg till handling"), str(self._folder))
        return [Path(name) for name in chosen]

    def _ask_for_target(self, suggested: Path) -> Path | None:
        chosen, _kind = QFileDialog.getSaveFileName(self, self.tr("Spara en kopia"), str(suggested))
        return Path(chosen) if chosen else None
