"""Put the pages of a PDF on paper."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

from trygghetsrad.ui.components.pdf_source import PDFIUM

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_MOST_DPI = 300


def has_printer() -> bool:
    """Say whether the computer knows any printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def choose_printer(parent: QWidget) -> QPrinter | None:
    """Let the coordinator choose a printer and copies; None when she changes her mind."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def print_pdf(pdf: bytes, printer: QPrinter) -> int:
    """Draw every page on the printer; return how many there were."""
    # Imported here: most days nothing is printed.
    import pypdfium2

    printer.setFullPage(True)
    painter = QPainter(printer)
    with PDFIUM, closing(pypdfium2.PdfDocument(pdf)) as document:
        total = len(document)
        try:
            for place in range(total):
                if place:
                    printer.newPage()
                _draw(painter, document[place], printer)
        finally:
            painter.end()
    return total


def _draw(painter: QPainter, page: object, printer: QPrinter) -> None:
    dpi = min(printer.resolution(), _MOST_DPI)
    bitmap = page.render(scale=dpi / 72, rev_byteorder=True)  # type: ignore[attr-defined]
    kind = QImage.Format.Format_RGBA8888 if bitmap.n_channels == 4 else QImage.Format.Format_RGB888
    picture = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, kind)
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    factor = min(paper.width() / picture.width(), paper.height() / picture.height())
    where = QRectF(0, 0, picture.width() * factor, picture.height() * factor)
    where.moveCenter(QRectF(0, 0, paper.width(), paper.height()).center())
    painter.drawImage(where, picture)
