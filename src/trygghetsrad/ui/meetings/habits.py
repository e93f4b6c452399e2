"""How the council usually meets: how often, which weekday, when, where, and what to plan around."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trygghetsrad.domain.calendar import (
    own_days_text,
    parse_own_days,
    parse_week_names,
    parse_weeks,
    weeks_text,
)
from trygghetsrad.domain.dates import WEEKDAYS
from trygghetsrad.domain.errors import CouncilError
from trygghetsrad.domain.planning import MOST_MEETINGS
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.choices import ChipGroup
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.number_field import NumberField
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.components.time_field import TimeField
from trygghetsrad.ui.meetings.fields import Pair, end_after
from trygghetsrad.ui.theme import follow_look, look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import time

    from trygghetsrad.domain.council import Council

USUAL_COUNT = 4
_WORKDAYS = 5
_WIDTH = 300


class HabitsCard(Card):
    """changed carries settings of the council that are new; asked tells that the year or number is."""

    changed = Signal(object)
    asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Så brukar ni mötas"), gap=10, edge=(16, 12, 16, 14))
        self._council: Council | None = None
        self._year = 0
        self.years = ChipGroup(self.tr("År att planera"))
        self.count = NumberField(self.tr("Antal möten"), USUAL_COUNT, minimum=1, maximum=MOST_MEETINGS)
        self.weekday = ChoiceField(
            self.tr("Veckodag"),
            [(number, WEEKDAYS[number].capitalize()) for number in range(_WORKDAYS)],
            framed=True,
        )
        self.starts = TimeField(self.tr("Börjar"), framed=True)
        self.ends = TimeField(self.tr("Slutar"), framed=True)
        self.place = InlineField(self.tr("Plats"), placeholder=self.tr("Rum och adress"), framed=True)
        self.weeks = InlineField(self.tr("Veckor att undvika"), placeholder="27–32, 44 höstlov", framed=True)
        self.days = InlineText(
            self.tr("Dagar att undvika"),
            placeholder=self.tr("Klistra in KS och KF, till exempel KS: 2/2, 9/3"),
            framed=True,
            lines=2,
        )
        for part in (
            self.years,
            Pair(self.count, self.weekday),
            Pair(self.starts, self.ends),
            self.place,
            self.weeks,
            self.days,
        ):
            self.add(part)
        self.body.addStretch(1)
        self._connect()
        follow_look(self._restyle)

    def year(self) -> int:
        """Return the year to plan."""
        return int(self.years.selected() or self._year)

    def show_years(self, years: Sequence[int], chosen: int) -> None:
        """Offer these years, one of them chosen."""
        self._year = chosen
        self.years.set_chips([(str(year), str(year), None) for year in years])
        self.years.select(str(chosen))

    def show_habits(self, council: Council) -> None:
        """Show the council's settings; what is being typed is left alone."""
        self._council = council
        self.weekday.set_current(min(council.usual_weekday, _WORKDAYS - 1))
        self.starts.set_time(council.usual_start)
        self.ends.set_time(council.usual_end)
        self.place.set_text(council.usual_place)
        self.weeks.set_text(council.avoid_weeks)
        self.days.set_text(council.avoid_days)

    def _connect(self) -> None:
        self.years.chosen.connect(self._ask)
        self.count.committed.connect(self._ask)
        self.count.box.valueChanged.connect(self._ask)
        self.weekday.chosen.connect(partial(self._tell, "usual_weekday"))
        self.place.committed.connect(partial(self._tell, "usual_place"))
        self.starts.committed.connect(self._start_at)
        self.ends.committed.connect(self._end_at)
        self.weeks.committed.connect(self._avoid_weeks)
        self.days.committed.connect(self._avoid_days)

    def _ask(self, _value: object = None) -> None:
        self.asked.emit()

    def _tell(self, name: str, value: object) -> None:
        self.changed.emit({name: value})

    def _start_at(self, starts: time) -> None:
        """Move the usual end along, so that meetings stay as long as they are."""
        if self._council:
            ends = end_after(starts, self._council.usual_start, self._council.usual_end)
            self.changed.emit({"usual_start": starts, "usual_end": ends})

    def _end_at(self, ends: time) -> None:
        if self._council is None:
            return
        if ends <= self._council.usual_start:
            self.ends.set_time(self._council.usual_end)
            self.ends.set_error(self.tr("Slutet måste komma efter början. Den gamla tiden är kvar."))
            return
        self.changed.emit({"usual_end": ends})

    def _avoid_weeks(self, text: str) -> None:
        self._store("avoid_weeks", self.weeks, lambda: _kept(text))

    def _avoid_days(self, text: str) -> None:
        """Keep the days with their year, so that 2/2 does not come back as another 2/2 next year."""
        new_year = date(self.year(), 1, 1)
        self._store("avoid_days", self.days, lambda: own_days_text(parse_own_days(text, new_year)))

    def _store(self, name: str, field: InlineField | InlineText, understand: Callable[[], str]) -> None:
        try:
            understood = understand()
        except CouncilError as refusal:
            field.set_error(refusal.sentence())
            return
        field.set_error("")
        field.set_text(understood)
        self.changed.emit({name: understood})

    def _restyle(self) -> None:
        self.setFixedWidth(look().px(_WIDTH))


def _kept(text: str) -> str:
    """Return weeks in order, or as they were typed where some have names."""
    weeks = weeks_text(parse_weeks(text))
    return text.strip() if parse_week_names(text) else weeks
