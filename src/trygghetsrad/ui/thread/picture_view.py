"""Lägesbilden: its chapters, the problems judged, what the organisations answered and what was noticed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.chapter_states import chapter_lines, missing_text
from trygghetsrad.domain.chapters import Chapter
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.law_clock import MONTHS_BETWEEN, months_after
from trygghetsrad.domain.thread import Position, Resolution, SituationPicture, Weight, newest_decided
from trygghetsrad.services.knowledge import chapter_guides, prioritising, sightings
from trygghetsrad.ui.components.choices import Segmented
from trygghetsrad.ui.components.committing import commit_within
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.theme import column
from trygghetsrad.ui.thread.chapter_desk import ChapterDesk
from trygghetsrad.ui.thread.decision_card import DecisionCard
from trygghetsrad.ui.thread.periods import next_period
from trygghetsrad.ui.thread.picture_priorities import PrioritiesDesk, judged_problems
from trygghetsrad.ui.thread.picture_questionnaires import QuestionnairesDesk
from trygghetsrad.ui.thread.picture_sightings import SightingsDesk
from trygghetsrad.ui.thread.sheet import DeskStack
from trygghetsrad.ui.thread.version_line import VersionLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.questionnaires import Questionnaire
    from trygghetsrad.domain.thread import Sighting
    from trygghetsrad.services.thread import SightingChanges, SightingDetails
    from trygghetsrad.ui.hub import Hub

PAPER = "lagesbild"


class PictureView(Page):
    """The version that is being written, else the one that holds."""

    SHOWS = Changed.THREAD | Changed.ACTIONS | Changed.PEOPLE | Changed.COUNCIL | Changed.TODAY

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self._picture: SituationPicture | None = None
        self.line = VersionLine(
            self.tr("Starta revidering"), self.tr("Fastställ"), self.tr("Visa dokumentet")
        )
        self.card = DecisionCard(self._today)
        self.parts = Segmented(
            self.tr("Delar av lägesbilden"),
            [
                ("chapters", self.tr("Kapitel"), None),
                ("priorities", self.tr("Prioritering"), None),
                ("questions", self.tr("Frågelistor"), None),
                ("sightings", self.tr("Iakttagelser"), None),
            ],
        )
        self.chapters = ChapterDesk(self.tr("Lägesbildens kapitel"))
        self.priorities = PrioritiesDesk(prioritising())
        self.questions = QuestionnairesDesk(self._today)
        self.sightings = SightingsDesk(sightings(), self._today)
        self.empty = EmptyState(
            Icon.DATA_TRENDING,
            self.tr("Ingen lägesbild än"),
            self.tr(
                "Kommunen ska ha en lägesbild över brottsligheten med kartläggning, annan information och "
                "analys (4 §). Börja på en här, eller anteckna den som redan är fastställd."
            ),
            primary=self.tr("Börja på en lägesbild"),
            primary_icon=Icon.ADD,
            secondary=self.tr("Den finns redan"),
            link=self.tr("Var står ni i dag?"),
        )
        self._lay_out()
        self._connect()

    # -- what the window asks ------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        self._picture = self.council.pictures.draft() or self.council.pictures.current()
        self.empty.setVisible(self._picture is None and self.card.isHidden())
        self._whole.setVisible(self._picture is not None)
        self.sightings.show_sightings(self.council.thread.sightings())
        if self._picture is not None:
            self._show(self._picture)

    @override
    def commit_pending(self) -> None:
        commit_within(self._whole)

    @override
    def take_focus(self) -> None:
        if self._picture is not None:
            self.chapters.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_part(self, key: str) -> None:
        """Show the chapters, priorities, questions or sightings."""
        self.parts.select(key)
        self._choose_part(key)

    # -- showing -------------------------------------------------------------------------------

    def _show(self, picture: SituationPicture) -> None:
        today = self._today()
        drafts = self.council.chapter_drafts.waiting(picture.id, today) if picture.is_draft else ()
        others = [one for one in self.council.pictures.every() if one.id != picture.id]
        before = newest_decided(others)
        lines = chapter_lines(chapter_guides(), picture, before, today, drafts)
        self.line.show_version(
            picture,
            self._state(picture),
            self._note(picture, before, missing_text(lines)),
            can_start=not picture.is_draft,
            has_paper=any(one.kind == PAPER for one in self.council.documents.choices(None)),
        )
        self.chapters.show_chapters(lines, can_write=picture.is_draft)
        titles = {one.id: one.title for one in self.council.thread.every()}
        self.priorities.show_problems(
            judged_problems(titles, picture.assessments), can_write=picture.is_draft
        )
        self.questions.show_lists(
            self.council.questionnaires.of_picture(picture.id), can_write=picture.is_draft
        )

    def _state(self, picture: SituationPicture) -> str:
        if picture.is_draft:
            return self.tr("Utkast")
        decided = picture.decided
        words = self.tr("Fastställd av {body} {day}") if decided.body else self.tr("Fastställd {day}")
        body = f"{decided.body[:1].lower()}{decided.body[1:]}"
        stated = words.format(body=body, day=iso(decided.day) if decided.day else "")
        return ", ".join(filter(None, (stated, decided.section)))

    def _note(self, picture: SituationPicture, before: SituationPicture | None, missing: str) -> str:
        if picture.is_draft and before and before.decided.day:
            words = self.tr(
                "Samma problem bedöms på nytt. Texterna är kopierade från lägesbilden som fastställdes {day}."
            )
            return " ".join(
                filter(None, (words.format(day=iso(before.decided.day)), missing and f"{missing}."))
            )
        if picture.is_draft or not picture.decided.day:
            return f"{missing}." if missing else ""
        due = months_after(picture.decided.day, MONTHS_BETWEEN)
        words = self.tr(
            "Uppdateras senast {day}, räknat som 24 månader. Lagen säger minst vartannat år (6 §)."
        )
        return words.format(day=iso(due))

    # -- doing ---------------------------------------------------------------------------------

    def _start(self) -> None:
        self.commit_pending()
        starts, ends = next_period(self._today())
        self.do(
            lambda: self.council.pictures.start(starts, ends),
            toast=self.tr("Ett utkast till lägesbild är påbörjat"),
        )

    def _ask_decision(self) -> None:
        picture = self._picture
        if picture is None:
            return
        self.commit_pending()
        self.card.set_period(picture.starts, picture.ends, picture.decided.dnr)
        self.card.ask(
            self.tr("Fastställ lägesbilden"),
            self.tr("Fastställ lägesbilden"),
            self.tr("Den sparas som den är och ändras inte mer. Nästa gång startar du en revidering."),
            body=self.council.council.get().board,
            day=self._today(),
        )

    def _ask_registration(self) -> None:
        last = self._today().year - 1
        self.card.set_period(date(last, 1, 1), date(last + 1, 12, 31))
        self.card.ask(
            self.tr("Lägesbilden finns redan"),
            self.tr("Anteckna lägesbilden"),
            self.tr("Skriv när den fastställdes och av vem, så räknas den från den dagen."),
            body=self.council.council.get().board,
            day=None,
        )
        self.empty.hide()

    def _take_decision(self, decided: Resolution, starts: date | None, ends: date | None) -> None:
        picture, pictures = self._picture, self.council.pictures
        if picture is None:
            first = starts or decided.day or self._today()
            done = self.do(
                lambda: pictures.register(first, ends or first, decided),
                toast=self.tr("Lägesbilden är antecknad"),
            )
        else:
            if starts and ends and (starts, ends) != (picture.starts, picture.ends):
                self.do(lambda: pictures.change(picture.id, starts=starts, ends=ends))
            done = self.do(
                lambda: pictures.decide(picture.id, decided), toast=self.tr("Lägesbilden är fastställd")
            )
        if done:
            self.card.hide()
            self.refresh()

    def _cancel(self) -> None:
        self.card.hide()
        self.refresh()

    def _reopen(self) -> None:
        if picture := self._picture:
            self.do(
                lambda: self.council.pictures.reopen(picture.id),
                toast=self.tr("Lägesbilden är ett utkast igen"),
            )

    def _write(self, key: str, text: str) -> None:
        if picture := self._picture:
            self.do(lambda: self.council.pictures.write_chapter(picture.id, Chapter(key), text))

    def _mark_nothing(self, key: str, nothing: bool) -> None:
        if picture := self._picture:
            self.do(lambda: self.council.pictures.nothing_to_report(picture.id, Chapter(key), nothing))

    def _take_draft(self, draft: object) -> None:
        if picture := self._picture:
            self.commit_pending()
            self.do(
                lambda: self.council.chapter_drafts.take_in(picture.id, draft),  # type: ignore[arg-type]
                toast=self.tr("Texten är intagen i kapitlet"),
            )

    def _mark(self, assessment_id: int, criterion: str, answer: str) -> None:
        self.do(lambda: self.council.pictures.mark(assessment_id, criterion, Weight(answer)))

    def _position(self, assessment_id: int, position: str) -> None:
        self.do(lambda: self.council.pictures.judge(assessment_id, position=Position(position)))

    def _motivate(self, assessment_id: int, text: str) -> None:
        self.do(lambda: self.council.pictures.judge(assessment_id, motivation=text))

    def _make_lists(self) -> None:
        if picture := self._picture:
            made = self.council.questionnaires
            self.do(
                lambda: made.make_for_council(picture.id, self._today()),
                toast=self.tr("Frågelistorna är klara att skicka"),
            )

    def _mark_sent(self, number: int, day: date, due: date | None) -> None:
        self.do(
            lambda: self.council.questionnaires.mark_sent(number, day, due),
            toast=self.tr("Frågelistan är markerad som skickad"),
        )

    def _answer(self, reply_id: int, text: str) -> None:
        self.do(lambda: self.council.questionnaires.answer(reply_id, text, self._today()))

    def _set_due(self, number: int, due: date | None) -> None:
        self.do(lambda: self.council.questionnaires.set_due(number, due))

    def _close_list(self, number: int, day: date | None) -> None:
        self.do(lambda: self.council.questionnaires.mark_answered(number, day))

    def _remove_list(self, one: Questionnaire) -> None:
        self.do(lambda: self.council.questionnaires.remove(one.id), toast=self.tr("Frågelistan är borttagen"))

    def _open_paper(self, organisation_id: int) -> None:
        self.open_requested.emit("paper:fragelista", organisation_id)

    def _open_document(self) -> None:
        self.commit_pending()
        self.open_requested.emit(f"paper:{PAPER}", 0)

    def _add_sighting(self, day: date, details: SightingDetails) -> None:
        if self.do(lambda: self.council.thread.add_sighting(day, **details)):
            self.sightings.clear()

    def _change_sighting(self, number: int, changes: SightingChanges) -> None:
        self.do(lambda: self.council.thread.change_sighting(number, **changes))

    def _remove_sighting(self, one: Sighting) -> None:
        self.do(
            lambda: self.council.thread.remove_sighting(one.id), toast=self.tr("Iakttagelsen är borttagen")
        )

    # -- laying out ----------------------------------------------------------------------------

    def _today(self) -> date:
        return self.now().date()

    def _choose_part(self, key: str) -> None:
        self.commit_pending()
        desks = ("chapters", "priorities", "questions", "sightings")
        self._stack.setCurrentIndex(desks.index(key))

    def _lay_out(self) -> None:
        self._stack = DeskStack()
        for desk in (self.chapters, self.priorities, self.questions, self.sightings):
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
        self.chapters.written.connect(self._write)
        self.chapters.nothing_marked.connect(self._mark_nothing)
        self.chapters.draft_taken.connect(self._take_draft)
        self.priorities.marked.connect(self._mark)
        self.priorities.positioned.connect(self._position)
        self.priorities.motivated.connect(self._motivate)
        self.questions.make_asked.connect(self._make_lists)
        self.questions.sent.connect(self._mark_sent)
        self.questions.due_changed.connect(self._set_due)
        self.questions.answered.connect(self._answer)
        self.questions.closed.connect(self._close_list)
        self.questions.removed.connect(self._remove_list)
        self.questions.paper_asked.connect(self._open_paper)
        self.sightings.added.connect(self._add_sighting)
        self.sightings.changed.connect(self._change_sighting)
        self.sightings.removed.connect(self._remove_sighting)
        if self.empty.primary:
            self.empty.primary.clicked.connect(self._start)
        if self.empty.secondary:
            self.empty.secondary.clicked.connect(self._ask_registration)
        if self.empty.link:
            self.empty.link.clicked.connect(lambda: self.open_requested.emit("where_now", 0))
