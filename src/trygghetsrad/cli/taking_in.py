"""What `import` takes in: weighed first, written only when asked, told alike for people and figures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from trygghetsrad.domain.counting import grouped, plural
from trygghetsrad.domain.importing import Deed
from trygghetsrad.domain.statistics_plan import FigureDeed
from trygghetsrad.domain.statistics_words import figure_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from trygghetsrad.domain.importing import ImportPlan
    from trygghetsrad.domain.statistics_plan import PlannedFigure, StatisticsPlan
    from trygghetsrad.services.importing import ImportService
    from trygghetsrad.services.statistics import StatisticsService


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A file, weighed: what to answer, and how to write it."""

    answer: dict[str, Any]
    said: str
    details: tuple[str, ...]
    write: Callable[[], object]

    def lines(self, *, dry_run: bool) -> str:
        """Return the answer for her."""
        first = f"{self.said} Inget är skrivet." if dry_run else self.said
        return "\n".join([first, *(f"  {line}" for line in self.details)])


def people_taken(importing: ImportService, path: Path, sheet: str | None, today: date) -> Taken:
    """Weigh a list of people."""
    plan = importing.plan(importing.read_whole_file(path, sheet))
    return Taken(
        answer=_people_answer(plan),
        said=_counted(
            plural(plan.read, "rad läst", "rader lästa"),
            (plan.count(Deed.ADD), plan.count(Deed.UPDATE), plan.count(Deed.LEAVE)),
            len(plan.skipped),
        ),
        details=tuple(f"{one.where}: {one.text}" for one in plan.problems),
        write=partial(importing.apply, plan, today),
    )


def _people_answer(plan: ImportPlan) -> dict[str, Any]:
    return {
        "kind": "members",
        "read": plan.read,
        "added": plan.count(Deed.ADD),
        "updated": plan.count(Deed.UPDATE),
        "unchanged": plan.count(Deed.LEAVE),
        "skipped": [{"where": one.where, "reason": one.text} for one in plan.skipped],
        "warnings": [f"{one.where}: {one.text}" if one.where else one.text for one in plan.warnings],
    }


def statistics_taken(statistics: StatisticsService, path: Path, year: int | None, today: date) -> Taken:
    """Weigh a file of statistics; figures, not rows, are counted."""
    plan = statistics.plan(statistics.read_file(path, year))
    skipped, warnings = plan.reading.skipped, _warnings(plan)
    return Taken(
        answer={
            "kind": "statistics",
            "read": len(plan.reading.rows),
            "added": plan.count(FigureDeed.ADD),
            "updated": plan.count(FigureDeed.REVISE),
            "unchanged": plan.count(FigureDeed.LEAVE),
            "skipped": [{"where": one.where, "reason": one.reason} for one in skipped],
            "warnings": warnings,
        },
        said=_counted(
            f"{plan.reading.layout.value}: {plural(len(plan.reading.rows), 'värde läst', 'värden lästa')}",
            (plan.count(FigureDeed.ADD), plan.count(FigureDeed.REVISE), plan.count(FigureDeed.LEAVE)),
            len(skipped),
        ),
        details=(*(f"{one.where}: {one.reason}" for one in skipped), *warnings),
        write=partial(statistics.apply, plan, today),
    )


def _warnings(plan: StatisticsPlan) -> list[str]:
    """Tell of revisions one by one, old and new, and of what is left out."""
    said = [*plan.reading.warnings, *(_revised(one) for one in plan.revisions)]
    if plan.left_out:
        said.append(f"{grouped(plan.left_out)} värden för andra platser är inte med.")
    return said


def _revised(planned: PlannedFigure) -> str:
    told = planned.figure.observation
    what = f"{planned.figure.indicator.name}, {told.geography.name} {told.period}"
    return f"{what}: {figure_text(planned.before)} blir {figure_text(told)}."


def _counted(read: str, deeds: tuple[int, int, int], skipped: int) -> str:
    added, updated, left = deeds
    return f"{read}: {added} nya, {updated} uppdaterade, {left} oförändrade, {skipped} överhoppade."
