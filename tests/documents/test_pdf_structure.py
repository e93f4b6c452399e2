"""Every paper follows PDF/UA-1 and PDF/A-2a, and is read aloud in the right order."""

from __future__ import annotations

from datetime import UTC, datetime

import page
import pytest

from documents.council_papers import COUNCIL_PAPERS
from documents.papers import ALL_PAPERS, ITEMS, a_letterhead, a_logo, a_notice, the_minutes
from documents.reading import said
from documents.structure import Reading, problems
from trygghetsrad.documents.blocks import Figure, Heading, Para
from trygghetsrad.documents.make import build
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.documents.pdf import patches
from trygghetsrad.documents.pdf.writer import render_pdf

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
PAPERS = {name: (lambda make=make: build(make())) for name, make in (ALL_PAPERS | COUNCIL_PAPERS).items()} | {
    "figur": lambda: Document(
        Meta(title="Figur", kind="Lägesbild", letterhead=a_letterhead()),
        (
            Heading(1, "Figur"),
            Para("Under texten."),
            Figure(picture=a_logo(), alt="Skadegörelsen minskade från 41 till 29.", caption="Anmälda brott"),
        ),
    ),
    "lång": lambda: build(the_minutes(items=ITEMS * 12)),
}


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(params=PAPERS)
def document(request):
    return PAPERS[request.param]()


def report(data: bytes, folder, profile: str):
    path = folder / "paper.pdf"
    path.write_bytes(data)
    return page.validate_pdf(str(path), profile=profile)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_an_independent_validator_finds_no_fault(document, profile, tmp_path):
    found = report(render_pdf(document, fixed_time=NOON).data, tmp_path, profile)
    assert found.is_compliant, found


def test_our_own_reading_of_the_structure_finds_no_fault(document):
    assert problems(render_pdf(document, fixed_time=NOON).data) == []


def test_it_is_read_aloud_in_the_order_of_the_document(document):
    reading = Reading(render_pdf(document, fixed_time=NOON).data)
    heard = [
        squeezed(reading.text_of(part))
        for part in reading.elements()
        if part.marked and part.role != "Figure"
    ]
    assert heard == [squeezed(text) for text in said(document)]


@pytest.mark.parametrize(
    ("owner", "name", "profile"),
    [
        ("pdfdoc.PDFStream", "format", "2a"),
        ("ttfonts", "makeToUnicodeCMap", "ua1"),
    ],
)
def test_each_repair_of_reportlab_is_needed(owner, name, profile, monkeypatch, tmp_path):
    patches.patch_reportlab()
    holder = patches
    for part in owner.split("."):
        holder = getattr(holder, part)
    monkeypatch.setattr(holder, name, patches.STOCK[owner])
    assert not report(render_pdf(build(a_notice()), fixed_time=NOON).data, tmp_path, profile).is_compliant


def test_reportlab_alone_cannot_write_metadata_in_unicode(monkeypatch):
    patches.patch_reportlab()
    monkeypatch.setattr(patches.pdfdoc.XMP, "format", patches.STOCK["pdfdoc.XMP"])
    with pytest.raises(UnicodeEncodeError):
        render_pdf(build(a_notice()))


def test_more_letters_than_one_block_holds_are_mapped_in_several():
    table = patches.to_unicode_map("F", [0] * 32 + list(range(32, 256)))
    assert table.count("beginbfchar") == 3
    assert "<00>" not in table.split("endcodespacerange")[1]
    assert "<41> <0041>" in table
