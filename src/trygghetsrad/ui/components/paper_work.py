"""What a list of papers needs of the page it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.page import Page


class PaperWork(Protocol):
    """The council, the day, and the one way a deed is done."""

    council: OpenCouncil

    def today(self) -> date: ...

    def do(self, deed: Callable[[], object], *, toast: str = "", undo: bool = True) -> bool: ...


class PageWork:
    """A page as a list of papers sees it."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.council = page.council

    def today(self) -> date:
        return self._page.now().date()

    def do(self, deed: Callable[[], object], *, toast: str = "", undo: bool = True) -> bool:
        """Do one deed as the page does it."""
        return self._page.do(deed, toast=toast, undo=undo)
