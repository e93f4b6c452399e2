"""A council's colour is read as it is written, and darkened where it could not be read."""

from __future__ import annotations

import pytest

from trygghetsrad.domain.colours import PRESETS, STANDARD, contrast, parse_colour, printable, tint
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.organisation_number import parse_organisation_number


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("#0B5A75", "#0B5A75"),
        ("0b5a75", "#0B5A75"),
        (" #abc ", "#AABBCC"),
        ("11, 90, 117", "#0B5A75"),
        ("RGB 11/90/117", "#0B5A75"),
        ("rgb(11,90,117)", "#0B5A75"),
        ("", ""),
    ],
)
def test_a_colour_is_read_as_it_stands_in_a_graphic_profile(written, read):
    assert parse_colour(written) == read


@pytest.mark.parametrize("written", ["blå", "#12", "300, 0, 0", "PMS 7470", "#GGGGGG", "1, 2"])
def test_what_is_no_colour_is_refused_with_an_example(written):
    with pytest.raises(Refused) as refusal:
        parse_colour(written)
    assert written in refusal.value.sentence()
    assert "#0B5A75" in refusal.value.sentence()


@pytest.mark.parametrize("colour", ["#FFFFFF", "#FFE600", "#00FF00", "#8AC6D0", "#777777"])
def test_a_colour_too_light_to_read_is_printed_darker(colour):
    printed = printable(colour)
    assert printed != colour
    assert contrast(printed, "#FFFFFF") >= 4.5
    assert contrast(printed, tint(printed)) >= 4.5


@pytest.mark.parametrize("colour", [colour for _name, colour in PRESETS])
def test_a_colour_dark_enough_is_printed_as_it_is(colour):
    assert printable(colour) == colour


def test_without_a_choice_the_papers_wear_the_programs_own_colour():
    assert printable("") == STANDARD


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("5560360793", "556036-0793"),
        ("556036-0793", "556036-0793"),
        ("16556036-0793", "556036-0793"),
        (" ", ""),
    ],
)
def test_an_organisation_number_is_printed_in_one_way(written, read):
    assert parse_organisation_number(written) == read


@pytest.mark.parametrize("written", ["556036-0794", "12345", "okänt", "5560360793 0"])
def test_an_organisation_number_that_cannot_be_right_is_refused(written):
    with pytest.raises(Refused):
        parse_organisation_number(written)


def test_what_is_no_colour_prints_in_the_programs_own():
    assert printable("<b>") == printable("") == printable("#12345") == printable(STANDARD)
