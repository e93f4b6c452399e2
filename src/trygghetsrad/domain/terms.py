"""Mandate periods of elected bodies: four years from the first of January after an election."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_A_FIRST_YEAR = 2023


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedTerm:
    """A mandate period that nobody has had to type."""

    name: str
    starts: date
    ends: date


def proposed_terms(today: date) -> tuple[ProposedTerm, ...]:
    """Return the period that runs and the one after it: 2023–2026 and 2027–2030 (KL 4 kap. 4 §)."""
    first = today.year - (today.year - _A_FIRST_YEAR) % 4
    return tuple(_period(year) for year in (first, first + 4))


def term_to_add(today: date, known: Collection[str]) -> ProposedTerm:
    """Return the period that is likeliest wanted: in an election year the one after it."""
    running, coming = proposed_terms(today)
    near = [coming, running] if today.year == running.ends.year else [running, coming]
    later = [_period(coming.starts.year + 4 * n) for n in range(1, len(known) + 1)]
    return next(term for term in (*near, *later) if term.name not in known)


def _period(first: int) -> ProposedTerm:
    last = first + 3
    return ProposedTerm(name=f"{first}–{last}", starts=date(first, 1, 1), ends=date(last, 12, 31))
