"""Packs everything in a PDF that is no stream of its own, so that a tagged paper is small enough to mail.

The structure of a tagged paper is thousands of tiny objects, which ReportLab writes one by one and unpacked.
Object streams (ISO 32000-1, 7.5.7) and a cross-reference stream (7.5.8) are allowed by PDF/A-2 and PDF/UA-1.
"""

from __future__ import annotations

import struct
import zlib
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

from reportlab.pdfbase import pdfdoc

if TYPE_CHECKING:
    from collections.abc import Iterator

_IN_ONE_STREAM = 200
_FREE, _BY_ITSELF, _PACKED = 0, 1, 2
_ENTRY = struct.Struct(">BIH")
"""One row of the cross-reference: what it is, where or in which stream, and its place there."""


class _Entry(NamedTuple):
    kind: int
    where: int
    place: int = 0


def packed(document: Any) -> bytes:
    """Return the bytes of a finished ReportLab document; they take the place of its own `format`."""
    file = pdfdoc.PDFFile(document._pdfVersion)  # noqa: SLF001
    root, info = document.Reference(document.Catalog), document.Reference(document.info)
    entries = {0: _Entry(_FREE, 0)}
    small: list[tuple[int, bytes]] = []
    for number, content in _objects(document):
        if content.endswith(b"endstream"):
            entries[number] = _Entry(_BY_ITSELF, _add(file, number, content))
        else:
            small.append((number, content))
    numbers = count(len(document.numberToId) + 1)
    for first in range(0, len(small), _IN_ONE_STREAM):
        group = small[first : first + _IN_ONE_STREAM]
        holder = next(numbers)
        entries[holder] = _Entry(_BY_ITSELF, _add(file, holder, _object_stream(group)))
        entries |= {number: _Entry(_PACKED, holder, place) for place, (number, _) in enumerate(group)}
    last = next(numbers)
    entries[last] = _Entry(_BY_ITSELF, file.offset)
    about = b"/Root %s /Info %s /ID %s" % (root.format(document), info.format(document), document.ID())
    start = _add(file, last, _cross_reference([entries[number] for number in range(last + 1)], about))
    file.add(b"startxref\n%d\n%%%%EOF\n" % start)
    return bytes(file.format(document))


def _objects(document: Any) -> Iterator[tuple[int, bytes]]:
    """Yield each object as it is written; writing one may add others."""
    for number in count(1):
        if number not in document.numberToId:
            return
        thing = document.idToObject[document.numberToId[number]]
        yield number, pdfdoc.format(thing, document, toplevel=1).rstrip(b"\n")


def _add(file: Any, number: int, content: bytes) -> int:
    """Write an object of its own and return where it begins."""
    where: int = file.add(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    return where


def _object_stream(group: list[tuple[int, bytes]]) -> bytes:
    index, offset = [], 0
    for number, content in group:
        index.append(b"%d %d" % (number, offset))
        offset += len(content) + 1
    head = b" ".join(index) + b"\n"
    body = head + b"\n".join(content for _, content in group)
    return _stream(b"/Type /ObjStm /N %d /First %d" % (len(group), len(head)), body)


def _cross_reference(entries: list[_Entry], about: bytes) -> bytes:
    rows = b"".join(_ENTRY.pack(*entry) for entry in entries)
    return _stream(b"/Type /XRef /Size %d /W [1 4 2] %s" % (len(entries), about), rows)


def _stream(about: bytes, body: bytes) -> bytes:
    small = zlib.compress(body)
    head = b"<< %s /Filter /FlateDecode /Length %d >>" % (about, len(small))
    return head + b"\nstream\n" + small + b"\r\nendstream"
