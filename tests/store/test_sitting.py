"""Many steps in one transaction: kept together or not at all, and each still a step of its own."""

from __future__ import annotations

import pytest

from norrmyra import FIRST, council_with_people, meeting, rows
from trygghetsrad.domain.errors import Refused


@pytest.fixture
def council(tmp_path):
    opened = council_with_people(tmp_path)
    yield opened
    opened.close()


def test_what_is_done_in_a_sitting_is_seen_in_it_and_kept_after_it(council):
    first = meeting(council, FIRST)
    with council.sitting():
        council.meetings.change(first, theme="Lägesbild")
        assert council.meetings.get(first).theme == "Lägesbild"
    assert council.meetings.get(first).theme == "Lägesbild"
    assert rows(council.path, "SELECT theme FROM meeting WHERE theme <> ''") == [("Lägesbild",)]


def test_a_sitting_that_fails_leaves_nothing_of_it(council):
    first = meeting(council, FIRST)

    def begin_and_fail() -> None:
        with council.sitting():
            council.meetings.change(first, theme="Lägesbild")
            council.meetings.change_item(council.meetings.agenda(first)[0].id, title=" ")

    with pytest.raises(Refused):
        begin_and_fail()
    assert council.meetings.get(first).theme == ""
    council.meetings.change(first, theme="Åtgärdsplan")
    assert council.meetings.get(first).theme == "Åtgärdsplan"


def test_each_step_of_a_sitting_is_taken_back_by_itself(council):
    first = meeting(council, FIRST)
    with council.sitting():
        council.meetings.change(first, theme="Lägesbild")
        council.meetings.change(first, place="Björken")
    council.undo.undo()
    assert council.meetings.get(first).theme == "Lägesbild"
    assert council.meetings.get(first).place != "Björken"
