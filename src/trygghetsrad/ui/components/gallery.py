"""Every part of the window with invented content, for looking at and for testing.

Run `python -m trygghetsrad.ui.components.gallery [dark] [110]` to see it.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from trygghetsrad.ui.components.command_palette import CommandPalette, PaletteEntry
from trygghetsrad.ui.components.gallery_meeting import meeting_page
from trygghetsrad.ui.components.gallery_parts import fields_page, parts_page
from trygghetsrad.ui.components.gallery_scenes import actions_page, empty_page, overview_page
from trygghetsrad.ui.components.shell import Shell
from trygghetsrad.ui.components.shortcuts import ShortcutsOverlay
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Theme, apply_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

_TITLES = {
    "overview": ("Översikt", "Måndag 23 november 2026, vecka 48"),
    "meetings": ("Möte 4/2026", "Tisdag 8 december, Björken"),
    "actions": ("Åtgärder", ""),
    "parts": ("Delar", "Allt som sidorna byggs av"),
    "fields": ("Fält", ""),
    "documents": ("Dokument", ""),
}
_ENTRIES = (
    PaletteEntry(
        section="Kommandon",
        text="Skriv protokoll för möte 4/2026",
        key=1,
        hint="Ctrl+Shift+P",
        icon=Icon.GAVEL,
    ),
    PaletteEntry(
        section="Kommandon", text="Skapa protokoll som PDF", key=2, hint="Ctrl+P", icon=Icon.DOCUMENT_PDF
    ),
    PaletteEntry(
        section="Dokument", text="Protokoll möte 3/2026", key=3, hint="2026-09-21", icon=Icon.DOCUMENT
    ),
    PaletteEntry(
        section="Dokument", text="Protokoll möte 2/2026", key=4, hint="2026-05-19", icon=Icon.DOCUMENT
    ),
    PaletteEntry(
        section="I protokollen",
        text="… föregående protokoll läggs till handlingarna …",
        key=5,
        hint="§ 3, möte 3",
        icon=Icon.NOTEBOOK,
    ),
)
_SHORTCUTS = (
    (
        "Överallt",
        (("Ctrl+K", "Sök eller välj kommando"), ("Ctrl+Z", "Ångra"), ("Ctrl+1 till 6", "Byt plats")),
    ),
    ("I mötet", (("Ctrl+Enter", "Nästa punkt"), ("Ctrl+Shift+Enter", "Föregående punkt"))),
)


def find(text: str) -> Sequence[PaletteEntry]:
    """Return the invented entries that contain the text."""
    return [entry for entry in _ENTRIES if text.lower() in entry.text.lower()]


class Gallery(Shell):
    """A window whose pages are made up."""

    def __init__(self) -> None:
        super().__init__(subtitle="Norrmyra kommun")
        self.set_pages(
            [
                ("overview", "Översikt", Icon.HOME, overview_page()),
                ("meetings", "Möten", Icon.PEOPLE_TEAM, meeting_page()),
                ("actions", "Åtgärder", Icon.TASK_LIST_LTR, actions_page()),
                ("parts", "Delar", Icon.DATA_TRENDING, parts_page()),
                ("fields", "Fält", Icon.PEOPLE, fields_page()),
                ("documents", "Dokument", Icon.DOCUMENT, empty_page()),
            ]
        )
        self.palette_overlay = CommandPalette(self, find)
        self.shortcuts_overlay = ShortcutsOverlay(self, _SHORTCUTS)
        self.status.set_left("Allt är sparat, 13.42")
        self.status.set_right("Säkerhetskopia: i dag 08.15")
        self.page_requested.connect(self.go)
        self.search_requested.connect(self.palette_overlay.open)
        self.shortcuts_requested.connect(self.shortcuts_overlay.open)
        self.go("overview")

    def go(self, key: str) -> None:
        """Show a page with its title."""
        self.show_page(key)
        self.set_title(*_TITLES[key])


def main() -> int:
    """Open the gallery until it is closed."""
    app = QApplication(sys.argv)
    sizes = [int(word) for word in sys.argv[1:] if word.isdigit()]
    apply_theme(app, Theme.DARK if "dark" in sys.argv else Theme.SYSTEM, *sizes[:1])
    gallery = Gallery()
    gallery.resize(1366, 688)
    gallery.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
