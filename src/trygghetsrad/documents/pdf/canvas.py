"""A canvas that notes, for everything it draws, which element of the structure it belongs to."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from hashlib import md5
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from trygghetsrad.documents.pdf.contents import HeadingPlace
from trygghetsrad.documents.pdf.metadata import xmp_packet
from trygghetsrad.documents.pdf.packing import packed
from trygghetsrad.documents.pdf.structure import Marked, Structure
from trygghetsrad.documents.pdf.theme import PAGE_HEIGHT
from trygghetsrad.paths import resources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trygghetsrad.documents.pdf.tags import Tag


class TaggedCanvas(Canvas):
    """Draws a PDF/UA-1 and PDF/A-2a file: what is not content is marked as decoration."""

    _doc: Any
    _code: list[str]
    _pageNumber: int  # noqa: N815 - ReportLab's own names
    _annotationrefs: list[Any]
    _absRect: Any  # noqa: N815
    _filename: Any
    _bookmarkReference: Any  # noqa: N815

    def __init__(
        self,
        filename: Any,
        *,
        root: Tag,
        fixed_time: datetime | None,
        headings: list[HeadingPlace],
        draw_page_number: Callable[[TaggedCanvas, int, int], None],
        **options: Any,
    ) -> None:
        super().__init__(filename, pdfVersion=(1, 7), **options)
        self._structure = Structure(root)
        self._page_marks: list[Tag] = []
        self._open_marks = 0
        self._bookmarks = 0
        self.headings = headings
        self._draw_page_number = draw_page_number
        self._language: str = options["lang"]
        self._made = _fix_time(self._doc, fixed_time)

    @contextmanager
    def content(self, tag: Tag) -> Iterator[None]:
        """Everything drawn inside belongs to the element; what is repeated is decoration."""
        if tag.unheard or (tag.repeats and self._structure.is_drawn(tag)):
            with self.decoration():
                yield
            return
        number = len(self._page_marks)
        self._page_marks.append(tag)
        self._structure.draw(tag, Marked(page=self._doc.thisPageName(), number=number))
        with self._mark(f"/{tag.role} <</MCID {number}>> BDC"):
            yield

    @contextmanager
    def decoration(self, place: str = "") -> Iterator[None]:
        """Everything drawn inside is skipped when the document is read aloud."""
        kind = f"/Artifact <</Type /Pagination /Subtype /{place}>> BDC" if place else "/Artifact BMC"
        with self._mark(kind):
            yield

    @contextmanager
    def _mark(self, opening: str) -> Iterator[None]:
        """Mark what is drawn; marks do not nest, what is drawn inside one belongs to the outer."""
        self._open_marks += 1
        if self._open_marks > 1:
            yield
        else:
            self._code.append(opening)
            before = len(self._code)
            yield
            self._close_mark(before)
        self._open_marks -= 1

    def _close_mark(self, before: int) -> None:
        if len(self._code) == before:
            self._code.pop()
        else:
            self._code.append("EMC")

    def add_bookmark(self, title: str, level: int, height: float) -> None:
        """Add the heading whose top is at this height to the outline."""
        self._bookmarks += 1
        key = f"heading{self._bookmarks}"
        self.bookmarkHorizontal(key, 0, height)
        self.addOutlineEntry(title, key, level)

    def note_heading(self, number: int, level: int, title: str, height: float) -> None:
        """Remember where a heading stands, for the table of contents."""
        place = HeadingPlace(number, level, title, self._pageNumber)
        self.bookmarkHorizontal(place.key, 0, height)
        self.headings.append(place)

    def link_to(self, tag: Tag, url: str, place: tuple[float, float, float, float]) -> None:
        """Make a rectangle clickable, as part of the link's element."""
        action = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Action"),
                "S": pdfdoc.PDFName("URI"),
                "URI": pdfdoc.PDFString(url),
            }
        )
        self._make_clickable(tag, place, url, A=action)

    def lead_to(self, tag: Tag, key: str, size: tuple[float, float], spoken: str) -> None:
        """Make the rectangle from the current origin lead to a place in the document."""
        self._make_clickable(tag, (0, 0, *size), spoken, Dest=self._bookmarkReference(key))

    def _make_clickable(
        self, tag: Tag, place: tuple[float, float, float, float], spoken: str, **leads: Any
    ) -> None:
        key, name = self._structure.add_annotation(tag, self._doc.thisPageName())
        link = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("Link"),
                "Rect": pdfdoc.PDFArray(self._absRect(place, relative=1)),
                "Border": pdfdoc.PDFArray([0, 0, 0]),
                "F": 4,
                "Contents": pdfdoc.PDFString(spoken),
                "StructParent": key,
                **leads,
            }
        )
        self._annotationrefs.append(self._doc.Reference(link, name))

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802
        """Finish each page as ReportLab closes it; forms have no place in the structure."""
        page.Annots = self._annotationrefs
        if type(page) is not pdfdoc.PDFPage:
            return
        finished: Any = page
        finished.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
        finished.StructParents = self._structure.close_page(self._page_marks)
        finished.Tabs = pdfdoc.PDFName("S")
        # An empty transition dictionary is not allowed in PDF/A.
        finished.Trans = None
        self._page_marks = []

    def place_page_number(self) -> None:
        """Draw this page's number, which waits until the number of pages is known."""
        with self.decoration("Header"):
            self.doForm(_page_number_form(self._pageNumber))

    @override
    def save(self) -> None:
        if self._code:
            self.showPage()
        pages = self._pageNumber - 1
        for page in range(1, pages + 1):
            # Wide and high enough for pages turned either way.
            self.beginForm(_page_number_form(page), 0, 0, PAGE_HEIGHT, PAGE_HEIGHT)
            self._draw_page_number(self, page, pages)
            self.endForm()
        self._finish_catalog()
        self._doc.format = partial(packed, self._doc)
        self._doc.SaveToFile(self._filename, self)

    def _finish_catalog(self) -> None:
        catalog = self._doc.Catalog
        catalog.__NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]
        # Only these stand by reference; the rest may not be indirect or need not be.
        catalog.StructTreeRoot = self._structure.write(self._doc)
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalog.OutputIntents = pdfdoc.PDFArray([self._output_intent()])
        catalog.Metadata = pdfdoc.XMP(creator=self._xmp)

    def _xmp(self, _document: Any) -> str:
        info = self._doc.info
        return xmp_packet(
            title=info.title,
            author=info.author,
            subject=info.subject,
            language=self._language,
            made=self._made,
        )

    def _output_intent(self) -> Any:
        """Return what the colours mean (ISO 19005-2, 6.2.3)."""
        profile = pdfdoc.PDFStream(
            pdfdoc.PDFDictionary({"N": 3}),
            (resources() / "icc" / "sRGB.icc").read_bytes(),
            filters=[pdfdoc.PDFZCompress],
        )
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("OutputIntent"),
                "S": pdfdoc.PDFName("GTS_PDFA1"),
                "OutputConditionIdentifier": pdfdoc.PDFString("sRGB IEC61966-2.1"),
                "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
                "DestOutputProfile": self._doc.Reference(profile, "OutputProfile"),
            }
        )


def _page_number_form(page: int) -> str:
    return f"pagenumber{page}"


def _fix_time(document: Any, fixed_time: datetime | None) -> datetime:
    """Give the file the time it is said to be made; otherwise ReportLab's, which heeds SOURCE_DATE_EPOCH."""
    stamp = document._timeStamp  # noqa: SLF001
    if fixed_time is None:
        return datetime.fromtimestamp(stamp.t, UTC)
    made = fixed_time.astimezone(UTC)
    stamp.t = made.timestamp()
    stamp.YMDhms = made.timetuple()[:6]
    stamp.dhh = stamp.dmm = 0
    # The file's identifier is drawn from this and must not know the clock either.
    document.signature = md5(made.isoformat().encode(), usedforsecurity=False)
    return made
