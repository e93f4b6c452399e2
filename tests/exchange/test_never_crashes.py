"""Whatever comes in, a list is read or refused with a sentence; nothing else ever happens."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from hypothesis import given, settings, strategies as st

from exchange.workbooks import a_list
from trygghetsrad.domain.contacts import ContactField, ImportRefused
from trygghetsrad.exchange.people import PeopleTable, contacts_from, read_people_file, read_people_text
from trygghetsrad.exchange.spreadsheet import read_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

pieces = st.sampled_from(
    [
        *("Namn", "E-post", "Telefon", "Anna Ek", "Ek, Anna", "von", "(S)", "a@norrmyra.example", "<a@", ">"),
        *(";", ",", "\t", "\n", "\r", '"', "sep=;\n", ":::", "070-174 06 05", "+46", "4,67E+10", "Ledamot"),
        *(
            "BEGIN:VCARD\n",
            "END:VCARD\n",
            "N:Ek;Å\n",
            "TEL;",
            "=",
            "ENCODING=QUOTED-PRINTABLE:",
            "\ufeff",
            "\x00",
        ),
    ]
)
lists = st.lists(pieces | st.text(max_size=5), max_size=40).map("".join)


@contextmanager
def refusal_allowed(start: str = "Den inklistrade texten ") -> Iterator[None]:
    sentence = f"{start}."
    try:
        yield
    except ImportRefused as refused:
        sentence = str(refused)
    assert sentence.startswith(start)
    assert sentence.endswith(".")


def check(table: PeopleTable) -> None:
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert len(table.rows) == len(table.row_numbers)
    for fields in (table.guesses, list(ContactField)):
        for contact in contacts_from(table, fields).contacts:
            assert contact.name
            assert contact.where
            assert "\n" not in contact.name + contact.email + contact.organisation


@given(lists)
@settings(deadline=None, max_examples=200)
def test_any_pasted_text_is_read_or_refused(text):
    with refusal_allowed():
        check(read_people_text(text))


@given(st.binary(max_size=300) | lists.map(lambda text: text.encode("utf-8", "replace")))
@settings(deadline=None, max_examples=150)
def test_any_file_is_read_or_refused(data):
    # Archives go to the worker, which has tests of its own.
    if data.startswith(b"PK"):
        return
    with refusal_allowed("Filen ”lista” "):
        check(read_people_file("lista", data))


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=6), st.floats(0.3, 1))
@settings(deadline=None, max_examples=60)
def test_any_damage_to_a_workbook_is_refused_or_harmless(changes, keep):
    data = bytearray(a_list())
    for place, value in changes:
        data[int(place * (len(data) - 1))] = value
    with refusal_allowed():
        read_workbook(bytes(data[: int(keep * len(data))] if keep < 0.6 else data))
