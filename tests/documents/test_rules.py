"""A document that somebody could not read cannot be made."""

from __future__ import annotations

import pytest

from documents.papers import a_letterhead
from trygghetsrad.documents.blocks import (
    Box,
    Bullets,
    Cell,
    Column,
    Figure,
    Group,
    Heading,
    KeyValues,
    Para,
    SignatureLine,
    Signatures,
    Table,
)
from trygghetsrad.documents.drawing import Drawing
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.documents.rules import BadDocument

TITLE = Heading(1, "Titel")
COLUMN = Column("Namn")


def a_table(**changes):
    return Table(**{"summary": "Namn", "columns": (COLUMN,), "rows": ((Cell("Eva"),),)} | changes)


def a_document(*blocks, **about):
    meta = {"title": "Titel", "kind": "Kallelse", "letterhead": a_letterhead()} | about
    return Document(Meta(**meta), blocks)


@pytest.mark.parametrize(
    ("blocks", "wrong"),
    [
        ((), "document without heading"),
        ((Para("Text"),), "document without heading"),
        ((Heading(2, "Först"),), "heading level skipped"),
        ((TITLE, Heading(3, "För djupt")), "heading level skipped"),
        ((TITLE, Heading(1, "En till")), "second title"),
        ((TITLE, Box((Heading(3, "För djupt"),))), "heading level skipped"),
        ((TITLE, Heading(2, " ")), "empty text"),
        ((TITLE, Para("")), "empty text"),
        ((TITLE, Bullets(())), "empty list or item"),
        ((TITLE, Bullets(("ett", " "))), "empty list or item"),
        ((TITLE, KeyValues((("", ("värde",)),))), "value without label"),
        ((TITLE, a_table(columns=())), "table without header"),
        ((TITLE, a_table(columns=(Column(""),))), "table without header"),
        ((TITLE, a_table(summary="")), "table without summary"),
        ((TITLE, a_table(rows=())), "table without rows"),
        ((TITLE, a_table(rows=((Cell("a"), Cell("b")),))), "table row of wrong length"),
        ((TITLE, a_table(rows=(Group(""),))), "group of rows without title"),
        ((TITLE, a_table(row_header=1)), "table without the column that names its rows"),
        ((TITLE, Figure(picture=b"", alt=" ")), "figure without alternative text"),
        ((TITLE, Drawing(shapes=(), width=10, height=10, alt=" ")), "figure without alternative text"),
        ((TITLE, Signatures((SignatureLine("", "Eva"),))), "signature line without role"),
        ((TITLE, Box(())), "empty box"),
    ],
)
def test_a_bad_document_is_refused_with_what_is_wrong(blocks, wrong):
    with pytest.raises(BadDocument) as refused:
        a_document(*blocks)
    assert refused.value.wrong == wrong


def test_a_document_without_title_kind_or_language_is_refused():
    with pytest.raises(BadDocument, match="without title"):
        a_document(TITLE, title=" ")
    with pytest.raises(BadDocument, match="without kind"):
        a_document(TITLE, kind="")
    with pytest.raises(BadDocument, match="without language"):
        a_document(TITLE, language=" ")


def test_headings_may_step_back_any_number_of_levels():
    assert a_document(TITLE, Heading(2, "a"), Heading(3, "b"), Heading(2, "c"))
