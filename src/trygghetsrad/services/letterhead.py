"""Who a paper comes from and which words it uses, as the council has chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.colours import printable
from trygghetsrad.domain.meetings import MeetingKind
from trygghetsrad.domain.papers import Letterhead, MeetingFacts, Words
from trygghetsrad.domain.signing import MAY_SIGN
from trygghetsrad.store.blobs import bytes_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from trygghetsrad.domain.council import Council
    from trygghetsrad.domain.meetings import Meeting


def letterhead_of(session: Session, council: Council) -> Letterhead:
    return Letterhead(
        municipality=council.municipality,
        body=council.name,
        address_lines=council.address_lines,
        foot=f"Org.nr {council.organisation_number}" if council.organisation_number else "",
        logo=bytes_of(session, council.logo) if council.logo else None,
        sender=council.sender,
        accent=printable(council.accent),
        registry_number=council.dnr,
        signings=tuple((kind, council.signing_of(kind)) for kind in MAY_SIGN),
        posts_notice=council.posts_notice,
        kept_at=council.kept_at,
    )


def words_of(council: Council) -> Words:
    return Words(meeting=council.meeting_word, agenda=council.agenda_word, sections=council.section_style)


def meeting_facts_of(meeting: Meeting) -> MeetingFacts:
    """Return the meeting as papers name it; a meeting that was held with the times it really had."""
    return MeetingFacts(
        number=meeting.label.removeprefix("Möte "),
        title="" if meeting.kind is MeetingKind.ORDINARY else f"{meeting.kind.value.capitalize()} möte",
        day=meeting.day,
        starts=meeting.started or meeting.starts,
        ends=meeting.ended or meeting.ends,
        place=meeting.place,
        link=meeting.link,
        uid=meeting.uid,
    )
