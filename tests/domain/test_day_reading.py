"""Days as they are typed, in a field and in a sentence."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from trygghetsrad.domain.dates import find_day, find_days, parse_day

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("8 dec", date(2026, 12, 8)),
        ("8 dec.", date(2026, 12, 8)),
        ("8dec", date(2026, 12, 8)),
        ("8 DEC", date(2026, 12, 8)),
        ("8:e dec", date(2026, 12, 8)),
        ("1:a december", date(2026, 12, 1)),
        ("den 8 dec", date(2026, 12, 8)),
        ("den 8:e december", date(2026, 12, 8)),
        ("8 december 2026", date(2026, 12, 8)),
        ("8 december 2025", date(2025, 12, 8)),
        ("tisdag 8 december 2026", date(2026, 12, 8)),
        ("tis 8 dec", date(2026, 12, 8)),
        ("tisdagen den 8 december", date(2026, 12, 8)),
        ("tis, 8 dec", date(2026, 12, 8)),
        ("8 dec -26", date(2026, 12, 8)),
        ("8 dec 26", date(2026, 12, 8)),
        ("23 nov", date(2026, 11, 23)),
        ("22 nov", date(2027, 11, 22)),
        ("5 sept", date(2027, 9, 5)),
        ("12 mars", date(2027, 3, 12)),
        ("3 maj", date(2027, 5, 3)),
        ("29 feb", date(2028, 2, 29)),
        ("29 feb 2028", date(2028, 2, 29)),
        ("8/12", date(2026, 12, 8)),
        ("8 / 12", date(2026, 12, 8)),
        ("8/12 2026", date(2026, 12, 8)),
        ("8/12-26", date(2026, 12, 8)),
        ("8/12/2027", date(2027, 12, 8)),
        ("8.12", date(2026, 12, 8)),
        ("8.12.", date(2026, 12, 8)),
        ("8.12.2026", date(2026, 12, 8)),
        ("08.12.26", date(2026, 12, 8)),
        ("2026-12-08", date(2026, 12, 8)),
        ("2026-2-8", date(2026, 2, 8)),
        ("2026/12/08", date(2026, 12, 8)),
        ("20261208", date(2026, 12, 8)),
        ("261208", date(2026, 12, 8)),
        ("fre", date(2026, 11, 27)),
        ("fre.", date(2026, 11, 27)),
        ("fredag", date(2026, 11, 27)),
        ("på fredag", date(2026, 11, 27)),
        ("nu på fredag", date(2026, 11, 27)),
        ("tors", date(2026, 11, 26)),
        ("tor", date(2026, 11, 26)),
        ("söndag", date(2026, 11, 29)),
        ("måndag", date(2026, 11, 30)),
        ("nästa tisdag", date(2026, 12, 1)),
        ("nästa mån", date(2026, 11, 30)),
        ("nästa vecka", date(2026, 12, 4)),
        ("tis nästa vecka", date(2026, 12, 1)),
        ("fre v 50", date(2026, 12, 11)),
        ("fre v50", date(2026, 12, 11)),
        ("fredag vecka 50", date(2026, 12, 11)),
        ("v 50 tis", date(2026, 12, 8)),
        ("v 50", date(2026, 12, 11)),
        ("v. 50", date(2026, 12, 11)),
        ("vecka 3", date(2027, 1, 22)),
        ("vecka 50 2027", date(2027, 12, 17)),
        ("v 53", date(2027, 1, 1)),
        ("tors v 53", date(2026, 12, 31)),
        ("v 48", date(2026, 11, 27)),
        ("+14", date(2026, 12, 7)),
        ("+ 14", date(2026, 12, 7)),
        ("+14 d", date(2026, 12, 7)),
        ("+2v", date(2026, 12, 7)),
        ("+1 mån", date(2026, 12, 23)),
        ("-3", date(2026, 11, 20)),
        ("om två veckor", date(2026, 12, 7)),
        ("om 2 veckor", date(2026, 12, 7)),
        ("om en vecka", date(2026, 11, 30)),
        ("om 11 dagar", date(2026, 12, 4)),
        ("inom 14 dagar", date(2026, 12, 7)),
        ("om en månad", date(2026, 12, 23)),
        ("om tre månader", date(2027, 2, 23)),
        ("om ett år", date(2027, 11, 23)),
        ("för 8 dagar sedan", date(2026, 11, 15)),
        ("för en vecka sen", date(2026, 11, 16)),
        ("i morgon", date(2026, 11, 24)),
        ("imorgon", date(2026, 11, 24)),
        ("i övermorgon", date(2026, 11, 25)),
        ("i dag", MONDAY),
        ("idag", MONDAY),
        ("I dag", MONDAY),
        ("igår", date(2026, 11, 22)),
        ("i förrgår", date(2026, 11, 21)),
        ("i fredags", date(2026, 11, 20)),
        ("i måndags", date(2026, 11, 16)),
        ("sista november", date(2026, 11, 30)),
        ("den sista november", date(2026, 11, 30)),
        ("sista feb", date(2027, 2, 28)),
        ("sista februari 2028", date(2028, 2, 29)),
        ("första december", date(2026, 12, 1)),
        ("senast 18 dec", date(2026, 12, 18)),
        ("klart senast den 18 dec", date(2026, 12, 18)),
        ("till 18/12", date(2026, 12, 18)),
        ("senast på fredag", date(2026, 11, 27)),
        ("  8   dec ", date(2026, 12, 8)),
        ("lo\u0308rdag", date(2026, 11, 28)),
    ],
)
def test_any_usual_way_of_typing_a_day_is_read(typed, day):
    assert parse_day(typed, MONDAY) == day


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "december",
        "i november",
        "slutet av november",
        "snarast",
        "löpande",
        "8",
        "den 8",
        "30 feb",
        "29 feb 2027",
        "31/11",
        "8/13",
        "0/12",
        "32 dec",
        "2026-13-01",
        "2026-12-32",
        "20261301",
        "081226",
        "450101",
        "1234567",
        "v 54",
        "v 0",
        "v 53 2027",
        "mån 8 dec",
        "mån 8 dec 2026",
        "fredag 2026-12-08",
        "8–9 dec",
        "v 27–32",
        "+99999",
        "om 9999 år",
        "om noll dagar",
        "nästa",
        "fre lör",
        "13.00",
        "man",
        "8 dec och 9 dec",
    ],
)
def test_what_is_no_day_or_could_be_two_is_not_read(typed):
    assert parse_day(typed, MONDAY) is None


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("8 dec", date(2025, 12, 8)),
        ("23 nov", date(2026, 11, 23)),
        ("3 maj", date(2026, 5, 3)),
        ("29 feb", date(2024, 2, 29)),
        ("fredag", date(2026, 11, 20)),
        ("måndag", date(2026, 11, 16)),
        ("v 50", date(2025, 12, 12)),
        ("v 53", date(2021, 1, 1)),
        ("sista februari", date(2026, 2, 28)),
        ("8 dec 2026", date(2026, 12, 8)),
        ("tis 8 dec 2026", date(2026, 12, 8)),
    ],
)
def test_a_day_that_has_been_is_looked_for_backwards(typed, day):
    assert parse_day(typed, MONDAY, prefer_past=True) == day


@pytest.mark.parametrize(
    ("typed", "today", "day"),
    [
        ("31 dec", date(2026, 12, 31), date(2026, 12, 31)),
        ("1 jan", date(2026, 12, 31), date(2027, 1, 1)),
        ("i morgon", date(2026, 12, 31), date(2027, 1, 1)),
        ("i morgon", date(2028, 2, 28), date(2028, 2, 29)),
        ("om en månad", date(2027, 1, 31), date(2027, 2, 28)),
        ("om en månad", date(2028, 1, 31), date(2028, 2, 29)),
        ("om ett år", date(2028, 2, 29), date(2029, 2, 28)),
        ("för tolv månader sedan", date(2027, 1, 31), date(2026, 1, 31)),
        ("29 feb", date(2097, 1, 1), date(2104, 2, 29)),
        ("fre v 1", date(2026, 12, 31), date(2027, 1, 8)),
        ("tors v 53", date(2027, 1, 1), date(2032, 12, 30)),
        ("fre v 53", date(2027, 1, 1), date(2027, 1, 1)),
        ("mån v 1", date(2029, 12, 30), date(2029, 12, 31)),
        ("fredag", date(2026, 11, 27), date(2026, 12, 4)),
        ("nästa fredag", date(2026, 11, 29), date(2026, 12, 4)),
        ("söndag", date(2026, 3, 28), date(2026, 3, 29)),
        ("+2", date(2026, 3, 28), date(2026, 3, 30)),
        ("+2", date(2026, 10, 24), date(2026, 10, 26)),
        ("+1", date.max, None),
        ("om 1 år", date.max, None),
        ("1 jan", date.max, None),
        ("-1", date.min, None),
        ("v 50", date.min, date(1, 12, 14)),
    ],
)
def test_turns_of_the_year_leap_days_and_summer_time_are_kept(typed, today, day):
    assert parse_day(typed, today) == day


@pytest.mark.parametrize(
    ("sentence", "day", "words"),
    [
        ("kontrollerar kamerorna vid macken 18 dec", date(2026, 12, 18), "18 dec"),
        ("kontrollerar kamerorna senast 18 dec", date(2026, 12, 18), "senast 18 dec"),
        ("klart senast den 18 december, enligt plan", date(2026, 12, 18), "klart senast den 18 december"),
        ("till fredag ringer hon skolan", date(2026, 11, 27), "till fredag"),
        ("svarar på fredag", date(2026, 11, 27), "på fredag"),
        ("svarar på fre", date(2026, 11, 27), "på fre"),
        ("svarar senast tors", date(2026, 11, 26), "senast tors"),
        ("lämnar det till Tor", None, None),
        ("fre ska vi ses", None, None),
        ("svarar fre v 50", date(2026, 12, 11), "fre v 50"),
        ("16 feb 2027: KF", date(2027, 2, 16), "16 feb 2027"),
        ("svarar v 50.", date(2026, 12, 11), "v 50"),
        ("svarar om två veckor", date(2026, 12, 7), "om två veckor"),
        ("svarar +14", date(2026, 12, 7), "+14"),
        ("svarar 8/12", date(2026, 12, 8), "8/12"),
        ("svarar 8/12 2027", date(2027, 12, 8), "8/12 2027"),
        ("svarar 2026-12-08", date(2026, 12, 8), "2026-12-08"),
        ("svarar sista november", date(2026, 11, 30), "sista november"),
        ("svarar i morgon", date(2026, 11, 24), "i morgon"),
        ("bjuder in 18 dec 26 personer", date(2026, 12, 18), "18 dec"),
        ("mötet 3 nov följs upp senast 18 dec", date(2026, 12, 18), "senast 18 dec"),
        ("senast 18 dec följs mötet 3 nov upp", date(2026, 12, 18), "senast 18 dec"),
        ("mötet 3 dec följs upp 18 dec", date(2026, 12, 18), "18 dec"),
        ("Senast 18 Dec", date(2026, 12, 18), "Senast 18 Dec"),
        ("inget datum alls", None, None),
        ("det man gör varje fredag", None, None),
        ("fritidsgården har öppet varannan tisdag", None, None),
        ("sätter upp kameror som är tända 24/7", None, None),
        ("ringer +46 70 174 06 05", None, None),
        ("ärendet KS-2026/8.12 avslutas", None, None),
        ("dnr 2026-12-0815", None, None),
        ("född 20261208-1234", None, None),
        ("§ 8/12 gäller", None, None),
        ("kl 8.12", None, None),
        ("8–9 dec", None, None),
        ("v 27–32", None, None),
        ("mån 8 dec", None, None),
        ("30 feb", None, None),
        ("kameran som i dag är trasig", None, None),
        ("bröts sönder i fredags", None, None),
        ("Tor och Maj ringer", None, None),
        ("fredagar", None, None),
        ("klart på alla sätt", None, None),
    ],
)
def test_the_day_is_found_inside_a_sentence(sentence, day, words):
    found = find_day(sentence, MONDAY)
    assert (found and found.day) == day
    assert (found and sentence[found.start : found.end]) == words


def test_all_days_are_offered_when_none_is_the_due_one():
    found = find_days("mötet 3 dec följs upp 18 dec", MONDAY)
    assert [place.day for place in found] == [date(2026, 12, 3), date(2026, 12, 18)]


SCRAPS = (
    "8 18 31 dec nov feb maj 8/12 24/7 v 50 v50 53 fre fredag tor mån på nästa vecka om två 14 dagar år +14 -3 "
    "i morgon dag går sista senast till den 2026 2026-12-08 20261208 081226 , . – § Åke kameror 0 99"
)
WORDS = st.lists(st.sampled_from(SCRAPS.split()), max_size=8).map(" ".join)


@given(st.one_of(st.text(), WORDS), st.dates(), st.booleans())
def test_nothing_typed_as_a_day_breaks_the_program(typed, today, prefer_past):
    parse_day(typed, today, prefer_past=prefer_past)


@given(st.one_of(st.text(), WORDS), st.dates())
def test_found_days_stand_in_the_sentence_and_never_overlap(sentence, today):
    end = 0
    for found in find_days(sentence, today):
        assert end <= found.start < found.end <= len(sentence)
        end = found.end


@given(WORDS, st.dates(date(1910, 1, 1), date(2090, 1, 1)))
def test_a_day_without_a_year_is_never_before_today(sentence, today):
    day = parse_day(sentence, today)
    behind = any(word in sentence for word in ("20", "-3", "går", "0"))
    assert day is None or behind or day >= today
