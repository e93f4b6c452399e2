"""The styles of a Word file: ours, or those of the municipality's own template and ours where it has none."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from trygghetsrad.documents.docx.xml import element, ensure
from trygghetsrad.domain.colours import STANDARD
from trygghetsrad.paths import resources

FOLDER = "word"

# Our name of a style: what Word calls it in every language, or our own.
NAMES = {
    "Normal": "Normal",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Heading3": "heading 3",
    "Heading4": "heading 4",
    "Subtitle": "subtitle",
    "ListBullet": "list bullet",
    "Caption": "caption",
    "Hyperlink": "hyperlink",
}


class Styles:
    """Finds the identity a style has in one file; a Swedish Word calls Heading1 Rubrik1."""

    def __init__(self, document: Any) -> None:
        self._root = document.styles.element
        self._ids = {name_of(style): style.get(qn("w:styleId")) for style in _styles(self._root)}
        self.added: list[str] = []
        numbered = self._bring_numbering(document)
        for style in _styles(_ours()):
            self._bring(style, numbered)

    def __getitem__(self, ours: str) -> str:
        return str(self._ids[NAMES.get(ours, ours).casefold()])

    def wear(self, accent: str) -> None:
        """Give our own styles the council's colour; those of a template keep theirs."""
        for colour in self._root.xpath(f"w:style//w:color[@w:val='{STANDARD[1:]}']"):
            colour.set(qn("w:val"), accent[1:])

    def _bring(self, style: Any, numbered: str) -> None:
        """Add a style of ours that the file lacks."""
        name = name_of(style)
        if name in self._ids or style.get(qn("w:default")):
            return
        made = deepcopy(style)
        identity = made.get(qn("w:styleId"))
        while identity in self._ids.values():
            identity += "T"
        made.set(qn("w:styleId"), identity)
        for pointer in made.xpath("w:basedOn | w:next"):
            ours = _name_in_ours(pointer.get(qn("w:val")))
            # A default style may have another name in a template.
            pointer.set(qn("w:val"), self._ids.get(ours) or self._default(made))
        for number in made.xpath("w:pPr/w:numPr/w:numId"):
            number.set(qn("w:val"), numbered)
        self._ids[name] = identity
        self.added.append(name)
        self._root.append(made)

    def _default(self, style: Any) -> str:
        kind = style.get(qn("w:type"))
        found = self._root.xpath(f"w:style[@w:default][@w:type='{kind}']/@w:styleId")
        return str(found[0]) if found else "Normal"

    def _bring_numbering(self, document: Any) -> str:
        """Return the number of the list whose items are bullets, added to a file that is not our own."""
        if _is_ours(self._root):
            return "1"
        numbering = document.part.numbering_part.element
        abstract = 1 + max((int(one) for one in numbering.xpath("w:abstractNum/@w:abstractNumId")), default=0)
        number = 1 + max((int(one) for one in numbering.xpath("w:num/@w:numId")), default=0)
        made = deepcopy(_read("numbering.xml").find(qn("w:abstractNum")))
        made.set(qn("w:abstractNumId"), str(abstract))
        for style in list(made.iter(qn("w:pStyle"))):
            style.getparent().remove(style)
        numbers = numbering.findall(qn("w:num"))
        if numbers:
            numbers[0].addprevious(made)
        else:
            numbering.append(made)
        numbering.append(element("w:num", element("w:abstractNumId", val=abstract), numId=number))
        return str(number)


def set_language(document: Any, language: str) -> None:
    """Let the whole file be read aloud and spelled in one language."""
    root = document.styles.element
    defaults = ensure(root, "w:docDefaults", ("w:latentStyles", "w:style"))
    look = ensure(ensure(defaults, "w:rPrDefault", ("w:pPrDefault",)), "w:rPr")
    ensure(look, "w:lang").set(qn("w:val"), language)
    for style in root.xpath("w:style//w:lang"):
        style.set(qn("w:val"), language)


def name_of(style: Any) -> str:
    """Return a style's name as Word compares it."""
    name = style.find(qn("w:name"))
    return "" if name is None else str(name.get(qn("w:val"))).casefold()


def _styles(root: Any) -> list[Any]:
    return list(root.findall(qn("w:style")))


def _is_ours(root: Any) -> bool:
    return bool(root.xpath("w:style[@w:styleId='Dokumenttabell']"))


def _name_in_ours(identity: str) -> str:
    return next(name_of(one) for one in _styles(_ours()) if one.get(qn("w:styleId")) == identity)


@cache
def _ours() -> Any:
    return _read("styles.xml")


def _read(name: str) -> Any:
    return parse_xml((resources() / FOLDER / name).read_bytes())
