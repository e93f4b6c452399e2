"""What the person panel offers to choose from: organisations, terms, seats and persons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trygghetsrad.domain.people import MEMBER_ROLES
from trygghetsrad.domain.terms import proposed_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from trygghetsrad.domain.people import Member, Organisation, Person, Term
    from trygghetsrad.ui.members.lines import Line

Choice = tuple[object, str]
NEW_SEAT = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelChoices:
    """Keys with their words; a term that is only proposed has its name as key."""

    organisations: tuple[Choice, ...]
    terms: tuple[Choice, ...]
    seats: tuple[Choice, ...]
    vacant_seats: tuple[Choice, ...]
    persons: tuple[Choice, ...]
    substitutes: tuple[tuple[int, int, str], ...]
    """Seat that is stood in for, the substitute's own seat, and the substitute's name."""

    def substitute_of(self, line: Line) -> tuple[int, str] | None:
        """Return the seat and the name of whoever stands in for this member."""
        seat_id = line.member.seat.id if line.member else 0
        found = (one for one in self.substitutes if one[0] == seat_id)
        return next(((own, name) for _, own, name in found), None)


def panel_choices(
    members: Sequence[Member],
    persons: Iterable[Person],
    organisations: Iterable[Organisation],
    terms: Sequence[Term],
    today: date,
) -> PanelChoices:
    """Return everything that the panel offers, in the order it is offered."""
    seats = [one for one in members if one.seat.role in MEMBER_ROLES]
    vacant = [one for one in members if one.person is None]
    known = {term.name for term in terms}
    new = [one.name for one in proposed_terms(today) if one.name not in known]
    return PanelChoices(
        organisations=tuple((one.id, one.name) for one in organisations),
        terms=(
            (None, "Tills vidare"),
            *((term.id, term.name) for term in terms),
            *((name, f"Ny: {name}") for name in new),
        ),
        seats=((None, "Hela rådet"), *((one.seat.id, seat_words(one)) for one in seats)),
        vacant_seats=(
            ("", "Inget uppdrag"),
            *((one.seat.id, f"Vakant: {seat_words(one)}") for one in vacant),
            (NEW_SEAT, "Ny plats som ledamot"),
        ),
        persons=tuple((one.id, one.name) for one in persons),
        substitutes=tuple(
            (one.seat.for_seat_id, one.seat.id, one.name)
            for one in members
            if one.seat.for_seat_id is not None and one.person
        ),
    )


def seat_words(member: Member) -> str:
    """Return how a seat is told from the others: its holder, or its role and organisation."""
    if member.person:
        return member.name
    words = (member.seat.role.value.capitalize(), member.organisation)
    return ", ".join(word for word in words if word)
