"""Going through the plan (6 §): which actions, how far it has come, what it says for the next lägesbild."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from trygghetsrad.domain.actions import Action, ActionStatus, Rating
from trygghetsrad.domain.chapters import Chapter
from trygghetsrad.domain.counting import listed, plural
from trygghetsrad.domain.dates import iso

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from trygghetsrad.domain.actions import FollowUp
    from trygghetsrad.domain.thread import Problem, Review

KEYS = {
    "1": ActionStatus.PLANNED,
    "2": ActionStatus.ONGOING,
    "3": ActionStatus.DONE,
    "4": ActionStatus.CANCELLED,
}
RATING_KEYS = {"g": Rating.GREEN, "y": Rating.YELLOW, "r": Rating.RED}
RATING_WORDS = {
    Rating.GREEN: "Grön: går som planerat",
    Rating.YELLOW: "Gul: går, men något behöver ändras",
    Rating.RED: "Röd: går inte, eller ger inget",
}
"""A rating always stands with words, never as a colour alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSummary:
    """How a going through stands: how many, how they go, and how many nobody has said anything of."""

    total: int
    told: int
    by_status: tuple[tuple[ActionStatus, int], ...]
    by_rating: tuple[tuple[Rating, int], ...]

    @property
    def untold(self) -> int:
        return self.total - self.told

    @property
    def text(self) -> str:
        """Return "12 åtgärder: 5 pågår, 7 klara. Omdöme: 6 gröna, 2 gula.", as the summary may begin."""
        states = listed([_counted(count, status) for status, count in self.by_status])
        judged = listed([plural(count, *_RATED[rating]) for rating, count in self.by_rating])
        sentences = [f"{plural(self.total, 'åtgärd', 'åtgärder')} i planen: {states}." if states else ""]
        sentences.append(f"Omdöme: {judged}." if judged else "")
        if self.untold:
            sentences.append(f"Inte genomgångna: {self.untold}.")
        return " ".join(filter(None, sentences))


_RATED = {Rating.GREEN: ("grön", "gröna"), Rating.YELLOW: ("gul", "gula"), Rating.RED: ("röd", "röda")}
_STATES = {
    ActionStatus.PLANNED: ("planerad", "planerade"),
    ActionStatus.ONGOING: ("pågår", "pågår"),
    ActionStatus.DONE: ("klar", "klara"),
    ActionStatus.CANCELLED: ("avbruten", "avbrutna"),
}


def _counted(count: int, status: ActionStatus) -> str:
    return plural(count, *_STATES[status])


def to_go_through(
    actions: Iterable[Action], problems: Sequence[Problem], since: date | None = None
) -> tuple[Action, ...]:
    """Return the actions of the plan in its order: by problem, then by day.

    What was finished before the going through that ended on `since` was told of then.
    """
    places = {problem.id: place for place, problem in enumerate(problems)}
    of_plan = [
        one
        for one in actions
        if one.problem_id in places and not (since and one.done_on and one.done_on < since)
    ]
    return tuple(
        sorted(of_plan, key=lambda one: (places[one.problem_id or 0], one.due or date.max, one.what, one.id))
    )


def told_in(action: Action, review_id: int) -> FollowUp | None:
    """Return what a going through says of an action, or None while nobody has looked at it."""
    return next((one for one in reversed(action.follow_ups) if one.review_id == review_id), None)


def first_untold(actions: Sequence[Action], review_id: int) -> int:
    """Return the place where to go on: the first action not looked at, else the last."""
    untold = (place for place, one in enumerate(actions) if told_in(one, review_id) is None)
    return next(untold, max(len(actions) - 1, 0))


def summary_of(actions: Sequence[Action], review_id: int) -> ReviewSummary:
    """Return how a going through stands."""
    told = [one for action in actions if (one := told_in(action, review_id))]
    states = [(status, sum(one.status is status for one in actions)) for status in ActionStatus]
    ratings = [(rating, sum(one.rating is rating for one in told)) for rating in _RATED]
    return ReviewSummary(
        total=len(actions),
        told=len(told),
        by_status=tuple((status, count) for status, count in states if count),
        by_rating=tuple((rating, count) for rating, count in ratings if count),
    )


def latest_finished(reviews: Iterable[Review]) -> Review | None:
    """Return the going through that was finished last."""
    finished = [(one.finished_on, one.id, one) for one in reviews if one.finished_on]
    return max(finished, key=lambda told: told[:2])[2] if finished else None


def lessons(review: Review, actions: Iterable[Action]) -> tuple[tuple[Chapter, str], ...]:
    """Return what a finished going through has to say for the next lägesbild, by chapter (2.1 step 5).

    What changed goes to the trends, what worked and what did not to what makes problems grow or shrink.
    """
    heard = [(action, told) for action in actions if (told := told_in(action, review.id))]
    effects = [f"- {action.what}: {told.effect}" for action, told in heard if told.effect]
    ways = [f"- {action.what}: {how}" for action, told in heard if (how := told.process or told.text)]
    day = iso(review.finished_on) if review.finished_on else ""
    opening = " ".join(filter(None, (f"Ur uppföljningen {day}:", review.summary)))
    found = [(Chapter.TRENDS, "\n".join((opening, "", *effects)))] if effects or review.summary else []
    if ways:
        found.append((Chapter.FACTORS, "\n".join((f"Ur uppföljningen {day}:", "", *ways))))
    return tuple((chapter, text.strip()) for chapter, text in found)
