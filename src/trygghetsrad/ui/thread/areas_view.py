"""Områden: the problems to the left, and everything about the chosen one to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.fishbones import Bone, Cause as BoneCause, Fishbone
from trygghetsrad.domain.thread import GoalKind, Position, Side
from trygghetsrad.services.knowledge import cause_drafts, causes_guide, focus_areas, ideas
from trygghetsrad.ui.components import pills
from trygghetsrad.ui.components.buttons import secondary_button
from trygghetsrad.ui.components.committing import commit_within
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.components.fishbone import FishboneView
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.rows import Column
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.theme import column, follow_look, look, row
from trygghetsrad.ui.thread.area_actions_card import AreaActionsCard
from trygghetsrad.ui.thread.area_head import AreaHead
from trygghetsrad.ui.thread.causes_card import CausesCard
from trygghetsrad.ui.thread.chart_card import ChartCard
from trygghetsrad.ui.thread.goals_card import GoalsCard
from trygghetsrad.ui.thread.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from PySide6.QtGui import QResizeEvent

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.ideas import Idea
    from trygghetsrad.domain.thread import Problem
    from trygghetsrad.services.actions import ActionDetails
    from trygghetsrad.ui.hub import Hub

_PILLS = {
    Position.PRIORITISED: pills.ONGOING,
    Position.WATCHED: pills.PLANNED,
    Position.NO_ACTION: pills.STOPPED,
}
LIST_WIDTH, NARROW_LIST = 326, 210
NARROW = 820


class AreasView(Page):
    """The problems the council keeps an eye on."""

    SHOWS = (
        Changed.THREAD
        | Changed.ACTIONS
        | Changed.STATISTICS
        | Changed.PEOPLE
        | Changed.COUNCIL
        | Changed.TODAY
    )

    part_asked = Signal(str)
    figures_asked = Signal()

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self.problem_id = 0
        self._positions: dict[int, Position] = {}
        self.table: DataTable[Problem] = DataTable(
            self._columns(), name=self.tr("Områden i lägesbilden"), key=lambda one: one.id, flat=True
        )
        self.new = InlineField(
            self.tr("Nytt område"), placeholder=self.tr("Skriv namnet och tryck Enter"), framed=True
        )
        self.usual = secondary_button(self.tr("Vanliga områden"), Icon.ADD)
        self.usual_menu = QMenu(self.usual)
        self.usual.setMenu(self.usual_menu)
        self.head = AreaHead()
        self.chart = ChartCard()
        self.causes = CausesCard(causes_guide())
        self.fishbone = FishboneView()
        self.goals = GoalsCard(self._today)
        self.action_card = AreaActionsCard(self._today)
        self.empty = EmptyState(
            Icon.DATA_TRENDING,
            self.tr("Inga områden än"),
            self.tr(
                "Ett område är något ni håller ögonen på, till exempel inbrott eller otrygga platser. "
                "Börja med ett vanligt område, eller skriv ett eget namn till vänster."
            ),
            link=self.tr("Var står ni i dag? Lägg in det ni redan har"),
        )
        self._lay_out()
        self._connect()

    # -- what the window asks ------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        problems = self.council.thread.problems()
        picture = self.council.pictures.draft() or self.council.pictures.current()
        self._positions = {one.problem_id: one.position for one in (picture.assessments if picture else ())}
        with QSignalBlocker(self.table):
            self.table.show_rows(problems)
        known = {one.id for one in problems}
        if self.problem_id not in known:
            self.problem_id = problems[0].id if problems else 0
        with QSignalBlocker(self.table):
            self.table.select_key(self.problem_id)
        self._offer_usual({one.focus for one in problems})
        self.empty.setVisible(not problems)
        self.sheet.setVisible(bool(problems))
        self._show_problem()

    @override
    def open_item(self, item_id: int) -> None:
        self.commit_pending()
        self.problem_id = item_id
        self.refresh()

    @override
    def commit_pending(self) -> None:
        commit_within(self)

    @override
    def take_focus(self) -> None:
        (self.table if self.problem_id else self.usual).setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing -------------------------------------------------------------------------------

    def _problem(self) -> Problem | None:
        return next((one for one in self.council.thread.problems() if one.id == self.problem_id), None)

    def _show_problem(self) -> None:
        problem = self._problem()
        if problem is None:
            return
        drafts = {draft.text for draft in cause_drafts(problem.focus)} if problem.focus else set()
        self.causes.show_causes(
            problem.causes, has_examples=bool(drafts - {cause.text for cause in problem.causes})
        )
        self._show_fishbone(problem)
        self.goals.show_goals(problem.goals, problem.causes)
        actions = [one for one in self.council.actions.every(self._today()) if one.problem_id == problem.id]
        self.head.show_problem(problem, self._positions.get(problem.id, Position.UNSET), actions)
        self.head.more.offer(problem, self.council.thread.every())
        self.action_card.show_actions(actions, problem.causes, ideas(problem.focus) if problem.focus else ())
        statistics = self.council.statistics
        self.chart.show_series(
            statistics.series(problem.indicator_ids) if problem.indicator_ids else (),
            statistics.populations(),
            statistics.indicators(),
        )

    def _show_fishbone(self, problem: Problem) -> None:
        bones = tuple(
            Bone(
                name=side.value.capitalize(),
                causes=tuple(
                    BoneCause(number=cause.number, text=cause.text)
                    for cause in problem.causes
                    if cause.side is side
                ),
            )
            for side in Side
        )
        self.fishbone.show_fishbone(Fishbone(problem=problem.title, bones=bones))
        if not problem.causes:
            self._drawing.hide()

    def _offer_usual(self, taken: set[str]) -> None:
        self.usual_menu.clear()
        for area in focus_areas():
            if area.key not in taken:
                entry = self.usual_menu.addAction(area.title)
                entry.triggered.connect(lambda _checked=False, key=area.key: self._add_usual(key))
        self.usual.setVisible(not self.usual_menu.isEmpty())

    # -- doing ---------------------------------------------------------------------------------

    def _choose(self, problem: Problem | None) -> None:
        if problem is not None and problem.id != self.problem_id:
            self.commit_pending()
            self.problem_id = problem.id
            self._show_problem()
            self.sheet.verticalScrollBar().setValue(0)

    def _add_named(self, title: str) -> None:
        if title.strip() and self.do(lambda: self._remember(self.council.thread.add_problem(title))):
            self.new.set_text("")
            self.refresh()

    def _add_usual(self, key: str) -> None:
        if self.do(
            lambda: self._remember(self.council.thread.add_problem(focus=key)),
            toast=self.tr("Området är tillagt"),
        ):
            self.refresh()

    def _remember(self, problem_id: int) -> None:
        self.problem_id = problem_id

    def _rename(self, title: str) -> None:
        self.do(lambda: self.council.thread.change_problem(self.problem_id, title=title))

    def _describe(self, text: str) -> None:
        self.do(lambda: self.council.thread.change_problem(self.problem_id, description=text))

    def _remove(self, problem: Problem) -> None:
        told: list[str] = []
        if self.do(lambda: told.append(self.council.thread.remove_problem(problem.id))):
            rests = self.tr(" {what} är kvar utan område.").format(what=told[0]) if told[0] else ""
            self.toast_requested.emit(self.tr("Området är borttaget.") + rests, True)

    def _split(self, title: str) -> None:
        if self.do(
            lambda: self._remember(self.council.thread.split_problem(self.problem_id, title)),
            toast=self.tr("Området är delat"),
        ):
            self.refresh()

    def _join(self, into_id: int) -> None:
        gone = self.problem_id
        if self.do(
            lambda: self.council.thread.join_problems(gone, into_id, self._today()),
            toast=self.tr("Områdena är ihopslagna"),
        ):
            self.open_item(into_id)

    def _close(self, because: str) -> None:
        self.do(
            lambda: self.council.thread.close_problem(self.problem_id, self._today(), because),
            toast=self.tr("Området är avslutat"),
        )

    def _reopen(self, problem_id: int) -> None:
        if self.do(
            lambda: self.council.thread.reopen_problem(problem_id),
            toast=self.tr("Området är upptaget igen"),
        ):
            self.open_item(problem_id)

    def _move(self, step: int) -> None:
        places = [one.id for one in self.council.thread.problems()]
        if self.problem_id in places:
            place = places.index(self.problem_id) + 1 + step
            if 1 <= place <= len(places):
                self.do(lambda: self.council.thread.move_problem(self.problem_id, place))

    def _add_cause(self, side: Side, text: str) -> None:
        self.do(lambda: self.council.thread.add_cause(self.problem_id, side, text))

    def _add_examples(self) -> None:
        self.do(
            lambda: self.council.thread.add_cause_drafts(self.problem_id),
            toast=self.tr("Exempel är inlagda. Ändra dem så att de stämmer hos er, eller ta bort dem."),
        )

    def _change_cause(self, cause_id: int, changes: dict[str, object]) -> None:
        self.do(lambda: self.council.thread.change_cause(cause_id, **changes))  # type: ignore[arg-type]

    def _remove_cause(self, cause_id: int) -> None:
        told: list[str] = []
        if self.do(lambda: told.append(self.council.thread.remove_cause(cause_id))):
            rests = self.tr(" {what} har inte längre någon orsak.").format(what=told[0]) if told[0] else ""
            self.toast_requested.emit(self.tr("Orsaken är borttagen.") + rests, True)

    def _add_goal(self, text: str) -> None:
        self.do(lambda: self.council.thread.add_goal(self.problem_id, GoalKind.EFFECT, text))

    def _change_goal(self, goal_id: int, changes: dict[str, object]) -> None:
        self.do(lambda: self.council.thread.change_goal(goal_id, **changes))  # type: ignore[arg-type]

    def _remove_goal(self, goal_id: int) -> None:
        told: list[str] = []
        if self.do(lambda: told.append(self.council.thread.remove_goal(goal_id))):
            rests = self.tr(" {what} har inte längre något mål.").format(what=told[0]) if told[0] else ""
            self.toast_requested.emit(self.tr("Målet är borttaget.") + rests, True)

    def _add_action(self, what: str, idea: Idea | None) -> None:
        details: ActionDetails = {"problem_id": self.problem_id}
        if idea is not None:
            details |= {"nature": idea.nature, "effect": idea.effect, "notes": idea.how}
        self.do(lambda: self.council.actions.add(what, self._today(), **details))

    def _show_figures(self, indicator_id: int) -> None:
        self.do(lambda: self.council.thread.show_indicator(self.problem_id, indicator_id))

    def _hide_figures(self, indicator_id: int) -> None:
        self.do(lambda: self.council.thread.hide_indicator(self.problem_id, indicator_id))

    def _toggle_drawing(self) -> None:
        self._drawing.setVisible(self._drawing.isHidden())

    def _today(self) -> date:
        return self.now().date()

    # -- laying out ----------------------------------------------------------------------------

    def _columns(self) -> list[Column[Problem]]:
        return [
            Column(
                self.tr("Område"),
                lambda one: one.title,
                lambda one: one.place,
                tooltip=lambda one: one.title,
                stretch=True,
                strong=True,
            ),
            Column(
                self.tr("Läge"),
                lambda one: self._positions.get(one.id, Position.UNSET).value.capitalize(),
                pill=lambda one: _PILLS.get(self._positions.get(one.id, Position.UNSET), pills.Pill()),
                width=116,
                drop_below=230,
            ),
        ]

    def _lay_out(self) -> None:
        self._left = Card(self.tr("Områden i lägesbilden"), gap=8, edge=(12, 12, 12, 12))
        self._left.add(self.table, 1)
        self._left.add(self.new)
        self._left.add(self.usual)
        self.sheet = Sheet(self.tr("Området"), gap=12)
        self._drawing = Card(self.tr("Fiskben"))
        self._drawing.add(self.fishbone)
        self._drawing.hide()
        for part in (self.head, self.chart, self.causes, self._drawing, self.goals, self.action_card):
            self.sheet.add(part)
        right = QWidget()
        inner = column(right, gap=0)
        inner.addWidget(self.empty, 1)
        inner.addWidget(self.sheet, 1)
        whole = row(self, gap=12)
        whole.addWidget(self._left)
        whole.addWidget(right, 1)
        follow_look(self._restyle)

    def _restyle(self) -> None:
        wide = LIST_WIDTH if self.width() >= look().px(NARROW) else NARROW_LIST
        self._left.setFixedWidth(look().px(wide))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def _connect(self) -> None:
        if self.empty.link:
            self.empty.link.clicked.connect(lambda: self.open_requested.emit("where_now", 0))
        self.table.chosen.connect(self._choose)
        self.table.delete_pressed.connect(self._remove)
        self.new.committed.connect(self._add_named)
        self._connect_head()
        self.causes.added.connect(self._add_cause)
        self.causes.examples_asked.connect(self._add_examples)
        self.causes.drawing_asked.connect(self._toggle_drawing)
        self.causes.changed.connect(self._change_cause)
        self.causes.removed.connect(self._remove_cause)
        self.goals.added.connect(self._add_goal)
        self.goals.changed.connect(self._change_goal)
        self.goals.removed.connect(self._remove_goal)
        self.action_card.added.connect(self._add_action)
        self.action_card.opened.connect(lambda action_id: self.open_requested.emit("action", action_id))
        self.chart.shown.connect(self._show_figures)
        self.chart.hidden_away.connect(self._hide_figures)
        self.chart.figures_asked.connect(self.figures_asked)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.table, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda step=step: self._move(step))

    def _connect_head(self) -> None:
        head = self.head
        head.title.committed.connect(self._rename)
        head.description.committed.connect(self._describe)
        head.more.split.connect(self._split)
        head.more.joined.connect(self._join)
        head.more.closed.connect(self._close)
        head.more.reopened.connect(self._reopen)
        head.judge.clicked.connect(lambda: self.part_asked.emit("picture"))
        head.trail.clicked.connect(lambda: self.open_requested.emit("paper:sparlista", self.problem_id))
        head.meeting_asked.connect(lambda number: self.open_requested.emit("meeting", number))
