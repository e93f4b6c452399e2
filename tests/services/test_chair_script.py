"""What the chair is told to remember at each point."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import norrmyra
from norrmyra import FIRST, SECOND, TODAY, attendee, item, meeting, person
from services.reading_papers import text
from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.meetings import ItemKind, Presence

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil


def script(council: OpenCouncil, day: date = FIRST) -> str:
    return text(council.documents.preview("korschema", TODAY, meeting(council, day)))


def test_late_actions_are_named_with_their_owner(council: OpenCouncil) -> None:
    council.actions.add(
        "Laga lampan", TODAY, due=date(2026, 1, 20), owner_person_id=person(council, "Mats Lindgren")
    )
    council.actions.add("Bjuda in skolan", TODAY)
    told = script(council)
    assert "2 öppna uppdrag, 1 försenat." in told
    assert "Fråga Mats Lindgren: Laga lampan (13 dagar försenad)" in told


def test_without_actions_she_need_not_ask(council: OpenCouncil) -> None:
    assert "Inga uppdrag är öppna." in script(council)


def test_a_decision_without_proposal_is_pointed_out(council: OpenCouncil) -> None:
    first = meeting(council, FIRST)
    point = council.meetings.add_item(first, "Kameror", kind=ItemKind.DECISION)
    assert "Förslag till beslut saknas." in script(council)
    council.meetings.change_item(point, proposed_decision="Rådet föreslår två kameror.")
    told = script(council)
    assert "Förslag: Rådet föreslår två kameror." in told
    assert "Förslag till beslut saknas." not in told


def test_who_is_excused_stands_at_the_top(council: OpenCouncil) -> None:
    first = meeting(council, FIRST)
    council.room.set_presence(first, attendee(council, first, "Mats Lindgren"), Presence.EXCUSED)
    assert "Anmält förhinder Mats Lindgren, Polisen" in script(council)


def test_the_minutes_of_the_meeting_before_are_asked_about(council: OpenCouncil) -> None:
    norrmyra.call(council, meeting(council, FIRST))
    norrmyra.hold(council, meeting(council, FIRST))
    told = script(council, SECOND)
    assert "Fråga om någon har något att säga om protokollet från möte 1/2026." in told
    assert "Protokollet är inte klart än." in told
    assert "protokollet från" not in script(council, FIRST)


def test_notes_of_a_meeting_need_no_verifier(council: OpenCouncil) -> None:
    assert "Föreslå en justerare" in script(council)
    council.meetings.change(meeting(council, FIRST), minutes_kind=MinutesKind.NOTES)
    assert "Föreslå en justerare" not in script(council)


def test_the_paper_is_for_the_chair_alone(council: OpenCouncil) -> None:
    first = meeting(council, FIRST)
    chosen = [one.name for one in council.delivery.usual_recipients("korschema", TODAY, first) if one.chosen]
    assert chosen == ["Eva Nordlund"]
    made = council.documents.issue("korschema", TODAY, first)
    draft = council.delivery.draft(made.document_id or 0, TODAY)
    assert draft.subject.startswith("Ordförandens körschema till möte prel. 1/2026")
    assert "här kommer ditt körschema" in draft.text


def test_a_point_that_may_be_secret_is_warned_about(council: OpenCouncil) -> None:
    first = meeting(council, FIRST)
    point = item(council, first, "Övriga frågor")
    council.meetings.change_item(point, confidential=True)
    assert "Kan omfattas av sekretess." in script(council)
