"""Handlingspaket: the sheets of our own, a cover with what lies in it and one before each paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Cell, Column, Heading, Look, PageBreak, Para, Table
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
from trygghetsrad.domain.attachments import Audience
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import iso

if TYPE_CHECKING:
    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers.packets import PacketFacts, PacketPart

_AS_THEY_CAME = (
    "Handlingarna ligger i paketet som de kom, utan ändringar. De är därför inte märkta för uppläsning; "
    "omslag och försättsblad är det."
)


def build_packet(facts: PacketFacts) -> Document:
    """Return cover and sheets; each sheet is one heading of level 2, and nothing else is."""
    name = meeting_name(facts.meeting, facts.words)
    title = f"Handlingar till {name}"
    blocks: list[Block] = [Heading(1, title)]
    blocks += [Para(f"Punkt {facts.only_point}", Look.LEAD) for _ in filled(facts.only_point)]
    blocks.append(
        key_values(
            [
                ("Tid", [when(facts.meeting)]),
                ("Plats", [facts.meeting.place]),
                ("Digitalt", [link(facts.meeting.link)]),
                ("Mottagare", [] if facts.audience is Audience.EVERYONE else [capital(facts.audience.value)]),
            ]
        )
    )
    blocks += [_contents(facts), Para(_AS_THEY_CAME, Look.SMALL)] if facts.parts else [_nothing(facts)]
    for part in facts.parts:
        if part.is_here:
            blocks += [PageBreak(), *_sheet(part)]
    meta = Meta(
        title=title,
        kind="Handlingspaket",
        letterhead=facts.letterhead,
        dated=iso(facts.issued_on),
        registry_number=facts.registry_number,
        numbered=False,
    )
    return Document(meta, tuple(blocks))


def _nothing(facts: PacketFacts) -> Para:
    return Para(f"Inga handlingar hör till {facts.words.the_meeting} ännu.")


def _contents(facts: PacketFacts) -> Table:
    opening = row("", Cell(capital(_opening(facts))), "Först i paketet")
    return Table(
        summary="Innehåll",
        columns=(Column("Bilaga", 1), Column("Handling", 5), Column("Var", 3)),
        rows=(opening, *(_line(part) for part in facts.parts)),
        row_header=1,
    )


def _opening(facts: PacketFacts) -> str:
    return "kallelse" if facts.notice else "kallelse, utkast"


def _line(part: PacketPart) -> tuple[Cell, ...]:
    point = f"Punkt {part.point}" if part.point else ""
    details = filled(" · ".join(filled(point, part.sender, dnr(part.registry_number))))
    where = plural(part.pages, "sida", "sidor") if part.is_here else capital(part.inclusion.value)
    return row(part.number, Cell(part.title, details), where)


def _sheet(part: PacketPart) -> list[Block]:
    return [
        Heading(2, f"{part.label} {part.title}"),
        key_values(
            [
                ("Punkt", [part.point]),
                ("Från", [part.sender]),
                ("Datum", [iso(part.day) if part.day else ""]),
                ("Dnr", [part.registry_number]),
                ("Omfattning", [plural(part.pages, "sida", "sidor")]),
            ]
        ),
        Para("Handlingen börjar på nästa sida.", Look.SMALL),
    ]
