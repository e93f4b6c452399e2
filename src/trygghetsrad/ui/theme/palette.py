"""From our colours to Qt's palette, and from a high contrast system's palette to our colours."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from trygghetsrad.ui.theme.tokens import Colors

_Role = QPalette.ColorRole


def palette_of(colors: Colors) -> QPalette:
    """Return Qt's palette for what the style sheet does not reach."""
    palette = QPalette()
    for role, color in {
        _Role.Window: colors.window,
        _Role.WindowText: colors.text,
        _Role.Base: colors.surface,
        _Role.AlternateBase: colors.sunken,
        _Role.Text: colors.text,
        _Role.Button: colors.surface,
        _Role.ButtonText: colors.text,
        _Role.PlaceholderText: colors.placeholder,
        _Role.Highlight: colors.accent,
        _Role.HighlightedText: colors.on_accent,
        _Role.Accent: colors.accent,
        _Role.Link: colors.accent,
        _Role.LinkVisited: colors.accent,
        _Role.ToolTipBase: colors.toast,
        _Role.ToolTipText: colors.on_toast,
        _Role.BrightText: colors.error,
        _Role.Mid: colors.line,
        _Role.Midlight: colors.hover,
        _Role.Dark: colors.border,
    }.items():
        palette.setColor(role, QColor(color))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors.placeholder))
    return palette


def colors_of(palette: QPalette) -> Colors:
    """Return our colours made of the system's own few, for a user who asked for high contrast."""

    def name(role: QPalette.ColorRole) -> str:
        return palette.color(role).name()

    text, ground = name(_Role.WindowText), name(_Role.Window)
    return Colors(
        text=text,
        secondary=text,
        placeholder=text,
        window=ground,
        surface=name(_Role.Base),
        sunken=ground,
        rail=ground,
        hover=ground,
        selected=name(_Role.Highlight),
        line=text,
        border=text,
        accent=name(_Role.Highlight),
        on_accent=name(_Role.HighlightedText),
        accent_hover=name(_Role.Highlight),
        accent_pressed=name(_Role.Highlight),
        accent_soft=ground,
        ok=text,
        ok_soft=ground,
        warning=text,
        warning_soft=ground,
        error=text,
        error_soft=ground,
        info=text,
        info_soft=ground,
        focus=text,
        toast=ground,
        on_toast=text,
        toast_link=text,
    )
