"""The minutes as they stand today, whole or a few § of them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.numbering import section_list
from trygghetsrad.domain.papers import ExtractFacts
from trygghetsrad.domain.papers.public import public_version
from trygghetsrad.services.live import live
from trygghetsrad.services.minutes_facts import minutes_facts
from trygghetsrad.services.paper_choosing import numbered, uses_sections
from trygghetsrad.services.reading_attachments import original_of
from trygghetsrad.store.schema import PersonRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from trygghetsrad.domain.meetings import MeetingRoom
    from trygghetsrad.domain.papers import MinutesFacts
    from trygghetsrad.services.paper_choosing import PaperOrder


SAYING_THE_MINUTES = frozenset({"protokoll", "protokoll-publik", "minnesanteckningar", "protokollsutdrag"})
"""Papers that give the text of the minutes again."""


def original_notes(session: Session, kind: str, meeting_id: int | None) -> tuple[str, ...]:
    """Return what she should know of a paper whose meeting has another file as its original."""
    if kind not in SAYING_THE_MINUTES or meeting_id is None:
        return ()
    original = original_of(session, meeting_id)
    if original is None:
        return ()
    return (f"Originalet är den bifogade filen ”{original.name}”. Den här texten kan skilja sig från den.",)


def is_formal(room: MeetingRoom) -> bool:
    return room.meeting.minutes_kind is MinutesKind.PROTOCOL


def minutes_word(room: MeetingRoom) -> str:
    return "protokoll" if is_formal(room) else "minnesanteckningar"


def minutes_now(order: PaperOrder) -> MinutesFacts:
    """Return the minutes, marked as a draft until they are done and again when they have changed since."""
    facts = minutes_facts(order.session, order.meeting)
    return dataclasses.replace(facts, draft_label="" if are_settled(order.meeting) else "Arbetsutkast")


def public_minutes(order: PaperOrder) -> MinutesFacts:
    """Return what may be published of the minutes."""
    protected = live(PersonRow).where(PersonRow.protected.is_(True))
    names = {f"{row.given_name} {row.family_name}".strip() for row in order.session.scalars(protected)}
    return public_version(minutes_now(order), names)


def are_settled(room: MeetingRoom) -> bool:
    return room.meeting.minutes_are_done and not room.changed_since_version


def extract_facts(order: PaperOrder) -> ExtractFacts:
    """Return the chosen § as they stand in the minutes.

    Raises Refused when the meeting has none of them.
    """
    room, wanted = order.meeting, frozenset(order.options.sections)
    minutes = minutes_now(order)
    chosen = [number in wanted for number, _item in numbered(order)]
    items = tuple(item for item, is_chosen in zip(minutes.items, chosen, strict=True) if is_chosen)
    which = section_list(order.options.sections, "§" if uses_sections(order) else "punkt")
    if wanted and not items:
        raise Refused(f"{room.meeting.label} har ingen {which.replace('§§', '§')}. Välj en annan.")
    names = dict.fromkeys(name for item in items for one in item.decisions for name in one.sent_to)
    return ExtractFacts(
        minutes=dataclasses.replace(minutes, items=items),
        which=which.replace(" ", "\u00a0", 1),
        state=_state(room),
        is_done=are_settled(room),
        sent_to=tuple(names),
    )


def _state(room: MeetingRoom) -> str:
    verified, formal = room.meeting.verified_on, is_formal(room)
    if not are_settled(room):
        return "Inte justerat" if formal else "Inte klara"
    word = "Justerat" if formal else "Klara"
    return f"{word} {iso(verified)}" if verified else word
