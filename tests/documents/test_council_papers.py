"""Letters, wheel, report, memo and the page about personal data."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import pairwise

import page
import pytest
from pypdf import PdfReader

from documents.council_papers import (
    COUNCIL_PAPERS,
    a_memo,
    a_privacy_page,
    a_report,
    a_representation_letter,
    a_wheel,
    an_empty_report,
    an_invitation,
    wheel_days,
)
from documents.papers import a_letterhead
from documents.reading import headings, said, tables, whole
from trygghetsrad.documents.drawing import Disc, Drawing, Label, Shade
from trygghetsrad.documents.make import build
from trygghetsrad.documents.pdf.writer import render_pdf
from trygghetsrad.domain.papers import CouncilYear, ReportedArea, WheelDay, WheelMark, Words

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOSTILE = '<b>Ä & B</b> </para> \x00 😀 ”x” {y} %s "'
LONG = "Upplands Väsby–Österåkers gemensamma räddningstjänst och krisberedskapsförbund"


def printed(document) -> list[str]:
    data = render_pdf(document, fixed_time=NOON).data
    return [" ".join(sheet.extract_text().split()) for sheet in PdfReader(BytesIO(data)).pages]


def drawing_of(document) -> Drawing:
    return next(block for block in document.blocks if isinstance(block, Drawing))


def labels(document) -> list[str]:
    return [shape.text for shape in drawing_of(document).shapes if isinstance(shape, Label)]


# -- personal data -----------------------------------------------------------------------------


def test_the_page_about_personal_data_is_one_page_also_for_the_longest_names():
    long = a_privacy_page(
        letterhead=a_letterhead(
            municipality="Örnsköldsvik-Härnösands kommun",
            body="Rådet för folkhälsa, trygghet, säkerhet och brottsförebyggande arbete",
        ),
        controller="kommunstyrelsens utskott för trygghet, säkerhet och samhällsskydd",
        council_contact=(
            "Ann-Charlotte Rosencrantz af Gyllenstierna-Lewenhaupt",
            "070-174 06 06",
            "anna.sjoberg.samordnare@norrmyra.example",
        ),
        officer_contact=f"{LONG}, dataskyddsombud.gemensamt@norrmyra.example, 070-174 06 30",
    )
    assert len(printed(build(a_privacy_page()))) == 1
    assert len(printed(build(long))) == 1


def test_a_contact_that_nobody_has_filled_in_is_said_to_be_so():
    text = whole(build(a_privacy_page(officer_contact="")))
    assert "Uppgiften är inte ifylld här. Fråga kommunens växel, så får du den." in text
    assert "dataskydd@norrmyra.example" in whole(build(a_privacy_page()))


def test_it_says_who_answers_on_what_ground_and_where_to_complain():
    text = whole(build(a_privacy_page()))
    assert "Kommunstyrelsen i Norrmyra kommun är personuppgiftsansvarig" in text
    assert "artikel 6.1 e" in text
    assert "imy.se" in text


# -- the wheel ---------------------------------------------------------------------------------


def test_everything_in_the_circle_stands_in_the_table_too():
    document = build(a_wheel())
    table = "\n".join(
        cell.text for line in tables(document)[0].rows if isinstance(line, tuple) for cell in line
    )
    for one in wheel_days():
        assert one.what in table
        assert f"{one.day.day} " in table
    assert {"9 februari", "Möte 1/2027", "Mandatperioden 2027–2030 börjar"} <= set(labels(document))


def test_the_circle_is_told_in_words():
    assert drawing_of(build(a_wheel())).alt == (
        "Året 2027 som en cirkel med möten 9 februari, 11 maj, 14 september och 14 december. "
        "Alla dagar står i tabellen under."
    )
    only = a_wheel(days=wheel_days()[:1])
    assert "en cirkel med möte 9 februari." in drawing_of(build(only)).alt


def test_a_year_without_meetings_has_an_empty_circle_and_says_so():
    document = build(a_wheel(days=()))
    assert "Inga möten är planerade 2027 än." in whole(document)
    assert [table.summary for table in tables(document)] == ["Lagens takt"]
    assert labels(document)[:3] == ["jan", "feb", "mar"]


def test_meetings_go_round_the_year_clockwise_from_the_top():
    def point(month: int, day: int) -> tuple[float, float]:
        held = WheelDay(day=date(2027, month, day), mark=WheelMark.MEETING, what="Möte")
        shapes = drawing_of(build(a_wheel(days=(held,)))).shapes
        return next(one.centre for one in shapes if isinstance(one, Disc) and one.fill is Shade.ACCENT)

    drawing = drawing_of(build(a_wheel()))
    middle = (drawing.width / 2, drawing.height / 2)
    assert point(1, 1)[1] > point(12, 30)[1] > middle[1]
    assert point(4, 1)[0] > middle[0] > point(10, 1)[0]
    assert point(7, 2)[1] < middle[1]


def test_labels_never_lie_on_each_other_nor_outside_the_drawing():
    crowded = tuple(
        WheelDay(day=date(2027, 3, day), mark=WheelMark.MEETING, what=f"{LONG} {day}") for day in range(1, 13)
    )
    drawing = drawing_of(build(a_wheel(days=crowded)))
    heights = sorted(one.place[1] for one in drawing.shapes if isinstance(one, Label) and one.widest)
    assert all(later - earlier > 3.5 for earlier, later in pairwise(heights))
    assert heights[0] > 0
    assert heights[-1] < drawing.height


def test_the_last_done_is_a_column_only_once_the_program_knows_it():
    assert "Senast" not in said(build(a_wheel()))
    known, unknown = (
        replace(pace, latest=text) for pace, text in zip(a_wheel().paces, ("2025-03-01", ""), strict=True)
    )
    texts = said(build(a_wheel(paces=(known, unknown))))
    assert "2025-03-01" in texts
    assert "Inte ifyllt" in texts


# -- letters -----------------------------------------------------------------------------------


@pytest.mark.parametrize("letter", [an_invitation, a_representation_letter])
def test_a_letter_quotes_the_law_as_it_is_and_claims_no_more(letter):
    text = whole(build(letter()))
    assert "Enligt 10 § lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete" in text
    assert "ska kommunen verka för" in text
    assert "ledande befattningar" in text
    assert "Den säger inte att ni måste delta." in text


@pytest.mark.parametrize("letter", [an_invitation, a_representation_letter])
def test_a_letter_to_a_chief_nobody_knows_goes_to_the_chief(letter):
    texts = said(build(letter(addressee="", contact=(), coming=())))
    assert "Chefen" in texts
    assert any("kommunens adress längst ned på sidan" in text for text in texts)
    assert any("Inga nya möten är planerade än." in text for text in texts)


@pytest.mark.parametrize("letter", [an_invitation, a_representation_letter])
def test_a_letter_is_one_page(letter):
    assert len(printed(build(letter()))) == 1


def test_a_letter_to_nobody_yet_is_a_pattern_to_write_by():
    nobody = {"organisation": "", "addressee": "", "chair": ""}
    assert "Vi bjuder in er till en plats" in whole(build(an_invitation(members=(), **nobody)))
    pattern = whole(build(a_representation_letter(seats=(), missed=(), **nobody)))
    assert "Ni har en plats i Trygghetsrådet." in pattern


def test_an_invitation_says_what_the_place_costs_in_time():
    text = whole(build(an_invitation()))
    assert "Vi har ungefär 4 möten om året, oftast kl. 13.00–15.00." in text
    assert "Kallelse och handlingar kommer 10 dagar före." in text
    assert "I rådet finns i dag Norrmyra kommun, Polisen och Räddningstjänsten Norr." in text
    words = Words(meeting="sammanträde")
    other = whole(build(an_invitation(words=words, year=CouncilYear())))
    assert "Vi har inte bestämt hur många sammanträden det blir i år." in other


def test_the_letter_about_representation_names_the_meetings_without_blame():
    text = whole(build(a_representation_letter()))
    assert "Ingen från er har varit med på de senaste mötena:" in text
    assert "Möte 2/2026, tisdag 19 maj 2026" in text
    assert "Det kan finnas goda skäl till det." in text
    once = whole(build(a_representation_letter(missed=("Möte 3/2026",))))
    assert "Ingen från er var med på det senaste mötet:" in once
    assert "Vi vill vara säkra på att ni är med också framöver." in whole(
        build(a_representation_letter(missed=()))
    )


# -- the year ----------------------------------------------------------------------------------

CHAPTERS = [
    "Möten",
    "Närvaro per organisation",
    "Beslut",
    "Uppdrag och åtgärder",
    "Ledamöter",
    "Förändringar under året",
    "Vakanta platser",
    "Nästa år",
]


def test_the_report_has_its_chapters_in_order_and_a_summary_first():
    second = [text for text in headings(build(a_report())) if text in {"Sammanfattning", *CHAPTERS}]
    assert second == ["Sammanfattning", *CHAPTERS]


def test_a_chapter_nothing_is_known_of_prints_one_honest_line():
    document = build(an_empty_report())
    texts = said(document)
    for chapter in CHAPTERS:
        line = texts[texts.index(chapter) + 1]
        assert line.startswith("Ing"), (chapter, line)
    assert tables(document) == []
    assert "Rådet höll inga möten och fattade inga beslut." in texts


def test_an_action_of_two_fields_is_counted_once_and_said_to_stand_twice():
    text = whole(build(a_report()))
    assert "1 åtgärd blev klar under året. 3 åtgärder är öppna, varav 1 försenad." in text
    assert "Brottsförebyggande: 1 klar, 2 öppna, varav 1 försenad" in text
    assert "En åtgärd som hör till flera områden står under vart och ett av dem." in text
    alone = a_report(areas=(ReportedArea(name="beredskap", rows=a_report().areas[2].rows),))
    assert "flera områden" not in whole(build(alone))


def test_a_meeting_that_was_called_off_is_listed_but_not_counted():
    text = whole(build(a_report()))
    assert "Rådet höll 3 möten och fattade 1 beslut." in text
    assert "Inställt" in text


def test_the_report_says_who_reports_to_the_assembly_by_law():
    assert "Enligt 13 § lagen (2023:196)" in whole(build(a_report()))
    assert "kontinuerligt rapportera till kommunfullmäktige" in whole(build(a_report()))


def test_the_memo_has_the_municipalitys_own_word_and_parts():
    document = build(a_memo(name="tjänsteutlåtande"))
    assert document.meta.kind == "Tjänsteutlåtande"
    assert headings(document) == [
        "Trygghetsrådets årsrapport 2026",
        "Förslag till beslut",
        "Sammanfattning",
        "Ärendet",
        "Beslutsunderlag",
        "Beslutet skickas till",
    ]
    assert "Beslutet skickas till" not in headings(build(a_memo(sent_to=(), author=())))


# -- whatever is typed -------------------------------------------------------------------------


def _hostile(value: object) -> object:
    if isinstance(value, str):
        return f"{value} {HOSTILE}"
    if isinstance(value, tuple):
        return tuple(_hostile(one) for one in value)
    if hasattr(value, "__dataclass_fields__") and not isinstance(value, Words):
        kept = {"letterhead", "state"}
        names = [name for name in value.__dataclass_fields__ if name not in kept]
        return replace(value, **{name: _hostile(getattr(value, name)) for name in names})
    return value


@pytest.mark.parametrize("name", COUNCIL_PAPERS)
def test_hostile_text_is_printed_as_it_is_and_breaks_no_standard(name, tmp_path):
    document = build(_hostile(COUNCIL_PAPERS[name]()))
    path = tmp_path / "paper.pdf"
    path.write_bytes(render_pdf(document, fixed_time=NOON).data)
    for profile in ("ua1", "2a"):
        found = page.validate_pdf(str(path), profile=profile)
        assert found.is_compliant, found
