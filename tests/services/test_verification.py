"""Minutes on their way: sent, verified, changed, amended, and taken back."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

import norrmyra
from norrmyra import FIRST, SECOND, item, meeting, person
from trygghetsrad.domain.actions import ActionStatus
from trygghetsrad.domain.council import MinutesKind, PresentHeading
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.meetings import MeetingStep, MinutesState, RoleAtMeeting, current_step

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.documents import Paper

AFTER = date(2026, 3, 17)
POLICE = "Lägesbild från polisen"


def text(paper: Paper) -> str:
    return " ".join(
        "\n".join(page.extract_text() for page in PdfReader(BytesIO(paper.content)).pages).split()
    )


@pytest.fixture
def first(council: OpenCouncil) -> int:
    """A meeting that was held, with one paragraph written and one action handed out."""
    held = meeting(council, FIRST)
    council.room.set_role(held, RoleAtMeeting.VERIFIER, person(council, "Mats Lindgren"))
    point = item(council, held, POLICE)
    council.room.write_text(point, "Polisen berättar om januari.")
    council.room.add_action(
        point, "Laga lampan", FIRST, due=date(2026, 4, 1), owner_person_id=person(council, "Lena Marklund")
    )
    norrmyra.hold(council, held)
    return held


@pytest.fixture
def sent(council: OpenCouncil, first: int) -> int:
    council.documents.issue("protokoll", AFTER, first)
    return first


@pytest.fixture
def verified(council: OpenCouncil, sent: int) -> int:
    council.minutes.mark_verified(sent, AFTER, "på papper")
    return sent


def state(council: OpenCouncil, meeting_id: int) -> MinutesState:
    return council.meetings.get(meeting_id).minutes_state


def changed(council: OpenCouncil, meeting_id: int) -> bool:
    return council.room.room(meeting_id).changed_since_version


def test_what_is_sent_is_frozen_with_a_code_and_paragraphs(council: OpenCouncil, first: int) -> None:
    assert state(council, first) is MinutesState.DRAFT
    paper = council.documents.issue("protokoll", AFTER, first)
    room = council.room.room(first)
    (version,) = room.versions
    assert (version.n, version.verified_on, room.changed_since_version) == (1, None, False)
    assert version.document_id == paper.document_id
    assert version.code in text(paper).replace(" ", "")
    assert "§ 5 Lägesbild från polisen" in text(paper)
    assert "Arbetsutkast" not in text(paper)
    assert state(council, first) is MinutesState.SENT_FOR_VERIFICATION
    assert current_step(council.meetings.get(first)) is MeetingStep.VERIFIED


def test_a_meeting_without_a_notice_gets_its_number_with_the_minutes(
    council: OpenCouncil, first: int
) -> None:
    paper = council.documents.issue("protokoll", AFTER, first)
    assert paper.title == "Protokoll möte 1/2026"
    assert "prel." not in text(paper)
    council.meetings.add(date(2026, 2, 1))
    assert not changed(council, first)


def test_the_same_text_sent_again_is_the_same_paper(council: OpenCouncil, sent: int) -> None:
    again = council.documents.issue("protokoll", date(2026, 4, 1), sent)
    assert again == council.documents.issue("protokoll", AFTER, sent)
    assert len(council.room.room(sent).versions) == 1
    assert [one.kind for one in council.documents.issued()] == ["protokoll"]


def test_a_change_makes_a_new_version_that_says_what_changed(council: OpenCouncil, sent: int) -> None:
    council.room.write_text(item(council, sent, POLICE), "Polisen berättar om februari.")
    council.room.set_role(sent, RoleAtMeeting.CHAIR, person(council, "Bo Ek"))
    assert changed(council, sent)
    with pytest.raises(Refused, match="ändrats sedan utkast 1"):
        council.minutes.mark_verified(sent, AFTER)
    paper = council.documents.issue("protokoll", AFTER, sent)
    printed = text(paper)
    assert "Ändrat sedan utkast 1" in printed
    assert "§ 5: texten är ändrad." in printed
    assert "Ordföranden är ändrad." in printed
    assert [one.n for one in council.room.room(sent).versions] == [1, 2]
    assert "januari" in text(council.documents.content(council.room.room(sent).versions[0].document_id or 0))


def test_verified_minutes_know_when_and_how_and_print_nothing_new(
    council: OpenCouncil, verified: int
) -> None:
    (version,) = council.room.room(verified).versions
    assert (version.verified_on, version.verified_how) == (AFTER, "på papper")
    assert state(council, verified) is MinutesState.VERIFIED
    assert current_step(council.meetings.get(verified)) is None
    assert len(council.documents.issued()) == 1


def test_verified_minutes_that_change_are_signed_again_and_then_amended(
    council: OpenCouncil, verified: int
) -> None:
    council.room.write_text(item(council, verified, POLICE), "Polisen rättar sig.")
    assert changed(council, verified)
    assert state(council, verified) is MinutesState.VERIFIED
    paper = council.documents.issue("protokoll", AFTER, verified)
    assert "Ändrat sedan den justerade versionen" in text(paper)
    assert state(council, verified) is MinutesState.SENT_FOR_VERIFICATION
    council.minutes.mark_verified(verified, date(2026, 3, 20))
    assert state(council, verified) is MinutesState.AMENDED
    assert council.meetings.get(verified).verified_on == date(2026, 3, 20)


def test_changed_and_changed_back_is_as_it_was(council: OpenCouncil, verified: int) -> None:
    council.room.write_text(item(council, verified, POLICE), "Något annat.")
    council.room.write_text(item(council, verified, POLICE), "Polisen berättar om januari.")
    assert not changed(council, verified)


def test_a_verification_marked_by_mistake_is_taken_back_with_a_reason(
    council: OpenCouncil, verified: int
) -> None:
    council.minutes.withdraw(verified, "Fel möte")
    assert state(council, verified) is MinutesState.SENT_FOR_VERIFICATION
    assert council.meetings.get(verified).verified_on is None
    assert norrmyra.rows(council.path, "SELECT facts FROM event WHERE what = 'justering återtagen'") == [
        ('{"reason":"Fel möte","version":1}',)
    ]
    council.minutes.mark_verified(verified, AFTER)
    assert state(council, verified) is MinutesState.VERIFIED


def test_undo_never_takes_back_a_verification_or_what_was_sent(council: OpenCouncil, verified: int) -> None:
    council.people.add_person("Nils", "Ny")
    council.undo.undo()
    assert state(council, verified) is MinutesState.VERIFIED
    council.minutes.withdraw(verified, "Fel")
    assert council.undo.undo() == "Avsluta mötet"
    assert state(council, verified) is MinutesState.SENT_FOR_VERIFICATION


# -- what lives on does not reach back ---------------------------------------------------------------


def _next_meeting_moves(council: OpenCouncil, _first: int) -> None:
    council.meetings.change(meeting(council, SECOND), day=date(2026, 5, 5), place="Biblioteket")


def _next_meeting_is_held(council: OpenCouncil, _first: int) -> None:
    norrmyra.hold(council, meeting(council, SECOND))


def _people_change(council: OpenCouncil, _first: int) -> None:
    council.people.change_person(person(council, "Lena Marklund"), family_name="Nygift")
    council.people.remove_person(person(council, "Eva Nordlund"), date(2026, 4, 1))
    council.people.change_organisation(council.people.organisations()[0].id, name="Nytt namn")


def _settings_change(council: OpenCouncil, _first: int) -> None:
    council.council.change(
        present_heading=PresentHeading.DECIDING,
        street="Storgatan 1",
        minutes_kind=MinutesKind.NOTES,
        meeting_word="sammanträde",
        usual_place="Nytt",
    )


def _action(council: OpenCouncil) -> int:
    return next(one.id for one in council.actions.every(FIRST) if one.what == "Laga lampan")


def _action_is_done(council: OpenCouncil, _first: int) -> None:
    council.actions.set_status(_action(council), ActionStatus.DONE, AFTER)
    council.actions.follow_up(_action(council), "Klart", AFTER)


def _action_moves(council: OpenCouncil, _first: int) -> None:
    council.actions.change(
        _action(council), what="Laga alla lampor", due=date(2026, 9, 1), owner_text="Gatukontoret"
    )


def _action_is_removed(council: OpenCouncil, _first: int) -> None:
    council.actions.remove(_action(council))


LATER = (
    _next_meeting_moves,
    _next_meeting_is_held,
    _people_change,
    _settings_change,
    _action_is_done,
    _action_moves,
    _action_is_removed,
)


@pytest.mark.parametrize("happens", LATER, ids=lambda one: one.__name__.strip("_"))
def test_what_happens_later_changes_no_verified_minutes(council: OpenCouncil, verified: int, happens) -> None:
    before = council.minutes.draft(verified).items
    happens(council, verified)
    assert not changed(council, verified)
    assert council.minutes.draft(verified).items == before


@pytest.mark.parametrize("happens", LATER[:5], ids=lambda one: one.__name__.strip("_"))
def test_what_happens_while_the_minutes_are_away_stops_no_verification(
    council: OpenCouncil, sent: int, happens
) -> None:
    if happens is _people_change:
        council.people.change_person(person(council, "Bo Ek"), family_name="Nygift")
    else:
        happens(council, sent)
    council.minutes.mark_verified(sent, AFTER)


def test_several_actions_of_one_point_keep_their_order_when_verified(
    council: OpenCouncil, first: int
) -> None:
    point = item(council, first, POLICE)
    for what in ("Ring elbolaget", "Beställ lås", "Sätt upp skyltar", "Röj sly", "Tacka byalaget"):
        council.room.add_action(point, what, FIRST, due=date(2026, 4, 1), owner_text="Kommunen")
    council.documents.issue("protokoll", AFTER, first)
    council.minutes.mark_verified(first, AFTER)
    assert not changed(council, first)


def test_an_action_corrected_before_the_verification_is_a_change(council: OpenCouncil, sent: int) -> None:
    _action_moves(council, sent)
    assert changed(council, sent)
    assert "§ 5: åtgärderna är ändrade." in text(council.documents.issue("protokoll", AFTER, sent))


def test_an_action_added_after_the_verification_is_a_change(council: OpenCouncil, verified: int) -> None:
    council.room.add_action(item(council, verified, POLICE), "Glömdes bort", AFTER)
    assert changed(council, verified)
    _action_moves(council, verified)
    council.documents.issue("protokoll", AFTER, verified)
    handed_out = [one.what for one in council.minutes.draft(verified).items[4].actions]
    assert handed_out == ["Laga lampan", "Glömdes bort"]
    assert not changed(council, verified)


def test_new_minutes_tell_the_next_meeting_as_it_is_now(council: OpenCouncil, sent: int) -> None:
    _next_meeting_moves(council, sent)
    council.room.write_text(item(council, sent, POLICE), "Annat.")
    assert "5 maj 2026" in text(council.documents.issue("protokoll", AFTER, sent))
    assert not changed(council, sent)


# -- minnesanteckningar ----------------------------------------------------------------------------


@pytest.fixture
def notes(council: OpenCouncil) -> int:
    council.council.change(minutes_kind=MinutesKind.NOTES)
    held = council.meetings.add(date(2026, 4, 14))
    norrmyra.hold(council, held)
    return held


def test_minnesanteckningar_never_ask_for_a_verifier(council: OpenCouncil, notes: int) -> None:
    assert "Val av justerare" not in [one.title for one in council.meetings.agenda(notes)]
    assert not [one for one in council.room.checklist(notes) if "juster" in one.text.casefold()]
    paper = council.documents.issue("minnesanteckningar", date(2026, 4, 15), notes)
    assert "juster" not in text(paper).casefold()
    overview = council.overview.overview(date(2026, 4, 16))
    assert overview.next_meeting is not None
    assert "juster" not in overview.next_meeting.due_text
    council.minutes.mark_finished(notes, date(2026, 4, 16))
    assert state(council, notes) is MinutesState.FINALISED
    with pytest.raises(Refused, match="justeras inte"):
        council.minutes.mark_verified(notes, date(2026, 4, 16))


def test_finished_notes_that_change_are_amended(council: OpenCouncil, notes: int) -> None:
    council.documents.issue("minnesanteckningar", date(2026, 4, 15), notes)
    council.minutes.mark_finished(notes, date(2026, 4, 16))
    council.room.write_text(council.meetings.agenda(notes)[0].id, "Rättat.")
    council.documents.issue("minnesanteckningar", date(2026, 4, 17), notes)
    council.minutes.mark_finished(notes, date(2026, 4, 17))
    assert state(council, notes) is MinutesState.AMENDED


def test_minutes_that_are_made_do_not_turn_into_something_else(council: OpenCouncil, sent: int) -> None:
    with pytest.raises(Refused, match="redan gjort"):
        council.meetings.change(sent, minutes_kind=MinutesKind.NOTES)
    assert council.meetings.get(sent).minutes_kind is MinutesKind.PROTOCOL


def test_the_choice_of_the_council_is_for_meetings_to_come(council: OpenCouncil, first: int) -> None:
    council.council.change(minutes_kind=MinutesKind.NOTES)
    assert council.meetings.get(first).minutes_kind is MinutesKind.PROTOCOL


# -- what a standing point says by itself ------------------------------------------------------------


def test_standing_points_say_what_is_certain(council: OpenCouncil, first: int) -> None:
    said = {one.title: one.text for one in council.minutes.draft(first).items}
    assert said["Mötet öppnas"] == "Ordföranden öppnar mötet kl. 13.02."
    assert said["Val av justerare"] == (
        "Mats Lindgren utses att justera protokollet tillsammans med ordföranden."
    )
    assert said["Föregående protokoll"] == "Punkten behandlades inte."
    assert said["Övriga frågor"] == "Inget att anteckna."
    assert said["Nästa möte"] == "Nästa möte är tisdag 9 juni 2026 kl. 13.00–15.00."


def test_what_she_writes_stands_instead(council: OpenCouncil, first: int) -> None:
    council.room.write_text(item(council, first, "Nästa möte"), "Det får vi se.")
    assert council.minutes.draft(first).items[-1].text == "Det får vi se."


def test_without_verifier_or_next_meeting_nothing_is_guessed(council: OpenCouncil, first: int) -> None:
    council.room.clear_role(first, RoleAtMeeting.VERIFIER)
    for one in council.meetings.every():
        if one.id != first:
            council.meetings.remove(one.id)
    said = {one.title: one.text for one in council.minutes.draft(first).items}
    assert said["Val av justerare"] == "Punkten behandlades inte."
    assert said["Nästa möte"] == "Inget att anteckna."
