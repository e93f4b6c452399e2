"""Bytes of a text file from any program, read as Swedish text or refused."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from trygghetsrad.domain.contacts import ImportRefused, RefusalReason

MAX_BYTES = 10 * 1024 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = re.compile(r"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
# å ä ö in UTF-8. Where they stand in a file that is not UTF-8, a byte is broken; it is no older file.
_UTF8_LETTER = re.compile(rb"\xc3[\x80-\xbf]")


@dataclass(frozen=True, slots=True, kw_only=True)
class DecodedText:
    """Text and the character set it was written in (a Python codec name)."""

    text: str
    charset: str


def decode(data: bytes) -> DecodedText:
    """Return the text by its mark, else as strict UTF-8, else as Windows Swedish (cp1252).

    Raises ImportRefused (EMPTY, TOO_BIG, UNREADABLE); what is binary or of two minds is never guessed at.
    """
    if len(data) > MAX_BYTES:
        raise ImportRefused(RefusalReason.TOO_BIG)
    marked = next((charset for mark, charset in _MARKS if data.startswith(mark)), None)
    decoded = _decoded_as(data, marked or "utf-8")
    if decoded is None and not marked and not _UTF8_LETTER.search(data):
        decoded = _decoded_as(data, "cp1252")
    if decoded is None or _BINARY.search(decoded.text):
        raise ImportRefused(RefusalReason.UNREADABLE)
    if not decoded.text.strip():
        raise ImportRefused(RefusalReason.EMPTY)
    return decoded


def _decoded_as(data: bytes, charset: str) -> DecodedText | None:
    try:
        return DecodedText(text=data.decode(charset), charset=charset)
    except UnicodeDecodeError:
        return None
