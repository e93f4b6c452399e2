"""Old plans in Word and Excel: the table is found and read, merged cells, odd headers, gaps and all."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from exchange import old_plans
from exchange.old_plans import HEADER, ROWS
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.old_plan import OldPlanRow, PlanColumn, column_of, old_plan_rows
from trygghetsrad.exchange.plan_files import word_tables, workbook_tables

TODAY = date(2026, 11, 23)


def from_word(data: bytes) -> tuple[OldPlanRow, ...]:
    return old_plan_rows(word_tables(data, "plan.docx"), TODAY)


def from_excel(data: bytes) -> tuple[OldPlanRow, ...]:
    return old_plan_rows(workbook_tables(data, "plan.xlsx"), TODAY)


def test_a_table_as_bras_is_read_from_word() -> None:
    rows = from_word(old_plans.word((HEADER, *ROWS), heading="Tillgrepp"))
    assert [(row.cause, row.action) for row in rows] == [
        ("Drivmedel förvaras utan lås", "Lås till alla cisterner"),
        ("Drivmedel förvaras utan lås", "Informera lantbrukare"),
        ("Mörka gångvägar", "Laga belysningen"),
    ]
    assert rows[0].area == "Tillgrepp"
    assert (rows[0].goal, rows[0].due, rows[0].who) == ("40 lås", date(2026, 5, 1), "Kommunen")
    assert rows[0].notes == "Uppföljning: Varje år"


def test_weeks_without_a_year_and_words_stay_as_they_were_written() -> None:
    rows = from_word(old_plans.word((HEADER, *ROWS)))
    assert [(row.due, row.when) for row in rows] == [
        (date(2026, 5, 1), ""),
        (None, "v. 20"),
        (None, "löpande"),
    ]
    assert rows[2].notes == "När: löpande\nUppföljning: Felanmälningar"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("1 maj 2026", date(2026, 5, 1)),
        ("v 20 2026", date(2026, 5, 15)),
        ("våren 2026", None),
        ("Q2 2026", None),
        ("2026–2027", None),
        ("1 maj", None),
    ],
)
def test_only_a_day_with_its_year_is_a_day(text: str, due: date | None) -> None:
    row = from_word(old_plans.word((HEADER, ("Mörker", "Lampor", "", text, "", ""))))[0]
    assert (row.due, row.when) == (due, "" if due else text)


def test_a_cause_over_several_rows_and_an_area_over_the_table_are_understood() -> None:
    rows = from_word(old_plans.merged_word())
    assert [row.cause for row in rows] == [one[0] for one in ROWS]
    assert {row.area for row in rows} == {"Tillgrepp på landsbygden"}


def test_a_header_in_the_second_row_blank_rows_and_a_repeated_header_are_passed_over() -> None:
    blank = ("",) * 6
    rows = from_word(
        old_plans.word((("Plan för 2026", *blank[1:]), HEADER, blank, ROWS[0], blank, HEADER, *ROWS[1:]))
    )
    assert [row.action for row in rows] == [one[1] for one in ROWS]
    assert [row.number for row in rows] == [4, 7, 8]


def test_excel_is_read_with_merged_cells_real_dates_and_titles_above() -> None:
    rows = from_excel(
        old_plans.excel(
            (
                ("Handlingsplan",),
                (),
                ("Orsaker", "Aktiviteter", "Mål", "Klart senast", "Ansvarig", "Indikator"),
                ("Mörker", "Lampor", "20 lampor", datetime(2026, 5, 1), "Kommunen", "Antal"),  # noqa: DTZ001
                (None, "Röjning", None, "hösten", None, None),
            ),
            merge="A4:A5",
            sheet="Trygga platser",
        )
    )
    assert [(row.cause, row.action, row.due, row.when) for row in rows] == [
        ("Mörker", "Lampor", date(2026, 5, 1), ""),
        ("Mörker", "Röjning", None, "hösten"),
    ]
    assert rows[0].area == "Trygga platser"


def test_several_tables_are_read_and_those_that_are_no_plan_are_left() -> None:
    people = (("Namn", "Roll", "Telefon"), ("Mats", "Ledamot", ""))
    rows = from_word(old_plans.word(people, (HEADER, ROWS[0]), (HEADER, ROWS[2])))
    assert [(row.table, row.action) for row in rows] == [(2, ROWS[0][1]), (3, ROWS[2][1])]


def test_a_row_with_a_cause_alone_is_a_cause_alone() -> None:
    rows = from_word(old_plans.word((HEADER, ("Mörker", "", "", "", "", ""))))
    assert [(row.cause, row.action) for row in rows] == [("Mörker", "")]


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Åtgärd", PlanColumn.ACTION),
        ("ÅTGÄRDER (vad?)", PlanColumn.ACTION),
        ("Ansvarig/samverkande", PlanColumn.WHO),
        ("Tidplan:", PlanColumn.WHEN),
        ("Operativa\nmål", PlanColumn.GOAL),
        ("Bakomliggande orsaker", PlanColumn.CAUSE),
        ("Kostnad", None),
        ("", None),
    ],
)
def test_headings_are_known_by_what_municipalities_call_them(heading: str, column: PlanColumn | None) -> None:
    assert column_of(heading) is column


def test_a_file_without_such_a_table_has_no_rows() -> None:
    assert from_word(old_plans.word((("Namn", "Roll"), ("Mats", "Ledamot")))) == ()
    assert from_excel(old_plans.excel((("År", "Antal"), (2025, 31)))) == ()
    assert from_excel(old_plans.excel(())) == ()


@pytest.mark.parametrize("read", [from_word, from_excel])
def test_a_broken_file_is_refused_with_a_sentence(read: object) -> None:
    with pytest.raises(Refused, match="skadad och gick inte att läsa"):
        read(b"PK\x03\x04 this is half a file")


def test_a_locked_or_old_workbook_is_told_apart() -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    with pytest.raises(Refused, match="låst med lösenord"):
        from_excel(old + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(Refused, match="äldre format"):
        from_excel(old + bytes(100))
