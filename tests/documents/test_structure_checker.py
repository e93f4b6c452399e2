"""The checker is proven: each fault put into a good file is found."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

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


DAMAGE = {
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
