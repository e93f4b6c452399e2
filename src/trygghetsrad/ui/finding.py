"""What Ctrl+K finds: commands, meetings, people and actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.sorting import fold
from trygghetsrad.ui.components.command_palette import PaletteEntry
from trygghetsrad.ui.icons import Icon

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from trygghetsrad.app import OpenCouncil

MOST = 30
COMMANDS_WHEN_EMPTY = 6


class Finder:
    """Looks through the council for what she types, with or without å, ä and ö."""

    def __init__(self, council: OpenCouncil, today: date) -> None:
        self._council = council
        self._today = today

    def find(self, text: str) -> list[PaletteEntry]:
        """Return what holds every word of the text; the likely next commands when it is empty."""
        words = fold(text).split()
        if not words:
            return list(self._commands())[:COMMANDS_WHEN_EMPTY]
        everything = (*self._commands(), *self._meetings(), *self._people(), *self._actions())
        found = [entry for entry in everything if all(word in fold(entry.text) for word in words)]
        return found[:MOST]

    def _commands(self) -> Iterator[PaletteEntry]:
        meeting = self._council.meetings.next(self._today)
        section = _tr("Kommandon")
        if meeting is not None:
            opening = _tr("Öppna {meeting}").format(meeting=meeting.label.lower())
            yield PaletteEntry(
                section=section, text=opening, key=("meeting", meeting.id), icon=Icon.PEOPLE_TEAM
            )
            paper = _tr("Visa kallelse och protokoll för {meeting}").format(meeting=meeting.label.lower())
            yield PaletteEntry(
                section=section, text=paper, key=("documents", meeting.id), icon=Icon.DOCUMENT_PDF
            )
        for text, kind, icon, hint in (
            (_tr("Visa åtgärderna"), "actions", Icon.TASK_LIST_LTR, "Ctrl+3"),
            (_tr("Planera årets möten"), "plan", Icon.CALENDAR_ADD, ""),
            (_tr("Klistra in personer från Excel"), "paste", Icon.CLIPBOARD_PASTE, ""),
            (_tr("Visa lägesbild och plan"), "thread", Icon.DATA_TRENDING, "Ctrl+4"),
            (_tr("Var står ni i dag? Lägg in det ni redan har"), "where_now", Icon.FLAG, ""),
            (_tr("Visa överenskommelserna"), "agreements", Icon.HANDSHAKE, "Ctrl+5"),
            (_tr("Visa Lagkollen"), "law", Icon.SHIELD_CHECKMARK, "Ctrl+6"),
            (_tr("Visa personer i rådet"), "members", Icon.PEOPLE, "Ctrl+7"),
            (_tr("Visa alla möten"), "meetings", Icon.CALENDAR_LTR, "Ctrl+2"),
            (_tr("Ändra inställningar"), "settings", Icon.SETTINGS, ""),
            (_tr("Öppna ett annat råd"), "file", Icon.FOLDER_OPEN, "Ctrl+O"),
            (_tr("Öppna en kopia skrivskyddat"), "copy", Icon.EYE, ""),
            (_tr("Visa exempelrådet"), "example", Icon.LIGHTBULB, ""),
        ):
            yield _entry(section, text, (kind, 0), icon, hint)

    def _meetings(self) -> Iterator[PaletteEntry]:
        for meeting in reversed(self._council.meetings.every()):
            text = f"{meeting.label} {meeting.theme}".strip()
            yield _entry(_tr("Möten"), text, ("meeting", meeting.id), Icon.CALENDAR_LTR, iso(meeting.day))

    def _people(self) -> Iterator[PaletteEntry]:
        for person in self._council.people.persons():
            key = ("member", person.id)
            hint = person.organisation
            yield PaletteEntry(
                section=_tr("Personer"), text=person.name, key=key, hint=hint, icon=Icon.PERSON
            )

    def _actions(self) -> Iterator[PaletteEntry]:
        for action in self._council.actions.every(self._today):
            key = ("action", action.id)
            hint = action.owner
            yield PaletteEntry(
                section=_tr("Åtgärder"), text=action.what, key=key, hint=hint, icon=Icon.TASK_LIST_LTR
            )


def _entry(section: str, text: str, key: tuple[str, int], icon: Icon, hint: str = "") -> PaletteEntry:
    return PaletteEntry(section=section, text=text, key=key, icon=icon, hint=hint)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Finder", text)
