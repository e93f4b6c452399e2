"""Pictures that come from outside: read with care, in colours an archive accepts."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image, UnidentifiedImageError
from reportlab.lib.utils import ImageReader

# Enough for 300 dots to the inch across the text.
_MOST_PIXELS = 2_000
_FORMATS = ("PNG", "JPEG")


class UnreadablePicture(ValueError):
    """The bytes are no picture we can print."""


def read_picture(data: bytes, most_width: float, most_height: float) -> tuple[Any, tuple[float, float]]:
    """Return the picture and the size that fits; raises UnreadablePicture."""
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as picture:
            picture.thumbnail((_MOST_PIXELS, _MOST_PIXELS))
            plain = picture.convert("RGBA" if _see_through(picture) else "RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadablePicture(len(data)) from error
    width, height = plain.size
    scale = min(most_width / width, most_height / height)
    return ImageReader(plain), (width * scale, height * scale)


def _see_through(picture: Image.Image) -> bool:
    return picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info
