"""One meeting in the panel: moved, given other hours, called off and taken up again."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.meetings import MeetingKind, MeetingState
from trygghetsrad.ui.meetings.page import MeetingsPage
from ui.builders import TODAY, next_meeting, norrmyra, window
from ui.meetings.keys import keys, overwrite, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.meetings import Meeting
    from trygghetsrad.ui.meetings.panel import MeetingPanel

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def council(tmp_path: Path) -> Iterator[OpenCouncil]:
    made = norrmyra(tmp_path)
    yield made
    made.close()


@pytest.fixture
def page(council: OpenCouncil, qtbot: QtBot) -> MeetingsPage:
    _shell, page = window(qtbot, council, MeetingsPage)
    page.open_item(next_meeting(council))
    return page  # type: ignore[return-value]


@pytest.fixture
def panel(page: MeetingsPage) -> MeetingPanel:
    return page.list.panel


def call(council: OpenCouncil) -> int:
    meeting = next_meeting(council)
    council.meetings.open_agenda(meeting)
    notice = council.documents.issue("kallelse", TODAY, meeting)
    council.documents.mark_sent(notice.document_id or 0, TODAY)
    return meeting


def stored(council: OpenCouncil) -> Meeting:
    return council.meetings.every()[3]


def test_the_panel_says_when_and_what_is_due_around_the_meeting(panel):
    assert (panel.day.field.edit.text(), panel.day.field.note()) == ("2026-12-08", "tisdag, vecka 50")
    assert (panel.starts.edit.text(), panel.ends.edit.text()) == ("13.00", "15.00")
    assert panel.due.words() == [
        "Fråga efter ärenden tisdag 10 november\n13 dagar försenad",
        "Material senast tisdag 24 november",
        "Kallelsen ut senast fredag 27 november",
        "Justerat senast tisdag 22 december",
    ]


def test_what_was_asked_and_approved_is_told_with_its_day(council, panel):
    paper = council.documents.issue("arendeforfragan", TODAY, next_meeting(council))
    council.delivery.mark_sent(paper.document_id or 0, TODAY)
    council.council.change(chair_approves=True)
    assert panel.due.words()[0] == "Fråga efter ärenden skickad 2026-11-23"
    assert panel.due.words()[2] == "Godkänns senast fredag 27 november"
    council.meetings.approve_agenda(next_meeting(council), TODAY)
    assert panel.due.words()[2] == "Dagordningen godkänd 2026-11-23"
    council.council.change(items_days=0, chair_approves=False)
    assert len(panel.due.words()) == 3


def test_what_we_ask_of_the_members_is_written_here_and_stands_in_the_notice(council, panel):
    panel.asked_of_you.edit.setPlainText("Läs lägesbilden före mötet.")
    panel.asked_of_you.edit.commit()
    assert stored(council).asked_of_you == "Läs lägesbilden före mötet."


def test_what_is_late_before_the_meeting_is_said_plainly(council, panel):
    council.meetings.change(next_meeting(council), day=date(2026, 11, 27))
    assert panel.due.words()[1] == "Material senast fredag 13 november\n10 dagar försenad"
    call(council)
    assert panel.due.words()[1] == "Material senast fredag 13 november"


def test_a_typed_day_moves_the_meeting_and_enter_is_enough(council, panel):
    write(panel.day.field.edit, "15 dec")
    assert stored(council).day == date(2026, 12, 15)
    assert panel.day.field.note() == "tisdag, vecka 51"
    assert panel.day.advice.isHidden()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("25 dec", "Röd dag: Juldagen."),
        ("lör v 50", "Lördag."),
        ("2027-07-13", "Vecka 28 är en undvik-vecka."),
        ("2027-05-07", "Klämdag."),
        ("9 sep 2026", "Dagen har passerat. Mötet går ändå att lägga här."),
        ("2027-02-09", "Det finns redan ett möte den dagen."),
        ("2027-02-16", "Dagen krockar: KF."),
    ],
)
def test_a_day_that_does_not_suit_is_taken_with_a_warning(council, panel, typed, words):
    council.council.change(avoid_days="2027-02-16 KF")
    council.meetings.add(date(2027, 2, 9))
    write(panel.day.field.edit, typed)
    assert panel.day.advice.warning.text() == words
    assert panel.day.advice.isVisible()


def test_a_better_day_is_one_click_away(council, panel, qtbot):
    write(panel.day.field.edit, "25 dec")
    offers = panel.day.advice.offers
    assert [button.text() for button in offers] == ["ons 23 dec", "mån 28 dec", "tis 22 dec"]
    assert offers[0].accessibleName() == "Välj onsdag 23 december, vecka 52 i stället"
    qtbot.mouseClick(offers[0], LEFT)
    assert stored(council).day == date(2026, 12, 23)
    assert panel.day.advice.isHidden()
    assert panel.day.field.edit.hasFocus()


@pytest.mark.parametrize("typed", ["snart", "32 dec", "+7300 år"])
def test_what_is_no_day_is_said_beside_the_field_and_nothing_is_moved(council, panel, typed):
    write(panel.day.field.edit, typed)
    assert "gick inte att läsa" in panel.day.field.note()
    assert stored(council).day == date(2026, 12, 8)


def test_a_meeting_cannot_lose_its_day(council, panel):
    panel.day.field.edit.setFocus()
    panel.day.field.edit.clear()
    QTest.keyClick(panel.day.field.edit, Qt.Key.Key_Return)
    assert stored(council).day == date(2026, 12, 8)


def test_a_called_meeting_that_leaves_its_year_keeps_its_number_and_says_so(council, panel, page):
    call(council)
    write(panel.day.field.edit, "12 jan")
    assert panel.title() == "Möte 4/2026"
    assert panel.day.field.note() == "tisdag, vecka 2. Mötet behåller sitt nummer, 4/2026."
    assert page.list.years.selected() == "2027"


@pytest.mark.parametrize("typed", ["9", "900", "9:00", "09.00", "kl 9"])
def test_hours_are_understood_as_typed_and_the_meeting_stays_as_long(council, panel, typed):
    write(panel.starts.edit, typed)
    assert (stored(council).starts, stored(council).ends) == (time(9), time(11))
    assert (panel.starts.edit.text(), panel.ends.edit.text()) == ("9.00", "11.00")


def test_a_late_start_never_runs_past_midnight(council, panel):
    write(panel.starts.edit, "2330")
    assert (stored(council).starts, stored(council).ends) == (time(23, 30), time(23, 59))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("12.30", "Slutet måste komma efter början. Den gamla tiden är kvar."),
        ("halv tre", "Det är inget klockslag. Skriv till exempel 13.00."),
    ],
)
def test_an_end_that_cannot_be_is_said_beside_the_field(council, panel, typed, words):
    write(panel.ends.edit, typed)
    assert panel.ends.note() == words
    assert stored(council).ends == time(15)


def test_every_other_field_is_stored_when_it_is_left(council, panel):
    write(panel.place.edit, "Biblioteket, Granen")
    write(panel.link.edit, "https://mote.example/norrmyra")
    write(panel.dnr.edit, "KS 2026/41")
    panel.theme.edit.setFocus()
    keys(panel.theme.edit, "Trygga platser")
    panel.place.edit.setFocus()
    panel.kind.box.setFocus()
    QTest.keyClick(panel.kind.box, Qt.Key.Key_Down)
    panel.kind.box.activated.emit(panel.kind.box.currentIndex())
    meeting = stored(council)
    assert (meeting.place, meeting.link) == ("Biblioteket, Granen", "https://mote.example/norrmyra")
    assert (meeting.dnr, meeting.theme, meeting.kind) == (
        "KS 2026/41",
        "Trygga platser",
        MeetingKind.CONSTITUENT,
    )


def test_day_and_time_of_the_verification_are_typed_and_emptied(council, panel):
    write(panel.verification_day.edit, "15 dec")
    write(panel.verification_time.edit, "10")
    kept = stored(council)
    assert (kept.verification_day, kept.verification_time) == (date(2026, 12, 15), time(10))
    for field in (panel.verification_time.edit, panel.verification_day.edit):
        overwrite(field, "")
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClick(field, Qt.Key.Key_Return)
    kept = stored(council)
    assert (kept.verification_day, kept.verification_time) == (None, None)


def test_what_is_typed_is_saved_when_the_page_is_left(council, panel, page):
    overwrite(panel.place.edit, "Biblioteket")
    page.commit_pending()
    assert stored(council).place == "Biblioteket"


def test_a_meeting_with_notes_is_not_asked_where_it_is_verified(council, panel):
    council.meetings.change(next_meeting(council), minutes_kind=MinutesKind.NOTES)
    assert panel.verification_place.isHidden()
    assert panel.due.words()[3].startswith("Klart senast")


def test_the_first_button_is_the_one_that_is_next(council, page, panel, qtbot):
    assert (panel.lead.text(), panel.other.text()) == ("Öppna mötet", "Gör kallelsen")
    council.meetings.open_agenda(next_meeting(council))
    assert (panel.lead.text(), panel.other.text()) == ("Gör kallelsen", "Öppna mötet")
    for button, kind in ((panel.lead, "documents"), (panel.other, "meeting")):
        with qtbot.waitSignal(page.open_requested) as asked:
            qtbot.mouseClick(button, LEFT)
        assert asked.args == [kind, next_meeting(council)]


def test_moving_a_called_meeting_asks_for_a_changed_notice(council, page, panel, qtbot):
    meeting = call(council)
    assert panel.notice.isHidden()
    write(panel.day.field.edit, "15 dec")
    assert panel.notice.text() == "Kallelsen gäller inte längre. Gör en ändrad kallelse."
    assert page.list.table.texts()[3][1].startswith("Gör en ändrad kallelse")
    with qtbot.waitSignal(page.open_requested) as asked:
        qtbot.mouseClick(panel.notice.action, LEFT)
    assert asked.args == ["documents", meeting]
    council.documents.issue("kallelse", TODAY, meeting)
    assert panel.notice.isHidden()


def test_a_called_meeting_typed_into_the_past_is_said_plainly_and_nobody_is_called_to_it(
    council, page, panel
):
    call(council)
    write(panel.day.field.edit, "2026-11-10")
    assert stored(council).day == date(2026, 11, 10)
    assert panel.day.advice.warning.text() == "Dagen har passerat. Mötet går ändå att lägga här."
    assert panel.notice.text() == ""
    line = next(one for one in page.list.table.rows() if one.meeting.id == stored(council).id)
    assert (line.deed.what, line.deed.when) == ("Öppna mötet", "dagen har passerat")
    assert stored(council).number == 4
    council.undo.undo()
    assert stored(council).day == date(2026, 12, 8)
    assert panel.notice.text() == ""


def test_a_meeting_is_called_off_with_its_reason_where_it_stands(council, page, panel, qtbot):
    call(council)
    qtbot.mouseClick(panel.calling_off.begin_button, LEFT)
    assert panel.calling_off.reason.edit.hasFocus()
    keys(panel.calling_off.reason.edit, "Ordföranden är sjuk.")
    qtbot.mouseClick(panel.calling_off.confirm_button, LEFT)
    meeting = stored(council)
    assert (meeting.state, meeting.cancelled_because) == (MeetingState.CANCELLED, "Ordföranden är sjuk.")
    assert panel.notice.text() == "Mötet är inställt. De kallade behöver få veta det."
    assert panel.notice.action.text() == "Gör ett besked"
    assert panel.calling_off.isHidden()
    council.documents.issue("kallelse", TODAY, meeting.id)
    assert panel.notice.text() == "Mötet är inställt. Ordföranden är sjuk."
    assert panel.notice.action.isHidden()


def test_esc_in_the_reason_keeps_the_meeting_and_the_panel(council, panel, qtbot):
    qtbot.mouseClick(panel.calling_off.begin_button, LEFT)
    keys(panel.calling_off.reason.edit, "Nej")
    QTest.keyClick(panel.calling_off.reason.edit, Qt.Key.Key_Escape)
    QTest.keyClick(panel.calling_off.reason.edit, Qt.Key.Key_Escape)
    assert panel.isVisible()
    assert panel.calling_off.begin_button.isVisible()
    assert stored(council).state is MeetingState.PLANNED


def test_a_cancelled_meeting_can_be_held_after_all(council, panel, qtbot):
    council.meetings.cancel(next_meeting(council), "")
    qtbot.mouseClick(panel.reinstate_button, LEFT)
    assert stored(council).state is MeetingState.PLANNED
    assert panel.notice.isHidden()
    assert panel.reinstate_button.isHidden()


def test_the_panel_closes_when_its_meeting_is_removed_and_undo_brings_it_back(council, page, panel, qtbot):
    qtbot.mouseClick(panel.remove_button, LEFT)
    assert len(council.meetings.every()) == 3
    assert panel.isHidden()
    council.undo.undo()
    assert len(page.list.table.texts()) == 4


def test_undo_puts_the_day_back_also_in_the_open_panel(council, panel):
    write(panel.day.field.edit, "15 dec")
    council.undo.undo()
    assert panel.day.field.edit.text() == "2026-12-08"


def test_hours_of_a_held_meeting_are_told_without_advice(council, page, panel):
    page.open_item(council.meetings.every()[0].id)
    assert panel.day.advice.isHidden()
    assert panel.calling_off.isHidden()
    assert panel.lead.text() == "Öppna mötet"
    assert not panel.minutes_kind.isEnabled()
