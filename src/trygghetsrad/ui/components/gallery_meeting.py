"""The room of a meeting as it may look, with invented people and places."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from trygghetsrad.ui.components.block import Block, fact
from trygghetsrad.ui.components.buttons import link_button, primary_button, secondary_button
from trygghetsrad.ui.components.check_row import CheckRow
from trygghetsrad.ui.components.inline_text import GrowingEdit
from trygghetsrad.ui.components.labels import ElidedLabel, plain_label
from trygghetsrad.ui.components.pills import Pill, StatusPill
from trygghetsrad.ui.components.side_host import SideHost
from trygghetsrad.ui.components.surfaces import Card, SectionHeader
from trygghetsrad.ui.components.tool_row import ToolRow
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, Tone, column, row

PAGE_EDGE = (20, 14, 20, 12)


def meeting_page() -> QWidget:
    """Return a page like the room of a meeting."""
    page = QWidget()
    side = SideHost(_minutes(), _attendance(), "Närvaro 7/8", width=232)
    top = ToolRow()
    top.add(link_button("Alla möten"))
    top.add(StatusPill("Pågår sedan 13.02", Pill(tone=Tone.ACCENT, icon=Icon.CLOCK)))
    top.add_stretch()
    top.add(secondary_button("Fyll i från förra mötet", Icon.NOTEBOOK))
    top.add(secondary_button("Förhandsgranska", Icon.DOCUMENT_PDF))
    top.add(side.button)
    top.add(primary_button("Avsluta mötet", Icon.CHECKMARK))
    whole = column(page, gap=12, edge=PAGE_EDGE)
    whole.addWidget(top)
    whole.addWidget(side, 1)
    return page


def _minutes() -> Card:
    card = Card("§ 4 Lägesbild från polisen", gap=10, edge=16)
    if card.header:
        card.header.add_action(plain_label("Föredragande: Mats Lindgren", TextRole.CAPTION, Ink.SECONDARY))
    text = GrowingEdit(
        "Mats Lindgren redovisar polisens bild av läget. Inbrott i fritidshus har minskat jämfört med förra"
        " året. Stöld av drivmedel på industriområdet har ökat under hösten, tolv anmälningar sedan augusti."
        "\n\nLena Marklund berättar att skolan ser fler elever som vejpar. Elevhälsan har samtal med"
        " årskurs 8.",
        role=TextRole.MINUTES,
    )
    text.setAccessibleName("Text till § 4")
    card.add(text)
    decision = Block("Beslut 1", "Rådet tackar för informationen och lägger den till handlingarna.")
    deed = Block(
        "Uppdrag 1",
        "Möte med drivmedelsstationerna om lås och belysning.",
        tone=Tone.WARNING,
        icon=Icon.TASK_LIST_LTR,
    )
    deed.set_facts([(Icon.PERSON, "Per-Olov Granström"), (Icon.CALENDAR_LTR, "2027-01-31")])
    for block in (decision, deed):
        block.add_deed("Ta bort", block.hide)
        card.add(block)
    card.body.addStretch(1)
    card.add(_quick_line())
    return card


def _quick_line() -> QWidget:
    whole = QWidget()
    line = QLineEdit("å Åke kontrollerar kamerorna vid macken 18 dec")
    line.setAccessibleName("Snabbrad")
    understood: QHBoxLayout = row(gap=12)
    understood.addWidget(StatusPill("Uppdrag", Pill(tone=Tone.WARNING, icon=Icon.TASK_LIST_LTR)))
    understood.addWidget(fact(Icon.PERSON, "Åke Brännström"))
    understood.addWidget(fact(Icon.CALENDAR_LTR, "2026-12-18"))
    help_words = "Enter lägger till. b beslut, å uppdrag, t text, j justerare"
    help_line = ElidedLabel(help_words, TextRole.CAPTION, Ink.SECONDARY)
    help_line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    understood.addWidget(help_line, 1)
    body = column(whole, gap=8)
    body.addWidget(line)
    body.addLayout(understood)
    return whole


def _attendance() -> Card:
    card = Card(gap=0, edge=12)
    header = SectionHeader("Närvaro", TextRole.STRONG)
    header.add_action(plain_label("7 av 8", TextRole.CAPTION, Ink.SECONDARY))
    card.add(header)
    for name in ("Eva Nordlund", "Anna Sjöberg", "Mats Lindgren", "Åke Brännström", "Lena Marklund"):
        card.add(CheckRow(name, checked=True))
    card.add(CheckRow("Sara Hedlund", checked=True, note="för Karin Öhman"))
    card.add(CheckRow("Karin Öhman", note="förhinder"))
    card.add(link_button("Visa 3 till"))
    card.body.addStretch(1)
    return card
