"""The folder where drafts lie until the mail program has taken them; only the user may look there."""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from trygghetsrad.exchange.cells import safe_filename
from trygghetsrad.paths import data_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

KEPT = timedelta(days=7)
_OURS = re.compile(r"\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d(?: \(\d+\))?")


def outbox() -> Path:
    return data_folder() / "utkast"


def put_down(files: Mapping[str, bytes], now: datetime) -> list[Path]:
    """Write files into a folder of their own and return where they lie.

    Raises the FileErrors of documents/saving.py.
    """
    from trygghetsrad.documents.saving import save_document

    folder = _new_folder(now)
    paths = [folder / safe_filename(name) for name in files]
    for path, content in zip(paths, files.values(), strict=True):
        save_document(path, content)
    return paths


def clear_old(now: datetime) -> None:
    """Take away drafts older than a week: they hold addresses, and the letters are sent or forgotten."""
    if not outbox().is_dir():
        return
    oldest = _stamp(now - KEPT)
    for folder in outbox().iterdir():
        if _OURS.fullmatch(folder.name) and folder.name < oldest:
            shutil.rmtree(folder, ignore_errors=True)


def _stamp(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H.%M.%S}"


def _new_folder(now: datetime) -> Path:
    """Make a folder named by the moment; it may exist already when two are made within a second."""
    stamp = _stamp(now)
    folder = outbox() / stamp
    number = 1
    with suppress(OSError):  # said by save_document, with the reason
        outbox().mkdir(mode=0o700, parents=True, exist_ok=True)
        while folder.exists():
            number += 1
            folder = outbox() / f"{stamp} ({number})"
        folder.mkdir(mode=0o700)
    return folder
