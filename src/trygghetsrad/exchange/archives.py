"""Files that are zip archives inside (Excel, Word), checked and measured before anything reads them."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from trygghetsrad.domain.contacts import ImportRefused, RefusalReason

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_UNPACKED: Final = 20 * 1024 * 1024
MAX_ENTRIES: Final = 2_000
MAX_RATIO: Final = 200
# A few short parts compress well without being a bomb.
_SMALL: Final = 256 * 1024
_CHUNK: Final = 64 * 1024
_ENCRYPTED: Final = 0x1
_PICTURES: Final = ("xl/media/", "xl/embeddings/", "docProps/thumbnail")
_OTHER_FORMATS: Final = (
    ("word/document.xml", "ett Worddokument"),
    ("ppt/presentation.xml", "en Powerpointpresentation"),
    ("mimetype", "en fil från LibreOffice eller OpenOffice"),
    ("xl/workbook.bin", "en binär Excelfil (.xlsb)"),
    ("Index/Document.iwa", "en fil från Numbers eller Pages"),
)


def unpacked(data: bytes) -> io.BytesIO:
    """Return the archive rewritten without compression, so that no reader after this one meets a bomb.

    Raises ImportRefused (TOO_BIG, ENCRYPTED, OTHER_FORMAT, DAMAGED). Bytes are counted while they are read:
    the sizes an archive states about itself may be lies.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = _sound_entries(archive)
            refuse_other_formats(entry.filename for entry in entries)
            return _copied(archive, entries)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise ImportRefused(RefusalReason.DAMAGED) from error


def refuse_other_formats(names: Iterable[str]) -> None:
    """Raise ImportRefused OTHER_FORMAT when the parts belong to another kind of document."""
    present = set(names)
    for name, what in _OTHER_FORMATS:
        if name in present:
            raise ImportRefused(RefusalReason.OTHER_FORMAT, {"what": what})


def _sound_entries(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    # By name, since two entries may share one: readers take the last.
    entries = list(archive.NameToInfo.values())
    stated = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(archive.infolist()) > MAX_ENTRIES or stated > MAX_UNPACKED:
        raise ImportRefused(RefusalReason.TOO_BIG, {"limit": "20 MB uppackad"})
    if stated > max(_SMALL, packed * MAX_RATIO):
        raise ImportRefused(RefusalReason.TOO_BIG, {"limit": "20 MB uppackad"})
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise ImportRefused(RefusalReason.ENCRYPTED)
    return [entry for entry in entries if not entry.is_dir()]


def _copied(archive: zipfile.ZipFile, entries: Iterable[zipfile.ZipInfo]) -> io.BytesIO:
    copy = io.BytesIO()
    left = MAX_UNPACKED
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as plain:
        for entry in entries:
            if entry.filename.startswith(_PICTURES):
                continue
            with archive.open(entry) as source, plain.open(entry.filename, "w") as target:
                while chunk := source.read(_CHUNK):
                    left -= len(chunk)
                    if left < 0:
                        raise ImportRefused(RefusalReason.TOO_BIG, {"limit": "20 MB uppackad"})
                    target.write(chunk)
    copy.seek(0)
    return copy
