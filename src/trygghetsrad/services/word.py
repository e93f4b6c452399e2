"""The same papers as Word files, for those who write on in them; what was issued is always the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.documents import Paper, PaperOptions
from trygghetsrad.services.naming import paper_file_name, title_of
from trygghetsrad.services.paper_kinds import facts_of, ordered

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.store.database import Database

AS_USUAL = PaperOptions()


class WordService:
    """What leaves for Word and what comes back from there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def copy(
        self, kind: str, today: date, meeting_id: int | None = None, options: PaperOptions = AS_USUAL
    ) -> Paper:
        """Return a paper as it would be now as a Word file; nothing is kept and no number is given.

        Raises Refused for a kind that does not fit the meeting.
        """
        from trygghetsrad.documents.docx.writer import render_docx
        from trygghetsrad.documents.make import build

        with self._database.read() as session:
            order = ordered(session, kind, today, meeting_id, options)
            facts, name, title = facts_of(order), paper_file_name(order, ".docx"), title_of(order)
        made = render_docx(build(facts), fixed_time=self._database.clock())
        return Paper(kind=kind, title=title, file_name=name, content=made.data)
