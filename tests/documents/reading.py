"""What a document says, in reading order, taken from the model and from the finished PDF."""

from __future__ import annotations

from trygghetsrad.documents.blocks import (
    Box,
    Bullets,
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
    sections,
)
from trygghetsrad.documents.drawing import Drawing


def said(document) -> list[str]:
    """Return every piece of text of the model in the order a person would read it."""
    return [text for block in document.blocks for text in _said(block) if text.strip()]


def headings(document) -> list[str]:
    return [text for block in document.blocks for text in _headings(block)]


def whole(document) -> str:
    return "\n".join(said(document)).replace("\u00a0", " ")


def tables(document) -> list[Table]:
    return [block for _, blocks in sections(document.blocks) for block in blocks if isinstance(block, Table)]


def _headings(block):
    if isinstance(block, Heading):
        yield block.text.replace("\u00a0", " ")
    elif isinstance(block, Box | Landscape):
        for part in block.blocks:
            yield from _headings(part)


def _said(block):
    yield from SAID.get(type(block), lambda _: ())(block)


def _pairs(block):
    for label, values in block.rows:
        yield label
        yield from (value.text if isinstance(value, Link) else value for value in values)


def _cells(block):
    yield from (column.title for column in block.columns)
    for row in block.rows:
        if isinstance(row, Group):
            yield row.title
        else:
            yield from (text for cell in row for text in (cell.text, *cell.details))


SAID = {
    Heading: lambda block: (block.text,),
    Para: lambda block: (block.text,),
    Link: lambda block: (block.text,),
    Bullets: lambda block: (
        text for _, item in listed_items(block.items) for text in (item.sign or "•", item.text)
    ),
    KeyValues: _pairs,
    Table: _cells,
    Landscape: lambda block: (text for part in block.blocks for text in _said(part)),
    Box: lambda block: (text for part in block.blocks for text in _said(part)),
    Signatures: lambda block: (text for line in block.lines for text in (line.role, line.name, line.signed)),
    Figure: lambda block: (block.caption,),
    Drawing: lambda block: (block.caption,),
}
