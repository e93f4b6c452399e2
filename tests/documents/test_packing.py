"""A tagged PDF is packed, so that a long protokoll is small enough to mail; nothing else about it changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pypdf import PdfReader
from reportlab.pdfbase import pdfdoc

from documents.papers import ITEMS, the_minutes
from documents.structure import Reading
from trygghetsrad.documents.make import build
from trygghetsrad.documents.pdf import canvas
from trygghetsrad.documents.pdf.writer import render_pdf

if TYPE_CHECKING:
    from trygghetsrad.documents.model import Document

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def long_minutes() -> Document:
    return build(replace(the_minutes(), items=ITEMS * 20))


@pytest.fixture
def packed(long_minutes: Document) -> bytes:
    return render_pdf(long_minutes, fixed_time=NOON).data


@pytest.fixture
def unpacked(long_minutes: Document, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """The same paper as ReportLab alone writes it."""
    monkeypatch.setattr(canvas, "packed", pdfdoc.PDFDocument.format)
    return render_pdf(long_minutes, fixed_time=NOON).data


def test_a_long_protokoll_is_little_more_than_half_as_large(packed: bytes, unpacked: bytes) -> None:
    assert len(packed) < 0.65 * len(unpacked)


def test_the_packed_paper_says_the_same_in_the_same_structure(packed: bytes, unpacked: bytes) -> None:
    pages = [[page.extract_text() for page in PdfReader(BytesIO(data)).pages] for data in (packed, unpacked)]
    assert pages[0] == pages[1]
    assert len(pages[0]) > 5
    assert _heard(packed) == _heard(unpacked)


def _heard(data: bytes) -> list[tuple[str, str]]:
    reading = Reading(data)
    return [(element.role, reading.text_of(element)) for element in reading.elements()]


def test_another_program_finds_nothing_to_repair(packed: bytes) -> None:
    with pikepdf.open(BytesIO(packed)) as paper:
        assert paper.check_pdf_syntax() == []
        assert paper.Root.MarkInfo.Marked
        assert str(paper.docinfo.Title)
        assert len(paper.trailer.ID) == 2


def test_every_object_is_found_where_the_index_says(packed: bytes, unpacked: bytes) -> None:
    """One more for each stream of objects and one for the index itself, and none is lost."""
    with pikepdf.open(BytesIO(packed)) as small, pikepdf.open(BytesIO(unpacked)) as large:
        known = [one for one in small.objects if not (isinstance(one, pikepdf.Stream) and _is_wrapping(one))]
        assert len(known) == len(large.objects)


def _is_wrapping(stream: pikepdf.Stream) -> bool:
    return stream.get("/Type") in {pikepdf.Name.ObjStm, pikepdf.Name.XRef}
