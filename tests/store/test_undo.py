"""Ångra and Gör om: everything can be taken back, until minutes are verified."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

import norrmyra
from norrmyra import FIRST, SECOND, TODAY
from trygghetsrad.app import open_council
from trygghetsrad.domain.errors import NothingToRedo, NothingToUndo, Refused, UndoStopsAtVerification
from trygghetsrad.store.journal import STEPS_KEPT

if TYPE_CHECKING:
    from norrmyra import Clock
    from trygghetsrad.app import OpenCouncil


def undo_everything(council: OpenCouncil) -> int:
    count = 0
    while council.undo.next_undo():
        council.undo.undo()
        count += 1
    return count


def redo_everything(council: OpenCouncil) -> int:
    count = 0
    while council.undo.next_redo():
        council.undo.redo()
        count += 1
    return count


def live_a_while(council: OpenCouncil) -> None:
    """Do a little of everything."""
    first = norrmyra.meeting(council, FIRST)
    point = council.meetings.add_item(first, "Belysning", presenter="Mats Lindgren")
    council.meetings.open_agenda(first)
    council.meetings.move_item(point, -2)
    council.people.remove_person(norrmyra.person(council, "Lena Marklund"), TODAY)
    council.room.start(first, time(13))
    council.room.add_guest(first, "Gäst Gästsson")
    council.room.write_text(point, "Polisen berättar.\n\nDet är mörkt.")
    council.room.add_decision(point, "Rådet ser över belysningen")
    action = council.room.add_action(point, "Laga lamporna", TODAY, due=SECOND)
    council.actions.follow_up(action, "Tre lampor lagade", TODAY)
    council.room.end(first, time(15))
    council.council.remove_standing_item(council.council.standing_items()[4].id)
    council.meetings.remove_item(point)
    council.meetings.remove(first)


def test_all_is_taken_back_and_done_again_also_after_a_restart(council: OpenCouncil, clock: Clock) -> None:
    council._database.forget_steps()
    start = norrmyra.dump(council.path)
    live_a_while(council)
    lived = norrmyra.dump(council.path)
    council.close()
    for _ in range(2):
        council = open_council(council.path, clock)
        assert undo_everything(council) == 13
        council.close()
        assert norrmyra.dump(council.path) == start
        council = open_council(council.path, clock)
        assert redo_everything(council) == 13
        council.close()
        assert norrmyra.dump(council.path) == lived


def test_undo_says_what_it_took_back(council: OpenCouncil) -> None:
    council.people.add_person("Nils", "Ny")
    assert council.undo.next_undo() == "Lägg till Nils Ny"
    assert council.undo.undo() == "Lägg till Nils Ny"
    assert council.undo.next_redo() == "Lägg till Nils Ny"
    assert council.undo.redo() == "Lägg till Nils Ny"


def test_a_new_step_ends_the_way_forward(council: OpenCouncil) -> None:
    council.people.add_person("Nils", "Ny")
    council.undo.undo()
    council.people.add_person("Ida", "In")
    assert council.undo.next_redo() == ""
    with pytest.raises(NothingToRedo):
        council.undo.redo()


def test_a_step_that_changed_nothing_is_no_step(council: OpenCouncil) -> None:
    before = council.undo.next_undo()
    eva = norrmyra.person(council, "Eva Nordlund")
    council.people.change_person(eva, given_name="Eva")
    council.room.write_text(norrmyra.item(council, norrmyra.meeting(council, FIRST), "Nästa möte"), "  ")
    assert council.undo.next_undo() == before


def test_a_refused_step_leaves_no_trace(council: OpenCouncil) -> None:
    before, label = norrmyra.dump(council.path), council.undo.next_undo()
    with pytest.raises(Refused):
        council.meetings.change(norrmyra.meeting(council, FIRST), place="Nytt", ends=time(9))
    assert norrmyra.dump(council.path) == before
    assert council.undo.next_undo() == label


@pytest.mark.parametrize(("waited", "steps"), [(59, 1), (60, 1), (61, 2)])
def test_typing_on_in_the_same_field_within_a_minute_is_one_step(
    council: OpenCouncil, clock: Clock, waited: int, steps: int
) -> None:
    point = norrmyra.item(council, norrmyra.meeting(council, FIRST), "Nästa möte")
    council.room.write_text(point, "Först")
    clock.wait(seconds=waited)
    council.room.write_text(point, "Först och sedan")
    council.undo.undo()
    said = council.meetings.agenda(norrmyra.meeting(council, FIRST))[-1].text
    assert said == ("" if steps == 1 else "Först")


def test_another_field_in_between_keeps_the_steps_apart(council: OpenCouncil) -> None:
    first = norrmyra.meeting(council, FIRST)
    points = [one.id for one in council.meetings.agenda(first)]
    council.room.write_text(points[0], "Ett")
    council.room.write_text(points[1], "Två")
    council.room.write_text(points[0], "Ett och mer")
    council.undo.undo()
    assert [one.text for one in council.meetings.agenda(first)][:2] == ["Ett", "Två"]


def test_a_merged_step_is_done_again_as_a_whole(council: OpenCouncil) -> None:
    first = norrmyra.meeting(council, FIRST)
    point = council.meetings.agenda(first)[0].id
    for text in ("E", "Ek", "Ekar"):
        council.room.write_text(point, text)
    council.undo.undo()
    assert council.meetings.agenda(first)[0].text == ""
    council.undo.redo()
    assert council.meetings.agenda(first)[0].text == "Ekar"


def test_two_hundred_steps_are_remembered(empty: OpenCouncil) -> None:
    for n in range(STEPS_KEPT + 7):
        empty.people.add_person("Nummer", str(n))
    assert undo_everything(empty) == STEPS_KEPT == 200
    assert len(empty.people.persons()) == 7
    with pytest.raises(NothingToUndo):
        empty.undo.undo()
    assert redo_everything(empty) == 200


def test_looking_at_an_agenda_is_nothing_to_undo_and_keeps_the_way_forward(council: OpenCouncil) -> None:
    council.people.add_person("Nils", "Ny")
    council.undo.undo()
    council.meetings.open_agenda(norrmyra.meeting(council, FIRST))
    assert council.meetings.get(norrmyra.meeting(council, FIRST)).agenda_opened
    assert council.undo.next_redo() == "Lägg till Nils Ny"


def test_undo_stops_at_verified_minutes_and_only_for_that_meeting(council: OpenCouncil) -> None:
    first, second = norrmyra.meeting(council, FIRST), norrmyra.meeting(council, SECOND)
    council.meetings.change(second, place="Biblioteket")
    council.people.add_person("Nils", "Ny")
    norrmyra.verify(council, first)
    council.meetings.change(second, theme="Sommar")
    assert council.undo.undo() == "Ändra mötet"
    assert council.undo.undo() == "Lägg till Nils Ny"
    assert council.undo.undo() == "Ändra mötet"
    assert council.meetings.get(second).place == ""
    held = council.meetings.get(first)
    assert held.minutes_are_done
    assert held.ended == time(15)


def test_when_only_verified_things_are_left_undo_says_why(council: OpenCouncil) -> None:
    norrmyra.verify(council, norrmyra.meeting(council, FIRST))
    undo_everything(council)
    assert council.undo.next_undo() == ""
    with pytest.raises(UndoStopsAtVerification, match="markerat som färdigt"):
        council.undo.undo()
    people = {one.name for one in council.people.persons()}
    assert {"Eva Nordlund", "Mats Lindgren", "Karin Öhman"} <= people, "they stand in the verified minutes"


def test_what_is_written_after_the_verification_can_be_taken_back(council: OpenCouncil) -> None:
    first = norrmyra.meeting(council, FIRST)
    norrmyra.verify(council, first)
    council.room.write_text(council.meetings.agenda(first)[0].id, "Efteråt")
    assert council.room.room(first).changed_since_version
    council.undo.undo()
    assert not council.room.room(first).changed_since_version


def test_a_withdrawn_verification_opens_the_way_back(council: OpenCouncil) -> None:
    first = norrmyra.meeting(council, FIRST)
    norrmyra.verify(council, first)
    council.minutes.withdraw(first, "Fel möte")
    assert council.undo.undo() == "Avsluta mötet"
    assert council.meetings.get(first).ended is None


def test_an_action_lives_on_after_its_meeting_was_verified(council: OpenCouncil) -> None:
    first = norrmyra.meeting(council, FIRST)
    norrmyra.hold(council, first)
    action = council.room.add_action(council.meetings.agenda(first)[3].id, "Laga lampan", FIRST)
    council.documents.issue("protokoll", FIRST, first)
    council.minutes.mark_verified(first, FIRST)
    council.actions.change(action, due=date(2026, 5, 1))
    assert council.undo.undo() == "Ändra åtgärd"
    assert council.actions.get(action).due is None


def test_undoing_what_people_were_told_is_noted(council: OpenCouncil) -> None:
    first = norrmyra.meeting(council, FIRST)
    norrmyra.call(council, first)
    council.meetings.cancel(first, "Sjukdom")
    council.undo.undo()
    council.undo.redo()
    happened = [what for (what,) in norrmyra.rows(council.path, "SELECT what FROM event ORDER BY seq")]
    assert happened[-3:] == ["möte inställt", "steg ångrat", "steg gjort om"]
    assert council.checking.check(TODAY).damage == ()


def test_numbers_that_left_the_house_stay_when_the_step_is_taken_back(council: OpenCouncil) -> None:
    first = norrmyra.meeting(council, FIRST)
    norrmyra.call(council, first)
    undo_everything(council)
    redo_everything(council)
    assert council.meetings.get(first).number == 1
    assert council.meetings.get(norrmyra.meeting(council, SECOND)).label == "Möte prel. 2/2026"


def test_text_on_its_way_is_no_step(council: OpenCouncil) -> None:
    before = council.undo.next_undo()
    council.drafts.keep("abc", "text", "halvt skri")
    council.drafts.keep("abc", "text", "halvt skrivet")
    assert council.undo.next_undo() == before
    found = council.drafts.find("abc", "text")
    assert found is not None
    assert found.text == "halvt skrivet"
    assert norrmyra.rows(council.path, "SELECT count(*) FROM history WHERE table_name='draft'") == [(0,)]
    assert len(council.drafts.left_over()) == 1
    council.drafts.drop("abc", "text")
    assert council.drafts.left_over() == ()
