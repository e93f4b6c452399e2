"""What Tab offers while a line is typed."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from trygghetsrad.domain.people import OrganisationKind
from trygghetsrad.domain.phrases import STANDARD_PHRASES
from trygghetsrad.domain.quickline import KnownPerson, complete, known_organisation

PEOPLE = (
    KnownPerson(id=1, given="Åke", family="Brännström", organisation="Norrmyra kommun"),
    KnownPerson(id=2, given="Åke", family="Wallin", organisation="Räddningstjänsten"),
    KnownPerson(id=3, given="Britta", family="Ek"),
)
ORGANISATIONS = (known_organisation(1, "Polisen Norrmyra", OrganisationKind.POLICE),)
FILED = "Rådet lägger informationen till handlingarna."


def offered(line, cursor=None):
    place = len(line) if cursor is None else cursor
    return [
        completion.applied(line)
        for completion in complete(line, place, PEOPLE, STANDARD_PHRASES, ORGANISATIONS)
    ]


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("b bl", f"b {FILED}"),
        ("bl", FILED),
        ("t bl", f"t {FILED}"),
        ("b b", f"b {FILED}"),
        ("å Åke B", "å Åke Brännström"),
        ("å Åke W", "å Åke Wallin"),
        ("å åk", "å Åke Brännström"),
        ("å ake w", "å Åke Wallin"),
        ("å ringa wall", "å ringa Åke Wallin"),
        ("j br", "j Åke Brännström"),
        ("å kontrollera /pol", "å kontrollera /Polisen Norrmyra"),
        ("å kontrollera @bri", "å kontrollera @Britta Ek"),
        ("Britta E", "Britta Ek"),
    ],
)
def test_tab_completes_sentences_and_names(line, first):
    assert first in offered(line)


def test_a_sentence_called_by_all_its_letters_comes_first():
    assert offered("b bl")[0] == f"b {FILED}"


def test_both_ake_are_offered_and_told_apart():
    completions = complete("å Åke", 5, PEOPLE, STANDARD_PHRASES)
    assert [(completion.text, completion.detail) for completion in completions] == [
        ("Åke Brännström", "Norrmyra kommun"),
        ("Åke Wallin", "Räddningstjänsten"),
    ]


def test_all_sentences_are_offered_right_after_the_letter_of_a_decision():
    assert len(offered("b ")) == len(STANDARD_PHRASES)


def test_only_what_stands_before_the_cursor_is_completed():
    assert offered("å Åke W ringer", 7) == ["å Åke Wallin ringer"]


@pytest.mark.parametrize(
    "line", ["", "å ", "å ringa ", "å kontrollera bl", "j Britta Ek", "xyz", "b rådet bl", "å 18 dec"]
)
def test_nothing_is_offered_where_nothing_fits(line):
    assert offered(line) == []


@given(st.text(), st.integers(-5, 50))
def test_no_line_and_no_cursor_break_completion(line, cursor):
    for completion in complete(line, cursor, PEOPLE, STANDARD_PHRASES, ORGANISATIONS):
        assert 0 <= completion.start <= completion.end <= len(line)


def test_every_sentence_has_letters_of_its_own_and_ends_properly():
    letters = [phrase.abbreviation for phrase in STANDARD_PHRASES]
    assert len(set(letters)) == len(letters)
    assert all(letter.islower() and 2 <= len(letter) <= 3 for letter in letters)
    assert all(phrase.text[0].isupper() and phrase.text[-1] in ".…" for phrase in STANDARD_PHRASES)
    assert 8 <= len(letters) <= 15
