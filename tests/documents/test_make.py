"""The front door of the documents."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from documents.papers import ALL_PAPERS
from trygghetsrad.documents.make import DOCUMENT_KINDS, build, file_name

DAY = date(2026, 12, 8)


@pytest.mark.parametrize("make", ALL_PAPERS.values(), ids=ALL_PAPERS)
def test_every_paper_has_a_builder(make):
    assert build(make()).meta.title


def test_the_file_is_named_by_day_kind_and_meeting():
    assert file_name("kallelse", DAY, "möte 4") == "2026-12-08 Kallelse möte 4.pdf"
    assert file_name("kallelse", DAY, "möte 4/2026") == "2026-12-08 Kallelse möte 4-2026.pdf"
    assert file_name("ledamoter", DAY, "") == "2026-12-08 Förteckning över ledamöter.pdf"


@pytest.mark.parametrize(
    "title",
    [
        "../../evil",
        "..\\x",
        "a:b",
        "a\x00b",
        "a\nb",
        "\u202efdp.exe",
        '<>|?*"',
        "fil.",
        "fil ",
        "x" * 300,
        "CON",
    ],
)
def test_no_title_leads_out_of_the_folder_or_breaks_a_file_system(title):
    name = file_name("protokoll", DAY, title)
    assert name.startswith("2026-12-08 Protokoll")
    assert not set('/\\:*?"<>|\x00\n\u202e') & set(name)
    assert len(name.encode()) < 255
    assert not name.removesuffix(".pdf").endswith((" ", "."))


def test_every_kind_has_its_swedish_name():
    assert DOCUMENT_KINDS["atgardslista"] == "Åtgärdslista"
    assert all(key.isascii() and title for key, title in DOCUMENT_KINDS.items())


def test_asking_for_documents_does_not_load_the_pdf_library():
    code = (
        "import sys, trygghetsrad.documents.make, trygghetsrad.documents.pdf.writer, trygghetsrad.documents.saving;"
        "assert not {'reportlab', 'PIL', 'sqlalchemy', 'PySide6'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
