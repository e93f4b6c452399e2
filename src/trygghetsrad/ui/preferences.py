"""What the window remembers between two days: looks, size and the last file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from trygghetsrad.paths import data_folder
from trygghetsrad.ui.theme import Theme

FILE_NAME = "installningar.ini"


class Preferences:
    """A small INI file beside the data, so that it travels with it; broken values count as unset."""

    def __init__(self, path: Path | None = None) -> None:
        self._settings = QSettings(str(path or data_folder() / FILE_NAME), QSettings.Format.IniFormat)

    @property
    def theme(self) -> Theme:
        try:
            return Theme(self._text("theme"))
        except ValueError:
            return Theme.SYSTEM

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._settings.setValue("theme", theme.value)

    @property
    def text_size(self) -> int:
        """Return the size of text in percent, 90–150."""
        text = self._text("text_size")
        return min(max(int(text), 90), 150) if text.isdecimal() else 100

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._settings.setValue("text_size", str(percent))

    @property
    def last_file(self) -> Path | None:
        text = self._text("last_file")
        return Path(text) if text and "\0" not in text else None

    @last_file.setter
    def last_file(self, path: Path) -> None:
        self._settings.setValue("last_file", str(path))

    @property
    def failed_starts(self) -> int:
        """Return how many starts in a row have come to nothing."""
        text = self._text("failed_starts")
        return min(int(text), 9) if text.isdecimal() and len(text) < 4 else 0

    @failed_starts.setter
    def failed_starts(self, count: int) -> None:
        self._settings.setValue("failed_starts", str(count))
        self._settings.sync()  # a program that stops suddenly writes nothing later

    @property
    def last_place(self) -> tuple[date, str, int] | None:
        """Return the day she was here last and what was in view: a page, or one meeting's room."""
        day, key, number = (*self._text("last_place").split(" "), "", "", "")[:3]
        try:
            return date.fromisoformat(day), key, int(number)
        except ValueError:
            return None

    @last_place.setter
    def last_place(self, place: tuple[date, str, int]) -> None:
        self._settings.setValue("last_place", " ".join(str(part) for part in place))

    @property
    def drafts_open(self) -> bool | None:
        """Say whether this computer opens drafts of letters; None until she has told."""
        return {"yes": True, "no": False}.get(self._text("drafts_open"))

    @drafts_open.setter
    def drafts_open(self, opens: bool) -> None:
        self._settings.setValue("drafts_open", "yes" if opens else "no")

    @property
    def geometry(self) -> QByteArray:
        return QByteArray.fromHex(self._text("geometry").encode())

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", bytes(geometry.toHex().data()).decode())

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""
