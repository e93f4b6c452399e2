"""Åtgärdsplanen: its table problem by problem, its chapters, what it is coordinated with, its decision."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.chapter_states import chapter_lines, missing_text
from trygghetsrad.domain.chapters import PlanChapter
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.plan_rows import PlanArea, plan_areas
from trygghetsrad.domain.thread import ActionPlan, Resolution, newest_decided
from trygghetsrad.services.knowledge import plan_chapter_guides
from trygghetsrad.ui.components.choices import Segmented
from trygghetsrad.ui.components.committing import commit_within
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.theme import column
from trygghetsrad.ui.thread.chapter_desk import ChapterDesk
from trygghetsrad.ui.thread.decision_card import DecisionCard
from trygghetsrad.ui.thread.periods import next_period
from trygghetsrad.ui.thread.plan_links import PlanLinks
from trygghetsrad.ui.thread.plan_table import PlanTable
from trygghetsrad.ui.thread.sheet import DeskStack
from trygghetsrad.ui.thread.version_line import VersionLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.coordination import PlanLink
    from trygghetsrad.services.coordination import PlanLinkChanges
    from trygghetsrad.ui.hub import Hub

PAPER = "atgardsplan"


class PlanView(Page):
    """The version that is being written, else the one that holds."""

    SHOWS = Changed.THREAD | Changed.ACTIONS | Changed.PEOPLE | Changed.COUNCIL | Changed.LAW | Changed.TODAY

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self._plan: ActionPlan | None = None
        self.line = VersionLine(self.tr("Ny version"), self.tr("Anteckna beslut"), self.tr("Visa dokumentet"))
        self.card = DecisionCard(self._today)
        self.parts = Segmented(
            self.tr("Delar av planen"),
            [
                ("table", self.tr("Åtgärder"), None),
                ("chapters", self.tr("Kapitel"), None),
                ("links", self.tr("Samordnas med"), None),
            ],
        )
        self.table = PlanTable()
        self.chapters = ChapterDesk(self.tr("Planens kapitel"), with_nothing=False)
        self.links = PlanLinks()
        self.empty = EmptyState(
            Icon.TASK_LIST_LTR,
            self.tr("Ingen åtgärdsplan än"),
            self.tr(
                "Med lägesbilden som grund beslutar kommunen om en plan för de åtgärder den "
                "avser att vidta (5 §). Åtgärder som hör till ett område kommer in av sig själva."
            ),
            primary=self.tr("Börja på en plan"),
            primary_icon=Icon.ADD,
            secondary=self.tr("Den finns redan"),
            link=self.tr("Var står ni i dag?"),
        )
        self._lay_out()
        self._connect()

    # -- what the window asks ------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        self._plan = self.council.plans.draft() or self.council.plans.current()
        self.empty.setVisible(self._plan is None and self.card.isHidden())
        self._whole.setVisible(self._plan is not None)
        coordination = self.council.coordination
        self.links.show_links(coordination.plan_links(), coordination.proposed_links())
        if self._plan is not None:
            self._show(self._plan)

    @override
    def commit_pending(self) -> None:
        commit_within(self._whole)

    def show_part(self, key: str) -> None:
        """Show the actions, the chapters or what the plan is coordinated with."""
        self.parts.select(key)
        self._choose_part(key)

    # -- showing -------------------------------------------------------------------------------

    def _show(self, plan: ActionPlan) -> None:
        today = self._today()
        before = newest_decided(one for one in self.council.plans.every() if one.id != plan.id)
        lines = chapter_lines(plan_chapter_guides(), plan, before, today)
        people = self.council.people
        areas = plan_areas(
            self.council.thread.problems(),
            self.council.actions.every(today),
            plan,
            people.persons(),
            people.organisations(),
            today,
        )
        note = self._note(plan, areas, missing_text(lines))
        self.line.show_version(
            plan,
            self._state(plan),
            note,
            can_start=not plan.is_draft,
            has_paper=any(one.kind == PAPER for one in self.council.documents.choices(None)),
        )
        self.chapters.show_chapters(lines, can_write=plan.is_draft)
        self.table.show_areas(areas)

    def _state(self, plan: ActionPlan) -> str:
        if plan.is_draft:
            return self.tr("Utkast")
        decided = plan.decided
        words = self.tr("Beslutad av {body} {day}") if decided.body else self.tr("Beslutad {day}")
        body = f"{decided.body[:1].lower()}{decided.body[1:]}"
        stated = words.format(body=body, day=iso(decided.day) if decided.day else "")
        return ", ".join(filter(None, (stated, decided.section)))

    def _note(self, plan: ActionPlan, areas: tuple[PlanArea, ...], missing: str) -> str:
        if plan.is_draft:
            return f"{missing}." if missing else ""
        added = sum(row.is_added for area in areas for row in (*area.own, *area.others))
        if not added:
            return ""
        words = self.tr("{count} har tillkommit efter beslutet och kommer med i nästa version.")
        return words.format(count=plural(added, "åtgärd", "åtgärder"))

    # -- doing ---------------------------------------------------------------------------------

    def _start(self) -> None:
        self.commit_pending()
        starts, ends = next_period(self._today())
        self.do(
            lambda: self.council.plans.start(starts, ends),
            toast=self.tr("Ett utkast till åtgärdsplan är påbörjat"),
        )

    def _ask_decision(self) -> None:
        if plan := self._plan:
            self.commit_pending()
            self.card.set_period(plan.starts, plan.ends, plan.decided.dnr)
            self.card.ask(
                self.tr("Anteckna beslutet om planen"),
                self.tr("Anteckna beslut"),
                self.tr(
                    "Planen sparas som den är. Det som kommer senare märks tills det finns en ny version."
                ),
                body=self.council.council.get().board,
                day=self._today(),
            )

    def _ask_registration(self) -> None:
        last = self._today().year - 1
        self.card.set_period(date(last, 1, 1), date(last + 1, 12, 31))
        self.card.ask(
            self.tr("Planen finns redan"),
            self.tr("Anteckna planen"),
            self.tr("Skriv när den beslutades och av vem, så räknas den från den dagen."),
            body=self.council.council.get().board,
            day=None,
        )
        self.empty.hide()

    def _take_decision(self, decided: Resolution, starts: date | None, ends: date | None) -> None:
        plan, plans = self._plan, self.council.plans
        if plan is None:
            first = starts or decided.day or self._today()
            done = self.do(
                lambda: plans.register(first, ends or first, decided), toast=self.tr("Planen är antecknad")
            )
        else:
            if starts and ends and (starts, ends) != (plan.starts, plan.ends):
                self.do(lambda: plans.change(plan.id, starts=starts, ends=ends))
            done = self.do(
                lambda: plans.decide(plan.id, decided), toast=self.tr("Beslutet om planen är antecknat")
            )
        if done:
            self._cancel()

    def _cancel(self) -> None:
        self.card.hide()
        self.refresh()

    def _reopen(self) -> None:
        if plan := self._plan:
            self.do(lambda: self.council.plans.reopen(plan.id), toast=self.tr("Planen är ett utkast igen"))

    def _write(self, key: str, text: str) -> None:
        if plan := self._plan:
            self.do(lambda: self.council.plans.write_chapter(plan.id, PlanChapter(key), text))

    def _open_document(self) -> None:
        self.commit_pending()
        self.open_requested.emit(f"paper:{PAPER}", 0)

    def _open_action(self, action_id: int) -> None:
        self.open_requested.emit("action", action_id)

    def _add_link(self, name: str, law: str) -> None:
        self.do(lambda: self.council.coordination.add_plan_link(name, law=law))

    def _change_link(self, number: int, changes: PlanLinkChanges) -> None:
        self.do(lambda: self.council.coordination.change_plan_link(number, **changes))

    def _remove_link(self, one: PlanLink) -> None:
        self.do(
            lambda: self.council.coordination.remove_plan_link(one.id),
            toast=self.tr("Samordningen är borttagen"),
        )

    # -- laying out ----------------------------------------------------------------------------

    def _today(self) -> date:
        return self.now().date()

    def _choose_part(self, key: str) -> None:
        self.commit_pending()
        self._stack.setCurrentIndex(("table", "chapters", "links").index(key))

    def _lay_out(self) -> None:
        self._stack = DeskStack()
        for desk in (self.table, self.chapters, self.links):
            self._stack.addWidget(desk)
        self._whole = QWidget()
        inner = column(self._whole, gap=12)
        inner.addWidget(self.line)
        inner.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self._stack, 1)
        whole = column(self, gap=12)
        whole.addWidget(self.card)
        whole.addWidget(self.empty, 1)
        whole.addWidget(self._whole, 1)

    def _connect(self) -> None:
        self.line.start_asked.connect(self._start)
        self.line.decide_asked.connect(self._ask_decision)
        self.line.paper_asked.connect(self._open_document)
        self.line.reopen_asked.connect(self._reopen)
        self.card.decided.connect(self._take_decision)
        self.card.cancelled.connect(self._cancel)
        self.parts.chosen.connect(self._choose_part)
        self.table.opened.connect(self._open_action)
        self.chapters.written.connect(self._write)
        self.links.added.connect(self._add_link)
        self.links.changed.connect(self._change_link)
        self.links.removed.connect(self._remove_link)
        if self.empty.primary:
            self.empty.primary.clicked.connect(self._start)
        if self.empty.secondary:
            self.empty.secondary.clicked.connect(self._ask_registration)
        if self.empty.link:
            self.empty.link.clicked.connect(lambda: self.open_requested.emit("where_now", 0))
