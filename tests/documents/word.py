"""A Word file as someone else's program reads it."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph


def opened(data: bytes):
    return docx.Document(BytesIO(data))


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def spoken(data: bytes) -> str:
    """Return all text of the body in the order it is read, on one line."""
    return flat(" ".join(_texts(opened(data))))


def _texts(document):
    for part in document.iter_inner_content():
        if isinstance(part, Paragraph):
            yield text_of(part._element)
        else:
            yield from _cells(part)


def _cells(table):
    for row in table._tbl.tr_lst:
        for cell in row.tc_lst:
            yield from (text_of(line) for line in cell.p_lst)


def text_of(line) -> str:
    """Return a paragraph's text; a soft hyphen is no text, a tab or a line end is a space."""
    pieces = []
    for part in line.iter(qn("w:t"), qn("w:tab"), qn("w:br")):
        if part.tag == qn("w:t"):
            pieces.append(part.text or "")
        elif part.getparent().tag == qn("w:r"):
            pieces.append(" ")
    return "".join(pieces)


def headings(data: bytes) -> list[tuple[int, str]]:
    return [
        (int(line.style.name.removeprefix("Heading ")), line.text.replace("\u00a0", " "))
        for line in opened(data).paragraphs
        if line.style.name.startswith("Heading ")
    ]


def parts(data: bytes) -> dict[str, str]:
    """Return the XML of the file by the name of its part."""
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return {
            name: packed.read(name).decode("utf-8")
            for name in packed.namelist()
            if name.endswith((".xml", ".rels"))
        }
