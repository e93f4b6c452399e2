"""The mandate periods, and the panel of one of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.day_reading import parse_day
from trygghetsrad.ui.components.buttons import primary_button, secondary_button
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.details_panel import DetailsPanel
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.rows import Column
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.members.view import TERMS, ListView
from trygghetsrad.ui.theme import TextRole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from trygghetsrad.domain.people import Member, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedTerm:
    """A mandate period and how many sit for it."""

    term: Term
    members: int


def served_terms(terms: Iterable[Term], members: Sequence[Member]) -> list[ServedTerm]:
    """Return every period with the number of members it holds for."""
    serving = [one.appointment.term_id for one in members if one.appointment]
    return [ServedTerm(term=term, members=serving.count(term.id)) for term in terms]


class TermPanel(DetailsPanel):
    """Tells what was changed of a mandate period."""

    changed = Signal(str, object)
    removal_asked = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("Vald mandatperiod")
        self._today = today
        self._shown: ServedTerm | None = None
        self.name = InlineField(self.tr("Namn"))
        self.starts = DateField(self.tr("Börjar"), self._day)
        self.ends = DateField(self.tr("Slutar"), self._day)
        self.remove = secondary_button(self.tr("Ta bort"), Icon.DELETE)
        for part in (self.name, self.starts, self.ends):
            self.add(part)
        self.add_buttons(self.remove)
        self.name.committed.connect(partial(self._tell, "name"))
        self.starts.committed.connect(partial(self._tell, "starts"))
        self.ends.committed.connect(partial(self._tell, "ends"))
        self.remove.clicked.connect(self.removal_asked)

    def shown(self) -> ServedTerm | None:
        """Return the period shown."""
        return self._shown

    def show_term(self, served: ServedTerm) -> None:
        """Show one period."""
        self._shown = served
        self.set_title(served.term.name)
        self.name.set_text(served.term.name)
        self.starts.set_day(served.term.starts)
        self.ends.set_day(served.term.ends)
        self.show()

    def _day(self, text: str) -> date | None:
        return parse_day(text, self._today())

    def _tell(self, name: str, value: object) -> None:
        if value:
            self.changed.emit(name, value)
        elif self._shown:
            # A period without a name or a day means nothing; what it had stands.
            self.show_term(self._shown)


class TermsView(ListView):
    """The list of mandate periods."""

    new_asked = Signal()

    def __init__(self, panel: TermPanel) -> None:
        super().__init__(TERMS, panel)
        self.new = primary_button(self.tr("Ny mandatperiod"), Icon.ADD)
        self.new.set_hint("Ctrl+N")
        self.tools.add(plain_label(self.tr("Mandatperioder"), TextRole.SUBTITLE))
        self.tools.add_stretch()
        self.tools.add(self.new)
        self.table: DataTable[ServedTerm] = DataTable(
            [
                Column(
                    self.tr("Mandatperiod"),
                    lambda served: served.term.name,
                    lambda served: served.term.starts,
                    stretch=True,
                    strong=True,
                ),
                Column(
                    self.tr("Börjar"),
                    lambda served: iso(served.term.starts),
                    lambda served: served.term.starts,
                    width=130,
                ),
                Column(
                    self.tr("Slutar"),
                    lambda served: iso(served.term.ends),
                    lambda served: served.term.ends,
                    width=130,
                ),
                Column(
                    self.tr("Sitter för den"),
                    lambda served: plural(served.members, "person", "personer"),
                    lambda served: served.members,
                    width=150,
                ),
            ],
            name=self.tr("Mandatperioder"),
            key=lambda served: served.term.id,
        )
        self.empty = EmptyState(
            Icon.CALENDAR_LTR,
            self.tr("Inga mandatperioder än"),
            self.tr(
                "Den som är utsedd för en mandatperiod sitter tills den är slut. Sedan väntar platsen "
                "på nyval. Andra sitter tills vidare och behöver ingen period."
            ),
            primary=self.tr("Ny mandatperiod"),
            primary_icon=Icon.ADD,
        )
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.new.clicked.connect(self.new_asked)
        if self.empty.primary:
            self.empty.primary.clicked.connect(self.new_asked)

    def show_terms(self, terms: Sequence[ServedTerm]) -> None:
        """Show these periods."""
        self.table.show_rows(terms)
        self.put_forward(self.table if terms else self.empty)
        self.new.setVisible(bool(terms))
