"""The fonts that documents are set in, read once."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, cast

from trygghetsrad.paths import resources

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

REGULAR = "SourceSans3-Regular"
SEMIBOLD = "SourceSans3-Semibold"
_WORDS = 8_192


@cache
def load_fonts() -> AbstractSet[int]:
    """Register the fonts with ReportLab and return the characters all of them can draw."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    glyphs: set[int] | None = None
    for name in (REGULAR, SEMIBOLD):
        font = TTFont(name, str(resources() / "fonts" / f"{name}.ttf"))
        # Words recur: how wide each one is gets added up once.
        cast("Any", font).stringWidth = lru_cache(_WORDS)(font.stringWidth)
        registerFont(font)
        drawable = set(font.face.charToGlyph)
        glyphs = drawable if glyphs is None else glyphs & drawable
    return frozenset(glyphs or ())
