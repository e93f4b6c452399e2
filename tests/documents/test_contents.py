"""A long document begins with its headings and their pages, each a way to get there."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import page
import pikepdf
import pytest
from docx.oxml.ns import qn
from pypdfium2 import PdfDocument

from documents.papers import a_letterhead
from documents.structure import Reading, problems
from documents.word import opened, spoken
from trygghetsrad.documents.blocks import Contents, Heading, Landscape, Para
from trygghetsrad.documents.docx.writer import render_docx
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.documents.pdf.writer import render_pdf
from trygghetsrad.documents.rules import BadDocument

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TEXT = Para("Rådet talade länge om belysningen vid badhuset. " * 60)
PARTS = (
    "1 Kartläggning",
    "2 Annan information <b> & dialoger",
    "3 Analys",
    "4 Ett kapitel vars rubrik är så lång att den behöver mer än en rad också i innehållsförteckningen",
)


def a_picture(chapters: int = 16, **about) -> Document:
    blocks: list = [Heading(1, "Lägesbild 2027"), Contents(**about)]
    for number in range(chapters):
        title = PARTS[number % len(PARTS)]
        blocks += [Heading(2, f"{title} ({number})"), TEXT, Heading(3, f"Plats och tid {number}"), TEXT]
    meta = Meta(title="Lägesbild", kind="Lägesbild", letterhead=a_letterhead())
    lying = Landscape((Heading(2, "Bilaga"), Para("Tabeller")))
    return Document(meta, (*blocks, lying))


def pdf_of(document: Document) -> bytes:
    return render_pdf(document, fixed_time=NOON).data


@pytest.fixture(scope="module")
def long() -> bytes:
    return pdf_of(a_picture())


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("chapters", [4, 16, 60])
def test_an_independent_validator_finds_no_fault(chapters, profile, tmp_path):
    path = tmp_path / "picture.pdf"
    data = pdf_of(a_picture(chapters))
    path.write_bytes(data)
    assert problems(data) == []
    found = page.validate_pdf(str(path), profile=profile)
    assert found.is_compliant, found


def test_every_heading_is_listed_with_the_page_it_stands_on(long):
    reading = Reading(long)
    lines = [" ".join(reading.text_of(part).split()) for part in reading.elements() if part.role == "TOCI"]
    headings = [
        " ".join(reading.text_of(part).split()) for part in reading.elements() if part.role in {"H2", "H3"}
    ]
    assert headings[0] == "Innehåll"
    with PdfDocument(long) as pdf:
        texts = [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in pdf]
    assert len(lines) == len(headings[1:]) == 33
    for line, heading in zip(lines, headings[1:], strict=True):
        assert line.startswith(heading)
        number = int(line.removeprefix(heading))
        assert heading[-12:] in texts[number - 1]
        assert number > 1


def test_each_line_leads_to_the_page_it_names(long):
    with pikepdf.open(BytesIO(long)) as pdf:
        numbers = {sheet.objgen: place for place, sheet in enumerate(pdf.pages, start=1)}
        links = [link for sheet in pdf.pages for link in sheet.get("/Annots", []) if "/Dest" in link]
        assert len(links) == 33
        for link in links:
            named = int(str(link["/Contents"]).rpartition(" ")[2])
            assert numbers[link["/Dest"][0].objgen] == named


def test_the_contents_are_tagged_as_such(long):
    elements = Reading(long).elements()
    (contents,) = (part for part in elements if part.role == "TOC")
    assert {child.role for child in contents.children} == {"TOCI"}
    assert [part.role for part in contents.children[0].walk()] == ["TOCI", "Reference", "Link"]
    assert all(part.annotated for part in contents.walk() if part.role == "Link")


def test_a_short_document_has_no_use_for_contents():
    short = a_picture(1)
    assert "Innehåll" not in [
        Reading(pdf_of(short)).text_of(part).strip() for part in Reading(pdf_of(short)).elements()
    ]
    assert not any(part.role == "TOC" for part in Reading(pdf_of(short)).elements())
    assert "Innehåll" not in spoken(render_docx(short, fixed_time=NOON).data)


def test_how_deep_the_contents_go_is_chosen():
    reading = Reading(pdf_of(a_picture(deepest=2)))
    assert sum(part.role == "TOCI" for part in reading.elements()) == 17


def test_word_keeps_the_contents_up_to_date_and_its_lines_lead_to_the_headings():
    word = opened(render_docx(a_picture(), fixed_time=NOON).data)
    body = word.element.body
    (code,) = body.iter(qn("w:instrText"))
    assert code.text == ' TOC \\o "2-3" \\h \\z \\u '
    assert [sign.get(qn("w:fldCharType")) for sign in body.iter(qn("w:fldChar"))] == [
        "begin",
        "separate",
        "end",
    ]
    marks = {mark.get(qn("w:name")): mark.getparent() for mark in body.iter(qn("w:bookmarkStart"))}
    links = [link for link in body.iter(qn("w:hyperlink")) if link.get(qn("w:anchor"))]
    assert len(links) == 33
    for link in links:
        heading = "".join(text.text for text in marks[link.get(qn("w:anchor"))].iter(qn("w:t")))
        assert "".join(text.text for text in link.iter(qn("w:t"))).startswith(heading)


def test_contents_without_a_title_are_refused():
    with pytest.raises(BadDocument, match="contents without title"):
        a_picture(title=" ")
