"""The fields of a person, of the seat and of the appointment, as the panel shows them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trygghetsrad.domain.contacts import is_email
from trygghetsrad.domain.day_reading import parse_day
from trygghetsrad.domain.people import ROLE_ORDER, SeatRole
from trygghetsrad.ui.components.check_row import CheckRow
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.person_picker import PersonPicker

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from trygghetsrad.domain.people import Appointment, Person
    from trygghetsrad.ui.members.choices import PanelChoices
    from trygghetsrad.ui.members.lines import Line


class PersonFields(QObject):
    """Tells of what (person, seat, appointment), the name of the value, and the value."""

    changed = Signal(str, str, object)

    def __init__(self, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._today = today
        self._make_of_person()
        self._make_of_seat()
        self._make_of_appointment()
        self._connect()

    def set_choices(self, choices: PanelChoices) -> None:
        """Offer these organisations, terms, seats and persons."""
        self.organisation.set_people(choices.organisations)
        self.term.set_options(choices.terms)
        self.substitute_for.set_options(choices.seats)
        self.vacant_seats.set_options(choices.vacant_seats)
        self.successor.set_people(choices.persons)

    def show_line(self, line: Line) -> None:
        """Show the stored values of a line."""
        person, member = line.person, line.member
        home = member.seat.organisation_id if member else None
        self.organisation.set_current(home or (person.organisation_id if person else None))
        self.vacant_seats.set_current("")
        if member:
            self.role.set_current(member.seat.role)
            self.substitute_for.set_current(member.seat.for_seat_id)
        if member and member.appointment:
            self._show_appointment(member.appointment)
        if person:
            self._show_person(person, line)

    def show_new(self) -> None:
        """Show an empty person who is to be an ordinary member."""
        for field in (self.whole_name, *self.of_person.values()):
            field.edit.take("")
            field.set_hint("")
        self.role.set_current(SeatRole.MEMBER)
        self.organisation.set_current(None)

    # -- making --------------------------------------------------------------------------------

    def _make_of_person(self) -> None:
        name = self.tr("Förnamn Efternamn")
        self.whole_name = InlineField(self.tr("Namn"), placeholder=name, framed=True)
        more = self.tr("Lägg till")
        self.of_person = {
            "email": InlineField(self.tr("E-post"), placeholder=more),
            "mobile": InlineField(self.tr("Mobil"), placeholder=more),
            "phone": InlineField(self.tr("Telefon"), placeholder=more),
            "given_name": InlineField(self.tr("Förnamn"), placeholder=more),
            "family_name": InlineField(self.tr("Efternamn"), placeholder=more),
            "title": InlineField(self.tr("Titel"), placeholder=more),
        }
        self.flags = {
            "leading": CheckRow(self.tr("Har ledande befattning")),
            "protected": CheckRow(self.tr("Skyddade uppgifter")),
            "private_address": CheckRow(self.tr("Privat adress")),
        }
        self.notes = InlineText(self.tr("Anteckningar"), placeholder=more)

    def _make_of_seat(self) -> None:
        roles = [(role, role.value.capitalize()) for role in ROLE_ORDER]
        self.role = ChoiceField(self.tr("Roll i rådet"), roles)
        self.organisation = PersonPicker(self.tr("Organisation"), free_text=True)
        _invite(self.organisation, self.tr("Välj eller skriv en ny"))
        self.substitute_for = ChoiceField(self.tr("Ersättare för"))
        self.vacant_seats = ChoiceField(self.tr("Uppdrag i rådet"))
        self.successor = PersonPicker(self.tr("Ny på platsen"), free_text=True, framed=True)
        _invite(self.successor, self.tr("Välj eller skriv ett nytt namn"))

    def _make_of_appointment(self) -> None:
        self.term = ChoiceField(self.tr("Mandatperiod"))
        more = self.tr("Lägg till")
        self.of_appointment = {
            "appointed_by": InlineField(
                self.tr("Utsedd av"), placeholder=self.tr("Organ eller organisation")
            ),
            "section": InlineField(self.tr("Paragraf"), placeholder=more),
            "instead_of": InlineField(self.tr("Fyllnadsval för"), placeholder=more),
            "party": InlineField(self.tr("Parti (förtroendevalda)"), placeholder=more),
        }
        self.days = {
            "starts": DateField(self.tr("Ledamot sedan"), self._past_day, describe=_nothing),
            "ends": DateField(self.tr("Sista dag"), self._coming_day),
            "appointed_on": DateField(self.tr("Utsedd den"), self._past_day, describe=_nothing),
        }
        self.days["ends"].edit.setPlaceholderText(self.tr("Ingen bestämd"))

    def _past_day(self, text: str) -> date | None:
        return parse_day(text, self._today(), prefer_past=True)

    def _coming_day(self, text: str) -> date | None:
        return parse_day(text, self._today())

    # -- showing and hearing -------------------------------------------------------------------

    def _show_person(self, person: Person, line: Line) -> None:
        for name, field in self.of_person.items():
            field.set_text(getattr(person, name))
        for name, flag in self.flags.items():
            flag.set_checked(checked=getattr(person, name))
        self.notes.set_text(person.notes)
        self.of_person["email"].set_hint(self._email_words(person, line))

    def _email_words(self, person: Person, line: Line) -> str:
        if person.email and not is_email(person.email):
            return self.tr("Det ser inte ut som en hel adress.")
        if line.shares_with:
            return self.tr("Samma adress som {names}.").format(names=", ".join(line.shares_with))
        if line.remark and not person.email:
            return self.tr("Saknas. Kallelsen når inte fram med e-post.")
        return ""

    def _show_appointment(self, appointment: Appointment) -> None:
        for name, field in self.of_appointment.items():
            field.set_text(getattr(appointment, name))
        for name, day in self.days.items():
            day.set_day(getattr(appointment, name))
        self.term.set_current(appointment.term_id)

    def _tell_role(self, role: str) -> None:
        # Qt hands a word of an enum back as a plain word.
        self.changed.emit("seat", "role", SeatRole(role))

    def _connect(self) -> None:
        self.role.chosen.connect(self._tell_role)
        self.substitute_for.chosen.connect(partial(self.changed.emit, "seat", "for_seat_id"))
        for name, field in self.of_person.items():
            field.committed.connect(partial(self.changed.emit, "person", name))
        for name, flag in self.flags.items():
            flag.ticked.connect(partial(self.changed.emit, "person", name))
        self.notes.committed.connect(partial(self.changed.emit, "person", "notes"))
        for name, field in self.of_appointment.items():
            field.committed.connect(partial(self.changed.emit, "appointment", name))
        for name, day in self.days.items():
            day.committed.connect(partial(self.changed.emit, "appointment", name))


def _nothing(_day: date) -> str:
    """Say nothing of weekday and week, which mean nothing for a day long past."""
    return ""


def _invite(picker: PersonPicker, words: str) -> None:
    line = picker.box.lineEdit()
    if line is not None:
        line.setPlaceholderText(words)
