"""Planning a year's meetings in one go."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from trygghetsrad.domain.calendar import AvoidRules
from trygghetsrad.ui.meetings.page import MeetingsPage
from trygghetsrad.ui.meetings.week_strip import WeekStrip, YearOfWeeks
from ui.builders import norrmyra, window
from ui.meetings.keys import overwrite, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.components.shell import Shell
    from trygghetsrad.ui.meetings.planning_view import PlanningView

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def council(tmp_path: Path) -> Iterator[OpenCouncil]:
    made = norrmyra(tmp_path)
    yield made
    made.close()


@pytest.fixture
def shell_and_page(council: OpenCouncil, qtbot: QtBot) -> tuple[Shell, MeetingsPage]:
    shell, page = window(qtbot, council, MeetingsPage)
    qtbot.mouseClick(page.list.plan_button, LEFT)  # type: ignore[attr-defined]
    return shell, page  # type: ignore[return-value]


@pytest.fixture
def page(shell_and_page: tuple[Shell, MeetingsPage]) -> MeetingsPage:
    return shell_and_page[1]


@pytest.fixture
def view(page: MeetingsPage) -> PlanningView:
    return page.planning


def days(view: PlanningView) -> list[str]:
    return [row.day.field.edit.text() for row in view.proposals.rows]


def test_in_november_next_year_is_proposed_on_days_that_suit(view):
    assert view.habits.year() == 2027
    assert days(view) == ["2027-02-09", "2027-05-11", "2027-09-14", "2027-12-14"]
    assert view.proposals.rows[0].day.field.note() == "tisdag, vecka 6"
    assert view.plan_button.text() == "Lägg in 4 möten"


def test_the_meetings_are_laid_in_at_one_click_and_taken_back_at_one(shell_and_page, council, qtbot):
    shell, page = shell_and_page
    qtbot.mouseClick(page.planning.plan_button, LEFT)
    assert shell.toast_text() == "4 möten är inlagda"
    assert page.planning.isHidden()
    assert page.list.years.selected() == "2027"
    assert [meeting.theme for meeting in council.meetings.of_year(2027)] == [
        "Uppföljning och årsrapport",
        "Lägesbild och prioritering",
        "Åtgärdsplan",
        "Planering och budget",
    ]
    qtbot.mouseClick(shell._toast.undo, LEFT)
    assert council.meetings.of_year(2027) == ()


def test_a_day_is_moved_named_and_taken_away_before_anything_is_laid_in(view, council, qtbot):
    first, second, *_ = view.proposals.rows
    write(first.day.field.edit, "18 feb")
    write(second.theme.edit, "Lägesbilden")
    qtbot.mouseClick(view.proposals.rows[3].remove_button, LEFT)
    assert view.plan_button.text() == "Lägg in 3 möten"
    qtbot.mouseClick(view.plan_button, LEFT)
    laid_in = council.meetings.of_year(2027)
    assert [meeting.day for meeting in laid_in] == [date(2027, 2, 18), date(2027, 5, 11), date(2027, 9, 14)]
    assert laid_in[1].theme == "Lägesbilden"


def test_what_is_typed_but_not_left_is_laid_in_too(view, council, page):
    theme = view.proposals.rows[0].theme.edit
    overwrite(theme, "Enkäten")
    view.plan_button.click()
    assert council.meetings.of_year(2027)[0].theme == "Enkäten"


def test_a_day_that_does_not_suit_is_warned_about_with_better_ones(view, qtbot):
    row = view.proposals.rows[1]
    write(row.day.field.edit, "7 maj")
    assert row.day.advice.warning.text() == "Klämdag."
    qtbot.mouseClick(row.day.advice.offers[0], LEFT)
    assert days(view)[1] == "2027-05-05"
    assert row.day.advice.isHidden()


def test_two_meetings_on_one_day_are_pointed_out_on_both(view):
    write(view.proposals.rows[0].day.field.edit, "11 maj")
    warnings = [row.day.advice.warning.text() for row in view.proposals.rows[:2]]
    assert warnings == ["Det finns redan ett möte den dagen."] * 2


def test_a_moved_proposal_says_why_it_is_not_the_first_choice(view, council):
    write(view.habits.weeks.edit, "v 6, 27-32 och 44")
    assert council.council.get().avoid_weeks == "6, 27–32, 44"
    assert view.habits.weeks.text() == "6, 27–32, 44"
    assert days(view)[0] == "2027-02-16"
    assert view.proposals.rows[0].note.text() == "Flyttat från 9 februari: vecka 6 är en undvik-vecka"


def test_weeks_that_cannot_be_read_are_said_beside_the_field_and_the_old_ones_hold(view, council):
    before = council.council.get().avoid_weeks
    write(view.habits.weeks.edit, "27–32, sportlov")
    assert view.habits.weeks.note() == (
        "”sportlov” är ingen vecka. Inget har ändrats. Skriv till exempel 27–32, 44."
    )
    assert council.council.get().avoid_weeks == before


def test_pasted_days_of_the_board_are_kept_with_their_year_and_planned_around(view, council):
    edit = view.habits.days.edit
    edit.setFocus()
    edit.insertPlainText("Kommunfullmäktige 2027\n9/2\n11 maj")
    view.habits.place.edit.setFocus()
    kept = "2027-02-09 Kommunfullmäktige\n2027-05-11 Kommunfullmäktige"
    assert council.council.get().avoid_days == kept
    assert days(view)[:2] == ["2027-02-16", "2027-05-18"]


def test_habits_changed_here_are_the_councils_from_now_on(view, council):
    view.habits.weekday.box.setCurrentIndex(3)
    view.habits.weekday.box.activated.emit(3)
    write(view.habits.place.edit, "Biblioteket")
    write(view.habits.starts.edit, "9")
    habits = council.council.get()
    assert (habits.usual_weekday, habits.usual_place) == (3, "Biblioteket")
    assert (habits.usual_start, habits.usual_end) == (time(9), time(11))
    assert days(view)[0] == "2027-02-11"
    view.plan_button.click()
    first = council.meetings.of_year(2027)[0]
    assert (first.starts, first.ends, first.place) == (time(9), time(11), "Biblioteket")


def test_another_hour_keeps_the_days_that_were_changed_by_hand(view):
    write(view.proposals.rows[0].day.field.edit, "18 feb")
    write(view.habits.starts.edit, "10")
    assert days(view)[0] == "2027-02-18"
    assert view.proposals.proposals()[0].starts == time(10)


def test_more_or_fewer_meetings_are_proposed_as_asked(view, qtbot):
    view.habits.count.box.setFocus()
    QTest.keyClick(view.habits.count.box, Qt.Key.Key_Up)
    assert len(days(view)) == 5
    view.habits.count.box.setValue(1)
    assert view.plan_button.text() == "Lägg in 1 möte"
    view.habits.count.box.setValue(99)
    assert len(days(view)) == 12


def test_meetings_the_year_has_already_stand_in_grey_and_are_not_proposed_again(view, council, qtbot):
    qtbot.mouseClick(view.habits.years.button("2026"), LEFT)
    assert [row.words.partition(",")[0] for row in view.proposals.existing] == [
        "Möte 1/2026",
        "Möte 2/2026",
        "Möte 3/2026",
        "Möte prel. 4/2026",
    ]
    assert days(view) == []
    assert view.plan_button.isHidden()
    assert view.nothing.isVisible()


def test_esc_or_alla_moten_leads_back_without_laying_in_anything(view, page, council, qtbot):
    QTest.keyClick(view.back_button, Qt.Key.Key_Escape)
    assert page.list.isVisible()
    page.start_planning()
    qtbot.mouseClick(view.back_button, LEFT)
    assert page.list.isVisible()
    assert council.meetings.of_year(2027) == ()


def test_the_strip_of_weeks_says_in_words_what_it_paints(view):
    assert view.strip.accessibleName() == "Veckorna 2027"
    assert view.strip.as_text() == (
        "vecka 6, 9 februari; vecka 19, 11 maj; vecka 37, 14 september; vecka 50, 14 december; "
        "undvik vecka 27–32, 44"
    )


def test_a_year_with_53_weeks_and_a_january_that_begins_in_the_old_year_is_painted(qtbot):
    strip = WeekStrip()
    qtbot.addWidget(strip)
    for year in (2026, 2027, 2020):
        strip.show_year(
            YearOfWeeks(
                year=year, rules=AvoidRules(weeks=frozenset({53})), proposed=frozenset({date(year, 12, 31)})
            )
        )
        assert not strip.grab().isNull()


def test_the_week_of_a_day_says_what_is_in_it():
    shown = YearOfWeeks(
        year=2027,
        rules=AvoidRules(red_days={date(2027, 3, 26): "Långfredagen"}, own_days={date(2027, 3, 23): "KS"}),
        proposed=frozenset({date(2027, 3, 23)}),
    )
    assert shown.words(12) == [
        "tisdag 23 mars: förslag till möte",
        "tisdag 23 mars: KS",
        "fredag 26 mars: Långfredagen",
    ]


@pytest.mark.parametrize("size", [(1366, 688), (960, 460)])
@pytest.mark.parametrize("text", [100, 110])
def test_planning_never_needs_more_width_than_there_is(shell_and_page, dressed_app, size, text):
    from trygghetsrad.ui.theme import Theme, apply_theme

    shell, page = shell_and_page
    apply_theme(dressed_app, Theme.LIGHT, text)
    write(page.planning.proposals.rows[1].day.field.edit, "7 maj")
    shell.resize(*size)
    dressed_app.processEvents()
    assert page.minimumSizeHint().width() <= page.parentWidget().width()
