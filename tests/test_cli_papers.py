"""Every kind of paper around a meeting is written by the command line, with no more asked than its kind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import norrmyra
from trygghetsrad.cli import main

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
