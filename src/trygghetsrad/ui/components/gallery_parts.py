"""Two pages that show each part by itself."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from trygghetsrad.ui.components import pills
from trygghetsrad.ui.components.avatar import Avatar
from trygghetsrad.ui.components.banner import Banner
from trygghetsrad.ui.components.buttons import icon_button, link_button, primary_button, secondary_button
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.choices import Chip
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.number_field import NumberField
from trygghetsrad.ui.components.pdf_preview import PdfPreview
from trygghetsrad.ui.components.person_picker import PersonPicker
from trygghetsrad.ui.components.pills import StatusPill
from trygghetsrad.ui.components.ring import Ring
from trygghetsrad.ui.components.step_line import StepLine
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, Tone, column, row

_EDGE = (20, 14, 20, 12)
PEOPLE = ((1, "Anna Sjöberg"), (2, "Åke Brännström"), (3, "Karin Öhman"))


def iso_day(text: str) -> date | None:
    """Read 2026-12-08 only; the program reads much more."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def parts_page() -> QWidget:
    """Return pills, buttons, words and messages."""
    page = QWidget()
    whole = column(page, gap=12, edge=_EDGE)
    whole.addWidget(_banners())
    lines = row(gap=12)
    lines.addWidget(_buttons(), 1)
    lines.addWidget(_words(), 1)
    whole.addLayout(lines)
    whole.addWidget(_states())
    whole.addStretch(1)
    return page


def _banners() -> QWidget:
    whole = QWidget()
    lines = column(whole, gap=8)
    lines.addWidget(Banner("Det här är ett exempelråd. Allt i det är påhittat.", action="Ta bort exemplet"))
    lines.addWidget(Banner("Två justerare är utsedda men en av dem är frånvarande.", Tone.WARNING))
    fault = "PDF-filen är öppen i ett annat program. Stäng den och försök igen. Inget har gått förlorat."
    lines.addWidget(Banner(fault, Tone.ERROR, action="Försök igen", closable=False))
    return whole


def _buttons() -> Card:
    card = Card("Knappar")
    off = secondary_button("Flytta datum", Icon.CALENDAR_LTR)
    off.setEnabled(False)
    inside = QWidget()
    flow = FlowLayout(inside)
    for button in (
        primary_button("Gör kallelsen", Icon.MAIL),
        primary_button("Lägg till 12 ledamöter"),
        secondary_button("Öppna mötet"),
        secondary_button("Klistra in från Excel", Icon.CLIPBOARD_PASTE),
        off,
        link_button("Visa alla 9"),
        icon_button(Icon.ADD, "Lägg till en punkt"),
        Chip("Försenade", 2),
    ):
        flow.addWidget(button)
    card.add(inside)
    return card


def _words() -> Card:
    card = Card("Text")
    for role, words in (
        (TextRole.NUMBER, "26 antal"),
        (TextRole.TITLE, "Sidans rubrik"),
        (TextRole.MINUTES, "Protokollets löptext, ett steg större"),
        (TextRole.BODY, "Vanlig text"),
    ):
        card.add(plain_label(words, role))
    card.add(plain_label("Liten text, <b>alltid</b> & bara text", TextRole.CAPTION, Ink.SECONDARY))
    return card


def _states() -> Card:
    card = Card("Lägen")
    inside = QWidget()
    flow = FlowLayout(inside)
    for word, pill in (
        ("Planerad", pills.PLANNED),
        ("Pågår", pills.ONGOING),
        ("Försenad", pills.LATE),
        ("Klar", pills.DONE),
        ("Avbruten", pills.STOPPED),
        ("Löper ut 31 dec", pills.CAUTION),
    ):
        flow.addWidget(StatusPill(word, pill))
    flow.addWidget(Avatar("Åke Brännström"))
    flow.addWidget(Avatar("Birgitta Lövgren", 48))
    flow.addWidget(Ring("Lagkollen", 0, 12))
    flow.addWidget(Ring("Lagkollen", 12, 12))
    card.add(inside)
    card.add(StepLine(["Dagordning", "Kallelse", "Möte", "Protokoll", "Justerat"], 5))
    return card


def fields_page() -> QWidget:
    """Return every kind of field, in place and framed, and the preview."""
    page = QWidget()
    whole = row(page, gap=12, edge=_EDGE)
    whole.addWidget(_inline(), 1)
    whole.addWidget(_framed(), 1)
    whole.addWidget(PdfPreview("Förhandsvisning"), 1)
    return page


def _inline() -> Card:
    card = Card("I raden", edge=(8, 16, 8, 16))
    picker = PersonPicker("Ansvarig")
    picker.set_people(PEOPLE)
    picker.set_current(2)
    wrong = InlineField("E-post", "birgitta(at)prorad.example")
    wrong.set_error("Adressen saknar snabel-a.")
    status = ChoiceField("Status", [("ongoing", "Pågår"), ("done", "Klar")])
    status.set_current("ongoing")
    for field in (
        status,
        InlineField("Organisation", "Pensionärsrådet"),
        DateField("Klart senast", iso_day, date(2026, 12, 18)),
        picker,
        InlineText("Anteckning", "Nås säkrast på förmiddagen.\n\nHar nyckel till Björken."),
        wrong,
    ):
        card.add(field)
    card.body.addStretch(1)
    return card


def _framed() -> Card:
    card = Card("Med ram")
    picker = PersonPicker("Föredragande", free_text=True, framed=True)
    picker.set_people(PEOPLE)
    options = [("information", "Information"), ("discussion", "Diskussion"), ("decision", "Beslut")]
    kinds = ChoiceField("Slag av punkt", options, framed=True)
    kinds.set_current("discussion")
    ticked = QCheckBox("Bilagor (2)")
    ticked.setChecked(True)
    chosen = QRadioButton("Protokoll")
    chosen.setChecked(True)
    for field in (
        InlineField("Kommun", "Norrmyra kommun", framed=True),
        DateField("Dag", iso_day, framed=True),
        picker,
        NumberField("Planerad tid", 20, unit="minuter"),
        kinds,
        ticked,
        QCheckBox("Åtgärdslista"),
        chosen,
        QRadioButton("Minnesanteckningar"),
    ):
        card.add(field)
    card.body.addStretch(1)
    return card
