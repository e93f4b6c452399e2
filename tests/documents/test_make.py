"""The front door of the documents."""

from __future__ import annotations

import subprocess
import sys

import pytest

from documents.papers import ALL_PAPERS
from trygghetsrad.documents.make import DOCUMENT_KINDS, build


@pytest.mark.parametrize("make", ALL_PAPERS.values(), ids=ALL_PAPERS)
def test_every_paper_has_a_builder(make):
    assert build(make()).meta.title


def test_every_kind_has_its_swedish_name():
    assert DOCUMENT_KINDS["atgardslista"] == "Åtgärdslista"
    assert all(key.isascii() and title for key, title in DOCUMENT_KINDS.items())


def test_asking_for_documents_does_not_load_the_pdf_library():
    code = (
        "import sys, trygghetsrad.documents.make, trygghetsrad.documents.pdf.writer, trygghetsrad.documents.saving;"
        "assert not {'reportlab', 'PIL', 'sqlalchemy', 'PySide6'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
