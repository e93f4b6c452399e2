"""Councils for the tests of the store."""

from __future__ import annotations

from council_files import clock, council, empty

__all__ = ["clock", "council", "empty"]
