"""What the coordinator does with the minutes: sends them for verification, marks them, takes that back."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.errors import Refused
from trygghetsrad.services.live import one
from trygghetsrad.services.minutes_facts import (
    changed_since,
    fingerprint,
    handed_out,
    minutes_facts,
    said,
)
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_attachments import signed_copies
from trygghetsrad.services.reading_meetings import newest_version
from trygghetsrad.services.room import room_of
from trygghetsrad.services.sections import fix_sections
from trygghetsrad.store.schema import MeetingRow, MinutesVersionRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.meetings import MeetingRoom
    from trygghetsrad.domain.papers import MinutesFacts
    from trygghetsrad.store.database import Database


MARKS = {MinutesKind.PROTOCOL: "Markera justerat", MinutesKind.NOTES: "Markera som klara"}

NOTHING_YET = {
    MinutesKind.PROTOCOL: "Gör protokollet först, så att det finns något att justera.",
    MinutesKind.NOTES: "Gör anteckningarna först, så att det finns något att markera.",
}

CHANGED_SINCE = {
    MinutesKind.PROTOCOL: "Gör protokollet på nytt, så att det som justeras är det som står där.",
    MinutesKind.NOTES: "Gör anteckningarna på nytt, så att det som blir klart är det som står där.",
}

OTHER_KIND = {
    MinutesKind.PROTOCOL: "Minnesanteckningar justeras inte. Markera dem som klara i stället.",
    MinutesKind.NOTES: "Ett protokoll justeras. Markera det som justerat i stället.",
}


class MinutesService:
    """The minutes on their way from draft to verified."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def draft(self, meeting_id: int) -> MinutesFacts:
        """Return the minutes as they stand now, marked as a working draft."""
        with self._database.read() as session:
            facts = minutes_facts(session, room_of(session, meeting_id))
            return dataclasses.replace(facts, draft_label="Arbetsutkast")

    def freeze(
        self, session: Session, meeting_id: int, today: date
    ) -> tuple[MinutesFacts, MinutesVersionRow]:
        """Give the § numbers and freeze what is sent for verification; return it ready to print.

        Called within the step that also keeps the paper. The same text is never frozen twice.
        """
        room = room_of(session, meeting_id)
        fix_sections(session, council_of(session), room.meeting, room.items)
        room = room_of(session, meeting_id)
        latest = newest_version(session, room.meeting.uid)
        facts = minutes_facts(session, room)
        if latest is None or latest.sha256 != fingerprint(said(facts)):
            facts = minutes_facts(session, room, anew=True)
        if latest is not None and latest.sha256 == fingerprint(said(facts)):
            return _printed(facts, latest, today), latest
        version = self._new_version(session, room, said(facts), latest, today)
        printed = _printed(facts, version, today)
        if latest is not None:
            former = former_name(latest, room.meeting.minutes_kind)
            printed = dataclasses.replace(
                printed, changed_since=changed_since(latest, facts), previous_label=former
            )
        return printed, version

    def _new_version(
        self, session: Session, room: MeetingRoom, told: str, latest: MinutesVersionRow | None, today: date
    ) -> MinutesVersionRow:
        version = MinutesVersionRow(
            meeting_uid=room.meeting.uid,
            n=latest.n + 1 if latest else 1,
            facts=told,
            actions=handed_out(room),
            sha256=fingerprint(told),
            created_at=self._database.clock(),
            created_on=today,
        )
        session.add(version)
        session.flush()
        self._database.event(
            session, "protokoll utsänt", room.meeting.uid, version=version.n, sha256=version.sha256
        )
        return version

    def mark_verified(self, meeting_id: int, on: date, how: str = "") -> None:
        """Record that the minutes are verified: who, when and how; nothing is printed anew (practice.md 2).

        Raises Refused for minnesanteckningar, when nothing was sent, or the minutes have changed since.
        """
        self._mark(meeting_id, on, how, MinutesKind.PROTOCOL)

    def mark_finished(self, meeting_id: int, on: date) -> None:
        """Record that notes of a meeting are finished; nobody verifies those.

        Raises Refused for a protokoll, and as `mark_verified` does.
        """
        self._mark(meeting_id, on, "", MinutesKind.NOTES)

    def _mark(self, meeting_id: int, on: date, how: str, kind: MinutesKind) -> None:
        with self._database.write(MARKS[kind], also=Changed.MINUTES | Changed.MEETINGS) as session:
            room = room_of(session, meeting_id)
            version = newest_version(session, room.meeting.uid)
            if reason := _why_not_marked(room, version, kind, on):
                raise Refused(f"{reason} Inget har ändrats.")
            if version is not None:
                version.verified_on, version.verified_how = on, how
                version.verified_after_step = self._database.step_id
                self._database.event(
                    session,
                    MARKS[kind].lower(),
                    room.meeting.uid,
                    version=version.n,
                    on=on.isoformat(),
                    how=how,
                )

    def withdraw(self, meeting_id: int, reason: str) -> None:
        """Take back a verification that was marked by mistake; the reason goes into the record.

        Raises Refused without a reason, when nothing is verified, or a signed copy has come in.
        """
        if not reason.strip():
            raise Refused("Skriv varför den återtas. Markeringen står kvar.")
        also = Changed.MINUTES | Changed.MEETINGS
        with self._database.read() as session:
            is_notes = one(session, MeetingRow, meeting_id, "Mötet").minutes_kind is MinutesKind.NOTES
        label = "Återta klarmarkeringen" if is_notes else "Återta justeringen"
        with self._database.write(label, also=also) as session:
            meeting = one(session, MeetingRow, meeting_id, "Mötet")
            version = newest_version(session, meeting.uid)
            if version is None or version.verified_on is None:
                done = "Anteckningarna är inte klara." if is_notes else "Protokollet är inte justerat."
                raise Refused(f"{done} Inget har ändrats.")
            if copies := signed_copies(session, meeting_id):
                raise Refused(
                    f"En underskriven kopia kom in {copies[0].day}, så justeringen går inte att återta. "
                    "Ändra texten och gör protokollet på nytt i stället, eller ta bort kopian om den hör "
                    "till ett annat möte."
                )
            version.verified_on = version.verified_after_step = None
            version.verified_how = ""
            self._database.event(
                session,
                "klarmarkering återtagen" if is_notes else "justering återtagen",
                meeting.uid,
                version=version.n,
                reason=reason.strip(),
            )


def former_name(version: MinutesVersionRow, kind: MinutesKind) -> str:
    """Return what a version is called once there is a newer one."""
    if version.verified_on is None:
        return f"utkast {version.n}"
    return "de klara anteckningarna" if kind is MinutesKind.NOTES else "den justerade versionen"


def _printed(facts: MinutesFacts, version: MinutesVersionRow, today: date) -> MinutesFacts:
    return dataclasses.replace(facts, code=version.sha256[:16], issued_on=today)


def _why_not_marked(room: MeetingRoom, version: MinutesVersionRow | None, kind: MinutesKind, on: date) -> str:
    """Return what stands in the way of marking the minutes, or nothing."""
    if room.meeting.minutes_kind is not kind:
        return OTHER_KIND[kind]
    if version is None:
        return NOTHING_YET[kind]
    on_the_day = f"Mötet hölls {room.meeting.day}, så {on} är för tidigt. Kontrollera datumet."
    new_text = f"Texten har ändrats sedan utkast {version.n}. {CHANGED_SINCE[kind]}"
    reasons = (
        (version.verified_on is not None, f"Det är redan markerat, den {version.verified_on}."),
        (on < room.meeting.day, on_the_day),
        (room.changed_since_version, new_text),
    )
    return next((reason for holds, reason in reasons if holds), "")
