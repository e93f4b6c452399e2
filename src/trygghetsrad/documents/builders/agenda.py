"""Dagordning: the items of a meeting, alone or inside the notice."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Cell, Column, Heading, Look, Para, Table
from trygghetsrad.documents.builders.parts import (
    capital,
    dnr,
    filled,
    key_values,
    link,
    meeting_name,
    row,
    when,
)
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.dates import clock, iso

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers import AgendaFacts, AgendaRow, MeetingFacts


def build_agenda(facts: AgendaFacts) -> Document:
    name = capital(facts.words.agenda)
    title = f"Förslag till {facts.words.agenda}" if facts.draft else name
    blocks: list[Block] = [Heading(1, f"{title} för {meeting_name(facts.meeting, facts.words)}")]
    blocks += [Para(text, Look.LEAD) for text in filled(facts.meeting.title)]
    blocks.append(
        key_values(
            [
                ("Tid", [when(facts.meeting)]),
                ("Plats", [facts.meeting.place]),
                ("Digitalt", [link(facts.meeting.link)]),
                ("Ordförande", [facts.chair]),
                ("Sekreterare", [facts.secretary]),
            ]
        )
    )
    blocks += [Para(text, Look.STRONG) for text in filled(facts.approved)]
    blocks.append(agenda_block(facts.rows, facts.meeting, name))
    meta = Meta(
        title=f"{title} för {meeting_name(facts.meeting, facts.words)}",
        kind=title,
        letterhead=facts.letterhead,
        dated=iso(facts.meeting.day),
        registry_number=facts.registry_number,
    )
    return Document(meta, tuple(blocks))


def agenda_block(rows: Sequence[AgendaRow], meeting: MeetingFacts, summary: str) -> Block:
    """Return the table of items, with only the columns that say something."""
    if not rows:
        return Para("Inga ärenden är upptagna ännu.")
    times = _times(rows, meeting)
    optional = [
        (Column("Föredragande", 2.2), [item.presenter for item in rows]),
        (Column("Tid", 1.1), times),
        (Column("Typ", 1.4), [capital(item.kind) for item in rows]),
    ]
    shown = [(column, cells) for column, cells in optional if any(cells)]
    return Table(
        summary=summary,
        columns=(Column("Nr", 0.6), Column("Ärende", 5), *(column for column, _ in shown)),
        rows=tuple(
            row(item.number, Cell(item.title, _details(item)), *(cells[place] for _, cells in shown))
            for place, item in enumerate(rows)
        ),
        row_header=1,
        together=True,
    )


def _details(item: AgendaRow) -> tuple[str, ...]:
    proposal = f"Förslag till beslut: {item.proposed_decision}" if item.proposed_decision else ""
    return filled(item.note, proposal, " · ".join(filled(dnr(item.registry_number), *item.papers)))


def _times(rows: Sequence[AgendaRow], meeting: MeetingFacts) -> list[str]:
    """Return clock times where every item before has its length, else the lengths that are known."""
    start = datetime.combine(meeting.day, meeting.starts)
    times = []
    whole = all(item.minutes is not None for item in rows[:-1]) and len(rows) > 1
    for item in rows:
        if whole:
            times.append(clock(start.time()))
            start += timedelta(minutes=item.minutes or 0)
        else:
            times.append(f"{item.minutes} min" if item.minutes else "")
    return times
