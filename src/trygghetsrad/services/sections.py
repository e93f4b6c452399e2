"""Which § each point gets: shown as a proposal until the minutes are first issued, then fixed for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

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
    """Return the § of every point: those given before, and those the rest would get now."""
    if council.numbering is NumberingRule.NONE:
        return {}
    given = {item.uid: (item.section, item.section_letter) for item in items if item.section is not None}
    last = _last_used(session, _series(council, meeting))
    if not given:
        numbers = section_numbers(council.numbering, len(items), last)
        return {
            item.uid: (number, "") for item, number in zip(items, numbers, strict=True) if number is not None
        }
    return _with_late_points(items, given, last)


def _with_late_points(items: Sequence[AgendaItem], given: Sections, last: int) -> Sections:
    """Give late points the next numbers where that keeps the order, else a letter after the § before."""
    found, highest = dict(given), max(number for number, _letter in given.values())
    previous = (min(number for number, _letter in given.values()) - 1, "")
    remaining = sum(1 for item in items if item.uid in given)
    for item in items:
        if item.uid in given:
            remaining -= 1
        elif remaining == 0 and highest == last:
            last = highest = highest + 1
            found[item.uid] = (highest, "")
        else:
            found[item.uid] = _lettered(previous, set(found.values()))
        previous = found[item.uid]
    return found


def _lettered(previous: tuple[int, str], taken: set[tuple[int, str]]) -> tuple[int, str]:
    return next((previous[0], letter) for letter in LETTERS if (previous[0], letter) not in taken)


def _series(council: Council, meeting: Meeting) -> str:
    return str(meeting.day.year) if council.numbering is NumberingRule.YEAR else meeting.uid


def _last_used(session: Session, series: str) -> int:
    used = select(SectionNumberRow.section).where(SectionNumberRow.series == series)
    return session.scalar(used.order_by(SectionNumberRow.section.desc()).limit(1)) or 0


def fix_sections(session: Session, council: Council, meeting: Meeting, items: Sequence[AgendaItem]) -> None:
    """Write down the numbers that leave the house with the minutes."""
    known = {item.uid for item in items if item.section is not None}
    for uid, (section, letter) in sections_for(session, council, meeting, items).items():
        if uid not in known:
            series = _series(council, meeting)
            session.add(SectionNumberRow(item_uid=uid, series=series, section=section, letter=letter))
    session.flush()


def section_text(sections: Sections, item: AgendaItem) -> str:
    """Return "§ 14", "§ 14 a", or the number of the point where the council does without §."""
    if item.uid not in sections:
        return str(item.position)
    number, letter = sections[item.uid]
    return f"§ {number} {letter}".strip()
