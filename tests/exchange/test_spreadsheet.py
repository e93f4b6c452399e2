"""Excel workbooks, from a colleague and from someone who means harm."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from exchange.workbooks import HOSTILE, a_list, a_workbook, text_cell, with_part, with_sheet
from trygghetsrad.domain.contacts import ImportRefused, RefusalReason
from trygghetsrad.exchange.spreadsheet import cell_text, read_workbook


def cells(data: bytes, sheet: str | None = None) -> list[tuple[str, ...]]:
    return [row.cells for row in read_workbook(data, sheet).rows]


def test_a_colleagues_list_is_read_as_text():
    assert cells(a_list()) == [("Namn", "E-post"), ("Anna Ek", "anna.ek@norrmyra.example")]


def test_the_first_visible_sheet_with_anything_in_it_is_read():
    data = a_workbook({"Dold": [["x"]], "Tom": [], "Råd": [["Anna"]], "Annat": [["y"]]}, hidden=["Dold"])
    sheet = read_workbook(data)
    assert sheet.name == "Råd"
    assert sheet.sheets == ("Tom", "Råd", "Annat")
    assert cells(data, "Annat") == [("y",)]
    assert cells(data, "Dold") == [("x",)]


def test_a_sheet_that_is_not_there_is_refused_with_the_ones_that_are():
    with pytest.raises(ImportRefused) as refused:
        read_workbook(a_workbook({"Råd": [["Anna"]], "Annat": [["y"]]}), "Rad")
    assert refused.value.reason is RefusalReason.NO_SUCH_SHEET
    assert str(refused.value).endswith(
        "inget blad som heter ”Rad”. Inget har ändrats. Välj något av bladen Råd, Annat."
    )


def test_rows_keep_the_numbers_that_excel_shows():
    data = with_sheet(f'<row r="3">{text_cell("Namn", "A3")}</row><row r="7">{text_cell("Anna", "A7")}</row>')
    assert [(row.number, row.cells) for row in read_workbook(data).rows] == [(3, ("Namn",)), (7, ("Anna",))]


def test_a_sheet_that_lies_about_its_size_is_still_read_whole():
    rows = "".join(f'<row r="{n}">{text_cell("Anna", f"A{n}")}</row>' for n in range(1, 50))
    assert len(cells(with_sheet(rows, before='<dimension ref="A1"/>'))) == 49
    assert len(cells(with_sheet(rows, before='<dimension ref="A1:XFD1048576"/>'))) == 49


def test_reading_stops_after_two_hundred_empty_rows():
    far = f'<row r="1">{text_cell("Anna")}</row><row r="202">{text_cell("Bo", "A202")}</row>'
    assert cells(with_sheet(far)) == [("Anna",)]
    near = f'<row r="1">{text_cell("Anna")}</row><row r="201">{text_cell("Bo", "A201")}</row>'
    assert cells(with_sheet(near)) == [("Anna",), ("Bo",)]


def test_columns_past_the_hundredth_are_left_out():
    assert len(cells(a_workbook({"Blad": [[str(n) for n in range(150)]]}))[0]) == 100


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("Anna", "Anna"),
        (701740605, "701740605"),
        (701740605.0, "701740605"),
        (12.5, "12,5"),
        (True, "SANT"),
        (date(2026, 12, 8), "2026-12-08"),
        (datetime.fromisoformat("2026-12-08T13:00"), "2026-12-08 13.00"),
        (datetime.fromisoformat("2026-12-08"), "2026-12-08"),
        ("#N/A", ""),
    ],
)
def test_a_cell_reads_as_a_swedish_excel_shows_it(value, text):
    assert cell_text(value) == text


def test_pictures_in_a_workbook_do_not_matter():
    data = with_part(a_list(), "xl/media/image1.png", b"\x89PNG" + bytes(range(256)) * 4000)
    assert len(cells(data)) == 2


@pytest.mark.parametrize("what", HOSTILE)
def test_a_workbook_that_means_harm_is_refused(what):
    make, reason = HOSTILE[what]
    with pytest.raises(ImportRefused) as refused:
        read_workbook(make())
    assert refused.value.reason == reason
