"""Who gets which handlingspaket, what the letter says is not in it, and the files that go beside it."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from trygghetsrad.domain.attachments import Audience
from trygghetsrad.domain.counting import listed
from trygghetsrad.domain.delivery import Attachment
from trygghetsrad.domain.people import OrganisationKind
from trygghetsrad.services.packets import REACHES
from trygghetsrad.services.reading_attachments import papers_of_meeting
from trygghetsrad.store.blobs import bytes_of
from trygghetsrad.store.schema import OrganisationRow, PersonRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.attachments import Attachment as Kept
    from trygghetsrad.domain.delivery import Recipient
    from trygghetsrad.domain.meetings import MeetingRoom
    from trygghetsrad.store.schema import IssuedDocumentRow

PACKET = "handlingspaket"
_AUTHORITIES = frozenset(
    {
        OrganisationKind.MUNICIPALITY,
        OrganisationKind.POLICE,
        OrganisationKind.RESCUE,
        OrganisationKind.REGION,
        OrganisationKind.SOCIAL_SERVICES,
        OrganisationKind.AUTHORITY,
    }
)
_ANY_FILE = "application/octet-stream"


class PacketPost:
    """One packet on its way to those it is for."""

    def __init__(self, session: Session, room: MeetingRoom, audience: str, point: int | None) -> None:
        self._session = session
        self._audience = Audience(audience) if audience else Audience.EVERYONE
        items = [item for item in room.items if point in {None, item.position}]
        whole = papers_of_meeting(session, room.meeting.id) if point is None else ()
        self._papers: list[tuple[str, Kept]] = [(paper.number(None), paper) for paper in whole]
        self._papers += [(paper.number(item.position), paper) for item in items for paper in item.papers]

    def chosen(self, recipients: Iterable[Recipient]) -> tuple[Recipient, ...]:
        """Return the recipients, chosen where it is their packet: each person gets one, the fullest."""
        return tuple(
            dataclasses.replace(one, chosen=one.chosen and self._group(one) is self._audience)
            for one in recipients
        )

    def left_out(self) -> str:
        """Return what the letter says of papers that are not for its readers (practice.md 14)."""
        kept_back = [
            f"bilaga {number} {paper.title}"
            for number, paper in self._papers
            if paper.audience not in REACHES[self._audience]
        ]
        words = f"I paketet ligger inte {listed(kept_back)}, som bara går till vissa mottagare."
        return words if kept_back else ""

    def loose_files(self) -> tuple[Attachment, ...]:
        """Return the papers that are no PDF, to lie beside the packet."""
        return tuple(
            Attachment(
                name=f"Bilaga {number} {paper.name}",
                content=bytes_of(self._session, paper.sha256),
                media_type=_ANY_FILE,
            )
            for number, paper in self._papers
            if paper.is_stored and not paper.is_pdf and paper.audience in REACHES[self._audience]
        )

    def warnings(self) -> tuple[str, ...]:
        """Return for whom the papers are that only named persons may have."""
        if self._audience is not Audience.NAMED:
            return ()
        return tuple(
            f"”{paper.title}” är bara för {paper.named or 'namngivna'}. Kontrollera mottagarna."
            for _number, paper in self._papers
            if paper.audience is Audience.NAMED
        )

    def _group(self, recipient: Recipient) -> Audience:
        """Return the fullest packet a person may have; whoever may not have all of it gets a smaller one."""
        audiences = {paper.audience for _number, paper in self._papers}
        is_authority = Audience.AUTHORITIES in audiences and self._is_authority(recipient)
        may_all = is_authority or Audience.AUTHORITIES not in audiences
        if Audience.NAMED in audiences and may_all and self._is_named(recipient):
            return Audience.NAMED
        return Audience.AUTHORITIES if is_authority else Audience.EVERYONE

    def _is_named(self, recipient: Recipient) -> bool:
        named = [paper.named for _number, paper in self._papers if paper.audience is Audience.NAMED]
        return all(recipient.name.casefold() in words.casefold() for words in named)

    def _is_authority(self, recipient: Recipient) -> bool:
        """Tell whether a person comes from the municipality or an authority, or from a part of one."""
        person = self._session.scalar(select(PersonRow).where(PersonRow.uid == recipient.uid))
        home = person.organisation_id if person else None
        seen: set[int] = set()
        while home is not None and home not in seen:
            seen.add(home)
            organisation = self._session.get_one(OrganisationRow, home)
            if organisation.kind in _AUTHORITIES:
                return True
            home = organisation.parent_id
        return False


def packet_post(session: Session, row: IssuedDocumentRow, room: MeetingRoom | None) -> PacketPost | None:
    """Return what has to be known of a packet that goes into a letter; None for any other paper."""
    if row.kind != PACKET or room is None:
        return None
    chosen = json.loads(row.variant) if row.variant else {}
    return PacketPost(session, room, chosen.get("audience", ""), chosen.get("point"))


def with_paragraph(text: str, paragraph: str) -> str:
    """Return a letter with one paragraph more, over its signature."""
    if not paragraph:
        return text
    *words, signature = text.rstrip("\n").split("\n\n")
    return "\n\n".join([*words, paragraph, signature]) + "\n"
