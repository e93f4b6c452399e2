"""What a finished paper says, as one line of text."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader

if TYPE_CHECKING:
    from trygghetsrad.domain.documents import Paper


def text(paper: Paper) -> str:
    pages = PdfReader(BytesIO(paper.content)).pages
    return " ".join("\n".join(page.extract_text() for page in pages).split())
