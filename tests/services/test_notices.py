"""Notices: the first, the changed, the one that calls off; and the numbers they give."""

from __future__ import annotations

from datetime import date, time
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

import norrmyra
from norrmyra import FIRST, SECOND, THIRD, TODAY, meeting
from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.domain.papers import NoticeKind
from trygghetsrad.domain.people import SeatRole
from trygghetsrad.services.notices import former_notice, notice_facts
from trygghetsrad.services.room import room_of

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.documents import Paper
    from trygghetsrad.domain.papers import NoticeFacts

LATER = date(2026, 2, 20)


def text(paper: Paper) -> str:
    return " ".join(
        "\n".join(page.extract_text() for page in PdfReader(BytesIO(paper.content)).pages).split()
    )


def notice(council: OpenCouncil, meeting_id: int, today: date = LATER) -> NoticeFacts:
    """The notice as it would be made today."""
    with council._database.read() as session:
        room = room_of(session, meeting_id)
        return notice_facts(session, room, today, former_notice(session, room.meeting.uid))


@pytest.fixture
def first(council: OpenCouncil) -> int:
    return meeting(council, FIRST)


def test_the_number_is_given_with_the_notice_and_counted_before(council: OpenCouncil, first: int) -> None:
    labels = [one.label for one in council.meetings.of_year(2026)]
    assert labels == ["Möte prel. 1/2026", "Möte prel. 2/2026", "Möte prel. 3/2026"]
    council.documents.issue("kallelse", TODAY, meeting(council, SECOND))
    labels = [one.label for one in council.meetings.of_year(2026)]
    assert labels == ["Möte prel. 2/2026", "Möte 1/2026", "Möte prel. 3/2026"]
    council.documents.issue("kallelse", TODAY, first)
    assert council.meetings.get(first).label == "Möte 2/2026"


def test_a_preview_gives_no_number(council: OpenCouncil, first: int) -> None:
    paper = council.documents.preview("kallelse", TODAY, first)
    assert "prel. 1/2026" in text(paper)
    assert paper.document_id is None
    assert council.meetings.get(first).number is None
    assert council.documents.issued() == ()


def test_a_cancelled_meeting_keeps_its_number_for_ever(council: OpenCouncil, first: int) -> None:
    norrmyra.call(council, first)
    council.meetings.cancel(first, "Sjukdom")
    assert council.meetings.get(first).label == "Möte 1/2026"
    norrmyra.call(council, meeting(council, SECOND))
    assert council.meetings.get(meeting(council, SECOND)).label == "Möte 2/2026"
    council.meetings.remove(first)
    council.documents.issue("kallelse", TODAY, meeting(council, THIRD))
    assert council.meetings.get(meeting(council, THIRD)).label == "Möte 3/2026"


def test_a_meeting_moved_past_new_year_leaves_the_next_years_numbers_alone(
    council: OpenCouncil, first: int
) -> None:
    norrmyra.call(council, first)
    council.meetings.change(first, day=date(2027, 1, 19))
    other = council.meetings.add(date(2027, 2, 9))
    council.documents.issue("kallelse", TODAY, other)
    assert council.meetings.get(first).label == "Möte 1/2026"
    assert council.meetings.get(other).label == "Möte 1/2027"
    changed = council.documents.issue("kallelse", LATER, first)
    assert changed.title == "Kallelse möte 1/2026"
    assert changed.file_name.startswith("2027-01-19 Kallelse möte 1")


def test_the_same_notice_is_not_made_twice(council: OpenCouncil, first: int) -> None:
    made = council.documents.issue("kallelse", TODAY, first)
    assert council.documents.issue("kallelse", TODAY, first) == made
    assert council.documents.issue("kallelse", LATER, first) == made
    assert len(council.documents.issued()) == 1


def test_as_long_as_nothing_changed_the_notice_is_shown_as_it_was(council: OpenCouncil, first: int) -> None:
    council.documents.issue("kallelse", TODAY, first)
    council.actions.add("Nytt uppdrag som inte gör kallelsen ändrad", TODAY)
    shown = notice(council, first)
    assert (shown.kind, shown.issued_on, shown.change_text) == (NoticeKind.NEW, TODAY, "")
    assert "ÄNDRAD" not in text(council.documents.preview("kallelse", LATER, first))


CHANGES = {
    "day": ({"day": date(2026, 3, 12)}, "Ny dag: torsdag 12 mars 2026 i stället för tisdag 10 mars 2026."),
    "time": ({"starts": time(9), "ends": time(11)}, "Ny tid: kl. 9.00–11.00."),
    "end": ({"ends": time(16, 30)}, "Ny tid: kl. 13.00–16.30."),
    "place": ({"place": "Biblioteket"}, "Ny plats: Biblioteket."),
    "link": ({"link": "https://moten.example/1"}, "Länken till mötet är ändrad."),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_moved_meeting_wants_a_changed_notice_that_says_what_is_new(
    council: OpenCouncil, first: int, what: str
) -> None:
    changes, said = CHANGES[what]
    norrmyra.call(council, first)
    council.meetings.change(first, **changes)
    choice = next(one for one in council.documents.choices(first) if one.kind == "kallelse")
    assert choice.is_outdated
    shown = notice(council, first)
    assert (shown.kind, shown.change_text, shown.replaces_dated) == (NoticeKind.CHANGED, said, TODAY)
    printed = text(council.documents.issue("kallelse", LATER, first))
    assert "ÄNDRAD KALLELSE, ersätter kallelse daterad 2026-02-02" in printed
    assert not next(one for one in council.documents.choices(first) if one.kind == "kallelse").is_outdated


def test_points_that_came_and_went_are_named(council: OpenCouncil, first: int) -> None:
    gone = council.meetings.add_item(first, "Klotter")
    council.documents.issue("kallelse", TODAY, first)
    council.meetings.remove_item(gone)
    council.meetings.add_item(first, "Belysning")
    assert notice(council, first).change_text == "Ny punkt: Belysning. Struken punkt: Klotter."


def test_points_in_another_order_are_told(council: OpenCouncil, first: int) -> None:
    council.documents.issue("kallelse", TODAY, first)
    council.meetings.move_item(council.meetings.agenda(first)[3].id, 1)
    assert notice(council, first).change_text == "Punkterna har fått ny ordning."


def test_a_changed_notice_made_again_still_says_what_changed(council: OpenCouncil, first: int) -> None:
    council.documents.issue("kallelse", TODAY, first)
    council.meetings.change(first, place="Biblioteket")
    council.documents.issue("kallelse", LATER, first)
    council.people.add_member("Nils", "Ny", SeatRole.MEMBER, TODAY)
    again = notice(council, first, date(2026, 2, 25))
    assert (again.kind, again.replaces_dated, again.issued_on) == (
        NoticeKind.CHANGED,
        TODAY,
        date(2026, 2, 25),
    )
    assert again.change_text == "Ny plats: Biblioteket."
    assert "Nils Ny" in {one.name for one in again.called}


def test_calling_off_says_so_first_and_why(council: OpenCouncil, first: int) -> None:
    norrmyra.call(council, first)
    council.meetings.cancel(first, "Ordföranden är sjuk.")
    printed = text(council.documents.issue("kallelse", LATER, first))
    assert "INSTÄLLT, ersätter kallelse daterad 2026-02-02" in printed
    assert "Ordföranden är sjuk." in printed
    assert council.meetings.get(first).label == "Möte 1/2026"


def test_marking_the_paper_that_calls_off_as_sent_calls_nobody(council: OpenCouncil, first: int) -> None:
    council.meetings.cancel(first, "")
    paper = council.documents.issue("kallelse", LATER, first)
    council.documents.mark_sent(paper.document_id or 0, LATER)
    cancelled = council.meetings.get(first)
    assert (cancelled.state, cancelled.called_on) == (MeetingState.CANCELLED, None)
    assert council.documents.issued()[0].sent_on == LATER


def test_a_meeting_taken_up_again_before_anybody_was_told_is_called_as_before(
    council: OpenCouncil, first: int
) -> None:
    norrmyra.call(council, first)
    council.meetings.cancel(first, "Sjukdom")
    council.meetings.reinstate(first)
    again = council.meetings.get(first)
    assert (again.state, again.called_on) == (MeetingState.CALLED, TODAY)
    assert notice(council, first).kind is NoticeKind.NEW


def test_a_meeting_taken_up_again_after_people_were_told_wants_a_new_notice(
    council: OpenCouncil, first: int
) -> None:
    norrmyra.call(council, first)
    council.meetings.cancel(first, "Sjukdom")
    council.documents.issue("kallelse", LATER, first)
    council.meetings.reinstate(first)
    again = council.meetings.get(first)
    assert (again.state, again.called_on, again.number) == (MeetingState.PLANNED, None, 1)
    shown = notice(council, first)
    assert (shown.kind, shown.change_text) == (NoticeKind.CHANGED, "Mötet hålls trots allt.")


def test_an_agenda_changed_during_the_meeting_makes_no_notice_old(council: OpenCouncil, first: int) -> None:
    norrmyra.call(council, first)
    norrmyra.hold(council, first)
    council.meetings.add_item(first, "Sent väckt fråga")
    assert not next(one for one in council.documents.choices(first) if one.kind == "kallelse").is_outdated


def test_everyone_of_the_council_is_called_and_substitutes_are_told(council: OpenCouncil, first: int) -> None:
    shown = notice(council, first)
    assert [one.name for one in shown.for_information] == ["Karin Öhman"]
    assert {one.name for one in shown.called} == {
        "Anna Sjöberg",
        "Bo Ek",
        "Eva Nordlund",
        "Lena Marklund",
        "Mats Lindgren",
    }
    assert (shown.chair, shown.secretary) == ("Eva Nordlund", "Anna Sjöberg")
    assert shown.absence.to == "Anna Sjöberg"
    assert "070-174 06 05" in shown.absence.contact


def test_a_protected_secretary_is_reached_through_the_council(council: OpenCouncil, first: int) -> None:
    council.council.change(phone="0910-00 00 00", email="rad@norrmyra.example")
    council.people.change_person(norrmyra.person(council, "Anna Sjöberg"), protected=True)
    contact = notice(council, first).absence.contact
    assert contact == ("0910-00 00 00", "rad@norrmyra.example")
    printed = text(council.documents.preview("kallelse", TODAY, first))
    assert "anna@norrmyra.example" not in printed
