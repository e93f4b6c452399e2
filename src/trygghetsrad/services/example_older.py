"""Years before those that have files of their own."""

from __future__ import annotations

from typing import Any


def older_year(back: int) -> dict[str, Any]:
    raise NotImplementedError(back)
