"""Whom the council answers to, and whom to ask about personal data."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.settings.parts import SettingsCard, Store, beside

if TYPE_CHECKING:
    from trygghetsrad.domain.council import Council

USUAL_BOARD = "kommunstyrelsen"


class ResponsibilityCard(SettingsCard):
    """What stands in the annual report's memo and on the page about personal data."""

    def __init__(self, store: Store) -> None:
        super().__init__("Ansvar och personuppgifter", store)
        self.board = InlineField(self.tr("Nämnd som ansvarar för rådet"), framed=True)
        self.memo_word = ChoiceField(
            self.tr("Ord för skrivelsen till nämnden"),
            [("tjänsteskrivelse", "Tjänsteskrivelse"), ("tjänsteutlåtande", "Tjänsteutlåtande")],
            framed=True,
        )
        self.officer_contact = InlineField(
            self.tr("Kontakt till kommunens dataskyddsombud"),
            placeholder=self.tr("E-post och telefon"),
            framed=True,
        )
        self.officer_contact.set_hint(self.tr("Står på sidan ”Så behandlar vi dina personuppgifter”."))
        self.add(beside(self.board, self.memo_word))
        self.add(self.officer_contact)
        self.board.committed.connect(self._keep_board)
        self.memo_word.chosen.connect(partial(self.keep, self.memo_word, "memo_word"))
        self.officer_contact.committed.connect(partial(self.keep, self.officer_contact, "officer_contact"))

    def show_council(self, council: Council) -> None:
        self.board.set_text(council.board)
        self.memo_word.set_current(council.memo_word)
        self.officer_contact.set_text(council.officer_contact)

    def _keep_board(self, board: str) -> None:
        # By 13 § it is kommunstyrelsen unless the assembly has chosen another board.
        self.keep(self.board, "board", board.strip() or USUAL_BOARD)
