"""The checker is proven: each fault put into a good file is found."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zlib import compress

import pikepdf
import pytest

from documents import structure
from documents.papers import a_letterhead, a_logo, a_notice
from documents.structure import problems
from trygghetsrad.documents.blocks import Figure
from trygghetsrad.documents.make import build
from trygghetsrad.documents.model import Document
from trygghetsrad.documents.pdf.writer import render_pdf


@pytest.fixture(scope="module")
def good() -> bytes:
    notice = build(a_notice(letterhead=a_letterhead(logo=None)))
    figure = Figure(picture=a_logo(), alt="Vapnet")
    return render_pdf(Document(notice.meta, (*notice.blocks, figure))).data


def elements(pdf, role):
    return [
        thing
        for thing in pdf.objects
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == f"/{role}"
    ]


def drop(key, of):
    def damage(pdf):
        del of(pdf)[key]

    return damage


def rename(role, to):
    def damage(pdf):
        elements(pdf, role)[0]["/S"] = pikepdf.Name(f"/{to}")

    return damage


def rewrite(old, new):
    def damage(pdf):
        contents = pdf.pages[0].Contents
        contents.write(contents.read_bytes().replace(old, new, 1))

    return damage


def swap_content(pdf):
    first, second = elements(pdf, "H2")[:2]
    first["/K"], second["/K"] = second["/K"], first["/K"]


def lose_parents(pdf):
    pdf.Root.StructTreeRoot.ParentTree.Nums = pikepdf.Array()


def empty_header(pdf):
    for thing in elements(pdf, "TH"):
        thing["/S"] = pikepdf.Name("/TD")


def around(before, after):
    def damage(pdf):
        contents = pdf.pages[0].Contents
        contents.write(before + contents.read_bytes() + after)

    return damage


def add_to_first(role, kid):
    def damage(pdf):
        element = elements(pdf, role)[0]
        element["/K"] = pikepdf.Array([*element["/K"], kid])

    return damage


def share_content(pdf):
    first, second = elements(pdf, "H2")[:2]
    first["/K"] = pikepdf.Array([*first["/K"], *second["/K"]])


def mislead_child(pdf):
    elements(pdf, "P")[0]["/P"] = elements(pdf, "H1")[0]


def empty_heading(pdf):
    elements(pdf, "H2")[0]["/K"] = pikepdf.Array()


def shorten_row(pdf):
    row = elements(pdf, "TR")[1]
    row["/K"] = pikepdf.Array(list(row["/K"])[:-1])


def forget_link(pdf):
    link = elements(pdf, "Link")[0]
    link["/K"] = pikepdf.Array([kid for kid in link["/K"] if isinstance(kid, int)])


def a_font(pdf):
    return next(iter(pdf.pages[0].Resources.Font.values()))


def map_to_nothing(pdf):
    table = a_font(pdf)["/ToUnicode"]
    table.write(table.read_bytes().replace(b"endbfchar", b"<00> <0000>\nendbfchar", 1))


def without_claim(pdf):
    metadata = pdf.Root.Metadata
    metadata.write(metadata.read_bytes().replace(b"<pdfuaid:part>1</pdfuaid:part>", b""))


DAMAGE = {
    "marked content ends before it begins": around(b"EMC ", b""),
    "marked content is not closed": around(b"", b" /Artifact BMC"),
    "marked content 1 twice": rewrite(b"<</MCID 2>>", b"<</MCID 1>>"),
    "child does not know its parent": mislead_child,
    "has 2 elements": share_content,
    "has 0 elements": drop("/K", lambda pdf: elements(pdf, "H2")[0]),
    "element without content": add_to_first("H2", 999),
    "metadata do not claim PDF/UA-1": without_claim,
    "heading without text": empty_heading,
    "table rows of different widths": shorten_row,
    "link outside the structure": forget_link,
    "cannot be read as text": drop("/ToUnicode", a_font),
    "font maps to no character": map_to_nothing,
    "no language": drop("/Lang", lambda pdf: pdf.Root),
    "not marked as tagged": drop("/MarkInfo", lambda pdf: pdf.Root),
    "no structure tree": drop("/StructTreeRoot", lambda pdf: pdf.Root),
    "no output intent": drop("/OutputIntents", lambda pdf: pdf.Root),
    "title is not shown": drop("/ViewerPreferences", lambda pdf: pdf.Root),
    "metadata do not claim PDF/A-2a": drop("/Metadata", lambda pdf: pdf.Root),
    "titles differ": drop("/Title", lambda pdf: pdf.docinfo),
    "figure without alternative text": drop("/Alt", lambda pdf: elements(pdf, "Figure")[0]),
    "table header without scope": drop("/A", lambda pdf: elements(pdf, "TH")[0]),
    "table without summary": drop("/A", lambda pdf: elements(pdf, "Table")[0]),
    "unknown role Paragraf": rename("P", "Paragraf"),
    "heading level skipped": rename("H2", "H4"),
    "LI inside P": rename("L", "P"),
    "table without header row": empty_header,
    "paints outside content and decoration": rewrite(b"/H1 <</MCID 0>> BDC", b"EMC"),
    "inside another": rewrite(b"EMC", b""),
    "does not lead from": swap_content,
    "parent tree": lose_parents,
    "link without description": drop("/Contents", lambda pdf: pdf.pages[0].Annots[0]),
    "link without way back": drop("/StructParent", lambda pdf: pdf.pages[0].Annots[0]),
    "tab order": drop("/Tabs", lambda pdf: pdf.pages[0]),
    "is not embedded": drop(
        "/FontFile2", lambda pdf: next(iter(pdf.pages[0].Resources.Font.values())).FontDescriptor
    ),
}


def test_the_undamaged_file_is_good(good):
    assert problems(good) == []


@pytest.mark.parametrize("wrong", DAMAGE)
def test_each_fault_is_found(wrong, good):
    with pikepdf.open(BytesIO(good)) as pdf:
        DAMAGE[wrong](pdf)
        target = BytesIO()
        pdf.save(target)
    assert any(wrong in problem for problem in problems(target.getvalue()))


COMPRESSED = "metadata are compressed"


def test_compressed_metadata_are_found(good):
    """Put in by hand, since pikepdf writes metadata plainly whatever they were."""
    start = good.index(b"<< /Type /Metadata")
    begins = good.index(b"stream\n", start) + len(b"stream\n")
    ends = good.index(b"\nendstream", begins)
    packed = compress(good[begins:ends])
    head = b"<< /Type /Metadata /Subtype /XML /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed)
    squeezed = (head + packed + b"\nendstream").ljust(ends + len(b"\nendstream") - start)
    assert problems(good[:start] + squeezed + good[start + len(squeezed) :]) == [COMPRESSED]


def test_every_fault_the_checker_knows_is_put_into_a_file():
    source = Path(structure.__file__).read_text(encoding="utf-8")
    sentences = re.findall(
        r'(?:append\(|found \+= \[|^ {8}|return \[\*found, |\[)f?"([a-zA-Z{][^"]* [^"]*)"(?=[\n:)\]])',
        source,
        re.MULTILINE,
    )
    assert len(sentences) > 25
    for sentence in sentences:
        parts = [part.strip(" :") for part in re.split(r"\{[^}]*\}", sentence) if len(part.strip(" :")) > 3]
        assert any(part in wrong or wrong in part for part in parts for wrong in (*DAMAGE, COMPRESSED)), (
            sentence
        )
