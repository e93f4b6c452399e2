"""Small pieces of WordprocessingML (ECMA-376 part 1), each with its children in the order Word demands."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from trygghetsrad.documents.hyphens import SOFT_HYPHEN

# The order of a paragraph's properties (17.3.1.26).
_PARAGRAPH_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "tabs"),
    *("spacing", "ind", "jc"),
)


def element(name: str, *children: Any, **attributes: object) -> Any:
    """Return an element such as `w:p`; attributes are of the same namespace."""
    made = OxmlElement(name)
    prefix = name.partition(":")[0]
    for key, value in attributes.items():
        made.set(qn(f"{prefix}:{key}"), str(value))
    made.extend(children)
    return made


def text_run(text: str, *, style: str = "", bold: bool = False) -> Any:
    """Return a run; line ends and soft hyphens become Word's own."""
    run = element("w:r")
    look = [element("w:rStyle", val=style)] if style else []
    look += [element("w:b"), element("w:bCs")] if bold else []
    if look:
        run.append(element("w:rPr", *look))
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(element("w:br"))
        for place, piece in enumerate(line.split(SOFT_HYPHEN)):
            if place:
                run.append(element("w:softHyphen"))
            if piece:
                run.append(_text(piece))
    return run


def _text(piece: str) -> Any:
    made = element("w:t")
    made.text = piece
    made.set(qn("xml:space"), "preserve")
    return made


def tab_run() -> Any:
    return element("w:r", element("w:tab"))


def field_run(instruction: str, shown: str) -> Any:
    """Return a field that Word works out itself, such as PAGE, with what it shows until then."""
    return element("w:fldSimple", text_run(shown), instr=f" {instruction} ")


def paragraph(style: str, *runs: Any, **properties: Any) -> Any:
    """Return a paragraph; properties are named elements of `w:pPr`, put in their order here."""
    given = {"pStyle": element("w:pStyle", val=style), **properties}
    ordered = [given[name] for name in _PARAGRAPH_ORDER if given.get(name) is not None]
    return element("w:p", element("w:pPr", *ordered), *runs)


def right_tab(place: int) -> Any:
    return element("w:tabs", element("w:tab", val="right", pos=place))


def ensure(parent: Any, name: str, before: tuple[str, ...] = ()) -> Any:
    """Return a child, made when it is missing: before the first of the named ones, else last."""
    found = parent.find(qn(name))
    if found is None:
        found = element(name)
        later = [child for child in parent if child.tag in {qn(one) for one in before}]
        if later:
            later[0].addprevious(found)
        else:
            parent.append(found)
    return found
