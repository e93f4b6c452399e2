"""The few column types a council file uses; STRICT tables take nothing else."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy import Integer, LargeBinary, Text
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable

Choice = TypeVar("Choice", bound=StrEnum)
Stored = TypeVar("Stored")
Meant = TypeVar("Meant")

_HALF_SIGNS = re.compile("[\ud800-\udfff]")


class UnreadableValue(ValueError):
    """What stands in the file is nothing the program can have written there, so the file is damaged."""


def understood(read: Callable[[Stored], Meant], stored: Stored) -> Meant:
    """Return what a stored value means; raises UnreadableValue."""
    try:
        return read(stored)
    except ValueError as error:
        raise UnreadableValue from error


class Whole(TypeDecorator[int]):
    """A whole number."""

    impl = Integer
    cache_ok = True


class Word(TypeDecorator[str]):
    """Any text; empty rather than missing. Half a sign, which no file can hold, becomes �."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: str | None, dialect: Any) -> str | None:
        return None if value is None else _HALF_SIGNS.sub("\ufffd", value)


class Facts(Word):
    """Facts kept as JSON, which is read as text."""

    cache_ok = True

    @override
    def process_result_value(self, value: str | None, dialect: Any) -> str | None:
        if value is not None:
            understood(json.loads, value)
        return value


class Bytes(TypeDecorator[bytes]):
    """The very bytes of a document or attachment."""

    impl = LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Any) -> Any:
        return dialect.type_descriptor(LargeBinary())


class Flag(TypeDecorator[bool]):
    """Yes or no, stored as 1 or 0."""

    impl = Integer
    cache_ok = True

    @override
    def process_bind_param(self, value: bool | None, dialect: Any) -> int | None:
        return None if value is None else int(value)

    @override
    def process_result_value(self, value: int | None, dialect: Any) -> bool | None:
        return None if value is None else bool(value)


class Day(TypeDecorator[date]):
    """A calendar day, stored as 2026-12-08."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: date | None, dialect: Any) -> str | None:
        return None if value is None else value.isoformat()

    @override
    def process_result_value(self, value: str | None, dialect: Any) -> date | None:
        return None if value is None else understood(date.fromisoformat, value)


class WallTime(TypeDecorator[time]):
    """A time of day as the clock on the wall has it, stored as 13:00."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: time | None, dialect: Any) -> str | None:
        return None if value is None else value.isoformat("minutes")

    @override
    def process_result_value(self, value: str | None, dialect: Any) -> time | None:
        return None if value is None else understood(time.fromisoformat, value)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, stored as 2026-12-08T12:00:00.000000+00:00."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Any) -> str | None:
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    @override
    def process_result_value(self, value: str | None, dialect: Any) -> datetime | None:
        return None if value is None else understood(datetime.fromisoformat, value)


class OneOf(TypeDecorator[Choice], Generic[Choice]):
    """One word of a fixed list, stored as the Swedish word itself."""

    impl = Text
    cache_ok = True

    def __init__(self, choices: type[Choice]) -> None:
        super().__init__()
        self.choices = choices

    @override
    def process_bind_param(self, value: Choice | None, dialect: Any) -> str | None:
        return None if value is None else self.choices(value).value

    @override
    def process_result_value(self, value: str | None, dialect: Any) -> Choice | None:
        return None if value is None else understood(self.choices, value)


class SomeOf(TypeDecorator[frozenset[Choice]], Generic[Choice]):
    """Several words of a fixed list, stored sorted with commas between."""

    impl = Text
    cache_ok = True

    def __init__(self, choices: type[Choice]) -> None:
        super().__init__()
        self.choices = choices

    @override
    def process_bind_param(self, value: frozenset[Choice] | None, dialect: Any) -> str | None:
        return None if value is None else ",".join(sorted(choice.value for choice in value))

    @override
    def process_result_value(self, value: str | None, dialect: Any) -> frozenset[Choice] | None:
        return None if value is None else understood(self._among, value)

    def _among(self, stored: str) -> frozenset[Choice]:
        return frozenset(self.choices(word) for word in stored.split(",") if word)
