"""Keeps Python 3.11 alive under PySide6 6.12, which no longer counts references to None, True and False."""

from __future__ import annotations

import ctypes
import sys


def keep_constants() -> None:
    """Give the three constants more references than a program can use up.

    From Python 3.12 they live for ever and PySide6 6.12 relies on it: every call that returns None takes
    one reference away, and after some thousand calls Python 3.11 stops with "deallocating None".
    """
    if sys.version_info < (3, 12):
        for constant in (None, True, False, NotImplemented):
            # The count is the first field of every object in CPython 3.11.
            ctypes.c_ssize_t.from_address(id(constant)).value = sys.maxsize // 2
