"""Pages that lie down among standing ones, and cells that reach over several rows or columns."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import page
import pikepdf
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings, strategies as st
from pypdfium2 import PdfDocument

from documents.papers import a_letterhead
from documents.reading import said
from documents.structure import Reading, problems
from documents.word import flat, opened, spoken
from trygghetsrad.documents.blocks import (
    Box,
    Cell,
    Column,
    Group,
    Heading,
    KeyValues,
    Landscape,
    PageBreak,
    Para,
    SignatureLine,
    Signatures,
    Table,
)
from trygghetsrad.documents.docx.writer import render_docx
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.documents.pdf.writer import render_pdf
from trygghetsrad.documents.rules import BadDocument

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TITLE = Heading(1, "Åtgärdsplan 2027")
COLUMNS = tuple(
    Column(title, weight)
    for title, weight in (
        ("Orsak", 2),
        ("Åtgärd", 3),
        ("Typ", 1.4),
        ("Operativt mål", 2.4),
        ("När", 1.2),
        ("Ansvarig", 1.8),
        ("Uppföljning", 2),
    )
)
STANDING, LYING = (595, 841), (841, 595)


def actions(cause: str, count: int) -> list[tuple[Cell, ...]]:
    """Return one cause over so many actions."""
    texts = (
        "Byt belysning längs gångvägen",
        "Situationell",
        "Upplyst före hösten",
        "2027-09-30",
        "Teknik",
        "Vandring",
    )
    rows = [
        tuple(Cell(f"{number}. {text}" if text == texts[0] else text) for text in texts)
        for number in range(1, count + 1)
    ]
    return [(Cell(cause, rows=count), *rows[0]), *rows[1:]]


def a_table(*rows: tuple[Cell, ...] | Group) -> Table:
    return Table(summary="Orsaker och åtgärder", columns=COLUMNS, rows=rows)


def a_plan(*blocks) -> Document:
    meta = Meta(title="Plan", kind="Åtgärdsplan", letterhead=a_letterhead(), dated="2026-11-24")
    return Document(meta, blocks)


TYPICAL = a_table(
    *actions("1. Mörka gångvägar", 3),
    *actions("2. Få mötesplatser", 1),
    Group("Narkotika"),
    *actions("3. Lång orsak med många åtgärder", 25),
    (Cell("4. Ingen åtgärd"), Cell("Frågan hör till regionen", columns=4), Cell("Kommunchefen"), Cell("–")),
)
DOCUMENTS = {
    "mixed": a_plan(
        TITLE,
        Para("Bakgrund"),
        Landscape((Heading(2, "Åtgärder"), TYPICAL)),
        Heading(2, "Beslut"),
        Para("Rådet"),
    ),
    "lying all through": a_plan(
        Landscape((TITLE, Box((Para("Kort"),)), KeyValues((("Period", ("2027",)),)), TYPICAL))
    ),
    "standing": a_plan(TITLE, TYPICAL),
    "signed after": a_plan(
        TITLE, Landscape((TYPICAL,)), PageBreak(), Signatures((SignatureLine("Ordförande", "Eva"),))
    ),
}
documents = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)


def pdf_of(document: Document) -> bytes:
    return render_pdf(document, fixed_time=NOON).data


def turned(data: bytes) -> list[tuple[int, int]]:
    with PdfDocument(data) as pdf:
        return [tuple(int(side) for side in sheet.get_size()) for sheet in pdf]


# -- both at once ------------------------------------------------------------------------------


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@documents
def test_an_independent_validator_finds_no_fault(document, profile, tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf_of(document))
    found = page.validate_pdf(str(path), profile=profile)
    assert found.is_compliant, found


@documents
def test_it_is_read_aloud_once_and_in_order(document):
    data = pdf_of(document)
    assert problems(data) == []
    reading = Reading(data)
    heard = " ".join(
        reading.text_of(part) for part in reading.elements() if part.marked and part.role != "Figure"
    )
    assert flat(heard.replace("\u00ad", "")) == flat(" ".join(said(document)))


@documents
def test_the_word_file_says_the_same_in_the_same_order(document):
    assert spoken(render_docx(document, fixed_time=NOON).data) == flat(" ".join(said(document)))


# -- pages -------------------------------------------------------------------------------------


def test_pages_lie_only_where_they_are_asked_to():
    sizes = turned(pdf_of(DOCUMENTS["mixed"]))
    assert sizes[0] == sizes[-1] == STANDING
    assert set(sizes[1:-1]) == {LYING}
    assert set(turned(pdf_of(DOCUMENTS["lying all through"]))) == {LYING}


def test_a_page_break_beside_a_turn_leaves_no_empty_page():
    lying = Landscape((PageBreak(), Para("Liggande"), PageBreak()))
    document = a_plan(TITLE, PageBreak(), lying, PageBreak(), Para("Stående"))
    assert turned(pdf_of(document)) == [STANDING, LYING, STANDING]
    assert render_docx(document, fixed_time=NOON).data


def test_head_and_foot_reach_across_every_page_however_it_is_turned():
    with PdfDocument(pdf_of(DOCUMENTS["mixed"])) as pdf:
        pages = len(pdf)
        for number, sheet in enumerate(pdf, start=1):
            text = sheet.get_textpage()
            last = text.count_rects()
            boxes = [text.get_rect(place) for place in range(last)]
            assert f"2026-11-24 · {number} ({pages})" in text.get_text_bounded()
            assert max(box[2] for box in boxes) <= sheet.get_width() - 28
            right = text.get_text_bounded(left=sheet.get_width() - 220, bottom=sheet.get_height() - 110)
            assert f"{number} ({pages})" in right


def test_a_lying_section_is_one_in_word_too_and_goes_on_with_the_page_numbers():
    first, lying, last = opened(render_docx(DOCUMENTS["mixed"], fixed_time=NOON).data).sections
    assert first.different_first_page_header_footer
    assert not lying.different_first_page_header_footer
    assert not last.different_first_page_header_footer
    assert (lying.page_width, lying.page_height) == (first.page_height, first.page_width)
    assert (last.page_width, last.page_height) == (first.page_width, first.page_height)
    for section in (first, lying, last):
        (line,) = section.header.paragraphs
        tab = line._element.find(qn("w:pPr")).find(qn("w:tabs"))[0]
        width = section.page_width - section.left_margin - section.right_margin
        assert abs(int(tab.get(qn("w:pos"))) * 635 - width) < 1000


def test_an_empty_lying_section_is_refused():
    with pytest.raises(BadDocument, match="empty landscape section"):
        a_plan(TITLE, Landscape(()))


# -- cells -------------------------------------------------------------------------------------


def test_a_cause_over_three_actions_is_one_header_for_three_rows():
    reading = Reading(pdf_of(DOCUMENTS["mixed"]))
    cells = [part for part in reading.elements() if part.role in {"TH", "TD"}]
    reach = {
        reading.text_of(cell).strip(): (cell.role, dict(cell.object["/A"]))
        for cell in cells
        if "/A" in cell.object
    }
    role, about = reach["1. Mörka gångvägar"]
    assert (role, str(about["/Scope"]), int(about["/RowSpan"])) == ("TH", "/Row", 3)
    role, about = reach["Frågan hör till regionen"]
    assert (role, int(about["/ColSpan"])) == ("TD", 4)


def test_a_cause_whose_actions_go_on_is_seen_on_every_page_but_heard_once():
    data = pdf_of(DOCUMENTS["standing"])
    with PdfDocument(data) as pdf:
        pages = [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in pdf]
    following = [text for text in pages if "Åtgärd " in text and "1. Mörka" not in text]
    assert following
    assert all("3. Lång orsak" in text for text in following)
    reading = Reading(data)
    heard = [reading.text_of(part) for part in reading.elements() if part.role == "TH"]
    assert sum("3. Lång orsak" in text for text in heard) == 1


def test_word_is_told_which_cells_are_one():
    word = opened(render_docx(DOCUMENTS["mixed"], fixed_time=NOON).data)
    (table,) = word.tables
    assert table.cell(1, 0)._tc is table.cell(3, 0)._tc
    assert table.cell(1, 0).text == "1. Mörka gångvägar"
    widths = {len(row.cells) for row in table.rows}
    assert widths == {7}


A, TWO_DOWN, TWO_ACROSS = Cell("a"), Cell("b", rows=2), Cell("c", columns=2)


@pytest.mark.parametrize(
    "rows",
    [
        ((A,),),
        ((A, A, A),),
        ((TWO_ACROSS, A),),
        ((A, TWO_ACROSS),),
        ((TWO_DOWN, A), (A, A)),
        ((TWO_DOWN, A),),
        ((TWO_DOWN, A), Group("g"), (A, A)),
        ((A, TWO_DOWN), (TWO_ACROSS,)),
        ((TWO_DOWN, TWO_DOWN), (), (A, A)),
        ((Cell("d", rows=0), A),),
        ((Cell("d", columns=0), A, A),),
    ],
)
def test_a_table_whose_cells_leave_holes_or_run_into_each_other_is_refused(rows):
    with pytest.raises(BadDocument, match="table row of wrong length"):
        a_plan(TITLE, Table(summary="T", columns=(Column("A"), Column("B")), rows=rows))


@st.composite
def tilings(draw):
    """Return rows of cells that fill a table without holes."""
    width, height = draw(st.integers(1, 5)), draw(st.integers(1, 12))
    taken = [[False] * width for _ in range(height)]
    rows = []
    for row in range(height):
        cells = []
        for column in range(width):
            if taken[row][column]:
                continue
            across = 1
            while column + across < width and not taken[row][column + across] and draw(st.booleans()):
                across += 1
            down = draw(st.integers(1, height - row))
            for y in range(row, row + down):
                taken[y][column : column + across] = [True] * across
            cells.append(
                Cell(
                    draw(st.sampled_from(("kort", "två ord", "ett mycket långt ord. " * 20))),
                    rows=down,
                    columns=across,
                )
            )
        rows.append(tuple(cells))
    return width, rows


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tilings(), st.booleans())
def test_cells_may_reach_in_any_way_that_fills_the_table(tiling, lying):
    width, rows = tiling
    if any(not row for row in rows):
        return
    columns = tuple(Column(f"K{number}") for number in range(width))
    table = Table(summary="T", columns=columns, rows=tuple(rows))
    document = a_plan(TITLE, Landscape((table,)) if lying else table)
    data = pdf_of(document)
    assert problems(data) == []
    reading = Reading(data)
    heard = " ".join(
        reading.text_of(part) for part in reading.elements() if part.marked and part.role != "Figure"
    )
    assert flat(heard.replace("\u00ad", "")) == flat(" ".join(said(document)))
    (made,) = opened(render_docx(document, fixed_time=NOON).data).tables
    assert {len(row.cells) for row in made.rows} == {width}


def test_a_file_with_a_wrong_row_span_is_found_by_our_own_reading():
    with pikepdf.open(BytesIO(pdf_of(DOCUMENTS["mixed"]))) as pdf:
        spanning = next(
            thing
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and "/RowSpan" in thing.get("/A", {})
        )
        spanning["/A"]["/RowSpan"] = 2
        target = BytesIO()
        pdf.save(target)
    assert any("different widths" in problem for problem in problems(target.getvalue()))
