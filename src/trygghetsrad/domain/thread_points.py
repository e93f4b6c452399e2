"""Points of an agenda that the thread fills: how it stands with the lägesbild and with the åtgärdsplan."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from trygghetsrad.domain.actions import ActionStatus, is_overdue
from trygghetsrad.domain.counting import listed, plural
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.meetings import ItemKind
from trygghetsrad.domain.thread import Position, newest_decided

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from trygghetsrad.domain.actions import Action
    from trygghetsrad.domain.thread import ActionPlan, Problem, Resolution, SituationPicture

LATE_NAMED = 5
"""More late actions than these are counted, not named."""


class ThreadPoint(StrEnum):
    """What a point is about, told by how its title begins."""

    PICTURE = "lägesbild"
    PLAN = "åtgärdsplan"


def thread_point(title: str) -> ThreadPoint | None:
    """Return which part of the thread a point is about; "Lägesbild från polisen" is somebody's report."""
    begins = title.strip().casefold()
    if " från " in begins:
        return None
    return next((point for point in ThreadPoint if begins.startswith(point.value)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A point that belongs on an agenda because of the thread or the Act."""

    title: str
    minutes: int
    kind: ItemKind
    decision: str = ""


PICTURE_POINT = Proposed(
    title="Lägesbild och prioritering",
    minutes=30,
    kind=ItemKind.DECISION,
    decision="Rådet ställer sig bakom lägesbilden och dess prioriteringar och överlämnar den för beslut.",
)
PLAN_POINT = Proposed(
    title="Åtgärdsplan: förslag till beslut",
    minutes=25,
    kind=ItemKind.DECISION,
    decision="Rådet ställer sig bakom åtgärdsplanen och överlämnar den för beslut.",
)
STATUS_POINT = Proposed(title="Åtgärdsplan: status", minutes=10, kind=ItemKind.INFORMATION)


def proposed_points(
    theme: str, pictures: Collection[SituationPicture], plans: Collection[ActionPlan]
) -> tuple[Proposed, ...]:
    """Return what an agenda gets: a draft when the meeting's theme says so, the plan's status always."""
    about = theme.casefold()
    found: list[Proposed] = []
    if "lägesbild" in about and any(picture.is_draft for picture in pictures):
        found.append(PICTURE_POINT)
    if "åtgärd" in about and any(plan.is_draft for plan in plans):
        found.append(PLAN_POINT)
    elif newest_decided(plans):
        found.append(STATUS_POINT)
    return tuple(found)


def picture_sentences(pictures: Sequence[SituationPicture], problems: Collection[Problem]) -> tuple[str, ...]:
    """Return how it stands with the lägesbild, one sentence each; nothing where there is none."""
    titles = {problem.id: problem.title for problem in problems}
    current = newest_decided(pictures)
    draft = next((picture for picture in pictures if picture.is_draft), None)
    told: list[str] = []
    if current:
        told.append(f"Lägesbilden {current.period} är beslutad{_by_whom(current.decided)}.")
        told += _priorities(current, titles)
    if draft:
        judged = sum(1 for one in draft.assessments if one.is_decided)
        told.append(
            f"Lägesbilden {draft.period} är under arbete: {judged} av "
            f"{plural(len(draft.assessments), 'område', 'områden')} har ett ställningstagande."
        )
        told += _priorities(draft, titles)
    return tuple(told)


def plan_sentences(plans: Sequence[ActionPlan], actions: Collection[Action], today: date) -> tuple[str, ...]:
    """Return how it stands with the plan's actions, one sentence each; nothing where there is no plan."""
    current = newest_decided(plans)
    draft = next((plan for plan in plans if plan.is_draft), None)
    told: list[str] = []
    if current:
        told.append(f"Åtgärdsplanen {current.period} är beslutad{_by_whom(current.decided)}.")
    if draft:
        told.append(f"Åtgärdsplanen {draft.period} är under arbete.")
    planned = [action for action in actions if action.problem_id is not None]
    if not told or not planned:
        return tuple(told)
    told.append(f"Planen har {plural(len(planned), 'åtgärd', 'åtgärder')}: {_counted(planned)}.")
    late = sorted((one for one in planned if is_overdue(one, today)), key=lambda one: (one.due, one.what))
    if late:
        named = [_late(action) for action in late[:LATE_NAMED]]
        more = [f"{len(late) - LATE_NAMED} till"] if len(late) > LATE_NAMED else []
        told.append(f"Försenat: {listed([*named, *more])}.")
    return tuple(told)


def _priorities(picture: SituationPicture, titles: dict[int, str]) -> list[str]:
    chosen = [
        titles[one.problem_id]
        for one in picture.assessments
        if one.position is Position.PRIORITISED and one.problem_id in titles
    ]
    return [f"Prioriterat: {listed(chosen)}."] if chosen else []


def _by_whom(decided: Resolution) -> str:
    """Return " av kommunstyrelsen 2026-04-20, § 41" as far as it is known."""
    body = f" av {decided.body}" if decided.body else ""
    day = f" {iso(decided.day)}" if decided.day else ""
    return f"{body}{day}{f', {decided.section}' if decided.section else ''}"


def _counted(actions: Sequence[Action]) -> str:
    words = {
        ActionStatus.DONE: ("klar", "klara"),
        ActionStatus.ONGOING: ("pågår", "pågår"),
        ActionStatus.PLANNED: ("planerad", "planerade"),
        ActionStatus.CANCELLED: ("avbruten", "avbrutna"),
    }
    counts = {status: sum(1 for one in actions if one.status is status) for status in words}
    return listed([plural(count, *words[status]) for status, count in counts.items() if count])


def _late(action: Action) -> str:
    due = iso(action.due) if action.due else ""
    return f"{action.what.rstrip('.')} ({', '.join(filter(None, (action.owner, due)))})"
