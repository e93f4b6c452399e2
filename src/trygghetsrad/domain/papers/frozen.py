"""Facts of a paper as one text that can be kept, compared and read back."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import fields, is_dataclass, replace
from datetime import date, time
from enum import Enum
from hashlib import sha256
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

from trygghetsrad.domain.papers import letterhead, lists, minutes, notices

if TYPE_CHECKING:
    from trygghetsrad.domain.papers.minutes import MinutesFacts

_Facts = TypeVar("_Facts")
_CODE_LENGTH = 16
_NAMES = {"date": date, "time": time} | vars(letterhead) | vars(lists) | vars(minutes) | vars(notices)


def freeze(facts: object) -> str:
    """Return the facts as JSON that is the same for the same facts, on every computer."""
    return json.dumps(_plain(facts), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def thaw(kind: type[_Facts], text: str) -> _Facts:
    """Return the facts again; fields that came later have their defaults. Raises ValueError or TypeError."""
    facts: _Facts = _read(kind, json.loads(text))
    return facts


def code_of(facts: MinutesFacts) -> str:
    """Return the 16 hex digits that are printed on minutes: of everything on them but the code itself."""
    return sha256(freeze(replace(facts, code=None)).encode()).hexdigest()[:_CODE_LENGTH]


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if isinstance(value, (date, time)):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def _read(kind: Any, value: Any) -> Any:
    if get_origin(kind) is tuple:
        return tuple(_read(get_args(kind)[0], part) for part in value)
    if isinstance(kind, UnionType):
        (only,) = (choice for choice in get_args(kind) if choice is not NoneType)
        return None if value is None else _read(only, value)
    if is_dataclass(kind):
        return _read_facts(kind, value)
    if kind is bytes:
        return b64decode(value)
    if kind in {date, time}:
        return kind.fromisoformat(value)
    return kind(value) if issubclass(kind, Enum) else value


def _read_facts(kind: Any, value: dict[str, Any]) -> Any:
    hints = get_type_hints(kind, _NAMES)
    return kind(**{name: _read(hints[name], part) for name, part in value.items()})
