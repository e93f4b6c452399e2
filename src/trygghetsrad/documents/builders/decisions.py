"""Beslutslista: what was decided, meeting by meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Cell, Column, Group, Heading, Look, Para, Table
from trygghetsrad.documents.builders.parts import capital, dnr, filled, meeting_name, row
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.counting import listed, plural
from trygghetsrad.domain.dates import iso, long_day
from trygghetsrad.domain.numbering import SectionStyle, printed_section

if TYPE_CHECKING:
    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers import DecidedItem, DecidingMeeting, DecisionFacts, DecisionListFacts

NUMBER_WIDTHS = {SectionStyle.SIGN: 0.9, SectionStyle.WITH_YEAR: 1.3, SectionStyle.WORD: 1.5}
SECRET = "Kan omfattas av sekretess. Beslutet står i protokollet."  # noqa: S105


def build_decision_list(facts: DecisionListFacts) -> Document:
    title = f"Beslutslista {period(facts)}"
    deciding = [one for one in facts.meetings if one.items]
    blocks: list[Block] = [Heading(1, title), Para(_in_short(facts, deciding), Look.LEAD)]
    blocks += [Para(text) for text in filled(_unsettled(facts, deciding), _idle(facts))]
    if deciding:
        blocks.append(_table(facts, deciding))
    meta = Meta(title=title, kind="Beslutslista", letterhead=facts.letterhead, dated=iso(facts.as_of))
    return Document(meta, tuple(blocks))


def period(facts: DecisionListFacts) -> str:
    """Return "2026" for a whole year, else both days."""
    first, last = facts.since, facts.until
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return str(first.year) if whole and first.year == last.year else f"{iso(first)}–{iso(last)}"


def _in_short(facts: DecisionListFacts, deciding: list[DecidingMeeting]) -> str:
    if not facts.meetings:
        return f"Inget {facts.words.meeting} är hållet under perioden, så inga beslut är fattade."
    if not deciding:
        return "Inga beslut är fattade under perioden."
    count = sum(len(item.decisions) for one in deciding for item in one.items)
    # sammanträde and möte have the same forms.
    meetings = plural(len(deciding), facts.words.meeting, f"{facts.words.meeting}n")
    return f"{plural(count, 'beslut', 'beslut')} från {meetings}. Läget {iso(facts.as_of)}."


def _unsettled(facts: DecisionListFacts, deciding: list[DecidingMeeting]) -> str:
    names = [_name(one, facts) for one in deciding if not one.settled]
    return f"Protokollet är inte klart från {listed(names)}. Där kan lydelsen ändras." if names else ""


def _idle(facts: DecisionListFacts) -> str:
    names = [_name(one, facts) for one in facts.meetings if not one.items]
    if not names or len(names) == len(facts.meetings):
        return ""
    return f"{capital(listed(names))} fattade inga beslut."


def _name(one: DecidingMeeting, facts: DecisionListFacts) -> str:
    return meeting_name(one.meeting, facts.words)


def _table(facts: DecisionListFacts, deciding: list[DecidingMeeting]) -> Table:
    rows: list[tuple[Cell, ...] | Group] = []
    for one in deciding:
        rows.append(Group(f"{capital(_name(one, facts))}, {long_day(one.meeting.day)}"))
        rows += [_row(item, one, facts) for item in one.items]
    return Table(
        summary=f"Beslut {period(facts)}",
        columns=(
            Column("Nr", NUMBER_WIDTHS[facts.words.sections]),
            Column("Ärende", 2.8),
            Column("Beslut", 4.6),
            Column("Skickas till", 1.9),
        ),
        rows=tuple(rows),
        row_header=1,
    )


def _row(item: DecidedItem, one: DecidingMeeting, facts: DecisionListFacts) -> tuple[Cell, ...]:
    label = printed_section(item.label, facts.words.sections, one.meeting.day.year).replace(" ", "\u00a0")
    if item.confidential:
        return row(label, "", SECRET, "")
    sent_to = dict.fromkeys(name for decision in item.decisions for name in decision.sent_to)
    return row(
        label,
        Cell(item.title, filled(dnr(item.registry_number))),
        "\n".join(_said(decision) for decision in item.decisions),
        capital(", ".join(sent_to)),
    )


def _said(decision: DecisionFacts) -> str:
    """Return "Rådet beslutar att …" in one sentence."""
    return " ".join(filled(f"Rådet {decision.outcome}" if decision.outcome else "", decision.text))
