"""How papers leave the house: drafts of letters, calendar files, and the log of what she said she sent."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlalchemy import select

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.delivery import (
    Attachment,
    CalendarFile,
    DeliveryNote,
    Mailbox,
    MailDraft,
    Recipient,
    hides_addresses,
    weight_warning,
)
from trygghetsrad.domain.errors import NotFound
from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.domain.preparing import awaits_chair
from trygghetsrad.services.calendar_issues import calendar_facts, is_issued, keep_issue
from trygghetsrad.services.document_choices import kept_paper, sent_days
from trygghetsrad.services.letters import letter_for
from trygghetsrad.services.live import one
from trygghetsrad.services.naming import file_name
from trygghetsrad.services.outbox import clear_old, put_down
from trygghetsrad.services.packet_letters import PACKET, PacketPost, packet_post, with_paragraph
from trygghetsrad.services.paper_kinds import OF_COUNCIL
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_meetings import MeetingNumbers, meeting_of
from trygghetsrad.services.recipients import (
    TO_ORGANISATIONS,
    meeting_of_paper,
    organisation_of_paper,
    recipients_for,
)
from trygghetsrad.services.room import room_of
from trygghetsrad.store.schema import DeliveryRow, IssuedDocumentRow, MeetingRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.documents import Paper, PaperOptions
    from trygghetsrad.domain.meetings import Meeting
    from trygghetsrad.services.documents import DocumentsService
    from trygghetsrad.store.database import Database

PDF, ICS = "application/pdf", "text/calendar"
SWEDEN = ZoneInfo("Europe/Stockholm")


class DeliveryService:
    """Makes everything ready to be sent; sending is hers and her mail program's."""

    def __init__(self, database: Database, documents: DocumentsService) -> None:
        self._database = database
        self._documents = documents

    # -- who -----------------------------------------------------------------------------------

    def recipients(self, document_id: int, today: date) -> tuple[Recipient, ...]:
        """Return everybody a paper may go to, the usual ones chosen, the unreachable with the reason.

        Raises NotFound.
        """
        with self._database.read() as session:
            paper = _paper(session, document_id)
            room = meeting_of_paper(session, paper)
            found = recipients_for(session, paper.kind, room, today, organisation_of_paper(paper))
            packet = packet_post(session, paper, room)
            return packet.chosen(found) if packet else found

    def usual_recipients(
        self, kind: str, today: date, meeting_id: int | None = None, options: PaperOptions | None = None
    ) -> tuple[Recipient, ...]:
        """Return the same for a paper that is not made yet, as it is chosen.

        Raises NotFound.
        """
        with self._database.read() as session:
            room = room_of(session, meeting_id) if meeting_id and kind not in OF_COUNCIL else None
            home = options.organisation_id if options and kind in TO_ORGANISATIONS else None
            found = recipients_for(session, kind, room, today, home)
            if kind != PACKET or room is None:
                return found
            audience, point = (options.audience, options.point) if options else ("", None)
            return PacketPost(session, room, audience, point).chosen(found)

    def untold(self, document_id: int, today: date) -> tuple[str, ...]:
        """Return who should have got a paper that was sent, and came to the council or the list since.

        Nobody when it is not known to whom it went.
        """
        with self._database.read() as session:
            rows = session.scalars(
                select(DeliveryRow).where(
                    DeliveryRow.document_id == document_id, DeliveryRow.sent_on.is_not(None)
                )
            )
            got = {uid for row in rows for uid in row.recipient_uids.split()}
        usual = self.recipients(document_id, today) if got else ()
        return tuple(one.name for one in usual if one.chosen and one.uid not in got)

    # -- making --------------------------------------------------------------------------------

    def draft(
        self,
        document_id: int,
        today: date,
        *,
        chosen: Collection[str] | None = None,
        hidden: bool | None = None,
    ) -> MailDraft:
        """Return the letter with the paper in it; `chosen` are the uids of those who get it.

        Addresses are hidden from each other when one of them is private, unless `hidden` says otherwise.
        Raises NotFound, and Refused for a notice that no longer says what holds.
        """
        with self._database.read() as session:
            row = _paper(session, document_id)
            room = meeting_of_paper(session, row)
            packet = packet_post(session, row, room)
            everybody = recipients_for(session, row.kind, room, today, organisation_of_paper(row))
            everybody = packet.chosen(everybody) if packet else everybody
            getting = [one for one in everybody if one.is_reachable and _is_chosen(one, chosen)]
            letter = letter_for(session, row, room, getting, today)
            paper = kept_paper(session, document_id)
            beside = packet.loose_files() if packet else ()
            to_chair = room is not None and awaits_chair(room, council_of(session))
        attachments = [Attachment(name=paper.file_name, content=paper.content, media_type=PDF), *beside]
        if room is not None and paper.kind == "kallelse":
            calendar = self.calendar(room.meeting.id, today)
            attachments.append(Attachment(name=calendar.name, content=calendar.content, media_type=ICS))
        if room is not None and paper.kind == "dagordning" and to_chair:
            script = self._documents.preview("korschema", today, room.meeting.id)
            attachments.append(Attachment(name=script.file_name, content=script.content, media_type=PDF))
        hide = hides_addresses(getting) if hidden is None else hidden
        boxes = _mailboxes(getting)
        return MailDraft(
            subject=letter.subject,
            text=with_paragraph(letter.text, packet.left_out() if packet else ""),
            to=() if hide else boxes,
            bcc=boxes if hide else (),
            attachments=tuple(attachments),
            recipient_uids=tuple(one.uid for one in getting),
            warnings=tuple(_warnings(getting, attachments, room.meeting if room else None, paper, today))
            + (packet.warnings() if packet else ())
            + _exposed(getting, hide=hide),
        )

    def calendar(self, meeting_id: int, today: date) -> CalendarFile:
        """Return the meeting's calendar file; what says something new gets a higher number, kept for good.

        Raises NotFound, and OpenedReadOnly when a new number is needed and nothing may be written.
        """
        from trygghetsrad.exchange.calendar import write_calendar

        with self._database.read() as session:
            meeting = meeting_of(one(session, MeetingRow, meeting_id, "Mötet"), MeetingNumbers(session))
            facts = calendar_facts(session, meeting, council_of(session), self._database.clock())
            known = is_issued(session, meeting, facts)
            name = file_name(session, "kallelse", today, meeting_id, suffix=".ics")
        if not known:
            with self._database.record() as session:
                keep_issue(session, meeting, facts)
        late = _past(meeting, today)
        return CalendarFile(name=name, content=write_calendar(facts), warnings=(late,) if late else ())

    # -- handing over --------------------------------------------------------------------------

    def put_in_outbox(self, draft: MailDraft) -> Path:
        """Write the letter as a file that the mail program can open; return where it lies.

        Raises the FileErrors of documents/saving.py.
        """
        from trygghetsrad.exchange.mail import write_mail

        clear_old(self._database.clock())
        return put_down({f"{draft.subject}.eml": write_mail(draft)}, self._database.clock())[0]

    def put_attachments(self, draft: MailDraft) -> Path:
        """Write the letter's attachments beside each other, to be dragged into a letter; return the first.

        Raises the FileErrors of documents/saving.py.
        """
        clear_old(self._database.clock())
        files = {one.name: one.content for one in draft.attachments}
        return put_down(files, self._database.clock())[0]

    def text(self, draft: MailDraft) -> str:
        """Return the letter as text for the clipboard."""
        from trygghetsrad.exchange.mail import mail_text

        return mail_text(draft)

    def link(self, draft: MailDraft) -> str:
        """Return a mail link without attachments, or nothing where it would be cut."""
        from trygghetsrad.exchange.mail import mail_link

        return mail_link(draft)

    def save(self, calendar: CalendarFile, path: Path) -> None:
        """Write a calendar file.

        Raises the FileErrors of documents/saving.py.
        """
        from trygghetsrad.documents.saving import save_document

        save_document(path, calendar.content)

    # -- the log -------------------------------------------------------------------------------

    def note_draft_made(self, document_id: int, recipient_uids: Iterable[str]) -> None:
        """Note that a draft was made for these persons; that says nothing of whether it was sent."""
        uids = " ".join(uid for uid in recipient_uids if uid)
        with self._database.record(Changed.DOCUMENTS) as session:
            row = _paper(session, document_id)
            session.add(
                DeliveryRow(document_id=row.id, draft_made_at=self._database.clock(), recipient_uids=uids)
            )
            self._database.event(session, "utkast skapat", row.uid, recipients=len(uids.split()))

    def mark_sent(self, document_id: int, on: date, recipient_uids: Sequence[str] | None = None) -> None:
        """Note that she has sent a paper, to those of the latest draft unless others are named.

        Raises NotFound.
        """
        if recipient_uids is None:
            with self._database.read() as session:
                recipient_uids = _latest_recipients(session, document_id)
        self._documents.mark_sent(document_id, on, recipient_uids)

    def log(self, document_id: int) -> tuple[DeliveryNote, ...]:
        """Return what was done with a paper, oldest first; a mark that was undone stays, marked so."""
        with self._database.read() as session:
            sent = sent_days(session)
            rows = session.scalars(
                select(DeliveryRow).where(DeliveryRow.document_id == document_id).order_by(DeliveryRow.id)
            )
            return tuple(
                DeliveryNote(
                    recipients=len(row.recipient_uids.split()),
                    drafted_at=row.draft_made_at.astimezone(SWEDEN) if row.draft_made_at else None,
                    sent_on=row.sent_on,
                    taken_back=row.sent_on is not None and document_id not in sent,
                )
                for row in rows
            )


def _paper(session: Session, document_id: int) -> IssuedDocumentRow:
    row = session.get(IssuedDocumentRow, document_id)
    if row is None:
        raise NotFound("Dokumentet")
    return row


def _latest_recipients(session: Session, document_id: int) -> list[str]:
    kept = session.scalar(
        select(DeliveryRow.recipient_uids)
        .where(DeliveryRow.document_id == document_id, DeliveryRow.draft_made_at.is_not(None))
        .order_by(DeliveryRow.id.desc())
        .limit(1)
    )
    return (kept or "").split()


def _is_chosen(recipient: Recipient, chosen: Collection[str] | None) -> bool:
    return recipient.chosen if chosen is None else recipient.uid in chosen


def _mailboxes(recipients: Iterable[Recipient]) -> tuple[Mailbox, ...]:
    """Return each address once, also when two share it."""
    found: dict[str, Mailbox] = {}
    for one_of_them in recipients:
        mailbox = Mailbox(name=one_of_them.name, email=one_of_them.email)
        found.setdefault(mailbox.email.casefold(), mailbox)
    return tuple(found.values())


def _warnings(
    getting: Sequence[Recipient],
    attachments: Sequence[Attachment],
    meeting: Meeting | None,
    paper: Paper,
    today: date,
) -> Iterable[str]:
    if not getting:
        yield "Brevet har ingen mottagare. Skriv adresserna i brevet innan du skickar det."
    if heavy := weight_warning(attachments):
        yield heavy
    if meeting is not None and paper.kind == "kallelse" and (late := _past(meeting, today)):
        yield late


def _exposed(getting: Sequence[Recipient], *, hide: bool) -> tuple[str, ...]:
    if hide or not hides_addresses(getting):
        return ()
    return ("En privat adress syns för alla mottagare. Välj dold kopia om det inte är meningen.",)


def _past(meeting: Meeting, today: date) -> str:
    if meeting.day >= today or meeting.state in {MeetingState.HELD, MeetingState.CANCELLED}:
        return ""
    return f"Mötets dag {iso(meeting.day)} har redan varit. Kontrollera dagen innan du skickar något."
