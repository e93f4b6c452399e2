"""The questions a paper asks, in a row over it; each is answered already, so nothing has to be filled in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from trygghetsrad.domain.attachments import Audience
from trygghetsrad.domain.day_reading import parse_day
from trygghetsrad.domain.documents import PaperAsk, PaperOptions
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.documents.section_chips import SectionChips
from trygghetsrad.ui.theme import column, row

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from trygghetsrad.domain.documents import PaperOffer

EVERYONE, PAGE_EACH = "", "*"


class OptionRow(QWidget):
    """Fields for what a paper asks; changed carries all answers when a person gave one."""

    changed = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._options = PaperOptions()
        self.sections = SectionChips(self.tr("Det här tas med i utdraget"))
        self.since = DateField(self.tr("Från"), self._parse, describe=lambda _day: "", framed=True)
        self.until = DateField(self.tr("Till och med"), self._parse, describe=lambda _day: "", framed=True)
        self.year = ChoiceField(self.tr("År"), framed=True)
        self.day = DateField(self.tr("Gäller per"), self._parse, framed=True)
        self.organisation = ChoiceField(self.tr("Organisation"), framed=True)
        self.owner = ChoiceField(self.tr("Ansvarig"), framed=True)
        self.audience = ChoiceField(self.tr("Mottagare"), framed=True)
        self.point = ChoiceField(self.tr("Innehåll"), framed=True)
        self.agreement = ChoiceField(self.tr("Överenskommelse"), framed=True)
        self.matter = ChoiceField(self.tr("Ärende"), framed=True)
        self.problem = ChoiceField(self.tr("Problem"), framed=True)
        self.version = ChoiceField(self.tr("Version"), framed=True)
        self.grant = ChoiceField(self.tr("Bidragsprojekt"), framed=True)
        self._lay_out()
        self._connect()
        self.hide()

    def show_offer(self, asks: frozenset[PaperAsk], offer: PaperOffer | None, options: PaperOptions) -> None:
        """Show the questions of a paper with their answers; a paper that asks nothing has no row."""
        self.setVisible(bool(asks) and offer is not None)
        for ask, fields in self._fields.items():
            for field in fields:
                field.setVisible(ask in asks)
        if offer is None:
            return
        self._options = answers = options.over(offer.usual)
        self.sections.show_sections(offer.sections, answers.sections)
        self.since.set_day(answers.since)
        self.until.set_day(answers.until)
        self.day.set_day(answers.day)
        _show(self.year, [(year, str(year)) for year in offer.years], answers.year)
        _show(self.organisation, offer.organisations, answers.organisation_id)
        owners = [(EVERYONE, self.tr("Alla tillsammans")), (PAGE_EACH, self.tr("En sida per ansvarig"))]
        chosen = PAGE_EACH if answers.page_each else answers.owner
        _show(self.audience, self._audiences(), answers.audience)
        points = [
            (number, self.tr("Punkt {number}").format(number=f"{number} {title}"))
            for number, title in offer.points
        ]
        _show(self.point, [(None, self.tr("Hela paketet")), *points], answers.point)
        _show(self.agreement, offer.agreements, answers.agreement_id)
        self.agreement.setVisible(PaperAsk.AGREEMENT in asks and bool(offer.agreements))
        self._show_matters(asks, offer, answers)
        self._show_thread(asks, offer, answers)
        _show(self.owner, [*owners, *((name, name) for name in offer.owners)], chosen)

    def _show_matters(self, asks: frozenset[PaperAsk], offer: PaperOffer, answers: PaperOptions) -> None:
        """Offer the annual report first; a matter for a board needs no year."""
        _show(self.matter, [(None, self.tr("Årsrapporten")), *offer.matters], answers.matter_id)
        self.matter.setVisible(PaperAsk.MATTER in asks and bool(offer.matters))
        if answers.matter_id:
            self.year.hide()

    def _show_thread(self, asks: frozenset[PaperAsk], offer: PaperOffer, answers: PaperOptions) -> None:
        """Offer all problems, or the version being written, first; nothing to choose from is not asked."""
        _show(self.problem, [(None, self.tr("Alla problem")), *offer.problems], answers.problem_id)
        self.problem.setVisible(PaperAsk.PROBLEM in asks and bool(offer.problems))
        _show(self.version, [(None, self.tr("Senaste arbetet")), *offer.versions], answers.version)
        self.version.setVisible(PaperAsk.VERSION in asks and bool(offer.versions))
        _show(self.grant, offer.grants, answers.grant_id)
        self.grant.setVisible(PaperAsk.GRANT in asks and bool(offer.grants))

    def _lay_out(self) -> None:
        self._fields: dict[PaperAsk, tuple[QWidget, ...]] = {
            PaperAsk.SECTIONS: (self.sections,),
            PaperAsk.PERIOD: (self.since, self.until),
            PaperAsk.YEAR: (self.year,),
            PaperAsk.DAY: (self.day,),
            PaperAsk.ORGANISATION: (self.organisation,),
            PaperAsk.OWNER: (self.owner,),
            PaperAsk.AUDIENCE: (self.audience,),
            PaperAsk.POINT: (self.point,),
            PaperAsk.AGREEMENT: (self.agreement,),
            PaperAsk.MATTER: (self.matter,),
            PaperAsk.PROBLEM: (self.problem,),
            PaperAsk.VERSION: (self.version,),
            PaperAsk.GRANT: (self.grant,),
        }
        whole = column(self, gap=8)
        whole.addWidget(self.sections)
        line = row(gap=12)
        for fields in list(self._fields.values())[1:]:
            for field in fields:
                line.addWidget(field, 1)
        line.addStretch(1)
        whole.addLayout(line)

    def _connect(self) -> None:
        self.sections.chosen.connect(self._take_sections)
        self.since.committed.connect(self._take_since)
        self.until.committed.connect(self._take_until)
        self.year.chosen.connect(self._take_year)
        self.day.committed.connect(self._take_day)
        self.organisation.chosen.connect(self._take_organisation)
        self.owner.chosen.connect(self._take_owner)
        self.audience.chosen.connect(self._take_audience)
        self.point.chosen.connect(self._take_point)
        self.agreement.chosen.connect(self._take_agreement)
        self.matter.chosen.connect(self._take_matter)
        self.problem.chosen.connect(self._take_problem)
        self.version.chosen.connect(self._take_version)
        self.grant.chosen.connect(self._take_grant)

    @Slot(object)
    def _take_sections(self, numbers: tuple[int, ...]) -> None:
        self._answer(replace(self._options, sections=numbers))

    @Slot(object)
    def _take_since(self, day: date | None) -> None:
        """Take the first day; a period that would end before it begins ends with its year instead."""
        until = self._options.until
        if day is not None and until is not None and until < day:
            until = day.replace(month=12, day=31)
        self._answer(replace(self._options, since=day, until=until))

    @Slot(object)
    def _take_until(self, day: date | None) -> None:
        since = self._options.since
        if day is not None and since is not None and day < since:
            since = day.replace(month=1, day=1)
        self._answer(replace(self._options, since=since, until=day))

    @Slot(object)
    def _take_year(self, year: object) -> None:
        self._answer(replace(self._options, year=cast("int", year)))

    @Slot(object)
    def _take_day(self, day: date | None) -> None:
        self._answer(replace(self._options, day=day))

    @Slot(object)
    def _take_organisation(self, organisation_id: object) -> None:
        self._answer(replace(self._options, organisation_id=cast("int", organisation_id)))

    @Slot(object)
    def _take_owner(self, owner: object) -> None:
        each = owner == PAGE_EACH
        self._answer(replace(self._options, owner="" if each else cast("str", owner), page_each=each))

    @Slot(object)
    def _take_audience(self, audience: object) -> None:
        self._answer(replace(self._options, audience=cast("str", audience)))

    @Slot(object)
    def _take_point(self, point: object) -> None:
        self._answer(replace(self._options, point=cast("int | None", point)))

    @Slot(object)
    def _take_agreement(self, agreement_id: object) -> None:
        self._answer(replace(self._options, agreement_id=cast("int", agreement_id)))

    @Slot(object)
    def _take_matter(self, matter_id: object) -> None:
        self._answer(replace(self._options, matter_id=cast("int | None", matter_id)))

    @Slot(object)
    def _take_problem(self, problem_id: object) -> None:
        self._answer(replace(self._options, problem_id=cast("int | None", problem_id)))

    @Slot(object)
    def _take_version(self, number: object) -> None:
        self._answer(replace(self._options, version=cast("int | None", number)))

    @Slot(object)
    def _take_grant(self, grant_id: object) -> None:
        self._answer(replace(self._options, grant_id=cast("int", grant_id)))

    def _audiences(self) -> list[tuple[str, str]]:
        """Return whom a packet may be for; one for everyone needs no name."""
        others = [one for one in Audience if one is not Audience.EVERYONE]
        return [("", self.tr("Alla")), *((one.value, one.value.capitalize()) for one in others)]

    def _answer(self, options: PaperOptions) -> None:
        self._options = options
        self.changed.emit(options)

    def _parse(self, text: str) -> date | None:
        return parse_day(text, self._today(), prefer_past=True)


def _show(field: ChoiceField, options: object, chosen: object) -> None:
    field.set_options(cast("list[tuple[object, str]]", options))
    field.set_current(chosen)
