"""The logical structure of a PDF: what is a heading, a list, a table, in the order it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(slots=True, eq=False, kw_only=True)
class Tag:
    """One element of the structure tree; it keeps its identity when its content is split over pages."""

    role: str
    children: list[Tag] = field(default_factory=list)
    scope: str = ""
    """Which cells a TH names: Row or Column."""
    columns: int = 1
    rows: int = 1
    summary: str = ""
    numbering: str = ""
    alt: str = ""
    box: tuple[float, float, float, float] | None = None
    """Where a figure stands on its page, known once it is drawn."""
    repeats: bool = False
    """Header rows are content the first time and decoration on the pages after."""
    unheard: bool = False
    """Decoration wherever it is drawn: what it says has been heard before."""

    def add(
        self,
        role: str,
        *,
        scope: str = "",
        columns: int = 1,
        rows: int = 1,
        summary: str = "",
        numbering: str = "",
        alt: str = "",
        repeats: bool = False,
    ) -> Tag:
        """Return a new last child."""
        child = Tag(
            role=role,
            scope=scope,
            columns=columns,
            rows=rows,
            summary=summary,
            numbering=numbering,
            alt=alt,
            repeats=repeats,
        )
        self.children.append(child)
        return child

    def walk(self) -> Iterator[Tag]:
        yield self
        for child in self.children:
            yield from child.walk()
