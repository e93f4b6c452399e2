"""What the coordinator does with matters for the boards: their days, what goes up, what came back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from trygghetsrad.domain.board_days import read_board_days
from trygghetsrad.domain.board_matters import (
    STOP_DAYS,
    BoardDay,
    BoardMatter,
    Body,
    MatterAbout,
    MatterOutcome,
    deadlines_of,
    next_board_day,
    short_body,
)
from trygghetsrad.domain.calendar import last_workday
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.errors import Refused
from trygghetsrad.services.kept_files import check_past, keep_for_council, read_whole
from trygghetsrad.services.live import assign, live, one
from trygghetsrad.services.reading_boards import board_days_in, matter_of, matters_in
from trygghetsrad.services.red_days import red_days
from trygghetsrad.store.schema import BoardDayRow, BoardMatterRow

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from sqlalchemy.orm import Session
    from typing_extensions import Unpack

    from trygghetsrad.domain.board_days import PastedDays
    from trygghetsrad.domain.board_matters import MatterDeadline
    from trygghetsrad.store.database import Database


class MatterDetails(TypedDict, total=False):
    """What is told of a matter beside its title and its board."""

    about_uid: str
    year: int | None
    memo_on: date | None
    stop_day: date | None
    meeting_day: date | None
    dnr: str
    notes: str


class MatterChanges(MatterDetails, total=False):
    about: MatterAbout
    title: str
    body: str
    section: str


class ReportDetails(TypedDict, total=False):
    """What is told of a report beside its day."""

    year: int
    section: str
    dnr: str


class BoardDayChanges(TypedDict, total=False):
    body: str
    day: date
    stop_day: date | None


class DaysAdded(NamedTuple):
    """How many days were new, how many were known already, and what could not be read."""

    added: int
    known: int
    unknown: tuple[str, ...]


class BoardsService:
    """Kommunstyrelsen, fullmäktige and the others: when they meet and what the council asks of them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # -- days ----------------------------------------------------------------------------------

    def days(self) -> tuple[BoardDay, ...]:
        """Return the days of the boards in order; a stop day nobody has told is counted back."""
        with self._database.read() as session:
            return tuple(counted(day) for day in board_days_in(session))

    def read_days(self, text: str, today: date) -> PastedDays:
        """Return what pasted text says, without keeping it."""
        return read_board_days(text, today)

    def add_days(self, text: str, today: date) -> DaysAdded:
        """Keep the days of pasted text; those known already are left alone, but for a new stop day.

        Raises Refused when there is no day in it.
        """
        read = read_board_days(text, today)
        if not read.days:
            raise Refused("Det fanns inga dagar att läsa. Skriv till exempel: KS 2027-02-16, KF 2027-03-08.")
        with self._database.write("Lägg in nämndernas dagar") as session:
            known = {(row.body, row.day): row for row in session.scalars(live(BoardDayRow))}
            added = 0
            for pasted in read.days:
                row = known.get((pasted.body, pasted.day))
                if row is None:
                    added += 1
                    row = BoardDayRow(body=pasted.body, day=pasted.day)
                    session.add(row)
                    known[pasted.body, pasted.day] = row
                row.stop_day = pasted.stop_day or row.stop_day
            return DaysAdded(added, len(read.days) - added, read.unknown)

    def change_day(self, day_id: int, **changes: Unpack[BoardDayChanges]) -> None:
        """Change a day of a board.

        Raises Refused for a stop day after the day itself.
        """
        with self._database.write("Ändra nämndens dag") as session:
            row = one(session, BoardDayRow, day_id, "Dagen")
            assign(row, dict(changes))
            _check_stop(row.stop_day, row.day)

    def remove_day(self, day_id: int) -> None:
        with self._database.write("Ta bort nämndens dag") as session:
            one(session, BoardDayRow, day_id, "Dagen").deleted_at = self._database.clock()

    def next_day(self, body: str, today: date) -> BoardDay | None:
        """Return the first day of a body that papers can still be handed in for."""
        return next_board_day(self.days(), body, today)

    # -- matters -------------------------------------------------------------------------------

    def matters(self) -> tuple[BoardMatter, ...]:
        """Return every matter, the unanswered first, by the day of the board."""
        with self._database.read() as session:
            return matters_in(session)

    def get(self, matter_id: int) -> BoardMatter:
        """Return one matter.

        Raises NotFound.
        """
        with self._database.read() as session:
            return matter_of(_row(session, matter_id))

    def deadlines(self, matter_id: int) -> tuple[MatterDeadline, ...]:
        """Return what a matter needs, counted back from the day of the board."""
        return deadlines_of(self.get(matter_id))

    def add(
        self, about: MatterAbout, title: str, body: str, today: date, **details: Unpack[MatterDetails]
    ) -> int:
        """Begin a matter; without a day it is for the body's next one that can still be reached.

        Raises Refused without a title or a body, or with the days in the wrong order.
        """
        if not title.strip() or not body.strip():
            raise Refused("Skriv vad ärendet gäller och vilken nämnd det ska till. Inget har lagts till.")
        with self._database.write("Nytt ärende") as session:
            row = BoardMatterRow(about=about, title=" ".join(title.split()), body=body.strip())
            assign(row, dict(details))
            if row.meeting_day is None:
                days = [counted(day) for day in board_days_in(session)]
                found = next_board_day(days, row.body, today)
                if found:
                    row.meeting_day, row.stop_day = found.day, row.stop_day or found.stop_day
            elif row.stop_day is None:
                row.stop_day = _stop_of(session, row.body, row.meeting_day)
            _check_stop(row.stop_day, row.meeting_day)
            session.add(row)
            session.flush()
            return row.id

    def register_report(
        self,
        day: date,
        today: date,
        *,
        file: Path | None = None,
        **details: Unpack[ReportDetails],
    ) -> int:
        """Take in a report that kommunfullmäktige has had (13 §); with its file it counts at once.

        Raises Refused for a day to come, and the FileErrors of services/attachments.py.
        """
        check_past(day, today, "")
        read = read_whole(file) if file else None
        year = details.get("year") or day.year - 1
        with self._database.write("Lägg in rapport till KF") as session:
            row = BoardMatterRow(
                about=MatterAbout.REPORT,
                title=f"Rapport till kommunfullmäktige {year}",
                body=Body.ASSEMBLY.value,
                year=year,
                meeting_day=day,
                outcome=MatterOutcome.NOTED,
                section=details.get("section", "").strip(),
                dnr=details.get("dnr", "").strip(),
            )
            session.add(row)
            session.flush()
            if read:
                row.attachment_id = keep_for_council(session, read, today, row.title)
            return row.id

    def change(self, matter_id: int, **changes: Unpack[MatterChanges]) -> None:
        """Change a matter; a new day brings its own stop day.

        Raises Refused without a title or a body, or with the days in the wrong order.
        """
        if any(name in changes and not str(changes[name]).strip() for name in ("title", "body")):
            raise Refused("Ett ärende behöver både en rubrik och en nämnd. Det som stod är kvar.")
        with self._database.write(
            "Ändra ärendet", merge_key=f"matter:{matter_id}:{','.join(changes)}"
        ) as session:
            row = _row(session, matter_id)
            assign(row, dict(changes))
            if changes.get("meeting_day") and "stop_day" not in changes and row.meeting_day:
                row.stop_day = _stop_of(session, row.body, row.meeting_day)
            _check_stop(row.stop_day, row.meeting_day)

    def answer(
        self,
        matter_id: int,
        outcome: MatterOutcome,
        today: date,
        *,
        section: str | None = None,
        dnr: str | None = None,
    ) -> None:
        """Write down what the board answered; WAITING takes an answer back.

        Raises Refused before the board has met.
        """
        with self._database.write("Anteckna svaret") as session:
            row = _row(session, matter_id)
            if outcome is not MatterOutcome.WAITING and row.meeting_day and row.meeting_day > today:
                raise Refused(
                    f"{short_body(row.body)} sammanträder först {iso(row.meeting_day)}. "
                    "Ändra dagen om ärendet togs upp tidigare."
                )
            row.outcome = outcome
            row.section = row.section if section is None else section.strip()
            row.dnr = row.dnr if dnr is None else dnr.strip()

    def attach(self, matter_id: int, path: Path, today: date) -> int:
        """Keep the extract that came back; return its number among the papers.

        Raises NotFound and the FileErrors of services/attachments.py.
        """
        read = read_whole(path)
        with self._database.write("Bifoga protokollsutdrag") as session:
            row = _row(session, matter_id)
            row.attachment_id = keep_for_council(session, read, today, f"Protokollsutdrag: {row.title}")
            return row.attachment_id

    def detach(self, matter_id: int) -> None:
        """Let go of the extract; it stays among the council's papers."""
        with self._database.write("Ta bort protokollsutdraget") as session:
            _row(session, matter_id).attachment_id = None

    def remove(self, matter_id: int) -> None:
        with self._database.write("Ta bort ärendet") as session:
            _row(session, matter_id).deleted_at = self._database.clock()


def _row(session: Session, matter_id: int) -> BoardMatterRow:
    return one(session, BoardMatterRow, matter_id, "Ärendet")


def counted(day: BoardDay) -> BoardDay:
    """Return a board's day with a stop day: the one that is told, else two weeks before, on a workday."""
    return day if day.stop_day else replace(day, stop_day=_counted_back(day.day))


def _counted_back(day: date) -> date:
    before = day - timedelta(days=STOP_DAYS)
    return last_workday(before, red_days((before.year - 1, before.year)))


def _stop_of(session: Session, body: str, day: date) -> date:
    """Return the stop day for a meeting of a body, as it was pasted or counted back."""
    told = (known.stop_day for known in board_days_in(session) if (known.body, known.day) == (body, day))
    return next((stop for stop in told if stop), None) or _counted_back(day)


def _check_stop(stop_day: date | None, day: date | None) -> None:
    if stop_day and day and stop_day > day:
        raise Refused(f"Stoppdagen {iso(stop_day)} är efter sammanträdet {iso(day)}. Dagarna är som förut.")
