"""Draws the program's icon for Windows: the shield, white on the accent, in every size Windows asks for."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
GROUND = QColor("#0B5A75")
# Larger than this is kept as PNG, which Windows reads only for large icons everywhere.
LARGEST_BITMAP = 64


def drawn(shield: bytes, size: int) -> QImage:
    """Return the icon in one size."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(GROUND)
    painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.2, size * 0.2)
    edge = size * 0.12
    white = shield.replace(b"<path ", b'<path fill="#fff" ')
    QSvgRenderer(QByteArray(white)).render(painter, QRectF(edge, edge, size - 2 * edge, size - 2 * edge))
    painter.end()
    return image


def entry(image: QImage) -> bytes:
    """Return one picture as an icon file holds it: a bitmap from the bottom up with a mask, or a PNG."""
    size = image.width()
    if size > LARGEST_BITMAP:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(buffer.data().data())
    head = struct.pack("<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, 0, 0, 0, 0, 0)
    pixels = bytes(image.constBits())
    rows = [pixels[row * size * 4 : (row + 1) * size * 4] for row in reversed(range(size))]
    return head + b"".join(rows) + bytes((size + 31) // 32 * 4 * size)


def icon_file(images: list[QImage]) -> bytes:
    """Return the whole .ico."""
    entries = [entry(image) for image in images]
    offset = 6 + 16 * len(entries)
    table = b""
    for image, data in zip(images, entries, strict=True):
        side = image.width() % 256
        table += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return struct.pack("<HHH", 0, 1, len(entries)) + table + b"".join(entries)


def main() -> None:
    shield, target = Path(sys.argv[1]).read_bytes(), Path(sys.argv[2])
    target.write_bytes(icon_file([drawn(shield, size) for size in SIZES]))


if __name__ == "__main__":
    main()
