"""Drafts of letters, hidden copies, and the log that never claims more than she said."""

from __future__ import annotations

import email
import os
from datetime import UTC, date, datetime
from email import policy
from typing import TYPE_CHECKING

import pytest

import norrmyra
from norrmyra import FIRST, TODAY
from trygghetsrad.domain.errors import NotFound, Refused
from trygghetsrad.domain.meetings import MeetingState, RoleAtMeeting
from trygghetsrad.services.outbox import outbox

if TYPE_CHECKING:
    from norrmyra import Clock
    from trygghetsrad.app import OpenCouncil


@pytest.fixture
def first(council: OpenCouncil) -> int:
    council.meetings.change(norrmyra.meeting(council, FIRST), place="Kommunhuset, Björken")
    return norrmyra.meeting(council, FIRST)


@pytest.fixture
def notice(council: OpenCouncil, first: int) -> int:
    return council.documents.issue("kallelse", TODAY, first).document_id or 0


def names(council: OpenCouncil, document: int) -> list[str]:
    return [one.name for one in council.delivery.recipients(document, TODAY) if one.chosen]


def change(council: OpenCouncil, name: str, **details: object) -> None:
    council.people.change_person(norrmyra.person(council, name), **details)


# -- who ---------------------------------------------------------------------------------------


def test_a_notice_goes_to_all_who_are_called_substitutes_too(council, notice):
    assert names(council, notice) == [
        "Anna Sjöberg",
        "Bo Ek",
        "Eva Nordlund",
        "Karin Öhman",
        "Lena Marklund",
        "Mats Lindgren",
    ]
    draft = council.delivery.draft(notice, TODAY)
    assert [one.email for one in draft.to][:2] == ["anna@norrmyra.example", "bo@norrmyra.example"]
    assert draft.bcc == ()
    assert draft.warnings == ()


def test_one_private_address_hides_all_from_each_other(council, notice):
    change(council, "Lena Marklund", private_address=True)
    draft = council.delivery.draft(notice, TODAY)
    assert draft.to == ()
    assert len(draft.bcc) == 6


def test_showing_a_private_address_is_possible_and_warned_about(council, notice):
    change(council, "Lena Marklund", private_address=True)
    draft = council.delivery.draft(notice, TODAY, hidden=False)
    assert len(draft.to) == 6
    assert draft.warnings == (
        "En privat adress syns för alla mottagare. Välj dold kopia om det inte är meningen.",
    )


def test_a_letter_to_one_person_hides_nothing(council, notice):
    change(council, "Lena Marklund", private_address=True)
    lena = next(one for one in council.delivery.recipients(notice, TODAY) if one.private)
    draft = council.delivery.draft(notice, TODAY, chosen={lena.uid})
    assert [one.name for one in draft.to] == ["Lena Marklund"]
    assert draft.warnings == ()


def test_who_cannot_be_reached_is_left_out_and_listed_with_the_reason(council, notice):
    change(council, "Bo Ek", protected=True)
    change(council, "Karin Öhman", email="")
    change(council, "Mats Lindgren", email="mats@@polisen, eller ring")
    left_out = {one.name: one.left_out for one in council.delivery.recipients(notice, TODAY) if one.left_out}
    assert left_out == {
        "Bo Ek": "skyddade uppgifter",
        "Karin Öhman": "saknar e-postadress",
        "Mats Lindgren": "adressen går inte att använda",
    }
    draft = council.delivery.draft(notice, TODAY)
    assert [one.name for one in draft.mailboxes] == ["Anna Sjöberg", "Eva Nordlund", "Lena Marklund"]


def test_a_protected_person_is_in_no_letter_even_when_chosen(council, notice):
    change(council, "Bo Ek", protected=True, email="hemlig@norrmyra.example")
    bo = next(one for one in council.delivery.recipients(notice, TODAY) if one.name == "Bo Ek")
    assert bo.email == ""
    draft = council.delivery.draft(notice, TODAY, chosen={bo.uid})
    assert draft.mailboxes == ()
    assert "hemlig" not in council.delivery.text(draft)
    assert draft.warnings == ("Brevet har ingen mottagare. Skriv adresserna i brevet innan du skickar det.",)


def test_two_who_share_an_address_get_one_letter(council, notice):
    change(council, "Karin Öhman", email="Skolan@norrmyra.example")
    change(council, "Lena Marklund", email="skolan@norrmyra.example")
    assert len(council.delivery.draft(notice, TODAY).to) == 5


def test_somebody_in_the_bin_gets_no_letter(council, notice):
    seat = next(one for one in council.people.members(TODAY) if one.name == "Mats Lindgren")
    council.people.vacate(seat.appointment.id, date(2026, 2, 1))
    council.people.remove_person(norrmyra.person(council, "Mats Lindgren"), TODAY)
    assert "Mats Lindgren" not in names(council, notice)


def test_a_protokoll_goes_to_those_who_sign_and_when_verified_to_all(council, first):
    norrmyra.call(council, first)
    norrmyra.hold(council, first)
    lena = norrmyra.person(council, "Lena Marklund")
    council.room.set_role(first, RoleAtMeeting.VERIFIER, lena)
    paper = council.documents.issue("protokoll", FIRST, first).document_id
    assert names(council, paper) == ["Eva Nordlund", "Lena Marklund"]
    council.minutes.mark_verified(first, FIRST)
    assert len(names(council, paper)) == 6


def test_a_list_goes_to_the_council(council):
    paper = council.documents.issue("ledamoter", TODAY).document_id
    assert len(names(council, paper)) == 6
    draft = council.delivery.draft(paper, TODAY)
    assert draft.subject == "Förteckning över ledamöter 2026-02-02, Trygghetsrådet"
    assert [one.name for one in draft.attachments] == ["2026-02-02 Förteckning över ledamöter.pdf"]


def test_the_same_list_is_kept_once_a_day_and_anew_when_it_changes(council):
    first = council.documents.issue("ledamoter", TODAY)
    assert council.documents.issue("ledamoter", TODAY) == first
    change(council, "Bo Ek", title="Rektor")
    assert council.documents.issue("ledamoter", TODAY).document_id != first.document_id


# -- the words ---------------------------------------------------------------------------------


def test_the_letter_of_a_notice_says_when_where_and_how_to_report_absence(council, notice):
    draft = council.delivery.draft(notice, TODAY)
    assert draft.subject == "Kallelse till möte 1/2026 tisdag 10 mars 2026 kl. 13.00–15.00, Trygghetsrådet"
    assert draft.text == (
        "Hej,\n\n"
        "här kommer kallelsen till möte 1/2026 i Trygghetsrådet.\n\n"
        "Tid: tisdag 10 mars 2026 kl. 13.00–15.00\n"
        "Plats: Kommunhuset, Björken\n\n"
        "Dagordningen finns i kallelsen. Öppna kalenderfilen om du vill ha mötet i din kalender.\n\n"
        "Kan du inte komma? Säg till senast tisdag 3 mars 2026: Anna Sjöberg, 070-174 06 05, "
        "anna@norrmyra.example. Kontakta även din ersättare.\n\n"
        "Du som är ersättare får kallelsen för kännedom.\n\n"
        "Hälsningar\nAnna Sjöberg\nTrygghetsrådet, Norrmyra kommun\n"
    )


def test_a_moved_meeting_says_what_is_new_and_moves_the_calendar(council, first, notice):
    council.meetings.change(first, day=date(2026, 3, 17))
    with pytest.raises(Refused, match="stämmer inte längre"):
        council.delivery.draft(notice, TODAY)
    changed = council.documents.issue("kallelse", date(2026, 2, 5), first).document_id
    draft = council.delivery.draft(changed, TODAY)
    assert draft.subject.startswith(
        "Ändrad kallelse till möte 1/2026, nu tisdag 17 mars 2026 kl. 13.00–15.00"
    )
    assert "Den här kallelsen ersätter den från 2026-02-02." in draft.text
    assert "Ny dag: tisdag 17 mars 2026 i stället för tisdag 10 mars 2026." in draft.text
    assert "så ändras mötet i din kalender" in draft.text


def test_a_cancelled_meeting_says_why_and_takes_itself_out_of_the_calendar(council, first, notice):
    council.delivery.draft(notice, TODAY)
    council.meetings.cancel(first, "Snöstorm")
    paper = council.documents.issue("kallelse", date(2026, 2, 5), first).document_id
    draft = council.delivery.draft(paper, TODAY)
    assert draft.subject == "Inställt: möte 1/2026 tisdag 10 mars 2026 kl. 13.00–15.00, Trygghetsrådet"
    assert "är inställt. Skäl: Snöstorm." in draft.text
    assert "Kan du inte komma" not in draft.text
    calendar = draft.attachments[1].content.decode("utf-8")
    assert "METHOD:CANCEL" in calendar
    assert "SEQUENCE:1" in calendar


def test_minutes_sent_again_say_what_has_changed_since_the_first_draft(council, first):
    norrmyra.call(council, first)
    norrmyra.hold(council, first)
    council.documents.issue("protokoll", FIRST, first)
    point = council.meetings.agenda(first)[4]
    council.room.write_text(point.id, "Polisen berättade om läget.")
    paper = council.documents.issue("protokoll", FIRST, first).document_id
    draft = council.delivery.draft(paper, FIRST)
    assert draft.subject == "För justering: protokoll från möte 1/2026, utkast 2, Trygghetsrådet"
    assert "Ändrat sedan utkast 1:\n- § 5: texten är ändrad." in draft.text
    assert "Svara senast tisdag 24 mars 2026." in draft.text
    assert [one.media_type for one in draft.attachments] == ["application/pdf"]


def test_a_meeting_in_the_past_is_warned_about(council, first, notice):
    warned = council.delivery.draft(notice, date(2026, 3, 11)).warnings
    assert warned == ("Mötets dag 2026-03-10 har redan varit. Kontrollera dagen innan du skickar något.",)
    assert council.delivery.calendar(first, date(2026, 3, 11)).warnings == warned


def test_hostile_names_stay_inside_their_places(council, first):
    change(
        council, "Bo Ek", given_name="Bo\r\nBcc: annan@fel.example", family_name='Ek, "Bosse"; <x@y.example>'
    )
    council.meetings.change(first, place="Björken\r\nX-EVIL: 1", link="https://a.example/\r\nX:1")
    notice = council.documents.issue("kallelse", TODAY, first).document_id
    draft = council.delivery.draft(notice, TODAY)
    message = email.message_from_bytes(
        council.delivery.put_in_outbox(draft).read_bytes(), policy=policy.default
    )
    assert set(message.keys()) == {"X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"}
    assert len(message["To"].addresses) == 6
    calendar = draft.attachments[1].content.replace(b"\r\n ", b"")
    assert b"\r\nX-EVIL" not in calendar
    assert b"\r\nX:1" not in calendar


# -- handing over ------------------------------------------------------------------------------


def test_the_draft_lies_in_a_private_folder_and_goes_after_a_week(council, notice, clock: Clock):
    draft = council.delivery.draft(notice, TODAY)
    path = council.delivery.put_in_outbox(draft)
    message = email.message_from_bytes(path.read_bytes(), policy=policy.default)
    assert message["Subject"] == draft.subject
    assert path.suffix == ".eml"
    assert path.parent.parent == outbox()
    assert os.name == "nt" or outbox().stat().st_mode & 0o077 == 0
    clock.wait(days=6)
    council.delivery.put_in_outbox(draft)
    assert path.exists()
    clock.wait(days=2)
    council.delivery.put_in_outbox(draft)
    assert not path.exists()


def test_attachments_lie_beside_each_other(council, notice):
    path = council.delivery.put_attachments(council.delivery.draft(notice, TODAY))
    assert sorted(one.name for one in path.parent.iterdir()) == [
        "2026-03-10 Kallelse möte 1.ics",
        "2026-03-10 Kallelse möte 1.pdf",
    ]
    assert path.read_bytes() == council.documents.content(notice).content


# -- the log -----------------------------------------------------------------------------------


def test_a_draft_is_noted_and_nothing_is_claimed_sent(council, first, notice, clock: Clock):
    draft = council.delivery.draft(notice, TODAY)
    clock.moment = datetime(2026, 7, 1, 11, 42, tzinfo=UTC)
    council.delivery.note_draft_made(notice, draft.recipient_uids)
    (line,) = council.delivery.log(notice)
    assert f"{line.drafted_at:%Y-%m-%d %H.%M}" == "2026-07-01 13.42"
    assert (line.recipients, line.sent_on) == (6, None)
    assert council.meetings.get(first).state is MeetingState.PLANNED
    assert council.documents.issued()[0].sent_on is None


def test_marking_as_sent_names_those_of_the_latest_draft_by_id_never_by_address(council, first, notice):
    draft = council.delivery.draft(notice, TODAY)
    council.delivery.note_draft_made(notice, draft.recipient_uids)
    council.delivery.note_draft_made(notice, draft.recipient_uids[:2])
    council.delivery.mark_sent(notice, date(2026, 2, 3))
    *_drafts, sent = council.delivery.log(notice)
    assert (sent.sent_on, sent.recipients) == (date(2026, 2, 3), 2)
    assert council.meetings.get(first).called_on == date(2026, 2, 3)
    kept = norrmyra.rows(council.path, "SELECT recipient_uids FROM delivery")
    assert kept[-1] == (" ".join(draft.recipient_uids[:2]),)
    told = str(
        norrmyra.rows(council.path, "SELECT * FROM delivery")
        + norrmyra.rows(council.path, "SELECT * FROM event")
    )
    assert "@" not in told


def test_a_mark_that_is_undone_stays_in_the_log_as_undone(council, notice):
    council.delivery.mark_sent(notice, TODAY)
    assert [one.taken_back for one in council.delivery.log(notice)] == [False]
    council.undo.undo()
    assert [one.taken_back for one in council.delivery.log(notice)] == [True]


def test_a_draft_cannot_be_made_of_what_is_not_there(council, first, notice):
    with pytest.raises(NotFound):
        council.delivery.draft(99, TODAY)
    with pytest.raises(NotFound):
        council.delivery.note_draft_made(99, ())
    with pytest.raises(NotFound):
        council.delivery.calendar(99, TODAY)
