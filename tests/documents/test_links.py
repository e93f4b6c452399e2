"""Words in running text that lead somewhere, in every kind of file."""

from __future__ import annotations

from datetime import UTC, datetime

import page
import pytest
from docx.oxml.ns import qn

from documents.papers import a_letterhead
from documents.structure import Reading, problems
from documents.word import flat, opened, spoken
from trygghetsrad.documents.blocks import Box, Heading, Link, Look, Para
from trygghetsrad.documents.docx.writer import render_docx
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.documents.pdf.writer import render_pdf
from trygghetsrad.documents.rules import BadDocument
from trygghetsrad.documents.web import to_html, to_text

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
BRA, COUNTY = (
    Link("Brå:s statistik", "https://bra.example/?a=1&b=2"),
    Link("länsstyrelsen", "https://lansstyrelsen.example/"),
)
TEXT = f"Siffrorna kommer från {BRA.text} och <b>{COUNTY.text}</b> & rådet, se även {BRA.text}."
PARA = Para(TEXT, links=(BRA, COUNTY, BRA))
LONG = Para(f"{TEXT} " * 120, links=(BRA, COUNTY, BRA) * 120)
ALONE = Para(BRA.text, Look.SMALL, links=(BRA,))
WRAPPED = Para(
    "Se " + "mycket lång länktext " * 12 + "slut",
    links=(Link("mycket lång länktext " * 12, "https://a.example/"),),
)


def a_paper(*blocks) -> Document:
    meta = Meta(title="Länkar", kind="Lägesbild", letterhead=a_letterhead(logo=None))
    return Document(meta, (Heading(1, "Länkar"), *blocks))


papers = pytest.mark.parametrize(
    "blocks",
    [(PARA,), (LONG,), (ALONE, Box((PARA,))), (WRAPPED,)],
    ids=["short", "over pages", "alone and in a box", "wrapped"],
)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@papers
def test_an_independent_validator_finds_no_fault(blocks, profile, tmp_path):
    path = tmp_path / "links.pdf"
    path.write_bytes(render_pdf(a_paper(*blocks), fixed_time=NOON).data)
    found = page.validate_pdf(str(path), profile=profile)
    assert found.is_compliant, found


@papers
def test_the_text_is_read_whole_and_in_order_in_both_kinds_of_file(blocks):
    document = a_paper(*blocks)
    data = render_pdf(document, fixed_time=NOON).data
    assert problems(data) == []
    reading = Reading(data)
    texts = [part.text for block in blocks for part in (block.blocks if isinstance(block, Box) else (block,))]
    heard = [reading.text_of(part) for part in reading.elements() if part.role == "P"]
    assert [flat(text) for text in heard] == [flat(text) for text in texts]
    assert spoken(render_docx(document, fixed_time=NOON).data) == flat(" ".join(["Länkar", *texts]))


@pytest.mark.parametrize(
    "text", ["\u202e", "a\nb", "漢🙂", "x" * 400, "<a href='1'>y</a>", " \x00z ", "Å\u00adÄ"]
)
def test_hostile_words_can_be_a_link_and_stand_around_one(text):
    link = Link(text, f"https://a.example/{text}")
    for para in (Para(text, links=(link,)), Para(f"{text} före\n{text}\n\nefter", links=(link, link))):
        assert problems(render_pdf(a_paper(para), fixed_time=NOON).data) == []
        assert render_docx(a_paper(para), fixed_time=NOON).data


def test_each_link_is_an_element_of_its_own_between_the_words():
    reading = Reading(render_pdf(a_paper(PARA), fixed_time=NOON).data)
    (para,) = (part for part in reading.elements() if part.role == "P")
    assert [child.role for child in para.children] == ["Span", "Link"] * 3 + ["Span"]
    assert reading.text_of(para.children[1]).strip() == BRA.text
    assert all(child.annotated for child in para.children if child.role == "Link")
    (annotation,) = (
        link for link in reading.pdf.pages[0].Annots if link.objgen[0] == para.children[3].annotated[0]
    )
    assert str(annotation.A.URI) == COUNTY.url


def test_a_link_over_two_lines_can_be_clicked_on_both():
    reading = Reading(render_pdf(a_paper(WRAPPED), fixed_time=NOON).data)
    (link,) = (part for part in reading.elements() if part.role == "Link")
    assert len(link.annotated) >= 2


def test_links_are_links_in_word():
    word = opened(render_docx(a_paper(PARA), fixed_time=NOON).data)
    links = list(word.element.body.iter(qn("w:hyperlink")))
    targets = [word.part.rels[link.get(qn("r:id"))].target_ref for link in links]
    assert targets == [BRA.url, COUNTY.url, BRA.url]


def test_links_stand_in_the_web_text():
    document = a_paper(PARA)
    assert f'<a href="https://bra.example/?a=1&amp;b=2">{BRA.text}</a> och &lt;b&gt;<a href=' in to_html(
        document
    )
    assert f"från {BRA.text} ({BRA.url}) och <b>{COUNTY.text} ({COUNTY.url})</b>" in to_text(document)


@pytest.mark.parametrize(
    ("links", "wrong"),
    [
        ((Link("annat", "https://a.example/"),), "link whose words are not in the text"),
        ((COUNTY, BRA, BRA), "link whose words are not in the text"),
        ((Link(" ", "https://a.example/"),), "link without text"),
        ((Link(BRA.text, ""),), "link without address"),
    ],
)
def test_a_link_that_cannot_be_one_is_refused(links, wrong):
    with pytest.raises(BadDocument, match=wrong):
        a_paper(Para(TEXT, links=links))
