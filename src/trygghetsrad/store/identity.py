"""Permanent names for rows, the same in every export; repeatable for the example council."""

from __future__ import annotations

import uuid
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_source: ContextVar[Callable[[], str] | None] = ContextVar("uid_source", default=None)


def new_uid() -> str:
    """Return a permanent name for a row."""
    source = _source.get()
    return source() if source else uuid.uuid4().hex


@contextmanager
def numbered_uids(name: str) -> Iterator[None]:
    """Give the rows made in the block names that are the same every time."""
    numbers = count(1)
    token = _source.set(lambda: uuid.uuid5(uuid.NAMESPACE_URL, f"{name}/{next(numbers)}").hex)
    try:
        yield
    finally:
        _source.reset(token)
