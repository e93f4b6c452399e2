"""Pieces that several papers share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Bullets, Cell, Column, KeyValues, Link, Para, Table
from trygghetsrad.domain.dates import iso, meeting_time, short_day
from trygghetsrad.domain.prose import BulletList, parse_prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trygghetsrad.domain.papers import ActionRow, MeetingFacts, Words


def capital(text: str) -> str:
    """Return the text with a capital first letter and the rest as it was."""
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """Return the text with a small first letter, to stand after something else."""
    return text[:1].lower() + text[1:]


def prose(text: str) -> list[Para | Bullets]:
    """Turn the council's free text into blocks."""
    return [
        Bullets(block.items) if isinstance(block, BulletList) else Para(block.text)
        for block in parse_prose(text)
    ]


def meeting_name(meeting: MeetingFacts, words: Words) -> str:
    """Return "möte 4/2026", or the day where meetings are not numbered."""
    which = meeting.number or f"{short_day(meeting.day)} {meeting.day.year}"
    return f"{words.meeting}\u00a0{which}"


def when(meeting: MeetingFacts) -> str:
    return capital(meeting_time(meeting.day, meeting.starts, meeting.ends))


def link(url: str) -> str | Link:
    """Return something to click on when the text is a web address, else the text itself."""
    return Link(url, url) if url.startswith(("https://", "http://")) else url


def key_values(rows: Iterable[tuple[str, Iterable[str | Link]]]) -> KeyValues:
    """Keep only the rows that say something."""
    kept = ((label, tuple(value for value in values if value)) for label, values in rows)
    return KeyValues(tuple((label, values) for label, values in kept if values))


def row(*cells: str | Cell) -> tuple[Cell, ...]:
    return tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in cells)


def filled(*lines: str) -> tuple[str, ...]:
    """Return only the lines that say something."""
    return tuple(line for line in lines if line.strip())


def anchor_of(kind: str, uid: str) -> str:
    """Return the hidden name of a meeting (M), a point (I) or a decision (D) in a Word file."""
    return f"{kind}{''.join(sign for sign in uid if sign.isalnum())}" if uid else ""


def dnr(number: str) -> str:
    return f"Dnr {number}" if number else ""


def action_table(
    rows: Iterable[ActionRow],
    summary: str,
    *,
    with_owner: bool = True,
    what: str = "Åtgärd",
    in_short: bool = False,
) -> Table:
    """Lay out actions; what is late says so in words and in bold. In short: without where they come from."""
    owner = (Column("Ansvarig", 2.2),) if with_owner else ()
    return Table(
        summary=summary,
        columns=(Column(what, 5), *owner, Column("Klart senast", 1.6), Column("Läge", 2)),
        rows=tuple(_action_cells(action, with_owner=with_owner, in_short=in_short) for action in rows),
        dense=in_short,
    )


def _action_cells(action: ActionRow, *, with_owner: bool, in_short: bool) -> tuple[Cell, ...]:
    details = () if in_short else filled(" · ".join(filled(action.origin, ", ".join(action.areas))))
    owner = (action.owner or "Ingen ansvarig",) if with_owner else ()
    no_date = "" if action.done else "Inget datum"
    due = iso(action.due) if action.due else no_date
    status = Cell(capital(action.status), strong=action.late)
    return row(Cell(action.what, details), *owner, due, status)
