"""Every paper the council needs: shown, issued once it leaves the house, and kept."""

from __future__ import annotations

import dataclasses
import hashlib
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.documents import (
    DocumentChoice,
    IssuedDocument,
    Paper,
    PaperOffer,
    PaperOptions,
    TableFile,
    WebText,
)
from trygghetsrad.domain.errors import NotFound, Refused
from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.domain.numbering import next_meeting_number
from trygghetsrad.domain.papers import AgreementPaperFacts, PacketFacts
from trygghetsrad.domain.papers.grants import GrantPaperFacts
from trygghetsrad.domain.papers.lists import remuneration_rows
from trygghetsrad.domain.papers.packets import packet_notes
from trygghetsrad.domain.papers.pictures import PicturePaperFacts
from trygghetsrad.domain.papers.plans import PlanPaperFacts
from trygghetsrad.services.document_choices import (
    council_choices,
    issued_of,
    kept_paper,
    meeting_choices,
    newest_issued,
    newest_of,
    sent_days,
)
from trygghetsrad.services.invitations import LETTERS, note_sent_letter
from trygghetsrad.services.live import live, one
from trygghetsrad.services.matter_memos import note_memo
from trygghetsrad.services.minutes_facts import plain
from trygghetsrad.services.minutes_now import original_notes
from trygghetsrad.services.naming import file_name, paper_file_name, title_of
from trygghetsrad.services.notices import former_notice, kept_facts, notice_facts, says_the_same
from trygghetsrad.services.paper_choosing import PaperOrder, offer_for
from trygghetsrad.services.paper_kinds import KINDS, MINUTES, facts_of, ordered
from trygghetsrad.services.papers import attendance_list_facts
from trygghetsrad.services.questionnaire_papers import KIND as QUESTIONNAIRE, note_sent_questionnaire
from trygghetsrad.services.room import room_of
from trygghetsrad.services.web_texts import web_text_facts
from trygghetsrad.store.blobs import keep_bytes
from trygghetsrad.store.events import canonical
from trygghetsrad.store.schema import DeliveryRow, IssuedDocumentRow, MeetingNumberRow, MeetingRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from pathlib import Path

    from sqlalchemy.orm import Session

    from trygghetsrad.documents.make import PaperFacts
    from trygghetsrad.services.minutes import MinutesService
    from trygghetsrad.store.database import Database

AS_USUAL = PaperOptions()
_WITH_NOTES = (AgreementPaperFacts, GrantPaperFacts, PicturePaperFacts, PlanPaperFacts)
"""Papers that may have something to tell her before they go out."""


class DocumentsService:
    """The papers, from preview to archive."""

    def __init__(self, database: Database, minutes: MinutesService) -> None:
        self._database = database
        self._minutes = minutes

    # -- what there is -------------------------------------------------------------------------

    def choices(self, meeting_id: int | None) -> tuple[DocumentChoice, ...]:
        """Return the papers that can be made: those of one meeting, then those of the council."""
        with self._database.read() as session:
            found = meeting_choices(session, room_of(session, meeting_id)) if meeting_id else ()
            return (*found, *council_choices(session))

    def newest(self, about_uid: str) -> dict[str, IssuedDocument]:
        """Return the newest issued paper of each kind about a meeting, or about the council for no uid."""
        with self._database.read() as session:
            return newest_of(session, about_uid)

    def issued(self) -> tuple[IssuedDocument, ...]:
        """Return everything that left the house, the latest first."""
        with self._database.read() as session:
            rows = session.scalars(select(IssuedDocumentRow).order_by(IssuedDocumentRow.id.desc()))
            sent = sent_days(session)
            return tuple(issued_of(row, sent) for row in rows)

    def content(self, document_id: int) -> Paper:
        """Return an issued paper as it was, byte for byte.

        Raises NotFound.
        """
        with self._database.read() as session:
            return kept_paper(session, document_id)

    # -- making --------------------------------------------------------------------------------

    def offer(self, kind: str, today: date, meeting_id: int | None = None) -> PaperOffer:
        """Return what can be chosen for a paper, and what is chosen unless something else is said.

        Raises Refused for a kind that does not fit the meeting.
        """
        with self._database.read() as session:
            order = ordered(session, kind, today, meeting_id, PaperOptions())
            return offer_for(order, KINDS[kind].asks)

    def preview(
        self, kind: str, today: date, meeting_id: int | None = None, options: PaperOptions = AS_USUAL
    ) -> Paper:
        """Return a paper as it would be now; nothing is kept and no number is given.

        Raises Refused for a kind that does not fit the meeting.
        """
        with self._database.read() as session:
            order = ordered(session, kind, today, meeting_id, options)
            facts, name, title = facts_of(order), paper_file_name(order), title_of(order)
            notes = original_notes(session, kind, meeting_id)
        paper = _render(kind, facts, title, name, self._database.clock())
        return dataclasses.replace(paper, notes=(*notes, *paper.notes))

    def web_text(self, today: date, meeting_id: int) -> WebText:
        """Return what the inhabitants may be told of a meeting, for the clipboard.

        Raises NotFound.
        """
        from trygghetsrad.documents.make import build
        from trygghetsrad.documents.web import to_html, to_text

        with self._database.read() as session:
            facts = web_text_facts(ordered(session, "webbtext", today, meeting_id, AS_USUAL))
        document = build(facts)
        return WebText(html=to_html(document), text=to_text(document), is_settled=facts.settled)

    def remuneration_table(self, today: date, meeting_id: int) -> TableFile:
        """Return the elected who were at a meeting, from when to when, for those who pay them.

        Raises NotFound.
        """
        from trygghetsrad.exchange.cells import write_csv

        with self._database.read() as session:
            order = ordered(session, "narvarolista", today, meeting_id, AS_USUAL)
            facts = attendance_list_facts(session, order.meeting)
            name = file_name(
                session, "narvarolista", today, meeting_id, suffix=".csv", document="Arvodesunderlag"
            )
        return TableFile(file_name=name, content=write_csv(remuneration_rows(facts)))

    def save_table(self, table: TableFile, path: Path) -> None:
        """Write a list as a file.

        Raises the FileErrors of documents/saving.py.
        """
        from trygghetsrad.documents.saving import save_document

        save_document(path, table.content)

    def current(
        self, kind: str, today: date, meeting_id: int | None = None, options: PaperOptions = AS_USUAL
    ) -> Paper:
        """Return a paper as it counts now: the issued bytes while they still hold, else a preview."""
        choices = self.choices(meeting_id) if kind == "kallelse" or kind in MINUTES else ()
        latest = next((one.latest for one in choices if one.kind == kind and not one.is_outdated), None)
        return self.content(latest.id) if latest else self.preview(kind, today, meeting_id, options)

    def issue(
        self, kind: str, today: date, meeting_id: int | None = None, options: PaperOptions = AS_USUAL
    ) -> Paper:
        """Make a paper that leaves the house: numbers are given, the bytes are kept for good.

        When nothing has changed since, the paper that was made before is returned. Raises Refused for a kind
        that does not fit the meeting, or not yet.
        """
        also = Changed.DOCUMENTS | Changed.MEETINGS
        if kind in MINUTES:
            also |= Changed.MINUTES
        with self._database.write(f"Skapa {kind}", also=also) as session:
            if kind == "kallelse":
                return self._issue_notice(session, today, meeting_id or 0)
            if kind in MINUTES:
                return self._issue_minutes(session, kind, today, meeting_id or 0)
            return self._issue_list(ordered(session, kind, today, meeting_id, options))

    def _issue_notice(self, session: Session, today: date, meeting_id: int) -> Paper:
        meeting = one(session, MeetingRow, meeting_id, "Mötet")
        if meeting.state is MeetingState.HELD:
            raise Refused("Mötet är redan hållet, så det behövs ingen kallelse. Inget har skapats.")
        _give_number(session, meeting)
        room = room_of(session, meeting_id)
        former = former_notice(session, meeting.uid)
        facts = notice_facts(session, room, today, former)
        if former is not None and says_the_same(facts, former):
            return kept_paper(session, former.document_id)
        order = PaperOrder(session=session, kind="kallelse", today=today, room=room)
        return self._keep(order, facts, kept_facts(room, facts))

    def _issue_minutes(self, session: Session, kind: str, today: date, meeting_id: int) -> Paper:
        order = ordered(session, kind, today, meeting_id, AS_USUAL)
        room = order.meeting
        if room.meeting.state is not MeetingState.HELD:
            raise Refused(
                f"{room.meeting.label} är inte avslutat. Avsluta mötet först, så att närvaro och tider "
                "kommer med. Inget har skapats."
            )
        _give_number(session, session.get_one(MeetingRow, meeting_id))
        order = dataclasses.replace(order, room=room_of(session, meeting_id))
        facts, version = self._minutes.freeze(session, meeting_id, today)
        if version.document_id is not None:
            return kept_paper(session, version.document_id)
        paper = self._keep(order, facts, {})
        version.document_id = paper.document_id
        return paper

    def _issue_list(self, order: PaperOrder) -> Paper:
        """Keep a list or an agenda as it is today; the same one is kept once."""
        facts = facts_of(order)
        note_memo(order.session, order)
        kept: dict[str, object] = {"fingerprint": fingerprint(facts)}
        former = newest_issued(order.session, order.kind, _about(order), _variant(order))
        if former is not None and former.facts == canonical(kept):
            return kept_paper(order.session, former.id)
        return self._keep(order, facts, kept)

    def _keep(self, order: PaperOrder, facts: PaperFacts, kept: dict[str, object]) -> Paper:
        """Render a paper and keep its bytes; `kept` is what a later one compares itself with."""
        at = self._database.clock()
        paper = _render(order.kind, facts, title_of(order), paper_file_name(order), at)
        row = IssuedDocumentRow(
            kind=order.kind,
            title=paper.title,
            about_uid=_about(order),
            variant=_variant(order),
            version=_next_version(order),
            file_name=paper.file_name,
            sha256=keep_bytes(order.session, paper.content),
            issued_at=at,
            issued_on=order.today,
            facts=canonical(kept),
        )
        order.session.add(row)
        order.session.flush()
        self._database.event(
            order.session, "dokument skapat", row.uid, kind=row.kind, version=row.version, sha256=row.sha256
        )
        return dataclasses.replace(paper, document_id=row.id)

    # -- leaving the house ---------------------------------------------------------------------

    def save(self, paper: Paper, path: Path) -> None:
        """Write a paper to a file; a folder that is gone is refused, and a failure leaves all as it was.

        Raises the FileErrors of documents/saving.py.
        """
        from trygghetsrad.documents.saving import save_document

        save_document(path, paper.content)

    def save_into(self, paper: Paper, folder: Path) -> Path:
        """Write a paper under its own name into a folder, made when needed; return the file.

        Raises the FileErrors of documents/saving.py.
        """
        from trygghetsrad.documents.saving import make_folder

        make_folder(folder)
        path = folder / paper.file_name
        self.save(paper, path)
        return path

    def mark_sent(self, document_id: int, on: date, recipient_uids: Iterable[str] = ()) -> None:
        """Record that the coordinator has sent a paper, and to whom.

        A notice makes its meeting called, a letter to an organisation is noted among the invitations.
        Raises NotFound.
        """
        with self._database.write("Markera som skickad", also=Changed.DOCUMENTS) as session:
            row = session.get(IssuedDocumentRow, document_id)
            if row is None:
                raise NotFound("Dokumentet")
            uids = " ".join(uid for uid in recipient_uids if uid)
            session.add(DeliveryRow(document_id=row.id, sent_on=on, recipient_uids=uids))
            self._database.event(session, "dokument skickat", row.uid, on=on.isoformat())
            if row.kind == "kallelse":
                _call(session, row, on)
            elif row.kind in LETTERS:
                note_sent_letter(session, row, on)
            elif row.kind == QUESTIONNAIRE:
                note_sent_questionnaire(session, row, on)


def _call(session: Session, notice: IssuedDocumentRow, on: date) -> None:
    """Let a meeting be called from the day its notice went out; one that was called off is not."""
    meeting = session.scalar(live(MeetingRow).where(MeetingRow.uid == notice.about_uid))
    if meeting is None or meeting.state is MeetingState.CANCELLED:
        return
    meeting.called_on = on
    if meeting.state is MeetingState.PLANNED:
        meeting.state = MeetingState.CALLED


def _about(order: PaperOrder) -> str:
    return order.room.meeting.uid if order.room else ""


def _variant(order: PaperOrder) -> str:
    """Return what was chosen, as text that is the same for the same choices."""
    chosen = {name: plain(value) for name, value in dataclasses.asdict(order.options).items() if value}
    return canonical(chosen) if chosen else ""


def fingerprint(facts: PaperFacts) -> str:
    """Return what two papers share that say the same in the same dress."""
    # A picture is bytes, which JSON cannot hold.
    return hashlib.sha256(repr(facts).encode()).hexdigest()


def _give_number(session: Session, meeting: MeetingRow) -> None:
    """Give the meeting its number with the first notice; it never changes (practice.md 7)."""
    if session.scalar(select(MeetingNumberRow.id).where(MeetingNumberRow.meeting_uid == meeting.uid)):
        return
    used = session.scalars(select(MeetingNumberRow.number).where(MeetingNumberRow.year == meeting.day.year))
    number = next_meeting_number(used.all())
    session.add(MeetingNumberRow(meeting_uid=meeting.uid, year=meeting.day.year, number=number))
    session.flush()


def _next_version(order: PaperOrder) -> int:
    same = select(func.max(IssuedDocumentRow.version)).where(
        IssuedDocumentRow.kind == order.kind,
        IssuedDocumentRow.about_uid == _about(order),
        IssuedDocumentRow.variant == _variant(order),
    )
    return (order.session.scalar(same) or 0) + 1


def _render(kind: str, facts: PaperFacts, title: str, name: str, at: datetime) -> Paper:
    from trygghetsrad.documents.make import build
    from trygghetsrad.documents.packets import render_packet
    from trygghetsrad.documents.pdf.writer import render_pdf

    notes: tuple[str, ...] = ()
    if isinstance(facts, PacketFacts):
        result = render_packet(facts, fixed_time=at)
        notes = packet_notes(facts, len(result.data))
    else:
        result = render_pdf(build(facts), fixed_time=at)
        notes = facts.notes if isinstance(facts, _WITH_NOTES) else ()
    return Paper(
        kind=kind,
        title=title,
        file_name=name,
        content=result.data,
        replaced=tuple(result.replaced_characters),
        notes=notes,
    )
