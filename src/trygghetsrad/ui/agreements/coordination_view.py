"""Samordningsfunktionen, what the inhabitants were told, and the way to other planning."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.dates import iso, parse_day
from trygghetsrad.domain.sorting import swedish_key
from trygghetsrad.ui.components.buttons import link_button, primary_button, secondary_button
from trygghetsrad.ui.components.committing import commit_within
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.number_field import NumberField
from trygghetsrad.ui.components.person_picker import PersonPicker
from trygghetsrad.ui.components.rows import Column
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.components.upright import Upright
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.theme import Ink, column, look, row

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.coordination import CoordinationFunction, Publication
    from trygghetsrad.services.coordination import FunctionChanges
    from trygghetsrad.ui.hub import Hub


class CoordinationView(Page):
    """Who holds the samordningsfunktion (11 §), and what was published (12 § 3)."""

    SHOWS = Changed.LAW | Changed.PEOPLE | Changed.TODAY

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self._function: CoordinationFunction | None = None
        self._beginning = False
        self._make_fields()
        self._make_publications()
        self.plan = secondary_button(self.tr("Visa planeringen"), Icon.DATA_TRENDING)
        self._lay_out()
        self._connect()

    @override
    def refresh(self) -> None:
        coordination = self.council.coordination
        people = sorted(self.council.people.persons(), key=lambda one: swedish_key(one.name))
        self.holder.set_people([(one.id, one.name) for one in people])
        functions = coordination.functions()
        if not self._beginning:
            self._show(functions[0] if functions else None)
        older = [f"{one.holder or one.post}, {_span(one)}" for one in functions[1:]]
        self.history.setText(self.tr("Tidigare: {names}").format(names=" · ".join(older)) if older else "")
        self.history.setVisible(bool(older))
        self.publications.show_rows(coordination.publications())

    @override
    def commit_pending(self) -> None:
        commit_within(self)

    @override
    def take_focus(self) -> None:
        (self.begin if self._function is None else self.post.edit).setFocus(Qt.FocusReason.OtherFocusReason)

    # -- samordningsfunktion -------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.says = plain_label(
            self.tr(
                "Kommunen ska ha en funktion som samordnar det brottsförebyggande arbetet (11 §). "
                "Lagen säger inte hur stor den ska vara."
            ),
            ink=Ink.SECONDARY,
            wrap=True,
        )
        self.post = InlineField(
            self.tr("Befattning"), placeholder=self.tr("Trygghetssamordnare"), framed=True
        )
        self.holder = PersonPicker(self.tr("Vem"), free_text=True, framed=True)
        self.percent = NumberField(self.tr("Del av heltid"), maximum=100, unit="%")
        self.deputy = InlineField(self.tr("Ersättare"), framed=True)
        self.contact = InlineField(
            self.tr("Kontaktpunkt för invånare och aktörer (12 § 2)"),
            placeholder=self.tr("Telefon, e-post eller webbsida"),
            framed=True,
        )
        self.starts = DateField(self.tr("Från"), self._past, framed=True)
        self.history = plain_label("", ink=Ink.SECONDARY, wrap=True)
        self.begin = primary_button(self.tr("Lägg in samordningsfunktionen"), Icon.CHECKMARK)
        self.succeed = link_button(self.tr("Någon annan tar över"))
        self.cancel = link_button(self.tr("Avbryt"))
        self.remove = link_button(self.tr("Ta bort uppgiften"))

    def _show(self, one: CoordinationFunction | None) -> None:
        """Show who holds it now; nobody leaves empty fields and a button that takes them in."""
        self._function = one
        self.begin.setVisible(one is None)
        self.succeed.setVisible(one is not None)
        self.remove.setVisible(one is not None)
        self.cancel.setVisible(self._beginning)
        if one is None:
            return
        self.post.set_text(one.post)
        self.holder.set_current(one.person_id or one.holder or None)
        self.percent.set_value(one.percent or 0)
        self.deputy.set_text(one.deputy)
        self.contact.set_text(one.contact)
        self.starts.set_day(one.starts)

    def _succeed(self) -> None:
        """Empty the fields for whoever takes over."""
        self.commit_pending()
        self._beginning = True
        for field in (self.post, self.deputy):
            field.edit.take("")
        self.holder.set_current(None)
        self.percent.set_value(0)
        self.starts.set_day(self._today())
        self._show(None)
        self.post.edit.setFocus()

    def _stop(self) -> None:
        self._beginning = False
        self.refresh()

    def _begin(self) -> None:
        picked = self.holder.current()
        add = partial(
            self.council.coordination.begin,
            self.post.text(),
            self.starts.day() or self._today(),
            person_id=picked if isinstance(picked, int) else None,
            holder=picked if isinstance(picked, str) else "",
            percent=self.percent.value() or None,
            deputy=self.deputy.text(),
            contact=self.contact.text(),
        )
        beginning, self._beginning = self._beginning, False
        if not self.do(add, toast=self.tr("Samordningsfunktionen är inlagd.")):
            self._beginning = beginning

    def _change(self, changes: FunctionChanges) -> None:
        shown = self._function
        if shown is not None and not self.do(lambda: self.council.coordination.change(shown.id, **changes)):
            self._show(shown)

    def _take_holder(self, picked: object) -> None:
        if isinstance(picked, int):
            self._change({"person_id": picked, "holder": ""})
        else:
            self._change({"person_id": None, "holder": str(picked or "")})

    def _remove(self) -> None:
        shown = self._function
        if shown is not None:
            self.do(
                lambda: self.council.coordination.remove(shown.id), toast=self.tr("Uppgiften är borttagen.")
            )

    # -- publications --------------------------------------------------------------------------

    def _make_publications(self) -> None:
        self.title = InlineField(self.tr("Vad"), placeholder=self.tr("Lägesbild 2026"), framed=True)
        self.address = InlineField(
            self.tr("Var"), placeholder=self.tr("Adress till webbsidan, eller ”bygdebladet”"), framed=True
        )
        self.day = DateField(self.tr("När"), self._past, framed=True)
        self.publish = secondary_button(self.tr("Anteckna publicering"), Icon.ADD)
        self.publications: DataTable[Publication] = DataTable(
            [
                Column(
                    self.tr("Dag"),
                    lambda one: iso(one.day),
                    lambda one: (-one.day.toordinal(), -one.id),
                    width=110,
                ),
                Column(self.tr("Vad"), lambda one: one.title, edit=self._editor("title"), stretch=True),
                Column(
                    self.tr("Var"),
                    lambda one: one.address,
                    edit=self._editor("address"),
                    stretch=True,
                    drop_below=520,
                ),
            ],
            name=self.tr("Publiceringar"),
            key=lambda one: one.id,
            flat=True,
        )

    def _editor(self, name: str) -> Callable[[Publication, str], None]:
        def edit(one: Publication, text: str) -> None:
            changes: dict[str, Any] = {name: text}
            self.do(lambda: self.council.coordination.change_publication(one.id, self._today(), **changes))

        return edit

    def _publish(self) -> None:
        today = self._today()
        tell = partial(
            self.council.coordination.publish,
            self.title.text(),
            self.day.day() or today,
            today,
            address=self.address.text(),
        )
        if self.do(tell, toast=self.tr("Publiceringen är antecknad.")):
            self.title.edit.take("")
            self.address.edit.take("")
            self.day.set_day(None)

    def _remove_publication(self, one: Publication) -> None:
        self.do(
            lambda: self.council.coordination.remove_publication(one.id),
            toast=self.tr("Publiceringen är borttagen."),
        )

    # -- laying out ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        sheet = Upright(self.tr("Samordning"))
        function = Card(self.tr("Samordningsfunktion (11 §)"), gap=10)
        function.add(self.says)
        function.add(_beside(self.post, self.holder, self.starts))
        function.add(_beside(self.percent, self.deputy, self.contact))
        function.add(self.history)
        deeds = row(gap=12)
        for button in (self.begin, self.succeed, self.cancel, self.remove):
            deeds.addWidget(button)
        deeds.addStretch(1)
        function.add(deeds)
        told = Card(self.tr("Information till invånarna (12 § 3)"), gap=10)
        line = row(gap=8)
        for field in (self.title, self.address, self.day):
            line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        told.add(line)
        told.add(self.publish)
        told.body.setAlignment(self.publish, Qt.AlignmentFlag.AlignLeft)
        self.publications.setMinimumHeight(look().px(150))
        told.add(self.publications)
        other = Card(self.tr("Samordnas med (7 §)"), gap=10)
        words = self.tr("Vilka andra planer arbetet hänger ihop med skrivs i åtgärdsplanen.")
        other.add(plain_label(words, ink=Ink.SECONDARY, wrap=True))
        other.add(self.plan)
        other.body.setAlignment(self.plan, Qt.AlignmentFlag.AlignLeft)
        for card in (function, told, other):
            sheet.add(card)
        column(self, gap=0).addWidget(sheet)

    def _connect(self) -> None:
        for field, name in ((self.post, "post"), (self.deputy, "deputy"), (self.contact, "contact")):
            field.committed.connect(partial(self._give, name))
        self.starts.committed.connect(partial(self._give, "starts"))
        self.percent.committed.connect(partial(self._give, "percent"))
        self.holder.picked.connect(self._take_holder)
        self.begin.clicked.connect(self._begin)
        self.succeed.clicked.connect(self._succeed)
        self.cancel.clicked.connect(self._stop)
        self.remove.clicked.connect(self._remove)
        self.publish.clicked.connect(self._publish)
        self.publications.delete_pressed.connect(self._remove_publication)
        self.plan.clicked.connect(lambda: self.open_requested.emit("thread", 0))

    def _give(self, name: str, value: object) -> None:
        """Store a field of whoever holds it now; while somebody is taken in, the button stores all."""
        if self._function is not None and (value or name not in {"post", "starts"}):
            self._change({name: value})  # type: ignore[misc]
        elif self._function is not None:
            self._show(self._function)

    def _past(self, text: str) -> date | None:
        return parse_day(text, self._today(), prefer_past=True)

    def _today(self) -> date:
        return self.now().date()


def _span(one: CoordinationFunction) -> str:
    return f"{iso(one.starts)}–{iso(one.ends)}" if one.ends else f"från {iso(one.starts)}"


def _beside(*fields: QWidget) -> QWidget:
    whole = QWidget()
    line = row(whole, gap=8)
    for field in fields:
        line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return whole
