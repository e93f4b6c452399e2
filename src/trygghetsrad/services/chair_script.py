"""The facts of the chair's own paper: what is said by whom, and what must not be forgotten."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from trygghetsrad.domain.council import MinutesKind, StandingContent
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import meeting_time
from trygghetsrad.domain.meetings import ItemKind, Presence, RoleAtMeeting
from trygghetsrad.domain.papers import ChairScriptFacts, ScriptRow
from trygghetsrad.services.agenda import meeting_after
from trygghetsrad.services.letterhead import letterhead_of, meeting_facts_of, words_of
from trygghetsrad.services.live import live
from trygghetsrad.services.papers import action_rows, holder_of
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_meetings import MeetingNumbers, meeting_of
from trygghetsrad.services.thread_points import thread_sentences
from trygghetsrad.store.schema import MeetingRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from trygghetsrad.domain.meetings import AgendaItem, Meeting
    from trygghetsrad.domain.papers import Words
    from trygghetsrad.services.paper_choosing import PaperOrder

LATE_SHOWN = 5
DECIDES = "Fråga om rådet är enigt och säg beslutet högt."
NO_PROPOSAL = "Förslag till beslut saknas. Säg det ordagrant, så att sekreteraren hinner skriva."
DISCUSSES = "Avsluta med vem som gör vad och när det ska vara klart."
SECRET = "Kan omfattas av sekretess. Se efter vilka som är med i rummet och på länken."  # noqa: S105
SUMS_UP = "Gå igenom uppdragen från {the_meeting} innan ni slutar."


def chair_script_facts(order: PaperOrder) -> ChairScriptFacts:
    """Return the points as the chair leads them (practice.md 10)."""
    room, council = order.meeting, council_of(order.session)
    meeting = dataclasses.replace(
        meeting_facts_of(room.meeting), starts=room.meeting.starts, ends=room.meeting.ends
    )
    return ChairScriptFacts(
        letterhead=letterhead_of(order.session, council),
        words=words_of(council),
        meeting=meeting,
        planned_end=room.meeting.ends,
        rows=tuple(_row(order, item, is_last=item is room.items[-1]) for item in room.items),
        chair=holder_of(room, RoleAtMeeting.CHAIR),
        secretary=holder_of(room, RoleAtMeeting.SECRETARY),
        excused=_excused(order),
    )


def _row(order: PaperOrder, item: AgendaItem, *, is_last: bool) -> ScriptRow:
    standing = _STANDING.get(item.content)
    told = standing(order) if standing else thread_sentences(order.session, item.title, order.today)
    remember = [*told, *_by_kind(item)]
    if is_last:
        remember.append(SUMS_UP.format(the_meeting=_words(order).the_meeting))
    if item.confidential:
        remember.append(SECRET)
    return ScriptRow(
        number=str(item.position),
        title=item.title,
        speaker=item.presenter or _USUAL_SPEAKER.get(item.content, ""),
        minutes=item.minutes,
        kind=item.kind.value,
        registry_number=item.dnr,
        proposed_decision=item.proposed_decision,
        remember=tuple(remember),
    )


def _words(order: PaperOrder) -> Words:
    return words_of(council_of(order.session))


def _by_kind(item: AgendaItem) -> list[str]:
    if item.content is StandingContent.VERIFIER:
        return []
    if item.kind is ItemKind.DECISION:
        return [DECIDES if item.proposed_decision.strip() else NO_PROPOSAL]
    return [DISCUSSES] if item.kind is ItemKind.DISCUSSION else []


def _excused(order: PaperOrder) -> tuple[str, ...]:
    room = order.meeting
    serves = {one.serves_for_id: one.name for one in room.attendees if one.serves_for_id}
    return tuple(
        ", ".join(filter(None, (one.name, one.organisation)))
        + (f", ersätts av {serves[one.person_id]}" if one.person_id in serves else "")
        for one in room.attendees
        if one.presence is Presence.EXCUSED
    )


def _opening(order: PaperOrder) -> list[str]:
    told = "Hälsa välkomna och ropa upp dem som är kallade."
    online = "Fråga om de som är med på länken hör." if order.meeting.meeting.link else ""
    return [told, *filter(None, [online])]


def _verifier(order: PaperOrder) -> list[str]:
    if order.meeting.meeting.minutes_kind is MinutesKind.NOTES:
        return []
    names = [holder.name for holder in order.meeting.holders(RoleAtMeeting.VERIFIER)]
    if names:
        return [f"Föreslå {' och '.join(names)} att justera tillsammans med dig."]
    return [f"Föreslå en justerare som är med hela {_words(order).the_meeting}, och säg när ni justerar."]


def _previous(order: PaperOrder) -> list[str]:
    former = _meeting_before(order)
    if former is None:
        return []
    kind = "minnesanteckningarna" if former.minutes_kind is MinutesKind.NOTES else "protokollet"
    which = former.label.replace("Möte", _words(order).meeting)
    asked = f"Fråga om någon har något att säga om {kind} från {which}."
    return [asked] if former.minutes_are_done else [asked, f"{kind.capitalize()} är inte klart än."]


def _open_actions(order: PaperOrder) -> list[str]:
    rows = action_rows(order.session, order.today)
    late = [row for row in rows if row.late]
    if not rows:
        return ["Inga uppdrag är öppna."]
    of_them = f", {plural(len(late), 'försenat', 'försenade')}" if late else ""
    told = [f"{plural(len(rows), 'öppet uppdrag', 'öppna uppdrag')}{of_them}."]
    told += [f"Fråga {row.owner or 'rådet'}: {row.what} ({row.status.lower()})" for row in late[:LATE_SHOWN]]
    return told if len(late) <= LATE_SHOWN else [*told, f"… och {len(late) - LATE_SHOWN} till."]


def _next_meeting(order: PaperOrder) -> list[str]:
    following = meeting_after(order.session, order.session.get_one(MeetingRow, order.meeting.meeting.id))
    meeting = _words(order).meeting
    if following is None:
        return [f"Inget fler {meeting} är planerat. Kom överens om en dag."]
    return [f"Nästa {meeting}: {meeting_time(following.day, following.starts, following.ends)}."]


def _meeting_before(order: PaperOrder) -> Meeting | None:
    row = order.session.scalar(
        live(MeetingRow)
        .where(MeetingRow.day < order.meeting.meeting.day, MeetingRow.started.is_not(None))
        .order_by(MeetingRow.day.desc())
        .limit(1)
    )
    return meeting_of(row, MeetingNumbers(order.session)) if row else None


_STANDING: dict[StandingContent, Callable[[PaperOrder], list[str]]] = {
    StandingContent.OPENING: _opening,
    StandingContent.VERIFIER: _verifier,
    StandingContent.PREVIOUS: _previous,
    StandingContent.OPEN_ACTIONS: _open_actions,
    StandingContent.NEXT_MEETING: _next_meeting,
}
_USUAL_SPEAKER = {
    StandingContent.OPENING: "Ordföranden",
    StandingContent.VERIFIER: "Ordföranden",
    StandingContent.PREVIOUS: "Ordföranden",
    StandingContent.OPEN_ACTIONS: "De ansvariga",
    StandingContent.OTHER: "Alla",
    StandingContent.NEXT_MEETING: "Ordföranden",
    StandingContent.CLOSING: "Ordföranden",
}
