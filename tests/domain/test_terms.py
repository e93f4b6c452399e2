"""Which mandate periods the program proposes, so that nobody has to type them."""

from __future__ import annotations

from datetime import date

import pytest

from trygghetsrad.domain.terms import proposed_terms, term_to_add


@pytest.mark.parametrize("day", [date(2023, 1, 1), date(2024, 2, 29), date(2026, 12, 31)])
def test_the_running_period_and_the_next_are_proposed(day):
    assert [term.name for term in proposed_terms(day)] == ["2023–2026", "2027–2030"]
    running = proposed_terms(day)[0]
    assert (running.starts, running.ends) == (date(2023, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("day", "known", "wanted"),
    [
        (date(2026, 11, 23), [], "2027–2030"),
        (date(2026, 11, 23), ["2027–2030"], "2023–2026"),
        (date(2025, 5, 1), [], "2023–2026"),
        (date(2025, 5, 1), ["2023–2026", "2027–2030"], "2031–2034"),
    ],
)
def test_in_an_election_year_the_coming_period_is_wanted_first(day, known, wanted):
    assert term_to_add(day, known).name == wanted
