"""What goes into a PDF comes out of it, however much and however strange it is."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from pypdf import PdfReader

from documents.papers import (
    ACTIONS,
    AGENDA,
    ALL_PAPERS,
    CALLED,
    ITEMS,
    a_letterhead,
    a_logo,
    a_member_list,
    a_notice,
    an_action_list,
    an_attendance_list,
    the_minutes,
)
from documents.reading import said
from documents.structure import Reading, problems
from trygghetsrad.documents.blocks import Cell, Column, Heading, Para, Table
from trygghetsrad.documents.make import build
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.documents.pdf.writer import render_pdf
from trygghetsrad.domain.council import SenderLines

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOSTILE = (
    "<b>oavslutad",
    "</para><para>",
    "<font color='notacolor'>x</font>",
    "<unichar code='99999999'/>",
    "<onDraw name='x' label='y'/>",
    "<img src='/etc/passwd'/>",
    "<img src='http://127.0.0.1:9/x.png'/>",
    "<a href='javascript:alert(1)'>a</a>",
    "<a href='file:///c:/x'>a</a>",
    "<font size=99999>x</font>",
    "<super>" * 100,
    "Åsa <asa@norrmyra.example>",
    "x <y> z",
    "A&B",
    "<!-- gömt -->",
    "&copy; &#x41;",
    "a < b & c > d",
    "\"citat\" och 'citat'",
    "(parentes\\) och \\n",
)


def pdf(facts) -> bytes:
    return render_pdf(build(facts), fixed_time=NOON).data


def pages(data: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def without_spaces(text: str) -> str:
    return re.sub(r"\s+", "", text)


def a_document(*blocks) -> Document:
    return Document(
        Meta(title="Prov", kind="Prov", letterhead=a_letterhead(logo=None)), (Heading(1, "Prov"), *blocks)
    )


@pytest.mark.parametrize("make", ALL_PAPERS.values(), ids=ALL_PAPERS)
def test_every_word_of_the_document_can_be_read_out_of_the_pdf(make):
    document = build(make())
    text = flat(" ".join(pages(render_pdf(document, fixed_time=NOON).data)))
    for piece in said(document):
        assert flat(piece.replace("\u00a0", " ")) in text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_printed_as_text_everywhere(text):
    data = pdf(
        the_minutes(
            letterhead=a_letterhead(municipality=text, body=text, address_lines=(text,), foot=text),
            items=(
                replace(
                    ITEMS[0], title=text, text=f"{text}\n\n- {text}", registry_number=text, papers=(text,)
                ),
            ),
            registry_number=text,
            draft_label=text,
        )
    )
    assert without_spaces(text) in without_spaces(" ".join(pages(data)))
    assert problems(data) == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_at_all_gives_a_sound_pdf(text):
    document = a_document(Para(f"Text: {text}"))
    assert problems(render_pdf(document, fixed_time=NOON).data) == []


def test_squares_are_reported_so_that_the_coordinator_can_be_told():
    result = render_pdf(build(a_notice(asked_of_you="Ta med fika 🍰 och 漢字.")))
    assert result.replaced_characters == ("🍰", "漢", "字")
    assert "Ta med fika □ och □□." in flat(pages(result.data)[0])


def test_swedish_letters_and_signs_survive():
    text = "Åsa Öberg, é ü, § 14, 13.00–15.00, ”citat”, → ☐ ☑ ✓ – —"
    result = render_pdf(a_document(Para(text)))
    assert result.replaced_characters == ()
    assert text in flat(pages(result.data)[0])


def test_the_same_facts_and_time_give_the_same_bytes():
    assert pdf(the_minutes()) == pdf(the_minutes())


def test_source_date_epoch_gives_the_same_bytes(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795435200")
    first, second = (render_pdf(build(a_notice())).data for _ in range(2))
    assert first == second
    assert PdfReader(BytesIO(first)).metadata.creation_date == datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_the_file_says_when_it_was_made_and_what_it_is():
    information = PdfReader(BytesIO(pdf(a_notice()))).metadata
    assert information.title == "Kallelse till möte 4/2026"
    assert information.author == "Trygghetsrådet"
    assert information.creation_date == NOON


def test_every_page_carries_its_number_and_how_many_there_are():
    text = pages(pdf(the_minutes()))
    assert len(text) > 1
    for number, page in enumerate(text, start=1):
        assert f"2026-12-08 · {number} ({len(text)})" in flat(page)


def test_the_code_stands_at_the_foot_of_every_page():
    assert all("Kod 1a2b3c4d5e6f7a8b" in page for page in pages(pdf(the_minutes())))
    assert not any("Kod" in page for page in pages(pdf(the_minutes(public=True))))


def test_bookmarks_are_the_headings():
    outline = PdfReader(BytesIO(pdf(the_minutes()))).outline
    titles = [entry.title for entry in outline[1]]
    assert outline[0].title.replace("\u00a0", " ") == "Protokoll möte 4/2026"
    assert [title for title in titles if title.startswith("§")] == [
        f"{item.label} {item.title}" for item in ITEMS
    ]


def test_a_meeting_of_sixty_pages_is_set_in_a_few_seconds_and_sound():
    text = "Rådet talade länge om belysningen vid badhuset. " * 40
    items = tuple(
        replace(ITEMS[4], label=f"§ {number}", text=f"{text}\n\n{text}\n\n- ett\n- två")
        for number in range(1, 61)
    )
    started = time.monotonic()
    data = pdf(the_minutes(items=items))
    assert time.monotonic() - started < 10
    assert len(PdfReader(BytesIO(data)).pages) >= 60
    assert problems(data) == []


def test_a_text_without_end_does_not_hang():
    started = time.monotonic()
    data = render_pdf(a_document(Para("x" * 100_000), Para("ord " * 25_000))).data
    assert time.monotonic() - started < 10
    assert problems(data) == []


def test_a_table_row_taller_than_a_page_is_parted():
    table = Table(
        summary="Lång rad",
        columns=(Column("Nr"), Column("Text", 5)),
        rows=((Cell("1"), Cell("ord " * 3_000)), (Cell("2"), Cell("kort"))),
    )
    data = render_pdf(a_document(table)).data
    assert len(PdfReader(BytesIO(data)).pages) > 1
    assert problems(data) == []


def test_a_decision_longer_than_a_page_is_parted():
    decision = replace(ITEMS[1].decisions[0], text="Rådet vill mycket. " * 500)
    assert problems(pdf(the_minutes(items=(replace(ITEMS[1], decisions=(decision,)),)))) == []


def test_the_header_row_is_seen_on_every_page_but_read_once():
    rows = tuple(replace(ACTIONS[1], what=f"Åtgärd nummer {number}") for number in range(120))
    data = pdf(an_action_list(rows=rows))
    assert len(pages(data)) > 2
    assert all("Klart senast" in page for page in pages(data))
    reading = Reading(data)
    assert [reading.text_of(part) for part in reading.elements() if part.role == "TH"].count(
        "Klart senast"
    ) == 1


def test_an_attendance_list_for_many_goes_on_to_the_next_page():
    rows = an_attendance_list().rows * 12
    data = pdf(an_attendance_list(rows=rows))
    assert " ".join(pages(data)).count("Mats Lindgren") == 12
    assert problems(data) == []


def test_long_names_wrap_instead_of_running_over_each_other():
    name = "Anna-Karin Magdalena Sjöberg-Lindqvist von Hammarstråhle"
    body = "Folkhälso-, trygghets- och brottsförebyggande samverkansrådet för Norrmyra med omgivande socknar"
    data = pdf(
        a_notice(
            letterhead=a_letterhead(
                municipality="Norra Norrmyra och Södra Norrmyras gemensamma kommun", body=body
            ),
            chair=name,
            called=tuple(replace(person, name=name, organisation=body) for person in CALLED),
            agenda=tuple(replace(item, presenter=name, title=body * 2) for item in AGENDA),
        )
    )
    text = flat(" ".join(pages(data)))
    assert name in text
    assert body in text
    assert problems(data) == []


def test_without_logo_or_address_the_paper_is_still_whole():
    data = pdf(a_notice(letterhead=a_letterhead(logo=None, address_lines=())))
    assert problems(data) == []
    assert "Norrmyra kommun" in pages(data)[0]


@pytest.mark.parametrize("logo", [b"", b"inte en bild", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, b"<svg/>"])
def test_a_broken_logo_is_left_out_and_reported(logo):
    result = render_pdf(build(a_notice(letterhead=a_letterhead(logo=logo))))
    assert result.logo_unreadable
    assert problems(result.data) == []


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_is_printed_and_told_as_the_arms_of_the_municipality(kind):
    result = render_pdf(build(a_notice(letterhead=a_letterhead(logo=a_logo(kind)))))
    assert not result.logo_unreadable
    assert len(PdfReader(BytesIO(result.data)).pages[0].images) == 1
    assert problems(result.data) == []
    reading = Reading(result.data)
    first = next(part for part in reading.elements() if part.role != "Document")
    assert (first.role, str(first.object.Alt)) == ("Figure", "Norrmyra kommuns vapen")


def head(**letterhead):
    """Return what stands over the text: pages name the address, which here is left out."""
    paper = a_notice(letterhead=a_letterhead(address_lines=(), **letterhead))
    return flat(pages(pdf(paper))[0]).partition("Kallelse till")[0]


@pytest.mark.parametrize(
    ("sender", "names"),
    [
        (SenderLines.MUNICIPALITY_FIRST, "Norrmyra kommun Trygghetsrådet"),
        (SenderLines.COUNCIL_FIRST, "Trygghetsrådet Norrmyra kommun"),
    ],
)
def test_the_names_at_the_top_stand_in_the_order_chosen(sender, names):
    assert names in head(sender=sender)


def test_a_logo_that_names_the_municipality_needs_no_second_name():
    only = SenderLines.COUNCIL_ONLY
    assert "Norrmyra kommun" not in head(sender=only)
    assert "Trygghetsrådet Norrmyra kommun" in head(sender=only, logo=None)


def test_the_diary_number_of_the_council_stands_where_the_meeting_has_none():
    letterhead = a_letterhead(registry_number="KS 2026/12")
    assert "Dnr KS 2026/12" in flat(pages(pdf(a_notice(letterhead=letterhead, registry_number="")))[0])
    own = flat(pages(pdf(a_notice(letterhead=letterhead, registry_number="KS 2026/99")))[0])
    assert "Dnr KS 2026/99" in own
    assert "KS 2026/12" not in own


def test_an_empty_council_can_print_its_papers():
    for facts in (
        a_member_list(groups=()),
        an_action_list(rows=()),
        the_minutes(items=()),
        a_notice(agenda=()),
    ):
        assert problems(pdf(facts)) == []


def test_a_heading_never_stands_last_on_a_page():
    for lines in range(30, 60):
        blocks = [Para(f"Rad {number}") for number in range(lines)]
        data = render_pdf(a_document(*blocks, Heading(2, "Rubriken"), Para("Texten under. " * 30))).data
        for page in pages(data):
            assert not flat(page).rstrip().endswith("Rubriken")
