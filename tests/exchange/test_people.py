"""Lists of people from files and from the clipboard, all the way to contacts."""

from __future__ import annotations

import time

import pytest

from exchange.workbooks import HOSTILE, a_workbook
from trygghetsrad.domain.contacts import (
    Contact,
    ContactField as F,
    ImportReading,
    ImportRefused,
    RefusalReason,
)
from trygghetsrad.exchange.people import (
    PeopleTable,
    SourceKind,
    contacts_from,
    read_people_file,
    read_people_text,
)

ANNA = {"given_name": "Anna", "family_name": "Ek", "email": "anna@norrmyra.example", "phone": "070-174 06 05"}


def reading(table: PeopleTable) -> ImportReading:
    return contacts_from(table, table.guesses)


def facts(contact: Contact) -> dict[str, str]:
    values = {name: getattr(contact, name) for name in Contact.__dataclass_fields__}
    return {name: value for name, value in values.items() if value and name != "where"}


def only(table: PeopleTable) -> dict[str, str]:
    (contact,) = reading(table).contacts
    return facts(contact)


def told(table: PeopleTable) -> list[tuple[str, str, bool]]:
    return [(problem.where, problem.text, problem.blocking) for problem in reading(table).problems]


@pytest.mark.parametrize(
    "data",
    [
        "Förnamn;Efternamn;E-post;Telefon\r\nAnna;Ek;anna@norrmyra.example;0701740605\r\n".encode("cp1252"),
        "\ufeffsep=;\r\nFörnamn;Efternamn;E-post;Telefon\r\nAnna;Ek;anna@norrmyra.example;0701740605\r\n".encode(),
        "Förnamn,Efternamn,E-post,Telefon\nAnna,Ek,anna@norrmyra.example,+46701740605\n".encode(),
        b"\xff\xfe"
        + "Namn\tE-post\tTelefon\r\nEk, Anna\tanna@norrmyra.example\t070-1740605\r\n".encode("utf-16-le"),
        b"BEGIN:VCARD\nVERSION:3.0\nN:Ek;Anna\nEMAIL:anna@norrmyra.example\nTEL:070-1740605\nEND:VCARD\n",
        a_workbook(
            {"Blad1": [["Namn", "E-post", "Telefon"], ["Anna Ek", "anna@norrmyra.example", 701740605]]}
        ),
    ],
)
def test_the_same_person_is_read_from_every_kind_of_file(data):
    assert only(read_people_file("fel.namn", data)) == ANNA


def test_a_file_tells_what_it_was_and_where_each_person_stood():
    table = read_people_file(
        "lista.csv", "Lista 2026\r\n\r\nNamn;Uppdrag\r\nÅsa Öberg;Ledamot\r\n".encode("cp1252")
    )
    assert (table.source, table.charset, table.has_header) == (SourceKind.TEXT, "cp1252", True)
    assert [(column.header, column.guess) for column in table.columns] == [
        ("Namn", F.FULL_NAME),
        ("Uppdrag", F.ROLE),
    ]
    assert table.where(0) == "rad 4"
    assert told(table) == [("rad 1", "Raden står ovanför rubrikerna och lästes inte.", False)]


def test_a_sheet_can_be_chosen():
    data = a_workbook({"Råd": [["Namn"], ["Anna Ek"]], "Gäster": [["Namn"], ["Bo Berg"]]})
    table = read_people_file("lista.xlsx", data, sheet="Gäster")
    assert (table.sheets, table.sheet) == (("Råd", "Gäster"), "Gäster")
    assert only(table) == {"given_name": "Bo", "family_name": "Berg"}


def test_cells_copied_from_excel_without_headers_are_understood():
    table = read_people_text("Anna Ek\tPolisen\tanna@norrmyra.example\t070-174 06 05\tOrdförande\n")
    assert [column.header for column in table.columns] == [f"Kolumn {n}" for n in range(1, 6)]
    assert only(table) == {
        "given_name": "Anna",
        "family_name": "Ek",
        "organisation": "Polisen",
        "email": "anna@norrmyra.example",
        "mobile": "070-174 06 05",
        "role_text": "Ordförande",
    }


def test_recipients_copied_from_outlook_are_understood():
    table = read_people_text(
        "Anna Ek <anna@norrmyra.example>; Berg, Bo <bo@norrmyra.example>; Cia Öberg <cia@>"
    )
    assert table.source is SourceKind.ADDRESSES
    assert [contact.name for contact in reading(table).contacts] == ["Anna Ek", "Bo Berg", "Cia Öberg"]
    assert told(table) == [
        ("rad 3", "E-postadressen ”cia@” går inte att skriva till. Personen togs med utan adress.", False)
    ]


def test_pasted_cards_are_understood():
    table = read_people_text(
        "BEGIN:VCARD\nFN:Anna Ek\nEND:VCARD\nBEGIN:VCARD\nEMAIL:b@norrmyra.example\nEND:VCARD"
    )
    assert table.source is SourceKind.CARDS
    assert told(table) == [("kort 2", "Kortet har inget namn och togs inte med.", True)]


def test_a_list_of_nothing_but_names_is_understood():
    table = read_people_text("Anna Ek\nBo Berg\nCia Öberg")
    assert [contact.name for contact in reading(table).contacts] == ["Anna Ek", "Bo Berg", "Cia Öberg"]


def test_headings_between_the_rows_give_the_role_of_those_below():
    table = read_people_text("Namn\tOrganisation\nLedamöter\nAnna Ek (S)\tKS\nErsättare\nBo Berg\tPolisen")
    assert [(contact.name, contact.role_text, contact.party) for contact in reading(table).contacts] == [
        ("Anna Ek", "ledamot", "S"),
        ("Bo Berg", "ersättare", ""),
    ]


def test_an_export_from_english_outlook_is_understood():
    table = read_people_text(
        "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,"
        "Business Fax,Business Phone,Mobile Phone,E-mail Address,E-mail Type,E-mail 2 Address,Notes\n"
        '"Ms","Anna","","Ek","","Norrmyra kommun","Kultur","Chef","","0701740607","0701740606",'
        '"0701740605","anna@norrmyra.example","SMTP","privat@norrmyra.example","rad 1\nrad 2"\n'
    )
    assert only(table) == {
        "given_name": "Anna",
        "family_name": "Ek",
        "organisation": "Norrmyra kommun",
        "department": "Kultur",
        "title": "Chef",
        "phone": "070-174 06 06",
        "mobile": "070-174 06 05",
        "email": "anna@norrmyra.example",
        "notes": "rad 1\nrad 2",
    }


def test_several_values_in_one_cell_from_google_are_taken_apart():
    table = read_people_text(
        "First Name,Last Name,Organization Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Value\n"
        "Anna,Ek,Polisen ::: Skolan,* myContacts,* Work,anna@norrmyra.example ::: b@norrmyra.example,"
        "070-1740605 ::: 0918-12304\n"
    )
    assert only(table) == {
        "given_name": "Anna",
        "family_name": "Ek",
        "organisation": "Polisen",
        "email": "anna@norrmyra.example",
        "phone": "0918-123 04",
        "mobile": "070-174 06 05",
    }


def test_the_older_layout_from_google_is_understood():
    table = read_people_text(
        "Name,Given Name,Family Name,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value\n"
        "Anna Ek,Anna,Ek,* Work,anna@norrmyra.example,Mobile,0701740605\n"
    )
    assert only(table) == ANNA


def test_columns_with_the_same_header_do_not_overwrite_each_other():
    table = read_people_text(
        "Namn;Anteckning;E-post;E-post;Anteckning\nAnna Ek;ett;;anna@norrmyra.example;två\n"
    )
    assert [column.header for column in table.columns] == [
        "Namn",
        "Anteckning",
        "E-post",
        "E-post",
        "Anteckning",
    ]
    assert only(table)["email"] == "anna@norrmyra.example"
    assert only(table)["notes"] == "ett\ntvå"


def test_a_department_alone_is_the_organisation():
    table = read_people_text("Namn;Förvaltning\nAnna Ek;Socialförvaltningen\n")
    assert only(table)["organisation"] == "Socialförvaltningen"


def test_the_coordinator_may_choose_other_fields_than_those_guessed():
    table = read_people_text("Namn;Plats\nAnna Ek;Norrmyra\n")
    assert table.guesses == (F.FULL_NAME, F.IGNORE)
    (contact,) = contacts_from(table, [F.FULL_NAME, F.ORGANISATION]).contacts
    assert contact.organisation == "Norrmyra"


def test_the_coordinator_may_overrule_what_is_a_header():
    text = "Namn;Roll\nAnna Ek;Ledamot\n"
    assert len(read_people_text(text, has_header=False).rows) == 2
    assert len(read_people_text("Anna Ek;Ledamot\nBo Berg;Ledamot\n", has_header=True).rows) == 1


def test_every_doubtful_row_is_told_of_in_one_sentence():
    table = read_people_text(
        "Namn;Organisation;E-post;Telefon\n"
        "Anna Ek;Polisen;anna@norrmyra.example;0701740605\n"
        ";Polisen;utan@norrmyra.example;\n"
        "Bo Berg;Skolan;bo(at)norrmyra.example;4,67E+10\n"
        "ANNA EK;Polisen;Anna@Norrmyra.example;\n"
        "Anna Ek;Polisen;;\n"
        "Cia Öberg;Polisen;anna@norrmyra.example;\n"
        "Anna Ek;Skolan;annan@norrmyra.example;\n"
    )
    assert told(table) == [
        ("rad 3", "Raden har inget namn och togs inte med.", True),
        (
            "rad 4",
            "E-postadressen ”bo(at)norrmyra.example” går inte att skriva till. Personen togs med utan adress.",
            False,
        ),
        ("rad 4", "Numret ”4,67E+10” har förlorat siffror. Personen togs med utan det.", False),
        ("rad 5", "ANNA EK står redan på rad 2, så raden togs inte med.", True),
        ("rad 6", "Anna Ek står redan på rad 2, så raden togs inte med.", True),
        ("rad 7", "Cia Öberg har samma e-postadress som Anna Ek på rad 2. Båda togs med.", False),
    ]
    assert [(contact.name, contact.where) for contact in reading(table).contacts] == [
        ("Anna Ek", "rad 2"),
        ("Bo Berg", "rad 4"),
        ("Cia Öberg", "rad 7"),
        ("Anna Ek", "rad 8"),
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", RefusalReason.EMPTY),
        (b"\r\n \r\n", RefusalReason.EMPTY),
        (b"Namn;E-post\r\n", RefusalReason.EMPTY),
        (b"hej", RefusalReason.NOT_A_TABLE),
        (
            "Hej Anna, vi ses på tisdag.\nTa med kaffe, bullar, saft och tack.\nBo".encode(),
            RefusalReason.NOT_A_TABLE,
        ),
        (b"%PDF-1.7\n", RefusalReason.OTHER_FORMAT),
        (b"\x89PNG\r\n\x1a\n", RefusalReason.OTHER_FORMAT),
        (b"<!DOCTYPE html><table><tr><td>Anna", RefusalReason.OTHER_FORMAT),
        (b"{\\rtf1 Anna}", RefusalReason.OTHER_FORMAT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), RefusalReason.OLD_EXCEL),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", RefusalReason.OLD_EXCEL),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            RefusalReason.ENCRYPTED,
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
            RefusalReason.OTHER_FORMAT,
        ),
        (b"Anna\x00\x01\x02", RefusalReason.UNREADABLE),
        (b"a" * (10 * 1024 * 1024 + 1), RefusalReason.TOO_BIG),
        (b"BEGIN:VCARD\nEND:VCARD\n", RefusalReason.DAMAGED),
        (HOSTILE["a Word document"][0](), RefusalReason.OTHER_FORMAT),
        (HOSTILE["a small bomb"][0](), RefusalReason.TOO_BIG),
    ],
)
def test_what_is_no_list_is_refused_with_the_name_of_the_file(data, reason):
    with pytest.raises(ImportRefused) as refused:
        read_people_file("C:\\Nedladdat\\lista.csv", data)
    assert refused.value.reason is reason
    assert str(refused.value).startswith("Filen ”lista.csv” ")


def test_a_list_of_twenty_thousand_is_read_in_a_moment_and_one_more_is_refused():
    rows = "".join(f"Anna{n};Ek;anna{n}@norrmyra.example;070-174 06 05;Ledamot\n" for n in range(20_000))
    text = f"Förnamn;Efternamn;E-post;Telefon;Roll\n{rows}"
    begun = time.process_time()
    assert len(reading(read_people_text(text)).contacts) == 20_000
    assert time.process_time() - begun < 2
    with pytest.raises(ImportRefused) as refused:
        read_people_text(f"{text}Bo;Berg;;;")
    assert refused.value.reason is RefusalReason.TOO_MANY_ROWS
    assert "fler än 20 000 rader" in str(refused.value)


def test_a_sheet_is_not_looked_for_where_there_are_none():
    with pytest.raises(ImportRefused) as refused:
        read_people_file("lista.csv", b"Namn;E-post\nEva Ek;eva@norrmyra.example\n", "Blad2")
    assert refused.value.reason is RefusalReason.NO_SHEETS
    assert str(refused.value).startswith("Filen ”lista.csv” har inga blad, så bladet ”Blad2” finns inte")
