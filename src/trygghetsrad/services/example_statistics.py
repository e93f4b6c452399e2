"""The example council's figures: pasted in once with the first lägesbild and again with the second."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from trygghetsrad.domain.statistics import PER_HUNDRED_THOUSAND, Polarity, Source
from trygghetsrad.services.example_reading import read_tale

if TYPE_CHECKING:
    from collections.abc import Callable

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.services.example_days import StoryDays
    from trygghetsrad.services.example_diary import Diary

FIRST, SECOND = -905, -200
"""When the figures were taken in, in days from the telling."""

NEWER = 2
"""How many of the years came with the second time."""


def note_statistics(council: OpenCouncil, days: StoryDays, diary: Diary, show: Callable[[], None]) -> None:
    """Put in the diary the two times that figures were taken in."""
    told = read_tale("statistics")
    for offset, left_out in ((FIRST, NEWER), (SECOND, 0)):
        day = max(days.before(days.today, -offset), days.after(days.begins, 7))
        years = range(days.today.year - len(told["population"]["counts"]), days.today.year - left_out)
        diary.note(day, partial(_take_in, council, told, years, day))
        diary.note(day, show)


def _take_in(council: OpenCouncil, told: dict[str, Any], years: range, day: Any) -> None:
    statistics = council.statistics
    for year, count in zip(years, told["population"]["counts"], strict=False):
        statistics.set_population(year, count)
    for indicator in told["indicator"]:
        reading = statistics.read_pasted(_table(indicator, years))
        statistics.apply(statistics.plan(reading), day)
    known = {one.name: one for one in statistics.indicators()}
    for indicator in told["indicator"]:
        one = known[indicator["name"]]
        if one.source is Source.OWN and one.description == "":
            per = indicator["unit"] == PER_HUNDRED_THOUSAND.text
            statistics.change_indicator(
                one.id,
                source=Source(indicator["source"]),
                unit=indicator["unit"],
                polarity=Polarity(indicator["polarity"]),
                description=indicator.get("description", ""),
                denominator=PER_HUNDRED_THOUSAND.denominator if per else None,
            )


def _table(indicator: dict[str, Any], years: range) -> str:
    """Return the figures as she would have copied them out of a spreadsheet."""
    rows = [("Mått", "Plats", *years), (indicator["name"], "", *indicator["own"][: len(years)])]
    if "country" in indicator:
        rows.append((indicator["name"], "Riket", *indicator["country"][: len(years)]))
    return "\n".join("\t".join(str(cell) for cell in row) for row in rows) + "\n"
