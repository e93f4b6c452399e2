"""What the coordinator can say of the council as a whole: its name, address, habits and standing agenda."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, TypedDict

from sqlalchemy import func, select

from trygghetsrad.domain.calendar import parse_own_days, parse_weeks
from trygghetsrad.domain.colours import parse_colour
from trygghetsrad.domain.council import STANDING_ITEMS, Council, StandingContent, StandingItem
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.file_names import FILE_PATTERN, check_file_pattern
from trygghetsrad.domain.organisation_number import parse_organisation_number
from trygghetsrad.services.agenda import CLOSING
from trygghetsrad.services.live import assign, one
from trygghetsrad.services.reading import council_of, standing_item_of
from trygghetsrad.store.blobs import bytes_of, keep_bytes
from trygghetsrad.store.schema import CouncilRow, HistoryRow, StandingItemRow

if TYPE_CHECKING:
    from datetime import date, time

    from sqlalchemy.orm import Session
    from typing_extensions import Unpack

    from trygghetsrad.domain.council import MinutesKind, Municipality, PresentHeading, QuorumRule, SenderLines
    from trygghetsrad.domain.numbering import NumberingRule, SectionStyle
    from trygghetsrad.store.database import Database


Draw = Callable[[bytes], bytes]
"""Makes a picture (PNG) of a drawing (SVG)."""


class CouncilChanges(TypedDict, total=False):
    """The settings of a council that may be changed, each by itself."""

    name: str
    street: str
    postcode: str
    city: str
    phone: str
    email: str
    web: str
    numbering: NumberingRule
    minutes_kind: MinutesKind
    present_heading: PresentHeading
    quorum: QuorumRule
    meeting_word: str
    agenda_word: str
    items_days: int
    material_days: int
    notice_days: int
    verification_days: int
    chair_approves: bool
    usual_place: str
    usual_link: str
    usual_start: time
    usual_end: time
    usual_weekday: int
    avoid_weeks: str
    avoid_days: str
    file_pattern: str
    accent: str
    sender: SenderLines
    organisation_number: str
    signing_minutes: str
    signing_notes: str
    signing_extract: str
    signing_memo: str
    section_style: SectionStyle
    posts_notice: bool
    kept_at: str
    dnr: str
    board: str
    officer_contact: str
    memo_word: str


class StandingChanges(TypedDict, total=False):
    """What may be changed of a standing point."""

    title: str
    minutes: int | None
    content: StandingContent


class CouncilService:
    """The council and its settings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def found(self, municipality: Municipality, name: str, today: date, *, is_example: bool = False) -> None:
        """Write the council into a new file, with the eight standing points.

        Raises Refused without a name.
        """
        if not name.strip():
            raise Refused("Rådet behöver ett namn. Inget har skapats.")
        with self._database.write("Skapa rådet", undoable=False) as session:
            session.add(
                CouncilRow(
                    municipality_code=municipality.code,
                    municipality_name=municipality.name,
                    name=name.strip(),
                    is_example=is_example,
                    created_on=today,
                )
            )
            for position, (title, minutes, content) in enumerate(STANDING_ITEMS, start=1):
                session.add(StandingItemRow(position=position, title=title, minutes=minutes, content=content))
            self._database.event(session, "råd skapat", municipality=municipality.code)

    def newest_day(self) -> date | None:
        """Return the day of what was done last, if that lies ahead of the computer's clock."""
        with self._database.read() as session:
            latest = session.scalar(select(func.max(HistoryRow.at)))
            newest = latest.astimezone().date() if latest else None
        today = self._database.clock().astimezone().date()
        return newest if newest and newest - today > timedelta(days=1) else None

    def forget_steps(self) -> None:
        """Let all that is in the file stand: Ångra goes no further back than this."""
        self._database.forget_steps()

    def is_founded(self) -> bool:
        with self._database.read() as session:
            return session.scalar(select(CouncilRow.id)) is not None

    def get(self) -> Council:
        with self._database.read() as session:
            return council_of(session)

    def change(self, **changes: Unpack[CouncilChanges]) -> None:
        """Change settings; documents made from now on follow them.

        Raises WeeksNotUnderstood or DayNotUnderstood for weeks or days to avoid that cannot be read, and
        Refused when a usual meeting would end before it starts, the name become empty, a file name be one
        that cannot be filled in, or a colour or organisation number one that is none.
        """
        if "accent" in changes:
            changes["accent"] = parse_colour(changes["accent"])
        if "organisation_number" in changes:
            changes["organisation_number"] = parse_organisation_number(changes["organisation_number"])
        check_file_pattern(changes.get("file_pattern", FILE_PATTERN))
        parse_weeks(changes.get("avoid_weeks", ""))
        parse_own_days(changes.get("avoid_days", ""), self._database.clock().date())
        with self._database.write("Ändra inställning", merge_key=f"council:{','.join(changes)}") as session:
            row = session.scalars(select(CouncilRow)).one()
            assign(row, dict(changes))
            if not row.name.strip():
                raise Refused("Rådet behöver ett namn. Det gamla namnet är kvar.")
            if row.usual_end <= row.usual_start:
                raise Refused("Mötet slutar innan det börjar. De gamla klockslagen är kvar.")

    def set_logo(self, content: bytes | None, draw: Draw | None = None) -> None:
        """Keep the coat of arms or logo that stands on every paper; None takes it away.

        A drawing (SVG) is kept as it is beside the picture that `draw` makes of it. Raises Refused for what
        cannot be printed or could do harm; the logo there was stays.
        """
        from trygghetsrad.documents.logos import check_drawing, is_drawing, printed_picture

        drawing = content if content and draw and is_drawing(content) else None
        if drawing and draw:
            check_drawing(drawing)
            content = draw(drawing)
        picture = printed_picture(content) if content is not None else None
        with self._database.write("Byt logotyp" if picture else "Ta bort logotypen") as session:
            row = session.scalars(select(CouncilRow)).one()
            row.logo = keep_bytes(session, picture) if picture else ""
            row.logo_drawing = keep_bytes(session, drawing) if drawing else ""

    def logo(self) -> bytes | None:
        with self._database.read() as session:
            digest = council_of(session).logo
            return bytes_of(session, digest) if digest else None

    def standing_items(self) -> tuple[StandingItem, ...]:
        with self._database.read() as session:
            return tuple(standing_item_of(row) for row in _standing(session))

    def add_standing_item(self, title: str) -> int:
        """Add a point before those that close the meeting; return its number.

        Raises Refused without a title.
        """
        if not title.strip():
            raise Refused("En punkt behöver en rubrik. Inget har ändrats.")
        with self._database.write(f"Lägg till ”{title.strip()}”") as session:
            rows = _standing(session)
            place = len(rows)
            while place and rows[place - 1].content in CLOSING:
                place -= 1
            new = StandingItemRow(position=0, title=title.strip(), minutes=10)
            rows.insert(place, new)
            session.add(new)
            _renumber(rows)
            session.flush()
            return new.id

    def change_standing_item(self, item_id: int, **changes: Unpack[StandingChanges]) -> None:
        """Change a standing point; agendas that are made already keep theirs.

        Raises Refused when the title would become empty.
        """
        if "title" in changes and not changes["title"].strip():
            raise Refused("En punkt behöver en rubrik. Den gamla rubriken är kvar.")
        with self._database.write("Ändra stående punkt", merge_key=f"standing:{item_id}") as session:
            assign(one(session, StandingItemRow, item_id, "Den stående punkten"), dict(changes))

    def move_standing_item(self, item_id: int, steps: int) -> None:
        with self._database.write("Flytta stående punkt") as session:
            rows = _standing(session)
            row = one(session, StandingItemRow, item_id, "Den stående punkten")
            place = rows.index(row)
            rows.insert(min(max(place + steps, 0), len(rows) - 1), rows.pop(place))
            _renumber(rows)

    def remove_standing_item(self, item_id: int) -> None:
        with self._database.write("Ta bort stående punkt") as session:
            session.delete(one(session, StandingItemRow, item_id, "Den stående punkten"))
            session.flush()
            _renumber(_standing(session))


def _standing(session: Session) -> list[StandingItemRow]:
    return list(
        session.scalars(select(StandingItemRow).order_by(StandingItemRow.position, StandingItemRow.id))
    )


def _renumber(rows: list[StandingItemRow]) -> None:
    for position, row in enumerate(rows, start=1):
        row.position = position
