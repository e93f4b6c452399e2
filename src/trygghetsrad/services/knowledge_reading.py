"""Reading of the knowledge texts: every entry whole, every word known, nothing left unread."""

from __future__ import annotations

import tomllib
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from trygghetsrad.paths import resources

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from enum import StrEnum
    from pathlib import Path

    Word = TypeVar("Word", bound=StrEnum)

Fact = TypeVar("Fact")


class BrokenKnowledge(ValueError):
    """A text of the program's own is incomplete; tells the file, the entry and the key."""


class Entry:
    """One table of a file, read key by key so that a forgotten or misspelled one is noticed."""

    def __init__(self, values: dict[str, Any], where: str) -> None:
        self._values = dict(values)
        self._where = where

    def text(self, key: str) -> str:
        """Return a text that must say something."""
        found = self.maybe(key)
        if not found:
            raise self._broken(key, "is empty")
        return found

    def maybe(self, key: str) -> str:
        """Return a text that may be empty, but not forgotten."""
        found = self._take(key, str)
        if found != found.strip() and key != "starter":
            raise self._broken(key, "has spaces around it")
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(str(one) for one in self._take(key, list))

    def number(self, key: str) -> int:
        return self._take(key, int)

    def flag(self, key: str) -> bool:
        return self._take(key, bool)

    def day(self, key: str, read: Callable[[str], date]) -> date:
        return self._known(key, self.text(key), read)

    def word(self, key: str, kind: type[Word]) -> Word:
        return self._known(key, self.text(key), kind)

    def words(self, key: str, kind: type[Word]) -> tuple[Word, ...]:
        return tuple(self._known(key, one, kind) for one in self.texts(key))

    def each(self, key: str, read: Callable[[Entry], Fact]) -> tuple[Fact, ...]:
        """Return the facts of a list of tables, each read to its last key."""
        tables = self._take(key, list)
        if not tables:
            raise self._broken(key, "is empty")
        return tuple(
            whole(Entry(table, f"{self._where} {key} {place}"), read)
            for place, table in enumerate(tables, start=1)
        )

    def left(self) -> tuple[str, ...]:
        return tuple(self._values)

    def unread(self) -> BrokenKnowledge:
        return self._broken(", ".join(self.left()), "is not known")

    def _take(self, key: str, kind: type[Fact]) -> Fact:
        found = self._values.pop(key, None)
        if not isinstance(found, kind):
            raise self._broken(key, "is missing" if found is None else "is of another kind")
        return found

    def _known(self, key: str, text: str, read: Callable[[str], Fact]) -> Fact:
        try:
            return read(text)
        except ValueError as error:
            raise self._broken(key, f"says {text!r}") from error

    def _broken(self, key: str, why: str) -> BrokenKnowledge:
        return BrokenKnowledge(f"{self._where}: {key} {why}")


def whole(entry: Entry, read: Callable[[Entry], Fact]) -> Fact:
    """Return the fact an entry tells; raises BrokenKnowledge when something in it was not read."""
    fact = read(entry)
    if entry.left():
        raise entry.unread()
    return fact


def read_file(name: str, read: Callable[[Entry], Fact]) -> Fact:
    """Return what a file of resources/knowledge tells; raises BrokenKnowledge."""
    return read_path(folder() / name, read)


def read_folder(name: str, read: Callable[[str, Entry], Fact]) -> tuple[Fact, ...]:
    """Return what each file of a folder tells; its name without ending is the key."""
    paths = sorted((folder() / name).glob("*.toml"))
    return tuple(read_path(path, partial(read, path.stem)) for path in paths)


def read_path(path: Path, read: Callable[[Entry], Fact]) -> Fact:
    return whole(Entry(tomllib.loads(path.read_text(encoding="utf-8")), path.name), read)


def folder() -> Path:
    return resources() / "knowledge"
