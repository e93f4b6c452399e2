"""The letter that goes with an issued paper, filled in from the council file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from trygghetsrad.domain.dates import iso, meeting_time
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.letters import (
    Letter,
    LetterMeeting,
    MinutesLetter,
    NoticeLetter,
    Sender,
    approval_letter,
    item_request_letter,
    minutes_letter,
    notice_letter,
    paper_letter,
)
from trygghetsrad.domain.meetings import MeetingState, RoleAtMeeting
from trygghetsrad.domain.minutes_changes import changes_between
from trygghetsrad.domain.people import SUBSTITUTE_ROLES
from trygghetsrad.domain.preparing import awaits_chair
from trygghetsrad.services.item_requests import answer_by
from trygghetsrad.services.lead_days import days_around
from trygghetsrad.services.letterhead import words_of
from trygghetsrad.services.minutes import former_name
from trygghetsrad.services.notices import former_notice, notice_core, notice_facts
from trygghetsrad.services.papers import holder_of
from trygghetsrad.services.questionnaire_papers import KIND as QUESTIONNAIRE, letter_with_questions
from trygghetsrad.services.reading import council_of
from trygghetsrad.store.schema import MinutesVersionRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.council import Council
    from trygghetsrad.domain.delivery import Recipient
    from trygghetsrad.domain.meetings import Meeting, MeetingRoom
    from trygghetsrad.store.schema import IssuedDocumentRow

_SUBSTITUTES = frozenset(role.value for role in SUBSTITUTE_ROLES)


def letter_for(
    session: Session,
    paper: IssuedDocumentRow,
    room: MeetingRoom | None,
    recipients: Iterable[Recipient],
    today: date,
) -> Letter:
    """Return subject and words for a paper.

    Raises Refused for a notice that no longer says what holds.
    """
    council = council_of(session)
    if room is None:
        return _of_council(session, paper, council)
    sender = _sender(council, holder_of(room, RoleAtMeeting.SECRETARY))
    meeting = _meeting(room.meeting, council)
    if paper.kind == "kallelse":
        return notice_letter(_notice(session, paper, room, meeting, recipients, today), sender)
    version = session.scalar(select(MinutesVersionRow).where(MinutesVersionRow.document_id == paper.id))
    if version is not None:
        return minutes_letter(_minutes(session, paper, room.meeting, meeting, version, council), sender)
    if paper.kind == "arendeforfragan":
        by = answer_by(council, room.meeting, today)
        return item_request_letter(meeting, room.meeting.theme, by, sender)
    if paper.kind == "dagordning" and awaits_chair(room, council):
        by = _notice_day(room.meeting, council, today)
        return approval_letter(meeting, words_of(council), by, sender)
    title = paper.title.partition(" möte ")[0]
    return paper_letter(paper.kind, title, meeting, paper.issued_on, sender, _own_word(paper.kind, council))


def _of_council(session: Session, paper: IssuedDocumentRow, council: Council) -> Letter:
    if paper.kind == QUESTIONNAIRE:
        return letter_with_questions(session, paper, _sender(council))
    own = _own_word(paper.kind, council)
    return paper_letter(paper.kind, paper.title, None, paper.issued_on, _sender(council), own)


def _own_word(kind: str, council: Council) -> str:
    """Return what the council calls a paper, where it has a word of its own to choose."""
    if kind == "dagordning":
        return words_of(council).the_agenda
    if kind == "tjansteskrivelse":
        return f"{council.memo_word}{'t' if council.memo_word.endswith('ande') else 'n'}"
    return ""


def _notice_day(meeting: Meeting, council: Council, today: date) -> date:
    """Return the day the notice should go out, or the meeting itself if that has passed."""
    day = days_around(meeting, council).notice
    return day if day > today else meeting.day


def _sender(council: Council, name: str = "") -> Sender:
    return Sender(council=council.name, municipality=council.municipality, name=name)


def _meeting(meeting: Meeting, council: Council) -> LetterMeeting:
    number = meeting.label.lower().removeprefix("möte ")
    return LetterMeeting(
        name=f"{council.meeting_word} {number}",
        the_meeting=f"{council.meeting_word}t",
        the_agenda=words_of(council).the_agenda,
        when=meeting_time(meeting.day, meeting.starts, meeting.ends),
        day=meeting.day,
        place=meeting.place,
        link=meeting.link,
    )


def _notice(
    session: Session,
    paper: IssuedDocumentRow,
    room: MeetingRoom,
    meeting: LetterMeeting,
    recipients: Iterable[Recipient],
    today: date,
) -> NoticeLetter:
    former = former_notice(session, room.meeting.uid)
    if former is None or former.document_id != paper.id or former.core != notice_core(room):
        raise Refused(
            f"Kallelsen från {iso(paper.issued_on)} stämmer inte längre med mötet, så det blev inget utkast. "
            "Skapa en ändrad kallelse först."
        )
    facts = notice_facts(session, room, today, former)
    return NoticeLetter(
        kind=former.kind,
        meeting=meeting,
        change_text=former.change_text,
        replaces=former.replaces_dated,
        absence=facts.absence,
        to_substitutes=any(one.role in _SUBSTITUTES for one in recipients),
        with_calendar=room.meeting.state is not MeetingState.HELD,
    )


def _minutes(
    session: Session,
    paper: IssuedDocumentRow,
    held: Meeting,
    meeting: LetterMeeting,
    version: MinutesVersionRow,
    council: Council,
) -> MinutesLetter:
    former = session.scalar(
        select(MinutesVersionRow).where(
            MinutesVersionRow.meeting_uid == version.meeting_uid, MinutesVersionRow.n == version.n - 1
        )
    )
    return MinutesLetter(
        formal=paper.kind == "protokoll",
        done=version.verified_on is not None,
        meeting=meeting,
        version=version.n,
        changes=changes_between(json.loads(former.facts), json.loads(version.facts)) if former else (),
        former=former_name(former, held.minutes_kind) if former else "",
        answer_by=days_around(held, council).verified,
    )
