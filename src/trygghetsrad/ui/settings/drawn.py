"""Draws a coat of arms that comes as SVG, sharp enough for print."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from trygghetsrad.domain.errors import Refused

# A logo is at most 40 by 14 mm on paper; this is 600 dots to the inch, and half as much again.
_MOST = QSizeF(1420, 500)
_LEAST = 1


def drawn(drawing: bytes) -> bytes:
    """Return the drawing as PNG. Raises Refused when nothing can be drawn of it."""
    renderer = QSvgRenderer(QByteArray(drawing))
    shape = QSizeF(renderer.viewBoxF().size())
    if not renderer.isValid() or shape.isEmpty():
        raise Refused("SVG-filen är skadad och gick inte att läsa. Välj en annan, den gamla är kvar.")
    size = shape.scaled(_MOST, Qt.AspectRatioMode.KeepAspectRatio).toSize()
    if min(size.width(), size.height()) < _LEAST:
        raise Refused("Bilden är för smal för att synas. Välj en annan, den gamla är kvar.")
    picture = QImage(size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(picture.rect()))
    painter.end()
    if _is_blank(picture):
        raise Refused("Det syns inget i SVG-filen när den ritas. Spara den som PNG, den gamla är kvar.")
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(target, QByteArray(b"png")).write(picture)
    return bytes(target.data().data())


def _is_blank(picture: QImage) -> bool:
    """Tell whether every point is see-through."""
    blank = QImage(picture.size(), picture.format())
    blank.fill(Qt.GlobalColor.transparent)
    return picture == blank
