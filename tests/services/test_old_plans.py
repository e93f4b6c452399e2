"""The table of an old plan becomes causes, goals and actions once, in one step that can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from exchange import old_plans
from exchange.old_plans import HEADER, ROWS
from norrmyra import TODAY
from trygghetsrad.domain.errors import NotFound, Refused
from trygghetsrad.domain.thread import Side
from trygghetsrad.services.old_plans import TakenIn, may_be_read

if TYPE_CHECKING:
    from pathlib import Path

    from trygghetsrad.app import OpenCouncil


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Plan 2024.docx"
    path.write_bytes(old_plans.word((HEADER, *ROWS)))
    return path


def test_rows_become_a_thread_under_a_new_area_in_one_step(council: OpenCouncil, file: Path) -> None:
    plan = council.old_plans.read(file, TODAY)
    assert council.thread.problems() == ()
    taken = council.old_plans.take_in(plan.rows, TODAY, title="Tillgrepp", side=Side.PLACE)
    assert taken == TakenIn(causes=2, goals=2, actions=3, known=0)
    problem = council.thread.problems()[0]
    assert [(one.number, one.side, one.text) for one in problem.causes] == [
        (1, Side.PLACE, "Drivmedel förvaras utan lås"),
        (2, Side.PLACE, "Mörka gångvägar"),
    ]
    locks = next(one for one in council.actions.every(TODAY) if one.what == "Lås till alla cisterner")
    assert (locks.problem_id, locks.cause_id, locks.due) == (
        problem.id,
        problem.causes[0].id,
        plan.rows[0].due,
    )
    assert locks.goal_id == problem.goals[0].id
    assert locks.notes == "Uppföljning: Varje år"
    council.undo.undo()
    assert council.thread.problems() == ()
    assert council.actions.every(TODAY) == ()
    council.undo.redo()
    assert len(council.actions.every(TODAY)) == len(ROWS)


def test_a_row_is_never_taken_in_twice_whatever_area_is_chosen(council: OpenCouncil, file: Path) -> None:
    first = council.old_plans.read(file, TODAY)
    assert first.known == frozenset()
    council.old_plans.take_in(first.rows[:1], TODAY, title="Tillgrepp")
    again = council.old_plans.read(file, TODAY)
    assert again.known == {0}
    other = council.thread.add_problem("Trafik")
    before = council.undo.next_undo()
    assert council.old_plans.take_in(again.rows[:1], TODAY, problem_id=other) == TakenIn(known=1)
    assert council.undo.next_undo() == before
    assert council.old_plans.take_in(again.rows, TODAY, problem_id=other) == TakenIn(
        causes=2, goals=1, actions=2, known=1
    )
    assert council.old_plans.read(file, TODAY).known == {0, 1, 2}


def test_the_same_row_twice_in_a_file_is_one(council: OpenCouncil, tmp_path: Path) -> None:
    file = tmp_path / "dubbel.xlsx"
    spaced = tuple(f" {text}." if text else "" for text in ROWS[0])
    file.write_bytes(old_plans.excel((HEADER, ROWS[0], spaced)))
    plan = council.old_plans.read(file, TODAY)
    assert plan.known == {1}
    assert council.old_plans.take_in(plan.rows, TODAY, title="Tillgrepp").actions == 1


def test_causes_that_are_there_are_built_on(council: OpenCouncil, file: Path) -> None:
    problem = council.thread.add_problem("Tillgrepp")
    cause = council.thread.add_cause(problem, Side.OFFENDER, "drivmedel förvaras  utan lås")
    taken = council.old_plans.take_in(council.old_plans.read(file, TODAY).rows[:2], TODAY, problem_id=problem)
    assert (taken.causes, taken.actions) == (0, 2)
    assert {one.cause_id for one in council.actions.every(TODAY)} == {cause}


def test_owners_that_are_known_are_those_and_others_are_words(council: OpenCouncil, tmp_path: Path) -> None:
    member = council.people.persons()[0]
    rows = [("Mörker", "Lampor", "", "", member.name, ""), ("Mörker", "Röjning", "", "", "Byalaget", "")]
    file = tmp_path / "vem.xlsx"
    file.write_bytes(old_plans.excel((HEADER, *rows)))
    council.old_plans.take_in(council.old_plans.read(file, TODAY).rows, TODAY, title="Trygga platser")
    owners = {one.what: (one.owner_person_id, one.owner) for one in council.actions.every(TODAY)}
    assert owners["Lampor"] == (member.id, member.name)
    assert owners["Röjning"] == (None, "Byalaget")


def test_a_file_that_is_kept_here_can_be_read_later(council: OpenCouncil, file: Path) -> None:
    kept = council.attachments.add_file(file, TODAY)
    file.unlink()
    assert len(council.old_plans.read_kept(kept, TODAY).rows) == len(ROWS)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("plan.docx", old_plans.word((("Namn", "Roll"), ("Mats", "Ledamot"))), "ingen tabell med rubriker"),
        ("plan.xlsx", old_plans.excel((("År", "Antal"), (2025, 31))), "ingen tabell med rubriker"),
        ("plan.pdf", b"%PDF-1.7", "ingen Word- eller Excelfil"),
        ("plan.docx", b"PK\x03\x04 half", "skadad och gick inte att läsa"),
        (
            "plan.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "lösenord",
        ),
        (
            "plan.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "lösenord",
        ),
        (
            "plan.xlsx",
            old_plans.excel((HEADER, *(("", f"Åtgärd {n}", "", "", "", "") for n in range(501)))),
            "500",
        ),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_nothing_else(
    council: OpenCouncil, tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(Refused, match=sentence) as refused:
        council.old_plans.read(file, TODAY)
    assert name in refused.value.sentence()
    assert council.thread.problems() == ()


def test_taking_in_nothing_or_to_nowhere_is_refused(council: OpenCouncil, file: Path) -> None:
    rows = council.old_plans.read(file, TODAY).rows
    with pytest.raises(Refused, match="minst en rad"):
        council.old_plans.take_in((), TODAY, title="Tillgrepp")
    with pytest.raises(Refused, match="Välj ett område"):
        council.old_plans.take_in(rows, TODAY)
    with pytest.raises(NotFound):
        council.old_plans.take_in(rows, TODAY, problem_id=999)
    assert council.actions.every(TODAY) == ()


def test_only_word_and_excel_are_offered_for_reading() -> None:
    assert [name for name in ("a.docx", "a.XLSX", "a.pdf", "a.doc", "a") if may_be_read(name)] == [
        "a.docx",
        "a.XLSX",
    ]
