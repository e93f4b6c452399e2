"""Årshjul: the year drawn as a circle, and the same days as a table."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Cell, Column, Group, Heading, Look, Para, Table
from trygghetsrad.documents.builders.parts import capital, filled, row
from trygghetsrad.documents.builders.wheel_drawing import draw_wheel
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import MONTHS, iso, short_day, weekday
from trygghetsrad.domain.papers import WheelMark

if TYPE_CHECKING:
    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers import Pace, WheelDay, WheelFacts

LAW = "lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete"


def build_wheel(facts: WheelFacts) -> Document:
    title = f"Årshjul {facts.year}"
    blocks: list[Block] = [
        Heading(1, title),
        Para(f"{facts.letterhead.body}. {_in_short(facts)}", Look.LEAD),
        draw_wheel(facts, _alt(facts)),
        Heading(2, "Dag för dag"),
        _days_table(facts) if facts.days else Para(_nothing(facts)),
        *_paces(facts),
    ]
    meta = Meta(title=title, kind="Årshjul", letterhead=facts.letterhead, dated=iso(facts.as_of))
    return Document(meta, tuple(blocks))


def _meetings(facts: WheelFacts) -> list[WheelDay]:
    return [one for one in facts.days if one.mark is WheelMark.MEETING]


def _in_short(facts: WheelFacts) -> str:
    count = len(_meetings(facts))
    if not count:
        return _nothing(facts)
    one, many = facts.words.meeting, _several(facts.words.meeting)
    return f"{capital(plural(count, one, many))} {facts.year}. Läget {iso(facts.as_of)}."


def _nothing(facts: WheelFacts) -> str:
    return f"Inga {_several(facts.words.meeting)} är planerade {facts.year} än."


def _several(meeting: str) -> str:
    """Return möten or sammanträden."""
    return f"{meeting}n"


def _alt(facts: WheelFacts) -> str:
    days = [short_day(one.day) for one in _meetings(facts)]
    if not days:
        return f"Året {facts.year} som en cirkel med tolv månader. {_nothing(facts)}"
    listed = " och ".join(filled(", ".join(days[:-1]), days[-1]))
    many = _several(facts.words.meeting) if len(days) > 1 else facts.words.meeting
    return f"Året {facts.year} som en cirkel med {many} {listed}. Alla dagar står i tabellen under."


def _days_table(facts: WheelFacts) -> Table:
    rows: list[tuple[Cell, ...] | Group] = []
    for month, days in groupby(sorted(facts.days, key=_order), key=lambda one: one.day.month):
        rows.append(Group(capital(MONTHS[month - 1])))
        rows += [_day_row(one) for one in days]
    return Table(
        summary=f"Årets dagar {facts.year}",
        columns=(Column("Dag", 1.9), Column("Vad", 3), Column("Gäller", 4)),
        rows=tuple(rows),
        dense=True,
    )


def _order(one: WheelDay) -> tuple[object, ...]:
    return (one.day, one.mark is not WheelMark.MEETING, one.what)


def _day_row(one: WheelDay) -> tuple[Cell, ...]:
    is_meeting = one.mark is WheelMark.MEETING
    day = f"{weekday(one.day)[:3]} {short_day(one.day)}"
    return row(day, Cell(one.what, strong=is_meeting), one.about)


def _paces(facts: WheelFacts) -> list[Block]:
    if not facts.paces:
        return []
    told = any(pace.latest for pace in facts.paces)
    columns = [Column("Paragraf", 1.1), Column("Vad kommunen ska göra", 4), Column("Hur ofta", 2.4)]
    columns += [Column("Senast", 1.6)] if told else []
    return [
        Heading(2, "Det lagen säger om takten"),
        Para(f"Paragraferna är ur {LAW}."),
        Table(
            summary="Lagens takt",
            columns=tuple(columns),
            rows=tuple(_pace_row(pace, told=told) for pace in facts.paces),
            together=True,
        ),
    ]


def _pace_row(pace: Pace, *, told: bool) -> tuple[Cell, ...]:
    latest = [pace.latest or "Inte ifyllt"] if told else []
    return row(pace.section, pace.what, pace.how_often, *latest)
