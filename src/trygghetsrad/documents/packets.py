"""Puts a handlingspaket together: our own tagged sheets, and between them the papers as they came."""

from __future__ import annotations

import dataclasses
from io import BytesIO
from typing import TYPE_CHECKING, Any

from trygghetsrad.documents.builders.notice import build_notice
from trygghetsrad.documents.builders.packet import build_packet
from trygghetsrad.documents.pdf.foreign import bare_pages
from trygghetsrad.documents.pdf.writer import PdfResult, render_pdf
from trygghetsrad.domain.papers.packets import Inclusion, PacketFacts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from pypdf import PageObject, PdfWriter

# What a page or a mark on it could start by itself.
_DEEDS = frozenset({"/Launch", "/JavaScript", "/SubmitForm", "/ImportData", "/GoToE", "/Rendition"})


def render_packet(facts: PacketFacts, *, fixed_time: datetime) -> PdfResult:
    """Return the packet with bookmarks.

    Only the sheets of our own are tagged, so the file claims to be neither PDF/UA nor PDF/A. A paper whose
    pages turn out to be unreadable is named on the cover instead.
    """
    facts, pages = _readable(facts)
    sheets = render_pdf(build_packet(facts), fixed_time=fixed_time)
    notice = facts.notice
    if not notice and facts.notice_draft is not None:
        notice = render_pdf(build_notice(facts.notice_draft), fixed_time=fixed_time).data
    titles = [f"{part.label} {part.title}" for part in facts.parts if part.is_here]
    content = _joined(
        sheets.data, [("Kallelse", notice)] if notice else [], list(zip(titles, pages, strict=True))
    )
    return dataclasses.replace(sheets, data=content)


def _readable(facts: PacketFacts) -> tuple[PacketFacts, list[bytes]]:
    parts, pages = [], []
    for part in facts.parts:
        shown = part
        if part.is_here:
            try:
                pages.append(bare_pages(part.content))
            except ValueError:
                shown = dataclasses.replace(part, inclusion=Inclusion.DAMAGED)
        parts.append(shown)
    return dataclasses.replace(facts, parts=tuple(parts)), pages


def _joined(
    sheets: bytes, opening: Sequence[tuple[str, bytes]], papers: Sequence[tuple[str, bytes]]
) -> bytes:
    """Return cover, opening and each paper behind its own sheet, with a bookmark for each."""
    from pypdf import PdfReader, PdfWriter

    own = PdfReader(BytesIO(sheets))
    starts = _sheet_starts(own, len(papers))
    title = own.metadata.title if own.metadata else ""
    writer = PdfWriter(clone_from=own)
    writer.root_object.pop("/Outlines", None)
    marks = [("Omslag", 0)]
    # From the end, so that the places before it hold.
    ends = [*starts[1:], len(own.pages)][: len(starts)]
    counts = [
        _insert(writer, content, end) for (_, content), end in reversed([*zip(papers, ends, strict=True)])
    ]
    front = starts[0] if starts else len(own.pages)
    opened = [(name, _insert(writer, content, front)) for name, content in opening]
    place = front
    for name, count in opened:
        marks.append((name, place))
        place += count
    for (name, _), start, end, count in zip(papers, starts, ends, reversed(counts), strict=True):
        marks.append((name, place))
        place += end - start + count
    for name, page in marks:
        writer.add_outline_item(title=name, page_number=page)
    _claim_nothing(writer, title or "")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _sheet_starts(own: Any, count: int) -> list[int]:
    """Return on which page each sheet begins; its heading is the bookmark of level 2."""
    found: list[int] = []
    for entry in own.outline:
        if isinstance(entry, list):
            found += [own.get_destination_page_number(one) for one in entry if not isinstance(one, list)]
    if len(found) != count:
        raise AssertionError(found)
    return found


def _insert(writer: PdfWriter, content: bytes, place: int) -> int:
    """Put the pages of a file in, and return how many there were."""
    from pypdf import PdfReader

    before = len(writer.pages)
    writer.merge(place, PdfReader(BytesIO(content)), import_outline=False)
    added = len(writer.pages) - before
    for page in writer.pages[place : place + added]:
        _still(page)
    return added


def _still(page: PageObject) -> None:
    """Take away what ties a page to another file's tags, and what it could start by itself."""
    for key in ("/StructParents", "/Tabs", "/AA"):
        page.pop(key, None)
    for mark in page.get("/Annots") or ():
        annotation = mark.get_object()
        for key in ("/StructParent", "/AA"):
            annotation.pop(key, None)
        action = annotation.get("/A")
        if action is not None and action.get_object().get("/S") in _DEEDS:
            annotation.pop("/A")


def _claim_nothing(writer: PdfWriter, title: str) -> None:
    """Say the title, and no longer that all of the file follows PDF/UA and PDF/A."""
    from pypdf.generic import BooleanObject, DictionaryObject, NameObject

    root = writer.root_object
    for key in ("/Metadata", "/OutputIntents"):
        root.pop(key, None)
    root[NameObject("/MarkInfo")] = DictionaryObject(
        {NameObject("/Marked"): BooleanObject(value=True), NameObject("/Suspects"): BooleanObject(value=True)}
    )
    writer.add_metadata({"/Title": title})
    writer.page_mode = "/UseOutlines"
