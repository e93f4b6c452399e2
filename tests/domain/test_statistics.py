"""A figure says what is counted, which way is better, and why it may be lacking."""

from __future__ import annotations

from decimal import Decimal

import pytest

from trygghetsrad.domain.statistics import (
    PER_HUNDRED_THOUSAND,
    PERCENT,
    REPORTED_CRIMES,
    Geography,
    Indicator,
    Observation,
    Polarity,
    Source,
    ValueState,
)
from trygghetsrad.domain.statistics_known import KOLADA, margin_belongs_to, polarity_of, unit_of

NORRMYRA = Geography(name="Norrmyra", code="9999")


def test_a_figure_is_known_or_says_why_not():
    with pytest.raises(ValueError, match="2025"):
        Observation(geography=NORRMYRA, period="2025", year=2025)
    with pytest.raises(ValueError, match="2025"):
        Observation(
            geography=NORRMYRA, period="2025", year=2025, value=Decimal(1), state=ValueState.SUPPRESSED
        )
    assert ValueState.SUPPRESSED.sign == ".."


def test_what_is_counted_goes_before_a_title_that_misleads():
    known = KOLADA["N07609"]
    indicator = Indicator(
        id=1,
        uid="a",
        key="N07609",
        name="Otrygghet",
        source=Source.KOLADA,
        unit=known.unit,
        polarity=known.polarity,
        description=known.counted,
    )
    assert "de trygga som räknas" in indicator.counted
    assert indicator.polarity.sentence == "Ett högre värde är bättre."
    assert polarity_of("Otrygghet", 'Andel som svarat "Mycket trygg"') is Polarity.HIGH_IS_GOOD


def test_more_reports_are_not_called_worse_where_they_tell_of_police_work():
    assert polarity_of("Anmälda narkotikabrott") is Polarity.NEUTRAL
    assert polarity_of("Anmälda bostadsinbrott") is Polarity.LOW_IS_GOOD


def test_a_margin_of_error_knows_whose_it_is():
    assert margin_belongs_to("N07657") == "N07609"
    assert margin_belongs_to("N07540") == ""
    assert margin_belongs_to("N0765７") == ""


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Antal per 100 000 invånare", PER_HUNDRED_THOUSAND),
        ("Per 100\u00a0000 inv.", PER_HUNDRED_THOUSAND),
        ("Andel (%)", PERCENT),
        ("Antal", REPORTED_CRIMES),
    ],
)
def test_a_unit_is_known_from_its_header(text, unit):
    assert unit_of(text) == unit
