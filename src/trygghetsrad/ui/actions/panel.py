"""The panel of one action: everything that is known of it, edited where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLayout, QWidget

from trygghetsrad.domain.actions import Action, ActionStatus, Area
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.day_reading import parse_day
from trygghetsrad.ui.actions.owners import owner_changes, owner_of
from trygghetsrad.ui.actions.thread_fields import ThreadFields
from trygghetsrad.ui.components import pills
from trygghetsrad.ui.components.action_states import state_pill, state_words
from trygghetsrad.ui.components.buttons import Button, link_button, primary_button, secondary_button
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.details_panel import DetailsPanel
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.person_picker import PersonPicker
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from trygghetsrad.services.actions import ActionDetails


class ActionPanel(DetailsPanel):
    """Tells what was changed; an action that is not yet added collects its details until it has a text."""

    changed = Signal(object)
    added = Signal(str, object)
    status_chosen = Signal(object)
    told = Signal(str)
    follow_up_changed = Signal(int, str)
    origin_opened = Signal(int)
    removal_asked = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("Vald åtgärd")
        self._today = today
        self._action: Action | None = None
        self._collected: ActionDetails = {}
        self._owners: list[tuple[object, str]] = []
        self._make_fields()
        self._make_buttons()
        self._lay_out()
        self._connect()

    # -- showing -------------------------------------------------------------------------------

    def action(self) -> Action | None:
        """Return the action shown, None while a new one is written."""
        return self._action

    def set_owners(self, owners: Sequence[tuple[object, str]]) -> None:
        """Offer these persons and organisations."""
        if owners != self._owners:
            self._owners = list(owners)
            self.owner.set_people(owners)

    def show_action(self, action: Action) -> None:
        """Show one action."""
        former = self._action.id if self._action else None
        self._action, self._collected = action, {}
        if former != action.id:
            self.news.edit.take("")
        self.set_pill(state_words(action, self._today()), state_pill(action, self._today()))
        self.what.set_text(action.what)
        self.owner.set_current(owner_of(action))
        self.due.set_day(action.due)
        self.status.set_current(action.status)
        self._tick(action.areas)
        self.origin.set_text(action.origin)
        self.belonging.show_action(action)
        self._show_follow_ups(action)
        self._show_known(known=True)
        self.done.setVisible(action.is_open)
        self.move_day.setVisible(action.is_open)
        self.reopen.setVisible(not action.is_open)
        self.show()

    def show_new(self) -> None:
        """Show an empty action with the cursor in its text; it is added when the text is left."""
        self._action, self._collected = None, {}
        self.set_pill(self.tr("Ny åtgärd"), pills.PLANNED)
        self.what.edit.clear()
        self.what.set_text("")
        self.owner.set_current(None)
        self.due.set_day(None)
        self._tick(frozenset())
        self.belonging.show_action(None)
        self._show_known(known=False)
        self.show()
        self.what.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_for_day(self) -> None:
        """Put the cursor on the day, ready to be typed over."""
        self.due.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.due.edit.selectAll()
        self.due.set_hint(self.tr("Skriv till exempel 8 dec, fre v 50 eller +14."))

    # -- making --------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.what = InlineText(
            self.tr("Åtgärd"), placeholder=self.tr("Skriv vad som ska göras"), role=TextRole.SUBTITLE
        )
        self.what.label.hide()
        self.owner = PersonPicker(self.tr("Ansvarig"), free_text=True)
        line = self.owner.box.lineEdit()
        if line:
            line.setPlaceholderText(self.tr("Namn eller organisation"))
        self.due = DateField(self.tr("Klart senast"), self._read_day)
        self.status = ChoiceField(
            self.tr("Status"), [(status, status.value.capitalize()) for status in ActionStatus]
        )
        self.areas = {area: QCheckBox(area.value.capitalize()) for area in Area}
        self.belonging = ThreadFields()
        self.origin = link_button("")
        self.follow_ups: list[InlineText] = []
        self.news = InlineField(
            self.tr("Vad har hänt?"), placeholder=self.tr("Skriv vad som hänt …"), framed=True
        )
        self.news.label.hide()

    def _make_buttons(self) -> None:
        self.done = primary_button(self.tr("Klar"), Icon.CHECKMARK)
        self.move_day = secondary_button(self.tr("Flytta datum"), Icon.CALENDAR_LTR)
        self.reopen = secondary_button(self.tr("Öppna igen"), Icon.ARROW_RESET)
        self.remove = link_button(self.tr("Ta bort åtgärden"))

    def _lay_out(self) -> None:
        self._title.hide()
        self.add(self.what)
        self.add(self.owner)
        beside = row(gap=8)
        beside.addWidget(self.due, 1, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self.status, 1, Qt.AlignmentFlag.AlignTop)
        self._add_line(beside)
        self.add(_captioned(self.tr("Verksamhetsområde"), _grid(self.areas.values())))
        self.add(self.belonging)
        self._born = _captioned(self.tr("Beslutad"), self.origin)
        self._heading = plain_label(self.tr("Uppföljning"), TextRole.STRONG)
        self._told_lines = column(gap=4)
        self.add(self._born)
        self.add(self._heading, gap_before=4)
        # Inline fields are moved in by themselves, so these lines are not.
        self._add_line(self._told_lines)
        self.add(self.news)
        self.add_buttons(self.done, self.move_day, self.reopen)
        self.add_buttons(self.remove)

    def _add_line(self, line: QLayout) -> None:
        self._body.insertLayout(self._body.count() - 1, line)

    def _connect(self) -> None:
        self.what.committed.connect(self._take_text)
        self.owner.picked.connect(self._take_owner)
        self.due.committed.connect(self._take_day)
        self.status.chosen.connect(self._choose_status)
        for box in self.areas.values():
            box.clicked.connect(self._take_areas)
        self.belonging.changed.connect(self._give)
        self.news.committed.connect(self._take_news)
        self.origin.clicked.connect(self._open_origin)
        self.done.clicked.connect(self._choose_done)
        self.reopen.clicked.connect(self._choose_ongoing)
        self.move_day.clicked.connect(self.ask_for_day)
        self.remove.clicked.connect(self.removal_asked)

    # -- showing parts -------------------------------------------------------------------------

    def _tick(self, areas: frozenset[Area]) -> None:
        for area, box in self.areas.items():
            box.setChecked(area in areas)

    def _show_known(self, *, known: bool) -> None:
        """Leave out what only an action that is added can have."""
        action = self._action
        for part in (self.status, self._heading, *self.follow_ups, self.news, self.remove):
            part.setVisible(known)
        self._born.setVisible(known and bool(action and action.meeting_id))
        if not known:
            for button in (self.done, self.move_day, self.reopen):
                button.hide()

    def _show_follow_ups(self, action: Action) -> None:
        if [line.property("number") for line in self.follow_ups] != [one.id for one in action.follow_ups]:
            self._lay_follow_ups(action)
        for line, follow_up in zip(self.follow_ups, action.follow_ups, strict=True):
            line.set_text(follow_up.words)

    def _lay_follow_ups(self, action: Action) -> None:
        for old in self.follow_ups:
            self._told_lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.follow_ups = [self._follow_up_line(one.id, iso(one.day)) for one in action.follow_ups]
        for line in self.follow_ups:
            self._told_lines.addWidget(line)

    def _follow_up_line(self, number: int, day: str) -> InlineText:
        line = InlineText(day)
        line.setProperty("number", number)
        line.committed.connect(self._take_follow_up)
        return line

    # -- what was done -------------------------------------------------------------------------

    def _read_day(self, text: str) -> date | None:
        return parse_day(text, self._today())

    def _take_text(self, text: str) -> None:
        if self._action is not None:
            self.changed.emit({"what": text})
        elif text:
            self.added.emit(text, self._collected)

    def _take_owner(self, picked: object) -> None:
        self._give(owner_changes(picked))

    def _take_day(self, day: date | None) -> None:
        self._give({"due": day})

    def _take_areas(self) -> None:
        self._give({"areas": frozenset(area for area, box in self.areas.items() if box.isChecked())})

    def _give(self, changes: ActionDetails) -> None:
        if self._action is None:
            self._collected = {**self._collected, **changes}
        else:
            self.changed.emit(changes)

    def _take_news(self, text: str) -> None:
        if text:
            self.news.edit.take("")
            self.told.emit(text)

    def _take_follow_up(self, text: str) -> None:
        self.follow_up_changed.emit(int(self.sender().property("number")), text)

    def _open_origin(self) -> None:
        if self._action and self._action.meeting_id:
            self.origin_opened.emit(self._action.meeting_id)

    def _choose_status(self, status: str) -> None:
        # Qt hands words of an enumeration back as plain text.
        self.status_chosen.emit(ActionStatus(status))

    def _choose_done(self) -> None:
        self.status_chosen.emit(ActionStatus.DONE)

    def _choose_ongoing(self) -> None:
        self.status_chosen.emit(ActionStatus.ONGOING)


def _captioned(label: str, part: QWidget) -> QWidget:
    whole = QWidget()
    body = column(whole, gap=2)
    body.addWidget(plain_label(label, TextRole.CAPTION, Ink.SECONDARY))
    # A link is as wide as its words.
    body.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if isinstance(part, Button) else Qt.AlignmentFlag(0))
    return whole


def _grid(parts: Iterable[QWidget]) -> QWidget:
    """Lay parts in two columns."""
    whole = QWidget()
    lines = QGridLayout(whole)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setVerticalSpacing(0)
    for place, part in enumerate(parts):
        lines.addWidget(part, place // 2, place % 2)
    lines.setColumnStretch(1, 1)
    return whole
