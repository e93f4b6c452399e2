"""What leaves for a spreadsheet or a folder is harmless there."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from datetime import date, datetime, time

import pytest
from hypothesis import given, strategies as st

from trygghetsrad.exchange.cells import csv_text, safe_filename, write_csv


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "=cmd|'/c calc'!A0", '=HYPERLINK("http://x","y")', '=WEBSERVICE("http://x")', "+1+1"),
        *("-1+1", "@SUM(1,1)", "\t=1+1", "＝1+1", " =1+1", "\u00a0=1+1", "-5-3", "- en punkt", "+", "--"),
    ],
)
def test_a_formula_leaves_as_text(text):
    assert csv_text(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    [
        *("+46 70 174 06 05", "+46701740605", "070-174 06 05", "-12,5", "-3", "-", "0123", "1e5"),
        *(";=1+1", "a\n=1", "", "Åsa Öberg", "a=b"),
    ],
)
def test_numbers_phones_and_plain_text_leave_as_they_are(text):
    assert csv_text(text) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "ja"),
        (False, "nej"),
        (-3, "-3"),
        (1234567, "1234567"),
        (2.5, "2,5"),
        (-0.5, "-0,5"),
        (date(2026, 12, 8), "2026-12-08"),
        (datetime.fromisoformat("2026-12-08T13:00"), "2026-12-08 13.00"),
        (time(13, 0), "13.00"),
        ("\x00\x07\ud800", ""),
        ("\r=1+1", "'\n=1+1"),
        ("rad 1\r\nrad 2", "rad 1\nrad 2"),
    ],
)
def test_values_leave_the_way_a_swedish_excel_reads_them(value, text):
    assert csv_text(value) == text


def test_a_csv_file_opens_right_in_a_swedish_excel():
    data = write_csv([["Namn", "Telefon"], ["Åsa; ”Öberg”", None], ['sade "ja"', 2.5]])
    assert data == ('\ufeff"Namn";"Telefon"\r\n"Åsa; ”Öberg”";""\r\n"sade ""ja""";"2,5"\r\n'.encode())


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_no_cell_of_any_text_begins_a_formula_and_none_is_lost(rows):
    written = list(csv.reader(io.StringIO(write_csv(rows).decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len(written) == len(rows)
    for cell in (cell for row in written for cell in row):
        assert not cell.lstrip().startswith(("=", "@", "＝", "＠"))
        assert not cell.startswith("+") or re.fullmatch(r"\+[\d ()-]*\d|\+\d+,\d+", cell)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Kallelse 4/2026.pdf", "Kallelse 4-2026.pdf"),
        ("../../evil.txt", "evil.txt"),
        ("..\\..\\evil.txt", "evil.txt"),
        ("C:\\Windows\\x", "C-Windows-x"),
        ("\\\\srv\\share\\x", "srv-share-x"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("con .txt", "_con.txt"),
        ("NUL.pdf", "_NUL.pdf"),
        ("nul.tar.gz", "_nul.tar.gz"),
        ("COM1", "_COM1"),
        ("LPT¹.txt", "_LPT¹.txt"),
        ("CONIN$", "_CONIN$"),
        ("Konferens.pdf", "Konferens.pdf"),
        ("COM10.txt", "COM10.txt"),
        ("fil.", "fil"),
        ("fil ", "fil"),
        ("a:b.txt", "a-b.txt"),
        ("a\x00b", "a b"),
        ("a\nb", "a b"),
        ("a/b", "a-b"),
        ("\u202efdp.exe", "fdp.exe"),
        ("A\u030asa.pdf", "Åsa.pdf"),
        ('<|>?*"', "namnlös"),
        (".", "namnlös"),
        ("..", "namnlös"),
        ("", "namnlös"),
        (".htaccess", "htaccess"),
        ("protokoll.pdf.exe", "protokoll.pdf.exe"),
        ("x.lnk", "x.lnk"),
        ("x.docm", "x.docm"),
    ],
)
def test_a_name_becomes_one_that_every_computer_accepts(name, safe):
    assert safe_filename(name) == safe


def test_a_long_name_is_cut_but_keeps_its_ending():
    assert safe_filename("x" * 300 + ".pdf") == "x" * 116 + ".pdf"
    assert len(safe_filename("😀" * 300 + ".pdf").encode()) <= 200
    assert safe_filename("😀" * 300 + ".pdf").endswith(".pdf")


@given(st.text() | st.from_regex(r"(?i)(con|nul|com1|lpt[1-9]|\.\.|[/\\:.* ])+", fullmatch=True))
def test_any_text_gives_a_safe_name_and_a_safe_name_stays(text):
    name = safe_filename(text)
    assert safe_filename(name) == name
    assert 0 < len(name) <= 121
    assert len(name.encode()) <= 201
    assert name == unicodedata.normalize("NFC", name)
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]|^[. ]|[. ]$', name)
    assert not re.match(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])\s*(\.|$)", name)
