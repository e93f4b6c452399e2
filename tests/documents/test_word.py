"""The same papers as Word files: what a coordinator and her colleagues go on writing in."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from typing import get_args

import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import HealthCheck, given, settings, strategies as st

from documents.papers import ALL_PAPERS, ITEMS, a_letterhead, a_logo, a_member_list, a_notice, the_minutes
from documents.reading import headings as headings_of, said
from documents.test_pdf_content import HOSTILE
from documents.word import flat, headings, opened, parts, spoken
from trygghetsrad.documents.blocks import (
    Align,
    Block,
    Box,
    Bullets,
    Cell,
    Column,
    Contents,
    Figure,
    Group,
    Heading,
    KeyValues,
    Landscape,
    Link,
    Look,
    PageBreak,
    Para,
    SignatureLine,
    Signatures,
    Table,
)
from trygghetsrad.documents.docx.writer import render_docx
from trygghetsrad.documents.drawing import Drawing, Label
from trygghetsrad.documents.make import build
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.council import SenderLines

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
papers = pytest.mark.parametrize("make", ALL_PAPERS.values(), ids=ALL_PAPERS)


def word(facts) -> bytes:
    return render_docx(build(facts), fixed_time=NOON).data


def of_blocks(*blocks: Block) -> bytes:
    meta = Meta(title="Prov", kind="Prov", letterhead=a_letterhead(logo=None))
    return render_docx(Document(meta, (Heading(1, "Prov"), *blocks)), fixed_time=NOON).data


def xml_of(data: bytes) -> str:
    return parts(data)["word/document.xml"]


# -- the text ----------------------------------------------------------------------------------


@papers
def test_what_the_paper_says_stands_in_the_word_file_in_the_same_order(make):
    document = build(make())
    wanted = " ".join(text for text in said(document) if text != "•")
    assert spoken(render_docx(document, fixed_time=NOON).data) == flat(wanted)


@papers
def test_headings_are_real_headings_in_the_same_order(make):
    document = build(make())
    found = headings(render_docx(document, fixed_time=NOON).data)
    assert [text for _, text in found] == headings_of(document)
    assert found[0][0] == 1
    assert all(later <= former + 1 for (former, _), (later, _) in pairwise(found))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_in_every_part_of_the_file(text):
    facts = the_minutes(
        letterhead=a_letterhead(municipality=text, body=text, address_lines=(text,), foot=text),
        items=(replace(ITEMS[0], title=text, text=f"{text}\n\n- {text}", papers=(text,)),),
        registry_number=text,
    )
    data = word(facts)
    assert flat(text) in spoken(data)
    head = opened(data).sections[0].first_page_header
    assert any(flat(text)[:150] in flat(line.text) for line in head.paragraphs)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200))
def test_any_text_at_all_gives_a_file_that_opens(text):
    table = Table(
        summary=f"T {text}", columns=(Column(f"K {text}"),), rows=((Cell(text, (text,)),), Group(f"G {text}"))
    )
    data = of_blocks(Para(f"P {text}"), Bullets((f"B {text}",)), KeyValues(((f"E {text}", (text,)),)), table)
    assert spoken(data).startswith("Prov P")


def test_control_characters_and_what_turns_text_around_are_left_out():
    said_so = spoken(of_blocks(Para("a\x00b\x07c\u202ed\ud800e\ufffef\ufeffg")))
    assert said_so == "Prov abcdefg"


def test_swedish_letters_signs_and_faces_survive():
    text = "Åsa Öberg, é ü, § 14, 13.00–15.00, ”citat”, → ☐ ☑ ✓ – — 漢字 👩‍🚒"
    assert text in spoken(of_blocks(Para(text)))


def test_line_ends_become_words_own():
    assert xml_of(of_blocks(Para("en\ntvå"))).count("<w:br/>") == 1


def test_long_words_in_narrow_cells_may_be_parted_but_addresses_are_left_whole():
    columns = (Column("Enhet", 1), Column("Adress", 1), Column("Mer", 12))
    row = (Cell("Samhällsbyggnadsförvaltningen"), Cell("anna.sjoberg@norrmyra.example"), Cell(""))
    data = of_blocks(Table(summary="Smalt", columns=columns, rows=(row,)))
    assert "<w:softHyphen/>" in xml_of(data)
    assert "anna.sjoberg@norrmyra.example" in xml_of(data)


# -- every kind of block -----------------------------------------------------------------------

EXAMPLES = {
    Heading: (Heading(2, "Rubrik"), '<w:pStyle w:val="Heading2"/>'),
    Para: (Para("Text", Look.SMALL), '<w:pStyle w:val="LitenText"/>'),
    Link: (Link("Kommunen", "https://norrmyra.example/"), "<w:hyperlink "),
    Bullets: (Bullets(("ett", "två")), '<w:pStyle w:val="ListBullet"/>'),
    KeyValues: (KeyValues((("Tid", ("13.00",)),)), '<w:pStyle w:val="EtikettOchVarde"/>'),
    Table: (Table(summary="T", columns=(Column("A"),), rows=((Cell("a"),),)), "<w:tblHeader/>"),
    Box: (Box((Heading(2, "Beslut"), Para("Rådet noterar"))), "<w:shd "),
    Signatures: (Signatures((SignatureLine("Ordförande", "Eva"),)), '<w:pStyle w:val="Underskriftsrad"/>'),
    Drawing: (
        Drawing(shapes=(Label(place=(20, 10), text="2026"),), width=40, height=20, alt="Ett år"),
        'descr="Ett år"',
    ),
    Figure: (Figure(picture=a_logo(), alt="Ett vapen", caption="Vapnet"), 'descr="Ett vapen"'),
    PageBreak: (PageBreak(), "<w:pageBreakBefore/>"),
    Contents: (Contents(most_pages_without=0), 'w:instrText xml:space="preserve"> TOC '),
    Landscape: (Landscape((Para("Liggande"),)), 'w:orient="landscape"'),
}


@pytest.mark.parametrize("kind", get_args(Block), ids=lambda kind: kind.__name__)
def test_every_kind_of_block_has_a_form_in_word(kind):
    block, mark = EXAMPLES[kind]
    assert mark in xml_of(of_blocks(block, Heading(2, "Efter"), Para("efter")))


def test_a_page_break_that_the_front_page_decides_is_left_to_word():
    assert "pageBreakBefore" not in xml_of(of_blocks(PageBreak(after_front=True), Para("efter")))


def test_lists_are_real_lists():
    data = of_blocks(Bullets(("ett",)))
    styles, numbers = parts(data)["word/styles.xml"], parts(data)["word/numbering.xml"]
    assert '<w:numPr><w:numId w:val="1"/></w:numPr>' in styles
    assert '<w:numFmt w:val="bullet"/>' in numbers


def test_a_picture_that_cannot_be_read_is_not_printed_but_the_paper_is():
    result = render_docx(build(a_notice(letterhead=a_letterhead(logo=b"inget vapen"))), fixed_time=NOON)
    assert result.logo_unreadable
    assert "Kallelse" in spoken(result.data)


# -- tables ------------------------------------------------------------------------------------


def test_tables_repeat_their_header_and_never_split_a_row():
    for table in opened(word(a_member_list())).tables:
        first, *others = table._tbl.tr_lst
        assert first.trPr.find(qn("w:tblHeader")) is not None
        assert not any(row.trPr.find(qn("w:tblHeader")) is not None for row in others)
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in (first, *others))


def test_a_row_that_may_be_taller_than_a_page_can_be_split():
    table = Table(summary="Lång", columns=(Column("A"),), rows=((Cell("ord " * 3_000),),))
    _, row = opened(of_blocks(table)).tables[0]._tbl.tr_lst
    assert row.trPr.find(qn("w:cantSplit")) is None


def test_columns_take_the_same_shares_as_on_paper_and_numbers_stand_to_the_right():
    table = Table(
        summary="Tal", columns=(Column("A", 3), Column("B", 1, Align.RIGHT)), rows=((Cell("x"), Cell("12")),)
    )
    made = opened(of_blocks(table)).tables[0]
    wide, narrow = (int(column.get(qn("w:w"))) for column in made._tbl.tblGrid)
    assert wide == pytest.approx(3 * narrow, rel=0.01)
    assert made.rows[1].cells[1].paragraphs[0].alignment.name == "RIGHT"
    assert made.rows[1].cells[0].paragraphs[0].alignment is None


def test_a_table_says_what_it_holds_to_those_who_hear_it():
    assert '<w:tblCaption w:val="Förteckning över ledamöter"/>' in xml_of(word(a_member_list()))


def test_a_group_of_rows_stretches_over_the_whole_table_and_stays_with_its_first_row():
    group = opened(word(a_member_list())).tables[0]._tbl.tr_lst[1]
    assert len(group.tc_lst) == 1
    assert group.tc_lst[0].p_lst[0].pPr.find(qn("w:keepNext")) is not None


# -- the file ----------------------------------------------------------------------------------


@papers
def test_the_file_says_what_it_is_and_who_wrote_it(make):
    document = build(make())
    about = opened(render_docx(document, fixed_time=NOON).data).core_properties
    assert about.title == flat(document.meta.title)
    assert about.subject == document.meta.kind
    assert about.author == document.meta.letterhead.body
    assert about.language == "sv-SE"
    assert about.created == NOON


@papers
def test_everything_is_in_swedish_and_in_a_font_that_every_office_has(make):
    styles = opened(word(make())).styles.element
    assert set(styles.xpath(".//w:lang/@w:val")) == {"sv-SE"}
    assert set(styles.xpath(".//w:rFonts/@w:ascii")) == {"Calibri"}
    assert not styles.xpath(".//@w:asciiTheme")


@papers
def test_every_picture_has_words(make):
    found = [text for name, text in parts(word(make())).items() if "<wp:docPr" in text]
    assert found
    assert all(text.count("<wp:docPr") == text.count("descr=") for text in found)


def test_head_and_foot_carry_sender_kind_number_of_pages_and_code():
    section = opened(word(the_minutes())).sections[0]
    first = "\n".join(line.text for line in section.first_page_header.paragraphs)
    assert "Norrmyra kommun\tProtokoll" in first
    assert "Dnr KS 2026/112" in first
    for head in (section.first_page_header, section.header):
        fields = head._element.xpath(".//w:fldSimple/@w:instr")
        assert [field.strip() for field in fields] == ["PAGE", "NUMPAGES"]
    for foot in (section.first_page_footer, section.footer):
        text = "\n".join(line.text for line in foot.paragraphs)
        assert "Storgatan 12" in text
        assert "Kod 1a2b3c4d5e6f7a8b" in text


def test_the_paper_is_a4_with_the_same_margins_as_the_pdf():
    section = opened(word(a_notice())).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert round(section.left_margin.mm) == round(section.right_margin.mm) == 22


def test_the_same_facts_and_time_give_the_same_bytes():
    assert word(the_minutes()) == word(the_minutes())
    with zipfile.ZipFile(BytesIO(word(the_minutes()))) as packed:
        assert {part.date_time for part in packed.infolist()} == {(2026, 11, 23, 12, 0, 0)}
        assert packed.namelist()[0] == "[Content_Types].xml"


def test_the_file_carries_nothing_that_runs_or_reaches_out():
    data = word(the_minutes())
    assert not any("vbaProject" in name or "activeX" in name for name in parts(data))
    links = [text for name, text in parts(data).items() if name.endswith(".rels")]
    assert not any('TargetMode="External"' in text for text in links)


def test_properties_of_a_paragraph_stand_in_the_order_that_word_demands():
    order = ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "tabs"]
    order += ["spacing", "ind", "jc", "sectPr"]
    whole = (PageBreak(), *(block for block, _ in EXAMPLES.values()))
    for data in (of_blocks(*whole), word(the_minutes())):
        for properties in opened(data).element.body.iter(qn("w:pPr")):
            found = [child.tag.rpartition("}")[2] for child in properties]
            assert found == sorted(found, key=order.index)


def test_body_text_is_as_large_as_on_paper():
    assert opened(word(a_notice())).styles.element.xpath("w:docDefaults//w:sz/@w:val") == [
        str(Pt(11) // 6350)
    ]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_libreoffice_opens_every_paper_and_prints_its_words(tmp_path):
    from pypdf import PdfReader

    for number, make in enumerate(ALL_PAPERS.values()):
        (tmp_path / f"{number}.docx").write_bytes(word(make()))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    names = [f"{number}.docx" for number in range(len(ALL_PAPERS))]
    command = ["soffice", home, "--headless", "--convert-to", "pdf", *names]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    for number, make in enumerate(ALL_PAPERS.values()):
        document = build(make())
        text = " ".join(page.extract_text() for page in PdfReader(tmp_path / f"{number}.pdf").pages)
        for heading in headings_of(document):
            assert flat(heading) in flat(text.replace("\u00a0", " "))


def test_headings_and_boxes_wear_the_councils_own_colour():
    data = word(the_minutes(letterhead=a_letterhead(accent="#7A1F3D")))
    assert "7A1F3D" in parts(data)["word/styles.xml"]
    assert 'w:color="7A1F3D"' in xml_of(data)
    assert not any("0B5A75" in text for text in parts(data).values())


def test_a_council_that_sends_alone_still_says_its_municipality_where_no_logo_does():
    for logo, lines in ((a_logo(), ["Trygghetsrådet"]), (None, ["Trygghetsrådet", "Norrmyra kommun"])):
        data = word(a_notice(letterhead=a_letterhead(sender=SenderLines.COUNCIL_ONLY, logo=logo)))
        head = opened(data).sections[0].first_page_header
        left = [line.text.partition("\t")[0] for line in head.paragraphs]
        assert [text for text in left if text] == lines
