"""A Word file as the zip it is: an empty one of ours, and the same bytes for the same contents."""

from __future__ import annotations

from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from trygghetsrad.documents.docx.styles import FOLDER
from trygghetsrad.paths import resources

if TYPE_CHECKING:
    from datetime import datetime

_FIRST = "[Content_Types].xml"
_PARTS = MappingProxyType(
    {
        _FIRST: "content_types.xml",
        "_rels/.rels": "package_links.xml",
        "docProps/app.xml": "app.xml",
        "docProps/core.xml": "core.xml",
        "word/_rels/document.xml.rels": "document_links.xml",
        "word/document.xml": "document.xml",
        "word/numbering.xml": "numbering.xml",
        "word/settings.xml": "settings.xml",
        "word/styles.xml": "styles.xml",
    }
)
# No zip tells of a time before this.
_EARLIEST_YEAR = 1980


def empty_file() -> BytesIO:
    """Return a Word file without text, with our styles."""
    target = BytesIO()
    with ZipFile(target, "w") as made:
        for place, name in _PARTS.items():
            made.writestr(place, (resources() / FOLDER / name).read_bytes())
    target.seek(0)
    return target


def packed_alike(data: bytes, moment: datetime) -> bytes:
    """Return the zip with its parts in one order and one time, so that the same paper is the same bytes."""
    stamp = max(moment.timetuple()[:6], (_EARLIEST_YEAR, 1, 1, 0, 0, 0))
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w") as made:
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST, name)):
            # A zip counts seconds in pairs.
            about = ZipInfo(name, date_time=(*stamp[:5], stamp[5] // 2 * 2))
            about.compress_type = ZIP_DEFLATED
            about.create_system = 0
            made.writestr(about, source.read(name))
    return target.getvalue()
