"""Närvarolista and Förteckning över ledamöter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import (
    Cell,
    Column,
    Group,
    Heading,
    Look,
    PageBreak,
    Para,
    SignatureLine,
    Signatures,
    Table,
)
from trygghetsrad.documents.builders.parts import capital, filled, key_values, lower, meeting_name, row, when
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.dates import iso

if TYPE_CHECKING:
    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers import AttendanceListFacts, AttendanceRow, MemberListFacts, MemberRow

WRITING_HEIGHT = 9.0
VACANT = "Vakant"
PROTECTED = "Skyddade uppgifter"


def build_attendance_list(facts: AttendanceListFacts) -> Document:
    title = f"Närvarolista {meeting_name(facts.meeting, facts.words)}"
    elected = list(facts.remunerated)
    blocks: list[Block] = [
        Heading(1, title),
        *(Para(text, Look.LEAD) for text in filled(facts.meeting.title)),
        key_values([("Tid", [when(facts.meeting)]), ("Plats", [facts.meeting.place])]),
        _attendance_table(facts),
    ]
    blocks += _allowance(elected, facts) if elected else []
    meta = Meta(title=title, kind="Närvarolista", letterhead=facts.letterhead, dated=iso(facts.meeting.day))
    return Document(meta, tuple(blocks))


def _allowance(elected: list[AttendanceRow], facts: AttendanceListFacts) -> list[Block]:
    """Return the page that goes on alone to those who pay, so it too says which meeting it is about."""
    which = f"{capital(meeting_name(facts.meeting, facts.words))}, {lower(when(facts.meeting))}"
    return [
        PageBreak(),
        Heading(2, "Arvodesunderlag för förtroendevalda"),
        Para(which, Look.LEAD),
        _allowance_table(elected),
        Signatures((SignatureLine("Uppgifterna intygas, ordförande", ""),)),
    ]


def _attendance_table(facts: AttendanceListFacts) -> Table:
    told = any(person.presence for person in facts.rows)
    people = [
        row(
            person.name,
            person.organisation,
            capital(person.role),
            *([person.presence] if told else []),
            "",
        )
        for person in facts.rows
    ]
    columns = [Column("Namn", 2.4), Column("Organisation", 3.3), Column("Uppdrag", 1.5 if told else 2)]
    columns += [Column("Närvaro", 2), Column("Underskrift", 2.4)] if told else [Column("Underskrift", 3.9)]
    blank = [row(*[""] * len(columns))] * max(facts.empty_rows, 0 if people else 8)
    return Table(
        summary="Kallade och närvarande",
        columns=tuple(columns),
        rows=(*people, *blank),
        row_height=WRITING_HEIGHT,
    )


def _allowance_table(elected: list[AttendanceRow]) -> Table:
    return Table(
        summary="Arvodesunderlag",
        columns=(
            Column("Namn", 2.5),
            Column("Från–till", 1.5),
            Column("Tjänstgörande", 1.7),
            Column("Resa, km", 1.1),
            Column("Förlorad inkomst", 1.5),
            Column("Underskrift", 2.2),
        ),
        rows=tuple(
            row(person.name, person.from_to, person.serving, person.travel, person.lost_income, "")
            for person in elected
        ),
        row_height=WRITING_HEIGHT,
    )


def build_member_list(facts: MemberListFacts) -> Document:
    title = "Förteckning över ledamöter"
    blocks: list[Block] = [
        Heading(1, title),
        Para(f"{facts.letterhead.body}. Gäller per {iso(facts.as_of)}.", Look.LEAD),
        _member_table(facts) if facts.groups else Para("Inga ledamöter är registrerade."),
    ]
    meta = Meta(title=title, kind="Förteckning", letterhead=facts.letterhead, dated=iso(facts.as_of))
    return Document(meta, tuple(blocks))


def _member_table(facts: MemberListFacts) -> Table:
    columns = [Column("Namn", 3.2), Column("Uppdrag", 3), Column("Mandat", 1.4)]
    columns += [Column("Kontakt", 3.4)] if facts.show_contact else []
    rows: list[tuple[Cell, ...] | Group] = []
    for group in facts.groups:
        rows.append(Group(group.organisation))
        rows += [_member(member, contact=facts.show_contact) for member in group.rows]
    return Table(summary="Förteckning över ledamöter", columns=tuple(columns), rows=tuple(rows))


def _member(member: MemberRow, *, contact: bool) -> tuple[Cell, ...]:
    substitute = member.personal_substitute
    name = f"{member.name} ({member.party})" if member.party and member.name else member.name
    return row(
        Cell(name or VACANT, filled(member.title)),
        Cell(capital(member.role), (f"Ersätts av {substitute}",) if substitute else ()),
        capital(member.term),
        *([_contact(member)] if contact else []),
    )


def _contact(member: MemberRow) -> Cell:
    if member.protected:
        return Cell(PROTECTED)
    first, *rest = filled(member.phone, member.email) or ("",)
    return Cell(first, tuple(rest))
