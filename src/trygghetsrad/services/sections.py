"""Which § each point gets: shown as a proposal until the minutes are first issued, then fixed for ever."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from sqlalchemy import select

from trygghetsrad.domain.meetings import MinutesState
from trygghetsrad.domain.numbering import NumberingRule, section_numbers
from trygghetsrad.store.schema import SectionNumberRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.council import Council
    from trygghetsrad.domain.meetings import AgendaItem, Meeting

LETTERS = "abcdefghijklmnopqrstuvwxyz"

Sections = dict[str, tuple[int, str]]
"""Each point's uid with its § and letter: (14, "") or, for a point that came late, (14, "a")."""


def sections_for(
    session: Session, council: Council, meeting: Meeting, items: Sequence[AgendaItem]
) -> Sections:
    """Return the § of every point: those given before, and those the rest would get now.

    Minutes that have left the house keep the way they are numbered, whatever the council's rule is today.
    """
    given = {item.uid: (item.section, item.section_letter) for item in items if item.section is not None}
    if given:
        series = _series_of(session, next(iter(given)))
        return _with_late_points(items, given, _used(session, series))
    issued = meeting.minutes_state is not MinutesState.DRAFT
    rule = NumberingRule.NONE if issued else council.numbering
    last = max((number for number, _letter in _used(session, _series(council, meeting))), default=0)
    numbers = section_numbers(rule, len(items), last)
    return {item.uid: (number, "") for item, number in zip(items, numbers, strict=True) if number is not None}


def _with_late_points(items: Sequence[AgendaItem], given: Sections, used: set[tuple[int, str]]) -> Sections:
    """Give late points the next numbers where that keeps the order, else a letter after the § before."""
    found, taken = dict(given), set(used)
    highest, last = max(given.values())[0], max(used)[0]
    previous = min(given.values())[0]
    remaining = sum(1 for item in items if item.uid in given)
    for item in items:
        if item.uid in given:
            remaining -= 1
        elif remaining == 0 and highest == last:
            last = highest = highest + 1
            found[item.uid] = (highest, "")
        else:
            found[item.uid] = (previous, _free_letter(previous, taken))
        taken.add(found[item.uid])
        previous = found[item.uid][0]
    return found


def _free_letter(number: int, taken: set[tuple[int, str]]) -> str:
    """Return a letter that no point of this § has had: a to z, then aa and on."""
    candidates: list[str] = [*LETTERS, *(f"{first}{second}" for first, second in product(LETTERS, LETTERS))]
    return next(letter for letter in candidates if (number, letter) not in taken)


def _series(council: Council, meeting: Meeting) -> str:
    return str(meeting.day.year) if council.numbering is NumberingRule.YEAR else meeting.uid


def _series_of(session: Session, item_uid: str) -> str:
    """Return the series a point was numbered in, which a moved meeting does not leave."""
    row: SectionNumberRow = session.scalars(
        select(SectionNumberRow).where(SectionNumberRow.item_uid == item_uid)
    ).one()
    return row.series


def _used(session: Session, series: str) -> set[tuple[int, str]]:
    """Return every § of a series, also those whose point was taken away: they are never used again."""
    rows = session.scalars(select(SectionNumberRow).where(SectionNumberRow.series == series))
    return {(row.section, row.letter) for row in rows}


def fix_sections(session: Session, council: Council, meeting: Meeting, items: Sequence[AgendaItem]) -> None:
    """Write down the numbers that leave the house with the minutes."""
    known = [item.uid for item in items if item.section is not None]
    series = _series_of(session, known[0]) if known else _series(council, meeting)
    for uid, (section, letter) in sections_for(session, council, meeting, items).items():
        if uid not in known:
            session.add(SectionNumberRow(item_uid=uid, series=series, section=section, letter=letter))
    session.flush()


def section_text(sections: Sections, item: AgendaItem) -> str:
    """Return "§ 14", "§ 14 a", or the number of the point where the council does without §."""
    if item.uid not in sections:
        return str(item.position)
    number, letter = sections[item.uid]
    return f"§ {number} {letter}".strip()
