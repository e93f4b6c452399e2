"""The columns of the action list; text and day are edited in the cell too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from trygghetsrad.domain.actions import Action, urgency
from trygghetsrad.domain.dates import iso, overdue_text
from trygghetsrad.domain.day_reading import parse_day
from trygghetsrad.domain.errors import Refused
from trygghetsrad.ui.components.action_states import state_pill, state_word
from trygghetsrad.ui.components.rows import Column

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

BY_URGENCY = 3
"""The column that the list is sorted by: what is late first."""


def action_columns(
    today: Callable[[], date],
    edit_text: Callable[[Action, str], None],
    edit_day: Callable[[Action, str], None],
) -> list[Column[Action]]:
    """Return the columns; edits are stored by the page."""
    return [
        Column(
            _tr("Åtgärd"), lambda one: one.what, tooltip=lambda one: one.what, edit=edit_text, stretch=True
        ),
        Column(
            _tr("Ansvarig"), lambda one: one.owner, avatar=lambda one: one.owner, width=184, drop_below=420
        ),
        Column(_tr("Klart senast"), _day_text, lambda one: one.due, edit=edit_day, width=112),
        Column(
            _tr("Status"),
            lambda one: state_word(one, today()),
            lambda one: urgency(one, today()),
            pill=lambda one: state_pill(one, today()),
            tooltip=lambda one: overdue_text(one.due, today()) if one.is_open and one.due else "",
            width=118,
        ),
    ]


def day_of(text: str, today: date) -> date | None:
    """Return the day typed, None for an empty cell.

    Raises Refused when it is no day.
    """
    day = parse_day(text, today) if text else None
    if text and day is None:
        raise Refused(
            _tr("”{text}” gick inte att läsa som en dag. Skriv till exempel 8 dec eller fre v 50.").format(
                text=text
            )
        )
    return day


def _day_text(action: Action) -> str:
    return iso(action.due) if action.due else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("ActionsPage", text)
