"""Reads a PDF the way a screen reader does and says what is wrong with its structure."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

ROLES = frozenset(
    [
        "Document",
        "Div",
        "P",
        "H1",
        "H2",
        "H3",
        "H4",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "THead",
        "TBody",
        "TR",
        "TH",
        "TD",
        "Figure",
        "Caption",
        "TOC",
        "TOCI",
        "Reference",
        "Span",
        "Link",
    ]
)
INSIDE = {
    "TR": {"THead", "TBody"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
    "Reference": {"TOCI"},
}
PAINTING = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", '"', "EI"})
SHOWING = frozenset({"Tj", "TJ"})


@dataclass
class Element:
    """One element of the structure tree with what it draws."""

    role: str
    object: pikepdf.Object
    children: list[Element] = field(default_factory=list)
    marked: list[tuple[int, int]] = field(default_factory=list)
    annotated: list[int] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            yield from child.walk()


class Reading:
    """One PDF with its tree and its pages' marked content."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(data))
        self.problems: list[str] = []
        self.pages = {page.objgen[0]: page for page in self.pdf.pages}
        self.text: dict[tuple[int, int], str] = {}
        for page in self.pdf.pages:
            self._read_page(page)
        root = self.pdf.Root.get("/StructTreeRoot")
        self.root = self._element(root["/K"], 0) if root is not None else None

    def elements(self) -> list[Element]:
        return list(self.root.walk()) if self.root else []

    def text_of(self, element: Element) -> str:
        return "".join(self.text.get(place, "") for part in element.walk() for place in part.marked)

    def _element(self, thing: pikepdf.Object, page: int) -> Element:
        page = thing["/Pg"].objgen[0] if "/Pg" in thing else page
        element = Element(str(thing["/S"])[1:], thing)
        kids = thing.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                element.marked.append((page, kid))
            elif kid.get("/Type") == "/MCR":
                element.marked.append((kid["/Pg"].objgen[0], int(kid["/MCID"])))
            elif kid.get("/Type") == "/OBJR":
                element.annotated.append(kid["/Obj"].objgen[0])
            else:
                if kid["/P"].objgen != thing.objgen:
                    self.problems.append("child does not know its parent")
                element.children.append(self._element(kid, page))
        return element

    def _read_page(self, page: pikepdf.Page) -> None:
        number = page.objgen[0]
        fonts = {name: _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
        letters: dict[int, str] = {}
        marks: list[int | None] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in {"BDC", "BMC"}:
                marks.append(self._open(number, marks, operands))
            elif name == "EMC" and marks:
                marks.pop()
            elif name == "EMC":
                self.problems.append(f"page {number}: marked content ends before it begins")
            elif name == "Tf":
                letters = fonts[str(operands[0])]
            elif name in PAINTING:
                self._painted(number, marks, name, operands, letters)
        if marks:
            self.problems.append(f"page {number}: marked content is not closed")

    def _open(self, page: int, marks: list, operands: list) -> int | None:
        mark = _mcid(operands)
        if mark is None:
            return None
        if marks:
            self.problems.append(f"page {page}: marked content {mark} inside another")
        if (page, mark) in self.text:
            self.problems.append(f"page {page}: marked content {mark} twice")
        self.text[page, mark] = ""
        return mark

    def _painted(self, page: int, marks: list, name: str, operands: list, letters: dict[int, str]) -> None:
        if not marks:
            self.problems.append(f"page {page}: {name} paints outside content and decoration")
        current = next((mark for mark in reversed(marks) if mark is not None), None)
        if name in SHOWING and current is not None:
            strings = operands[0] if name == "TJ" else operands
            shown = "".join(_decode(part, letters) for part in strings if isinstance(part, pikepdf.String))
            self.text[page, current] += shown


def _mcid(operands: list) -> int | None:
    properties = operands[1] if len(operands) > 1 else None
    return (
        int(properties["/MCID"])
        if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties
        else None
    )


def _letters(font: pikepdf.Object) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    table = font["/ToUnicode"].read_bytes().decode("ascii")
    pairs = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4,8})>", table)
    return {int(code, 16): bytes.fromhex(letter).decode("utf-16-be") for code, letter in pairs}


def _decode(string: pikepdf.String, letters: dict[int, str]) -> str:
    return "".join(letters.get(code, "\ufffd") for code in bytes(string))


def problems(data: bytes) -> list[str]:
    """Return everything that would stop or mislead somebody who listens; empty for a good file."""
    reading = Reading(data)
    found = list(reading.problems)
    found += _catalog_problems(reading.pdf)
    if reading.root is None:
        return [*found, "no structure tree"]
    found += _role_problems(reading)
    for element in reading.elements():
        if element.role == "Table":
            found += _table_problems(element)
        if element.role == "Figure" and not str(element.object.get("/Alt", "")).strip():
            found.append("figure without alternative text")
    return found + _link_problems(reading) + _parent_problems(reading) + _font_problems(reading.pdf)


def _catalog_problems(pdf: pikepdf.Pdf) -> list[str]:
    root = pdf.Root
    xmp = root["/Metadata"].read_bytes().decode("utf-8") if "/Metadata" in root else ""
    title = str(pdf.docinfo.get("/Title", ""))
    demands = {
        "not marked as tagged": bool(root.get("/MarkInfo", {}).get("/Marked", False)),
        "no language": str(root.get("/Lang", "")) == "sv-SE",
        "title is not shown": bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
        "no output intent": "/OutputIntents" in root,
        "metadata do not claim PDF/A-2a": "<pdfaid:part>2<" in xmp and "<pdfaid:conformance>A<" in xmp,
        "metadata do not claim PDF/UA-1": "<pdfuaid:part>1<" in xmp,
        "titles differ": bool(title) and re.sub(r"[&<>].*", "", title) in xmp,
        "metadata are compressed": "/Filter" not in root.get("/Metadata", {}),
    }
    return [wrong for wrong, right in demands.items() if not right]


def _role_problems(reading: Reading) -> list[str]:
    found, level = [], 0
    for element in reading.elements():
        if element.role not in ROLES:
            found.append(f"unknown role {element.role}")
        found += [
            f"{child.role} inside {element.role}"
            for child in element.children
            if element.role not in INSIDE.get(child.role, ROLES)
        ]
        if re.fullmatch(r"H\d", element.role):
            if int(element.role[1]) > level + 1:
                found.append(f"heading level skipped at {reading.text_of(element)}")
            level = int(element.role[1])
            if not reading.text_of(element).strip():
                found.append("heading without text")
    return found


def _table_problems(table: Element) -> list[str]:
    found = []
    rows = [row for part in table.children for row in part.children]
    widths = _widths(rows)
    if len(set(widths)) != 1:
        found.append(f"table rows of different widths {sorted(set(widths))}")
    heads = [cell for row in rows for cell in row.children if cell.role == "TH"]
    if not rows or any(cell.role != "TH" for cell in rows[0].children):
        found.append("table without header row")
    found += ["table header without scope" for cell in heads if "/Scope" not in cell.object.get("/A", {})]
    if "/Summary" not in table.object.get("/A", {}):
        found.append("table without summary")
    return found


def _widths(rows: list[Element]) -> list[int]:
    """Return how many columns each row fills, with the cells that reach into it from above."""
    widths, reaching = [], defaultdict(int)
    for number, row in enumerate(rows):
        for cell in row.children:
            for below in range(_span(cell, "RowSpan")):
                reaching[number + below] += _span(cell, "ColSpan")
        widths.append(reaching[number])
    beyond = [width for number, width in reaching.items() if number >= len(rows)]
    return widths + beyond


def _span(cell: Element, kind: str) -> int:
    return int(cell.object.get("/A", {}).get(f"/{kind}", 1))


def _link_problems(reading: Reading) -> list[str]:
    found = []
    known = {annotation for element in reading.elements() for annotation in element.annotated}
    for page in reading.pdf.pages:
        for link in page.get("/Annots", []):
            if link.objgen[0] not in known:
                found.append("link outside the structure")
            if not str(link.get("/Contents", "")):
                found.append("link without description")
            if "/StructParent" not in link:
                found.append("link without way back to the structure")
    return found


def _parent_problems(reading: Reading) -> list[str]:
    """The parent tree and the structure tree must say the same, for every piece of every page."""
    found = []
    numbers = list(reading.pdf.Root.StructTreeRoot.get("/ParentTree", {}).get("/Nums", []))
    parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
    owners: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for element in reading.elements():
        for place in element.marked:
            owners[place].append(element.object.objgen)
    found += [
        f"content {place} has {len(owners[place])} elements"
        for place in reading.text
        if len(owners[place]) != 1
    ]
    for page in reading.pdf.pages:
        number = page.objgen[0]
        if page.get("/Tabs") != "/S":
            found.append(f"page {number}: tab order does not follow the structure")
        listed = parents.get(int(page.get("/StructParents", -1)))
        for place in (place for place in owners if place[0] == number):
            if place not in reading.text:
                found.append(f"element without content {place}")
            elif listed is None or place[1] >= len(listed) or listed[place[1]].objgen not in owners[place]:
                found.append(f"parent tree does not lead from {place} to its element")
    return found


def _font_problems(pdf: pikepdf.Pdf) -> list[str]:
    found = []
    for thing in pdf.objects:
        if not isinstance(thing, pikepdf.Dictionary) or thing.get("/Type") != "/Font":
            continue
        if "/FontFile2" not in thing.get("/FontDescriptor", {}):
            found.append(f"font {thing.get('/BaseFont')} is not embedded")
        if "/ToUnicode" not in thing:
            found.append(f"font {thing.get('/BaseFont')} cannot be read as text")
        elif re.search(rb"<0000>\n", thing["/ToUnicode"].read_bytes()):
            found.append("font maps to no character")
    return found
