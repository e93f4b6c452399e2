"""Minutes as they may lie on the web: without secrets, signatures and ways to reach people."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Any

from trygghetsrad.domain.counting import listed, plural
from trygghetsrad.domain.papers.minutes import MinutesItem

if TYPE_CHECKING:
    from collections.abc import Collection

    from trygghetsrad.domain.papers.minutes import MinutesFacts

LEFT_OUT = "[utelämnat]"
_ANOTHER_FILE = "Originalet är en annan fil. Texten här kan skilja sig från den."
NOT_PUBLIC = "Ärendet återges inte i den publika versionen"

_EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_PHONE = r"(?<![\w/-])(?:\+46|0046|0)[ \u00a0-]?\d{1,3}(?:[ \u00a0-]?\d{2,3}){2,3}(?![\d-])"
_IDENTITY = r"(?<!\d)(?:19|20)?\d{6}[-+]\d{4}(?!\d)"
_TALKING = ("items", "attachments", "next_meeting", "attendance", "chairs", "secretaries", "verifiers")
"""The fields that people's own words and names stand in."""


def public_version(facts: MinutesFacts, hidden_names: Collection[str] = ()) -> MinutesFacts:
    """Return what may be published of the minutes, with a list of what is missing.

    Names of people with protected data are `hidden_names`. What may be secret is what the council has
    marked so; no text is judged here.
    """
    secret = [item for item in facts.items if item.confidential]
    secret_papers = {paper for item in secret for paper in item.papers}
    kept = dataclasses.replace(
        facts,
        items=tuple(
            _without_content(item) if item.confidential else _published(item) for item in facts.items
        ),
        unpublished_attachments=(),
        attachments=tuple(paper for paper in facts.attachments if paper not in secret_papers),
    )
    eraser = _Eraser(hidden_names)
    told = {name: eraser.clean(getattr(kept, name)) for name in _TALKING}
    return dataclasses.replace(
        kept,
        **told,
        public=True,
        code=None,
        deviation_note=_ANOTHER_FILE if facts.deviation_note else "",
        left_out=_told(facts, [item.label for item in secret], eraser),
    )


def _without_content(item: MinutesItem) -> MinutesItem:
    return MinutesItem(label=item.label, title=NOT_PUBLIC, confidential=True)


def _published(item: MinutesItem) -> MinutesItem:
    return dataclasses.replace(item, unpublished_papers=())


def _told(facts: MinutesFacts, secret: list[str], eraser: _Eraser) -> tuple[str, ...]:
    lines = ["Underskrifter och kod"] if facts.formal else []
    if secret:
        points = secret if facts.formal else [f"punkt {label}" for label in secret]
        lines.append(f"{listed(points)}, som kan omfattas av sekretess")
    if hidden := _unpublished(facts):
        lines.append(f"{plural(hidden, 'handling', 'handlingar')} som inte är för alla")
    if eraser.contacts:
        places = plural(eraser.contacts, "ställe", "ställen")
        lines.append(f"Telefonnummer, e-postadresser och personnummer på {places}, märkta {LEFT_OUT}")
    if eraser.names:
        lines.append(f"Personnamn på {plural(eraser.names, 'ställe', 'ställen')}, märkta {LEFT_OUT}")
    return tuple(lines)


def _unpublished(facts: MinutesFacts) -> int:
    """Return how many papers are left out of what is otherwise told."""
    of_points = sum(len(item.unpublished_papers) for item in facts.items if not item.confidential)
    return of_points + len(facts.unpublished_attachments)


class _Eraser:
    """Takes ways to reach people and hidden names out of texts, and counts them."""

    def __init__(self, hidden_names: Collection[str]) -> None:
        self._contact = re.compile(f"{_EMAIL}|{_IDENTITY}|{_PHONE}")
        names = "|".join(re.escape(name) for name in sorted(hidden_names, key=len, reverse=True) if name)
        self._name = re.compile(rf"\b(?:{names})s?\b") if names else None
        self.contacts = self.names = 0

    def clean(self, value: Any) -> Any:
        """Return the same facts without them."""
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            parts = {
                field.name: self.clean(getattr(value, field.name)) for field in dataclasses.fields(value)
            }
            return dataclasses.replace(value, **parts)
        if isinstance(value, tuple):
            return tuple(self.clean(part) for part in value)
        return self._text(value) if type(value) is str else value

    def _text(self, text: str) -> str:
        text, contacts = self._contact.subn(LEFT_OUT, text)
        self.contacts += contacts
        if self._name is not None:
            text, names = self._name.subn(LEFT_OUT, text)
            self.names += names
        return text
