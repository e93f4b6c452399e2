"""The notice of a meeting: what it says now, what the former one said, and whether that still holds."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from trygghetsrad.domain.meetings import MeetingState, RoleAtMeeting
from trygghetsrad.domain.notice_changes import notice_changes
from trygghetsrad.domain.papers import AbsenceReport, CalledPerson, NoticeFacts, NoticeKind
from trygghetsrad.domain.people import ROLE_ORDER, SUBSTITUTE_ROLES
from trygghetsrad.services.lead_days import days_around
from trygghetsrad.services.letterhead import letterhead_of, meeting_facts_of, words_of
from trygghetsrad.services.minutes_facts import plain
from trygghetsrad.services.papers import action_rows, agenda_rows, holder_of, paper_line
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_attachments import papers_of_meeting
from trygghetsrad.services.seating import members_on
from trygghetsrad.store.events import canonical
from trygghetsrad.store.schema import IssuedDocumentRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.council import Council
    from trygghetsrad.domain.meetings import MeetingRoom

NOT_SAID = ("issued_on", "open_actions", "letterhead", "words")
"""Parts of a notice that change by themselves from day to day; they make no new notice."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class FormerNotice:
    """The newest notice that was made for a meeting."""

    document_id: int
    issued_on: date
    core: Mapping[str, object]
    fingerprint: str
    kind: NoticeKind
    change_text: str
    replaces_dated: date | None


def former_notice(session: Session, meeting_uid: str) -> FormerNotice | None:
    """Return what the newest notice of a meeting said."""
    row = session.scalar(
        select(IssuedDocumentRow)
        .where(IssuedDocumentRow.kind == "kallelse", IssuedDocumentRow.about_uid == meeting_uid)
        .order_by(IssuedDocumentRow.id.desc())
        .limit(1)
    )
    if row is None:
        return None
    kept = json.loads(row.facts)
    return FormerNotice(
        document_id=row.id,
        issued_on=row.issued_on,
        core=kept["core"],
        fingerprint=kept["fingerprint"],
        kind=NoticeKind(kept["kind"]),
        change_text=kept["change_text"],
        replaces_dated=date.fromisoformat(kept["replaces_dated"]) if kept["replaces_dated"] else None,
    )


def kept_facts(room: MeetingRoom, facts: NoticeFacts) -> dict[str, object]:
    """Return what is kept of a notice, so that the next one knows what has changed."""
    return {
        "core": notice_core(room),
        "fingerprint": _fingerprint(facts),
        "kind": facts.kind.value,
        "change_text": facts.change_text,
        "replaces_dated": facts.replaces_dated.isoformat() if facts.replaces_dated else "",
    }


def was_called_off(session: Session, meeting_uid: str) -> bool:
    """Tell whether the newest notice said that the meeting is off."""
    former = former_notice(session, meeting_uid)
    return former is not None and former.kind is NoticeKind.CANCELLED


def notice_core(room: MeetingRoom) -> dict[str, object]:
    """Return what may not change without a new notice: time, place, agenda, called off or not."""
    meeting = room.meeting
    return {
        "day": meeting.day.isoformat(),
        "starts": meeting.starts.isoformat("minutes"),
        "ends": meeting.ends.isoformat("minutes"),
        "place": meeting.place,
        "link": meeting.link,
        "cancelled": meeting.state is MeetingState.CANCELLED,
        "agenda": [item.title for item in room.items],
    }


def notice_facts(
    session: Session, room: MeetingRoom, today: date, former: FormerNotice | None
) -> NoticeFacts:
    """Return the notice: new, changed when another was made before, or cancelled.

    As long as nothing has changed it is the former notice, with its own date.
    """
    council = council_of(session)
    kind, change_text, replaces = _change(room, former, words_of(council).the_meeting)
    facts = NoticeFacts(
        letterhead=letterhead_of(session, council),
        words=words_of(council),
        kind=kind,
        replaces_dated=replaces,
        change_text=change_text,
        meeting=dataclasses.replace(
            meeting_facts_of(room.meeting), starts=room.meeting.starts, ends=room.meeting.ends
        ),
        issued_on=today,
        registry_number=room.meeting.dnr,
        chair=holder_of(room, RoleAtMeeting.CHAIR),
        secretary=holder_of(room, RoleAtMeeting.SECRETARY),
        agenda=agenda_rows(room.items),
        asked_of_you=room.meeting.asked_of_you,
        absence=absence_report(session, room, council),
        called=_called(session, room, substitutes=False),
        for_information=_called(session, room, substitutes=True),
        open_actions=action_rows(session, today),
        attachments=tuple(paper_line(paper) for paper in papers_of_meeting(session, room.meeting.id)),
    )
    same = former is not None and says_the_same(facts, former)
    return dataclasses.replace(facts, issued_on=former.issued_on) if former and same else facts


def says_the_same(facts: NoticeFacts, former: FormerNotice) -> bool:
    """Tell whether a notice made now would say what the former one says."""
    return _fingerprint(facts) == former.fingerprint


def _fingerprint(facts: NoticeFacts) -> str:
    said = {name: value for name, value in plain(facts).items() if name not in NOT_SAID}
    return hashlib.sha256(canonical(said).encode()).hexdigest()


def _change(
    room: MeetingRoom, former: FormerNotice | None, the_meeting: str
) -> tuple[NoticeKind, str, date | None]:
    """Return what sort of notice it is, its first line, and the day of the notice it replaces."""
    core = notice_core(room)
    holds = former is not None and former.core == core
    replaces = (former.replaces_dated if holds else former.issued_on) if former else None
    if room.meeting.state is MeetingState.CANCELLED:
        return NoticeKind.CANCELLED, room.meeting.cancelled_because, replaces
    if former is None:
        return NoticeKind.NEW, "", None
    if holds:
        return former.kind, former.change_text, replaces
    return NoticeKind.CHANGED, " ".join(notice_changes(former.core, core, the_meeting)), replaces


def _called(session: Session, room: MeetingRoom, *, substitutes: bool) -> tuple[CalledPerson, ...]:
    """Return those called or those told, the chair first and each role by family name."""
    members = members_on(session, room.meeting.day)
    by_name = {member.person.id: place for place, member in enumerate(members) if member.person}
    found = [
        (ROLE_ORDER.index(one.role), by_name.get(one.person_id or 0, len(by_name)), one)
        for one in room.attendees
        if one.role is not None and (one.role in SUBSTITUTE_ROLES) is substitutes
    ]
    return tuple(
        CalledPerson(name=one.name, organisation=one.organisation, role=one.role.value if one.role else "")
        for _, _, one in sorted(found, key=lambda placed: placed[:2])
    )


def absence_report(session: Session, room: MeetingRoom, council: Council) -> AbsenceReport:
    """Absence is reported to the secretary of the meeting, a week before it or what is left of that."""
    person_id = next((one.person_id for one in room.holders(RoleAtMeeting.SECRETARY)), None)
    members = members_on(session, room.meeting.day)
    person = next((one.person for one in members if one.person and one.person.id == person_id), None)
    contact = (
        (person.any_phone, person.email)
        if person and not person.protected
        else (council.phone, council.email)
    )
    return AbsenceReport(
        by=days_around(room.meeting, council).last_notice,
        to=person.name if person else "",
        contact=tuple(part for part in contact if part),
        note="Kontakta även din ersättare." if _called(session, room, substitutes=True) else "",
    )
