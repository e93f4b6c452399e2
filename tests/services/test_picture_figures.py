"""The figures of the lägesbild on paper: small ones hidden, with source and reservation."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader

from norrmyra import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from trygghetsrad.app import OpenCouncil

HEADER = "Kommun;Antal;Per 100 000 inv.\r\n"


def _take_in(council: OpenCouncil, folder: Path, counts: dict[int, int]) -> None:
    for year, count in counts.items():
        path = folder / f"Anmälda brott kommunerna {year}.csv"
        path.write_bytes(f"{HEADER}Norrmyra;{count};{count * 25}\r\nHela landet;1480000;14000\r\n".encode())
        council.statistics.apply(council.statistics.plan(council.statistics.read_file(path)), TODAY)


def _printed(council: OpenCouncil) -> str:
    council.pictures.start(date(2026, 1, 1), date(2027, 12, 31))
    content = council.documents.preview("lagesbild", TODAY).content
    pages = PdfReader(BytesIO(content)).pages
    text = " ".join(page.extract_text() for page in pages).replace("\xad", "").replace("\u00a0", " ")
    return " ".join(text.split())


def test_the_figures_stand_with_what_they_bear_and_where_they_come_from(
    council: OpenCouncil, tmp_path: Path
) -> None:
    _take_in(council, tmp_path, {2021: 160, 2022: 164, 2023: 158, 2024: 162, 2025: 161})
    said = _printed(council)
    assert "Det är inom den normala variationen mellan åren." in said
    assert "1 anmälan = 25 per 100 000 i kommunen" in said
    assert "räknar brott efter brottsplats" in said
    assert f"Källa: Brå, hämtat {TODAY.isoformat()}" in said


def test_counts_below_five_are_not_printed_nor_the_rates_that_give_them_away(
    council: OpenCouncil, tmp_path: Path
) -> None:
    _take_in(council, tmp_path, {2021: 9, 2022: 8, 2023: 3, 2024: 7, 2025: 9})
    council.statistics.set_population(2025, 4000)
    said = _printed(council)
    assert "2023 .." in said
    assert "2023 3 " not in said
    assert "2023 75 " not in said
    assert "antalet är mindre än 5" in said
