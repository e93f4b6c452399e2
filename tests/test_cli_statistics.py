"""Statistics on the command line: taken in once, told what was left out, and refused without a byte changed."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from trygghetsrad.app import read_council
from trygghetsrad.cli import main

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "Kommun;Antal;Per 100 000 inv.\r\n"
MANY = "Ale;2537;7810\r\nAlingsås;4293;10100\r\nArvidsjaur;400;6500\r\nHabo;500;3900\r\nMalå;190;6 230\r\n"
OWN = "Norsjö;205;5 170\r\n"
PEOPLE = "Namn;Organisation;E-post\nEva Nordlund;Kommunstyrelsen;eva@norrmyra.example\n"


@pytest.fixture
def council(tmp_path: Path) -> Path:
    path = tmp_path / "råd.trygghetsrad"
    assert main(["new", str(path), "--municipality", "2417"]) == 0
    return path


def made(folder: Path, text: str, name: str = "Anmälda brott kommunerna 2025.csv", coding: str = "utf-8-sig"):
    path = folder / name
    path.write_bytes(text.encode(coding))
    return path


def told(capsys: pytest.CaptureFixture[str], *words: str) -> dict:
    capsys.readouterr()
    assert main(list(words)) == 0
    return json.loads(capsys.readouterr().out)


def taken(capsys, council: Path, path: Path, *more: str) -> dict:
    return told(capsys, "import", str(path), "--into", str(council), "--json", *more)


def own(council: Path) -> dict[str, str]:
    with read_council(council) as opened:
        return {
            f"{series.indicator.unit.text} {one.period}": str(one.value)
            for series in opened.statistics.series()
            for one in series.own
        }


def digest(council: Path) -> str:
    return hashlib.sha256(council.read_bytes()).hexdigest()


def test_brås_yearly_file_is_known_without_saying_what_it_is(council, tmp_path, capsys):
    answer = taken(capsys, council, made(tmp_path, HEADER + MANY + OWN + "Hela landet;1480000;14000\r\n"))
    assert answer["kind"] == "statistics"
    assert (answer["read"], answer["added"], answer["updated"], answer["unchanged"]) == (14, 14, 0, 0)
    assert answer["skipped"] == []
    assert own(council) == {"anmälda brott 2025": "205", "per 100 000 invånare 2025": "5170"}


def test_the_same_file_twice_doubles_nothing_and_a_new_one_tells_old_and_new(council, tmp_path, capsys):
    taken(capsys, council, made(tmp_path, HEADER + OWN))
    again = taken(capsys, council, made(tmp_path, HEADER + OWN))
    assert (again["added"], again["updated"], again["unchanged"]) == (0, 0, 2)
    revised = taken(capsys, council, made(tmp_path, HEADER + "Norsjö;209;5 170\r\n"))
    assert (revised["added"], revised["updated"], revised["unchanged"]) == (0, 1, 1)
    assert "Anmälda brott totalt, Norsjö 2025: 205 blir 209." in revised["warnings"]
    assert own(council)["anmälda brott 2025"] == "209"


def test_a_dry_run_counts_and_changes_no_byte(council, tmp_path, capsys):
    path, before = made(tmp_path, HEADER + OWN), digest(council)
    assert taken(capsys, council, path, "--dry-run")["added"] == 2
    assert digest(council) == before
    assert main(["import", str(path), "--into", str(council), "--dry-run"]) == 0
    assert "2 nya, 0 uppdaterade, 0 oförändrade, 0 överhoppade. Inget är skrivet." in capsys.readouterr().out


def test_people_are_still_people(council, tmp_path, capsys):
    assert taken(capsys, council, made(tmp_path, PEOPLE, "lista.csv"))["kind"] == "members"


def test_a_plain_table_is_statistics_when_she_says_so(council, tmp_path, capsys):
    path = made(tmp_path, "År;Trygga utomhus\n2023;71\n2024;..\n2025;74\n", "trygghet.csv")
    assert taken(capsys, council, path, "--kind", "statistics")["added"] == 3
    with read_council(council) as opened:
        (series,) = opened.statistics.series()
        assert [one.state.value for one in series.own] == ["värde", "dold", "värde"]


def refused(capsys, council: Path, path: Path, *more: str) -> str:
    """Return the one sentence of a refusal, having seen that no byte of the council changed."""
    before = digest(council)
    capsys.readouterr()
    assert main(["import", str(path), "--into", str(council), *more]) == 1
    assert digest(council) == before
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "Inget har ändrats" in said.err or "inget har ändrats" in said.err
    return said.err


def test_a_file_of_other_municipalities_is_refused_by_name(council, tmp_path, capsys):
    said = refused(capsys, council, made(tmp_path, HEADER + MANY))
    assert "inte Norsjö" in said
    assert "Ale" in said


def test_a_renamed_file_asks_for_the_year_and_takes_it(council, tmp_path, capsys):
    path = made(tmp_path, HEADER + OWN, "hämtad fil.csv")
    assert "vilket år" in refused(capsys, council, path)
    assert taken(capsys, council, path, "--year", "2024")["added"] == 2
    assert own(council)["anmälda brott 2024"] == "205"


def test_another_year_than_the_file_names_is_warned_of(council, tmp_path, capsys):
    answer = taken(capsys, council, made(tmp_path, HEADER + OWN), "--year", "2019")
    assert any("2019" in one and "2025" in one for one in answer["warnings"])


@pytest.mark.parametrize("year", ["19", "3000", "tjugo"])
def test_a_year_that_cannot_be_is_wrong_usage(council, tmp_path, year):
    with pytest.raises(SystemExit) as left:
        main(["import", str(made(tmp_path, HEADER + OWN)), "--into", str(council), "--year", year])
    assert left.value.code == 2


@pytest.mark.parametrize("text", ["", "hej\n", "Namn;Ort\nEva;Norrmyra\n", "{}", "\x00\x01\x02"])
def test_an_unknown_layout_is_refused(council, tmp_path, capsys, text):
    refused(capsys, council, made(tmp_path, text, "okänd.csv", "utf-8"), "--kind", "statistics")


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_å_ä_and_ö_are_read_whatever_program_wrote_the_file(council, tmp_path, capsys, coding):
    assert taken(capsys, council, made(tmp_path, HEADER + MANY + OWN, coding=coding))["skipped"] == []
    assert own(council)["anmälda brott 2025"] == "205"


def test_a_file_in_two_encodings_at_once_is_refused_rather_than_guessed_at(council, tmp_path, capsys):
    path = tmp_path / "Anmälda brott kommunerna 2025.csv"
    path.write_bytes((HEADER + "Norsjö;205;5170\r\n").encode("cp1252") + "Åmål;190;6230\r\n".encode())
    assert "läsa som text" in refused(capsys, council, path)
    refused(capsys, council, path, "--kind", "statistics")


def test_words_in_a_number_cell_are_left_out_by_row_and_dots_are_no_nought(council, tmp_path, capsys):
    answer = taken(
        capsys, council, made(tmp_path, HEADER + "Ale;många;7810\r\nMalå;1;2\r\nNorsjö;205;..\r\n")
    )
    assert [(one["where"], "många" in one["reason"]) for one in answer["skipped"]] == [("rad 2", True)]
    assert own(council)["per 100 000 invånare 2025"] == "None"


def test_a_municipality_that_stands_twice_is_taken_once(council, tmp_path, capsys):
    answer = taken(capsys, council, made(tmp_path, HEADER + OWN + "Norsjö;999;9999\r\n"))
    assert own(council)["anmälda brott 2025"] == "205"
    assert {one["where"] for one in answer["skipped"]} == {"rad 3"}


SOL = '"Region";"Brottstyp";"Period";"Antal";"Per 100 000 inv."\r\n'


def test_heby_of_the_old_county_is_told_and_left_out(council, tmp_path, capsys):
    rows = (
        '"Norsjö kommun";"Totalt antal brott";"2025";"205";"5170"\r\n'
        '"Heby kommun (Uppsala län from 2007)";"Totalt antal brott";"2025";"900";"6300"\r\n'
        '"Heby kommun (Västmanlands län tom 2006)";"Totalt antal brott";"2025";"..";".."\r\n'
    )
    answer = taken(capsys, council, made(tmp_path, SOL + rows, "sol.csv"))
    assert answer["kind"] == "statistics"
    assert any("2025" in one["reason"] or "Heby" in one["reason"] for one in answer["skipped"])
    assert own(council)["anmälda brott 2025"] == "205"


def test_a_därav_row_is_a_figure_of_its_own_and_never_added_to_its_parent(council, tmp_path, capsys):
    label = "Brott mot brottsbalken, 3 kap. Brott mot liv och hälsa"
    rows = (
        f'"Norsjö kommun";"{label}";"2025";"40";"1000"\r\n'
        f'"Norsjö kommun";"{label}, därav misshandel inkl. grov";"2025";"30";"750"\r\n'
    )
    taken(capsys, council, made(tmp_path, SOL + rows, "sol.csv"))
    with read_council(council) as opened:
        counts = [
            str(series.own[0].value)
            for series in opened.statistics.series()
            if series.indicator.denominator is None
        ]
    assert sorted(counts) == ["30", "40"]
