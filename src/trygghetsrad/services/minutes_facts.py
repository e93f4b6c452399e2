"""The minutes as they would be printed now, and whether that is what left the house last."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from datetime import date, time
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.counting import listed
from trygghetsrad.domain.dates import meeting_time
from trygghetsrad.domain.meetings import (
    HERE,
    Attendee,
    Capacity,
    ItemAction,
    Presence,
    RoleAtMeeting,
    SpanReason,
)
from trygghetsrad.domain.minutes_changes import changes_between
from trygghetsrad.domain.numbering import section_span
from trygghetsrad.domain.papers import (
    AssignmentFacts,
    AttendanceFacts,
    DecisionFacts,
    MinutesFacts,
    MinutesItem,
    Officer,
)
from trygghetsrad.domain.papers.minutes import Attendee as PaperAttendee
from trygghetsrad.domain.standing_text import standing_text
from trygghetsrad.services.agenda import meeting_after
from trygghetsrad.services.letterhead import letterhead_of, meeting_facts_of, words_of
from trygghetsrad.services.minutes_papers import with_papers
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_attachments import original_of
from trygghetsrad.services.reading_meetings import newest_version
from trygghetsrad.services.sections import Sections, section_text, sections_for
from trygghetsrad.store.events import canonical
from trygghetsrad.store.schema import MeetingRow, MinutesVersionRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from trygghetsrad.domain.meetings import AgendaItem, Decision, Meeting, MeetingRoom, Span

NOT_SAID = frozenset(
    {
        "letterhead",
        "draft_label",
        "left_out",
        "previous_label",
        "changed_since",
        "code",
        "issued_on",
        "words",
        "present_heading",
    }
)
"""Fields of the paper that are not part of what the meeting said; they do not change the code."""


def minutes_facts(session: Session, room: MeetingRoom, *, anew: bool = False) -> MinutesFacts:
    """Return the minutes of a meeting as they stand now, names as they will be printed.

    What the council plans or does later changes no old minutes: the next meeting is the one that was told,
    unless the minutes are made `anew`, and what was handed out stays as it was when it was verified.
    """
    council = council_of(session)
    meeting = room.meeting
    room = _with_actions_as_verified(session, room)
    sections = sections_for(session, council, meeting, room.items)
    told = None if anew else newest_version(session, meeting.uid)
    next_meeting = json.loads(told.facts)["next_meeting"] if told else _next_meeting(session, meeting)
    facts = MinutesFacts(
        letterhead=letterhead_of(session, council),
        words=words_of(council),
        formal=meeting.minutes_kind is MinutesKind.PROTOCOL,
        meeting=meeting_facts_of(meeting),
        deviation_note=_deviation(session, meeting.id),
        registry_number=meeting.dnr,
        present_heading=council.present_heading.value,
        attendance=_attendance(room, sections),
        chairs=_officers(room, RoleAtMeeting.CHAIR, sections),
        secretaries=_officers(room, RoleAtMeeting.SECRETARY, sections),
        verifiers=_officers(room, RoleAtMeeting.VERIFIER, sections),
        verification_place=meeting.verification_place,
        verification_day=meeting.verification_day,
        verification_time=meeting.verification_time,
        section_range=section_span(number for number, _letter in sections.values()),
        items=tuple(_item(room, item, sections, council.name, next_meeting) for item in room.items),
        next_meeting=next_meeting,
    )
    return with_papers(session, room, facts)


def _deviation(session: Session, meeting_id: int) -> str:
    """Return what the minutes say first where another file counts."""
    original = original_of(session, meeting_id)
    if original is None:
        return ""
    return (
        f"Originalet är den bifogade filen ”{original.name}”. Texten här kan skilja sig från den.\n\n"
        f"Filens SHA-256: {original.sha256}"
    )


def _next_meeting(session: Session, meeting: Meeting) -> str:
    following = meeting_after(session, session.get_one(MeetingRow, meeting.id))
    if following is None:
        return ""
    return f"{meeting_time(following.day, following.starts, following.ends)}, {following.place}".rstrip(", ")


def handed_out(room: MeetingRoom) -> str:
    """Return what was handed out at the meeting, by uid, as it is kept beside a version."""
    return canonical(
        {
            action.uid: {
                "item": item.uid,
                "place": place,
                "what": action.what,
                "owner": action.owner,
                "due": action.due.isoformat() if action.due else None,
            }
            for item in room.items
            for place, action in enumerate(item.actions)
        }
    )


def _with_actions_as_verified(session: Session, room: MeetingRoom) -> MeetingRoom:
    """Let the actions of verified minutes be as they were then: they live on, the minutes do not."""
    verified = session.scalar(
        select(MinutesVersionRow)
        .where(MinutesVersionRow.meeting_uid == room.meeting.uid, MinutesVersionRow.verified_on.is_not(None))
        .order_by(MinutesVersionRow.n.desc())
        .limit(1)
    )
    if verified is None:
        return room
    told: dict[str, dict[str, Any]] = json.loads(verified.actions)
    kept = dict(sorted(told.items(), key=lambda action: action[1]["place"]))
    return dataclasses.replace(
        room, items=tuple(dataclasses.replace(item, actions=_as_kept(item, kept)) for item in room.items)
    )


def _as_kept(item: AgendaItem, kept: dict[str, dict[str, Any]]) -> tuple[ItemAction, ...]:
    """Return the actions a point had when it was verified, and those it has got since."""
    old = tuple(
        ItemAction(
            id=0,
            uid=uid,
            what=told["what"] or "",
            owner=told["owner"] or "",
            due=date.fromisoformat(told["due"]) if told["due"] else None,
        )
        for uid, told in kept.items()
        if told["item"] == item.uid
    )
    return (*old, *(action for action in item.actions if action.uid not in kept))


def _officers(room: MeetingRoom, role: RoleAtMeeting, sections: Sections) -> tuple[Officer, ...]:
    labels = {item.id: section_text(sections, item) for item in room.items}
    return tuple(
        Officer(name=holder.name, sections=_stretches(labels, holder.stretches))
        for holder in room.holders(role)
    )


def _stretches(labels: dict[int, str], stretches: tuple[tuple[int, int], ...]) -> str:
    """Return "§§ 1–4 och 6–8", "§ 5" or "punkt 5"; nothing for the whole meeting."""
    ends = [(labels[first], labels[last]) for first, last in stretches]
    by_section = any(first.startswith("§ ") for first, _last in ends)
    parts = [
        "–".join(dict.fromkeys(label.removeprefix("§ ") for label in (first, last))) for first, last in ends
    ]
    several = len(parts) > 1 or any(first != last for first, last in ends)
    word = ("§§" if several else "§") if by_section else ("punkterna" if several else "punkt")
    return f"{word} {listed(parts)}" if parts else ""


def _attendance(room: MeetingRoom, sections: Sections) -> AttendanceFacts:
    here = [one for one in room.attendees if one.presence in HERE]

    def group(*capacities: Capacity) -> tuple[PaperAttendee, ...]:
        return tuple(_person(room, one, sections) for one in here if one.capacity in capacities)

    def away(presence: Presence) -> tuple[PaperAttendee, ...]:
        return tuple(
            _person(room, one, sections)
            for one in room.attendees
            if one.presence is presence and one.capacity is not Capacity.IDLE_SUBSTITUTE
        )

    return AttendanceFacts(
        members=group(Capacity.MEMBER, Capacity.DELEGATE),
        serving_substitutes=group(Capacity.SERVING_SUBSTITUTE),
        other_substitutes=group(Capacity.IDLE_SUBSTITUTE),
        others=group(Capacity.CO_OPTED, Capacity.OFFICER, Capacity.PRESENTER, Capacity.GUEST),
        excused=away(Presence.EXCUSED),
        absent=away(Presence.ABSENT),
    )


def _person(room: MeetingRoom, attendee: Attendee, sections: Sections) -> PaperAttendee:
    role = attendee.role.value if attendee.role else attendee.capacity.value
    return PaperAttendee(
        name=attendee.name,
        organisation=attendee.organisation,
        role=role,
        substitutes_for=attendee.serves_for,
        remote=attendee.presence is Presence.REMOTE,
        sections=", ".join(_span(room, span, sections) for span in attendee.spans),
    )


def _span(room: MeetingRoom, span: Span, sections: Sections) -> str:
    """Return "fr.o.m. § 3"; when the point is gone only the reason is left to say."""
    texts = {item.id: section_text(sections, item) for item in room.items}
    first, last = texts.get(span.from_item_id or 0, ""), texts.get(span.to_item_id or 0, "")
    if span.reason is SpanReason.LATE:
        return f"fr.o.m. {first}" if first else span.reason.value
    if span.reason is SpanReason.LEFT:
        return f"t.o.m. {last}" if last else span.reason.value
    ends = [end for end in dict.fromkeys((first, last)) if end]
    if len(ends) == 2 and all(end.startswith("§ ") for end in ends):
        return f"jäv §§ {ends[0].removeprefix('§ ')}–{ends[1].removeprefix('§ ')}"
    return f"jäv {'–'.join(ends)}".rstrip()


def _item(
    room: MeetingRoom, item: AgendaItem, sections: Sections, council: str, next_meeting: str
) -> MinutesItem:
    return MinutesItem(
        label=section_text(sections, item),
        title=item.title,
        uid=item.uid,
        registry_number=item.dnr,
        presenter=item.presenter,
        text=item.text or standing_text(room, item, next_meeting),
        decisions=tuple(_decision(decision, council) for decision in item.decisions),
        actions=tuple(
            AssignmentFacts(what=action.what, owner=action.owner or "ansvarig utses", due=action.due)
            for action in item.actions
        ),
        disqualified=_disqualified(room, item),
        confidential=item.confidential,
    )


def _decision(decision: Decision, council: str) -> DecisionFacts:
    """Return a decision; one that names the council itself needs no words before it."""
    names_itself = decision.text.casefold().startswith(("rådet ", council.casefold()))
    sent_to = tuple(part.strip() for part in decision.sent_to.replace("\n", ",").split(",") if part.strip())
    return DecisionFacts(
        outcome="" if names_itself else decision.outcome.value,
        text=decision.text,
        uid=decision.uid,
        sent_to=sent_to,
        reservations=decision.reservations,
        votes=decision.votes,
    )


def _disqualified(room: MeetingRoom, item: AgendaItem) -> str:
    positions = {one.id: one.position for one in room.items}
    names = [
        attendee.name
        for attendee in room.attendees
        for span in attendee.spans
        if span.reason is SpanReason.CONFLICT
        and positions.get(span.from_item_id or 0, 0)
        <= item.position
        <= positions.get(span.to_item_id or 0, 0)
    ]
    return f"På grund av jäv deltar inte {listed(names)} i ärendet." if names else ""


def said(facts: MinutesFacts) -> str:
    """Return what the meeting said, as text that is the same for the same minutes."""
    kept = {
        field.name: plain(getattr(facts, field.name))
        for field in dataclasses.fields(facts)
        if field.name not in NOT_SAID
    }
    return canonical(kept)


def fingerprint(text: str) -> str:
    """Return the SHA-256 whose first 16 digits are the printed code."""
    return hashlib.sha256(text.encode()).hexdigest()


def plain(value: Any) -> Any:
    """Return facts as what JSON can hold."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        # Which row it came from is no part of what was said.
        names = (field.name for field in dataclasses.fields(value) if field.name != "uid")
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, (tuple, list)):
        return [plain(part) for part in value]
    return value.isoformat() if isinstance(value, (date, time)) else value


def differs_from_version(session: Session, room: MeetingRoom, version: MinutesVersionRow) -> MeetingRoom:
    """Return the room with a note of whether the minutes changed since a version left the house."""
    changed = fingerprint(said(minutes_facts(session, room))) != version.sha256
    return dataclasses.replace(room, changed_since_version=changed)


def changed_since(version: MinutesVersionRow, facts: MinutesFacts) -> tuple[str, ...]:
    """Return one line for each thing that is different from a version that left the house."""
    return changes_between(json.loads(version.facts), json.loads(said(facts)))
