"""Every problem against every question of the matrix, the sum that helps, and the position taken (3 §)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from trygghetsrad.domain.prioritising import crowding, proposed_priorities, sum_text, what_is_missing
from trygghetsrad.domain.thread import POINTS, Position, Weight
from trygghetsrad.ui.components import pills
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.rows import Column
from trygghetsrad.ui.components.surfaces import Card, SectionHeader
from trygghetsrad.ui.theme import Ink, TextRole, column, follow_look, look
from trygghetsrad.ui.thread.answer_choice import AnswerChoice
from trygghetsrad.ui.thread.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.domain.prioritising import Criterion, PrioritisingGuide
    from trygghetsrad.domain.thread import Assessment
    from trygghetsrad.ui.components.pills import Pill

_MATRIX_FROM = 900
MOST_ROWS = 6
_PILLS = {
    Position.PRIORITISED: pills.ONGOING,
    Position.WATCHED: pills.PLANNED,
    Position.NO_ACTION: pills.STOPPED,
}
_ANSWERS = ((Weight.YES, "Ja"), (Weight.PARTLY, "Delvis"), (Weight.NO, "Nej"))


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedProblem:
    """A problem with this lägesbild's judgement of it."""

    title: str
    assessment: Assessment
    is_proposed: bool = False

    @property
    def position(self) -> str:
        position = self.assessment.position
        return position.value.capitalize() if position else "Föreslås" if self.is_proposed else "Inte bestämt"


def judged_problems(titles: dict[int, str], assessments: Sequence[Assessment]) -> list[JudgedProblem]:
    """Return the problems of a lägesbild in her order, with at most three proposed."""
    proposed = {one.id for one in proposed_priorities(assessments)}
    return [
        JudgedProblem(title=titles[one.problem_id], assessment=one, is_proposed=one.id in proposed)
        for one in assessments
        if one.problem_id in titles
    ]


class PrioritiesDesk(QWidget):
    """The matrix over the chosen problem's questions; marked, positioned and motivated tell what she did."""

    marked = Signal(int, str, str)
    positioned = Signal(int, str)
    motivated = Signal(int, str)

    def __init__(self, guide: PrioritisingGuide) -> None:
        super().__init__()
        self._guide = guide
        self._shown: JudgedProblem | None = None
        self.advice = plain_label("", TextRole.BODY, Ink.SECONDARY, wrap=True)
        self.table: DataTable[JudgedProblem] = DataTable(
            self._columns(),
            name=self.tr("Problem och kriterier"),
            key=lambda one: one.assessment.problem_id,
            sort_by=len(guide.criteria) + 1,
        )
        self._make_editor()
        self._sheet = Sheet(self.tr("Valt problem"))
        self._sheet.add(self.editor)
        whole = column(self, gap=8)
        whole.addWidget(self.advice)
        whole.addWidget(self.table)
        whole.addWidget(self._sheet, 1)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._enter)
        follow_look(self._restyle)

    def show_problems(self, problems: Sequence[JudgedProblem], *, can_write: bool) -> None:
        """Show the matrix; the judgements of a decided version can be read only."""
        self.advice.setText(self._advice([one.assessment for one in problems], problems))
        kept = self._shown.assessment.problem_id if self._shown else None
        self.table.show_rows(problems)
        self._restyle()
        if not self.table.selected_row() and problems:
            self.table.select_key(kept or problems[0].assessment.problem_id)
        rows = self.table.rows()
        found = next((one for one in rows if one.assessment.problem_id == kept), rows[0] if rows else None)
        for part in (*self.answers.values(), self.position):
            part.setEnabled(can_write)
        self.motivation.edit.setReadOnly(not can_write)
        self._show(found)

    def _columns(self) -> list[Column[JudgedProblem]]:
        criteria = [self._criterion(place, one) for place, one in enumerate(self._guide.criteria, start=1)]
        return [
            Column(self.tr("Problem"), lambda one: one.title, stretch=True, strong=True),
            *criteria,
            Column(
                self.tr("Summa"),
                lambda one: str(one.assessment.points),
                lambda one: -one.assessment.points,
                tooltip=lambda one: sum_text(one.assessment, self._guide.criteria),
                width=90,
                right=True,
            ),
            Column(
                self.tr("Ställningstagande"),
                lambda one: one.position,
                pill=_position_pill,
                width=160,
            ),
        ]

    def _criterion(self, place: int, criterion: Criterion) -> Column[JudgedProblem]:
        return Column(
            str(place),
            lambda one: _answer(one.assessment, criterion.key),
            tooltip=lambda _one: criterion.label,
            width=48,
            drop_below=_MATRIX_FROM,
        )

    def _make_editor(self) -> None:
        self.editor = Card()
        self.header = SectionHeader("")
        self.sum = plain_label("", TextRole.CAPTION, Ink.SECONDARY)
        self.header.add_action(self.sum)
        self.answers: dict[str, AnswerChoice] = {}
        questions = QWidget()
        grid = QGridLayout(questions)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        half = (len(self._guide.criteria) + 1) // 2
        for place, criterion in enumerate(self._guide.criteria):
            grid.addWidget(self._question(place + 1, criterion), place % half, place // half)
        self.position = AnswerChoice(
            self.tr("Ställningstagande"), [(one.position.value, one.label) for one in self._guide.positions]
        )
        self.motivation = InlineText(self.tr("Motivering"), framed=True, lines=2)
        self.missing = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self.editor.add(self.header)
        self.editor.add(questions)
        self.editor.add(plain_label(self.tr("Ställningstagande till behovet (3 §)"), TextRole.STRONG))
        for part in (self.position, self.motivation, self.missing):
            self.editor.body.addWidget(part, 0, _left(part))
        self.position.chosen.connect(self._tell_position)
        self.motivation.committed.connect(self._tell_motivation)

    def _question(self, place: int, criterion: Criterion) -> QWidget:
        part = QWidget()
        part.setToolTip(criterion.help)
        choice = AnswerChoice(criterion.label, [(key.value, words) for key, words in _ANSWERS])
        choice.chosen.connect(partial(self._tell_mark, criterion.key))
        self.answers[criterion.key] = choice
        body = column(part, gap=2, edge=(0, 0, 8, 6))
        title = f"{place} {criterion.label}"
        body.addWidget(plain_label(title, TextRole.CAPTION_STRONG, wrap=True))
        body.addWidget(plain_label(criterion.question, TextRole.CAPTION, Ink.SECONDARY, wrap=True))
        body.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
        return part

    def _advice(self, assessments: list[Assessment], problems: Sequence[JudgedProblem]) -> str:
        if crowded := crowding(assessments):
            return crowded
        proposed = [one.title for one in problems if one.is_proposed]
        if proposed:
            words = self.tr("Summan talar för: {names}. Den hjälper till att sortera, ni bestämmer.")
            return words.format(names=", ".join(proposed))
        return self._guide.intro

    def _restyle(self) -> None:
        rows = min(max(len(self.table.rows()), 2), MOST_ROWS)
        self.table.setFixedHeight(look().px(30 + 36 * rows + 4))

    def _choose(self, one: JudgedProblem | None) -> None:
        if one and (not self._shown or one.assessment.id != self._shown.assessment.id):
            self.motivation.edit.commit()
            self._show(one)

    def _enter(self) -> None:
        first = next(iter(self.answers.values()))
        first.button(Weight.YES.value).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, one: JudgedProblem | None) -> None:
        self.editor.setVisible(one is not None)
        if one is None:
            self._shown = None
            return
        if not self._shown or self._shown.assessment.id != one.assessment.id:
            self.motivation.edit.clear()
            self.motivation.set_text("")
        self._shown = one
        said = one.assessment
        self.header.set_title(one.title)
        self.sum.setText(sum_text(said, self._guide.criteria))
        marks = {mark.criterion: mark.weight.value for mark in said.marks}
        for key, choice in self.answers.items():
            choice.show_choice(marks.get(key, ""))
        self.position.show_choice(said.position.value)
        starters = {guide.position: guide.starter for guide in self._guide.positions}
        starter = starters.get(said.position, "")
        self.motivation.edit.setPlaceholderText(f"{starter.strip()} …" if starter else "")
        self.motivation.set_text(said.motivation)
        self.missing.setText(what_is_missing(said))
        self.missing.setVisible(bool(what_is_missing(said)))

    def _tell_mark(self, criterion: str, answer: str) -> None:
        if self._shown:
            self.marked.emit(self._shown.assessment.id, criterion, answer)

    def _tell_position(self, position: str) -> None:
        if self._shown:
            self.positioned.emit(self._shown.assessment.id, position)

    def _tell_motivation(self, text: str) -> None:
        if self._shown:
            self.motivated.emit(self._shown.assessment.id, text)


def _answer(assessment: Assessment, criterion: str) -> str:
    weight = next((one.weight for one in assessment.marks if one.criterion == criterion), Weight.UNSET)
    return str(POINTS[weight]) if weight else "–"


def _position_pill(one: JudgedProblem) -> Pill:
    if one.is_proposed:
        return pills.CAUTION
    return _PILLS.get(one.assessment.position, pills.PLANNED)


def _left(part: QWidget) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignLeft if isinstance(part, AnswerChoice) else Qt.AlignmentFlag(0)
