"""The sheet of one agreement: what it says, who signs, how long it holds, and what is to be done now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from trygghetsrad.domain.agreements import AgreementState, agreement_state, time_left
from trygghetsrad.domain.dates import iso, parse_day
from trygghetsrad.ui.agreements.clauses_block import ClausesBlock
from trygghetsrad.ui.agreements.parties_block import PartiesBlock
from trygghetsrad.ui.agreements.pledges_block import PledgesBlock
from trygghetsrad.ui.agreements.states import AGREEMENT_PILLS, state_word
from trygghetsrad.ui.components.buttons import link_button, primary_button, secondary_button
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.labels import Label, plain_label
from trygghetsrad.ui.components.pills import StatusPill
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.components.upright import Upright
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, look, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from trygghetsrad.domain.agreement_clauses import AgreementGuide
    from trygghetsrad.domain.agreements import Agreement


class AgreementSheet(Upright):
    """Tells what was changed; the page does it."""

    changed = Signal(object)
    deed_asked = Signal(str)
    """ "send", "draft", "renew", "attach", "open_file", "detach", "remove", "preview", "preview_pledges"."""

    def __init__(self, guide: AgreementGuide, today: Callable[[], date]) -> None:
        super().__init__("Vald överenskommelse")
        self._today = today
        self._agreement: Agreement | None = None
        self.parties = PartiesBlock(today)
        self.clauses = ClausesBlock(guide)
        self.pledges = PledgesBlock()
        self._make_fields()
        self._make_buttons()
        self._lay_out()
        self._connect()

    def agreement(self) -> Agreement | None:
        """Return the agreement shown."""
        return self._agreement

    def show_agreement(self, agreement: Agreement, organisations: Sequence[tuple[object, str]]) -> None:
        """Show one agreement, and offer these organisations as parties."""
        self._agreement = agreement
        state = agreement_state(agreement, self._today())
        self.pill.set_state(state_word(state), AGREEMENT_PILLS[state])
        self.name.set_text(agreement.title)
        self.starts.set_day(agreement.starts)
        self.ends.set_day(agreement.ends)
        self.dnr.set_text(agreement.dnr)
        self.extends.setChecked(agreement.extends)
        there = {party.organisation_id for party in agreement.parties}
        self.parties.show_parties(agreement.parties, [one for one in organisations if one[0] not in there])
        self.clauses.show_agreement(agreement)
        self.pledges.show_pledges(agreement.pledges)
        self._tell(agreement, state)
        self._offer(agreement, state)

    # -- making --------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.name = InlineText(self.tr("Namn"), role=TextRole.SUBTITLE)
        self.name.label.hide()
        self.pill = StatusPill("")
        self.told = plain_label("", TextRole.BODY, Ink.SECONDARY, wrap=True)
        self.starts = DateField(self.tr("Gäller från"), self._read_day)
        self.ends = DateField(self.tr("Gäller till och med"), self._read_day)
        self.extends = QCheckBox(self.tr("Fortsätter gälla tills en ny är tecknad"))
        self.dnr = InlineField(self.tr("Diarienummer"), placeholder=self.tr("Diarienummer"))

    def _make_buttons(self) -> None:
        self.send = primary_button(self.tr("Skicka för underskrift"), Icon.MAIL)
        self.sign = primary_button(self.tr("Anteckna underskrift"), Icon.EDIT)
        self.renew = secondary_button(self.tr("Förnya"), Icon.ARROW_SYNC)
        self.preview = secondary_button(self.tr("Förhandsgranska"), Icon.EYE)
        self.attach = secondary_button(self.tr("Bifoga undertecknad fil"), Icon.ATTACH)
        self.draft = link_button(self.tr("Ta tillbaka till utkast"))
        self.open_file = link_button(self.tr("Öppna den undertecknade filen"))
        self.detach = link_button(self.tr("Ta bort filen härifrån"))
        self.pledge_page = link_button(self.tr("Sida för invånarna"))
        self.remove = link_button(self.tr("Ta bort överenskommelsen"))

    def _lay_out(self) -> None:
        for card in (self._head(), self._signing(), self._content(), self._promises()):
            self.add(card)

    def _head(self) -> Card:
        card = Card(gap=10)
        card.add(self.name)
        card.add(_indented(self.pill, self.told))
        card.add(_flow(self.send, self.sign, self.renew, self.preview, self.attach))
        self._aside = _flow(self.draft, self.open_file, self.detach)
        card.add(self._aside)
        days = row(gap=8)
        for field in (self.starts, self.ends, self.dnr):
            days.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        card.add(days)
        card.add(_indented(self.extends))
        return card

    def _signing(self) -> Card:
        card = Card(self.tr("Parter och underskrifter"), gap=10)
        card.add(self.parties)
        return card

    def _content(self) -> Card:
        card = Card(self.tr("Innehåll"), gap=10)
        card.add(self.clauses)
        return card

    def _promises(self) -> Card:
        card = Card(self.tr("Medborgarlöften"), gap=10)
        card.add(self.pledges)
        card.add(_indented(self.pledge_page, self.remove))
        return card

    def _connect(self) -> None:
        self.name.committed.connect(partial(self._give, "title"))
        self.starts.committed.connect(partial(self._give, "starts"))
        self.ends.committed.connect(partial(self._give, "ends"))
        self.dnr.committed.connect(partial(self._give, "dnr"))
        self.extends.clicked.connect(partial(self._give, "extends"))
        self.sign.clicked.connect(self.parties.ask_for_signature)
        for button, deed in (
            (self.send, "send"),
            (self.draft, "draft"),
            (self.renew, "renew"),
            (self.preview, "preview"),
            (self.attach, "attach"),
            (self.open_file, "open_file"),
            (self.detach, "detach"),
            (self.pledge_page, "preview_pledges"),
            (self.remove, "remove"),
        ):
            button.clicked.connect(partial(self.deed_asked.emit, deed))

    # -- showing parts -------------------------------------------------------------------------

    def _tell(self, agreement: Agreement, state: AgreementState) -> None:
        """Say in a sentence where it stands."""
        unsigned = [party.name for party in agreement.parties if party.signed_on is None]
        sent = iso(agreement.sent_on) if agreement.sent_on else ""
        words = {
            AgreementState.DRAFT: self.tr("Ett utkast. Skicka den när parter och innehåll är klara."),
            AgreementState.SENT: self.tr("Väntar på underskrift av {names}.").format(
                names=", ".join(unsigned)
            ),
            AgreementState.REPLACED: self.tr("En ny överenskommelse har tagit vid."),
        }
        told = words.get(state) or f"{time_left(agreement, self._today()).capitalize()}."
        self.told.setText(f"{told} {self.tr('Utskickad {day}.').format(day=sent)}" if sent else told)

    def _offer(self, agreement: Agreement, state: AgreementState) -> None:
        """Show the deeds that make sense now."""
        waits = state is AgreementState.SENT
        self.send.setVisible(state is AgreementState.DRAFT)
        self.sign.setVisible(waits and bool(agreement.parties))
        self.renew.setVisible(state not in {AgreementState.DRAFT, AgreementState.SENT})
        self.draft.setVisible(waits and agreement.sent_on is not None and agreement.signed_on is None)
        has_file = agreement.attachment_id is not None
        self.attach.setVisible(state is not AgreementState.DRAFT and not has_file)
        self.open_file.setVisible(has_file)
        self.detach.setVisible(has_file)
        self.pledge_page.setVisible(bool(agreement.pledges))
        self._aside.setVisible(waits or has_file)

    def _give(self, name: str, value: object) -> None:
        self.changed.emit({name: value})

    def _read_day(self, text: str) -> date | None:
        return parse_day(text, self._today())


def _indented(*parts: QWidget) -> QWidget:
    """Line parts up with the words of the fields, the last one wide."""
    whole = QWidget()
    line = row(whole, gap=8, edge=(8, 0, 0, 0))
    for part in parts:
        line.addWidget(part, int(part is parts[-1] and isinstance(part, Label)))
    if not isinstance(parts[-1], Label):
        line.addStretch(1)
    return whole


def _flow(*buttons: QWidget) -> QWidget:
    whole = QWidget()
    flow = FlowLayout(whole, gap=8)
    whole.setContentsMargins(look().px(8), 0, 0, 0)
    for button in buttons:
        flow.addWidget(button)
    return whole
