"""Which actions the list shows: a chip, and words that are typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from trygghetsrad.domain.actions import Action, ActionStatus, is_overdue
from trygghetsrad.domain.sorting import fold

Test = Callable[[Action, date], bool]

CHIPS: tuple[tuple[str, str, str, Test], ...] = (
    (
        "open",
        "Alla öppna",
        "Inga öppna åtgärder. Klara finns under Klara.",
        lambda a, _: a.is_open,
    ),
    ("late", "Försenade", "Inga försenade åtgärder.", is_overdue),
    ("undated", "Utan datum", "Alla öppna åtgärder har ett datum.", lambda a, _: a.is_open and a.due is None),
    ("done", "Klara", "Inga åtgärder är klara än.", lambda a, _: a.status is ActionStatus.DONE),
    ("all", "Alla", "Inga åtgärder.", lambda _a, _: True),
)
"""Key, words, what is said when there are none, and which actions it shows."""

FIRST = "open"
EVERYTHING = "all"


def chips_with_counts(actions: Sequence[Action], today: date) -> list[tuple[str, str, int | None]]:
    """Return the chips with how many actions each would show."""
    return [(key, words, len(kept_by(key, actions, today))) for key, words, _none, _test in CHIPS]


def kept_by(key: str, actions: Iterable[Action], today: date) -> list[Action]:
    """Return the actions that a chip shows."""
    test = next(test for name, _words, _none, test in CHIPS if name == key)
    return [action for action in actions if test(action, today)]


def with_words(actions: Iterable[Action], typed: str) -> list[Action]:
    """Return the actions that hold every word typed; å, ä and ö are found by a and o too."""
    words = fold(typed).split()
    return [action for action in actions if all(word in _searched(action) for word in words)]


def nothing_words(key: str) -> str:
    """Return what is said when a chip shows nothing."""
    return next(none for name, _words, none, _test in CHIPS if name == key)


def _searched(action: Action) -> str:
    areas = " ".join(area.value for area in action.areas)
    return fold(f"{action.what} {action.owner} {action.origin} {areas} {action.due or ''}")
