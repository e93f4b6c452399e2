"""A document as text for a web page: HTML with headings, lists and links, and the same as plain text."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Bullets, Heading, Item, Link, Para, listed_items

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.documents.model import Document


def to_html(document: Document) -> str:
    """Return the document for a page that has a title of its own: the headings begin one level down.

    Raises TypeError for blocks that a web text does not use.
    """
    return "\n".join(_html(block) for block in document.blocks)


def to_text(document: Document) -> str:
    """Return the same words without marks, for editors that take no HTML."""
    return "\n\n".join(_text(block) for block in document.blocks) + "\n"


def _html(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level + 1}>{_safe(block.text)}</h{block.level + 1}>"
        case Para():
            return f"<p>{''.join(_piece(text, url) for text, url in block.pieces())}</p>"
        case Link():
            return f'<p><a href="{_safe(block.url)}">{_safe(block.text)}</a></p>'
        case Bullets():
            return _list(block.items)
        case _:
            raise TypeError(type(block).__name__)


def _piece(text: str, url: str) -> str:
    return f'<a href="{_safe(url)}">{_safe(text)}</a>' if url else _safe(text)


def _list(items: Iterable[str | Item]) -> str:
    """Return a list; numbers that items carry stand in their text, where every editor keeps them."""
    lines = []
    for one in items:
        item = Item(one) if isinstance(one, str) else one
        text = _safe(f"{item.sign} {item.text}".strip())
        lines.append(f"<li>{text}{_list(item.items) if item.items else ''}</li>")
    return f"<ul>{''.join(lines)}</ul>"


def _text(block: Block) -> str:
    match block:
        case Heading():
            return block.text
        case Para():
            return "".join(f"{text} ({url})" if url else text for text, url in block.pieces())
        case Link():
            return block.text if block.text == block.url else f"{block.text}: {block.url}"
        case Bullets():
            return "\n".join(
                f"{'  ' * depth}{item.sign or '-'} {item.text}" for depth, item in listed_items(block.items)
            )
        case _:
            raise TypeError(type(block).__name__)


def _safe(text: str) -> str:
    """Return what people wrote as text, whatever signs stand in it; a line end stays one."""
    printable = "".join(sign for sign in text if sign.isprintable() or sign in "\n\u00a0\u00ad")
    return escape(printable).replace("\n", "<br>")
