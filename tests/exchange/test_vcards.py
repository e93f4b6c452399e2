"""Address cards of all three versions, sound and broken."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from exchange.workbooks import SHARED
from trygghetsrad.domain.contacts import ContactField
from trygghetsrad.exchange.text import decode
from trygghetsrad.exchange.vcards import CARD_FIELDS, Cards, holds_cards, read_cards


def a_card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def only(cards: Cards) -> dict[ContactField, str]:
    (row,) = cards.rows
    return {kind: cell for kind, cell in zip(CARD_FIELDS, row.cells, strict=True) if cell}


def test_a_card_from_outlook_is_read_with_its_swedish_letters():
    text = a_card(
        "N;LANGUAGE=sv;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:=D6berg;=C5sa",
        "FN;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:=C5sa =D6berg",
        "ORG;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:Norrmyra kommun;R=E4ddningstj=E4nsten",
        "TITLE:Chef, beredskap",
        "NOTE;ENCODING=QUOTED-PRINTABLE:rad 1=0D=0A=",
        "rad 2 =C3=A5=",
        "=C3=A4=C3=B6",
        "TEL;WORK;VOICE:070-174 06 06",
        "TEL;CELL;VOICE:070-174 06 05",
        "TEL;WORK;FAX:070-174 06 07",
        "EMAIL;PREF;INTERNET:asa@norrmyra.example",
        "PHOTO;TYPE=JPEG;ENCODING=BASE64:",
        " /9j/4AAQSkZJRgABAQEAYABg",
        "",
        version="2.1",
    )
    assert only(read_cards(text)) == {
        ContactField.GIVEN_NAME: "Åsa",
        ContactField.FAMILY_NAME: "Öberg",
        ContactField.ORGANISATION: "Norrmyra kommun",
        ContactField.DEPARTMENT: "Räddningstjänsten",
        ContactField.TITLE: "Chef, beredskap",
        ContactField.NOTES: "rad 1\r\nrad 2 åäö",
        ContactField.PHONE: "070-174 06 06",
        ContactField.MOBILE: "070-174 06 05",
        ContactField.EMAIL: "asa@norrmyra.example",
    }


def test_a_card_from_google_is_read_through_its_folds_escapes_and_groups():
    text = a_card(
        "FN:Anna Ek",
        "N:Ek;Anna;;;",
        "item1.EMAIL;TYPE=INTERNET:privat@norrmyra.example",
        "EMAIL;TYPE=INTERNET;TYPE=PREF:anna@norrmyra.example",
        "TEL;TYPE=HOME:070-174 06 08",
        'item2.TEL;TYPE="work,voice":070-174 06 06',
        "ORG:Ek\\; Berg\\, och Co;Kultur",
        "NOTE:Första raden\\nandra raden som är så lå",
        " ng att den viks",
        "X-OKÄND:strunt",
    )
    assert only(read_cards(text)) == {
        ContactField.GIVEN_NAME: "Anna",
        ContactField.FAMILY_NAME: "Ek",
        ContactField.EMAIL: "anna@norrmyra.example ::: privat@norrmyra.example",
        ContactField.PHONE: "070-174 06 06 ::: 070-174 06 08",
        ContactField.ORGANISATION: "Ek; Berg, och Co",
        ContactField.DEPARTMENT: "Kultur",
        ContactField.NOTES: "Första raden\nandra raden som är så lång att den viks",
    }


def test_a_card_of_version_four_has_its_number_as_an_address():
    text = a_card("FN:Anna Ek", 'TEL;VALUE=uri;TYPE="cell,voice":tel:+46-70-174-06-05', version="4.0")
    assert only(read_cards(text)) == {
        ContactField.FULL_NAME: "Anna Ek",
        ContactField.MOBILE: "+46-70-174-06-05",
    }


def test_a_card_without_its_display_name_is_still_a_person():
    assert only(read_cards(a_card("N:Ek;Anna"))) == {
        ContactField.GIVEN_NAME: "Anna",
        ContactField.FAMILY_NAME: "Ek",
    }


def test_a_card_with_the_whole_name_in_one_part_is_read_from_its_display_name():
    assert only(read_cards(a_card("N:Anna Ek;;;;", "FN:Anna Ek"))) == {ContactField.FULL_NAME: "Anna Ek"}


def test_a_profession_is_a_title_but_a_role_word_is_a_role():
    assert only(read_cards(a_card("FN:A", "ROLE:Rektor")))[ContactField.TITLE] == "Rektor"
    assert only(read_cards(a_card("FN:A", "ROLE:Ledamot")))[ContactField.ROLE] == "Ledamot"


def test_text_that_lies_about_its_character_set_is_read_in_one_that_fits():
    lying = a_card("N;CHARSET=okänd;ENCODING=QUOTED-PRINTABLE:Ek;=C5sa", version="2.1")
    assert only(read_cards(lying))[ContactField.GIVEN_NAME] == "Åsa"


def test_a_broken_card_is_reported_and_the_rest_survive():
    text = (
        a_card("FN:Anna Ek") + a_card("strunt utan kolon") + a_card("TEL;;;", "FN:Cia Berg") + a_card("FN:Bo")
    )
    cards = read_cards(text)
    assert [row.number for row in cards.rows] == [1, 3, 4]
    assert [(problem.where, problem.blocking) for problem in cards.problems] == [
        ("kort 2", True),
        ("kort 3", False),
    ]
    assert cards.problems[0].text == "Kortet går inte att läsa."


def test_a_card_that_never_ends_gives_way_to_the_next():
    cards = read_cards("BEGIN:VCARD\nFN:Anna\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\nBEGIN:VCARD\nFN:Cia\n")
    assert [row.cells[2] for row in cards.rows] == ["Anna", "Bo", "Cia"]
    assert [problem.where for problem in cards.problems] == ["kort 1", "kort 3"]


def test_a_card_inside_a_card_is_not_a_person_of_its_own():
    text = a_card(
        "FN:Anna", "AGENT:", "BEGIN:VCARD", "FN:Sekreterare", "END:VCARD", "TITLE:Chef", version="2.1"
    )
    assert only(read_cards(text)) == {ContactField.FULL_NAME: "Anna", ContactField.TITLE: "Chef"}


@pytest.mark.parametrize(
    "line", ["TEL" + ";a" * 20_000, "TEL" + ';a="b",' * 10_000, 'TEL;x="' + "a" * 50_000]
)
def test_a_line_made_to_hang_a_reader_takes_no_time(line):
    cards = read_cards(a_card("FN:Anna", line))
    assert only(cards) == {ContactField.FULL_NAME: "Anna"}
    assert len(cards.problems) == 1


@given(
    st.lists(
        st.sampled_from(
            ["BEGIN:VCARD", "END:VCARD", "N:Ek;Å", "NOTE;QUOTED-PRINTABLE:=C5=", " x", "PHOTO:", "TEL;"]
        )
        | st.text()
    )
)
def test_cards_in_any_disorder_are_read_without_a_crash(lines):
    read_cards("\n".join(lines))


def test_only_a_text_with_a_beginning_card_holds_cards():
    assert holds_cards("x\r\nhome.begin:vcard\r\n")
    assert not holds_cards("Vi talade om BEGIN:VCARD i går")


@pytest.mark.skipif(not (SHARED / "vcards").is_dir(), reason="the folder ../shared/data/vcards is not here")
@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            "vcards/ez-vcard-outlook-2007.vcf",
            (
                "Michael",
                "Angstadt",
                "TheCompany",
                "TheDepartment",
                "mike.angstadt@gmail.com",
                "(111) 555-4444",
            ),
        ),
        (
            "vcards/ez-vcard-gmail-single.vcf",
            ("Greg", "Dartmouth", "TheCompany", "", "gdartmouth@hotmail.com", "555 555 1111"),
        ),
        (
            "vcards/ez-vcard-John_Doe_GMAIL.vcf",
            ("John Richter James", "Doe", "IBM", "", "john.doe@ibm.com", "905-555-1234"),
        ),
        ("contacts/vcard_with_groups.ics", ("Meister", "Berger", "", "", "mb@goerlitz.de", "")),
        (
            "contacts/simple_3_0_test.ics",
            (
                "Daffy Duck (with Bugs Bunny and Mr. Pluto)",
                "Knudson",
                "University of Novosibirsk",
                "Department of Octopus Parthenogenesis",
                "",
                "+01-(0)5-555.55.55",
            ),
        ),
    ],
)
def test_cards_that_real_programs_wrote_are_read(path, expected):
    cards = read_cards(decode((SHARED / path).read_bytes()).text)
    found = only(cards)
    wanted = (
        *(ContactField.GIVEN_NAME, ContactField.FAMILY_NAME, ContactField.ORGANISATION),
        *(ContactField.DEPARTMENT, ContactField.EMAIL, ContactField.MOBILE),
    )
    assert tuple(found.get(kind, "") for kind in wanted) == expected
    assert cards.problems == ()
