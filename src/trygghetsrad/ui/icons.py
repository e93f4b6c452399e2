"""The icons, drawn from SVG files in the colour of their surroundings."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from trygghetsrad.paths import resources

_RATIOS = (1.0, 1.5, 2.0, 3.0)


class Icon(StrEnum):
    """Every icon by its name in the Fluent family; FILLED says which also have a filled shape."""

    ADD = "add"
    ADD_CIRCLE = "add_circle"
    ALERT = "alert"
    ARCHIVE = "archive"
    ARROW_DOWNLOAD = "arrow_download"
    ARROW_EXPORT = "arrow_export"
    ARROW_IMPORT = "arrow_import"
    ARROW_LEFT = "arrow_left"
    ARROW_REDO = "arrow_redo"
    ARROW_RESET = "arrow_reset"
    ARROW_RIGHT = "arrow_right"
    ARROW_SYNC = "arrow_sync"
    ARROW_UNDO = "arrow_undo"
    ARROW_UPLOAD = "arrow_upload"
    ATTACH = "attach"
    BOARD = "board"
    BUILDING = "building"
    CALENDAR_ADD = "calendar_add"
    CALENDAR_LTR = "calendar_ltr"
    CHECKMARK = "checkmark"
    CHECKMARK_CIRCLE = "checkmark_circle"
    CHEVRON_DOWN = "chevron_down"
    CHEVRON_LEFT = "chevron_left"
    CHEVRON_RIGHT = "chevron_right"
    CHEVRON_UP = "chevron_up"
    CIRCLE = "circle"
    CLIPBOARD_PASTE = "clipboard_paste"
    CLIPBOARD_TASK = "clipboard_task"
    CLOCK = "clock"
    COMMENT = "comment"
    COPY = "copy"
    DATA_BAR_VERTICAL = "data_bar_vertical"
    DATA_TRENDING = "data_trending"
    DELETE = "delete"
    DISMISS = "dismiss"
    DOCUMENT = "document"
    DOCUMENT_MULTIPLE = "document_multiple"
    DOCUMENT_PDF = "document_pdf"
    EDIT = "edit"
    ERROR_CIRCLE = "error_circle"
    EYE = "eye"
    FILTER = "filter"
    FLAG = "flag"
    FOLDER_OPEN = "folder_open"
    GAVEL = "gavel"
    HANDSHAKE = "handshake"
    HISTORY = "history"
    HOME = "home"
    INFO = "info"
    KEYBOARD = "keyboard"
    LIGHTBULB = "lightbulb"
    LINK = "link"
    LOCK_CLOSED = "lock_closed"
    MAIL = "mail"
    MAIL_MULTIPLE = "mail_multiple"
    MORE_HORIZONTAL = "more_horizontal"
    NOTE = "note"
    NOTEBOOK = "notebook"
    OPEN = "open"
    PANEL_RIGHT = "panel_right"
    PAUSE = "pause"
    PEOPLE = "people"
    PEOPLE_COMMUNITY = "people_community"
    PEOPLE_TEAM = "people_team"
    PERSON = "person"
    PERSON_ADD = "person_add"
    PHONE = "phone"
    PLAY = "play"
    PRINT = "print"
    PROHIBITED = "prohibited"
    QUESTION_CIRCLE = "question_circle"
    RE_ORDER_DOTS_VERTICAL = "re_order_dots_vertical"
    SAVE = "save"
    SEARCH = "search"
    SETTINGS = "settings"
    SHIELD_CHECKMARK = "shield_checkmark"
    SHIELD_TASK = "shield_task"
    TABLE = "table"
    TARGET = "target"
    TASK_LIST_LTR = "task_list_ltr"
    TEXT_BULLET_LIST = "text_bullet_list"
    TEXT_QUOTE = "text_quote"
    WARNING = "warning"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"


FILLED = frozenset(
    {
        Icon.ARCHIVE,
        Icon.BUILDING,
        Icon.CHECKMARK_CIRCLE,
        Icon.CIRCLE,
        Icon.DATA_TRENDING,
        Icon.DOCUMENT,
        Icon.ERROR_CIRCLE,
        Icon.HOME,
        Icon.INFO,
        Icon.PEOPLE,
        Icon.PEOPLE_COMMUNITY,
        Icon.PEOPLE_TEAM,
        Icon.QUESTION_CIRCLE,
        Icon.SETTINGS,
        Icon.SHIELD_CHECKMARK,
        Icon.TASK_LIST_LTR,
        Icon.WARNING,
    }
)


def icon(
    name: Icon,
    color: str,
    *,
    size: int = 20,
    filled: bool = False,
    gap: int = 0,
    disabled: str | None = None,
) -> QIcon:
    """Return an icon of this many pixels; gap adds air on its right, which Qt's buttons cannot give."""
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(pixmap(name, color, size=size, filled=filled, gap=gap, ratio=ratio))
        if disabled:
            grey = pixmap(name, disabled, size=size, filled=filled, gap=gap, ratio=ratio)
            made.addPixmap(grey, QIcon.Mode.Disabled)
    return made


def pixmap(
    name: Icon,
    color: str,
    *,
    size: int = 20,
    filled: bool = False,
    gap: int = 0,
    ratio: float = 1.0,
) -> QPixmap:
    """Return one picture of an icon for a screen with this pixel ratio."""
    picture = QPixmap(round((size + gap) * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw(painter, name, color, QRectF(0, 0, size, size), filled=filled)
    painter.end()
    return picture


def draw(painter: QPainter, name: Icon, color: str, where: QRectF, *, filled: bool = False) -> None:
    """Draw an icon straight onto a widget, sharp at any scale."""
    _renderer(name, color, filled).render(painter, where)


@lru_cache(maxsize=512)
def _renderer(name: Icon, color: str, filled: bool) -> QSvgRenderer:
    svg = _source(name, filled).replace("<svg ", f'<svg fill="{color}" ', 1)
    return QSvgRenderer(QByteArray(svg.encode()))


@lru_cache(maxsize=256)
def _source(name: Icon, filled: bool) -> str:
    shape = "filled" if filled and name in FILLED else "regular"
    return (resources() / "icons" / f"{name}_20_{shape}.svg").read_text(encoding="utf-8")
