"""Every kind of paper around a meeting is written by the command line, with no more asked than its kind."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import norrmyra
from trygghetsrad.cli import main
from trygghetsrad.domain.thread import Resolution

KINDS = (
    "korschema",
    "narvarolista",
    "protokoll-publik",
    "protokollsutdrag",
    "webbtext",
    "beslutslista",
    "atgardslista",
)


def test_each_kind_is_written_for_a_meeting_that_was_held(tmp_path, capsys):
    council = norrmyra.council_with_people(tmp_path)
    first = norrmyra.meeting(council, norrmyra.FIRST)
    norrmyra.call(council, first)
    council.room.add_decision(council.meetings.add_item(first, "Belysning"), "att byta lamporna")
    norrmyra.hold(council, first)
    council.close()
    out = tmp_path / "ut"
    assert main(["documents", str(council.path), "--out", str(out), "--only", *KINDS, "--json"]) == 0
    written = json.loads(capsys.readouterr().out)["written"]
    assert {one["kind"] for one in written} == set(KINDS)
    assert all(Path(one["file"]).read_bytes().startswith(b"%PDF-1.7") for one in written)


@pytest.mark.parametrize("kind", ["beslutslista", "atgardslista"])
def test_a_council_on_its_first_day_gets_its_lists_too(tmp_path, capsys, kind):
    council = norrmyra.empty_council(tmp_path)
    council.close()
    assert main(["documents", str(council.path), "--out", str(tmp_path), "--only", kind, "--json"]) == 0
    assert [one["kind"] for one in json.loads(capsys.readouterr().out)["written"]] == [kind]


def test_one_problem_and_an_adopted_version_can_be_asked_for(tmp_path, capsys):
    council = norrmyra.empty_council(tmp_path)
    council.thread.add_problem("Dieselstölder")
    picture = council.pictures.start(date(2026, 1, 1), date(2027, 12, 31))
    council.pictures.decide(picture, Resolution(day=date(2026, 3, 2), body="kommunstyrelsen"))
    council.close()
    ask = ["documents", str(council.path), "--out", str(tmp_path / "ut"), "--only", "lagesbild", "sparlista"]
    assert main([*ask, "--problem", "dieselstölder", "--version", "1", "--json"]) == 0
    written = json.loads(capsys.readouterr().out)["written"]
    assert {one["title"] for one in written} == {"Lägesbild version 1", "Spårlista Dieselstölder"}
    assert main([*ask, "--problem", "Klotter"]) == 1
    assert "inget öppet problem som heter ”Klotter”" in capsys.readouterr().err
    assert main([*ask, "--version", "2"]) == 1
    assert "ingen beslutad lägesbild med nummer 2" in capsys.readouterr().err
