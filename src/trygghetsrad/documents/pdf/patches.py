"""Three places where ReportLab 5.1 writes what PDF/A and PDF/UA do not accept.

Each has a test that fails without it; the version is pinned for their sake.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, cast

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, ttfonts

_MOST_PER_BLOCK = 100
_NAMES = 512


@cache
def patch_reportlab() -> None:
    """Mend ReportLab in place, once."""
    stream, metadata, fonts = cast("Any", pdfdoc.PDFStream), cast("Any", pdfdoc.XMP), cast("Any", ttfonts)
    stream.format = _format_stream
    metadata.format = _format_metadata
    fonts.makeToUnicodeCMap = to_unicode_map
    # Streams as bytes and not as text: a fifth smaller, and made sooner.
    cast("Any", rl_config).useA85 = 0
    # The same names stand in every element of the structure.
    cast("Any", pdfdoc).PDFName = lru_cache(_NAMES)(pdfdoc.PDFName)


# As they came, so that the tests can show what each repair is for.
STOCK: dict[str, Any] = {
    "pdfdoc.PDFStream": pdfdoc.PDFStream.format,
    "pdfdoc.XMP": pdfdoc.XMP.format,
    "ttfonts": ttfonts.makeToUnicodeCMap,
}


def _format_stream(stream: Any, document: Any) -> bytes:
    """Put a line end before endstream (ISO 19005-2, 6.1.7.1)."""
    written: bytes = STOCK["pdfdoc.PDFStream"](stream, document)
    end = b"endstream\n"
    # Both signs: a lone one after a stream that ends with the other would be taken for a part of it.
    return written[: -len(end)] + b"\r\n" + end


def _format_metadata(metadata: Any, document: Any) -> bytes:
    """Write the metadata unfiltered, with their length in bytes (ISO 19005-2, 6.6.2.1)."""
    content: bytes = metadata.makeContent(document).encode("utf-8")
    head = b"<< /Type /Metadata /Subtype /XML /Length %d >>" % len(content)
    return head + b"\nstream\n" + content + b"\nendstream\n"


def to_unicode_map(font_name: str, subset: list[int]) -> str:
    """Map only the codes that stand for a character, at most 100 in a block (ISO 32000-1, 9.10.3)."""
    used = [(code, character) for code, character in enumerate(subset) if character]
    blocks = [used[start : start + _MOST_PER_BLOCK] for start in range(0, len(used), _MOST_PER_BLOCK)]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo",
        f"<< /Registry ({font_name})",
        f"/Ordering ({font_name})",
        "/Supplement 0",
        ">> def",
        f"/CMapName /{font_name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines.append(f"{len(block)} beginbfchar")
        lines += [
            f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>" for code, character in block
        ]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
