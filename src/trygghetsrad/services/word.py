"""The same papers as Word files, for those who write on in them; what was issued is always the PDF."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from trygghetsrad.domain.documents import Paper, PaperOptions
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.meetings import Outcome
from trygghetsrad.domain.word import Difference, EditedMinutes, EditedPart, WordTemplate
from trygghetsrad.services.importing import file_bytes
from trygghetsrad.services.minutes_facts import minutes_facts
from trygghetsrad.services.naming import paper_file_name, title_of
from trygghetsrad.services.paper_kinds import KINDS, facts_of, kind_title, ordered
from trygghetsrad.services.room import room_of
from trygghetsrad.store.blobs import bytes_of, keep_bytes
from trygghetsrad.store.schema import CouncilRow

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from sqlalchemy.orm import Session

    from trygghetsrad.services.meetings import MeetingsService
    from trygghetsrad.services.room import RoomService
    from trygghetsrad.store.database import Database

AS_USUAL = PaperOptions()


def _template_of(session: Session) -> bytes | None:
    digest = session.scalars(select(CouncilRow.word_template)).one()
    return bytes_of(session, digest) if digest else None


class WordService:
    """What leaves for Word and what comes back from there."""

    def __init__(self, database: Database, meetings: MeetingsService, room: RoomService) -> None:
        self._database = database
        self._meetings = meetings
        self._room = room

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
            if not KINDS[kind].has_word:
                raise Refused(f"{kind_title(kind, order.room)} finns bara som PDF. Inget har skapats.")
            facts, name, title = facts_of(order), paper_file_name(order, ".docx"), title_of(order)
            template = _template_of(session)
        made = render_docx(build(facts), fixed_time=self._database.clock(), template=template)
        return Paper(kind=kind, title=title, file_name=name, content=made.data)

    # -- the municipality's own paper ----------------------------------------------------------

    def template(self) -> WordTemplate | None:
        """Return what is known of the template that Word files are made from; None for our own paper."""
        from trygghetsrad.documents.docx.template import missing_in, open_template

        with self._database.read() as session:
            row, content = session.scalars(select(CouncilRow)).one(), _template_of(session)
            name = row.word_template_name
        if content is None:
            return None
        return WordTemplate(name=name, missing=missing_in(open_template(content, name)))

    def use_template(self, path: Path) -> None:
        """Let Word files have the head, foot and styles of a template of the municipality.

        Raises FileMissing, NotAFile, Unreadable, or Refused for a template that cannot be used or could do
        harm; the one there was stays.
        """
        from trygghetsrad.documents.docx.trial import try_template

        content = file_bytes(path)
        try_template(content, path.name)
        with self._database.write("Byt Word-mall") as session:
            row = session.scalars(select(CouncilRow)).one()
            row.word_template, row.word_template_name = keep_bytes(session, content), path.name

    def remove_template(self) -> None:
        """Let Word files have our own head and foot again."""
        with self._database.write("Ta bort Word-mallen") as session:
            row = session.scalars(select(CouncilRow)).one()
            row.word_template = row.word_template_name = ""

    # -- what comes back -----------------------------------------------------------------------

    def compare(self, meeting_id: int, path: Path) -> EditedMinutes:
        """Return where an edited copy of a meeting's minutes says something else than they do.

        Raises FileMissing, NotAFile, Unreadable, or Refused for what is no such copy or could do harm.
        """
        from trygghetsrad.documents.docx.reading import read_minutes
        from trygghetsrad.documents.docx.writer import render_docx
        from trygghetsrad.documents.make import build
        from trygghetsrad.services.word_back import compared

        content = file_bytes(path)
        with self._database.read() as session:
            room = room_of(session, meeting_id)
            # Which file counts is no part of what was edited.
            facts = replace(minutes_facts(session, room), deviation_note="")
        titles = [item.title for item in facts.items]
        then = read_minutes(content, path.name, titles)
        ours = render_docx(build(facts), fixed_time=self._database.clock()).data
        return compared(path.name, room, facts, read_minutes(ours, path.name, titles), then)

    def take_over(self, difference: Difference) -> None:
        """Let one part of the minutes say what the file says, as if it had been written here.

        Raises NotFound for what is gone since, and Refused as writing it here would.
        """
        from trygghetsrad.services.word_back import decision_text

        match difference.part:
            case EditedPart.TITLE:
                self._meetings.change_item(difference.item_id, title=difference.then)
            case EditedPart.TEXT:
                self._room.write_text(difference.item_id, difference.then)
            case EditedPart.DECISION:
                self._take_decision(difference, decision_text(difference))

    def _take_decision(self, difference: Difference, text: str) -> None:
        if difference.decision_id is None:
            self._room.add_decision(difference.item_id, text, difference.outcome or Outcome.DECIDES)
        elif not difference.then:
            self._room.remove_decision(difference.decision_id)
        elif difference.outcome is None:
            self._room.change_decision(difference.decision_id, text=text)
        else:
            self._room.change_decision(difference.decision_id, text=text, outcome=difference.outcome)
