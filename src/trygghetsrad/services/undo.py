"""Ångra and Gör om, for everything that is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trygghetsrad.store.database import Database


class UndoService:
    """The steps of the council file, backwards and forwards, also after a restart."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def next_undo(self) -> str:
        """Return what Ångra would take back; empty when there is nothing."""
        return self._database.undo_label()

    def next_redo(self) -> str:
        return self._database.redo_label()

    def undo(self) -> str:
        """Take the last step back and return what it was.

        Raises NothingToUndo or UndoStopsAtVerification.
        """
        return self._database.undo()

    def redo(self) -> str:
        """Do the step that was taken back again and return what it was.

        Raises NothingToRedo.
        """
        return self._database.redo()
