"""A year of a council, lived through the window: asked, approved, called, moved, off, held, signed, anew."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from trygghetsrad.domain.meetings import (
    Capacity,
    MeetingKind,
    MeetingState,
    MinutesState,
    Presence,
    RoleAtMeeting,
)
from trygghetsrad.domain.people import SeatRole
from trygghetsrad.domain.terms import proposed_terms
from ui.hands import click, pick, settle, type_text
from ui.room.hands import CONTROL, SHIFT

if TYPE_CHECKING:
    from journeys.coordinator import Coordinator
    from trygghetsrad.domain.meetings import Meeting

LIST = "\n".join(
    "\t".join(line)
    for line in [
        ("Namn", "Organisation", "Roll", "E-post"),
        ("Eva Nordlund", "Kommunstyrelsen", "Ordförande", "eva@norrmyra.example"),
        ("Bo Ek", "Kommunstyrelsen", "Vice ordförande", "bo@norrmyra.example"),
        ("Anna Sjöberg", "Kommunkontoret", "Sekreterare", "anna@norrmyra.example"),
        ("Mats Lindgren", "Polisen", "Ledamot", "mats@polisen.example"),
        ("Lena Marklund", "Norrmyra skola", "Ledamot", "lena@norrmyra.example"),
        ("Åke Brännström", "Räddningstjänsten", "Ledamot", "ake@rtj.example"),
        ("Sara Hedlund", "Polisen", "Ersättare", "sara@polisen.example"),
    ]
)


def at(anna: Coordinator, day: date, hour: int = 9, minute: int = 0) -> None:
    """Let it be another day; every page looks again when it is visited."""
    anna.moment = datetime.combine(day, time(hour, minute))
    anna.page("overview").refresh()


def to_do(anna: Coordinator) -> list[str]:
    anna.go(1)
    anna.page("overview").refresh()
    return [row.gap.text for row in anna.page("overview").gaps_card.rows]


def follow(anna: Coordinator, text: str) -> None:
    """Click a line of what is to be done."""
    assert text in to_do(anna)
    row = next(one for one in anna.page("overview").gaps_card.rows if one.gap.text == text)
    click(row)
    settle()


def send(anna: Coordinator) -> None:
    """Make a letter of the paper in view and say that it is sent."""
    documents = anna.page("documents")
    click(documents.desk.delivery.draft)
    settle()
    if documents.desk.delivery.mailing.opened.isVisible():
        click(documents.desk.delivery.mailing.opened)
        settle()
    click(documents.desk.delivery.sending.mark)
    settle()


def make_and_send(anna: Coordinator) -> str:
    """Make the notice in view for good, send it, and return its words."""
    documents = anna.page("documents")
    click(documents.desk.delivery.make)
    settle()
    words = documents.desk.preview.text()
    send(anna)
    return " ".join(words.split())


def meeting(anna: Coordinator, number: int, year: int = 2026) -> Meeting:
    return anna.council.meetings.of_year(year)[number - 1]


def panel_of(anna: Coordinator, meeting_id: int):
    anna.go(2)
    anna.page("meetings").list.open_item(meeting_id)
    settle()
    return anna.page("meetings").list.list.panel


def call(anna: Coordinator, meeting_id: int) -> str:
    anna.workplace.open("meeting", meeting_id)
    settle()
    click(anna.room.header.buttons["notice"])
    settle()
    return make_and_send(anna)


def menu(anna: Coordinator, name: str, words: str) -> None:
    """Choose from the menu of a person round the table."""
    row = anna.room.attendance.row(name)
    row.deeds.fill()
    next(action for action in row.menu.actions() if action.text().startswith(words)).trigger()
    settle()


def point(anna: Coordinator, title: str) -> int:
    found = next(one for one in anna.stored().items if one.title == title)
    anna.room.middle.go_to(found.id)
    settle()
    return found.id


def found_the_council(anna: Coordinator) -> None:
    type_text(anna.window.welcome.municipality.line, "norsjö")
    QApplication.clipboard().setText(LIST)
    click(anna.window.welcome.paste)
    anna.come_back()
    click(anna.page("members").paste_import.parts.add)
    settle()
    assert len(anna.council.people.members(anna.moment.date())) == 7
    anna.page("documents").open_with = lambda _path: True
    anna.workplace.open("settings", 0)
    settle()
    pick(anna.page("settings").meetings_card.approval.box, "Godkänns av ordföranden först")
    weeks = anna.page("settings").meetings_card.weeks.edit
    weeks.setText("27–32, 44 höstlov, 10 sportlov")
    weeks.commit()


def plan_the_year(anna: Coordinator) -> None:
    anna.go(2)
    meetings = anna.page("meetings").list
    click(meetings.empty.primary)
    settle()
    click(meetings.planning.plan_button)
    settle()
    assert [one.day.month for one in anna.council.meetings.of_year(2026)] == [2, 5, 9, 12]


def ask_for_items(anna: Coordinator) -> None:
    first = meeting(anna, 1)
    at(anna, first.day - timedelta(days=28))
    follow(anna, "Fråga efter ärenden")
    assert "Vad vill du ta upp på mötet" in anna.page("documents").desk.preview.text()
    send(anna)
    assert "Fråga efter ärenden" not in to_do(anna)
    anna.workplace.open("meeting", first.id)
    settle()
    anna.room.agenda.focus_agenda()
    anna.hands.press(Qt.Key.Key_N, CONTROL | SHIFT)
    for title, who in (("Kamerorna vid macken", "Mats Lindgren"), ("Nattvandring", "Lena Marklund")):
        anna.hands.line(title)
        anna.hands.line(who)
    anna.hands.press(Qt.Key.Key_Escape)
    settle()
    assert [one.proposed_by for one in anna.stored().items if one.proposed_by] == [
        "Mats Lindgren",
        "Lena Marklund",
    ]


def let_the_chair_approve(anna: Coordinator) -> None:
    first = meeting(anna, 1)
    at(anna, first.day - timedelta(days=13))
    follow(anna, "Be ordföranden godkänna")
    send(anna)
    assert "Väntar på ordföranden" in to_do(anna)
    anna.workplace.open("meeting", first.id)
    settle()
    click(anna.room.header.buttons["approve"])
    click(anna.room.approval.mark_button)
    settle()
    assert any(word.startswith("Godkänd") for word in anna.room.header.pill_words())


def call_and_move(anna: Coordinator) -> None:
    first = meeting(anna, 1)
    at(anna, first.day - timedelta(days=10))
    notice = call(anna, first.id)
    assert "Kallelse till möte 1/2026" in notice
    before = anna.council.delivery.calendar(first.id, anna.moment.date()).content
    panel = panel_of(anna, first.id)
    panel.day.field.edit.setText((first.day + timedelta(days=7)).isoformat())
    panel.day.field.edit.commit()
    settle()
    click(panel.notice.action)
    settle()
    assert "ÄNDRAD KALLELSE" in make_and_send(anna)
    after = anna.council.delivery.calendar(first.id, anna.moment.date()).content
    assert (b"SEQUENCE:0" in before, b"SEQUENCE:1" in after) == (True, True)
    assert meeting(anna, 1).label == "Möte 1/2026"


def hold(anna: Coordinator, meeting_id: int) -> None:
    day = anna.council.meetings.get(meeting_id).day
    at(anna, day, 13, 2)
    anna.workplace.open("meeting", meeting_id)
    settle()
    anna.room.refresh()
    click(anna.room.header.buttons["start"])
    settle()


def end(anna: Coordinator) -> None:
    anna.moment = anna.moment.replace(hour=14, minute=50)
    click(anna.room.header.buttons["end"])
    settle()
    click(anna.room.checklist.make_button)
    settle()


def hold_with_all_that_happens(anna: Coordinator) -> None:
    """One on the link, one absent with a substitute, the chair disqualified at one point and gone from another."""
    hold(anna, meeting(anna, 1).id)
    room = anna.room
    menu(anna, "Lena Marklund", "På distans")
    click(room.attendance.row("Mats Lindgren").check.box)
    settle()
    click(room.attendance.row("Mats Lindgren").offers[0])
    settle()
    point(anna, "Kamerorna vid macken")
    menu(anna, "Eva Nordlund", "Jäv på")
    click(room.attendance.so_far.stand_in)
    settle()
    point(anna, "Övriga frågor")
    menu(anna, "Bo Ek", "Ordförande från och med")
    for name in ("Lena Marklund", "Åke Brännström"):
        anna.come_back()
        anna.room.quick.focus_line()
        anna.hands.line(f"j {name}")
    settle()
    stored = anna.stored()
    seen = {one.name: one for one in stored.attendees}
    assert seen["Lena Marklund"].presence is Presence.REMOTE
    assert seen["Sara Hedlund"].capacity is Capacity.SERVING_SUBSTITUTE
    assert len(stored.holders(RoleAtMeeting.VERIFIER)) == 2
    end(anna)


def sign_twice(anna: Coordinator) -> None:
    """Utkast 1, a change, utkast 2, justerat, taken back, justerat again."""
    first = meeting(anna, 1)
    paper = " ".join(anna.page("documents").desk.preview.text().split())
    assert "Eva Nordlund, §§ 1–6 och 8" in paper
    assert "Bo Ek, §§ 7 och 9–10" in paper
    assert "Lena Marklund, ledamot, Norrmyra skola, på distans" in paper
    anna.workplace.open("meeting", first.id)
    settle()
    anna.council.room.write_text(point(anna, "Nattvandring"), "Klassföräldrarna går på fredagar.")
    settle()
    click(anna.room.header.buttons["minutes"])
    settle()
    assert "Ändrat sedan utkast 1" in anna.page("documents").desk.preview.text()
    for _round in range(2):
        anna.workplace.open("meeting", first.id)
        settle()
        click(anna.room.header.buttons["verify"])
        click(anna.room.verification.mark_button)
        settle()
        assert meeting(anna, 1).minutes_state is MinutesState.VERIFIED
        if _round == 0:
            click(anna.room.header.buttons["withdraw"])
            anna.room.withdrawal.reason.setText("Fel dag")
            click(anna.room.withdrawal.withdraw_button)
            settle()
            assert meeting(anna, 1).minutes_state is MinutesState.SENT_FOR_VERIFICATION


def call_one_off(anna: Coordinator) -> None:
    second = meeting(anna, 2)
    at(anna, second.day - timedelta(days=10))
    call(anna, second.id)
    panel = panel_of(anna, second.id)
    click(panel.calling_off.begin_button)
    panel.calling_off.reason.edit.setText("För många är sjuka")
    click(panel.calling_off.confirm_button)
    settle()
    click(panel.notice.action)
    settle()
    words = make_and_send(anna)
    assert "INSTÄLLT" in words
    assert "För många är sjuka" in words
    assert (meeting(anna, 2).label, meeting(anna, 2).state) == ("Möte 2/2026", MeetingState.CANCELLED)
    calendar = anna.council.delivery.calendar(second.id, anna.moment.date()).content
    assert b"METHOD:CANCEL" in calendar


def keep_notes_of_one(anna: Coordinator) -> None:
    third = meeting(anna, 3)
    at(anna, third.day - timedelta(days=10))
    panel = panel_of(anna, third.id)
    pick(panel.minutes_kind.box, "Minnesanteckningar")
    call(anna, third.id)
    hold(anna, third.id)
    assert "Val av justerare" not in {one.title for one in anna.stored().items}
    point(anna, "Övriga frågor")
    anna.come_back()
    anna.room.quick.focus_line()
    anna.hands.line("Inget nytt sedan sist.")
    end(anna)
    anna.workplace.open("meeting", third.id)
    settle()
    click(anna.room.header.buttons["verify"])
    click(anna.room.verification.mark_button)
    settle()
    assert meeting(anna, 3).minutes_state is MinutesState.FINALISED
    assert meeting(anna, 3).label == "Möte 3/2026"
    buttons = anna.room.findChildren(QToolButton)
    assert not any("juster" in one.text().casefold() for one in buttons if one.isVisible())


def begin_a_new_mandate(anna: Coordinator) -> None:
    """The old council waits for an election; a new chair is appointed and leads the first meeting."""
    council = anna.council
    old, _new = proposed_terms(anna.moment.date())[:2]
    chair = next(one for one in council.people.members(anna.moment.date()) if one.name == "Eva Nordlund")
    council.people.serve(chair.appointment.id, old)
    at(anna, date(2027, 1, 4))
    assert "1 plats väntar på nyval" in to_do(anna)
    january = council.meetings.add(date(2027, 1, 26))
    panel = panel_of(anna, january)
    pick(panel.kind.box, "Konstituerande")
    assert meeting(anna, 1, 2027).kind is MeetingKind.CONSTITUENT
    council.people.appoint_new(chair.seat.id, "Siv Berg", date(2027, 1, 1))
    notice = call(anna, january)
    assert "Kallelse till möte 1/2027" in notice
    assert "Konstituerande möte" in notice
    assert "Ordförande Siv Berg" in notice
    assert "Val av vice ordförande" in notice
    hold(anna, january)
    leads = anna.stored().holders(RoleAtMeeting.CHAIR)
    assert [one.name for one in leads] == ["Siv Berg"]
    assert SeatRole.CHAIR in {one.role for one in anna.stored().attendees if one.name == "Siv Berg"}


def test_a_year_of_norrmyra(anna: Coordinator) -> None:
    anna.moment = datetime(2026, 1, 5, 9, 0)  # noqa: DTZ001  # the wall clock
    found_the_council(anna)
    plan_the_year(anna)
    ask_for_items(anna)
    let_the_chair_approve(anna)
    call_and_move(anna)
    hold_with_all_that_happens(anna)
    sign_twice(anna)
    call_one_off(anna)
    keep_notes_of_one(anna)
    begin_a_new_mandate(anna)
    labels = [one.label for one in anna.council.meetings.of_year(2026)]
    assert labels == ["Möte 1/2026", "Möte 2/2026", "Möte 3/2026", "Möte prel. 4/2026"]
    anna.workplace.open("overview", 0)
    settle()
    assert anna.workplace.shell.banner_texts() == []
