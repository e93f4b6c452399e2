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
from trygghetsrad.documents.builders.parts import capital, filled, key_values, meeting_name, row, when
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
    elected = [person for person in facts.rows if person.elected]
    blocks: list[Block] = [
        Heading(1, title),
        *(Para(text, Look.LEAD) for text in filled(facts.meeting.title)),
        key_values([("Tid", [when(facts.meeting)]), ("Plats", [facts.meeting.place])]),
        _attendance_table(facts),
    ]
    if elected:
        blocks += [PageBreak(), Heading(2, "Arvodesunderlag för förtroendevalda"), _allowance_table(elected)]
        blocks.append(Signatures((SignatureLine("Uppgifterna intygas, ordförande", ""),)))
    meta = Meta(title=title, kind="Närvarolista", letterhead=facts.letterhead, dated=iso(facts.meeting.day))
    return Document(meta, tuple(blocks))


def _attendance_table(facts: AttendanceListFacts) -> Table:
    people = [
        row(person.name, person.organisation, capital(person.role), person.presence, "")
        for person in facts.rows
    ]
    blank = [row("", "", "", "", "")] * max(facts.empty_rows, 0 if people else 8)
    return Table(
        summary="Kallade och närvarande",
        columns=(
            Column("Namn", 2.6),
            Column("Organisation", 2.4),
            Column("Uppdrag", 1.5),
            Column("Närvaro", 2.1),
            Column("Underskrift", 2.6),
        ),
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
    paired = any(member.personal_substitute for group in facts.groups for member in group.rows)
    columns = [Column("Namn", 2.7), Column("Uppdrag", 1.6), Column("Mandat", 1.4)]
    columns += [Column("Personlig ersättare", 2)] if paired else []
    columns += [Column("Kontakt", 3.3)] if facts.show_contact else []
    rows: list[tuple[Cell, ...] | Group] = []
    for group in facts.groups:
        rows.append(Group(group.organisation))
        rows += [_member(member, paired=paired, contact=facts.show_contact) for member in group.rows]
    return Table(summary="Förteckning över ledamöter", columns=tuple(columns), rows=tuple(rows))


def _member(member: MemberRow, *, paired: bool, contact: bool) -> tuple[Cell, ...]:
    name = f"{member.name} ({member.party})" if member.party and member.name else member.name
    return row(
        Cell(name or VACANT, filled(member.title)),
        capital(member.role),
        capital(member.term),
        *([member.personal_substitute] if paired else []),
        *([_contact(member)] if contact else []),
    )


def _contact(member: MemberRow) -> Cell:
    if member.protected:
        return Cell(PROTECTED)
    first, *rest = filled(member.phone, member.email) or ("",)
    return Cell(first, tuple(rest))
