"""Guessing what the columns of a list hold."""

from __future__ import annotations

import pytest

from exchange.workbooks import SHARED
from trygghetsrad.domain.contacts import ContactField as F
from trygghetsrad.exchange.columns import field_of, find_header, guess_by_content, guess_columns


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        *((word, F.FULL_NAME) for word in ("Namn", "NAMN", "Name", "Visa", "För- och efternamn", "Ledamot")),
        *((word, F.GIVEN_NAME) for word in ("Förnamn", "First Name", "Given Name", "Tilltalsnamn")),
        *((word, F.FAMILY_NAME) for word in ("Efternamn", "Last Name", "Family Name")),
        *(
            (word, F.TITLE)
            for word in ("Titel", "Befattning", "Job Title", "Organization 1 - Title", "Yrke/titel")
        ),
        *((word, F.ORGANISATION) for word in ("Organisation", "Företag", "Company", "Organization 1 - Name")),
        *((word, F.DEPARTMENT) for word in ("Förvaltning", "Avdelning", "Department")),
        *((word, F.ROLE) for word in ("Roll", "Roll i rådet", "Uppdrag", "Funktion", "Roll/uppdrag")),
        *(
            (word, F.EMAIL)
            for word in ("E-post", "e-postadress:", "Mejl", "Mail", "E-mail Address", "E‑post")
        ),
        *((word, F.EMAIL) for word in ("E-mail 2 Address", "E-mail 1 - Value", "E-post (arbete)", "*E-post")),
        *(
            (word, F.PHONE)
            for word in ("Telefon", "Tel.", "Telefon, arbete", "Business Phone", "Phone 1 - Value")
        ),
        *((word, F.MOBILE) for word in ("Mobil", "Mobiltelefon", "Mobile Phone", "Mobilnr")),
        *((word, F.NOTES) for word in ("Anteckningar", "Notes", "Övrigt", "Kommentar")),
        *(
            (word, F.IGNORE)
            for word in ("", "Faxnummer", "Telefon (fax)", "E-mail 1 - Label", "Phone 1 - Type")
        ),
        *((word, F.IGNORE) for word in ("Postnummer", "E-mail Type", "Annan uppgift 1", "Smeknamn")),
    ],
)
def test_header_words_are_known(header, kind):
    assert field_of(header) is kind


def test_outlooks_courtesy_title_does_not_become_a_job_title():
    headers = ("Title", "First Name", "Last Name", "Job Title")
    assert guess_columns(headers, []) == (F.IGNORE, F.GIVEN_NAME, F.FAMILY_NAME, F.TITLE)
    assert guess_columns(("Titel", "Namn"), []) == (F.TITLE, F.FULL_NAME)


def test_the_header_is_found_below_a_title():
    rows = [("Ledamöter i rådet 2026",), ("uppdaterad 2026-12-08", ""), ("Namn", "E-post"), ("Anna Ek", "")]
    assert find_header(rows) == 2


@pytest.mark.parametrize(
    "rows",
    [
        [("Anna Ek", "anna@norrmyra.example"), ("Bo Berg", "bo@norrmyra.example")],
        [("Anna Ek", "Ledamot"), ("Bo Berg", "Ordförande")],
        [("Namn", "anna@norrmyra.example")],
        [("Mobil", "070-174 06 05")],
        [],
    ],
)
def test_rows_of_people_are_not_taken_for_headers(rows):
    assert find_header(rows) is None


def test_columns_without_headers_are_known_by_what_stands_in_them():
    rows = [
        (
            "Anna Ek",
            "Polischef",
            "Polisen",
            "anna@norrmyra.example",
            "0918-12304",
            "070-174 06 05",
            "Ledamot",
        ),
        ("Bo von Berg", "Rektor", "Norrmyra kommun", "bo@norrmyra.example", "", "070-174 06 06", "Ersättare"),
        ("Öberg, Cia (S)", "Kurator", "Kyrkan", "", "0918-12305", "", ""),
    ]
    assert guess_by_content(7, rows) == (
        F.FULL_NAME,
        F.TITLE,
        F.ORGANISATION,
        F.EMAIL,
        F.PHONE,
        F.MOBILE,
        F.ROLE,
    )


def test_given_and_family_names_are_told_apart_by_their_endings():
    assert guess_by_content(2, [("Anna", "Ek"), ("Bo", "Karlsson")]) == (F.GIVEN_NAME, F.FAMILY_NAME)
    assert guess_by_content(2, [("Ek", "Anna"), ("Karlsson", "Bo")]) == (F.FAMILY_NAME, F.GIVEN_NAME)


def test_an_unknown_header_is_helped_by_what_stands_under_it():
    rows = [("Anna Ek", "anna@norrmyra.example"), ("Bo Berg", "bo@norrmyra.example")]
    assert guess_columns(("Vem", "Nås på"), rows) == (F.FULL_NAME, F.EMAIL)


FIELDS = SHARED / "contacts" / "thunderbird_sv_fields.txt"


@pytest.mark.skipif(
    not FIELDS.is_file(), reason="the file ../shared/data/contacts/thunderbird_sv_fields.txt is not here"
)
def test_the_swedish_fields_of_thunderbird_are_known():
    lines = FIELDS.read_text(encoding="utf-8").splitlines()
    headers = [line for line in lines if line and not line.startswith("#")]
    known = {
        header: kind
        for header, kind in zip(headers, guess_columns(headers, []), strict=True)
        if kind is not F.IGNORE
    }
    assert find_header([headers]) == 0
    assert known == {
        "Förnamn": F.GIVEN_NAME,
        "Efternamn": F.FAMILY_NAME,
        "Visa": F.FULL_NAME,
        "E-post": F.EMAIL,
        "Ytterligare e-post": F.EMAIL,
        "Telefon arbete": F.PHONE,
        "Telefon privat": F.PHONE,
        "Mobiltelefon": F.MOBILE,
        "Titel": F.TITLE,
        "Avdelning": F.DEPARTMENT,
        "Organisation": F.ORGANISATION,
        "Anteckningar": F.NOTES,
    }
