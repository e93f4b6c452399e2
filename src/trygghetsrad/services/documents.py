"""Every paper the council needs: shown, issued once it leaves the house, and kept."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.documents import DocumentChoice, IssuedDocument, Paper
from trygghetsrad.domain.errors import NotFound, Refused
from trygghetsrad.domain.meetings import MeetingState, MinutesState
from trygghetsrad.domain.numbering import next_meeting_number
from trygghetsrad.services.live import one
from trygghetsrad.services.minutes_facts import minutes_facts
from trygghetsrad.services.papers import (
    action_list_facts,
    agenda_facts,
    attendance_list_facts,
    member_list_facts,
    notice_core,
    notice_facts,
)
from trygghetsrad.services.reading import MeetingNumbers, meeting_of
from trygghetsrad.services.room import room_of
from trygghetsrad.store.blobs import bytes_of, keep_bytes
from trygghetsrad.store.events import canonical
from trygghetsrad.store.schema import DeliveryRow, IssuedDocumentRow, MeetingNumberRow, MeetingRow

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from sqlalchemy.orm import Session

    from trygghetsrad.documents.make import PaperFacts
    from trygghetsrad.domain.meetings import MeetingRoom
    from trygghetsrad.services.minutes import MinutesService
    from trygghetsrad.store.database import Database

OF_MEETING = ("kallelse", "dagordning", "narvarolista", "protokoll", "minnesanteckningar")
OF_COUNCIL = ("atgardslista", "ledamoter")
MINUTES = frozenset({"protokoll", "minnesanteckningar"})


class DocumentsService:
    """The papers, from preview to archive."""

    def __init__(self, database: Database, minutes: MinutesService) -> None:
        self._database = database
        self._minutes = minutes

    # -- what there is -------------------------------------------------------------------------

    def choices(self, meeting_id: int | None) -> tuple[DocumentChoice, ...]:
        """Return the papers that can be made: those of one meeting, then those of the council."""
        with self._database.read() as session:
            found = _meeting_choices(session, room_of(session, meeting_id)) if meeting_id else ()
            return (*found, *_council_choices(session))

    def issued(self) -> tuple[IssuedDocument, ...]:
        """Return everything that left the house, the latest first."""
        with self._database.read() as session:
            rows = session.scalars(select(IssuedDocumentRow).order_by(IssuedDocumentRow.id.desc()))
            sent = _sent_days(session)
            return tuple(_issued(row, sent) for row in rows)

    def content(self, document_id: int) -> Paper:
        """Return an issued paper as it was, byte for byte.

        Raises NotFound.
        """
        with self._database.read() as session:
            row = session.get(IssuedDocumentRow, document_id)
            if row is None:
                raise NotFound("Dokumentet")
            return Paper(
                kind=row.kind,
                title=row.title,
                file_name=row.file_name,
                content=bytes_of(session, row.sha256),
                document_id=row.id,
            )

    # -- making --------------------------------------------------------------------------------

    def preview(self, kind: str, today: date, meeting_id: int | None = None) -> Paper:
        """Return a paper as it would be now; nothing is kept and no number is given.

        Raises Refused for a kind that does not fit the meeting.
        """
        with self._database.read() as session:
            facts = self._facts(session, kind, today, meeting_id)
            name, title = _named(session, kind, today, meeting_id)
        return _render(kind, facts, title, name, self._database.clock())

    def current(self, kind: str, today: date, meeting_id: int | None = None) -> Paper:
        """Return a paper as it counts now: the issued bytes while they still hold, else a preview."""
        fresh = (one.latest for one in self.choices(meeting_id) if one.kind == kind and not one.is_outdated)
        latest = next(fresh, None)
        return self.content(latest.id) if latest else self.preview(kind, today, meeting_id)

    def issue(self, kind: str, today: date, meeting_id: int | None = None) -> Paper:
        """Make a paper that leaves the house: numbers are given, the bytes are kept for good.

        Raises Refused for a kind that does not fit the meeting.
        """
        label = "Skapa protokoll" if kind in MINUTES else f"Skapa {kind}"
        with self._database.write(label) as session:
            version = None
            if kind == "kallelse":
                _give_number(session, one(session, MeetingRow, meeting_id or 0, "Mötet"))
            if kind in MINUTES and meeting_id:
                facts: PaperFacts
                _fit(kind, room_of(session, meeting_id))
                facts, version = self._minutes.freeze(session, meeting_id, today)
                _mark_sent_for_verification(session, meeting_id)
            else:
                facts = self._facts(session, kind, today, meeting_id)
            name, title = _named(session, kind, today, meeting_id)
            kept = version.document_id if version else None
            paper = (
                self._again(session, kept)
                if kept
                else _render(kind, facts, title, name, self._database.clock())
            )
            if not kept:
                paper = self._keep(session, paper, today, meeting_id)
                if version:
                    version.document_id = paper.document_id
        self._database.publish(Changed.DOCUMENTS | Changed.MEETINGS)
        return paper

    def _again(self, session: Session, document_id: int) -> Paper:
        """Return the paper of a version that was printed before: the same text is the same bytes."""
        row = session.get_one(IssuedDocumentRow, document_id)
        content = bytes_of(session, row.sha256)
        return Paper(
            kind=row.kind, title=row.title, file_name=row.file_name, content=content, document_id=row.id
        )

    def _facts(self, session: Session, kind: str, today: date, meeting_id: int | None) -> PaperFacts:
        if kind == "atgardslista":
            return action_list_facts(session, today)
        if kind == "ledamoter":
            return member_list_facts(session, today)
        if meeting_id is None:
            raise Refused("Välj vilket möte dokumentet gäller.")
        return _of_meeting(session, kind, today, room_of(session, meeting_id))

    def _keep(self, session: Session, paper: Paper, today: date, meeting_id: int | None) -> Paper:
        about, facts = "", {}
        if meeting_id is not None:
            room = room_of(session, meeting_id)
            about = room.meeting.uid
            facts = notice_core(room) if paper.kind == "kallelse" else {}
        row = IssuedDocumentRow(
            kind=paper.kind,
            title=paper.title,
            about_uid=about,
            version=_next_version(session, paper.kind, about),
            file_name=paper.file_name,
            sha256=keep_bytes(session, paper.content),
            issued_at=self._database.clock(),
            issued_on=today,
            facts=canonical(facts),
        )
        session.add(row)
        session.flush()
        self._database.event(
            session, "dokument skapat", row.uid, kind=row.kind, version=row.version, sha256=row.sha256
        )
        return Paper(
            kind=paper.kind,
            title=paper.title,
            file_name=paper.file_name,
            content=paper.content,
            replaced=paper.replaced,
            document_id=row.id,
        )

    # -- leaving the house ---------------------------------------------------------------------

    def save(self, paper: Paper, path: Path) -> None:
        """Write a paper to a file; a failure leaves what stood there as it was.

        Raises the FileErrors of documents/saving.py.
        """
        from trygghetsrad.documents.saving import save_document

        save_document(path, paper.content)

    def mark_sent(self, document_id: int, on: date) -> None:
        """Record that the coordinator has sent a paper; a notice makes its meeting called."""
        with self._database.record() as session:
            row = session.get_one(IssuedDocumentRow, document_id)
            session.add(DeliveryRow(document_id=row.id, sent_on=on))
            self._database.event(session, "dokument skickat", row.uid, on=on.isoformat())
            kind, about = row.kind, row.about_uid
        if kind == "kallelse":
            self._call(about, on)
        self._database.publish(Changed.DOCUMENTS)

    def _call(self, meeting_uid: str, on: date) -> None:
        with self._database.write("Markera kallelsen som skickad") as session:
            meeting = session.scalars(select(MeetingRow).where(MeetingRow.uid == meeting_uid)).one()
            meeting.called_on = on
            if meeting.state is MeetingState.PLANNED:
                meeting.state = MeetingState.CALLED


def _meeting_choices(session: Session, room: MeetingRoom) -> tuple[DocumentChoice, ...]:
    from trygghetsrad.documents.make import DOCUMENT_KINDS

    other = "minnesanteckningar" if room.meeting.minutes_kind is MinutesKind.PROTOCOL else "protokoll"
    return tuple(
        DocumentChoice(
            kind=kind,
            title=DOCUMENT_KINDS[kind],
            subtitle=f"{room.meeting.label} · {iso(room.meeting.day)}",
            meeting_id=room.meeting.id,
            latest=(latest := _latest(session, kind, room.meeting.uid)),
            is_outdated=_is_outdated(session, kind, room, latest),
            can_issue=kind == "kallelse" or kind in MINUTES,
            is_timely=kind not in MINUTES or room.meeting.started is not None,
        )
        for kind in OF_MEETING
        if kind != other
    )


def _council_choices(session: Session) -> tuple[DocumentChoice, ...]:
    from trygghetsrad.documents.make import DOCUMENT_KINDS

    return tuple(
        DocumentChoice(
            kind=kind, title=DOCUMENT_KINDS[kind], subtitle="Rådet", latest=_latest(session, kind, "")
        )
        for kind in OF_COUNCIL
    )


def _is_outdated(session: Session, kind: str, room: MeetingRoom, latest: IssuedDocument | None) -> bool:
    """Tell whether what was issued no longer says what holds."""
    if latest is None:
        return False
    if kind == "kallelse":
        return former_notice(session, room.meeting.uid) != {
            **notice_core(room),
            "issued_on": iso(latest.issued_on),
        }
    return kind in MINUTES and room.changed_since_version


def _latest(session: Session, kind: str, about_uid: str) -> IssuedDocument | None:
    row = session.scalar(
        select(IssuedDocumentRow)
        .where(IssuedDocumentRow.kind == kind, IssuedDocumentRow.about_uid == about_uid)
        .order_by(IssuedDocumentRow.id.desc())
        .limit(1)
    )
    return _issued(row, _sent_days(session)) if row else None


def _issued(row: IssuedDocumentRow, sent: dict[int, date]) -> IssuedDocument:
    return IssuedDocument(
        id=row.id,
        uid=row.uid,
        kind=row.kind,
        title=row.title,
        version=row.version,
        file_name=row.file_name,
        sha256=row.sha256,
        issued_on=row.issued_on,
        about_uid=row.about_uid,
        sent_on=sent.get(row.id),
    )


def _sent_days(session: Session) -> dict[int, date]:
    rows = session.scalars(
        select(DeliveryRow).where(DeliveryRow.sent_on.is_not(None)).order_by(DeliveryRow.id)
    )
    return {row.document_id: row.sent_on for row in rows if row.sent_on}


def former_notice(session: Session, meeting_uid: str) -> dict[str, object] | None:
    """Return what the last issued notice of a meeting said, and its day."""
    row = session.scalar(
        select(IssuedDocumentRow)
        .where(IssuedDocumentRow.kind == "kallelse", IssuedDocumentRow.about_uid == meeting_uid)
        .order_by(IssuedDocumentRow.id.desc())
        .limit(1)
    )
    return {**json.loads(row.facts), "issued_on": iso(row.issued_on)} if row else None


def _of_meeting(session: Session, kind: str, today: date, room: MeetingRoom) -> PaperFacts:
    if kind == "kallelse":
        return notice_facts(session, room, today, former_notice(session, room.meeting.uid))
    if kind == "dagordning":
        return agenda_facts(session, room)
    if kind == "narvarolista":
        return attendance_list_facts(session, room)
    _fit(kind, room)
    facts = minutes_facts(session, room)
    label = "Arbetsutkast" if not room.meeting.minutes_are_done or room.changed_since_version else ""
    return dataclasses.replace(facts, draft_label=label)


def _fit(kind: str, room: MeetingRoom) -> None:
    """Refuse a protokoll of a meeting that keeps minnesanteckningar, and the other way round."""
    wanted = "protokoll" if room.meeting.minutes_kind is MinutesKind.PROTOCOL else "minnesanteckningar"
    if kind != wanted:
        raise Refused(f"{room.meeting.label} skrivs som {wanted}. Ändra det på mötet om du vill ha {kind}.")


def _named(session: Session, kind: str, today: date, meeting_id: int | None) -> tuple[str, str]:
    """Return the file's name and the title: 2026-12-08 Kallelse möte 4.pdf."""
    from trygghetsrad.documents.make import DOCUMENT_KINDS, file_name

    if meeting_id is None or kind in OF_COUNCIL:
        return file_name(kind, today, ""), DOCUMENT_KINDS[kind]
    row = one(session, MeetingRow, meeting_id, "Mötet")
    meeting = meeting_of(session, row, MeetingNumbers(session))
    number = meeting.number if meeting.number is not None else f"prel. {meeting.expected_number}"
    return file_name(kind, meeting.day, f"möte {number}"), f"{DOCUMENT_KINDS[kind]} {meeting.label.lower()}"


def _give_number(session: Session, meeting: MeetingRow) -> None:
    """Give the meeting its number with the first notice; it never changes (practice.md 7)."""
    if session.scalar(select(MeetingNumberRow.id).where(MeetingNumberRow.meeting_uid == meeting.uid)):
        return
    used = session.scalars(select(MeetingNumberRow.number).where(MeetingNumberRow.year == meeting.day.year))
    number = next_meeting_number(used.all())
    session.add(MeetingNumberRow(meeting_uid=meeting.uid, year=meeting.day.year, number=number))
    session.flush()


def _mark_sent_for_verification(session: Session, meeting_id: int) -> None:
    meeting = session.get_one(MeetingRow, meeting_id)
    if meeting.minutes_state is MinutesState.DRAFT:
        meeting.minutes_state = MinutesState.SENT_FOR_VERIFICATION


def _next_version(session: Session, kind: str, about_uid: str) -> int:
    same = select(func.max(IssuedDocumentRow.version)).where(
        IssuedDocumentRow.kind == kind, IssuedDocumentRow.about_uid == about_uid
    )
    return (session.scalar(same) or 0) + 1


def _render(kind: str, facts: PaperFacts, title: str, name: str, at: datetime) -> Paper:
    from trygghetsrad.documents.make import build
    from trygghetsrad.documents.pdf.writer import render_pdf

    result = render_pdf(build(facts), fixed_time=at)
    return Paper(
        kind=kind,
        title=title,
        file_name=name,
        content=result.data,
        replaced=tuple(result.replaced_characters),
    )
