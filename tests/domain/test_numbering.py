"""Numbers of paragraphs and meetings."""

from __future__ import annotations

import pytest

from trygghetsrad.domain.numbering import (
    NumberingRule,
    meeting_label,
    next_meeting_number,
    section_label,
    section_numbers,
    section_span,
)


@pytest.mark.parametrize(
    ("rule", "items", "last_used", "numbers"),
    [
        (NumberingRule.YEAR, 3, 0, (1, 2, 3)),
        (NumberingRule.YEAR, 3, 13, (14, 15, 16)),
        (NumberingRule.MEETING, 3, 13, (1, 2, 3)),
        (NumberingRule.NONE, 3, 13, (None, None, None)),
        (NumberingRule.YEAR, 0, 13, ()),
        (NumberingRule.MEETING, 0, 0, ()),
        (NumberingRule.NONE, 0, 0, ()),
    ],
)
def test_paragraphs_are_numbered_as_the_council_has_chosen(rule, items, last_used, numbers):
    assert section_numbers(rule, items, last_used) == numbers


@pytest.mark.parametrize(("number", "label"), [(14, "§ 14"), (1, "§ 1"), (None, "")])
def test_paragraph_prints_with_its_sign(number, label):
    assert section_label(number) == label


@pytest.mark.parametrize(
    ("numbers", "span"),
    [((14, 15, 16), "§§ 14–16"), ((14,), "§ 14"), ((None, None), ""), ((), ""), ((None, 3, 4), "§§ 3–4")],
)
def test_a_meetings_paragraphs_print_as_one_span(numbers, span):
    assert section_span(numbers) == span


@pytest.mark.parametrize(("issued", "number"), [((), 1), ((1, 2), 3), ((4, 1), 5)])
def test_next_notice_gets_a_number_never_used_before(issued, number):
    assert next_meeting_number(issued) == number


@pytest.mark.parametrize(
    ("arguments", "label"),
    [
        ({"number": 4, "year": 2026}, "Möte 4/2026"),
        ({"number": 3, "year": 2026, "preliminary": True}, "Möte prel. 3/2026"),
        ({"number": 1, "year": 2027, "word": "Sammanträde"}, "Sammanträde 1/2027"),
    ],
)
def test_meeting_is_called_by_number_and_year(arguments, label):
    assert meeting_label(**arguments) == label
