"""Körschema: the meeting by the clock, for the chair to lead from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Cell, Column, Heading, Look, Para, Table
from trygghetsrad.documents.builders.parts import dnr, filled, key_values, meeting_name, row, when
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import clock, iso
from trygghetsrad.domain.timetable import Timetable, minutes_between, timetable

if TYPE_CHECKING:
    from datetime import time

    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers import ChairScriptFacts, ScriptRow

NO_SPEAKER = "Ingen angiven"


def build_chair_script(facts: ChairScriptFacts) -> Document:
    title = f"Körschema för {meeting_name(facts.meeting, facts.words)}"
    times = timetable(facts.meeting.starts, [one.minutes for one in facts.rows])
    blocks: list[Block] = [
        Heading(1, title),
        Para("För ordföranden. Klockslagen är räknade från planerad tid för varje punkt.", Look.LEAD),
        key_values(
            [
                ("Tid", [when(facts.meeting)]),
                ("Plats", [facts.meeting.place]),
                ("Ordförande", [facts.chair]),
                ("Sekreterare", [facts.secretary]),
                ("Anmält förhinder", facts.excused),
            ]
        ),
    ]
    blocks += [Para(text, Look.STRONG) for text in filled(_fits(facts, times))]
    blocks.append(_points(facts, times) if facts.rows else Para("Inga ärenden är upptagna ännu."))
    meta = Meta(title=title, kind="Körschema", letterhead=facts.letterhead, dated=iso(facts.meeting.day))
    return Document(meta, tuple(blocks))


def _fits(facts: ChairScriptFacts, times: Timetable) -> str:
    """Say whether the points fit into the meeting, and which times are not known."""
    parts = []
    if times.planned and facts.planned_end is not None:
        room = minutes_between(facts.meeting.starts, facts.planned_end)
        parts.append(f"Punkterna tar {times.planned} av {facts.words.the_meeting}s {room} minuter.")
        over = times.planned - room
        if over > 0:
            parts.append(f"Det är {plural(over, 'minut', 'minuter')} för mycket.")
    if times.unplanned:
        without = plural(times.unplanned, "punkt saknar", "punkter saknar")
        parts.append(f"{without} planerad tid, så klockslagen efter den första av dem är inte räknade.")
    return " ".join(parts)


def _points(facts: ChairScriptFacts, times: Timetable) -> Table:
    return Table(
        summary="Punkterna efter klockan",
        columns=(
            Column("Kl.", 1.1),
            Column("Ärende", 5.3),
            Column("Vem talar", 1.8),
            Column("Egna anteckningar", 2),
        ),
        rows=tuple(
            row(_at(point, starts), Cell(_to_say(point), _small(point)), point.speaker or NO_SPEAKER, "")
            for point, starts in zip(facts.rows, times.starts, strict=True)
        ),
        row_header=1,
    )


def _at(point: ScriptRow, starts: time | None) -> Cell:
    length = f"{point.minutes} min" if point.minutes is not None else ""
    return Cell(clock(starts), filled(length)) if starts else Cell(length)


def _to_say(point: ScriptRow) -> str:
    """Return what is read aloud in the size of running text: the title, and what is proposed."""
    kind = " (beslut)" if point.kind.casefold() == "beslut" else ""
    title = f"{point.number}. {point.title}{kind}"
    proposal = point.proposed_decision.strip()
    return f"{title}\nFörslag: {proposal}" if proposal else title


def _small(point: ScriptRow) -> tuple[str, ...]:
    return filled(*point.remember, dnr(point.registry_number))
