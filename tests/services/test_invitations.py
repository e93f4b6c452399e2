"""Letters to organisations: asked, sent, reminded, answered; and those who have stopped coming."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import norrmyra
from norrmyra import FIRST, SECOND, THIRD, TODAY, attendee, meeting
from trygghetsrad.domain.documents import PaperOptions
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.invitations import Answer, LetterKind, Turnout, missed_in_a_row
from trygghetsrad.domain.meetings import Presence
from trygghetsrad.domain.people import OrganisationKind, SeatRole

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.app import OpenCouncil


def home(council: OpenCouncil, name: str) -> int:
    return next(one.id for one in council.people.organisations() if one.name == name)


def hold_without(council: OpenCouncil, day: date, *names: str) -> None:
    held = meeting(council, day)
    for name in names:
        council.room.set_presence(held, attendee(council, held, name), Presence.ABSENT)
    norrmyra.hold(council, held)


@pytest.fixture
def company(council: OpenCouncil) -> int:
    return council.people.add_organisation("Norrmyra företagarförening", OrganisationKind.BUSINESS)


def test_a_yes_makes_the_place_and_ctrl_z_takes_it_back(council: OpenCouncil, company: int) -> None:
    letter = council.invitations.add(company, TODAY, sent_on=TODAY)
    council.invitations.answer(letter, Answer.YES, FIRST)
    seat = next(one for one in council.people.seats() if one.organisation_id == company)
    assert seat.role is SeatRole.MEMBER
    (told,) = council.invitations.every()
    assert (told.state, told.seat_id) == ("Svarade ja 2026-03-10", seat.id)
    council.undo.undo()
    assert all(one.organisation_id != company for one in council.people.seats())
    assert council.invitations.every()[0].is_waiting


def test_an_organisation_with_a_place_gets_no_second_one(council: OpenCouncil) -> None:
    before = len(council.people.seats())
    letter = council.invitations.add(home(council, "Polisen"), TODAY, sent_on=TODAY)
    council.invitations.answer(letter, Answer.YES, TODAY)
    assert len(council.people.seats()) == before


def test_a_no_makes_no_place_and_a_letter_about_representation_never_does(
    council: OpenCouncil, company: int
) -> None:
    council.invitations.answer(council.invitations.add(company, TODAY, sent_on=TODAY), Answer.NO, TODAY)
    other = council.invitations.add(company, TODAY, LetterKind.REPRESENTATION, sent_on=TODAY)
    council.invitations.answer(other, Answer.YES, TODAY)
    assert all(one.organisation_id != company for one in council.people.seats())
    assert [one.answer for one in council.invitations.every()] == [Answer.YES, Answer.NO]


def test_only_who_was_asked_and_has_not_answered_is_reminded(council: OpenCouncil, company: int) -> None:
    letter = council.invitations.add(company, TODAY)
    with pytest.raises(Refused):
        council.invitations.remind(letter, FIRST)
    council.invitations.mark_sent(letter, TODAY)
    council.invitations.remind(letter, FIRST)
    (told,) = council.invitations.every()
    assert told.state == "Skickad 2026-02-02, påmind 2026-03-10, inget svar"
    assert (told.reminders, told.tried_on) == (1, FIRST)
    council.invitations.answer(letter, Answer.NO, FIRST)
    with pytest.raises(Refused):
        council.invitations.remind(letter, SECOND)


def test_an_answer_taken_back_waits_again(council: OpenCouncil, company: int) -> None:
    letter = council.invitations.add(company, TODAY, sent_on=TODAY)
    council.invitations.answer(letter, Answer.NO, FIRST)
    council.invitations.answer(letter, Answer.NONE, FIRST)
    assert council.invitations.every()[0].state == "Skickad 2026-02-02, inget svar"


def test_a_removed_letter_comes_back_with_ctrl_z(council: OpenCouncil, company: int) -> None:
    council.invitations.remove(council.invitations.add(company, TODAY))
    assert council.invitations.every() == ()
    council.undo.undo()
    assert [one.organisation for one in council.invitations.every()] == ["Norrmyra företagarförening"]


@pytest.mark.parametrize("kind", LetterKind)
def test_a_letter_marked_as_sent_is_noted_by_itself_and_once(
    council: OpenCouncil, company: int, kind: LetterKind
) -> None:
    paper = council.documents.issue(kind.value, TODAY, options=PaperOptions(organisation_id=company))
    council.documents.mark_sent(paper.document_id or 0, TODAY)
    council.documents.mark_sent(paper.document_id or 0, FIRST)
    (noted,) = council.invitations.every()
    assert (noted.organisation_id, noted.letter, noted.sent_on) == (company, kind, FIRST)


def test_a_letter_that_was_noted_first_is_the_one_that_is_sent(council: OpenCouncil, company: int) -> None:
    noted = council.invitations.add(company, TODAY)
    paper = council.documents.issue("inbjudan", TODAY, options=PaperOptions(organisation_id=company))
    council.documents.mark_sent(paper.document_id or 0, FIRST)
    assert [(one.id, one.sent_on) for one in council.invitations.every()] == [(noted, FIRST)]


# -- who has stopped coming --------------------------------------------------------------------


def test_two_meetings_in_a_row_without_the_police_are_told(council: OpenCouncil) -> None:
    hold_without(council, FIRST, "Mats Lindgren")
    assert council.invitations.absent(FIRST) == ()
    hold_without(council, SECOND, "Mats Lindgren")
    (absent,) = council.invitations.absent(SECOND)
    assert absent.organisation == "Polisen"
    assert [one.day for one in absent.missed] == [FIRST, SECOND]


def test_one_from_the_organisation_is_enough(council: OpenCouncil) -> None:
    for day in (FIRST, SECOND):
        held = meeting(council, day)
        council.room.serve(
            held, attendee(council, held, "Karin Öhman"), attendee(council, held, "Lena Marklund")
        )
        norrmyra.hold(council, held)
    assert council.invitations.absent(SECOND) == ()


def test_who_has_a_substitute_alone_is_not_waited_for(council: OpenCouncil) -> None:
    council.people.add_member("Ärla", "Östman", SeatRole.SUBSTITUTE, TODAY, organisation="Elevhälsan")
    for day in (FIRST, SECOND):
        hold_without(council, day)
    assert council.invitations.absent(SECOND) == ()


def test_who_came_again_is_not_told(council: OpenCouncil) -> None:
    hold_without(council, FIRST, "Mats Lindgren")
    hold_without(council, SECOND, "Mats Lindgren")
    hold_without(council, THIRD)
    assert council.invitations.absent(THIRD) == ()


def test_a_letter_sent_since_then_is_enough_until_the_next_meeting(council: OpenCouncil) -> None:
    hold_without(council, FIRST, "Mats Lindgren")
    hold_without(council, SECOND, "Mats Lindgren")
    police = home(council, "Polisen")
    letter = council.invitations.add(police, SECOND, LetterKind.REPRESENTATION)
    assert council.invitations.absent(SECOND) != ()
    council.invitations.mark_sent(letter, SECOND)
    assert council.invitations.absent(SECOND) == ()
    hold_without(council, THIRD, "Mats Lindgren")
    (absent,) = council.invitations.absent(THIRD)
    assert len(absent.missed) == 3


def test_the_municipality_that_leads_the_council_gets_no_letter(council: OpenCouncil) -> None:
    for day in (FIRST, SECOND):
        hold_without(council, day, "Eva Nordlund", "Bo Ek", "Anna Sjöberg")
    assert council.invitations.absent(SECOND) == ()


def test_what_is_missed_in_a_row_ends_at_the_last_one_who_came() -> None:
    meetings = [
        Turnout(day=day, meeting="", came=came)
        for day, came in ((THIRD, False), (FIRST, False), (SECOND, True))
    ]
    assert [one.day for one in missed_in_a_row(meetings)] == [THIRD]
    assert missed_in_a_row(()) == ()


# -- whom the letter goes to -------------------------------------------------------------------


@pytest.mark.parametrize("kind", LetterKind)
def test_a_letter_goes_to_whoever_leads_the_organisation(
    council: OpenCouncil, company: int, kind: LetterKind
) -> None:
    council.people.add_person("Bo", "Ahl", organisation_id=company, email="bo@handel.example")
    council.people.add_person("Åsa", "Öst", organisation_id=company, email="asa@handel.example", leading=True)
    options = PaperOptions(organisation_id=company)
    ahead = council.delivery.usual_recipients(kind.value, TODAY, options=options)
    assert [(one.name, one.chosen) for one in ahead[:2]] == [("Åsa Öst", True), ("Bo Ahl", False)]
    assert not any(one.chosen for one in ahead[1:])
    paper = council.documents.issue(kind.value, TODAY, options=options)
    assert council.delivery.recipients(paper.document_id or 0, TODAY) == ahead
    assert [box.email for box in council.delivery.draft(paper.document_id or 0, TODAY).mailboxes] == [
        "asa@handel.example"
    ]


def test_a_leader_without_an_address_leaves_the_letter_to_a_colleague(
    council: OpenCouncil, company: int
) -> None:
    council.people.add_person("Bo", "Ahl", organisation_id=company, email="bo@handel.example")
    council.people.add_person("Åsa", "Öst", organisation_id=company, leading=True)
    found = council.delivery.usual_recipients(
        "inbjudan", TODAY, options=PaperOptions(organisation_id=company)
    )
    assert [one.name for one in found if one.chosen] == ["Bo Ahl"]
    assert found[0].left_out == "saknar e-postadress"
