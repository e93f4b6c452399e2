"""Pictures in a Word file: read with care, each with the sentence that says what it shows."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx.image.exceptions import UnrecognizedImageError
from docx.shared import Emu
from PIL import Image, UnidentifiedImageError

_FORMATS = ("PNG", "JPEG")
# Enough for 300 dots to the inch across the text.
_MOST_PIXELS = 2_000
_EMU_TO_POINT = 12_700


class UnreadablePicture(ValueError):
    """The bytes are no picture we can print."""


def picture_run(story: Any, data: bytes, alt: str, most_width: float, most_height: float) -> Any:
    """Return a run with a picture that fits, sizes in points; raises UnreadablePicture."""
    plain, (width, height) = _read(data)
    scale = min(most_width / width, most_height / height) * _EMU_TO_POINT
    run = story.add_paragraph().add_run()
    try:
        shape = run.add_picture(BytesIO(plain), Emu(int(width * scale)), Emu(int(height * scale)))
    except UnrecognizedImageError as error:
        raise UnreadablePicture(len(data)) from error
    finally:
        made = run._element  # noqa: SLF001 - python-docx hands out the XML no other way
        made.getparent().getparent().remove(made.getparent())
    about = shape._inline.docPr  # noqa: SLF001
    about.set("descr", alt)
    about.set("name", "Bild")
    return made


def _read(data: bytes) -> tuple[bytes, tuple[int, int]]:
    """Return the picture as PNG without what else the file carried, such as where it was taken."""
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as picture:
            picture.thumbnail((_MOST_PIXELS, _MOST_PIXELS))
            plain = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadablePicture(len(data)) from error
    target = BytesIO()
    plain.save(target, "PNG")
    return target.getvalue(), plain.size
