"""A word of warning for what is written like a personnummer, and for nothing else."""

from __future__ import annotations

import pytest

from trygghetsrad.domain.sighting_summary import seems_personal


@pytest.mark.parametrize(
    "text",
    [
        "Pojken 080412-1234 sågs",
        "19800412-1234",
        "200804121234",
        "född 080412 1234",
        "800472-1234",
        "180412+1234",
    ],
)
def test_a_personnummer_is_seen_however_it_is_written(text: str) -> None:
    assert seems_personal(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Tre rutor krossade 2026-04-12 kl. 22",
        "Ring 070-174 06 05",
        "Dnr KS 2026/1234",
        "Bilen ABC123 och 1 234 567 kr",
        "0914-12345",
    ],
)
def test_days_phones_and_sums_are_left_alone(text: str) -> None:
    assert not seems_personal(text)
