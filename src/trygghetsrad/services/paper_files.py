"""Files from outside on their way in: read once, and refused when they are no papers."""

from __future__ import annotations

from pathlib import Path

from trygghetsrad.domain.attachments import HEAVIEST, FileTooHeavy, NoPaper, NothingInFile, is_program
from trygghetsrad.domain.errors import FileMissing, NotAFile, Unreadable
from trygghetsrad.exchange.cells import safe_filename


def read_paper(path: Path) -> bytes:
    """Return the bytes of a file she has chosen, never more than a paper may have.

    Raises FileMissing, NotAFile, Unreadable, FileTooHeavy, NothingInFile or NoPaper.
    """
    try:
        if path.is_dir():
            raise NotAFile(path)
        if not path.is_file():
            raise FileMissing(path)
        size = path.stat().st_size
        if size > HEAVIEST:
            raise FileTooHeavy(path, size)
        with path.open("rb") as file:
            content = file.read(HEAVIEST + 1)
    except (OSError, ValueError) as error:
        raise Unreadable(path) from error
    check_file(path.name, content)
    return content


def check_file(name: str, content: bytes) -> None:
    """Refuse what is no paper: a program, nothing at all, or too much.

    Raises NoPaper, NothingInFile or FileTooHeavy.
    """
    if is_program(safe_filename(name)) or is_program(name):
        raise NoPaper(Path(name))
    if not content:
        raise NothingInFile(Path(name))
    if len(content) > HEAVIEST:
        raise FileTooHeavy(Path(name), len(content))
