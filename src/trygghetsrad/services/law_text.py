"""The Act as the program tells it, read from its file."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from trygghetsrad.domain.law import Duty, DutyKind, Law, Passage, Start, Target
from trygghetsrad.domain.law_rules import RULES
from trygghetsrad.paths import resources

if TYPE_CHECKING:
    from collections.abc import Mapping


class LawTextBroken(ValueError):
    """The file of the Act lacks something or names something unknown; the program's fault, not a user's."""


@cache
def law() -> Law:
    """Return the Act with its twelve rows and its other sections. Raises LawTextBroken."""
    return law_from((resources() / "law.toml").read_text(encoding="utf-8"))


def law_from(text: str) -> Law:
    """Read and check the text of such a file. Raises LawTextBroken."""
    try:
        found = _law(tomllib.loads(text))
    except (KeyError, TypeError, ValueError) as error:
        raise LawTextBroken(str(error)) from error
    _check(found)
    return found


def _law(raw: Mapping[str, Any]) -> Law:
    return Law(
        name=raw["name"],
        number=raw["number"],
        changed_by=raw["changed_by"],
        read=raw["read"],
        in_force=raw["in_force"],
        duties=tuple(_duty(row) for row in raw["duty"]),
        texts=tuple(_passage(row) for row in raw["text"]),
    )


def _passage(row: Mapping[str, Any]) -> Passage:
    known = {**row, "section": row.get("section"), "kind": DutyKind(row["kind"])}
    return Passage(**{**known, "quoted": tuple(row.get("quoted", ()))})


def _duty(row: Mapping[str, Any]) -> Duty:
    start = row["start"]
    known = {**row, "kind": DutyKind(row["kind"]), "quoted": tuple(row.get("quoted", ()))}
    return Duty(**{**known, "start": Start(text=start["text"], target=Target(start["target"]))})


def _check(found: Law) -> None:
    """See to it that each row has its rule and its words, and no key stands twice."""
    keys = [passage.key for passage in found.passages]
    twice = {key for key in keys if keys.count(key) > 1}
    without = {duty.key for duty in found.duties} ^ set(RULES)
    empty = {one.key for one in found.passages if not (one.key and one.title and one.says)}
    if twice or without or empty:
        raise LawTextBroken(", ".join(sorted(twice | without | empty)))
