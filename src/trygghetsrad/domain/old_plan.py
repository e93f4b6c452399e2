"""The table of a plan that was written elsewhere: which columns it has, and what each row says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from trygghetsrad.domain.dates import parse_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

MOST_ROWS = 500
HEADER_WITHIN = 10
"""The header is looked for in so many rows; titles and logos stand above it."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BESIDE = re.compile(r"[(/,;:?–-].*$", re.DOTALL)


class PlanColumn(StrEnum):
    """What a column holds, in the order of Brå's table."""

    AREA = "område"
    CAUSE = "orsak"
    ACTION = "åtgärd"
    GOAL = "mål"
    WHEN = "när"
    WHO = "vem"
    FOLLOW_UP = "uppföljning"


_WORDS: dict[PlanColumn, str] = {
    PlanColumn.AREA: "problem|problemområde|område|fokusområde|insatsområde|prioriterat område|problembild",
    PlanColumn.CAUSE: "orsak|orsaker|bakomliggande orsak|bakomliggande orsaker|orsak till problemet|varför",
    PlanColumn.ACTION: (
        "åtgärd|åtgärder|aktivitet|aktiviteter|insats|insatser|vad|vad ska göras|vad gör vi|"
        "planerad åtgärd|planerade åtgärder|beskrivning av åtgärd"
    ),
    PlanColumn.GOAL: (
        "operativa mål|operativt mål|mål|målet|delmål|effektmål|mål med åtgärden|förväntad effekt|syfte"
    ),
    PlanColumn.WHEN: (
        "när|tid|tidplan|tidsplan|tidpunkt|tidsram|klart|klart senast|datum|slutdatum|deadline|period"
    ),
    PlanColumn.WHO: (
        "vem|vem gör|vem ansvarar|ansvar|ansvarig|ansvariga|ansvarig aktör|huvudansvarig|aktör|aktörer|"
        "utförare"
    ),
    PlanColumn.FOLLOW_UP: (
        "uppföljning|hur följs det upp|uppföljning av åtgärd|indikator|indikatorer|mått|utvärdering|"
        "uppföljning och utvärdering"
    ),
}
_COLUMN_OF = {word: column for column, words in _WORDS.items() for word in words.split("|")}


@dataclass(frozen=True, slots=True, kw_only=True)
class RawTable:
    """A table as it stands in a file: the heading above it, and each row with its number."""

    title: str = ""
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OldPlanRow:
    """One row: an action and why, or a cause alone; `when` is what stood where no day could be read."""

    table: int
    number: int
    area: str = ""
    cause: str = ""
    action: str = ""
    goal: str = ""
    due: date | None = None
    when: str = ""
    who: str = ""
    follow_up: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Return what tells two rows apart: the cause and the action, however they are spaced."""
        return row_key(self.cause, self.action)

    @property
    def notes(self) -> str:
        """Return what has no field of its own in an action."""
        said = (("När", self.when), ("Uppföljning", self.follow_up))
        return "\n".join(f"{word}: {text}" for word, text in said if text)


def row_key(cause: str, action: str) -> tuple[str, str]:
    """Return a cause and an action as two are compared."""
    return plain(cause), plain(action)


def plain(text: str) -> str:
    """Return a text as two are compared: case, spaces and a last full stop aside."""
    return _line(text).rstrip(".").casefold()


def column_of(heading: str) -> PlanColumn | None:
    """Return what a heading says that its column holds, or None: "Åtgärder (vad?)" is ÅTGÄRD."""
    whole = _line(heading).strip(" .:?*").casefold()
    return _COLUMN_OF.get(whole) or _COLUMN_OF.get(_BESIDE.sub("", whole).strip())


def old_plan_rows(tables: Iterable[RawTable], today: date) -> tuple[OldPlanRow, ...]:
    """Return the rows of every table that has the columns of a plan; none when there is no such table."""
    return tuple(
        row for number, table in enumerate(tables, start=1) for row in _rows_of(number, table, today)
    )


def _rows_of(number: int, table: RawTable, today: date) -> list[OldPlanRow]:
    header = _header(table.rows)
    if header is None:
        return []
    start, columns = header
    found: list[OldPlanRow] = []
    area, cause = _line(table.title), ""
    for row_number, cells in table.rows[start + 1 :]:
        lines = [_line(cell) for cell in cells]
        if not any(lines) or _columns(cells) == columns:
            continue
        if (heading := _heading(lines)) is not None:
            area, cause = heading, ""
            continue
        said = {what: lines[place] if place < len(lines) else "" for what, place in columns.items()}
        area = said.get(PlanColumn.AREA) or area
        if said.get(PlanColumn.CAUSE):
            cause = said[PlanColumn.CAUSE]
        row = _row(number, row_number, area, cause, said, today)
        if row.action or said.get(PlanColumn.CAUSE):
            found.append(row)
    return found


def _header(rows: Sequence[tuple[int, tuple[str, ...]]]) -> tuple[int, Mapping[PlanColumn, int]] | None:
    """Return where the header stands and which columns it names: actions, and at least two more."""
    for place, (_number, cells) in enumerate(rows[:HEADER_WITHIN]):
        columns = _columns(cells)
        if PlanColumn.ACTION in columns and len(columns) > 2:  # with fewer it is any list
            return place, columns
    return None


def _columns(cells: Sequence[str]) -> dict[PlanColumn, int]:
    found: dict[PlanColumn, int] = {}
    for place, cell in enumerate(cells):
        column = column_of(cell)
        if column is not None:
            found.setdefault(column, place)
    return found


def _heading(lines: Sequence[str]) -> str | None:
    """Return the words of a row that is one cell over the whole table; merged cells repeat their text."""
    return lines[0] if len(lines) > 2 and lines[0] and len(set(lines)) == 1 else None


def _row(
    table: int, number: int, area: str, cause: str, said: Mapping[PlanColumn, str], today: date
) -> OldPlanRow:
    action, goal = said[PlanColumn.ACTION], said.get(PlanColumn.GOAL, "")
    when = said.get(PlanColumn.WHEN, "")
    due = _day(when, today)
    return OldPlanRow(
        table=table,
        number=number,
        area=area,
        cause=cause,
        action=action,
        goal="" if goal == action else goal,
        due=due,
        when="" if due else when,
        who=said.get(PlanColumn.WHO, ""),
        follow_up=said.get(PlanColumn.FOLLOW_UP, ""),
    )


def _day(text: str, today: date) -> date | None:
    """Return the day a cell says; without a year nobody knows which, so it stays text."""
    return parse_day(text, today) if _YEAR.search(text) else None


def _line(text: str) -> str:
    return " ".join(text.split())
