"""Text on its way: kept a second or two after the last key, so that a power cut takes almost nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from trygghetsrad.domain.drafts import Draft
from trygghetsrad.store.schema import DraftRow

if TYPE_CHECKING:
    from trygghetsrad.store.database import Database


class DraftsService:
    """What is typed but not yet left."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, uid: str, field: str, text: str) -> None:
        """Keep the text of a field that is being typed in; not a step to undo."""
        with self._database.record() as session:
            session.execute(delete(DraftRow).where(DraftRow.row_uid == uid, DraftRow.field == field))
            session.add(DraftRow(row_uid=uid, field=field, text=text, at=self._database.clock()))

    def drop(self, uid: str, field: str) -> None:
        """Forget a draft, once the field is left and saved."""
        if self.find(uid, field) is None:
            return
        with self._database.record() as session:
            session.execute(delete(DraftRow).where(DraftRow.row_uid == uid, DraftRow.field == field))

    def find(self, uid: str, field: str) -> Draft | None:
        """Return the draft of one field, if the program stopped before it was saved."""
        with self._database.read() as session:
            row = session.scalar(select(DraftRow).where(DraftRow.row_uid == uid, DraftRow.field == field))
            return _draft(row) if row else None

    def left_over(self) -> tuple[Draft, ...]:
        """Return all drafts, to offer them after a sudden stop."""
        with self._database.read() as session:
            rows = session.scalars(select(DraftRow).order_by(DraftRow.at))
            return tuple(_draft(row) for row in rows)


def _draft(row: DraftRow) -> Draft:
    return Draft(uid=row.row_uid, field=row.field, text=row.text, at=row.at)
