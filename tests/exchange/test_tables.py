"""Text with columns: separators, quotes, line ends and rows that do not match."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given, strategies as st

from exchange.workbooks import SHARED
from trygghetsrad.domain.contacts import ImportRefused
from trygghetsrad.exchange.tables import read_table
from trygghetsrad.exchange.text import decode


def cells(text: str) -> list[tuple[str, ...]]:
    return [row.cells for row in read_table(text).rows]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_the_separator_and_the_line_end_are_found(delimiter, line_end):
    text = line_end.join(delimiter.join(row) for row in (["Namn", "Roll"], ["Anna", "Ledamot"], ["Bo", ""]))
    assert cells(text) == [("Namn", "Roll"), ("Anna", "Ledamot"), ("Bo", "")]


@pytest.mark.parametrize("line", ["sep=,\r\n", "\ufeffsep=,\n", '"sep=,"\r\n', "SEP=,\r"])
def test_a_separator_that_the_file_announces_is_obeyed(line):
    table = read_table(f"{line}a;b,c;d\n")
    assert table.rows[0].cells == ("a;b", "c;d")
    assert table.rows[0].number == 1


def test_commas_inside_names_do_not_beat_the_semicolons():
    assert cells("Namn;Roll\nEk, Anna;Ledamot\nBerg, Bo;Ledamot\n")[1] == ("Ek, Anna", "Ledamot")
    assert cells("Ek, Anna;Ledamot\nBerg, Bo;Ledamot\n")[0] == ("Ek, Anna", "Ledamot")


def test_rows_cut_short_after_their_last_cell_do_not_change_the_separator():
    text = "Namn;Roll;Anteckning\nEk, Anna;Ledamot\nBerg, Bo\nOlsson, Cia;Ledamot;x\n"
    assert cells(text) == [
        ("Namn", "Roll", "Anteckning"),
        ("Ek, Anna", "Ledamot"),
        ("Berg, Bo",),
        ("Olsson, Cia", "Ledamot", "x"),
    ]


def test_quotes_hold_separators_quotes_and_line_ends():
    assert cells('Namn;Anteckning\r\n"Ek; Anna";"sade ""ja""\r\npå mötet"\r\nBo;x') == [
        ("Namn", "Anteckning"),
        ("Ek; Anna", 'sade "ja"\r\npå mötet'),
        ("Bo", "x"),
    ]


def test_a_quote_that_is_never_closed_spoils_only_its_own_row():
    assert cells('Namn;Roll\n"Anna;Ledamot\nBo;Ledamot\n"Cia";Ledamot\n') == [
        ("Namn", "Roll"),
        ("Anna", "Ledamot"),
        ("Bo", "Ledamot"),
        ("Cia", "Ledamot"),
    ]


def test_hundreds_of_unclosed_quotes_lose_no_row():
    assert len(cells("Namn;Roll\n" + '"Anna;Ledamot\n' * 500)) == 501


def test_rows_are_numbered_as_in_the_spreadsheet_with_empty_ones_counted():
    table = read_table('Namn;Roll\n\n"Anna\nMaria";x\n;\nBo;y\n')
    assert [(row.number, row.cells) for row in table.rows] == [
        (1, ("Namn", "Roll")),
        (3, ("Anna\nMaria", "x")),
        (5, ("Bo", "y")),
    ]


def test_a_cell_of_a_million_signs_stops_nothing():
    assert cells(f"Namn;Roll\n{'x' * 1_000_000};Ledamot\nBo;y\n")[2] == ("Bo", "y")


def test_more_rows_than_allowed_are_refused():
    with pytest.raises(ImportRefused) as refused:
        read_table("a;b\n" * 12, max_rows=10)
    assert refused.value.reason == "too_many_rows"


@given(st.text())
def test_any_text_at_all_can_be_taken_apart(text):
    read_table(text)


simple_cell = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1).filter(str.strip)


@given(
    st.lists(st.tuples(simple_cell, simple_cell, simple_cell), min_size=1, max_size=8),
    st.sampled_from(";,\t"),
)
def test_what_python_writes_as_csv_is_read_back_the_same(rows, delimiter):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    assert cells(f"sep={delimiter}\r\n{out.getvalue()}") == rows


SPECTRUM = SHARED / "csv-spectrum"


@pytest.mark.skipif(not SPECTRUM.is_dir(), reason="the folder ../shared/data/csv-spectrum is not here")
@pytest.mark.parametrize("name", [path.stem for path in sorted((SPECTRUM / "csvs").glob("*.csv"))] or ["-"])
def test_the_csv_spectrum_reads_as_its_authors_expect(name):
    text = decode((SPECTRUM / "csvs" / f"{name}.csv").read_bytes()).text
    header, *rows = cells(text)
    expected = json.loads((SPECTRUM / "json" / f"{name}.json").read_text(encoding="utf-8"))
    read = [dict(zip(header, row, strict=True)) for row in rows]
    if name == "location_coordinates":
        # The published answer is an object with another telephone number than the file.
        del read[0]["Contact Phone Number"], expected["Contact Phone Number"]
        expected = [expected]
    assert read == expected
