"""Names, addresses and roles on their way in from another program."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from trygghetsrad.domain.contacts import (
    Contact,
    ContactField,
    ImportRefused,
    RefusalReason,
    clean_email,
    is_email,
    matching_key,
    refusal_text,
    role_of,
    split_name,
    split_party,
    tidy,
    tidy_lines,
)
from trygghetsrad.domain.errors import CouncilError
from trygghetsrad.domain.people import SeatRole


@pytest.mark.parametrize(
    ("written", "given_name", "family_name"),
    [
        ("Anna Ek", "Anna", "Ek"),
        ("Ek, Anna", "Anna", "Ek"),
        ("  Ek ,\u00a0Anna ", "Anna", "Ek"),
        ("Anna-Karin Berg-Lund", "Anna-Karin", "Berg-Lund"),
        ("Per Olof Ek", "Per Olof", "Ek"),
        ("Carl von Ek", "Carl", "von Ek"),
        ("von Ek, Carl", "Carl", "von Ek"),
        ("Carl af Ek", "Carl", "af Ek"),
        ("Louise De Ek", "Louise", "De Ek"),
        ("Maria de la Ek", "Maria", "de la Ek"),
        ("Gustaf von der Ek", "Gustaf", "von der Ek"),
        ("Anna Le", "Anna", "Le"),
        ("Anna", "Anna", ""),
        ("", "", ""),
        ("Ek, Anna, kultur", "Anna", "Ek"),
    ],
)
def test_names_come_apart_as_swedes_write_them(written, given_name, family_name):
    assert split_name(written) == (given_name, family_name)


def test_a_party_after_the_name_is_not_part_of_it():
    assert split_party("Anna Ek (S)") == ("Anna Ek", "S")
    assert split_party("Anna Ek (KD)") == ("Anna Ek", "KD")
    assert split_party("Anna Ek (Annie)") == ("Anna Ek (Annie)", "")
    assert split_party("Anna Ek") == ("Anna Ek", "")


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("Anna.Ek@Norrmyra.EXAMPLE", "Anna.Ek@norrmyra.example"),
        ("mailto:a@norrmyra.example", "a@norrmyra.example"),
        ("<a@norrmyra.example>;", "a@norrmyra.example"),
        ("Anna Ek <a@norrmyra.example>", "a@norrmyra.example"),
        ("a@norrmyra.example.", "a@norrmyra.example"),
        ("a@norrmyra.example ::: b@norrmyra.example", "a@norrmyra.example"),
        ("a@norrmyra.example; b@norrmyra.example", "a@norrmyra.example"),
        ("\u200ba@norrmyra.example\u00a0", "a@norrmyra.example"),
        ("a+b_c@råd.example", "a+b_c@råd.example"),
        ("a@xn--rd-yia.example", "a@xn--rd-yia.example"),
    ],
)
def test_sound_addresses_are_cleaned(written, clean):
    assert clean_email(written) == clean


@pytest.mark.parametrize(
    "written",
    [
        *("", "anna", "anna@", "@norrmyra.example", "anna ek@norrmyra.example", "a@@norrmyra.example"),
        *("a@norrmyra", "a@norrmyra..example", ".a@norrmyra.example", "a.@norrmyra.example"),
        *("a..b@norrmyra.example", "a@-norrmyra.example", "a(at)norrmyra.example", "a@b@norrmyra.example"),
        f"{'a' * 65}@norrmyra.example",
        "a@norrmyra.example\nBcc: b@x.example",
    ],
)
def test_half_an_address_is_refused_whole(written):
    assert clean_email(written) == ""


@given(st.text())
def test_a_cleaned_address_is_always_one_that_can_be_written_to(text):
    cleaned = clean_email(text)
    assert cleaned == "" or is_email(cleaned)


def test_text_is_tidied_to_nfc_without_hidden_signs():
    assert tidy("A\u030asa \u00a0 O\u0308berg\u200b\x07") == "Åsa Öberg"
    assert tidy_lines("rad 1\r\nrad  2\x00\r\n") == "rad 1\nrad 2"


@given(st.text())
def test_tidying_twice_changes_nothing(text):
    assert tidy(tidy(text)) == tidy(text)


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("Ordförande", SeatRole.CHAIR),
        ("ordf.", SeatRole.CHAIR),
        ("Ordförande i Trygghetsrådet", SeatRole.CHAIR),
        ("Vice ordförande", SeatRole.VICE_CHAIR),
        ("1:e vice ordf.", SeatRole.VICE_CHAIR),
        ("v. ordf", SeatRole.VICE_CHAIR),
        ("Ledamot", SeatRole.MEMBER),
        ("ordinarie ledamot", SeatRole.MEMBER),
        ("Ledamot (S)", SeatRole.MEMBER),
        ("ersättare för Anna Ek", SeatRole.SUBSTITUTE),
        ("Suppleant", SeatRole.SUBSTITUTE),
        ("Personlig ersättare", SeatRole.PERSONAL_SUBSTITUTE),
        ("adj.", SeatRole.CO_OPTED),
        ("Adjungerad", SeatRole.CO_OPTED),
        ("Sekr.", SeatRole.SECRETARY),
        ("Brottsförebyggande samordnare", SeatRole.COORDINATOR),
        ("trygghetssamordnare", SeatRole.COORDINATOR),
    ],
)
def test_role_words_are_recognised(word, role):
    assert role_of(word) is role


@pytest.mark.parametrize(
    "word",
    ["", "Kommunstyrelsens ordförande", "ordförande i kommunstyrelsen", "Polischef", "ledande", "x" * 200],
)
def test_a_role_elsewhere_is_not_a_role_in_the_council(word):
    assert role_of(word) is None


def test_a_person_is_recognised_by_address_or_else_by_name_and_organisation():
    with_mail = Contact(given_name="Anna", family_name="Ek", email="Anna@norrmyra.example")
    assert matching_key(with_mail) == matching_key(Contact(given_name="A", email="anna@norrmyra.example"))
    by_name = Contact(given_name="ANNA", family_name="Berg–Ek", organisation="Polisen")
    assert matching_key(by_name) == matching_key(
        Contact(given_name="Anna", family_name="Berg-Ek", organisation="polisen")
    )
    assert matching_key(Contact(given_name="Åsa")) != matching_key(Contact(given_name="Asa"))


def test_every_field_has_its_own_swedish_label():
    labels = [field.label for field in ContactField]
    assert len(set(labels)) == len(labels) == 12
    assert ContactField.ROLE.label == "Roll i rådet"


@pytest.mark.parametrize("reason", RefusalReason)
def test_every_refusal_says_what_happened_what_is_safe_and_what_to_do(reason):
    facts = {"name": "lista.xlsx", "what": "en bild", "limit": "20 000", "sheet": "A", "sheets": "B, C"}
    text = refusal_text(ImportRefused(reason, facts))
    assert text.startswith("Filen ”lista.xlsx” ")
    assert " Inget har ändrats. " in text
    assert text.endswith(".")
    assert "{" not in text
    assert refusal_text(ImportRefused(reason)).startswith("Den inklistrade texten ")


def test_a_refused_import_is_shown_like_every_other_refusal():
    refused = ImportRefused(RefusalReason.EMPTY, {"name": "lista.csv"})
    assert isinstance(refused, CouncilError)
    assert str(refused) == (
        "Filen ”lista.csv” innehåller inga personer. Inget har ändrats. "
        "Kontrollera att det är rätt lista och försök igen."
    )


def test_braces_in_a_file_name_are_only_a_name():
    assert "”{what}.csv”" in refusal_text(ImportRefused(RefusalReason.EMPTY, {"name": "{what}.csv"}))
