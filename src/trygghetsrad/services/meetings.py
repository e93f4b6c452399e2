"""What the coordinator can do with meetings before they are held: plan, move, cancel, set the agenda."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, TypedDict

from trygghetsrad.domain.calendar import AvoidRules, parse_own_days, parse_week_names, parse_weeks
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.meetings import (
    AgendaItem,
    Meeting,
    MeetingKind,
    MeetingState,
    agenda_text,
    done_text,
)
from trygghetsrad.domain.planning import ProposedMeeting, propose_meetings
from trygghetsrad.services.agenda import (
    AHEAD,
    carry_to_next,
    carry_unreached,
    lay_standing_items,
    suit_agenda,
    suit_kind,
)
from trygghetsrad.services.agenda_points import AgendaPoints
from trygghetsrad.services.live import assign, live, one
from trygghetsrad.services.notices import was_called_off
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_meetings import MeetingNumbers, items_of, meeting_of, newest_version
from trygghetsrad.services.red_days import red_days
from trygghetsrad.store.schema import MeetingRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import time

    from sqlalchemy.orm import Session
    from typing_extensions import Unpack

    from trygghetsrad.domain.council import MinutesKind


class MeetingChanges(TypedDict, total=False):
    """What may be changed of a meeting at any time."""

    day: date
    starts: time
    ends: time
    place: str
    link: str
    kind: MeetingKind
    theme: str
    dnr: str
    minutes_kind: MinutesKind
    verification_place: str
    verification_day: date | None
    verification_time: time | None
    asked_of_you: str


class MeetingsService(AgendaPoints):
    """The council's meetings and their agendas."""

    # -- looking -------------------------------------------------------------------------------

    def years(self, today: date) -> tuple[int, ...]:
        """Return the years that have meetings, and this one, the latest first."""
        with self._database.read() as session:
            days = session.scalars(live(MeetingRow)).all()
            return tuple(sorted({row.day.year for row in days} | {today.year}, reverse=True))

    def of_year(self, year: int) -> tuple[Meeting, ...]:
        with self._database.read() as session:
            return tuple(meeting for meeting in _all(session) if meeting.day.year == year)

    def every(self) -> tuple[Meeting, ...]:
        """Return all meetings in time order."""
        with self._database.read() as session:
            return _all(session)

    def get(self, meeting_id: int) -> Meeting:
        with self._database.read() as session:
            row = one(session, MeetingRow, meeting_id, "Mötet")
            return meeting_of(row, MeetingNumbers(session))

    def next(self, today: date) -> Meeting | None:
        """Return the meeting that wants attention: one with work left, else the first to come.

        Old work yields once the next meeting is to be prepared and is the nearer of the two.
        """
        meetings = [one for one in self.every() if one.state is not MeetingState.CANCELLED]
        unfinished = [one for one in meetings if one.day <= today and not one.minutes_are_done][-1:]
        ahead = [one for one in meetings if one.day > today][:1]
        with self._database.read() as session:
            prepared_from = today + timedelta(days=council_of(session).items_days)
        if unfinished and ahead and ahead[0].day <= prepared_from:
            old_work = today - unfinished[0].day > ahead[0].day - today
            unfinished = [] if old_work else unfinished
        return next(iter(unfinished + ahead), None)

    def agenda(self, meeting_id: int) -> tuple[AgendaItem, ...]:
        with self._database.read() as session:
            return items_of(session, meeting_id)

    # -- planning ------------------------------------------------------------------------------

    def propose(self, year: int, count: int, today: date) -> tuple[ProposedMeeting, ...]:
        """Propose the year's meetings: no red days, no klämdagar, none of the weeks to avoid."""
        with self._database.read() as session:
            council = council_of(session)
            rows = session.scalars(live(MeetingRow).where(MeetingRow.state != MeetingState.CANCELLED))
            existing = [row.day for row in rows]
        return propose_meetings(
            year,
            count,
            self.rules(year),
            today=today,
            existing=existing,
            weekday=council.usual_weekday,
            starts=council.usual_start,
            minutes=_minutes_between(council.usual_start, council.usual_end),
        )

    def rules(self, year: int) -> AvoidRules:
        """Return what meetings are planned around in a year."""
        with self._database.read() as session:
            council = council_of(session)
        return AvoidRules(
            red_days=red_days((year - 1, year, year + 1)),
            weeks=parse_weeks(council.avoid_weeks),
            week_names=parse_week_names(council.avoid_weeks),
            own_days=parse_own_days(council.avoid_days, date(year, 1, 1)),
        )

    def plan(self, proposed: Iterable[ProposedMeeting]) -> tuple[int, ...]:
        """Put several meetings in the year at once, each with its agenda; one step to take back."""
        meetings = tuple(proposed)
        with self._database.write(f"Lägg in {plural(len(meetings), 'möte', 'möten')}") as session:
            return tuple(
                _new_meeting(
                    session, day=meeting.day, starts=meeting.starts, ends=meeting.ends, theme=meeting.theme
                ).id
                for meeting in meetings
            )

    def add(
        self,
        day: date,
        *,
        starts: time | None = None,
        ends: time | None = None,
        kind: MeetingKind | None = None,
    ) -> int:
        """Add one meeting with the usual time and place; return its number in the file."""
        with self._database.write(f"Lägg till möte {iso(day)}") as session:
            council = council_of(session)
            row = _new_meeting(
                session,
                day=day,
                starts=starts or council.usual_start,
                ends=ends or council.usual_end,
                kind=kind or MeetingKind.ORDINARY,
            )
            if row.kind is MeetingKind.CONSTITUENT:
                suit_kind(session, row, self._database.clock())
            carry_unreached(session, row, self._database.clock())
            return row.id

    def change(self, meeting_id: int, **changes: Unpack[MeetingChanges]) -> None:
        """Change or move a meeting; one that is called then wants a changed notice.

        Raises Refused when it would end before it starts, or be written down in another way than it has been.
        """
        key = f"meeting:{meeting_id}:{','.join(changes)}"
        with self._database.write(
            "Flytta mötet" if "day" in changes else "Ändra mötet", merge_key=key
        ) as session:
            row = one(session, MeetingRow, meeting_id, "Mötet")
            is_other_kind = changes.get("minutes_kind", row.minutes_kind) is not row.minutes_kind
            if is_other_kind:
                _refuse_another_kind(session, row)
            was = row.kind
            assign(row, dict(changes))
            if row.kind is not was and row.state in AHEAD and MeetingKind.CONSTITUENT in {row.kind, was}:
                suit_kind(session, row, self._database.clock())
            if is_other_kind and row.state in AHEAD:
                suit_agenda(session, row, self._database.clock())
            if row.ends <= row.starts:
                raise Refused(
                    "Mötet slutar innan det börjar. Den gamla tiden är kvar. Kontrollera klockslagen."
                )

    def approve_agenda(self, meeting_id: int, on: date) -> None:
        """Note that the chair has approved the agenda as it stands.

        Raises Refused when the meeting is no longer ahead.
        """
        with self._database.write("Markera dagordningen som godkänd") as session:
            row = one(session, MeetingRow, meeting_id, "Mötet")
            if row.state not in AHEAD:
                raise Refused("Mötet är redan hållet eller inställt. Inget har ändrats.")
            row.approved_on = on
            row.approved_agenda = agenda_text(items_of(session, meeting_id))
            self._database.event(session, "dagordning godkänd", row.uid, on=on.isoformat())

    def take_back_approval(self, meeting_id: int) -> None:
        """Let the agenda wait for the chair again.

        Raises Refused when it is not approved.
        """
        with self._database.write("Återta godkännandet") as session:
            row = one(session, MeetingRow, meeting_id, "Mötet")
            if row.approved_on is None:
                raise Refused("Dagordningen är inte godkänd. Inget har ändrats.")
            row.approved_on, row.approved_agenda = None, ""
            self._database.event(session, "godkännande återtaget", row.uid)

    def cancel(self, meeting_id: int, reason: str) -> None:
        """Call a meeting off; its number is kept and never used again."""
        with self._database.write("Ställ in mötet") as session:
            row = one(session, MeetingRow, meeting_id, "Mötet")
            if row.state not in AHEAD:
                raise Refused("Mötet är redan hållet eller inställt. Inget har ändrats.")
            row.state = MeetingState.CANCELLED
            row.cancelled_because = reason.strip()
            carry_to_next(session, row, self._database.clock())
            self._database.event(session, "möte inställt", row.uid)

    def reinstate(self, meeting_id: int) -> None:
        """Let a cancelled meeting take place after all; it wants a new notice if people were told.

        Raises Refused when it was not cancelled.
        """
        with self._database.write("Återta inställandet") as session:
            row = one(session, MeetingRow, meeting_id, "Mötet")
            if row.state is not MeetingState.CANCELLED:
                raise Refused("Mötet är inte inställt. Inget har ändrats.")
            if was_called_off(session, row.uid):
                row.called_on = None
            row.state = MeetingState.CALLED if row.called_on else MeetingState.PLANNED
            row.cancelled_because = ""

    def remove(self, meeting_id: int) -> None:
        """Put a meeting in the bin, with its agenda and minutes.

        Raises Refused once the minutes are verified.
        """
        with self._database.write("Ta bort mötet") as session:
            row = one(session, MeetingRow, meeting_id, "Mötet")
            if (told := meeting_of(row, MeetingNumbers(session))).minutes_are_done:
                raise Refused(f"{done_text(told)}, så mötet är kvar.")
            row.deleted_at = self._database.clock()
            carry_to_next(session, row, self._database.clock())


def _refuse_another_kind(session: Session, meeting: MeetingRow) -> None:
    if newest_version(session, meeting.uid) is not None:
        made = meeting.minutes_kind.value
        raise Refused(f"Mötets {made} är redan gjort, så det kan inte bli något annat. Inget har ändrats.")


def _minutes_between(starts: time, ends: time) -> int:
    return (ends.hour - starts.hour) * 60 + ends.minute - starts.minute


def _all(session: Session) -> tuple[Meeting, ...]:
    numbers = MeetingNumbers(session)
    rows = session.scalars(live(MeetingRow).order_by(MeetingRow.day, MeetingRow.starts))
    return tuple(meeting_of(row, numbers) for row in rows)


def _new_meeting(
    session: Session,
    *,
    day: date,
    starts: time,
    ends: time,
    kind: MeetingKind = MeetingKind.ORDINARY,
    theme: str = "",
) -> MeetingRow:
    if ends <= starts:
        raise Refused("Mötet slutar innan det börjar. Inget har lagts till. Kontrollera klockslagen.")
    council = council_of(session)
    row = MeetingRow(
        day=day,
        starts=starts,
        ends=ends,
        kind=kind,
        theme=theme,
        place=council.usual_place,
        link=council.usual_link,
        minutes_kind=council.minutes_kind,
    )
    session.add(row)
    session.flush()
    lay_standing_items(session, row)
    return row
