"""Columns and rows whose gaps grow with the user's text size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from trygghetsrad.ui.theme.look import look

if TYPE_CHECKING:
    from collections.abc import Sequence

_PROPERTY = "unscaledSpace"
Edge = int | tuple[int, int, int, int]


def column(parent: QWidget | None = None, *, gap: int = 8, edge: Edge = 0) -> QVBoxLayout:
    """Stack widgets; gap and edge (left, top, right, bottom) in pixels at 100 %."""
    layout = QVBoxLayout(parent) if parent else QVBoxLayout()
    space(layout, gap=gap, edge=edge)
    return layout


def row(parent: QWidget | None = None, *, gap: int = 8, edge: Edge = 0) -> QHBoxLayout:
    """Place widgets side by side; gap and edge as in column."""
    layout = QHBoxLayout(parent) if parent else QHBoxLayout()
    space(layout, gap=gap, edge=edge)
    return layout


def space(layout: QBoxLayout, *, gap: int, edge: Edge) -> None:
    """Give any box layout gaps that follow the text size."""
    edges = (edge,) * 4 if isinstance(edge, int) else edge
    layout.setProperty(_PROPERTY, [gap, *edges])
    _scale(layout, (gap, *edges))


def rescale_layouts() -> None:
    """Give every layout of every window the gaps of the look in force."""
    for window in QApplication.topLevelWidgets():
        for layout in window.findChildren(QLayout):
            sizes = layout.property(_PROPERTY)
            if sizes:
                _scale(layout, [int(size) for size in sizes])


def _scale(layout: QLayout, sizes: Sequence[int]) -> None:
    gap, left, top, right, bottom = (look().px(size) for size in sizes)
    layout.setSpacing(gap)
    layout.setContentsMargins(left, top, right, bottom)
