"""Samordningsfunktion, what the inhabitants are told, other planning, and rows that are answered."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import norrmyra
from norrmyra import TODAY
from trygghetsrad.domain.errors import NotFound, Refused

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil

TOMORROW, SUMMER = date(2026, 2, 3), date(2026, 7, 1)


def test_a_new_holder_ends_the_former_the_day_before(council: OpenCouncil) -> None:
    anna = norrmyra.person(council, "Anna Sjöberg")
    council.coordination.begin("Samordnare", TODAY, person_id=anna, percent=20, deputy="Bo Ek")
    council.coordination.begin("Säkerhetsstrateg", SUMMER, holder="Nils Ny")
    new, old = council.coordination.functions()
    assert (old.holder, old.ends) == ("Anna Sjöberg", date(2026, 6, 30))
    assert council.coordination.now(TODAY) == old
    assert council.coordination.now(SUMMER) == new
    assert council.coordination.now(date(2026, 1, 1)) is None
    council.undo.undo()
    assert council.coordination.functions()[0].ends is None


def test_the_holder_is_called_as_in_the_register(council: OpenCouncil) -> None:
    anna = norrmyra.person(council, "Anna Sjöberg")
    council.coordination.begin("Samordnare", TODAY, person_id=anna)
    council.people.change_person(anna, family_name="Berg")
    assert council.coordination.functions()[0].holder == "Anna Berg"


def test_what_is_told_of_a_holding_is_changed_and_taken_away(council: OpenCouncil) -> None:
    number = council.coordination.begin("Samordnare", TODAY)
    council.coordination.change(number, percent=100, contact="trygghet@norrmyra.example")
    (told,) = council.coordination.functions()
    assert (told.percent, told.contact) == (100, "trygghet@norrmyra.example")
    council.coordination.remove(number)
    assert council.coordination.functions() == ()
    council.undo.undo()
    assert council.coordination.functions() == (told,)


def test_what_the_inhabitants_were_told_is_listed_latest_first(council: OpenCouncil) -> None:
    council.coordination.publish("Lägesbild 2025", date(2026, 1, 10), TODAY)
    council.coordination.publish("Löften", TODAY, TODAY, address="https://norrmyra.example/trygg")
    assert [one.title for one in council.coordination.publications()] == ["Löften", "Lägesbild 2025"]


def test_common_plans_are_proposed_until_they_are_told(council: OpenCouncil) -> None:
    proposed = council.coordination.proposed_links()
    assert len(proposed) == 5
    first = proposed[0]
    council.coordination.add_plan_link(first.name, law=first.law)
    council.coordination.add_plan_link("Skolans plan mot kränkningar", how="Samma elevenkät")
    assert first not in council.coordination.proposed_links()
    assert [one.name for one in council.coordination.plan_links()] == [
        "Handlingsprogram för skydd mot olyckor",
        "Skolans plan mot kränkningar",
    ]


def test_a_row_is_answered_until_it_is_taken_back(council: OpenCouncil) -> None:
    council.duty_answers.answer("agreements", TODAY)
    council.duty_answers.answer("agreements", SUMMER, "Samtal pågår")
    (told,) = council.duty_answers.every()
    assert (told.duty, told.answered_on, told.note) == ("agreements", SUMMER, "Samtal pågår")
    council.duty_answers.take_back("agreements")
    council.duty_answers.take_back("council")
    assert council.duty_answers.every() == ()


REFUSED = {
    "no post": lambda c: c.coordination.begin(" ", SUMMER),
    "before the one there is": lambda c: c.coordination.begin("Ny", date(2026, 1, 1)),
    "more than full time": lambda c: c.coordination.begin("Ny", SUMMER, percent=101),
    "less than nothing": lambda c: c.coordination.change(1, percent=-1),
    "ends before it begins": lambda c: c.coordination.change(1, ends=date(2026, 1, 1)),
    "post taken away": lambda c: c.coordination.change(1, post=""),
    "nothing published": lambda c: c.coordination.publish("", TODAY, TODAY),
    "published tomorrow": lambda c: c.coordination.publish("x", TOMORROW, TODAY),
    "moved to tomorrow": lambda c: c.coordination.change_publication(1, TODAY, day=TOMORROW),
    "title taken away": lambda c: c.coordination.change_publication(1, TODAY, title=""),
    "no plan": lambda c: c.coordination.add_plan_link("  "),
    "the same plan": lambda c: c.coordination.add_plan_link("ÖVERSIKTSPLAN"),
    "plan loses its name": lambda c: c.coordination.change_plan_link(1, name=""),
    "a row the Act does not have": lambda c: c.duty_answers.answer("kameror", TODAY),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_is_refused_and_nothing_changes(council: OpenCouncil, what: str) -> None:
    council.coordination.begin("Samordnare", TODAY)
    council.coordination.publish("Lägesbild", TODAY, TODAY)
    council.coordination.add_plan_link("Översiktsplan")
    before = norrmyra.dump(council.path)
    with pytest.raises(Refused):
        REFUSED[what](council)
    assert norrmyra.dump(council.path) == before


def test_a_person_who_is_not_there_holds_nothing(council: OpenCouncil) -> None:
    with pytest.raises(NotFound):
        council.coordination.begin("Samordnare", TODAY, person_id=9_999)
