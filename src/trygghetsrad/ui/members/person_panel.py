"""The panel of one person or one seat: everything that is known, edited where it stands."""

from __future__ import annotations

from enum import Flag, auto
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from trygghetsrad.domain.people import SUBSTITUTE_ROLES
from trygghetsrad.ui.components import pills
from trygghetsrad.ui.components.avatar import Avatar
from trygghetsrad.ui.components.buttons import icon_button, link_button, secondary_button
from trygghetsrad.ui.components.details_panel import DetailsPanel
from trygghetsrad.ui.components.labels import Label, plain_label
from trygghetsrad.ui.components.pills import StatusPill
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.members.person_fields import PersonFields
from trygghetsrad.ui.theme import Ink, TextRole, column, row

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from trygghetsrad.domain.people import AttendanceCount
    from trygghetsrad.ui.members.choices import PanelChoices
    from trygghetsrad.ui.members.lines import Line


class _Shown(Flag):
    """What the panel shows, which decides the fields that mean anything."""

    NEW = auto()
    MEMBER = auto()
    VACANT = auto()
    SEATLESS = auto()


_PERSON = _Shown.MEMBER | _Shown.SEATLESS
_SEAT = _Shown.MEMBER | _Shown.VACANT


class PersonPanel(DetailsPanel):
    """Tells what was changed; a new person collects details until there is a name."""

    changed = Signal(str, str, object)
    """Of what (person, seat, appointment), the name of the value, and the value."""
    added = Signal(str, object)
    """The name of a new person and a dict of what else was filled in."""
    organisation_picked = Signal(object)
    term_picked = Signal(object)
    seat_picked = Signal(object)
    successor_picked = Signal(object)
    vacate_asked = Signal()
    removal_asked = Signal()
    mail_asked = Signal()
    number_asked = Signal()
    terms_asked = Signal()
    substitute_opened = Signal(int)

    def __init__(self, today: Callable[[], date]) -> None:
        self._avatar = Avatar("", 40)
        self._caption: Label = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        super().__init__("Vald person")
        self.fields = PersonFields(today, self)
        self._line: Line | None = None
        self._collected: dict[str, Any] = {}
        self._choices: PanelChoices | None = None
        self._replacing = False
        self._parts: list[tuple[QWidget, _Shown]] = []
        self._make_buttons()
        self._lay_out()
        self._connect()

    # -- showing -------------------------------------------------------------------------------

    def line(self) -> Line | None:
        """Return what is shown, None while a new person is written."""
        return self._line

    def set_choices(self, choices: PanelChoices) -> None:
        """Offer these organisations, terms, seats and persons."""
        if choices != self._choices:
            self._choices = choices
            self.fields.set_choices(choices)

    def show_line(self, line: Line, attendance: AttendanceCount | None) -> None:
        """Show a member, a vacant seat or a person without a seat."""
        if self._line is None or self._line.key != line.key or line.is_vacant:
            self._replacing = False
            self.fields.successor.set_current(None)
        self._line, self._collected = line, {}
        self.set_title(self.tr("Vakant plats") if line.is_vacant else line.name)
        self._caption.setText(line.organisation or line.role)
        self._avatar.set_name(line.name)
        self.fields.show_line(line)
        self._show_parts(_kind(line))
        self._show_attendance(attendance)
        self.show()

    def show_new(self) -> None:
        """Show an empty person with the cursor in the name; the person is added when the name is left."""
        self._line, self._collected, self._replacing = None, {}, False
        self.set_title(self.tr("Ny person"))
        self.fields.show_new()
        self._show_parts(_Shown.NEW)
        self._show_attendance(None)
        self.show()
        self.fields.whole_name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Put the cursor in the first field."""
        vacant = self._line is not None and self._line.is_vacant
        first = self.fields.successor if vacant else self.fields.role
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_parts(self, shown: _Shown) -> None:
        for part, meant_for in self._parts:
            part.setVisible(bool(shown & meant_for))
        line, fields = self._line, self.fields
        person, member = (line.person, line.member) if line else (None, None)
        appointment = member.appointment if member else None
        self._caption.setVisible(line is not None)
        self._avatar.setVisible(person is not None)
        if appointment and appointment.term_id:
            fields.days["ends"].hide()
        fields.substitute_for.setVisible(bool(member and member.seat.role in SUBSTITUTE_ROLES))
        self.mail.setVisible(bool(person and person.email))
        self.number.setVisible(bool(person and person.any_phone))
        self.vacate.setVisible(appointment is not None)
        self.remove.set_text(self.tr("Ta bort platsen") if line and not person else self.tr("Ta bort"))
        self._show_replacing()
        self._show_substitute(line)

    def _show_replacing(self) -> None:
        vacant = self._line is not None and self._line.is_vacant
        self.fields.successor.setVisible(vacant or self._replacing)
        self.replace.setVisible(self._line is not None and self._line.member is not None and not vacant)

    def _show_attendance(self, attendance: AttendanceCount | None) -> None:
        counted = attendance if attendance and attendance.meetings else None
        self.attendance.setVisible(counted is not None)
        if counted:
            words = self.tr("{present} av {meetings} möten i år")
            all_of_them = counted.present == counted.meetings
            self.attendance.set_state(
                words.format(present=counted.present, meetings=counted.meetings),
                pills.DONE if all_of_them else pills.Pill(icon=Icon.PEOPLE_TEAM),
            )

    def _show_substitute(self, line: Line | None) -> None:
        found = self._choices.substitute_of(line) if self._choices and line else None
        self.substitute.setVisible(found is not None)
        if found:
            self.substitute.set_text(self.tr("Ersättare: {name}").format(name=found[1]))

    # -- making --------------------------------------------------------------------------------

    @override
    def _header(self) -> QHBoxLayout:
        words = column(gap=0)
        words.addWidget(self._title)
        words.addWidget(self._caption)
        header = row(gap=12, edge=(8, 4, 12, 8))
        header.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        header.addLayout(words, 1)
        header.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        return header

    def _make_buttons(self) -> None:
        self.mail = secondary_button(self.tr("E-post"), Icon.MAIL)
        self.number = icon_button(Icon.COPY, self.tr("Kopiera telefonnumret"))
        self.terms = link_button(self.tr("Alla mandatperioder"))
        self.replace = secondary_button(self.tr("Byt person på platsen"), Icon.ARROW_SYNC)
        self.vacate = secondary_button(self.tr("Avsluta uppdraget"))
        self.remove = secondary_button(self.tr("Ta bort"), Icon.DELETE)
        self.substitute = link_button("")
        self.attendance = StatusPill("")

    def _lay_out(self) -> None:
        fields = self.fields
        everyone = _Shown.NEW | _PERSON
        self._place(_side_by_side(self.mail, self.number), _PERSON)
        self._place(_side_by_side(self.attendance), _Shown.MEMBER)
        self._place(fields.whole_name, _Shown.NEW)
        self._place(fields.successor, _SEAT)
        self._place(fields.role, _SEAT | _Shown.NEW)
        self._place(fields.organisation, everyone | _SEAT)
        for name in ("email", "mobile", "phone"):
            self._place(fields.of_person[name], everyone)
        self._place(fields.substitute_for, _SEAT)
        self._place(_side_by_side(self.substitute), _Shown.MEMBER)
        self._place(fields.vacant_seats, _Shown.SEATLESS)
        self._lay_out_appointment()
        self._heading(self.tr("Personen"), _PERSON)
        names = [fields.of_person[name] for name in ("given_name", "family_name", "title")]
        for part in (*names, *fields.flags.values(), fields.notes):
            self._place(part, _PERSON)
        self._place(_side_by_side(self.replace), _Shown.MEMBER)
        self._place(_side_by_side(self.vacate, self.remove), _PERSON | _SEAT)

    def _lay_out_appointment(self) -> None:
        days, words = self.fields.days, self.fields.of_appointment
        self._heading(self.tr("Uppdraget"), _Shown.MEMBER)
        for part in (days["starts"], self.fields.term, _side_by_side(self.terms)):
            self._place(part, _Shown.MEMBER)
        first = (days["ends"], words["appointed_by"], days["appointed_on"])
        for part in (*first, words["section"], words["instead_of"], words["party"]):
            self._place(part, _Shown.MEMBER)

    def _place(self, part: QWidget, meant_for: _Shown) -> None:
        self.add(part)
        self._parts.append((part, meant_for))

    def _heading(self, text: str, meant_for: _Shown) -> None:
        heading = plain_label(text, TextRole.STRONG)
        heading.setContentsMargins(0, 12, 0, 0)
        self._place(heading, meant_for)

    # -- hearing -------------------------------------------------------------------------------

    def _connect(self) -> None:
        fields = self.fields
        fields.changed.connect(self._tell)
        fields.whole_name.committed.connect(self._name_new)
        fields.organisation.picked.connect(self._pick_organisation)
        fields.successor.picked.connect(self._pick_successor)
        fields.term.chosen.connect(self.term_picked)
        fields.vacant_seats.chosen.connect(self.seat_picked)
        self.replace.clicked.connect(self._begin_replacing)
        self.vacate.clicked.connect(self.vacate_asked)
        self.remove.clicked.connect(self.removal_asked)
        self.mail.clicked.connect(self.mail_asked)
        self.number.clicked.connect(self.number_asked)
        self.terms.clicked.connect(self.terms_asked)
        self.substitute.clicked.connect(self._open_substitute)

    def _tell(self, kind: str, name: str, value: object) -> None:
        if self._line is None:
            self._collected[name] = value
        else:
            self.changed.emit(kind, name, value)

    def _name_new(self, name: str) -> None:
        if self._line is None and name:
            self.added.emit(name, dict(self._collected))

    def _pick_organisation(self, value: object) -> None:
        if self._line is None:
            self._collected["organisation"] = value
        else:
            self.organisation_picked.emit(value)

    def _pick_successor(self, value: object) -> None:
        if value is not None:
            self._replacing = False
            self.successor_picked.emit(value)

    def _begin_replacing(self) -> None:
        self._replacing = True
        self._show_replacing()
        self.fields.successor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_substitute(self) -> None:
        found = self._choices.substitute_of(self._line) if self._choices and self._line else None
        if found:
            self.substitute_opened.emit(found[0])


def _kind(line: Line) -> _Shown:
    if line.is_vacant:
        return _Shown.VACANT
    return _Shown.MEMBER if line.member else _Shown.SEATLESS


def _side_by_side(*buttons: QWidget) -> QWidget:
    whole = QWidget()
    line = row(whole, gap=8)
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    return whole
