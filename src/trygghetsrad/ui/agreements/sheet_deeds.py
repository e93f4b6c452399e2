"""What is done on the sheet of an agreement with its clauses, parties and pledges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.domain.actions import Rating
    from trygghetsrad.services.agreements import PartyChanges
    from trygghetsrad.services.pledges import PledgeChanges
    from trygghetsrad.ui.agreements.agreement_sheet import AgreementSheet
    from trygghetsrad.ui.page import Page


class SheetDeeds(QObject):
    """Joins the parts of the sheet with what can be done to the agreement it shows."""

    def __init__(self, page: Page, sheet: AgreementSheet) -> None:
        super().__init__(page)
        self._page, self._sheet = page, sheet
        sheet.clauses.written.connect(self._write_clause)
        sheet.clauses.draft_asked.connect(self._show_draft)
        sheet.parties.added.connect(self._add_party)
        sheet.parties.changed.connect(self._change_party)
        sheet.parties.signed.connect(self._sign)
        sheet.parties.moved.connect(self._move_party)
        sheet.parties.removed.connect(self._remove_party)
        sheet.pledges.added.connect(self._add_pledge)
        sheet.pledges.changed.connect(self._change_pledge)
        sheet.pledges.followed_up.connect(self._follow_up)
        sheet.pledges.removed.connect(self._remove_pledge)

    def _write_clause(self, key: str, text: str) -> None:
        shown = self._sheet.agreement()
        if shown:
            self._page.do(lambda: self._page.council.agreements.write_clause(shown.id, key, text))

    def _show_draft(self, key: str) -> None:
        """Put the draft of a clause in its place, to be changed there."""
        shown = self._sheet.agreement()
        if shown is None:
            return
        draft = self._page.council.agreements.clause_draft(shown.id, key)
        if self._page.do(
            lambda: self._page.council.agreements.write_clause(shown.id, key, draft),
            toast=self.tr("Förslaget är infogat. Ändra det som du vill."),
        ):
            self._sheet.clauses.focus_on(key)

    def _add_party(self, picked: object) -> None:
        shown = self._sheet.agreement()
        if shown is None:
            return
        agreements = self._page.council.agreements
        if isinstance(picked, int):
            self._page.do(lambda: agreements.add_party(shown.id, organisation_id=picked))
        else:
            self._page.do(lambda: agreements.add_party(shown.id, str(picked)))

    def _change_party(self, party_id: int, changes: PartyChanges) -> None:
        self._page.do(lambda: self._page.council.agreements.change_party(party_id, **changes))

    def _sign(self, party_id: int, day: date | None) -> None:
        toast = self.tr("Underskriften är antecknad.") if day else self.tr("Underskriften är borttagen.")
        self._page.do(lambda: self._page.council.agreements.sign(party_id, day, self._today()), toast=toast)

    def _move_party(self, party_id: int, place: int) -> None:
        self._page.do(lambda: self._page.council.agreements.move_party(party_id, place))

    def _remove_party(self, party_id: int) -> None:
        self._page.do(
            lambda: self._page.council.agreements.remove_party(party_id),
            toast=self.tr("Parten är borttagen."),
        )

    def _add_pledge(self, text: str) -> None:
        shown = self._sheet.agreement()
        if shown:
            self._page.do(lambda: self._page.council.pledges.add(text, shown.id))

    def _change_pledge(self, pledge_id: int, changes: PledgeChanges) -> None:
        self._page.do(lambda: self._page.council.pledges.change(pledge_id, **changes))

    def _follow_up(self, pledge_id: int, result: str, rating: Rating) -> None:
        today = self._today()
        self._page.do(
            lambda: self._page.council.pledges.follow_up(pledge_id, result, rating, today, today),
            toast=self.tr("Uppföljningen är antecknad."),
        )

    def _remove_pledge(self, pledge_id: int) -> None:
        self._page.do(
            lambda: self._page.council.pledges.remove(pledge_id), toast=self.tr("Löftet är borttaget.")
        )

    def _today(self) -> date:
        return self._page.now().date()
