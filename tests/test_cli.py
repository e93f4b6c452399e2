"""The command line, run as she or a script would run it."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from trygghetsrad.cli import main
from trygghetsrad.services.paper_kinds import OF_COUNCIL

LIST = "Namn;Organisation;Roll;E-post;Telefon\nEva Nordlund;Kommunstyrelsen;Ordförande;eva@norrmyra.example;0701740605\n"


@pytest.fixture
def council(tmp_path: Path) -> Path:
    path = tmp_path / "råd.trygghetsrad"
    assert main(["new", str(path), "--municipality", "2417", "--name", "Trygghetsrådet"]) == 0
    return path


def told(capsys: pytest.CaptureFixture[str], *words: str) -> dict:
    capsys.readouterr()
    assert main(list(words)) == 0
    return json.loads(capsys.readouterr().out)


def test_a_new_council_is_made_once(council, capsys):
    assert main(["new", str(council), "--municipality", "2417"]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "finns redan" in said


def test_an_unknown_municipality_leaves_no_file(tmp_path, capsys):
    path = tmp_path / "b.trygghetsrad"
    assert main(["new", str(path), "--municipality", "1234"]) == 1
    assert not path.exists()
    assert "1234" in capsys.readouterr().err


@pytest.mark.parametrize("code", ["180", "0180", "Stockholm", "stockholm kommun"])
def test_a_municipality_is_known_by_code_and_by_name(tmp_path, capsys, code):
    path = tmp_path / "s.trygghetsrad"
    assert main(["new", str(path), "--municipality", code]) == 0
    assert told(capsys, "status", str(path), "--json")["council"]["municipality_code"] == "0180"


def test_the_example_is_written_for_as_many_years_as_asked(tmp_path, capsys):
    path = tmp_path / "exempel.trygghetsrad"
    assert main(["demo", str(path), "--years", "1"]) == 0
    assert str(path) in capsys.readouterr().out
    assert told(capsys, "check", str(path), "--json")["damage"] == []


@pytest.mark.parametrize("years", ["0", "21", "tre"])
def test_the_example_is_of_one_to_twenty_years(tmp_path, capsys, years):
    with pytest.raises(SystemExit) as left:
        main(["demo", str(tmp_path / "exempel.trygghetsrad"), "--years", years])
    assert left.value.code == 2
    assert "gick inte att förstå" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [["foo", "bar"], ["import"], ["documents", "x"], ["--nonsense"]])
def test_wrong_usage_leaves_with_two_and_swedish_words(words, capsys):
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
    assert "gick inte att förstå" in capsys.readouterr().err


def test_a_list_is_read_in_and_not_doubled(council, tmp_path, capsys):
    people = tmp_path / "lista.csv"
    people.write_text(LIST, encoding="utf-8")
    assert told(capsys, "import", str(people), "--into", str(council), "--json") == {
        "kind": "members", "read": 1, "added": 1, "updated": 0, "unchanged": 0, "skipped": [], "warnings": [],
    }  # fmt: skip
    again = told(capsys, "import", str(people), "--into", str(council), "--json")
    assert (again["added"], again["unchanged"]) == (0, 1)


def test_a_dry_run_changes_no_byte(council, tmp_path, capsys):
    people = tmp_path / "lista.csv"
    people.write_text(LIST, encoding="utf-8")
    before = council.read_bytes()
    assert told(capsys, "import", str(people), "--into", str(council), "--dry-run", "--json")["added"] == 1
    assert council.read_bytes() == before


def test_a_refused_file_changes_no_byte(council, tmp_path, capsys):
    people = tmp_path / "bild.csv"
    people.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    before = council.read_bytes()
    assert main(["import", str(people), "--into", str(council)]) == 1
    assert council.read_bytes() == before
    assert "Traceback" not in capsys.readouterr().err


def test_rows_without_a_name_are_told_by_row(council, tmp_path, capsys):
    people = tmp_path / "lista.csv"
    people.write_text(LIST + ";Polisen;Ledamot;p@polisen.example;\n", encoding="utf-8")
    answer = told(capsys, "import", str(people), "--into", str(council), "--json")
    assert (answer["read"], answer["added"]) == (2, 1)
    assert answer["skipped"][0]["where"] == "rad 3"


def test_an_import_that_takes_nothing_is_no_fault(council, tmp_path, capsys):
    people = tmp_path / "lista.csv"
    people.write_text("Namn;E-post\n;a@b.example\n", encoding="utf-8")
    assert main(["import", str(people), "--into", str(council)]) == 0
    assert "0 nya" in capsys.readouterr().out


def test_status_of_a_fresh_council_is_calm(council, capsys):
    answer = told(capsys, "status", str(council), "--json")
    assert answer["next_meeting"] is None
    assert (answer["open_actions"], answer["overdue_actions"], answer["late"]) == (0, 0, [])
    assert set(answer) == {
        "council",
        "next_meeting",
        "open_actions",
        "overdue_actions",
        "late",
        "thread",
        "law",
        "backup",
    }
    assert [row["section"] for row in answer["law"]] == [4, 3, 5, 6, 6, 7, 9, 10, 10, 11, 12, 13]
    assert {row["state"] for row in answer["law"]} <= {"not_filled", "in_progress", "missing"}
    assert answer["thread"]["problems"] == 0
    assert answer["thread"]["plan"] is None


def test_status_tells_what_is_documented_for_each_section_and_when_it_is_due(council, capsys):
    from trygghetsrad.app import open_council
    from trygghetsrad.domain.thread import Resolution

    yesterday = date.today() - timedelta(1)  # noqa: DTZ011
    decided = Resolution(day=yesterday, body="kommunstyrelsen", section="§ 41", dnr="KS 2026/74")
    opened = open_council(council)
    opened.pictures.register(yesterday, yesterday, decided)
    opened.close()
    answer = told(capsys, "status", str(council), "--json")
    row = next(one for one in answer["law"] if one["key"] == "picture_renewed")
    assert (row["section"], row["state"]) == (6, "documented")
    assert row["due"][:4] == str(yesterday.year + 2)
    assert row["evidence"][0]["section"] == "§ 41"
    assert answer["thread"]["picture"]["decided_by"] == "kommunstyrelsen"
    assert main(["status", str(council)]) == 0
    assert "6 §   Lägesbilden uppdateras: dokumenterat" in capsys.readouterr().out


def test_documents_are_written_as_word_too_when_asked_for(council, tmp_path, capsys):
    out = tmp_path / "ut"
    words = (
        "documents",
        str(council),
        "--out",
        str(out),
        "--format",
        "pdf,docx",
        "--only",
        "ledamoter",
        "--json",
    )
    written = [Path(one["file"]).suffix for one in told(capsys, *words)["written"]]
    assert written == [".pdf", ".docx"]
    assert next(out.glob("*.docx")).read_bytes().startswith(b"PK")


@pytest.mark.parametrize("formats", ["odt", "pdf,", "", "pdf,rtf"])
def test_a_format_that_there_is_not_is_wrong_usage(council, tmp_path, formats):
    with pytest.raises(SystemExit) as left:
        main(["documents", str(council), "--out", str(tmp_path), "--format", formats])
    assert left.value.code == 2


def test_documents_are_written_as_pdf(council, tmp_path, capsys):
    answer = told(capsys, "documents", str(council), "--out", str(tmp_path / "ut"), "--json")
    files = [Path(one["file"]) for one in answer["written"]]
    assert {one["kind"] for one in answer["written"]} == set(OF_COUNCIL)
    assert all(file.read_bytes().startswith(b"%PDF-1.7") for file in files)


@pytest.mark.parametrize(
    "kind",
    [
        "arshjul",
        "arsrapport",
        "tjansteskrivelse",
        "inbjudan",
        "representation",
        "fragelista",
        "personuppgifter",
    ],
)
def test_each_paper_of_the_council_is_written_by_its_name(council, tmp_path, capsys, kind):
    answer = told(capsys, "documents", str(council), "--out", str(tmp_path), "--only", kind, "--json")
    assert [one["kind"] for one in answer["written"]] == [kind]


def test_only_the_kinds_asked_for_are_written(council, tmp_path, capsys):
    answer = told(capsys, "documents", str(council), "--out", str(tmp_path), "--only", "ledamoter", "--json")
    assert [one["kind"] for one in answer["written"]] == ["ledamoter"]


def test_a_meeting_that_is_not_there_is_refused(council, tmp_path, capsys):
    assert main(["documents", str(council), "--out", str(tmp_path), "--meeting", "9/2031"]) == 1
    assert "9/2031" in capsys.readouterr().err


def test_a_sound_file_passes_the_check(council, capsys):
    assert told(capsys, "check", str(council), "--json") == {"sound": True, "damage": [], "warnings": []}


def test_a_changed_event_is_found(council, capsys):
    with sqlite3.connect(council) as raw:
        raw.execute("DROP TRIGGER event_update_refused")
        raw.execute("UPDATE event SET who = 'någon annan'")
    raw.close()
    capsys.readouterr()
    assert main(["check", str(council), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["damage"]


@pytest.mark.parametrize(
    "content", [b"", b"hej", b"PK\x03\x04" + bytes(200), b"SQLite format 3\x00" + bytes(200)]
)
def test_a_wrong_file_is_refused_untouched(tmp_path, capsys, content):
    path = tmp_path / "fel.trygghetsrad"
    path.write_bytes(content)
    for command in (
        ["status", str(path)],
        ["check", str(path)],
        ["documents", str(path), "--out", str(tmp_path)],
    ):
        assert main(command) == 1
        said = capsys.readouterr().err
        assert said.count("\n") == 1
        assert "Traceback" not in said
    assert path.read_bytes() == content


def test_reading_works_beside_a_holder_and_writing_is_refused(council, tmp_path, capsys):
    from trygghetsrad.app import open_council

    people = tmp_path / "lista.csv"
    people.write_text(LIST, encoding="utf-8")
    holder = open_council(council)
    try:
        assert main(["status", str(council)]) == 0
        assert main(["check", str(council)]) == 0
        capsys.readouterr()
        assert main(["import", str(people), "--into", str(council)]) == 1
        assert "redan öppen" in capsys.readouterr().err
    finally:
        holder.close()


def test_answers_come_out_whole_through_a_pipe(council):
    run = subprocess.run(
        [sys.executable, "-m", "trygghetsrad", "status", str(council), "--json"],
        capture_output=True,
        check=True,
    )
    assert json.loads(run.stdout.decode("utf-8"))["council"]["name"] == "Trygghetsrådet"
    assert run.stderr == b""


def test_without_a_screen_the_window_says_so(monkeypatch, capsys):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 1
    assert "ingen skärm" in capsys.readouterr().err


def test_a_backup_is_made_and_brought_back(council, tmp_path, capsys):
    made = told(capsys, "backup", str(council), "--to", str(tmp_path / "kopior"), "--json")
    assert Path(made["file"]).is_file()
    assert main(["new", str(tmp_path / "annat.trygghetsrad"), "--municipality", "2417"]) == 0
    back = told(capsys, "restore", made["file"], "--to", str(tmp_path / "annat.trygghetsrad"), "--json")
    assert back["checksum"]
    assert Path(back["kept"]).is_file()
    answer = told(capsys, "status", str(tmp_path / "annat.trygghetsrad"), "--json")
    assert answer["council"]["name"] == "Trygghetsrådet"


def test_a_spoiled_backup_is_refused_in_one_sentence(council, tmp_path, capsys):
    made = told(capsys, "backup", str(council), "--to", str(tmp_path), "--json")
    with Path(made["file"]).open("ab") as file:
        file.write(b"!")
    before = council.read_bytes()
    assert main(["restore", made["file"], "--to", str(council)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert council.read_bytes() == before


@pytest.mark.slow
def test_the_self_test_takes_every_step_and_leaves_nothing(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert main(["--self-test"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Självtest av Trygghetsråd")
    assert [line.split(":")[0].strip() for line in lines[1:-1]] == [
        "Nytt råd", "Inläsning genom hjälpprocess", "Handlingar", "Säkerhetskopia", "Återställning", "Svar genom rör",
    ]  # fmt: skip
    assert lines[-1].startswith("Självtestet gick bra")
    assert list(tmp_path.iterdir()) == []


def test_a_self_test_that_fails_names_the_step(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("trygghetsrad.cli.self_test.PEOPLE", (("Namn",),))
    assert main(["--self-test"]) == 1
    assert "Självtestet stannade vid inläsning" in capsys.readouterr().out


@pytest.mark.parametrize("ending", ["pdf", "csv", "xlsx", "vcf"])
def test_a_file_of_40_mb_is_refused_in_one_sentence_and_changes_nothing(council, tmp_path, capsys, ending):
    path = tmp_path / f"Stor.{ending}"
    with path.open("wb") as file:
        file.truncate(40_000_000)
    before = council.read_bytes()
    assert main(["import", str(path), "--into", str(council)]) == 1
    said = capsys.readouterr().err
    assert f"Filen ”Stor.{ending}” är för stor" in said
    assert "Inget har ändrats." in said
    assert said.count("\n") == 1
    assert council.read_bytes() == before
