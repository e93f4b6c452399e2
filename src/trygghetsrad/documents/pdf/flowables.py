"""What ReportLab lays out: its own parts, each knowing its element in the structure."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, cast

from reportlab.platypus import ActionFlowable, Flowable, Paragraph
from typing_extensions import override

from trygghetsrad.documents.blocks import BULLET
from trygghetsrad.documents.pdf.line_ends import mend_line_ends, place_after
from trygghetsrad.documents.pdf.theme import INK, MOST_EMPTY

if TYPE_CHECKING:
    from trygghetsrad.documents.pdf.canvas import TaggedCanvas
    from trygghetsrad.documents.pdf.tags import Tag


def _canvas(flowable: Any) -> TaggedCanvas:
    return cast("TaggedCanvas", flowable.canv)


class TaggedParagraph(Paragraph):
    """A paragraph; its parts on several pages are one element."""

    blPara: Any  # noqa: N815 - ReportLab's own name
    tag: Tag
    source: str
    """The text of the whole paragraph, without markup."""
    start: int = 0
    """Where in the source this part of it begins."""
    _set_for: float | None = None
    """The width its lines are broken for, while they are still as they were broken."""
    _size: tuple[float, float]

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Break the lines once for each width; page breaks are planned and then set with the same ones."""
        if self._set_for != availWidth or not hasattr(self, "blPara"):
            self._size = super().wrap(availWidth, availHeight)
            self._set_for = availWidth
        return self._size

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        parts: list[Any] = super().split(availWidth, availHeight)
        start = self.start
        for part in parts:
            part.tag, part.source, part.start = self.tag, self.source, start
            start = place_after(part.blPara.lines, self.source, start) if part is parts[0] else start
        return parts

    def _split_blParaProcessed(self, blPara: Any, start: int, stop: int) -> list[Any]:  # noqa: N802, N803
        """Return the pieces of a part; ReportLab fails on one that has none, being a blank line."""
        lines = blPara.lines
        end = lines[stop].sFW if stop != len(lines) else len(self.frags)
        if stop and lines[start].sFW >= end:
            return []
        parted: list[Any] = super()._split_blParaProcessed(blPara, start, stop)  # type: ignore[misc]
        return parted

    @override
    def draw(self) -> None:
        mend_line_ends(self, self.source, self.start)
        self._set_for = None
        with _canvas(self).content(self.tag):
            super().draw()


class HeadingParagraph(TaggedParagraph):
    """A heading that also stands among the bookmarks, under its first part if it is split."""

    bookmark: tuple[str, int] | None = None
    number: int | None = None
    """Which heading of the document it is."""
    level: int = 1
    title: str = ""

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        parts = super().split(availWidth, availHeight)
        for part in parts[:1]:
            part.bookmark, part.number = self.bookmark, self.number
            part.level, part.title = self.level, self.title
        return parts

    @override
    def draw(self) -> None:
        if self.bookmark:
            title, level = self.bookmark
            _canvas(self).add_bookmark(title, level, self.height)
        if self.number is not None:
            _canvas(self).note_heading(self.number, self.level, self.title, self.height)
        super().draw()


class ItemParagraph(TaggedParagraph):
    """A list item; its first part carries the bullet, which is an element of its own."""

    label: Tag | None = None
    sign: str = BULLET

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        parts = super().split(availWidth, availHeight)
        for part in parts[:1]:
            part.label, part.sign = self.label, self.sign
        return parts

    @override
    def draw(self) -> None:
        if self.label:
            canvas = _canvas(self)
            lines = self.blPara if self.blPara.kind == 0 else self.blPara.lines[0]
            with canvas.content(self.label):
                canvas.setFont(self.style.fontName, self.style.fontSize)
                canvas.setFillColor(self.style.textColor)
                canvas.drawString(self.style.bulletIndent, self.height - lines.ascent, self.sign)
        super().draw()


class LinkParagraph(TaggedParagraph):
    """An address on a line of its own."""

    url: str = ""

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        parts = super().split(availWidth, availHeight)
        for part in parts:
            part.url = self.url
        return parts

    @override
    def draw(self) -> None:
        super().draw()
        _canvas(self).link_to(self.tag, self.url, (0, 0, self.width, self.height))


class TaggedPicture(Flowable):
    """A picture with its alternative text."""

    def __init__(self, picture: Any, width: float, height: float, tag: Tag) -> None:
        super().__init__()
        self.picture = picture
        self.width = width
        self.height = height
        self.tag = tag

    def draw(self) -> None:
        canvas = _canvas(self)
        left, bottom = canvas.absolutePosition(0, 0)
        self.tag.box = (left, bottom, left + self.width, bottom + self.height)
        with canvas.content(self.tag):
            canvas.drawImage(self.picture, 0, 0, self.width, self.height, mask="auto")


class Rule(Flowable):
    """A thin line, to sign on."""

    def __init__(self, width: float, room: float = 0) -> None:
        super().__init__()
        self.width = width
        self.height = room

    def draw(self) -> None:
        canvas = _canvas(self)
        with canvas.decoration():
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(0.6)
            canvas.line(0, 0, self.width, 0)


class EndOfFront(ActionFlowable):
    """Begins a new page if the first one is not left yet and is filled well enough."""

    @override
    def apply(self, doc: Any) -> None:
        frame = vars(doc.frame)
        if doc.page == 1 and frame["_y"] - frame["_y1p"] < MOST_EMPTY:
            doc.handle_pageBreak()


class TintsAndLines:
    """Tells the canvas that a table's tints and lines are decoration."""

    def __init__(self) -> None:
        self._open = ExitStack()

    def __call__(self, table: Any, event: str, *_place: Any) -> None:
        if event in {"startBG", "startLines"}:
            self._open.enter_context(_canvas(table).decoration())
        elif event in {"endBG", "endLines"}:
            self._open.close()
