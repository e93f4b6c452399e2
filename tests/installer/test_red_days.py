"""The list of red days that the program carries is the one it would be written with today."""

from __future__ import annotations

from workshop.red_days import LIST, red_days


def test_the_list_says_what_the_package_of_the_worlds_holidays_says():
    assert LIST.read_text(encoding="utf-8") == red_days()
