"""Words for numbers of things."""

from __future__ import annotations

import pytest

from trygghetsrad.domain.counting import grouped, plural


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 möten"),
        (1, "1 möte"),
        (2, "2 möten"),
        (11, "11 möten"),
        (21, "21 möten"),
        (1234, "1\u00a0234 möten"),
    ],
)
def test_one_meeting_is_a_mote_and_every_other_number_is_moten(count, text):
    assert plural(count, "möte", "möten") == text


@pytest.mark.parametrize(
    ("count", "text"),
    [(999, "999"), (4017, "4\u00a0017"), (1234567, "1\u00a0234\u00a0567"), (-1200, "−1\u00a0200")],
)
def test_thousands_are_parted_by_a_space_that_never_breaks(count, text):
    assert grouped(count) == text
