"""Reads back minutes that were edited in Word, point by point."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from trygghetsrad.documents.docx.guard import checked_word
from trygghetsrad.domain.errors import Refused, one_line
from trygghetsrad.domain.prose import ITEM, reduce_pasted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_OUR_NAME = re.compile(r"_[MID][0-9a-f]{8,36}")
_HEADING = re.compile(r"(?:heading|rubrik) (\d)")
_NUMBER = re.compile(r"^(?:§\s*\d+\s*[a-zåäö]?\b|\d+\.)\s*", re.IGNORECASE)
_ITEM_LEVEL = 2
# The minutes of a whole year have a tenth of this.
MOST_LINES = 20_000
_TEXT_TITLES = frozenset({"sammanfattning", "noterat"})
_DECISION_TITLES = frozenset({"beslut"})
_AFTER_DECISIONS = ("omröstning:", "reservation:")
_LIST_TITLE = "ärenden"
_LITTLE = "liten text"
_STRONG = "fet text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paragraph of a Word file as it reads when every tracked change is accepted."""

    text: str
    level: int = 0
    """Of the heading; 0 for what is none."""
    style: str = ""
    is_item: bool = False
    in_table: bool = False
    anchors: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class ReadDecision:
    """A decision as it stands in the file: what leads into it, and its text."""

    anchor: str = ""
    lead: str = ""
    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        return prose_of(self.lines)


@dataclass(slots=True, kw_only=True)
class ReadPoint:
    """A § or point as it stands in the file."""

    anchor: str
    title: str
    """Without § or number."""
    lines: list[Line] = field(default_factory=list)
    decisions: list[ReadDecision] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    """What is neither text nor decision: papers, votes, tables."""

    @property
    def text(self) -> str:
        return prose_of(self.lines)


@dataclass(slots=True, kw_only=True)
class ReadMinutes:
    """The whole file."""

    meeting: str = ""
    """The anchor of the meeting; empty in a file that has lost it."""
    points: list[ReadPoint] = field(default_factory=list)
    around: list[str] = field(default_factory=list)
    """What stands on the front page and after the last point."""
    tracked: bool = False
    """Whether the file holds tracked changes; they are read as accepted."""
    comments: int = 0


def read_minutes(data: bytes, name: str, titles: Iterable[str]) -> ReadMinutes:
    """Read an edited copy of minutes; titles tell points apart that have lost their anchor.

    Raises Refused for a file that cannot or should not be read.
    """
    try:
        with ZipFile(BytesIO(checked_word(data, name))) as packed:
            reader = _Reader(packed)
            lines = list(islice(reader.lines(), MOST_LINES + 1))
    except (SyntaxError, KeyError, ValueError, BadZipFile) as error:
        raise Refused(
            f"”{one_line(name)}” är skadad och gick inte att läsa. Inget har ändrats. Välj en annan fil."
        ) from error
    if len(lines) > MOST_LINES:
        raise Refused(
            f"”{one_line(name)}” är för lång för ett protokoll. Inget har ändrats. Välj en annan fil."
        )
    read = _sorted_out(lines, {plain_title(title) for title in titles})
    read.tracked, read.comments = reader.tracked, reader.comments
    return read


def plain_title(title: str) -> str:
    """Return a heading as two are compared: without § or number, case and spaces."""
    return _NUMBER.sub("", " ".join(title.split())).casefold()


def prose_of(lines: Iterable[Line]) -> str:
    """Return paragraphs and list items as the council writes them (domain/prose.py)."""
    text, former = "", None
    for line in lines:
        gap = "" if former is None else "\n" if former.is_item and line.is_item else "\n\n"
        text += gap + (f"{ITEM}{line.text}" if line.is_item else line.text)
        former = line
    return reduce_pasted(text)


class _Reader:
    """Walks through the body; parts that were struck out are passed over."""

    def __init__(self, packed: ZipFile) -> None:
        from docx.oxml import parse_xml
        from docx.oxml.ns import qn

        self._qn = qn
        self._body = parse_xml(packed.read("word/document.xml")).find(qn("w:body"))
        names = packed.namelist()
        styles = parse_xml(packed.read("word/styles.xml")) if "word/styles.xml" in names else None
        self._styles = {} if styles is None else self._read_styles(styles)
        comments = parse_xml(packed.read("word/comments.xml")) if "word/comments.xml" in names else ()
        self.comments = len(comments)
        if self._body is None:
            raise ValueError
        self.tracked = any(True for _ in self._body.iter(qn("w:ins"), qn("w:del")))

    def lines(self) -> Iterator[Line]:
        waiting: list[str] = []
        for part in self._body.iter(self._qn("w:p"), self._qn("w:bookmarkStart")):
            if part.tag == self._qn("w:bookmarkStart"):
                if not self._is_within(part, "w:p"):
                    waiting += self._anchors([part])
                continue
            if self._is_within(part, "w:del") or self._is_within(part, "w:txbxContent"):
                continue
            line = self._line(part, tuple(waiting))
            waiting = []
            if line.text.strip():
                yield line
            else:
                # An emptied paragraph may still hold the mark of what followed in it.
                waiting = list(line.anchors)

    def _line(self, part: Any, waiting: tuple[str, ...]) -> Line:
        name, level, is_item = self._look(part)
        anchors = self._anchors(part.iter(self._qn("w:bookmarkStart")))
        return Line(
            text=self._text(part).strip(),
            level=level,
            style=name,
            is_item=is_item,
            in_table=self._is_within(part, "w:tbl"),
            anchors=(*waiting, *anchors),
        )

    def _anchors(self, marks: Iterable[Any]) -> list[str]:
        names = (mark.get(self._qn("w:name")) or "" for mark in marks)
        return [name.removeprefix("_") for name in names if _OUR_NAME.fullmatch(name)]

    def _is_within(self, part: Any, name: str) -> bool:
        return next(part.iterancestors(self._qn(name)), None) is not None

    def _text(self, part: Any) -> str:
        pieces = []
        for run in part.iter(self._qn("w:r")):
            if next(run.iterancestors(self._qn("w:p"))) is not part:
                # A text box in the paragraph has paragraphs of its own.
                continue
            if self._is_within(run, "w:del") or self._is_within(run, "w:moveFrom"):
                continue
            pieces += [self._piece(child) for child in run]
        return "".join(pieces)

    def _piece(self, child: Any) -> str:
        signs = {"w:tab": " ", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}
        if child.tag == self._qn("w:t"):
            return child.text or ""
        return next((sign for name, sign in signs.items() if child.tag == self._qn(name)), "")

    def _look(self, part: Any) -> tuple[str, int, bool]:
        """Return a paragraph's style, its level as a heading, and whether it is an item of a list."""
        properties = part.find(self._qn("w:pPr"))
        style = None if properties is None else properties.find(self._qn("w:pStyle"))
        known = self._styles.get("" if style is None else style.get(self._qn("w:val")), ("", 0, False))
        numbering = None if properties is None else properties.find(self._qn("w:numPr"))
        if numbering is None or known[1]:
            return known
        number = numbering.find(self._qn("w:numId"))
        return known[0], 0, number is not None and number.get(self._qn("w:val")) != "0"

    def _read_styles(self, root: Any) -> dict[str, tuple[str, int, bool]]:
        found = {}
        for style in root.findall(self._qn("w:style")):
            name = style.find(self._qn("w:name"))
            said = "" if name is None else str(name.get(self._qn("w:val"))).casefold()
            heading = _HEADING.fullmatch(said)
            is_list = bool(style.xpath("w:pPr/w:numPr")) or said.startswith("list ")
            found[style.get(self._qn("w:styleId"))] = (said, int(heading[1]) if heading else 0, is_list)
        return found


def _sorted_out(lines: Iterable[Line], titles: set[str]) -> ReadMinutes:
    read = ReadMinutes()
    point: ReadPoint | None = None
    place, is_around = "text", False
    for line in lines:
        read.meeting = read.meeting or _anchor(line, "M")
        if _begins_point(line, titles):
            point = ReadPoint(anchor=_anchor(line, "I"), title=_NUMBER.sub("", " ".join(line.text.split())))
            read.points.append(point)
            place = "text"
        elif 0 < line.level <= _ITEM_LEVEL and not line.in_table:
            # What stands above the title tells of the state of the paper, and the list only repeats titles.
            point, is_around = None, line.text.casefold() != _LIST_TITLE
        elif point is not None:
            place = _take(point, line, place)
            continue
        if point is None and is_around:
            read.around.append(line.text)
    return read


def _begins_point(line: Line, titles: set[str]) -> bool:
    if line.in_table:
        return False
    return bool(_anchor(line, "I")) or (line.level == _ITEM_LEVEL and plain_title(line.text) in titles)


def _take(point: ReadPoint, line: Line, place: str) -> str:
    """Put a line where it belongs in its point; return where the next one goes."""
    if line.level:
        return _place_under(line.text)
    if place == "decisions" and line.text.casefold().startswith(_AFTER_DECISIONS):
        place = "others"
    if line.in_table or line.style == _LITTLE or place == "others":
        point.others.append(line.text)
        return "others" if line.in_table else place
    if place == "decisions":
        _take_decision(point, line)
    else:
        point.lines.append(line)
    return place


def _place_under(title: str) -> str:
    said = title.strip().casefold()
    if said in _TEXT_TITLES:
        return "text"
    return "decisions" if said in _DECISION_TITLES else "others"


def _take_decision(point: ReadPoint, line: Line) -> None:
    anchor = _anchor(line, "D")
    leads = line.style == _STRONG and bool(point.decisions) and bool(point.decisions[-1].lines)
    if anchor or leads or not point.decisions:
        point.decisions.append(ReadDecision(anchor=anchor))
    decision = point.decisions[-1]
    if line.style == _STRONG and not decision.lead and not decision.lines:
        decision.lead = line.text
    else:
        decision.lines.append(line)


def _anchor(line: Line, kind: str) -> str:
    return next((name for name in line.anchors if name.startswith(kind)), "")
