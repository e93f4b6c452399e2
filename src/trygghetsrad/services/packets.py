"""What lies in the handlingspaket of a meeting, and what does not, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.attachments import Audience
from trygghetsrad.domain.papers.packets import Inclusion, PacketFacts, PacketPart
from trygghetsrad.services.letterhead import letterhead_of, meeting_facts_of, words_of
from trygghetsrad.services.notices import former_notice, notice_facts
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_attachments import papers_of_meeting
from trygghetsrad.store.blobs import bytes_of
from trygghetsrad.store.schema import IssuedDocumentRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.attachments import Attachment
    from trygghetsrad.domain.meetings import AgendaItem, MeetingRoom
    from trygghetsrad.services.paper_choosing import PaperOrder

REACHES: dict[Audience, frozenset[Audience]] = {
    Audience.EVERYONE: frozenset({Audience.EVERYONE}),
    Audience.AUTHORITIES: frozenset({Audience.EVERYONE, Audience.AUTHORITIES}),
    Audience.NAMED: frozenset(Audience),
}
"""Which papers a packet for somebody may hold (practice.md 14)."""


def packet_facts(order: PaperOrder) -> PacketFacts:
    """Return the packet: the notice as it was issued, or as it would be, and every paper in agenda order."""
    session, room = order.session, order.meeting
    council = council_of(session)
    audience = Audience(order.options.audience) if order.options.audience else Audience.EVERYONE
    only = next((item for item in room.items if item.position == order.options.point), None)
    former = former_notice(session, room.meeting.uid)
    issued = session.get_one(IssuedDocumentRow, former.document_id).sha256 if former else ""
    draft = notice_facts(session, room, order.today, None) if former is None and only is None else None
    return PacketFacts(
        letterhead=letterhead_of(session, council),
        words=words_of(council),
        meeting=meeting_facts_of(room.meeting),
        issued_on=order.today,
        registry_number=room.meeting.dnr,
        only_point=point_title(only) if only else "",
        audience=audience,
        parts=tuple(_parts(session, room, only, audience)),
        notice=bytes_of(session, issued) if issued and only is None else b"",
        notice_sha256=issued if only is None else "",
        notice_draft=draft,
    )


def point_title(item: AgendaItem) -> str:
    return f"{item.position} {item.title}"


def has_papers(room: MeetingRoom) -> bool:
    return any(item.papers for item in room.items)


def _parts(
    session: Session, room: MeetingRoom, only: AgendaItem | None, audience: Audience
) -> Iterator[PacketPart]:
    if only is None:
        for paper in papers_of_meeting(session, room.meeting.id):
            yield _part(session, paper, None, audience)
    for item in room.items if only is None else (only,):
        for paper in item.papers:
            yield _part(session, paper, item, audience)


def _part(session: Session, paper: Attachment, item: AgendaItem | None, audience: Audience) -> PacketPart:
    inclusion, pages, content = _looked_at(session, paper, audience)
    return PacketPart(
        number=paper.number(item.position if item else None),
        point=point_title(item) if item else "",
        title=paper.title,
        file_name=paper.name,
        inclusion=inclusion,
        pages=pages,
        sender=paper.sender,
        registry_number=paper.dnr,
        day=paper.day,
        sha256=paper.sha256,
        content=content,
    )


def _looked_at(session: Session, paper: Attachment, audience: Audience) -> tuple[Inclusion, int, bytes]:
    """Return whether a paper lies in the packet, how many pages it has there, and its bytes."""
    from trygghetsrad.documents.pdf.foreign import PdfFault, look_into

    if paper.audience not in REACHES[audience]:
        return Inclusion.KEPT_BACK, 0, b""
    if not paper.is_stored:
        return Inclusion.ELSEWHERE, 0, b""
    if not paper.is_pdf:
        return Inclusion.NOT_PDF, 0, b""
    content = bytes_of(session, paper.sha256)
    sight = look_into(content)
    if sight.fault is not None:
        protected = sight.fault is PdfFault.PROTECTED
        return (Inclusion.PROTECTED if protected else Inclusion.DAMAGED), 0, b""
    return Inclusion.HERE, sight.pages, content
