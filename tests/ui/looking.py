"""What a screen reader hears and what an eye would catch, asked of real widgets.

Any page's tests may use these on its own widgets.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from trygghetsrad.ui.components.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

Role = QAccessible.Role
WORKED = {
    Role.Button,
    Role.ButtonMenu,
    Role.CheckBox,
    Role.RadioButton,
    Role.EditableText,
    Role.ComboBox,
    Role.SpinBox,
    Role.Table,
    Role.List,
    Role.Tree,
    Role.PageTab,
}


@dataclass(frozen=True)
class Element:
    """One thing of the window as a screen reader meets it."""

    role: QAccessible.Role
    name: str
    description: str
    widget: QWidget | None


def elements(widget: QWidget) -> list[Element]:
    """Return everything that is shown inside a widget."""
    return list(_walk(QAccessible.queryAccessibleInterface(widget)))


def _walk(interface: QAccessibleInterface | None) -> Iterator[Element]:
    if interface is None or interface.state().invisible:
        return
    thing = interface.object()
    yield Element(
        interface.role(),
        interface.text(QAccessible.Text.Name),
        interface.text(QAccessible.Text.Description),
        thing if isinstance(thing, QWidget) else None,
    )
    if interface.role() in {Role.Table, Role.List}:
        return  # the cells have their words from the model
    for place in range(interface.childCount()):
        yield from _walk(interface.child(place))


def unnamed(widget: QWidget) -> list[str]:
    """Return what can be worked with but says nothing to a screen reader."""
    return [str(e.widget) for e in elements(widget) if e.role in WORKED and not e.name]


def _shown(widget: QWidget, kinds: tuple[type, ...]) -> list[QWidget]:
    return [part for part in widget.findChildren(QWidget) if isinstance(part, kinds) and part.isVisible()]


def too_small(widget: QWidget) -> list[str]:
    """Return buttons and fields smaller than 24 by 24 pixels (WCAG 2.2, 2.5.8)."""
    inside = (QLineEdit,)
    return [
        f"{part} {part.size().toTuple()}"
        for part in _shown(widget, (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit))
        if min(part.size().toTuple()) < 24
        and not (isinstance(part, inside) and isinstance(part.parent(), QComboBox))
    ]


def clipped(widget: QWidget) -> list[str]:
    """Return words that do not fit where they stand."""
    return [
        f"{part.text()!r} needs {part.sizeHint().width()}, has {part.width()}"
        for part in _shown(widget, (QLabel, QPushButton))
        if isinstance(part, QLabel | QPushButton)
        and not isinstance(part, ElidedLabel)
        and not (isinstance(part, QLabel) and part.wordWrap())
        and part.text()
        and part.sizeHint().width() > part.width()
    ]


def luminance(color: str) -> float:
    """Return the relative luminance of #RRGGBB as WCAG 2 defines it."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
