"""Åtgärdslista: what is to be done, by whom and when, the late first."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Cell, Column, Heading, Look, PageBreak, Para, Table
from trygghetsrad.documents.builders.parts import action_table
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.sorting import swedish_key

if TYPE_CHECKING:
    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers import ActionListFacts, ActionRow

NOBODY = "Utan ansvarig"
SHEET_HEIGHT = 16.0


def build_action_list(facts: ActionListFacts) -> Document:
    whose = "per ansvarig" if facts.page_each else f"för {facts.owner}" if facts.owner else ""
    title = f"{facts.title} {whose}".strip()
    rows = sorted(facts.rows, key=_order)
    if facts.owner or facts.page_each:
        return _for_owners(facts, title, rows)
    groups = _by_owner(rows) if facts.by_owner else _by_state(rows)
    blocks: list[Block] = [Heading(1, title), Para(_in_short(facts), Look.LEAD)]
    for name, members in groups.items():
        if members:
            with_owner = not (facts.by_owner or facts.owner)
            blocks += [Heading(2, name), action_table(members, name, with_owner=with_owner)]
    meta = Meta(title=title, kind=facts.title, letterhead=facts.letterhead, dated=iso(facts.as_of))
    return Document(meta, tuple(blocks))


def _for_owners(facts: ActionListFacts, title: str, rows: list[ActionRow]) -> Document:
    """Return a sheet for each owner, with room to tell how it goes; what is closed is left out."""
    sheets = _by_owner([action for action in rows if not action.done])
    blocks: list[Block] = [Heading(1, title)]
    if not sheets:
        whose = f" för {facts.owner}" if facts.owner else ""
        blocks.append(Para(f"Läget {iso(facts.as_of)}: inga åtgärder är öppna{whose}.", Look.LEAD))
    for place, (owner, members) in enumerate(sheets.items()):
        blocks += [PageBreak()] if place else []
        blocks += [Heading(2, owner)] if facts.page_each else []
        blocks += [Para(_sheet_in_short(facts, members), Look.LEAD), _sheet(members, owner)]
        blocks.append(Para("Skriv i sista kolumnen hur det går, och lämna tillbaka sidan till samordnaren."))
    meta = Meta(title=title, kind=facts.title, letterhead=facts.letterhead, dated=iso(facts.as_of))
    return Document(meta, tuple(blocks))


def _sheet_in_short(facts: ActionListFacts, members: list[ActionRow]) -> str:
    late = sum(action.late for action in members)
    of_them = f", varav {_counted(late, 'försenad', 'försenade')}" if late else ""
    return f"Läget {iso(facts.as_of)}: {_counted(len(members), 'öppen', 'öppna')}{of_them}."


def _sheet(members: list[ActionRow], owner: str) -> Table:
    table = action_table(members, f"Åtgärder för {owner}", with_owner=False)
    return dataclasses.replace(
        table,
        columns=(*table.columns, Column("Så går det", 4)),
        rows=tuple((*cells, Cell("")) for cells in table.rows if isinstance(cells, tuple)),
        row_height=SHEET_HEIGHT,
    )


def _order(action: ActionRow) -> tuple[bool, bool, date]:
    return action.done, not action.late, action.due or date.max


def _by_state(rows: list[ActionRow]) -> dict[str, list[ActionRow]]:
    open_rows = [action for action in rows if not action.done]
    return {
        "Försenade": [action for action in open_rows if action.late],
        "På gång": [action for action in open_rows if not action.late and action.due],
        "Utan datum": [action for action in open_rows if not action.late and not action.due],
        "Avslutade": [action for action in rows if action.done],
    }


def _by_owner(rows: list[ActionRow]) -> dict[str, list[ActionRow]]:
    """Owners in the order of the alphabet, and what nobody owns last."""
    owners: dict[str, list[ActionRow]] = {}
    for action in sorted(rows, key=lambda action: (not action.owner, swedish_key(action.owner))):
        owners.setdefault(action.owner or NOBODY, []).append(action)
    return {owner: sorted(members, key=_order) for owner, members in owners.items()}


def _in_short(facts: ActionListFacts) -> str:
    as_of = f"Läget {iso(facts.as_of)}"
    if not facts.rows:
        return f"{as_of}: inga åtgärder är registrerade."
    late = sum(action.late and not action.done for action in facts.rows)
    open_count = sum(not action.done for action in facts.rows)
    of_them = f", varav {_counted(late, 'försenad', 'försenade')}," if late else ""
    closed = _counted(len(facts.rows) - open_count, "avslutad", "avslutade")
    return f"{as_of}: {_counted(open_count, 'öppen', 'öppna')}{of_them} och {closed}."


def _counted(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"
