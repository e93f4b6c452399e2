"""Four pages as they may look, with invented people and places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trygghetsrad.ui.components import pills
from trygghetsrad.ui.components.avatar import Avatar
from trygghetsrad.ui.components.buttons import icon_button, link_button, primary_button, secondary_button
from trygghetsrad.ui.components.choices import ChipGroup, Segmented
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.date_tile import DateTile
from trygghetsrad.ui.components.details_panel import DetailsPanel, PanelHost
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.labels import IconLabel, plain_label
from trygghetsrad.ui.components.list_row import ListRow
from trygghetsrad.ui.components.pills import Pill, StatusPill
from trygghetsrad.ui.components.ring import Ring
from trygghetsrad.ui.components.rows import Column
from trygghetsrad.ui.components.side_host import SideHost
from trygghetsrad.ui.components.step_line import StepLine
from trygghetsrad.ui.components.surfaces import Card, Divider
from trygghetsrad.ui.components.tool_row import ToolRow
from trygghetsrad.ui.components.year_strip import PointState, YearPoint, YearStrip
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, row

PAGE_EDGE = (20, 14, 20, 12)
_STATES: dict[str, Pill] = {
    "Försenad": pills.LATE,
    "Pågår": pills.ONGOING,
    "Planerad": pills.PLANNED,
    "Klar": pills.DONE,
}


@dataclass(frozen=True, slots=True)
class Deed:
    """An invented action."""

    what: str
    who: str
    due: date
    state: str
    area: str = "Trygga platser"


DEEDS = (
    Deed("Belysning vid gångvägen Skolgatan–ishallen", "Åke Brännström", date(2026, 10, 30), "Försenad"),
    Deed("Föräldramöte om cannabis, årskurs 8–9", "Lena Marklund", date(2026, 11, 15), "Försenad", "Unga"),
    Deed("Grannsamverkan i Västra byn: startmöte", "Mats Lindgren", date(2026, 12, 4), "Pågår", "Inbrott"),
    Deed("Trygghetsvandring centrum", "Anna Sjöberg", date(2026, 12, 11), "Pågår"),
    Deed("Rutin för orosanmälan skola–socialtjänst", "Jonas Wikström", date(2026, 12, 18), "Pågår", "Unga"),
    Deed(
        "Information om bedrägerier till äldre",
        "Birgitta Lövgren",
        date(2027, 1, 20),
        "Planerad",
        "Bedrägeri",
    ),
    Deed("Trygghetsmätning, enkät till 600 hushåll", "Anna Sjöberg", date(2027, 2, 26), "Planerad"),
    Deed("Märk-DNA för företagare på industriområdet", "Per-Olov Granström", date(2027, 3, 15), "Planerad"),
    Deed("Nattvandring vid skolavslutningen", "Sara Hedlund", date(2026, 6, 12), "Klar", "Unga"),
)
_RANK = ("Försenad", "Pågår", "Planerad", "Klar")


def deed_columns() -> list[Column[Deed]]:
    """Return the columns of the action list."""
    return [
        Column("Åtgärd", lambda deed: deed.what, stretch=True),
        Column("Ansvarig", lambda deed: deed.who, avatar=lambda deed: deed.who, width=184),
        Column("Klart senast", lambda deed: deed.due.isoformat(), lambda deed: deed.due, width=112),
        Column(
            "Status",
            lambda deed: deed.state,
            lambda deed: (_RANK.index(deed.state), deed.due),
            pill=lambda deed: _STATES[deed.state],
            width=118,
        ),
    ]


def overview_page() -> QWidget:
    """Return a page like Översikt."""
    page, main = QWidget(), QWidget()
    left = column(main, gap=12)
    for card in (_next_meeting(), _late_deeds(), _year()):
        left.addWidget(card)
    left.addStretch(1)
    whole = column(page, gap=12, edge=PAGE_EDGE)
    side = SideHost(main, _law(), "Lagkollen 5/6", width=312)
    whole.addWidget(side.button, 0, Qt.AlignmentFlag.AlignRight)
    whole.addWidget(side, 1)
    return page


def _next_meeting() -> Card:
    card = Card(gap=8, edge=(16, 10, 16, 10))
    words = column(gap=4)
    words.addWidget(plain_label("Nästa möte", TextRole.CAPTION_STRONG, Ink.SECONDARY))
    words.addWidget(plain_label("Trygghetsrådet, möte 4/2026", TextRole.SUBTITLE))
    words.addWidget(plain_label("8 december kl. 13.00–15.00 · Kommunhuset, Björken", ink=Ink.SECONDARY))
    head = row(gap=16)
    head.addWidget(DateTile(date(2026, 12, 8)))
    head.addLayout(words, 1)
    card.add(head)
    card.add(StepLine(["Dagordning", "Kallelse", "Möte", "Protokoll", "Justerat"], 1))
    foot = row(gap=8)
    foot.addWidget(IconLabel(Icon.CLOCK, Ink.WARNING))
    foot.addWidget(
        plain_label("Skicka kallelsen senast i morgon, 24 november.", TextRole.STRONG, wrap=True), 1
    )
    foot.addWidget(secondary_button("Öppna mötet"))
    foot.addWidget(primary_button("Gör kallelsen", Icon.MAIL))
    card.add(foot)
    return card


def _late_deeds() -> Card:
    card = Card("Åtgärder att följa upp", gap=2, edge=(16, 10, 16, 8))
    if card.header:
        card.header.add_beside(StatusPill("2 försenade", pills.LATE))
        card.header.add_action(link_button("Visa alla 9"))
    for deed, when, ink in zip(
        DEEDS[:3],
        ("24 dagar försenad", "8 dagar försenad", "om 11 dagar"),
        (Ink.ERROR, Ink.ERROR, Ink.SECONDARY),
        strict=True,
    ):
        trailing = (
            plain_label(when, TextRole.CAPTION, ink),
            StatusPill(deed.state, _STATES[deed.state]),
            icon_button(Icon.MORE_HORIZONTAL, f"Mer om {deed.what}"),
        )
        if deed is not DEEDS[0]:
            card.add(Divider())
        card.add(ListRow(deed.what, f"{deed.who} · {deed.area}", leading=Avatar(deed.who), trailing=trailing))
    return card


def _year() -> Card:
    card = Card("Årshjul 2026", gap=4, edge=(16, 10, 16, 12))
    if card.header:
        card.header.add_action(link_button("Skriv ut årshjulet"))
    done, coming = PointState.DONE, PointState.NEXT
    points = [
        YearPoint(label="Uppföljning", day=date(2026, 1, 15), state=done),
        YearPoint(label="Årsrapport KS", day=date(2026, 2, 14), state=done),
        YearPoint(label="Möte 1", day=date(2026, 3, 18), state=done),
        YearPoint(label="Lägesbild", day=date(2026, 4, 20), state=done),
        YearPoint(label="Möte 2", day=date(2026, 5, 19), state=done),
        YearPoint(label="Möte 3", day=date(2026, 9, 9), state=done),
        YearPoint(label="Uppföljning", day=date(2026, 10, 12), state=done),
        YearPoint(label="Möte 4", day=date(2026, 12, 8), state=coming),
    ]
    card.add(YearStrip(2026, points, date(2026, 11, 23)))
    return card


def _law() -> Card:
    card = Card(gap=6, edge=16)
    words = column(gap=4)
    words.addWidget(plain_label("Lagkollen", TextRole.SUBTITLE))
    words.addWidget(
        plain_label("5 av 6 krav i lagen (2023:196) är uppfyllda", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
    )
    head = row(gap=8)
    head.addLayout(words, 1)
    head.addWidget(Ring("Lagkollen", 5, 6))
    card.add(head)
    card.add(Divider())
    for title, caption in (
        ("Samordnare utsedd", "Anna Sjöberg"),
        ("Råd inrättat", "12 ledamöter"),
        ("Lägesbild", "beslutad 2026-04-20"),
        ("Åtgärdsplan", "gäller till 2028-04-20"),
    ):
        tick = IconLabel(Icon.CHECKMARK_CIRCLE, Ink.OK, filled=True, name="Dokumenterat")
        card.add(ListRow(title, caption, leading=tick))
    caution = IconLabel(Icon.WARNING, Ink.WARNING, filled=True, name="Snart dags")
    card.add(
        ListRow(
            "Överenskommelse med polisen", "löper ut om 38 dagar", leading=caution, caption_ink=Ink.WARNING
        )
    )
    card.add(secondary_button("Förnya överenskommelsen"))
    card.body.addStretch(1)
    return card


def actions_page() -> QWidget:
    """Return a page like Åtgärder: a table with the panel of the chosen row."""
    table: DataTable[Deed] = DataTable(deed_columns(), name="Åtgärder", sort_by=3)
    table.show_rows(DEEDS)
    chips = ChipGroup("Visa")
    chips.set_chips([("all", "Alla", 9), ("late", "Försenade", 2), ("mine", "Mina", 2)])
    tools = ToolRow()
    tools.add(Segmented("Vy", [("table", "Tabell", Icon.TABLE), ("board", "Tavla", Icon.BOARD)]))
    tools.add(chips, 1)
    tools.add(secondary_button("Skriv påminnelser", Icon.MAIL))
    tools.add(primary_button("Ny åtgärd", Icon.ADD))
    main = QWidget()
    body = column(main, gap=12, edge=PAGE_EDGE)
    body.addWidget(tools)
    body.addWidget(table, 1)
    panel = _deed_panel(DEEDS[0])
    page = PanelHost(main, panel)
    table.chosen.connect(panel.show)
    table.select_key(DEEDS[0])
    return page


def _deed_panel(deed: Deed) -> DetailsPanel:
    panel = DetailsPanel("Vald åtgärd")
    panel.set_pill(deed.state, _STATES[deed.state])
    panel.set_title(deed.what)
    panel.add(InlineField("Ansvarig", deed.who))
    panel.add(InlineField("Klart senast", "2026-10-30"))
    panel.add(InlineField("Område", deed.area))
    panel.add(InlineField("Beslutad", "Möte 2/2026, § 5"))
    panel.add_heading("Uppföljning")
    panel.add(plain_label("2026-09-21  Offert från elbolaget väntas i oktober.", wrap=True))
    panel.add(InlineText("Vad har hänt?", placeholder="Skriv vad som hänt …", framed=True, lines=2))
    panel.add_buttons(
        primary_button("Klar", Icon.CHECKMARK), secondary_button("Flytta datum", Icon.CALENDAR_LTR)
    )
    return panel


def empty_page() -> QWidget:
    """Return a page with nothing on it yet."""
    return EmptyState(
        Icon.PEOPLE_TEAM,
        "Inga möten än",
        "Planera årets fyra möten på en gång. Programmet föreslår datum som inte krockar med röda dagar eller"
        " skollov, fyller i dagordningen och påminner när kallelsen ska ut.",
        primary="Planera årets möten",
        primary_icon=Icon.CALENDAR_ADD,
        secondary="Lägg till ett möte",
        link="Hämta möten ur en äldre protokollfil",
    )
