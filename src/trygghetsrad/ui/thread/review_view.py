"""Uppföljning: going through the plan, the owners' answers, and what the latest going through found (6 §)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.law_clock import MONTHS_BETWEEN, months_after
from trygghetsrad.domain.reviewing import first_untold, latest_finished, summary_of, to_go_through
from trygghetsrad.ui.components.buttons import primary_button
from trygghetsrad.ui.components.choices import Segmented
from trygghetsrad.ui.components.committing import commit_within
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.theme import Ink, TextRole, column, row
from trygghetsrad.ui.thread.review_owner import OwnerDesk
from trygghetsrad.ui.thread.review_results import FinishCard, ResultsDesk
from trygghetsrad.ui.thread.review_walk import WalkDesk
from trygghetsrad.ui.thread.sheet import DeskStack

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.actions import Action, ActionStatus
    from trygghetsrad.domain.thread import ActionPlan, Review
    from trygghetsrad.services.actions import ToldNow
    from trygghetsrad.ui.hub import Hub

RESULTS, OWNERS = "results", "owners"


class ReviewView(Page):
    """The plan that holds, and how it goes."""

    SHOWS = Changed.THREAD | Changed.ACTIONS | Changed.PEOPLE | Changed.TODAY

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self._plan: ActionPlan | None = None
        self._review: Review | None = None
        self._actions: tuple[Action, ...] = ()
        self.clock = plain_label("", TextRole.BODY, Ink.SECONDARY, wrap=True)
        self.begin = primary_button(self.tr("Gå igenom"), Icon.PLAY)
        self.parts = Segmented(
            self.tr("Delar av uppföljningen"),
            [
                (RESULTS, self.tr("Senaste uppföljningen"), None),
                (OWNERS, self.tr("Svar från ansvariga"), None),
            ],
        )
        self.results = ResultsDesk()
        self.walk = WalkDesk(self._today)
        self.owners = OwnerDesk()
        self.finish = FinishCard()
        self.empty = EmptyState(
            Icon.CLIPBOARD_TASK,
            self.tr("Ingen beslutad plan att följa upp"),
            self.tr(
                "Åtgärdsplanen ska följas upp minst vartannat år (6 §). När beslutet om planen är antecknat "
                "under Planen kan du gå igenom åtgärderna här."
            ),
        )
        self._lay_out()
        self._connect()

    # -- what the window asks ------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        self._plan = self.council.plans.current()
        self.empty.setVisible(self._plan is None)
        self._whole.setVisible(self._plan is not None)
        if self._plan is not None:
            self._show(self._plan)

    @override
    def commit_pending(self) -> None:
        commit_within(self._whole)

    def show_part(self, key: str) -> None:
        """Show the results or the owners' answers."""
        self.parts.select(key)
        self._choose_part(key)

    # -- showing -------------------------------------------------------------------------------

    def _show(self, plan: ActionPlan) -> None:
        today = self._today()
        reviews = self.council.plans.reviews()
        self._review = next(
            (one for one in reviews if one.plan_id == plan.id and one.finished_on is None), None
        )
        latest = latest_finished(reviews)
        every = self.council.actions.every(today)
        since = latest.finished_on if latest else None
        self._actions = to_go_through(every, self.council.thread.problems(), since)
        number = self._review.id if self._review else 0
        self.clock.setText(self._clock_words(plan, since))
        self.begin.set_text(self.tr("Fortsätt gå igenom") if self._review else self.tr("Gå igenom"))
        self.begin.setVisible(bool(self._actions) and not self._is_walking())
        self.results.show_review(latest, every)
        self.walk.show_actions(self._actions, number)
        self.owners.show_actions(self._actions, number)
        self.finish.show_summary(
            summary_of(self._actions, number), self._review.summary if self._review else ""
        )

    def _clock_words(self, plan: ActionPlan, since: date | None) -> str:
        start = since or plan.decided.day
        if start is None:
            return ""
        due = iso(months_after(start, MONTHS_BETWEEN))
        told = (
            self.tr("Senast uppföljd {day}.").format(day=iso(since))
            if since
            else self.tr("Planen beslutades {day}.").format(day=iso(start))
        )
        words = self.tr(
            "Följs upp senast {due}, räknat som 24 månader. Lagen säger minst vartannat år (6 §)."
        ).format(due=due)
        if self._review is None:
            return f"{told} {words}"
        number = summary_of(self._actions, self._review.id)
        begun = self.tr("En uppföljning pågår: {told} av {total} åtgärder är genomgångna.")
        return f"{told} {words} {begun.format(told=number.told, total=number.total)}"

    # -- doing ---------------------------------------------------------------------------------

    def _walk(self) -> None:
        self.commit_pending()
        if self.do(lambda: self.council.plans.start_review(self._today())):
            self.refresh()
            if self._review:
                self._turn(self.walk)
                self.walk.go_to(first_untold(self._actions, self._review.id))

    def _mark(self, action_id: int, status: ActionStatus) -> None:
        action = self._action(action_id)
        if action and action.status is not status:
            self.do(lambda: self.council.actions.set_status(action_id, status, self._today()))
        self._look(action_id)

    def _look(self, action_id: int) -> None:
        """Keep that an action was looked at, also when nothing is written."""
        self._tell(action_id, {})

    def _tell(self, action_id: int, told: ToldNow) -> None:
        review = self._review_id()
        if review is not None:
            self.do(lambda: self.council.actions.tell_in_review(action_id, review, self._today(), **told))

    def _review_id(self) -> int | None:
        """Return the going through that goes on; the first answer begins one."""
        if self._review is None:
            self.do(lambda: self.council.plans.start_review(self._today()))
            self.refresh()
        return self._review.id if self._review else None

    def _action(self, action_id: int) -> Action | None:
        return next((one for one in self._actions if one.id == action_id), None)

    def _end(self) -> None:
        self._turn(self.finish)
        self.finish.take_focus()

    def _summarise(self, text: str) -> None:
        if review := self._review:
            self.do(lambda: self.council.plans.change_review(review.id, text))

    def _finish(self, summary: str) -> None:
        if review := self._review:
            done = self.do(
                lambda: self.council.plans.finish_review(review.id, self._today(), summary),
                toast=self.tr("Uppföljningen är avslutad"),
            )
            if done:
                self.show_part(RESULTS)

    def _pause(self) -> None:
        self.show_part(RESULTS)
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_form(self) -> None:
        self.commit_pending()
        self.open_requested.emit("paper:uppfoljning", 0)

    def _open_action(self, action_id: int) -> None:
        self.open_requested.emit("action", action_id)

    # -- laying out ----------------------------------------------------------------------------

    def _today(self) -> date:
        return self.now().date()

    def _choose_part(self, key: str) -> None:
        self.commit_pending()
        self._turn(self.owners if key == OWNERS else self.results)

    def _turn(self, desk: QWidget) -> None:
        """Show one desk; while she goes through the plan nothing else asks for her."""
        self._stack.setCurrentWidget(desk)
        self.begin.setVisible(bool(self._actions) and not self._is_walking())
        self.parts.setVisible(not self._is_walking())

    def _is_walking(self) -> bool:
        return self._stack.currentWidget() in {self.walk, self.finish}

    def _back_to_walk(self) -> None:
        self._turn(self.walk)
        self.walk.go_to(max(len(self._actions) - 1, 0))

    def _lay_out(self) -> None:
        self._stack = DeskStack()
        for desk in (self.results, self.walk, self.owners, self.finish):
            self._stack.addWidget(desk)
        self._whole = QWidget()
        inner = column(self._whole, gap=12)
        top = row(gap=12)
        top.addWidget(self.clock, 1)
        top.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(top)
        inner.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self._stack, 1)
        whole = column(self, gap=12)
        whole.addWidget(self.empty, 1)
        whole.addWidget(self._whole, 1)

    def _connect(self) -> None:
        self.begin.clicked.connect(self._walk)
        self.parts.chosen.connect(self._choose_part)
        for desk in (self.walk, self.owners):
            desk.marked.connect(self._mark)
            desk.told.connect(self._tell)
        self.owners.form_asked.connect(self._open_form)
        self.walk.looked.connect(self._look)
        self.walk.ended.connect(self._end)
        self.walk.left.connect(self._pause)
        self.finish.finished.connect(self._finish)
        self.finish.summarised.connect(self._summarise)
        self.finish.back_asked.connect(self._back_to_walk)
        self.results.opened.connect(self._open_action)
