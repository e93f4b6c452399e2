"""How the council usually meets, how long before things are due, and what to plan around."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trygghetsrad.domain.dates import WEEKDAYS
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.number_field import NumberField
from trygghetsrad.ui.components.time_field import TimeField
from trygghetsrad.ui.settings.parts import SettingsCard, Store, beside
from trygghetsrad.ui.theme import Ink, TextRole

if TYPE_CHECKING:
    from trygghetsrad.domain.council import Council

_WORKDAYS = 5
_MOST_DAYS = 90


class MeetingsCard(SettingsCard):
    """What is proposed for every new meeting; meetings that are planned keep theirs."""

    def __init__(self, store: Store) -> None:
        super().__init__("Möten", store)
        days = [(number, WEEKDAYS[number].capitalize()) for number in range(_WORKDAYS)]
        self.weekday = ChoiceField(self.tr("Veckodag"), days, framed=True)
        self.starts = TimeField(self.tr("Börjar"), framed=True)
        self.ends = TimeField(self.tr("Slutar"), framed=True)
        self.place = InlineField(self.tr("Plats"), framed=True)
        self.link = InlineField(self.tr("Länk för möte på distans"), framed=True)
        self.lead = {
            "items_days": self._days(self.tr("Ärendeförfrågan")),
            "material_days": self._days(self.tr("Handlingar")),
            "notice_days": self._days(self.tr("Kallelse")),
            "verification_days": self._days(self.tr("Justering")),
        }
        self.approval = ChoiceField(
            self.tr("Dagordningen"),
            [(False, self.tr("Går ut utan godkännande")), (True, self.tr("Godkänns av ordföranden först"))],
            framed=True,
        )
        self.weeks = InlineField(
            self.tr("Veckor att undvika"), placeholder="27–32, 44 höstlov, 9 sportlov", framed=True
        )
        self.days = InlineText(
            self.tr("Egna dagar att undvika"),
            placeholder=self.tr("En per rad, till exempel 2027-02-16 KF"),
            framed=True,
            lines=3,
        )
        self._lay_out()
        self._connect()

    def show_council(self, council: Council) -> None:
        self.weekday.set_current(council.usual_weekday)
        self.starts.set_time(council.usual_start)
        self.ends.set_time(council.usual_end)
        self.place.set_text(council.usual_place)
        self.link.set_text(council.usual_link)
        for name, field in self.lead.items():
            field.set_value(getattr(council, name))
        self.approval.set_current(council.chair_approves)
        self.weeks.set_text(council.avoid_weeks)
        self.days.set_text(council.avoid_days)

    def _days(self, label: str) -> NumberField:
        return NumberField(label, minimum=0, maximum=_MOST_DAYS)

    def _lay_out(self) -> None:
        self.add(beside(self.weekday, self.starts, self.ends))
        self.add(self.place)
        self.add(self.link)
        before = self.tr(
            "Dagar före mötet (ärendeförfrågan, handlingar, kallelse) och efter det (justering). "
            "0 dagar: ingen ärendeförfrågan."
        )
        self.add(plain_label(before, TextRole.CAPTION, Ink.SECONDARY, wrap=True))
        self.add(beside(*self.lead.values()))
        self.add(self.approval)
        self.add(self.weeks)
        self.add(self.days)

    def _connect(self) -> None:
        self.weekday.chosen.connect(partial(self.keep, self.weekday, "usual_weekday"))
        self.starts.committed.connect(partial(self.keep, self.starts, "usual_start"))
        self.ends.committed.connect(partial(self.keep, self.ends, "usual_end"))
        self.place.committed.connect(partial(self.keep, self.place, "usual_place"))
        self.link.committed.connect(partial(self.keep, self.link, "usual_link"))
        for name, field in self.lead.items():
            field.committed.connect(partial(self.keep, field, name))
        self.approval.chosen.connect(partial(self.keep, self.approval, "chair_approves"))
        self.weeks.committed.connect(partial(self.keep, self.weeks, "avoid_weeks"))
        self.days.committed.connect(partial(self.keep, self.days, "avoid_days"))
