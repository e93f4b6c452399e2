"""What the inhabitants are told of a real meeting, and what they are not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import norrmyra
from norrmyra import FIRST, meeting, person
from services.reading_papers import text

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil

WRITTEN = date(2026, 3, 12)


@pytest.fixture
def held(council: OpenCouncil) -> int:
    first = meeting(council, FIRST)
    norrmyra.call(council, first)
    lamps = council.meetings.add_item(first, "Belysning")
    council.meetings.change_item(lamps, text="Ring Anna på 070-174 06 05.")
    council.room.add_decision(lamps, "att byta lamporna")
    council.room.add_action(lamps, "Byta lamporna", WRITTEN, owner_person_id=person(council, "Mats Lindgren"))
    threat = council.meetings.add_item(first, "Hot mot skolan")
    council.meetings.change_item(threat, confidential=True, text="Hemligt")
    council.room.add_action(threat, "Anmäla hotet", WRITTEN)
    norrmyra.hold(council, first)
    return first


def test_what_was_decided_is_told_without_secrets_phones_and_names_of_those_who_do_it(
    council: OpenCouncil, held: int
) -> None:
    web = council.documents.web_text(WRITTEN, held)
    for told in (web.text, web.html, text(council.documents.preview("webbtext", WRITTEN, held))):
        assert "Rådet beslutar att byta lamporna" in told
        assert "Byta lamporna" in told
        for kept in ("Mats Lindgren", "070-174 06 05", "Hot mot skolan", "Hemligt", "Anmäla hotet"):
            assert kept not in told


def test_formalities_and_points_nobody_wrote_under_are_left_out(council: OpenCouncil, held: int) -> None:
    web = council.documents.web_text(WRITTEN, held)
    assert "Mötet öppnas" not in web.text
    assert "Övriga frågor" not in web.text
    assert "Punkten behandlades inte" not in web.text


def test_it_says_whether_the_minutes_may_still_change(council: OpenCouncil, held: int) -> None:
    assert not council.documents.web_text(WRITTEN, held).is_settled
    council.documents.issue("protokoll", WRITTEN, held)
    council.minutes.mark_verified(held, WRITTEN)
    assert council.documents.web_text(WRITTEN, held).is_settled


def test_the_list_for_those_who_pay_holds_the_elected_who_were_there(council: OpenCouncil, held: int) -> None:
    table = council.documents.remuneration_table(WRITTEN, held)
    assert table.file_name == "2026-03-10 Arvodesunderlag möte 1.csv"
    lines = table.content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith('"Möte";"Datum";"Namn"')
    assert [line.split(";")[2] for line in lines[1:]] == ['"Eva Nordlund"', '"Bo Ek"']
    assert '"13.02–15.00";"Ja"' in lines[1]
    printed = text(council.documents.preview("narvarolista", WRITTEN, held))
    assert "13.02–15.00" in printed


def test_a_formula_in_a_name_is_harmless_in_the_list(council: OpenCouncil, held: int) -> None:
    council.people.change_person(person(council, "Bo Ek"), given_name="=HYPERLINK(1)")
    lines = council.documents.remuneration_table(WRITTEN, held).content.decode("utf-8-sig")
    assert '"=HYPERLINK' not in lines


def test_before_the_meeting_the_list_names_all_the_elected(council: OpenCouncil) -> None:
    table = council.documents.remuneration_table(WRITTEN, meeting(council, date(2026, 6, 9)))
    assert len(table.content.decode("utf-8-sig").splitlines()) == 3
