"""What every document must have so that everyone can read it, also by ear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import (
    Box,
    Bullets,
    Contents,
    Figure,
    Group,
    Heading,
    KeyValues,
    Landscape,
    Link,
    Para,
    Signatures,
    Table,
    listed_items,
    with_inner,
)
from trygghetsrad.documents.cells import RaggedTable, placed_rows
from trygghetsrad.documents.drawing import Drawing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trygghetsrad.documents.blocks import Block


class BadDocument(ValueError):
    """A document lacks something a reader needs: what is wrong, and at which text."""

    def __init__(self, wrong: str, where: str = "") -> None:
        super().__init__(f"{wrong}: {where}" if where else wrong)
        self.wrong = wrong
        self.where = where


def check_title(title: str, kind: str, language: str) -> None:
    _demand(title, "document without title")
    _demand(kind, "document without kind", title)
    _demand(language, "document without language", title)


def check_blocks(blocks: tuple[Block, ...]) -> None:
    """Raise BadDocument at the first thing a reader would miss."""
    _check_headings(blocks)
    for block in with_inner(blocks):
        _check_block(block)
        if isinstance(block, Para):
            _check_links(block)


def _check_headings(blocks: tuple[Block, ...]) -> None:
    level = 0
    for heading in (block for block in with_inner(blocks) if isinstance(block, Heading)):
        if heading.level == 1 and level:
            raise BadDocument("second title", heading.text)
        if not 1 <= heading.level <= level + 1:
            raise BadDocument("heading level skipped", heading.text)
        level = heading.level
    if not level:
        raise BadDocument("document without heading")


def _check_block(block: Block) -> None:
    match block:
        case Heading(text=text) | Para(text=text) | Link(text=text):
            _demand(text, "empty text")
        case Bullets(items=items):
            _demand_all([item.text for _, item in listed_items(items)], "empty list or item")
        case KeyValues(rows=rows):
            _demand_all([label for label, _ in rows], "value without label")
        case Table():
            _check_table(block)
        case Figure(alt=alt) | Drawing(alt=alt):
            _demand(alt, "figure without alternative text")
        case Signatures(lines=lines):
            _demand_all([line.role for line in lines], "signature line without role")
        case Box(blocks=inner):
            _demand(inner, "empty box")
        case Contents(title=title):
            _demand(title, "contents without title")
        case Landscape(blocks=inner):
            _demand(inner, "empty landscape section")
        case _:
            pass


def _check_links(para: Para) -> None:
    for link in para.links:
        _demand(link.text, "link without text", para.text)
        _demand(link.url, "link without address", para.text)
    try:
        para.pieces()
    except ValueError as missing:
        raise BadDocument("link whose words are not in the text", para.text) from missing


def _check_table(table: Table) -> None:
    _demand(table.summary, "table without summary")
    _demand_all([column.title for column in table.columns], "table without header")
    _demand(table.rows, "table without rows", table.summary)
    for row in table.rows:
        if isinstance(row, Group):
            _demand(row.title, "group of rows without title", table.summary)
    try:
        placed_rows(table)
    except RaggedTable as ragged:
        raise BadDocument("table row of wrong length", table.summary) from ragged
    if table.row_header is not None and table.row_header >= len(table.columns):
        raise BadDocument("table without the column that names its rows", table.summary)


def _demand(value: str | tuple[object, ...], wrong: str, where: str = "") -> None:
    if not value or (isinstance(value, str) and not value.strip()):
        raise BadDocument(wrong, where)


def _demand_all(values: Iterable[str], wrong: str) -> None:
    values = tuple(values)
    _demand(values, wrong)
    for value in values:
        _demand(value, wrong, ", ".join(values))
