"""Addresses pasted from a mail program's To line."""

from __future__ import annotations

import pytest

from trygghetsrad.exchange.addresses import is_address_list, read_addresses

ANNA, BO = ("Anna Ek", "anna@norrmyra.example"), ("Bo Berg", "bo@norrmyra.example")


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("Anna Ek <anna@norrmyra.example>; Bo Berg <bo@norrmyra.example>", [ANNA, BO]),
        ("Anna Ek <anna@norrmyra.example>, Bo Berg <bo@norrmyra.example>", [ANNA, BO]),
        ("Anna Ek <anna@norrmyra.example>\r\nBo Berg <bo@norrmyra.example>\r\n", [ANNA, BO]),
        (
            "Till: Anna Ek <anna@norrmyra.example>;\nKopia: 'Bo Berg' <mailto:bo@norrmyra.example>;",
            [ANNA, BO],
        ),
        ("Ek, Anna <anna@norrmyra.example>", [("Ek, Anna", "anna@norrmyra.example")]),
        ('"Ek; Anna" <anna@norrmyra.example>', [("Ek; Anna", "anna@norrmyra.example")]),
        (
            "Ek, Anna <anna@norrmyra.example>, Berg, Bo <bo@norrmyra.example>",
            [("Ek, Anna", "anna@norrmyra.example"), ("Berg, Bo", "bo@norrmyra.example")],
        ),
        ("anna@norrmyra.example (Anna Ek)", [ANNA]),
        ("anna@norrmyra.example, bo@norrmyra.example", [("", ANNA[1]), ("", BO[1])]),
        ("anna@norrmyra.example\nbo@norrmyra.example", [("", ANNA[1]), ("", BO[1])]),
        ("anna@norrmyra.example <anna@norrmyra.example>", [("", ANNA[1])]),
        ("Anna Ek <anna@norrmyra.example>; Cia Öberg <cia@>", [ANNA, ("Cia Öberg", "cia@")]),
    ],
)
def test_every_way_mail_programs_write_recipients_is_understood(text, entries):
    assert is_address_list(text)
    assert [row.cells for row in read_addresses(text)] == entries


@pytest.mark.parametrize(
    "text",
    [
        "Namn;E-post\nAnna Ek;anna@norrmyra.example",
        "Anna Ek, anna@norrmyra.example\nBo Berg, bo@norrmyra.example",
        "Anna Ek;Polisen;anna@norrmyra.example\nBo Berg;Skolan;bo@norrmyra.example",
        "Anna Ek\tanna@norrmyra.example",
        "Hej Anna",
        "x < y; y > z",
        "",
    ],
)
def test_a_table_or_a_sentence_is_not_taken_for_recipients(text):
    assert not is_address_list(text)
