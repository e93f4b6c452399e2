"""Rows that stay the same widgets while what they show is there, so that focus is never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from trygghetsrad.ui.theme import column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class _Numbered(Protocol):
    @property
    def id(self) -> int: ...


Fact = TypeVar("Fact", bound=_Numbered)
RowWidget = TypeVar("RowWidget", bound=QWidget)


class KeyedRows(QWidget, Generic[Fact, RowWidget]):
    """A column of rows, one for each fact."""

    def __init__(
        self, make: Callable[[Fact], RowWidget], show: Callable[[RowWidget, Fact], None], *, gap: int = 8
    ) -> None:
        super().__init__()
        self.by_id: dict[int, RowWidget] = {}
        self._make, self._show = make, show
        self._body = column(self, gap=gap)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these facts in this order; rows of the others go."""
        gone = set(self.by_id) - {fact.id for fact in facts}
        for row_id in gone:
            row = self.by_id.pop(row_id)
            self._body.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, fact in enumerate(facts):
            if fact.id not in self.by_id:
                self.by_id[fact.id] = self._make(fact)
            row = self.by_id[fact.id]
            if self._body.indexOf(row) != place:
                self._body.insertWidget(place, row)
            self._show(row, fact)
        self.setVisible(bool(facts))
