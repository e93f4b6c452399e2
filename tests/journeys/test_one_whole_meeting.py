"""From an empty computer to verified minutes: the main job, by mouse and keys, through the real window."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pypdf
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from trygghetsrad.domain.calendar import why_not
from trygghetsrad.domain.meetings import Capacity, ItemOrigin, MinutesState, Presence
from ui.hands import click, press, settle, type_text
from ui.room.hands import ALT, CONTROL

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.coordinator import Coordinator

LIST = "\n".join(
    "\t".join(line)
    for line in [
        ("Namn", "Organisation", "Roll", "E-post", "Mobil"),
        ("Eva Nordlund", "Kommunstyrelsen", "Ordförande", "eva@norsjo.example", "070-174 06 05"),
        ("Anna Sjöberg", "Kommunkontoret", "Sekreterare", "anna@norsjo.example", "070-174 06 06"),
        ("Mats Lindgren", "Polisen", "Ledamot", "mats@polisen.example", "070-174 06 07"),
        ("Karin Öhman", "Räddningstjänsten", "Ledamot", "karin@rtj.example", "070-174 06 08"),
        ("Åke Brännström", "Beredskap", "Ledamot", "ake@norsjo.example", "070-174 06 09"),
        ("Lena Marklund", "Norsjö skola", "Ledamot", "lena@norsjo.example", "070-174 06 10"),
        ("Jonas Wikström", "Socialtjänsten", "Ledamot", "jonas@norsjo.example", "070-174 06 11"),
        ("Sara Hedlund", "Räddningstjänsten", "Ersättare", "sara@rtj.example", "070-174 06 12"),
        ("Per-Olov Granström", "Företagarna", "Ledamot", "", "070-174 06 13"),
        ("Birgitta Lövgren", "Pensionärsrådet", "Ledamot", "birgitta@prorad.example", "070-174 06 14"),
        ("Hassan Ali", "Hyresbostäder", "Ledamot", "hassan@hyres.example", "070-174 06 15"),
        ("Ärla Östman", "Elevhälsan", "Ledamot", "arla@norsjo.example", "070-174 06 16"),
    ]
)


def found_the_council(anna: Coordinator) -> None:
    """Type the municipality, keep the proposed name, paste twelve rows, mend one and take them in."""
    welcome = anna.window.welcome
    type_text(welcome.municipality.line, "norsjö")
    QApplication.clipboard().setText(LIST)
    click(welcome.paste)
    anna.come_back()
    paste = anna.page("members").paste_import
    assert [pill.word() for pill in paste.parts.pills if pill.isVisible()] == [
        "12 rader",
        "1 e-postadress saknas",
    ]
    type_text(paste.parts.view, "p")
    editor = paste.parts.view.viewport().findChild(QLineEdit)
    type_text(editor, "er-olov@foretagarna.example")
    press(editor, Qt.Key.Key_Return)
    settle()
    click(paste.parts.add)
    settle()
    assert len(anna.council.people.members(anna.moment.date())) == 12


def plan_the_year(anna: Coordinator) -> None:
    anna.go(2)
    meetings = anna.page("meetings").list
    click(meetings.empty.primary)
    settle()
    click(meetings.planning.plan_button)
    settle()


def prepare_the_first_meeting(anna: Coordinator) -> None:
    """Open the next meeting and add two points to the agenda that is filled already."""
    anna.go(1)
    anna.workplace.open("meeting", anna.council.meetings.next(anna.moment.date()).id)
    settle()
    assert len(anna.stored().items) == 8
    for title in ("Kamerorna vid macken", "Sommarens skolavslutning"):
        click(anna.room.agenda.add_button)
        settle()
        anna.hands.line(title)
        settle()
    assert [item.title for item in anna.stored().items][6:8] == [
        "Kamerorna vid macken",
        "Sommarens skolavslutning",
    ]


def make_the_notice(anna: Coordinator, folder: Path) -> str:
    click(anna.room.header.buttons["notice"])
    settle()
    documents = anna.page("documents")
    click(documents.desk.delivery.make)
    settle()
    target = folder / "kallelse.pdf"
    documents.choose_target = lambda _name: target
    click(documents.desk.delivery.save)
    settle()
    return "".join(page.extract_text() for page in pypdf.PdfReader(target).pages)


def hold_the_meeting(anna: Coordinator) -> None:
    """Start, untick one, call in a substitute, and write through the agenda with the quick line."""
    meeting = anna.council.meetings.next(anna.moment.date())
    anna.moment = datetime.combine(meeting.day, time(13, 2))
    anna.workplace.open("meeting", meeting.id)
    settle()
    room = anna.room
    room.refresh()
    click(room.header.buttons["start"])
    settle()
    click(room.attendance.row("Karin Öhman").check.box)
    settle()
    click(room.attendance.row("Karin Öhman").offers[0])
    settle()
    hands = anna.hands
    room.middle.go_to(anna.stored().items[0].id)
    room.quick.focus_line()
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.line("j Lena")
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.line("Protokollet lades till handlingarna.")
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.letters("b bl")
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.line("å andra sidan är läget lugnt i skolan.")
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.letters("å Åke kontrollerar kamerorna vid macken 18 dec")
    assert room.quick.preview.isVisible()
    hands.press(Qt.Key.Key_Return)
    settle()


def end_and_make_the_minutes(anna: Coordinator) -> None:
    """End the meeting, look at the checklist and make the minutes all the same: it warns, it never blocks."""
    meeting_id = anna.stored().meeting.id
    anna.moment = anna.moment.replace(hour=14, minute=50)
    click(anna.room.header.buttons["end"])
    settle()
    assert any("Sommarens skolavslutning" in lack.text for lack in anna.room.checklist.lacks)
    click(anna.room.checklist.make_button)
    settle()
    assert anna.council.meetings.get(meeting_id).minutes_state is MinutesState.SENT_FOR_VERIFICATION
    minutes = anna.page("documents").desk.preview.text()
    assert "Sara Hedlund" in minutes
    assert "§ 7" in minutes


def mark_verified(anna: Coordinator, meeting_id: int) -> None:
    anna.workplace.open("meeting", meeting_id)
    settle()
    click(anna.room.header.buttons["verify"])
    click(anna.room.verification.mark_button)
    settle()
    assert anna.council.meetings.get(meeting_id).minutes_state is MinutesState.VERIFIED


def test_one_whole_meeting(anna: Coordinator, tmp_path: Path) -> None:
    found_the_council(anna)
    plan_the_year(anna)
    days = [meeting.day for meeting in anna.council.meetings.of_year(2027)]
    assert len(days) == 4
    rules = anna.council.meetings.rules(2027)
    assert [why_not(day, rules) for day in days] == [None] * 4

    prepare_the_first_meeting(anna)
    notice = make_the_notice(anna, tmp_path)
    assert "Kallelse till möte 1/2027" in notice
    assert "Kamerorna vid macken" in notice

    hold_the_meeting(anna)
    stored = anna.stored()
    action = next(action for item in stored.items for action in item.actions)
    assert (action.what, action.owner) == ("Kontrollerar kamerorna vid macken", "Åke Brännström")
    assert (action.due.month, action.due.day) == (12, 18)
    away = {one.name: one for one in stored.attendees}
    assert away["Karin Öhman"].presence is Presence.EXCUSED
    assert away["Sara Hedlund"].capacity is Capacity.SERVING_SUBSTITUTE
    assert "å andra sidan är läget lugnt i skolan." in stored.items[5].text

    end_and_make_the_minutes(anna)
    mark_verified(anna, stored.meeting.id)
    anna.go(3)
    assert anna.page("actions").list.table.texts()[0][0] == "Kontrollerar kamerorna vid macken"
    following = anna.council.meetings.of_year(2027)[1]
    carried = [
        item.title
        for item in anna.council.meetings.agenda(following.id)
        if item.origin is ItemOrigin.UNDISCUSSED
    ]
    assert carried == ["Sommarens skolavslutning"]
    anna.workplace.open("meeting", following.id)
    settle()
    follow_up = next(item for item in anna.stored().items if item.title == "Uppföljning av åtgärder")
    anna.room.middle.go_to(follow_up.id)
    settle()
    assert "Kontrollerar kamerorna vid macken" in anna.room.item_view.open_actions.table.texts()[0][0]

    before = [(item.title, item.text) for item in anna.council.meetings.agenda(stored.meeting.id)]
    anna.quit()
    anna.start()
    assert anna.window.welcome is None
    assert [(item.title, item.text) for item in anna.council.meetings.agenda(stored.meeting.id)] == before
    assert anna.council.meetings.get(stored.meeting.id).verified_on == date(2027, 2, 9)
    anna.undo()
    assert anna.council.meetings.get(stored.meeting.id).minutes_state is MinutesState.VERIFIED


def test_everything_up_to_the_verification_can_be_taken_back(anna: Coordinator) -> None:
    found_the_council(anna)
    plan_the_year(anna)
    prepare_the_first_meeting(anna)
    hold_the_meeting(anna)
    titles = [item.title for item in anna.stored().items]
    anna.room.agenda.list.setFocus()
    press(anna.room.agenda.list, Qt.Key.Key_Delete)
    settle()
    assert len(anna.stored().items) == len(titles) - 1
    anna.undo()
    assert [item.title for item in anna.stored().items] == titles
    for _step in range(80):
        if not anna.council.undo.next_undo():
            break
        anna.undo()
    assert anna.council.people.persons() == ()
    assert anna.council.meetings.every() == ()


def test_ctrl_n_alt_and_arrows_reach_the_agenda_in_the_real_window(anna: Coordinator) -> None:
    found_the_council(anna)
    plan_the_year(anna)
    prepare_the_first_meeting(anna)
    agenda = anna.room.agenda.list
    agenda.setFocus()
    first = anna.stored().items[0].title
    anna.room.middle.go_to(anna.stored().items[0].id)
    agenda.setFocus()
    anna.hands.press(Qt.Key.Key_Down, ALT)
    settle()
    assert anna.stored().items[1].title == first
