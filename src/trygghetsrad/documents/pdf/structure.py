"""Writes the structure tree: elements, what each one draws on which page, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString

if TYPE_CHECKING:
    from trygghetsrad.documents.pdf.tags import Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A stretch of a page's content, by its number on that page."""

    page: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A clickable area of a page."""

    page: str
    name: str


class Structure:
    """Collects while the pages are drawn what the structure tree (ISO 32000-1, 14.7) must say."""

    def __init__(self, root: Tag) -> None:
        self._root = root
        self._names = {tag: f"Element{number}" for number, tag in enumerate(root.walk())}
        self._drawn: dict[Tag, list[Marked | Annotated]] = {}
        self._parents: list[tuple[int, list[Tag] | Tag]] = []
        self._keys = count()

    def is_drawn(self, tag: Tag) -> bool:
        return tag in self._drawn

    def draw(self, tag: Tag, what: Marked | Annotated) -> None:
        self._drawn.setdefault(tag, []).append(what)

    def add_annotation(self, tag: Tag, page: str) -> tuple[int, str]:
        """Return the annotation's key in the parent tree and its name in the file."""
        key = next(self._keys)
        name = f"Annotation{key}"
        self.draw(tag, Annotated(page=page, name=name))
        self._parents.append((key, tag))
        return key, name

    def close_page(self, marks: list[Tag]) -> int:
        """Return the page's key in the parent tree."""
        key = next(self._keys)
        self._parents.append((key, marks))
        return key

    def write(self, document: Any) -> Any:
        """Register every element with the PDF and return the root of the tree."""
        parent: dict[Tag, str] = {}
        for tag in self._root.walk():
            parent.update(dict.fromkeys(tag.children, self._names[tag]))
        for tag, name in self._names.items():
            document.Reference(self._element(tag, parent.get(tag, "StructureRoot")), name)
        root = PDFDictionary(
            {
                "Type": PDFName("StructTreeRoot"),
                "K": self._reference(self._root),
                "ParentTree": document.Reference(self._parent_tree(), "ParentTree"),
                "ParentTreeNextKey": next(self._keys),
            }
        )
        return document.Reference(root, "StructureRoot")

    def _element(self, tag: Tag, parent: str) -> Any:
        entries: dict[str, Any] = {
            "Type": PDFName("StructElem"),
            "S": PDFName(tag.role),
            "P": PDFObjectReference(parent),
        }
        drawn = self._drawn.get(tag, [])
        kids = [_kid(what, drawn[0].page) for what in drawn] + [
            self._reference(child) for child in tag.children
        ]
        if kids:
            entries["K"] = PDFArray(kids)
        if drawn:
            entries["Pg"] = PDFObjectReference(drawn[0].page)
        if tag.alt:
            entries["Alt"] = PDFString(tag.alt)
        attributes = _attributes(tag)
        if attributes:
            entries["A"] = PDFDictionary(attributes)
        return PDFDictionary(entries)

    def _reference(self, tag: Tag) -> Any:
        return PDFObjectReference(self._names[tag])

    def _parent_tree(self) -> Any:
        numbers: list[Any] = []
        for key, tags in sorted(self._parents, key=lambda entry: entry[0]):
            numbers.append(key)
            if isinstance(tags, list):
                numbers.append(PDFArray([self._reference(tag) for tag in tags]))
            else:
                numbers.append(self._reference(tags))
        return PDFDictionary({"Nums": PDFArray(numbers)})


def _kid(what: Marked | Annotated, first_page: str) -> Any:
    if isinstance(what, Annotated):
        return PDFDictionary(
            {
                "Type": PDFName("OBJR"),
                "Obj": PDFObjectReference(what.name),
                "Pg": PDFObjectReference(what.page),
            }
        )
    if what.page == first_page:
        return what.number
    return PDFDictionary(
        {
            "Type": PDFName("MCR"),
            "MCID": what.number,
            "Pg": PDFObjectReference(what.page),
        }
    )


def _attributes(tag: Tag) -> dict[str, Any]:
    entries: dict[str, Any] = {}
    if tag.scope:
        entries["Scope"] = PDFName(tag.scope)
    if tag.columns > 1:
        entries["ColSpan"] = tag.columns
    if tag.rows > 1:
        entries["RowSpan"] = tag.rows
    if tag.summary:
        entries["Summary"] = PDFString(tag.summary)
    if entries:
        return {"O": PDFName("Table"), **entries}
    if tag.numbering:
        return {"O": PDFName("List"), "ListNumbering": PDFName(tag.numbering)}
    if tag.box:
        return {"O": PDFName("Layout"), "Placement": PDFName("Block"), "BBox": PDFArray(list(tag.box))}
    return {}
