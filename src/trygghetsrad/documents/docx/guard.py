"""Word files from outside, checked before anything reads them: size, zip bombs, locks, macros, entities."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Final

from trygghetsrad.domain.errors import Refused, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_BYTES: Final = 20_000_000
MOST_UNPACKED: Final = 60_000_000
MOST_PARTS: Final = 2_000
MOST_RATIO: Final = 200
# A few short parts compress well without being a bomb.
_SMALL: Final = 1_000_000
_CHUNK: Final = 64 * 1024
_ENCRYPTED: Final = 0x1
_OLD_FORMAT: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_BODY: Final = "word/document.xml"
_TYPES: Final = "[Content_Types].xml"
_DTD: Final = tuple(
    mark.encode(code) for mark in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be")
)
_TEMPLATE: Final = b"wordprocessingml.template.main+xml"
_DOCUMENT: Final = b"wordprocessingml.document.main+xml"
_MACROS: Final = ("vbaproject.bin", "vbadata.xml")


def checked_word(data: bytes, name: str) -> bytes:
    """Return a Word document, or a template as the document it is made for, that is safe to read.

    The sizes an archive states about itself may be lies, so bytes are counted while they are read, and the
    copy is written without compression. Raises Refused.
    """
    said = f"”{one_line(name)}”"
    _check_outside(data, said)
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            parts = _unpacked(packed, said)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise Refused(
            f"{said} är skadad och gick inte att läsa. Inget har ändrats. Välj en annan fil."
        ) from error
    _check_parts(parts, said)
    parts[_TYPES] = parts[_TYPES].replace(_TEMPLATE, _DOCUMENT)
    return _packed(parts)


def _check_outside(data: bytes, said: str) -> None:
    if len(data) > MOST_BYTES:
        raise Refused(f"{said} är större än 20 MB. Inget har ändrats. Välj en mindre fil.")
    if data.startswith(_OLD_FORMAT):
        if _LOCKED in data:
            raise Refused(f"{said} är låst med lösenord. Inget har ändrats. Ta bort lösenordet i Word först.")
        raise Refused(
            f"{said} är i Words äldre format (.doc). Inget har ändrats. Spara den som .docx i Word först."
        )
    if not data.startswith(b"PK"):
        raise Refused(f"{said} är ingen Word-fil (.docx). Inget har ändrats. Välj en annan fil.")


def _unpacked(packed: zipfile.ZipFile, said: str) -> dict[str, bytes]:
    # By name, since two entries may share one: readers take the last.
    entries = [entry for entry in packed.NameToInfo.values() if not entry.is_dir()]
    stated = sum(entry.file_size for entry in entries)
    compressed = sum(entry.compress_size for entry in entries)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise Refused(f"{said} är låst med lösenord. Inget har ändrats. Ta bort lösenordet i Word först.")
    too_many = len(packed.infolist()) > MOST_PARTS or stated > MOST_UNPACKED
    if too_many or stated > max(_SMALL, compressed * MOST_RATIO):
        raise _too_big(said)
    parts, left = {}, MOST_UNPACKED
    for entry in entries:
        parts[entry.filename] = _read(packed, entry, left, said)
        left -= len(parts[entry.filename])
    return parts


def _read(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int, said: str) -> bytes:
    read = bytearray()
    with packed.open(entry) as source:
        while chunk := source.read(_CHUNK):
            read += chunk
            if len(read) > left:
                raise _too_big(said)
    return bytes(read)


def _too_big(said: str) -> Refused:
    return Refused(f"{said} blir orimligt stor när den packas upp. Inget har ändrats. Välj en annan fil.")


def _check_parts(parts: dict[str, bytes], said: str) -> None:
    if _BODY not in parts or _TYPES not in parts:
        raise Refused(f"{said} är ingen Word-fil (.docx). Inget har ändrats. Välj en annan fil.")
    if _has_macros(parts, parts[_TYPES]):
        raise Refused(
            f"{said} innehåller makron. Inget har ändrats. Spara den som .docx eller .dotx i Word först."
        )
    texts = (data for part, data in parts.items() if part.lower().endswith((".xml", ".rels")))
    if any(mark in data for data in texts for mark in _DTD):
        raise Refused(f"{said} är uppbyggd så att den kan göra skada. Inget har ändrats. Välj en annan fil.")


def _has_macros(names: Iterable[str], types: bytes) -> bool:
    return b"macroEnabled" in types or any(name.lower().endswith(_MACROS) for name in names)


def _packed(parts: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return target.getvalue()
