"""Drafts of an agreement are filled where something is known and left open where it is not."""

from __future__ import annotations

from trygghetsrad.domain.agreement_clauses import filled


def test_what_is_known_is_filled_in():
    parties = "Norrmyra kommun och lokalpolisområde Norrmyra"
    assert filled("Den gäller mellan {parter}.", {"parter": parties}) == f"Den gäller mellan {parties}."


def test_what_is_not_known_stands_open_for_all_to_see():
    assert filled("Områden:\n\n{områden}", {"områden": "  "}) == "Områden:\n\n[områden]"
    assert filled("Gäller {period}.", {}) == "Gäller [period]."


def test_braces_in_a_value_are_not_read_again():
    assert filled("{mål}", {"mål": "- {period}", "period": "2027"}) == "- {period}"
