"""Joins the list of people, the panel and what can be done with a person or a seat."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from trygghetsrad.domain.contacts import clean_email, split_name, split_party
from trygghetsrad.domain.people import SeatRole
from trygghetsrad.domain.phones import phone_text
from trygghetsrad.domain.terms import proposed_terms
from trygghetsrad.ui.members.choices import NEW_SEAT, panel_choices
from trygghetsrad.ui.members.people_view import PeopleView
from trygghetsrad.ui.members.person_panel import PersonPanel

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from trygghetsrad.domain.people import AttendanceCount
    from trygghetsrad.ui.members.lines import Line, LineKey
    from trygghetsrad.ui.members.register import Register
    from trygghetsrad.ui.page import Page


class PeopleDesk(QObject):
    """What is asked in list and panel is done through the page, which tells of refusals."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._people = page.council.people
        self._register: Register | None = None
        self.open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self.panel = PersonPanel(self._today)
        self.view = PeopleView(self.panel)
        self._connect()

    # -- showing -------------------------------------------------------------------------------

    def show(self, register: Register) -> None:
        """Show the register; what is open in the panel stays open."""
        self._register = register
        self.panel.set_choices(
            panel_choices(
                register.members, register.persons, register.organisations, register.terms, self._today()
            )
        )
        self.view.show_lines(register.lines)
        shown = self.panel.line()
        if shown and not self.panel.isHidden():
            self._show_line(register.line(shown.key))

    def open_person(self, person_id: int) -> None:
        """Show one person in list and panel."""
        self.open_line(self._register.line_of(person_id) if self._register else None)

    def open_key(self, key: LineKey) -> None:
        """Show one line in list and panel."""
        self.open_line(self._register.line(key) if self._register else None)

    def open_line(self, line: Line | None) -> None:
        """Show a line even when a filter hid it."""
        if line:
            self.view.reveal(line)
            self._show_line(line)

    @Slot()
    def new(self) -> None:
        """Begin a new person in the panel."""
        self.view.table.clearSelection()
        self.panel.show_new()

    def _show_line(self, line: Line | None) -> None:
        if line is None:
            self.panel.hide()
        else:
            self.panel.show_line(line, self._attendance(line))

    def _attendance(self, line: Line) -> AttendanceCount | None:
        if line.person is None or line.member is None:
            return None
        return self._people.attendance(line.person.id, self._today().year)

    # -- deeds ---------------------------------------------------------------------------------

    def _change(self, kind: str, name: str, value: object) -> None:
        line = self.panel.line()
        changes: dict[str, Any] = {name: _tidied(name, value)}
        if line is None:
            return
        if kind == "person" and line.person:
            self._do(partial(self._people.change_person, line.person.id, **changes))
        elif kind == "seat" and line.member:
            self._do(partial(self._people.change_seat, line.member.seat.id, **changes))
        elif line.member and line.member.appointment:
            self._do(partial(self._people.change_appointment, line.member.appointment.id, **changes))

    def _add(self, written: str, details: dict[str, Any]) -> None:
        name, _party = split_party(written)
        given_name, family_name = split_name(name)
        known: dict[str, Any] = {name: _tidied(name, value) for name, value in details.items()}
        home = known.pop("organisation", None)
        role = known.pop("role", SeatRole.MEMBER)
        where: dict[str, Any] = {"organisation": home} if isinstance(home, str) else {"organisation_id": home}
        before = {person.id for person in self._register.persons} if self._register else set()
        self._do(
            partial(self._people.add_member, given_name, family_name, role, self._today(), **where, **known)
        )
        new = [person.id for person in self._people.persons() if person.id not in before]
        if new:
            self.open_person(new[0])
            if not self.panel.isAncestorOf(QApplication.focusWidget() or self.view.table):
                self.panel.enter()

    def _move(self, organisation: Any) -> None:
        line = self.panel.line()
        if line:
            person_id = line.person.id if line.person else None
            seat_id = line.member.seat.id if line.member else None
            self._do(partial(self._people.move_to, organisation, person_id=person_id, seat_id=seat_id))

    def _serve(self, term: object) -> None:
        line = self.panel.line()
        appointment = line.member.appointment if line and line.member else None
        if appointment is None:
            return
        if isinstance(term, str):
            proposed = next(one for one in proposed_terms(self._today()) if one.name == term)
            self._do(partial(self._people.serve, appointment.id, proposed))
        else:
            chosen: Any = term
            self._do(partial(self._people.change_appointment, appointment.id, term_id=chosen, ends=None))

    def _seat(self, seat: Any) -> None:
        line = self.panel.line()
        if line is None or line.person is None or not seat:
            return
        person = line.person
        if seat == NEW_SEAT:
            deed = partial(self._people.give_seat, person.id, SeatRole.MEMBER, self._today())
        else:
            deed = partial(self._people.appoint, seat, person.id, self._today())
        if self._do(deed, self.tr("{name} sitter nu i rådet.").format(name=person.name)):
            self.open_person(person.id)

    def _replace(self, successor: Any) -> None:
        line = self.panel.line()
        if line is None or line.member is None:
            return
        seat = line.member.seat.id
        appoint = self._people.appoint_new if isinstance(successor, str) else self._people.appoint
        toast = self.tr("Platsen är tillsatt.")
        self._do(partial(appoint, seat, successor, self._today()), toast)

    def _vacate(self) -> None:
        line = self.panel.line()
        if line and line.member and line.member.appointment:
            # The seat is free from today, so that it shows as vacant at once.
            last_day = self._today() - timedelta(days=1)
            toast = self.tr("{name} har lämnat platsen, som nu är vakant.").format(name=line.name)
            self._do(partial(self._people.vacate, line.member.appointment.id, last_day), toast)

    def _remove_shown(self) -> None:
        line = self.panel.line()
        if line:
            self._remove(line)

    def _remove(self, line: Line) -> None:
        if line.person:
            toast = self.tr("{name} är borttagen.").format(name=line.name)
            self._do(partial(self._people.remove_person, line.person.id, self._today()), toast)
        elif line.member:
            toast = self.tr("Platsen är borttagen.")
            self._do(partial(self._people.remove_seat, line.member.seat.id, self._today()), toast)

    def _write_mail(self) -> None:
        line = self.panel.line()
        if line and line.person and line.person.email:
            address = QUrl()
            address.setScheme("mailto")
            address.setPath(line.person.email)
            if not self.open_url(address):
                self._copy(line.person.email, self.tr("Inget e-postprogram svarade. Adressen är kopierad."))

    def _copy_number(self) -> None:
        line = self.panel.line()
        if line and line.phone:
            self._copy(line.phone, self.tr("Numret är kopierat."))

    def _copy(self, text: str, told: str) -> None:
        QApplication.clipboard().setText(text)
        self._page.toast_requested.emit(told, False)

    def _do(self, deed: Callable[[], object], toast: str = "") -> bool:
        done = self._page.do(deed, toast=toast)
        if not done:
            self._page.refresh()
        return done

    # -- joining -------------------------------------------------------------------------------

    def _connect(self) -> None:
        table, panel = self.view.table, self.panel
        table.chosen.connect(self._show_line)
        table.opened.connect(self._open)
        table.delete_pressed.connect(self._remove)
        self.view.new_asked.connect(self.new)
        panel.changed.connect(self._change)
        panel.added.connect(self._add)
        panel.organisation_picked.connect(self._move)
        panel.term_picked.connect(self._serve)
        panel.seat_picked.connect(self._seat)
        panel.successor_picked.connect(self._replace)
        panel.vacate_asked.connect(self._vacate)
        panel.removal_asked.connect(self._remove_shown)
        panel.mail_asked.connect(self._write_mail)
        panel.number_asked.connect(self._copy_number)
        panel.substitute_opened.connect(self._open_seat)
        panel.closed.connect(self._leave_panel)

    def _open(self, line: Line) -> None:
        self._show_line(line)
        self.panel.enter()

    def _open_seat(self, seat_id: int) -> None:
        self.open_key(("seat", seat_id))

    def _leave_panel(self) -> None:
        self.view.table.clearSelection()
        self.view.table.setFocus()

    def _today(self) -> date:
        return self._page.now().date()


def _tidied(name: str, value: object) -> object:
    """Return a typed value as it is kept: one way to write a number and an address."""
    if name == "email" and isinstance(value, str):
        return clean_email(value) or value
    if name in {"phone", "mobile"} and isinstance(value, str):
        return phone_text(value)
    return value
