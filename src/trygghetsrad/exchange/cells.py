"""Text on its way out into tables and file names, made harmless for the program that opens them."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Excel and LibreOffice take these first signs for a formula, the wide ones in some languages.
_FORMULA_START = re.compile(r"[\s\u200b\ufeff]*[=+\-@＝＋－＠]|[\t\r\n]")
_NUMBER = re.compile(r"\+[\d ()-]*\d|[+-]?\d+(?:,\d+)?|-")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def csv_text(value: object) -> str:
    """Return a value as a Swedish Excel reads it, never as a formula; phone numbers stay as they are."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return _harmless(value) if isinstance(value, str) else _number_or_time(value)


def write_csv(rows: Iterable[Sequence[object]]) -> bytes:
    """Return a CSV file for a Swedish Excel: UTF-8 with its mark, semicolons, CRLF, every cell quoted."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([csv_text(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _number_or_time(value: object) -> str:
    match value:
        case float() | Decimal():
            return f"{value}".replace(".", ",")
        case datetime():
            return f"{value:%Y-%m-%d %H.%M}"
        case time():
            return f"{value:%H.%M}"
        case int() | date():
            return str(value)
        case _:
            return _harmless(str(value))


def _harmless(text: str) -> str:
    clean = _NOT_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if _FORMULA_START.match(clean) and not _NUMBER.fullmatch(clean):
        return f"'{clean}"
    return clean


NAMELESS: Final = "namnlös"
# Windows gives up at 260 signs for the whole path, other systems at 255 bytes for the name.
_MOST_SIGNS: Final = 120
_MOST_BYTES: Final = 200
_LONGEST_SUFFIX: Final = 16
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\s*(?:\.|$))")
_FORBIDDEN = re.compile(r"[<>:\"/\\|?*]+")
_HIDDEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


def safe_filename(name: str) -> str:
    """Return a name that Windows, Linux and a USB stick all accept, in NFC, never a path or a device."""
    text = unicodedata.normalize("NFC", _HIDDEN.sub("", _NOT_TEXT.sub(" ", name)))
    text = " ".join(_FORBIDDEN.sub("-", text).split())
    # A leading dot hides a file on Linux; leading dots and dashes are what is left of ../.
    text = text.lstrip(".- ").rstrip(". ")
    if _RESERVED.match(text):
        text = f"_{text}"
    return _shortened(text) or NAMELESS


def _shortened(text: str) -> str:
    """Return the name cut to length in the middle, so that its ending is kept."""
    stem, dot, suffix = text.rpartition(".")
    ending = f"{dot}{suffix}" if stem and len(suffix) <= _LONGEST_SUFFIX else ""
    stem = text.removesuffix(ending)[: _MOST_SIGNS - len(ending)].rstrip(". ")
    while len(f"{stem}{ending}".encode()) > _MOST_BYTES:
        stem = stem[:-1].rstrip(". ")
    return f"{stem}{ending}"
