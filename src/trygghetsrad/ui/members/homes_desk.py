"""Joins the lists of organisations and mandate periods with their panels and deeds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.invitations import Answer, LetterKind
from trygghetsrad.domain.organisation_kinds import kind_of
from trygghetsrad.domain.terms import term_to_add
from trygghetsrad.ui.members.letters_block import NO, REMINDED, REMOVE, SENT, YES
from trygghetsrad.ui.members.organisations_view import Home, OrganisationPanel, OrganisationsView, homes_of
from trygghetsrad.ui.members.terms_view import ServedTerm, TermPanel, TermsView, served_terms

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from trygghetsrad.ui.members.register import Register
    from trygghetsrad.ui.page import Page


class OrganisationsDesk(QObject):
    """Organisations: add, rename, kind, what they are part of, remove."""

    person_opened = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._people = page.council.people
        self._letters = page.council.invitations
        self._register: Register | None = None
        self.panel = OrganisationPanel()
        self.view = OrganisationsView(self.panel)
        self._connect()

    def show(self, register: Register) -> None:
        """Show the register; what is open in the panel stays open."""
        self._register = register
        homes = homes_of(
            register.organisations, register.lines, self._letters.every(), self._letters.absent(self._today())
        )
        self.view.show_homes(homes)
        shown = self.panel.home()
        if shown and not self.panel.isHidden():
            same = (home for home in homes if home.organisation.id == shown.organisation.id)
            self._show_home(next(same, None))

    @Slot()
    def new(self) -> None:
        """Begin a new organisation in the panel."""
        self.view.table.clearSelection()
        self.panel.show_new()

    def _show_home(self, home: Home | None) -> None:
        if home is None or self._register is None:
            self.panel.hide()
        else:
            self.panel.show_home(home, self._register.organisations)

    def _open(self, home: Home) -> None:
        self._show_home(home)
        self.panel.name.setFocus()

    def _add(self, name: str) -> None:
        before = {one.id for one in self._register.organisations} if self._register else set()
        self._page.do(partial(self._people.add_organisation, name, kind_of(name)))
        new = [one.id for one in self._people.organisations() if one.id not in before]
        if new:
            self.view.table.select_key(new[0])

    def _change(self, name: str, value: object) -> None:
        home = self.panel.home()
        changes: dict[str, Any] = {name: value}
        if home and not self._page.do(
            partial(self._people.change_organisation, home.organisation.id, **changes)
        ):
            self._page.refresh()

    # -- letters -------------------------------------------------------------------------------

    @Slot(str)
    def _write_letter(self, kind: str) -> None:
        home = self.panel.home()
        if home:
            self._page.open_requested.emit(f"paper:{kind}", home.organisation.id)

    @Slot(str)
    def _note_letter(self, kind: str) -> None:
        home, today = self.panel.home(), self._today()
        if home:
            note = partial(self._letters.add, home.organisation.id, today, LetterKind(kind), sent_on=today)
            self._page.do(note, toast=self.tr("Antecknat som skickat {day}.").format(day=iso(today)))

    @Slot(str, int)
    def _note_deed(self, deed: str, letter_id: int) -> None:
        today = self._today()
        deeds: dict[str, tuple[Callable[[], object], str]] = {
            SENT: (partial(self._letters.mark_sent, letter_id, today), self.tr("Markerat som skickat.")),
            REMINDED: (partial(self._letters.remind, letter_id, today), self.tr("Påminnelsen är antecknad.")),
            YES: (partial(self._letters.answer, letter_id, Answer.YES, today), self._welcome()),
            NO: (partial(self._letters.answer, letter_id, Answer.NO, today), self.tr("Svaret är antecknat.")),
            REMOVE: (partial(self._letters.remove, letter_id), self.tr("Brevet är borttaget.")),
        }
        done, toast = deeds[deed]
        self._page.do(done, toast=toast)

    def _welcome(self) -> str:
        home = self.panel.home()
        if home is None or home.has_place:
            return self.tr("Svaret är antecknat.")
        words = self.tr("{name} har fått en plats som ledamot. Den är vakant tills du sätter dit någon.")
        return words.format(name=home.organisation.name)

    def _today(self) -> date:
        return self._page.now().date()

    def _remove_shown(self) -> None:
        home = self.panel.home()
        if home:
            self._remove(home)

    def _remove(self, home: Home) -> None:
        toast = self.tr("{name} är borttagen.").format(name=home.organisation.name)
        self._page.do(partial(self._people.remove_organisation, home.organisation.id), toast=toast)

    def _connect(self) -> None:
        self.view.table.chosen.connect(self._show_home)
        self.view.table.opened.connect(self._open)
        self.view.table.delete_pressed.connect(self._remove)
        self.view.new_asked.connect(self.new)
        self.panel.added.connect(self._add)
        self.panel.changed.connect(self._change)
        self.panel.removal_asked.connect(self._remove_shown)
        self.panel.person_opened.connect(self.person_opened)
        self.panel.letters.letter_asked.connect(self._write_letter)
        self.panel.letters.note_asked.connect(self._note_letter)
        self.panel.letters.deed_asked.connect(self._note_deed)
        self.panel.closed.connect(self._leave_panel)

    def _leave_panel(self) -> None:
        self.view.table.clearSelection()
        self.view.table.setFocus()


class TermsDesk(QObject):
    """Mandate periods: add the next one, change its days, remove."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._people = page.council.people
        self._register: Register | None = None
        self.panel = TermPanel(self._today)
        self.view = TermsView(self.panel)
        self._connect()

    def show(self, register: Register) -> None:
        """Show the register; what is open in the panel stays open."""
        self._register = register
        served = served_terms(register.terms, register.members)
        self.view.show_terms(served)
        shown = self.panel.shown()
        if shown and not self.panel.isHidden():
            self._show_term(next((one for one in served if one.term.id == shown.term.id), None))

    @Slot()
    def new(self) -> None:
        """Add the first proposed period that is not there yet, ready to be changed."""
        known = {term.name: term.id for term in self._register.terms} if self._register else {}
        term = term_to_add(self._today(), known)
        add: Callable[[], object] = partial(self._people.add_term, term.name, term.starts, term.ends)
        self._page.do(add, toast=self.tr("Mandatperioden {name} är tillagd.").format(name=term.name))
        new = [one.id for one in self._people.terms() if one.id not in known.values()]
        if new:
            self.view.table.select_key(new[0])

    def _show_term(self, served: ServedTerm | None) -> None:
        if served is None:
            self.panel.hide()
        else:
            self.panel.show_term(served)

    def _open(self, served: ServedTerm) -> None:
        self._show_term(served)
        self.panel.name.setFocus()

    def _change(self, name: str, value: object) -> None:
        served = self.panel.shown()
        changes: dict[str, Any] = {name: value}
        if served and not self._page.do(partial(self._people.change_term, served.term.id, **changes)):
            self._page.refresh()

    def _remove_shown(self) -> None:
        served = self.panel.shown()
        if served:
            self._remove(served)

    def _remove(self, served: ServedTerm) -> None:
        toast = self.tr("Mandatperioden {name} är borttagen.").format(name=served.term.name)
        self._page.do(partial(self._people.remove_term, served.term.id), toast=toast)

    def _connect(self) -> None:
        self.view.table.chosen.connect(self._show_term)
        self.view.table.opened.connect(self._open)
        self.view.table.delete_pressed.connect(self._remove)
        self.view.new_asked.connect(self.new)
        self.panel.changed.connect(self._change)
        self.panel.removal_asked.connect(self._remove_shown)
        self.panel.closed.connect(self._leave_panel)

    def _leave_panel(self) -> None:
        self.view.table.clearSelection()
        self.view.table.setFocus()

    def _today(self) -> date:
        return self._page.now().date()
