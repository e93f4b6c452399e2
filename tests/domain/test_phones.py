"""Swedish telephone numbers as people type them and as papers print them."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from trygghetsrad.domain.phones import (
    is_crushed_phone,
    is_mobile,
    looks_like_phone,
    phone_key,
    phone_text,
    phones_in,
)


@pytest.mark.parametrize(
    "written",
    [
        "0701740605",
        "070-1740605",
        "070 174 06 05",
        "070–174 06 05",
        "(070) 174 06 05",
        "+46701740605",
        "+46 70 174 06 05",
        "+46 (0)70-174 06 05",
        "0046701740605",
        "46701740605",
        "701740605",
        "tel:+46-70-174-06-05",
        "Mobil: 070-174 06 05",
        " 070 174\u00a006\u00a005 ",
    ],
)
def test_every_way_to_type_a_mobile_prints_the_same(written):
    assert phone_text(written) == "070-174 06 05"
    assert phone_key(written) == "0701740605"
    assert is_mobile(written)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("0101234503", "010-123 45 03"),
        ("0918-12304", "0918-123 04"),
        ("0918 123456", "0918-12 34 56"),
        ("08-55012345", "08-550 123 45"),
        ("08123456", "08-12 34 56"),
        ("031123456", "031-12 34 56"),
        ("090123456", "090-12 34 56"),
        ("0771-123456", "0771-12 34 56"),
    ],
)
def test_fixed_numbers_are_grouped_by_their_area_code(written, printed):
    assert phone_text(written) == printed
    assert not is_mobile(written)


@pytest.mark.parametrize(
    "written",
    [
        "+47 22 12 34 56",
        "112",
        "114 14",
        "0918-123 00, ankn 23",
        "växeln",
        "070",
        "0701740605123",
        "+1 555 0100",
    ],
)
def test_what_is_not_clearly_a_swedish_number_stays_as_written(written):
    assert phone_text(written) == written


def test_a_cell_with_two_numbers_gives_both():
    assert phones_in("070-1740605 / 0918-12304") == ("070-174 06 05", "0918-123 04")
    assert phones_in("0701740605 ::: 0701740606") == ("070-174 06 05", "070-174 06 06")
    assert phones_in("0701740605 eller 0701740606") == ("070-174 06 05", "070-174 06 06")


def test_an_extension_after_a_comma_is_not_a_second_number():
    assert phones_in("0918-123 00, 23") == ("0918-123 00, 23",)


def test_a_number_that_a_spreadsheet_has_crushed_is_known():
    assert is_crushed_phone("4,67E+10")
    assert is_crushed_phone("7.02E+08")
    assert not is_crushed_phone("070-174 06 05")


@pytest.mark.parametrize(
    "text", ["2026-12-08", "1 234 567", "12", "a@b.example", "", "935 00", "anna 0701740605"]
)
def test_dates_amounts_and_postcodes_do_not_look_like_numbers_to_call(text):
    assert not looks_like_phone(text)


@given(st.text())
def test_any_text_can_be_tidied_as_a_number_twice_with_the_same_result(text):
    once = phone_text(text)
    assert phone_text(once) == once or once != " ".join(text.split())
    phone_key(text)
    phones_in(text)
    looks_like_phone(text)


@given(st.from_regex(r"0[1-9][0-9]{6,8}", fullmatch=True))
def test_no_digit_of_a_swedish_number_is_lost_in_print(number):
    assert "".join(sign for sign in phone_text(number) if sign.isdigit()) == number
