"""Colours, type, space and the one style sheet that give the window its looks."""

from __future__ import annotations

from trygghetsrad.ui.theme.apply import Theme, apply_look, apply_theme
from trygghetsrad.ui.theme.layouts import column, row
from trygghetsrad.ui.theme.look import Look, TextRole, Width, follow_look, look, width_class
from trygghetsrad.ui.theme.tokens import DARK_COLORS, LIGHT_COLORS, Colors, Ink, Tone

__all__ = [
    "DARK_COLORS",
    "LIGHT_COLORS",
    "Colors",
    "Ink",
    "Look",
    "TextRole",
    "Theme",
    "Tone",
    "Width",
    "apply_look",
    "apply_theme",
    "column",
    "follow_look",
    "look",
    "row",
    "width_class",
]
