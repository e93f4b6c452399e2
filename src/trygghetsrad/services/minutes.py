"""What the coordinator does with the minutes: sends them for verification, marks them, takes that back."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from sqlalchemy import select

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.meetings import MinutesState
from trygghetsrad.services.live import one
from trygghetsrad.services.minutes_facts import (
    changed_since,
    fingerprint,
    minutes_facts,
    said,
)
from trygghetsrad.services.reading import council_of, newest_version
from trygghetsrad.services.room import room_of
from trygghetsrad.services.sections import fix_sections
from trygghetsrad.store.schema import MeetingRow, MinutesVersionRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.papers import MinutesFacts
    from trygghetsrad.store.database import Database


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
        facts = minutes_facts(session, room_of(session, meeting_id))
        told = said(facts)
        latest = newest_version(session, room.meeting.uid)
        if latest is not None and latest.sha256 == fingerprint(told):
            version = latest
        else:
            version = self._new_version(session, room.meeting.uid, told, latest, today)
        printed = dataclasses.replace(facts, code=version.sha256[:16], issued_on=today)
        if version is not latest and latest is not None:
            printed = dataclasses.replace(
                printed, changed_since=changed_since(latest, facts), previous_label=f"utkast {latest.n}"
            )
        return printed, version

    def _new_version(
        self, session: Session, meeting_uid: str, told: str, latest: MinutesVersionRow | None, today: date
    ) -> MinutesVersionRow:
        version = MinutesVersionRow(
            meeting_uid=meeting_uid,
            n=latest.n + 1 if latest else 1,
            facts=told,
            sha256=fingerprint(told),
            created_at=self._database.clock(),
            created_on=today,
        )
        session.add(version)
        session.flush()
        self._database.event(
            session, "protokoll utsänt", meeting_uid, version=version.n, sha256=version.sha256
        )
        return version

    def mark_verified(self, meeting_id: int, on: date, how: str = "") -> None:
        """Record that the minutes are verified: who, when and how; nothing is printed anew (practice.md 2).

        Raises Refused when nothing was sent, or the minutes have changed since.
        """
        self._mark(meeting_id, on, how, MinutesState.VERIFIED, "Markera justerat")

    def mark_finished(self, meeting_id: int, on: date) -> None:
        """Record that notes of a meeting are finished; nobody verifies those.

        Raises Refused as `mark_verified` does.
        """
        self._mark(meeting_id, on, "", MinutesState.FINALISED, "Markera som klara")

    def _mark(self, meeting_id: int, on: date, how: str, state: MinutesState, label: str) -> None:
        with self._database.write(label) as session:
            meeting = one(session, MeetingRow, meeting_id, "Mötet")
            version = newest_version(session, meeting.uid)
            if version is None:
                raise Refused("Gör protokollet först, så att det finns något att justera. Inget har ändrats.")
            room = room_of(session, meeting_id)
            if fingerprint(said(minutes_facts(session, room))) != version.sha256:
                raise Refused(
                    f"Texten har ändrats sedan utkast {version.n}. Gör protokollet på nytt, så att det som "
                    "justeras är det som står där. Inget har ändrats."
                )
            meeting.minutes_state = MinutesState.AMENDED if _verified_before(session, version) else state
            version.verified_on, version.verified_how = on, how
            version.verified_after_step = self._database.step_id
            self._database.event(
                session, label.lower(), meeting.uid, version=version.n, on=on.isoformat(), how=how
            )

    def withdraw(self, meeting_id: int, reason: str) -> None:
        """Take back a verification that was marked by mistake; the reason goes into the record.

        Raises Refused without a reason, or when nothing is verified.
        """
        if not reason.strip():
            raise Refused("Skriv varför justeringen återtas. Den står kvar.")
        with self._database.record(Changed.MINUTES | Changed.MEETINGS) as session:
            meeting = one(session, MeetingRow, meeting_id, "Mötet")
            version = newest_version(session, meeting.uid)
            if version is None or version.verified_on is None:
                raise Refused("Protokollet är inte justerat. Inget har ändrats.")
            version.verified_on = version.verified_after_step = None
            version.verified_how = ""
            self._database.event(
                session, "justering återtagen", meeting.uid, version=version.n, reason=reason.strip()
            )
        with self._database.write("Återta justeringen") as session:
            one(session, MeetingRow, meeting_id, "Mötet").minutes_state = MinutesState.SENT_FOR_VERIFICATION


def _verified_before(session: Session, version: MinutesVersionRow) -> bool:
    earlier = select(MinutesVersionRow.id).where(
        MinutesVersionRow.meeting_uid == version.meeting_uid,
        MinutesVersionRow.n < version.n,
        MinutesVersionRow.verified_on.is_not(None),
    )
    return session.scalar(earlier.limit(1)) is not None
