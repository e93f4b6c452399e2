"""What the window may ask of the council files; handed in from outside, so that it opens fast."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.council import Municipality
    from trygghetsrad.domain.errors import CouncilInUse


class Councils(Protocol):
    """Opens and makes council files; every method raises the errors of domain/errors.py."""

    def open(self, path: Path) -> OpenCouncil: ...

    def open_read_only(self, path: Path) -> OpenCouncil: ...

    def holder(self, path: Path) -> CouncilInUse | None: ...

    def create(self, path: Path, municipality: Municipality, name: str, today: date) -> OpenCouncil: ...

    def example(self) -> OpenCouncil: ...

    def ask_to_show(self, path: Path) -> None: ...

    def is_asked_to_show(self, path: Path) -> bool: ...

    def take_show_request(self, path: Path) -> bool: ...
