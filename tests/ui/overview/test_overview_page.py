"""Översikt: the next meeting with the right button, what is late, the year, and what is missing."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest

from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.ui.hub import Hub
from trygghetsrad.ui.overview.page import OverviewPage
from trygghetsrad.ui.theme import Theme, apply_theme
from ui import builders, looking
from ui.builders import TODAY
from ui.hands import click, settle

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.components.shell import Shell


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    return builders.norrmyra(tmp_path)


@pytest.fixture
def shell(qtbot: QtBot, council: OpenCouncil) -> Shell:
    return builders.window(qtbot, council, OverviewPage)[0]


@pytest.fixture
def page(shell: Shell) -> OverviewPage:
    return shell.findChildren(OverviewPage)[0]


def sees(page: OverviewPage) -> tuple[str, str]:
    """The sentence on what is due, and the one primary button."""
    return page.meeting_card.due.text(), page.meeting_card.primary.text()


def asked_for(qtbot: QtBot, page: OverviewPage, button: object) -> list[object]:
    with qtbot.waitSignal(page.open_requested) as asked:
        click(button)  # type: ignore[arg-type]
    return list(asked.args)


def test_the_page_says_which_day_it_is(page: OverviewPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.title_changed) as told:
        page.arrive()
    assert told.args == ["Översikt", "Måndag 23 november 2026, vecka 48"]


def test_the_next_meeting_is_shown_with_place_and_time(page: OverviewPage) -> None:
    card = page.meeting_card
    assert card.name.whole() == "Trygghetsrådet, möte prel. 4/2026"
    assert card.place.whole() == "8 december kl. 13.00–15.00 · Kommunhuset, Björken"
    assert card.when.text() == "Nästa möte"


def test_the_primary_button_follows_the_meeting_step_by_step(
    page: OverviewPage, council: OpenCouncil, qtbot: QtBot
) -> None:
    meeting = builders.next_meeting(council)
    assert sees(page) == (
        "Gör klar dagordningen, kallelsen ska ut om 4 dagar, 27 november.",
        "Gör dagordningen",
    )
    assert asked_for(qtbot, page, page.meeting_card.primary) == ["meeting", meeting]
    council.meetings.open_agenda(meeting)
    assert sees(page) == ("Skicka kallelsen senast om 4 dagar, 27 november.", "Gör kallelsen")
    assert asked_for(qtbot, page, page.meeting_card.primary) == ["documents", meeting]
    assert asked_for(qtbot, page, page.meeting_card.beside) == ["meeting", meeting]
    council.documents.issue("kallelse", TODAY, meeting)
    assert sees(page) == ("Har du skickat kallelsen?", "Markera som skickad")
    click(page.meeting_card.primary)
    assert council.meetings.get(meeting).state is MeetingState.CALLED
    assert sees(page) == ("Mötet är om 15 dagar.", "Öppna mötet")
    council.room.start(meeting, time(13, 0))
    council.room.end(meeting, time(15, 0))
    assert page.meeting_card.primary.text() == "Skriv klart protokollet"
    council.documents.issue("protokoll", TODAY, meeting)
    assert page.meeting_card.primary.text() == "Markera justerat"


def test_the_mark_can_be_taken_back_from_the_toast(
    page: OverviewPage, shell: Shell, council: OpenCouncil
) -> None:
    meeting = builders.next_meeting(council)
    council.documents.issue("kallelse", TODAY, meeting)
    click(page.meeting_card.primary)
    assert shell.toast_text() == "Kallelsen är markerad som skickad 2026-11-23"
    click(shell._toast.undo)
    assert council.meetings.get(meeting).called_on is None
    assert sees(page) == ("Har du skickat kallelsen?", "Markera som skickad")


def test_a_meeting_moved_after_the_notice_wants_a_changed_one(
    page: OverviewPage, council: OpenCouncil, qtbot: QtBot
) -> None:
    meeting = builders.next_meeting(council)
    paper = council.documents.issue("kallelse", TODAY, meeting)
    council.documents.mark_sent(paper.document_id or 0, TODAY)
    council.meetings.change(meeting, day=date(2026, 12, 10))
    assert page.meeting_card.primary.text() == "Gör ändrad kallelse"
    assert asked_for(qtbot, page, page.meeting_card.primary) == ["documents", meeting]


def test_what_is_late_comes_first_and_leads_to_the_action(
    page: OverviewPage, council: OpenCouncil, qtbot: QtBot
) -> None:
    card = page.actions_card
    assert card.late.word() == "2 försenade"
    assert card.everything.text() == "Visa alla 8"
    assert len(card.rows) == 3
    assert card.rows[0].accessibleName() == (
        "Belysning vid gångvägen Skolgatan–ishallen, Åke Brännström, 24 dagar försenad, Försenad"
    )
    first = council.actions.open_ones(TODAY)[0]
    assert asked_for(qtbot, page, card.rows[0]) == ["action", first.id]
    assert asked_for(qtbot, page, card.everything) == ["actions", 0]


def test_a_higher_window_shows_more_actions(page: OverviewPage, shell: Shell) -> None:
    shell.resize(1366, 760)
    assert len(page.actions_card.rows) == 4
    shell.resize(1366, 688)
    assert len(page.actions_card.rows) == 3


def test_the_year_tells_every_meeting_and_offers_to_plan_the_next(
    page: OverviewPage, council: OpenCouncil, qtbot: QtBot
) -> None:
    assert page.year_card.strip.as_text() == (
        "18 mars: Möte 1, klart. 19 maj: Möte 2, klart. 9 september: Möte 3, klart. 8 december: Möte 4, nästa"
    )
    assert page.year_card.plan.text() == "Planera 2027"
    assert asked_for(qtbot, page, page.year_card.plan) == ["plan", 2027]
    council.meetings.add(date(2027, 3, 9))
    assert not page.year_card.plan.isVisible()


def test_a_cancelled_meeting_stands_in_the_year_as_cancelled(
    page: OverviewPage, council: OpenCouncil
) -> None:
    meeting = next(one for one in council.meetings.of_year(2026) if one.day == date(2026, 12, 8))
    council.meetings.cancel(meeting.id, "Förhinder")
    assert page.year_card.strip.as_text().endswith("8 december: Möte, inställt")


def test_what_is_missing_leads_to_where_it_is_filled_in(
    page: OverviewPage, council: OpenCouncil, qtbot: QtBot
) -> None:
    texts = [row.gap.text for row in page.gaps_card.rows]
    assert texts == [
        "Fråga efter ärenden",
        "1 åtgärd saknar datum",
        "Kommunens logotyp saknas",
    ]
    coming = builders.next_meeting(council)
    assert asked_for(qtbot, page, page.gaps_card.rows[0]) == ["paper:arendeforfragan", coming]
    request = council.documents.issue("arendeforfragan", TODAY, coming)
    assert page.gaps_card.rows[0].gap.text == "Är ärendeförfrågan skickad?"
    council.delivery.mark_sent(request.document_id or 0, TODAY)
    assert asked_for(qtbot, page, page.gaps_card.rows[1]) == ["settings", 0]
    undated = next(one for one in council.actions.open_ones(TODAY) if one.due is None)
    assert asked_for(qtbot, page, page.gaps_card.rows[0]) == ["action", undated.id]
    council.actions.change(undated.id, due=date(2027, 1, 1))
    assert [row.gap.text for row in page.gaps_card.rows] == ["Kommunens logotyp saknas"]


def test_a_new_council_is_led_through_three_steps(tmp_path: Path, qtbot: QtBot) -> None:
    council = builders.empty_council(tmp_path)
    _shell, page = builders.window(qtbot, council, OverviewPage)
    assert isinstance(page, OverviewPage)
    steps = page.setup_card
    assert steps.isVisible()
    assert not page.meeting_card.isVisible()
    assert not page.gaps_card.isVisible()
    settle()
    assert steps.people.first.width() == steps.people.first.sizeHint().width()
    assert asked_for(qtbot, page, steps.people.first) == ["members", 0]
    assert asked_for(qtbot, page, steps.people.also) == ["paste", 0]
    assert asked_for(qtbot, page, steps.address.later) == ["settings", 0]
    builders.add_people(council)
    assert steps.people.ready.isVisible()
    assert asked_for(qtbot, page, steps.meetings.first) == ["plan", 0]
    council.meetings.add(date(2026, 12, 8))
    assert not steps.isVisible()
    assert page.meeting_card.isVisible()


def test_late_is_said_in_another_colour_without_blame(council: OpenCouncil, qtbot: QtBot) -> None:
    hub = Hub()
    page = OverviewPage(council, hub, lambda: datetime(2026, 12, 1, 9, 0))  # noqa: DTZ001
    qtbot.addWidget(page)
    council.meetings.open_agenda(builders.next_meeting(council))
    page.arrive()
    assert page.meeting_card.due.text() == "Skicka kallelsen. Sista dagen var 27 november."
    assert page.meeting_card.due.property("ink") == "warning"
    council.close()


def test_one_column_in_a_narrow_window(page: OverviewPage, shell: Shell) -> None:
    shell.resize(960, 900)
    settle()
    assert page.gaps_card.y() > page.year_card.y()
    assert page.gaps_card.width() == page.year_card.width()
    shell.resize(1366, 688)
    settle()
    assert page.gaps_card.y() == page.meeting_card.y()


@pytest.mark.parametrize(("size", "text"), [((1366, 688), 100), ((1366, 688), 110), ((960, 460), 100)])
def test_everything_has_a_name_a_size_and_room(
    page: OverviewPage, shell: Shell, dressed_app: QApplication, size: tuple[int, int], text: int
) -> None:
    apply_theme(dressed_app, Theme.LIGHT, text)
    shell.resize(*size)
    settle()
    assert looking.unnamed(page) == []
    assert looking.too_small(page) == []
    assert looking.clipped(page) == []
    assert page.minimumSizeHint().width() <= page.width()
    if size == (1366, 688):
        assert page.minimumSizeHint().height() <= page.height()


def test_a_council_founded_late_in_the_year_sees_the_year_of_its_first_meetings(
    qtbot: QtBot, tmp_path: Path
) -> None:
    council = builders.empty_council(tmp_path)
    council.meetings.add(date(2027, 2, 9))
    shown = builders.window(qtbot, council, OverviewPage)[0].findChildren(OverviewPage)[0]
    assert shown.year_card.strip.accessibleName() == "Årshjul 2027"
    assert shown.year_card.nothing.isHidden()
    assert shown.year_card.plan.isHidden()
