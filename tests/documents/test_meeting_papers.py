"""The papers around one meeting: valid, read aloud in order, and safe with whatever people write."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import page
import pytest
from pypdf import PdfReader

from documents.meeting_papers import MEETING_PAPERS, poisoned
from documents.reading import said
from documents.structure import Reading, problems
from trygghetsrad.documents.make import build
from trygghetsrad.documents.pdf.writer import render_pdf

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOSTILE = [
    "<script>alert(1)</script> & <b>x",
    "=cmd|' /C calc'!A0",
    "\u202eomvänt\x00 \ufffe 🙂 漢字",
    "Ett-mycket-långt-ord-utan-mellanslag" * 30,
]


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(params=MEETING_PAPERS)
def facts(request):
    return MEETING_PAPERS[request.param]()


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_an_independent_validator_finds_no_fault(facts, profile, tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(render_pdf(build(facts), fixed_time=NOON).data)
    found = page.validate_pdf(str(path), profile=profile)
    assert found.is_compliant, found


def test_our_own_reading_finds_no_fault_and_the_order_is_that_of_the_document(facts):
    document = build(facts)
    data = render_pdf(document, fixed_time=NOON).data
    assert problems(data) == []
    reading = Reading(data)
    heard = " ".join(
        reading.text_of(part) for part in reading.elements() if part.marked and part.role != "Figure"
    )
    assert squeezed(heard) == squeezed(" ".join(said(document)))


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_people_write_is_printed_as_text(facts, text):
    data = render_pdf(build(poisoned(facts, text)), fixed_time=NOON).data
    assert problems(data) == []
    printed = "".join(part.extract_text() for part in PdfReader(BytesIO(data)).pages)
    assert squeezed(text)[:8].split("\x00")[0].strip("\u202e") in squeezed(printed)
