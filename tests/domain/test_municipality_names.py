"""Tables spell the names of municipalities in many ways."""

from __future__ import annotations

import pytest

from trygghetsrad.domain.municipality_names import MunicipalityNames, whole_code
from trygghetsrad.domain.statistics import GeographyKind
from trygghetsrad.services.municipalities import municipalities

NAMES = MunicipalityNames((one.code, one.name) for one in municipalities())


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Ale", "1440"),
        ("Ale kommun", "1440"),
        ("  NORSJÖ  kommun ", "2417"),
        ("Arjeplogs kommun", "2506"),
        ("Burlövs", "1231"),
        ("Borås", "1490"),
        ("Borås stad", "1490"),
        ("Mönsterås kommun", "0861"),
        ("Stockholms stad", "0180"),
        ("Falu", "2080"),
        ("Falu kommun", "2080"),
        ("Malung–Sälen", "2023"),
        ("Malung – Sälen", "2023"),
        ("Malung-Sälens kommun", "2023"),
        ("Habo", "0643"),
        ("Håbo kommun", "0305"),
        ("A\u030alesunds", None),
        ("Region Gotland", "0980"),
        ("Hela landet", "0000"),
        ("Riket", "0000"),
        ("Västerbottens län", "24"),
        ("Stockholm län", "01"),
        ("Spånga-Tensta", None),
        ("", None),
    ],
)
def test_a_name_is_found_as_it_is_written(written, code):
    found = NAMES.find(written)
    assert (found and found.geography.code) == code


def test_a_code_goes_before_the_name_and_gets_its_nought_back():
    assert NAMES.find("Någonstans", "2417").geography.name == "Norsjö"
    assert NAMES.find("", "180").geography.name == "Stockholm"
    assert whole_code("0180") == "0180"


def test_a_decomposed_name_is_the_same_name():
    assert NAMES.find("Norsjo\u0308").geography.code == "2417"


def test_heby_stands_twice_each_for_its_own_years():
    now = NAMES.find("Heby kommun (Uppsala län from 2007)")
    once = NAMES.find("Heby kommun (Västmanlands län tom 2006)")
    assert now.geography == once.geography
    assert now.holds_in(2025)
    assert not now.holds_in(2006)
    assert once.holds_in(2006)
    assert not once.holds_in(2007)


def test_groups_and_regions_are_told_from_municipalities():
    group = NAMES.find("Landsbygdskommun, ej nära större stad (ovägt medel)")
    assert group.geography.kind is GeographyKind.GROUP
    assert NAMES.find("Region Västerbotten", "0024").geography.kind is GeographyKind.COUNTY


def test_all_municipalities_are_found_in_their_usual_forms():
    for one in municipalities():
        for form in (one.name, f"{one.name} kommun", one.name.upper()):
            assert NAMES.find(form).geography.code == one.code
