"""PDF files that others have made: whether they can be read, what they say, and their pages as they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfDocument

# A file that says it has more is built to choke programs.
_MOST_PAGES = 5_000


class PdfFault(StrEnum):
    PROTECTED = "protected"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class PdfSight:
    """How many pages a PDF has, or what is wrong with it."""

    pages: int = 0
    fault: PdfFault | None = None


def look_into(content: bytes) -> PdfSight:
    """Return what can be said of a PDF; nothing it contains makes this fail."""
    from pypdfium2 import PdfDocument, PdfiumError
    from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

    try:
        pdf = PdfDocument(content)
    except PdfiumError as error:
        locked = error.err_code in {FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY}
        return PdfSight(fault=PdfFault.PROTECTED if locked else PdfFault.DAMAGED)
    try:
        if _is_encrypted(pdf):
            return PdfSight(fault=PdfFault.PROTECTED)
        if not 0 < len(pdf) <= _MOST_PAGES:
            return PdfSight(fault=PdfFault.DAMAGED)
        pdf[0].close()
        return PdfSight(pages=len(pdf))
    except PdfiumError:
        return PdfSight(fault=PdfFault.DAMAGED)
    finally:
        pdf.close()


def text_of(content: bytes, most_pages: int = 40) -> str:
    """Return the text of the first pages; a scanned or unreadable file has none."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        pdf = PdfDocument(content)
    except PdfiumError:
        return ""
    try:
        return "\n".join(_texts(pdf, most_pages))
    finally:
        pdf.close()


def bare_pages(content: bytes) -> bytes:
    """Return a new PDF with the pages alone: no scripts, attached files, forms or bookmarks of the file.

    Raises ValueError where a page cannot be taken over.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        source, target = PdfDocument(content), PdfDocument.new()
        try:
            target.import_pages(source)
            out = BytesIO()
            target.save(out)
            return out.getvalue()
        finally:
            target.close()
            source.close()
    except PdfiumError as error:
        raise ValueError(str(error)) from error


def _texts(pdf: PdfDocument, most_pages: int) -> Iterator[str]:
    from pypdfium2 import PdfiumError

    for place in range(min(len(pdf), most_pages)):
        try:
            page = pdf[place]
            text = page.get_textpage()
            yield text.get_text_bounded()
            text.close()
            page.close()
        except PdfiumError:
            continue


def _is_encrypted(pdf: PdfDocument) -> bool:
    from pypdfium2.raw import FPDF_GetSecurityHandlerRevision

    return bool(FPDF_GetSecurityHandlerRevision(pdf.raw) >= 0)
