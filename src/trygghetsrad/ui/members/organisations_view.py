"""The organisations that send people to the council, and the panel of one of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.people import OrganisationKind
from trygghetsrad.domain.sorting import swedish_key
from trygghetsrad.ui.components.buttons import primary_button, secondary_button
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.details_panel import DetailsPanel
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.list_row import ListRow
from trygghetsrad.ui.components.rows import Column
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.members.letters_block import LettersBlock
from trygghetsrad.ui.members.view import ORGANISATIONS, TERMS, ListView
from trygghetsrad.ui.theme import Ink, TextRole, column

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from trygghetsrad.domain.invitations import Absent, Invitation
    from trygghetsrad.domain.people import Organisation
    from trygghetsrad.ui.members.lines import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """An organisation with what it is part of and everyone who comes from it."""

    organisation: Organisation
    parent: str
    lines: tuple[Line, ...]
    letters: tuple[Invitation, ...] = ()
    """Letters about its place in the council, the latest first."""
    missed: int = 0
    """How many meetings in a row nobody from it has come to, once that deserves a letter."""

    @property
    def has_place(self) -> bool:
        return any(line.member for line in self.lines)

    @property
    def asked(self) -> str:
        """Return in short how it stands with its place."""
        if self.missed:
            return f"Missat {plural(self.missed, 'möte', 'möten')} i rad"
        return self.letters[0].state if self.letters else ""


def homes_of(
    organisations: Sequence[Organisation],
    lines: Iterable[Line],
    letters: Sequence[Invitation] = (),
    absent: Iterable[Absent] = (),
) -> list[Home]:
    """Return every organisation with its people and seats, and what it has been asked."""
    missed = {one.organisation_id: len(one.missed) for one in absent}
    names = {one.id: one.name for one in organisations}
    people: dict[int, list[Line]] = {one.id: [] for one in organisations}
    for line in lines:
        seat = line.member.seat.organisation_id if line.member else None
        home = seat or (line.person.organisation_id if line.person else None)
        if home in people:
            people[home].append(line)
    return [
        Home(
            organisation=one,
            parent=names.get(one.parent_id or 0, ""),
            lines=tuple(people[one.id]),
            letters=tuple(letter for letter in letters if letter.organisation_id == one.id),
            missed=missed.get(one.id, 0),
        )
        for one in organisations
    ]


class OrganisationPanel(DetailsPanel):
    """Tells what was changed; a new organisation is added when its name is left."""

    changed = Signal(str, object)
    added = Signal(str)
    removal_asked = Signal()
    person_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__("Vald organisation")
        self._home: Home | None = None
        kinds = [(kind, kind.value.capitalize()) for kind in OrganisationKind]
        self.name = InlineField(self.tr("Namn"))
        self.kind = ChoiceField(self.tr("Slag"), kinds)
        self.parent_field = ChoiceField(self.tr("Del av"))
        self.notes = InlineText(self.tr("Anteckningar"))
        self.remove = secondary_button(self.tr("Ta bort"), Icon.DELETE)
        self._people = QWidget()
        self._rows = column(self._people, gap=0)
        self._rows.addWidget(plain_label(self.tr("I rådet"), TextRole.CAPTION, Ink.SECONDARY))
        self.letters = LettersBlock()
        for part in (self.name, self.kind, self.parent_field, self.notes, self._people, self.letters):
            self.add(part)
        self.add_buttons(self.remove)
        self.name.committed.connect(self._take_name)
        self.kind.chosen.connect(self._take_kind)
        self.parent_field.chosen.connect(partial(self.changed.emit, "parent_id"))
        self.notes.committed.connect(partial(self.changed.emit, "notes"))
        self.remove.clicked.connect(self.removal_asked)

    def home(self) -> Home | None:
        """Return what is shown, None while a new organisation is named."""
        return self._home

    def show_home(self, home: Home, others: Sequence[Organisation]) -> None:
        """Show one organisation and which ones it may be part of."""
        self._home = home
        mine = home.organisation
        self.set_title(mine.name)
        self.name.set_text(mine.name)
        self.kind.set_current(mine.kind)
        parents = [(one.id, one.name) for one in others if one.id != mine.id]
        self.parent_field.set_options([(None, self.tr("Ingen annan")), *parents])
        self.parent_field.set_current(mine.parent_id)
        self.notes.set_text(mine.notes)
        self._show_people(home.lines)
        self.letters.show_letters(home.letters, has_place=home.has_place, missed=home.missed)
        self._show_known(known=True)
        self._people.setVisible(bool(home.lines))
        # The municipality leads the council and asks itself nothing.
        self.letters.setVisible(mine.kind is not OrganisationKind.MUNICIPALITY)
        self.show()

    def show_new(self) -> None:
        """Show an empty organisation with the cursor in its name."""
        self._home = None
        self.set_title(self.tr("Ny organisation"))
        self.name.edit.take("")
        self._show_people(())
        self._show_known(known=False)
        self.show()
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_known(self, *, known: bool) -> None:
        for part in (self.kind, self.parent_field, self.notes, self._people, self.letters, self.remove):
            part.setVisible(known)

    def _show_people(self, lines: Sequence[Line]) -> None:
        while (item := self._rows.takeAt(1)) is not None:
            former = item.widget()
            if former is not None:
                former.deleteLater()
        for line in lines:
            person = ListRow(line.name, line.role or self.tr("Utan uppdrag i rådet"), tight=True)
            person.clicked.connect(partial(self.person_opened.emit, line.key))
            self._rows.addWidget(person)

    def _take_kind(self, kind: str) -> None:
        # Qt hands a word of an enum back as a plain word.
        self.changed.emit("kind", OrganisationKind(kind))

    def _take_name(self, name: str) -> None:
        if self._home is None:
            self.added.emit(name)
        elif name:
            self.changed.emit("name", name)
        else:
            self.name.set_text(self._home.organisation.name)


class OrganisationsView(ListView):
    """The list of organisations."""

    new_asked = Signal()

    def __init__(self, panel: OrganisationPanel) -> None:
        super().__init__(ORGANISATIONS, panel)
        self.new = primary_button(self.tr("Ny organisation"), Icon.ADD)
        self.new.set_hint("Ctrl+N")
        self.terms = secondary_button(self.tr("Mandatperioder"), Icon.CALENDAR_LTR)
        self.tools.add_stretch()
        self.tools.add(self.terms)
        self.tools.add(self.new)
        self.terms.clicked.connect(partial(self.view_asked.emit, TERMS))
        self.table: DataTable[Home] = DataTable(
            [
                Column(
                    self.tr("Namn"),
                    lambda home: home.organisation.name,
                    lambda home: swedish_key(home.organisation.name),
                    stretch=True,
                    strong=True,
                ),
                Column(self.tr("Slag"), lambda home: home.organisation.kind.value.capitalize(), width=150),
                Column(self.tr("Del av"), lambda home: home.parent, stretch=True, drop_below=560),
                Column(self.tr("Inbjudan"), lambda home: home.asked, stretch=True, drop_below=760),
                Column(
                    self.tr("I rådet"),
                    lambda home: plural(len(home.lines), "person", "personer"),
                    lambda home: len(home.lines),
                    width=120,
                ),
            ],
            name=self.tr("Organisationer"),
            key=lambda home: home.organisation.id,
        )
        self.empty = EmptyState(
            Icon.BUILDING,
            self.tr("Inga organisationer än"),
            self.tr(
                "En organisation skickar personer till rådet: polisen, skolan, en förening. "
                "De kommer med av sig själva när du klistrar in personer."
            ),
            primary=self.tr("Ny organisation"),
            primary_icon=Icon.ADD,
        )
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.new.clicked.connect(self.new_asked)
        if self.empty.primary:
            self.empty.primary.clicked.connect(self.new_asked)

    def show_homes(self, homes: Sequence[Home]) -> None:
        """Show these organisations."""
        self.table.show_rows(homes)
        self.put_forward(self.table if homes else self.empty)
        self.new.setVisible(bool(homes))
