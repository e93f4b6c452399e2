"""Var står ni i dag? What the council has already, told with days and files so that it counts at once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.counting import listed, plural
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.thread import Resolution
from trygghetsrad.domain.where_now import (
    DUTIES,
    Held,
    Thing,
    held_agreement,
    held_picture,
    held_plan,
    held_report,
)
from trygghetsrad.services.old_plans import may_be_read
from trygghetsrad.ui.components.committing import commit_within
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.opening import open_file
from trygghetsrad.ui.components.upright import Upright
from trygghetsrad.ui.components.waiting import waiting
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.theme import Ink, column
from trygghetsrad.ui.thread.old_plan_import import OldPlanImport
from trygghetsrad.ui.thread.where_card import WhereCard

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.services.old_plans import TakenIn
    from trygghetsrad.ui.hub import Hub
    from trygghetsrad.ui.thread.where_form import WhereForm

DRAFTS = "where_now"
KEPT_AFTER_MS = 1_500


class WhereNow(Page):
    """What is typed is kept until it is taken in; choose_file and open_with answer for the computer."""

    SHOWS = (
        Changed.THREAD | Changed.LAW | Changed.COUNCIL | Changed.DOCUMENTS | Changed.PEOPLE | Changed.TODAY
    )

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self.choose_file: Callable[[], Path | None] = self._ask_for_file
        self.open_with: Callable[[Path], bool] = open_file
        self._kept: dict[Thing, str] = {}
        self._taken: dict[Thing, str] = {}
        self._is_filled = False
        self.old_plan: OldPlanImport | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(KEPT_AFTER_MS)
        self.timer.timeout.connect(self.keep_drafts)
        self.cards = {
            thing: WhereCard(thing, title, about, self._today) for thing, title, about in self._rows()
        }
        self._lay_out()
        for card in self.cards.values():
            self._connect(card)

    # -- what the window asks ------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        held = self._held()
        answered = {one.duty for one in self.council.duty_answers.every()}
        can_write = not self.council.is_read_only
        if not self._is_filled:
            self._is_filled = True
            self._fill()
        for thing, card in self.cards.items():
            if thing in self._taken and held[thing] is None:
                card.form.restore(self._taken.pop(thing))  # taken back: what she wrote is there again
                card.form.show()
            card.show_state(
                held[thing],
                answered=DUTIES[thing] in answered,
                can_write=can_write,
                has_table=thing is Thing.PLAN and may_be_read(self._file_name(held[thing])),
            )

    @override
    def commit_pending(self) -> None:
        commit_within(self)
        self.keep_drafts()

    @override
    def keep_drafts(self) -> None:
        self.timer.stop()
        for thing, card in self.cards.items():
            draft = card.form.draft()
            if self.council.is_read_only or draft == self._kept.get(thing):
                continue
            self._kept[thing] = draft
            self.do(partial(self.council.drafts.keep, DRAFTS, thing.value, draft))

    @override
    def take_focus(self) -> None:
        first = next((card for card in self.cards.values() if card.exists.isVisible()), None)
        (first.exists if first else self).setFocus()

    # -- filling in ----------------------------------------------------------------------------

    def _fill(self) -> None:
        """Put what was half told back, else what is likely."""
        for thing, card in self.cards.items():
            kept = None if self.council.is_read_only else self.council.drafts.find(DRAFTS, thing.value)
            if kept:
                card.form.restore(kept.text)
                card.form.show()
            else:
                card.form.fill(self._likely(thing))
            self._kept[thing] = card.form.draft()

    def _likely(self, thing: Thing) -> dict[str, str]:
        facts = self.council.council.get()
        board = facts.board or "kommunstyrelsen"
        if thing is Thing.AGREEMENT:
            return {"body": f"{facts.municipality}, Polismyndigheten"}
        return {} if thing is Thing.REPORT else {"body": f"{board[:1].upper()}{board[1:]}"}

    def _file_name(self, held: Held | None) -> str:
        papers = {one.id: one.name for one in self.council.attachments.of_council()}
        return papers.get(held.attachment_id or 0, "") if held else ""

    def _held(self) -> dict[Thing, Held | None]:
        found = {
            Thing.PICTURE: held_picture(self.council.pictures.every()),
            Thing.PLAN: held_plan(self.council.plans.every()),
            Thing.AGREEMENT: held_agreement(self.council.agreements.every()),
            Thing.REPORT: held_report(self.council.boards.matters()),
        }
        # A file that was put in the bin is not there to be opened.
        return {
            thing: replace(held, attachment_id=None) if held and not self._file_name(held) else held
            for thing, held in found.items()
        }

    # -- doing ---------------------------------------------------------------------------------

    def _register(self, card: WhereCard) -> None:
        deeds = {
            Thing.PICTURE: partial(self._add_version, card.form, self.council.pictures.register),
            Thing.PLAN: partial(self._add_version, card.form, self.council.plans.register),
            Thing.AGREEMENT: partial(self._add_agreement, card.form),
            Thing.REPORT: partial(self._add_report, card.form),
        }
        toasts = {
            Thing.PICTURE: self.tr("Lägesbilden är inlagd"),
            Thing.PLAN: self.tr("Åtgärdsplanen är inlagd"),
            Thing.AGREEMENT: self.tr("Överenskommelsen är inlagd"),
            Thing.REPORT: self.tr("Rapporten är inlagd"),
        }
        told = card.form.draft()
        if self.do(deeds[card.thing], toast=toasts[card.thing]):
            self._taken[card.thing] = told
            self.timer.stop()
            self.do(partial(self.council.drafts.drop, DRAFTS, card.thing.value))
            card.form.fill(self._likely(card.thing))
            self._kept[card.thing] = card.form.draft()
            card.end()

    def _add_version(self, form: WhereForm, register: Callable[..., int]) -> None:
        day = form.day("day") or self._today()
        starts = form.day("starts") or day
        ends = form.day("ends") or max(starts, day)
        decided = Resolution(
            day=day, body=form.text("body"), section=form.text("section"), dnr=form.text("dnr")
        )
        register(starts, ends, decided, file=form.file, today=self._today())

    def _add_agreement(self, form: WhereForm) -> None:
        signed_on = form.day("day") or self._today()
        self.council.agreements.register(
            self.tr("Överenskommelse om samverkan"),
            form.text("body").split(","),
            signed_on,
            self._today(),
            file=form.file,
            starts=form.day("starts") or signed_on,
            ends=form.day("ends"),
            purposes=form.text("purposes"),
            areas=form.text("areas"),
            dnr=form.text("dnr"),
        )

    def _add_report(self, form: WhereForm) -> None:
        day, year = form.day("day") or self._today(), form.text("year")
        if year and not (year.isdecimal() and len(year) == len("2025")):
            raise Refused(self.tr("Skriv året med fyra siffror, till exempel 2025. Inget har lagts in."))
        self.council.boards.register_report(
            day,
            self._today(),
            file=form.file,
            year=int(year) if year else day.year - 1,
            section=form.text("section"),
            dnr=form.text("dnr"),
        )

    def _not_yet(self, card: WhereCard) -> None:
        self.do(
            partial(self.council.duty_answers.answer, DUTIES[card.thing], self._today()),
            toast=self.tr("Svaret är antecknat"),
        )

    def _attach(self, card: WhereCard) -> None:
        file = self.choose_file()
        held = card.held
        if file is None or held is None:
            return
        attach = {
            Thing.PICTURE: self.council.pictures.attach,
            Thing.PLAN: self.council.plans.attach,
            Thing.AGREEMENT: self.council.agreements.attach,
            Thing.REPORT: self.council.boards.attach,
        }[card.thing]
        self.do(partial(attach, held.id, file, self._today()), toast=self.tr("Filen är bifogad"))

    def _open(self, card: WhereCard) -> None:
        opened: list[Path] = []
        number = card.held.attachment_id if card.held else None
        if number and self.do(lambda: opened.append(self.council.attachments.open_copy(number))):
            self.open_with(opened[0])

    def read_table(self) -> None:
        """Show what the table of the plan would bring; nothing is written yet."""
        held = self.cards[Thing.PLAN].held
        number = held.attachment_id if held else None
        if number is None:
            return
        if self.old_plan is None:
            self.old_plan = OldPlanImport(self.window(), self.council.old_plans, self._today)
            self.old_plan.taken_in.connect(self._tell_taken)
        self.do(partial(self._show_table, self.old_plan, number))

    def _show_table(self, sheet: OldPlanImport, number: int) -> None:
        with waiting():
            plan = self.council.old_plans.read_kept(number, self._today())
        sheet.show_plan(plan, self.council.thread.problems())

    def _tell_taken(self, taken: TakenIn) -> None:
        told = [
            plural(taken.causes, self.tr("orsak"), self.tr("orsaker")) if taken.causes else "",
            plural(taken.goals, self.tr("mål"), self.tr("mål")) if taken.goals else "",
            plural(taken.actions, self.tr("åtgärd"), self.tr("åtgärder")) if taken.actions else "",
        ]
        words = self.tr("{what} är inlästa").format(what=listed([one for one in told if one]))
        if not any(told):
            words = self.tr("Inget nytt att läsa in")
        if taken.known:
            words = f"{words}, {self.tr('{count} fanns redan').format(count=taken.known)}"
        self.toast_requested.emit(words, any(told))

    def _ask_for_file(self) -> Path | None:
        chosen, _kind = QFileDialog.getOpenFileName(self, self.tr("Bifoga filen"), str(Path.home()))
        return Path(chosen) if chosen else None

    def _today(self) -> date:
        return self.now().date()

    # -- laying out ----------------------------------------------------------------------------

    def _rows(self) -> tuple[tuple[Thing, str, str], ...]:
        return (
            (
                Thing.PICTURE,
                self.tr("Lägesbild"),
                self.tr("En kartläggning och analys av brottsligheten som redan är gjord (4 §)."),
            ),
            (
                Thing.PLAN,
                self.tr("Åtgärdsplan"),
                self.tr("En plan för åtgärder som kommunen redan har beslutat om (5 §)."),
            ),
            (
                Thing.AGREEMENT,
                self.tr("Överenskommelse med Polismyndigheten"),
                self.tr("En skriftlig överenskommelse om samverkan som är undertecknad (9 §)."),
            ),
            (
                Thing.REPORT,
                self.tr("Senaste rapport till kommunfullmäktige"),
                self.tr("Den senaste rapporteringen av det brottsförebyggande arbetet (13 §)."),
            ),
        )

    def _lay_out(self) -> None:
        sheet = Upright(self.tr("Var står ni i dag?"), edge=(0, 0, 12, 0))
        words = self.tr(
            "Det ni redan har räknas direkt i Lagkollen. Släpp filen på raden eller skriv bara dagen. "
            "Du kan fylla i lite i taget, och det du skriver finns kvar."
        )
        sheet.add(plain_label(words, ink=Ink.SECONDARY, wrap=True))
        for card in self.cards.values():
            sheet.add(card)
        column(self, gap=0).addWidget(sheet)

    def _connect(self, card: WhereCard) -> None:
        card.form.asked.connect(partial(self._register, card))
        card.form.typed.connect(self.timer.start)
        card.not_yet.connect(partial(self._not_yet, card))
        card.opened.connect(partial(self._open, card))
        card.file_asked.connect(partial(self._attach, card))
        card.table_asked.connect(self.read_table)
