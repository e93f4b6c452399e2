"""What changed in each row, kept for good; written at commit from what the triggers noted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, text

from trygghetsrad.store.schema import HistoryRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import RowMapping
    from sqlalchemy.orm import Session

    from trygghetsrad.store.journal import Entry

BY_NAME_ONLY = {"person": frozenset({"email", "phone", "mobile", "notes"})}
"""Contact fields: that they changed is kept, what they were is not."""

UNTOLD = frozenset({"id", "uid", "sort_key"})

MOST_AT_ONCE = 500


def write_history(session: Session, entries: Iterable[Entry], *, label: str, who: str, at: datetime) -> None:
    """Append one line for each field that this step changed, with the value before and after."""
    states = _first_states(entries)
    now = _rows_now(session, states)
    lines = [
        {"at": at, "who": who, "label": label, **line}
        for (table, row_id), (operation, before) in states.items()
        for line in _lines(table, now.get((table, row_id)), operation, before)
    ]
    if lines:
        session.execute(insert(HistoryRow), lines)


def _rows_now(session: Session, touched: Iterable[tuple[str, int]]) -> dict[tuple[str, int], RowMapping]:
    """Return the touched rows that still exist, as they are now."""
    by_table: dict[str, list[int]] = {}
    for table, row_id in touched:
        by_table.setdefault(table, []).append(row_id)
    return {
        (table, row["id"]): row
        for table, ids in by_table.items()
        for some in (ids[start : start + MOST_AT_ONCE] for start in range(0, len(ids), MOST_AT_ONCE))
        for row in session.execute(text(f"SELECT * FROM {table} WHERE id IN ({_numbers(some)})")).mappings()
    }


def _numbers(ids: Iterable[int]) -> str:
    return ",".join(str(int(row_id)) for row_id in ids)


def _first_states(entries: Iterable[Entry]) -> dict[tuple[str, int], tuple[str, dict[str, Any]]]:
    """Return how each touched row was when the step began."""
    states: dict[tuple[str, int], tuple[str, dict[str, Any]]] = {}
    for entry in entries:
        key = (entry.table_name, entry.row_id)
        operation, known = states.get(key, (entry.operation, {}))
        states[key] = (operation, {**entry.was(), **known})
    return states


def _lines(
    table: str, now: RowMapping | None, operation: str, before: dict[str, Any]
) -> list[dict[str, str | None]]:
    uid = str(now["uid"] if now else before.get("uid", ""))
    base = {"table_name": table, "row_uid": uid}
    if operation == "INSERT":
        return [{**base, "field": "", "before": None, "after": "skapad"}] if now else []
    if now is None:
        return [{**base, "field": "", "before": "borttagen", "after": None}]
    hidden = BY_NAME_ONLY.get(table, frozenset())
    return [
        {
            **base,
            "field": field,
            "before": None if field in hidden else _told(old),
            "after": None if field in hidden else _told(now[field]),
        }
        for field, old in before.items()
        if field not in UNTOLD and old != now[field]
    ]


def _told(value: object) -> str | None:
    return None if value is None else str(value)
