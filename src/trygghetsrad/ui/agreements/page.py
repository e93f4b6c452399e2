"""Överenskommelser: the agreements to the left, and the chosen one with its parties to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trygghetsrad.domain.agreement_clauses import ClauseKey
from trygghetsrad.domain.agreements import AgreementState, agreement_state, time_left
from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.day_reading import parse_day
from trygghetsrad.services.knowledge import agreement as agreement_guide
from trygghetsrad.ui.agreements.party_row import PartyRow
from trygghetsrad.ui.components import pills
from trygghetsrad.ui.components.buttons import link_button, primary_button, secondary_button
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.committing import commit_within
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.keyed_rows import KeyedRows
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.rows import Column
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.components.upright import Upright
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.theme import Ink, TextRole, column, follow_look, look, row

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from PySide6.QtGui import QResizeEvent

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.agreements import Agreement, Party
    from trygghetsrad.services.agreements import PartyChanges
    from trygghetsrad.ui.hub import Hub

_PILLS = {
    AgreementState.DRAFT: pills.PLANNED,
    AgreementState.SENT: pills.ONGOING,
    AgreementState.SIGNED: pills.ONGOING,
    AgreementState.VALID: pills.DONE,
    AgreementState.EXPIRED: pills.CAUTION,
    AgreementState.REPLACED: pills.STOPPED,
}
LIST_WIDTH, NARROW_LIST, NARROW = 380, 230, 820
_OWN = {ClauseKey.PURPOSES, ClauseKey.AREAS}


class AgreementsPage(Page):
    """The written agreements on cooperation (9 §)."""

    SHOWS = Changed.LAW | Changed.PEOPLE | Changed.TODAY

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self.agreement_id = 0
        self.table: DataTable[Agreement] = DataTable(
            self._columns(), name=self.tr("Överenskommelser"), key=lambda one: one.id, flat=True
        )
        self.new = secondary_button(self.tr("Ny överenskommelse"), Icon.ADD)
        self.title = InlineText(self.tr("Överenskommelse"), role=TextRole.SUBTITLE)
        self.state = plain_label("", ink=Ink.SECONDARY, wrap=True)
        self.send = primary_button(self.tr("Skicka för underskrift"), Icon.MAIL)
        self.renew = secondary_button(self.tr("Förnya"), Icon.ARROW_SYNC)
        self.paper = secondary_button(self.tr("Förhandsgranska"), Icon.DOCUMENT_PDF)
        self.purposes = InlineText(
            self.tr("Syften, krävs av 9 §"), placeholder=self.tr("Varför ni samverkar")
        )
        self.areas = InlineText(self.tr("Områden, krävs av 9 §"), placeholder=self.tr("Vad ni samverkar om"))
        self.starts = DateField(self.tr("Gäller från"), self._parse)
        self.ends = DateField(self.tr("Gäller till"), self._parse)
        self.extends = ChoiceField(
            self.tr("Förlängs tills en ny tecknats"), [(False, self.tr("Nej")), (True, self.tr("Ja"))]
        )
        self.dnr = InlineField(self.tr("Diarienummer"))
        self.parties: KeyedRows[Party, PartyRow] = KeyedRows(self._party, PartyRow.show_party)
        self.new_party = InlineField(
            self.tr("Ny part"), placeholder=self.tr("Organisation eller kommun, tryck Enter"), framed=True
        )
        self.clauses: dict[ClauseKey, InlineText] = {}
        self.new_pledge = InlineField(
            self.tr("Nytt medborgarlöfte"),
            placeholder=self.tr("Vad ni lovar invånarna, tryck Enter"),
            framed=True,
        )
        self.pledges = plain_label("", wrap=True, selectable=True)
        self.empty = EmptyState(
            Icon.HANDSHAKE,
            self.tr("Inga överenskommelser än"),
            self.tr(
                "Kommunen ska verka för skriftliga överenskommelser om samverkan, där minst syften och "
                "områden anges (9 §). Kommunen och Polisen är parter från början."
            ),
            primary=self.tr("Ny överenskommelse"),
            primary_icon=Icon.ADD,
        )
        self._lay_out()
        self._connect()

    # -- what the window asks ------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        known = self.council.agreements.every()
        if self.agreement_id not in {one.id for one in known}:
            self.agreement_id = known[0].id if known else 0
        with QSignalBlocker(self.table):
            self.table.show_rows(known)
            self.table.select_key(self.agreement_id)
        self.empty.setVisible(not known)
        self._whole.setVisible(bool(known))
        shown = next((one for one in known if one.id == self.agreement_id), None)
        if shown is not None:
            self._show(shown)

    @override
    def open_item(self, item_id: int) -> None:
        self.commit_pending()
        self.agreement_id = item_id
        self.refresh()

    @override
    def commit_pending(self) -> None:
        commit_within(self)

    @override
    def take_focus(self) -> None:
        (self.table if self.agreement_id else self.new).setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing -------------------------------------------------------------------------------

    def _show(self, shown: Agreement) -> None:
        today = self._today()
        state = agreement_state(shown, today)
        told = filter(None, (state.value.capitalize(), shown.period, time_left(shown, today)))
        self.state.setText(", ".join(told) + ".")
        self.send.setVisible(state is AgreementState.DRAFT)
        self.renew.setVisible(state in {AgreementState.VALID, AgreementState.EXPIRED})
        self.title.set_text(shown.title)
        self.purposes.set_text(shown.purposes)
        self.areas.set_text(shown.areas)
        self.starts.set_day(shown.starts)
        self.ends.set_day(shown.ends)
        self.extends.set_current(shown.extends)
        self.dnr.set_text(shown.dnr)
        self.parties.show_facts(shown.parties)
        texts = {clause.key: clause.text for clause in shown.clauses}
        for key, field in self.clauses.items():
            field.set_text(texts.get(key.value, ""))
        self.pledges.setText(
            "\n".join(": ".join(filter(None, (one.text, one.result))) for one in shown.pledges)
        )
        self.pledges.setVisible(bool(shown.pledges))

    # -- doing ---------------------------------------------------------------------------------

    def _choose(self, agreement: Agreement | None) -> None:
        if agreement is not None and agreement.id != self.agreement_id:
            self.commit_pending()
            self.agreement_id = agreement.id
            self._show(agreement)

    def _add(self) -> None:
        made: list[int] = []
        if self.do(lambda: made.append(self.council.agreements.add(self._today()))):
            self.open_item(made[0])

    def _renew(self) -> None:
        made: list[int] = []
        toast = self.tr("Ett utkast är påbörjat. Den gamla gäller perioden ut.")
        if self.do(
            lambda: made.append(self.council.agreements.renew(self.agreement_id, self._today())), toast=toast
        ):
            self.open_item(made[0])

    def _send(self) -> None:
        self.commit_pending()
        self.do(
            lambda: self.council.agreements.send(self.agreement_id, self._today()),
            toast=self.tr("Överenskommelsen är markerad som utsänd"),
        )

    def _remove(self, agreement: Agreement) -> None:
        self.do(
            lambda: self.council.agreements.remove(agreement.id),
            toast=self.tr("Överenskommelsen är borttagen"),
        )

    def _change(self, name: str, value: object) -> None:
        self.do(lambda: self.council.agreements.change(self.agreement_id, **{name: value}))  # type: ignore[arg-type]

    def _change_party(self, party_id: int, changes: PartyChanges) -> None:
        self.do(lambda: self.council.agreements.change_party(party_id, **changes))

    def _sign(self, party_id: int, day: date | None) -> None:
        self.do(lambda: self.council.agreements.sign(party_id, day, self._today()))

    def _remove_party(self, party_id: int) -> None:
        self.do(lambda: self.council.agreements.remove_party(party_id), toast=self.tr("Parten är borttagen"))

    def _add_party(self, name: str) -> None:
        if name.strip() and self.do(lambda: self.council.agreements.add_party(self.agreement_id, name)):
            self.new_party.set_text("")

    def _write(self, key: ClauseKey, text: str) -> None:
        self.do(lambda: self.council.agreements.write_clause(self.agreement_id, key.value, text))

    def _propose(self, key: ClauseKey) -> None:
        draft = self.council.agreements.clause_draft(self.agreement_id, key.value)
        self.do(
            lambda: self.council.agreements.write_clause(self.agreement_id, key.value, draft),
            toast=self.tr("Förslaget är inlagt. Ändra det så att det stämmer hos er."),
        )

    def _add_pledge(self, text: str) -> None:
        if text.strip() and self.do(lambda: self.council.pledges.add(text, self.agreement_id)):
            self.new_pledge.set_text("")

    def _today(self) -> date:
        return self.now().date()

    def _parse(self, text: str) -> date | None:
        return parse_day(text, self._today())

    # -- laying out ----------------------------------------------------------------------------

    def _columns(self) -> list[Column[Agreement]]:
        return [
            Column(
                self.tr("Överenskommelse"),
                lambda one: one.title,
                tooltip=lambda one: one.title,
                stretch=True,
                strong=True,
            ),
            Column(
                self.tr("Läge"),
                lambda one: agreement_state(one, self._today()).value.capitalize(),
                pill=lambda one: _PILLS[agreement_state(one, self._today())],
                width=130,
                drop_below=280,
            ),
        ]

    def _party(self, party: Party) -> PartyRow:
        made = PartyRow(party, self._today)
        made.changed.connect(self._change_party)
        made.signed.connect(self._sign)
        made.removed.connect(self._remove_party)
        return made

    def _lay_out(self) -> None:
        self._left = Card(self.tr("Överenskommelser"), gap=8, edge=(12, 12, 12, 12))
        self._left.add(self.table, 1)
        self._left.add(self.new)
        sheet = Upright(self.tr("Överenskommelsen"))
        for part in (self._head(), self._parties(), self._content(), self._promises()):
            sheet.add(part)
        self._whole = QWidget()
        inner = row(self._whole, gap=12)
        inner.addWidget(self._left)
        inner.addWidget(sheet, 1)
        whole = column(self, gap=0, edge=(20, 14, 20, 12))
        whole.addWidget(self.empty, 1)
        whole.addWidget(self._whole, 1)
        follow_look(self._restyle)

    def _head(self) -> Card:
        card = Card(gap=6)
        card.add(self.title)
        card.add(self.state)
        line = row(gap=8)
        for button in (self.send, self.renew, self.paper):
            line.addWidget(button)
        line.addStretch(1)
        card.add(line)
        days = row(gap=8)
        for field in (self.starts, self.ends, self.extends, self.dnr):
            days.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        card.add(days)
        return card

    def _parties(self) -> Card:
        card = Card(self.tr("Parter och underskrifter"), gap=8)
        card.add(self.parties)
        card.add(self.new_party)
        return card

    def _content(self) -> Card:
        """Return purposes and areas first, then the clauses with a draft for each."""
        card = Card(self.tr("Innehåll"), gap=10)
        card.add(self.purposes)
        card.add(self.areas)
        for guide in agreement_guide().clauses:
            if guide.clause in _OWN:
                continue
            field = InlineText(guide.heading, placeholder=guide.help)
            field.committed.connect(lambda text, key=guide.clause: self._write(key, text))
            self.clauses[guide.clause] = field
            propose = link_button(self.tr("Visa förslag"))
            propose.setAccessibleName(self.tr("Visa förslag: {clause}").format(clause=guide.heading))
            propose.clicked.connect(lambda _checked=False, key=guide.clause: self._propose(key))
            line = row(gap=8)
            line.addWidget(field, 1)
            line.addWidget(propose, 0, Qt.AlignmentFlag.AlignTop)
            card.add(line)
        return card

    def _promises(self) -> Card:
        card = Card(self.tr("Medborgarlöften"), gap=8)
        card.add(self.pledges)
        card.add(self.new_pledge)
        return card

    def _restyle(self) -> None:
        wide = LIST_WIDTH if self.width() >= look().px(NARROW) else NARROW_LIST
        self._left.setFixedWidth(look().px(wide))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def _connect(self) -> None:
        self.table.chosen.connect(self._choose)
        self.table.delete_pressed.connect(self._remove)
        self.new.clicked.connect(self._add)
        self.renew.clicked.connect(self._renew)
        self.send.clicked.connect(self._send)
        self.paper.clicked.connect(lambda: self.open_requested.emit("paper:overenskommelse", 0))
        self.new_party.committed.connect(self._add_party)
        self.new_pledge.committed.connect(self._add_pledge)
        self.extends.chosen.connect(lambda key: self._change("extends", key))
        for name in ("title", "purposes", "areas", "starts", "ends", "dnr"):
            getattr(self, name).committed.connect(lambda value, name=name: self._change(name, value))
        if self.empty.primary:
            self.empty.primary.clicked.connect(self._add)
