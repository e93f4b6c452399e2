"""Finding people and organisations by the names that are typed."""

from __future__ import annotations

import pytest

from trygghetsrad.domain.name_matching import KnownPerson, NameBook, known_organisation, words_of
from trygghetsrad.domain.people import OrganisationKind

PEOPLE = (
    KnownPerson(id=1, given="Åke", family="Brännström", organisation="Norrmyra kommun"),
    KnownPerson(id=2, given="Ake", family="Ek", organisation="Polisen"),
    KnownPerson(id=3, given="Karl Erik", family="von Lund"),
    KnownPerson(id=4, given="Anna-Lena", family="Isaksson"),
    KnownPerson(id=5, given="Édith", family="Müller"),
    KnownPerson(id=6, given="Sören", family="Isaksson"),
    KnownPerson(id=7, given="", family="Sjö"),
)
ORGANISATIONS = (
    known_organisation(1, "Polisen Norrmyra", OrganisationKind.POLICE),
    known_organisation(2, "Norrmyra skola", OrganisationKind.SCHOOL),
    known_organisation(3, "Bo i Norrmyra", OrganisationKind.HOUSING),
    known_organisation(4, "Länsstyrelsen", OrganisationKind.AUTHORITY),
)
BOOK = NameBook(PEOPLE, ORGANISATIONS)


def named(text):
    found = BOOK.at(words_of(text), 0)
    return None if found is None else ({owner.name for owner in found.owners}, text[found.start : found.end])


@pytest.mark.parametrize(
    ("typed", "names", "words"),
    [
        ("Åke Brännström ringer", {"Åke Brännström"}, "Åke Brännström"),
        ("Brännström Åke", {"Åke Brännström"}, "Brännström Åke"),
        ("åke ringer", {"Åke Brännström"}, "åke"),
        ("ÅKE", {"Åke Brännström"}, "ÅKE"),
        ("Ake ringer", {"Ake Ek"}, "Ake"),
        ("ake brannstrom", {"Åke Brännström"}, "ake brannstrom"),
        ("Brannstrom", {"Åke Brännström"}, "Brannstrom"),
        ("Åke B ringer", {"Åke Brännström"}, "Åke B"),
        ("Å Brännström", {"Åke Brännström"}, "Å Brännström"),
        ("Karl ringer", {"Karl Erik von Lund"}, "Karl"),
        ("Karl Erik ringer", {"Karl Erik von Lund"}, "Karl Erik"),
        ("Karl von Lund", {"Karl Erik von Lund"}, "Karl von Lund"),
        ("Anna-Lena", {"Anna-Lena Isaksson"}, "Anna-Lena"),
        ("edith muller", {"Édith Müller"}, "edith muller"),
        ("Isaksson ringer", {"Anna-Lena Isaksson", "Sören Isaksson"}, "Isaksson"),
        ("Sören Isaksson", {"Sören Isaksson"}, "Sören Isaksson"),
        ("Sören i morgon", {"Sören Isaksson"}, "Sören"),
        ("Sjö", {"Sjö"}, "Sjö"),
        ("polisen ringer", {"Polisen Norrmyra"}, "polisen"),
        ("skolan", {"Norrmyra skola"}, "skolan"),
        ("bo i norrmyra svarar", {"Bo i Norrmyra"}, "bo i norrmyra"),
        ("lansstyrelsen", {"Länsstyrelsen"}, "lansstyrelsen"),
    ],
)
def test_people_and_organisations_are_found_by_any_usual_form(typed, names, words):
    assert named(typed) == (names, words)


@pytest.mark.parametrize("typed", ["Anna", "Lena", "Ett möte", "Åkes bil", "polisens bil", "kommunen", ""])
def test_other_words_name_nobody(typed):
    assert named(typed) is None


def test_two_of_one_name_come_in_swedish_order():
    found = BOOK.at(words_of("isaksson"), 0)
    assert [owner.name for owner in found.owners] == ["Anna-Lena Isaksson", "Sören Isaksson"]


def test_two_schools_are_both_meant_by_skolan():
    book = NameBook((), [known_organisation(n, f"Skola {n}", OrganisationKind.SCHOOL) for n in (1, 2)])
    assert len(book.at(words_of("skolan"), 0).owners) == 2


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("åk", ["Åke Brännström"]),
        ("ak", ["Ake Ek"]),
        ("bränn", ["Åke Brännström"]),
        ("brann", ["Åke Brännström"]),
        ("isak", ["Anna-Lena Isaksson", "Sören Isaksson"]),
        ("Sören Is", ["Sören Isaksson"]),
        ("xyz", []),
        ("", []),
    ],
)
def test_names_are_found_by_how_they_begin(typed, names):
    assert [owner.name for owner in BOOK.starting(typed)] == names


def test_an_empty_register_names_nobody():
    assert NameBook().at(words_of("Åke"), 0) is None
    assert [*NameBook().everywhere(words_of("Åke ringer"))] == []
