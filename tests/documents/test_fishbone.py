"""A cause analysis on paper: the drawing, and the same causes as a list in the list."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import docx
import page
import pytest
from docx.oxml.ns import qn

from documents.papers import a_letterhead
from documents.reading import said
from documents.structure import Reading, problems
from documents.word import flat, opened, spoken
from trygghetsrad.documents.blocks import Box, Bullets, Heading, Item, Landscape, Para
from trygghetsrad.documents.docx.writer import render_docx
from trygghetsrad.documents.fishbone import (
    LYING_MOST_HEIGHT,
    LYING_WIDTH,
    MOST_HEIGHT,
    draw_fishbone,
    fishbone_blocks,
    fishbone_list,
)
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.documents.pdf.writer import render_pdf
from trygghetsrad.documents.rules import BadDocument
from trygghetsrad.documents.web import to_html, to_text
from trygghetsrad.domain.fishbones import Bone, Cause, Fishbone

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def a_template() -> bytes:
    """Return the file that python-docx begins with: English styles, a list of its own."""
    target = BytesIO()
    docx.Document().save(target)
    return target.getvalue()


def a_fishbone(count: int) -> Fishbone:
    causes = tuple(
        Cause(number=at, text=f"Orsak nummer {at} <b> & mörka gångvägar") for at in range(1, count + 1)
    )
    names = ("Brottsutsatt", "Gärningsperson", "Plats och objekt")
    return Fishbone(
        problem="Skadegörelse vid skolan", bones=tuple(Bone(name=name, causes=causes) for name in names)
    )


def a_paper(*blocks) -> Document:
    meta = Meta(title="Orsaksanalys", kind="Orsaksanalys", letterhead=a_letterhead(logo=None))
    return Document(meta, (Heading(1, "Orsaksanalys"), *blocks))


DOCUMENTS = {
    **{str(count): a_paper(*fishbone_blocks(a_fishbone(count))) for count in (0, 1, 7, 15)},
    "lying": a_paper(
        Landscape((draw_fishbone(a_fishbone(15), width=LYING_WIDTH, most_height=LYING_MOST_HEIGHT),))
    ),
    "too large": a_paper(draw_fishbone(a_fishbone(15), width=400, most_height=700)),
    "deep list": a_paper(
        Bullets(
            ("a", Item("b", ("c", Item("d", (Item("e", sign="12."), "f" * 300)))), Item("g " * 400, ("h",)))
        ),
        Box((Bullets((Item("i", ("j",)), Item("k", sign="1."))),)),
        Para("slut"),
    ),
}
documents = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@documents
def test_an_independent_validator_finds_no_fault(document, profile, tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(render_pdf(document, fixed_time=NOON).data)
    assert page.validate_pdf(str(path), profile=profile).is_compliant


@documents
def test_it_is_read_aloud_in_order_in_both_kinds_of_file(document):
    data = render_pdf(document, fixed_time=NOON).data
    assert problems(data) == []
    reading = Reading(data)
    heard = " ".join(
        reading.text_of(part) for part in reading.elements() if part.marked and part.role != "Figure"
    )
    assert flat(heard.replace("\u00ad", "")) == flat(" ".join(said(document)))
    wanted = flat(" ".join(text for text in said(document) if text != "•"))
    assert spoken(render_docx(document, fixed_time=NOON).data) == wanted


def test_an_inner_list_belongs_to_the_item_above_it():
    reading = Reading(render_pdf(DOCUMENTS["7"], fixed_time=NOON).data)
    outer = next(part for part in reading.elements() if part.role == "L")
    assert [child.role for child in outer.children] == ["LI", "LI", "LI"]
    body = outer.children[0].children[1]
    assert [child.role for child in body.children] == ["P", "L"]
    assert str(body.children[1].object["/A"]["/ListNumbering"]) == "/Decimal"


@pytest.mark.parametrize("template", [False, True], ids=["own paper", "template of the municipality"])
def test_bullets_of_an_inner_list_are_levels_of_a_real_list_in_word(template):
    document = DOCUMENTS["deep list"]
    options = {"template": a_template()} if template else {}
    word = opened(render_docx(document, fixed_time=NOON, **options).data)
    styles = word.styles.element
    numbering = word.part.numbering_part.element
    for text, level in (("c", "1"), ("j", "1"), ("f" * 300, "2")):
        line = next(one for one in word.paragraphs if one.text == text)
        (numbered,) = styles.xpath(f"w:style[@w:styleId='{line.style.style_id}']/w:pPr/w:numPr")
        assert numbered.find(qn("w:ilvl")).get(qn("w:val")) == level
        identity = numbered.find(qn("w:numId")).get(qn("w:val"))
        (abstract,) = numbering.xpath(f"w:num[@w:numId='{identity}']/w:abstractNumId/@w:val")
        assert numbering.xpath(f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']")


def test_the_web_text_keeps_the_list_in_the_list():
    meta = Meta(title="T", kind="T", letterhead=a_letterhead(logo=None))
    document = Document(meta, (Heading(1, "T"), fishbone_list(a_fishbone(1))))
    item = "<li>1. Orsak nummer 1 &lt;b&gt; &amp; mörka gångvägar</li>"
    assert f"<ul><li>Brottsutsatt<ul>{item}</ul></li>" in to_html(document)
    assert "- Brottsutsatt\n  1. Orsak nummer 1 <b> & mörka gångvägar\n- Gärningsperson" in to_text(document)


def test_an_empty_item_deep_in_a_list_is_refused():
    with pytest.raises(BadDocument, match="empty list or item"):
        a_paper(Bullets((Item("a", (Item("b", (" ",)),)),)))


def test_the_drawing_is_no_higher_than_it_may_be():
    assert draw_fishbone(a_fishbone(15)).height <= MOST_HEIGHT
