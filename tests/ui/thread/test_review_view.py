"""Uppföljning: one action at a time by the keyboard, kept as she goes, ended with a summary."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from trygghetsrad.app import open_council
from trygghetsrad.domain.actions import ActionStatus, Rating
from trygghetsrad.domain.chapters import Chapter
from trygghetsrad.domain.reviewing import told_in
from trygghetsrad.domain.thread import Resolution
from trygghetsrad.ui.theme import Theme, apply_theme
from trygghetsrad.ui.thread.review_view import ReviewView
from ui import builders, looking
from ui.builders import TODAY
from ui.hands import click, pick, press, settle, type_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.actions import Action
    from trygghetsrad.ui.components.shell import Shell

FIRST = "Föräldramöte om cannabis, årskurs 8–9"
SECOND = "Grannsamverkan i Västra byn: startmöte"


@pytest.fixture
def shell(qtbot: QtBot, council: OpenCouncil) -> Shell:
    plan = council.plans.start(date(2026, 1, 1), date(2027, 12, 31))
    council.plans.decide(plan, Resolution(day=date(2026, 4, 20), body="Kommunstyrelsen"))
    return builders.window(qtbot, council, ReviewView)[0]


@pytest.fixture
def view(shell: Shell) -> ReviewView:
    return shell.findChildren(ReviewView)[0]


def the(council: OpenCouncil, what: str) -> Action:
    return next(one for one in council.actions.every(TODAY) if one.what == what)


def review(council: OpenCouncil) -> int:
    return council.plans.reviews()[0].id


def test_without_a_decided_plan_it_says_what_comes_first(qtbot: QtBot, council: OpenCouncil) -> None:
    view = builders.window(qtbot, council, ReviewView)[1]
    assert isinstance(view, ReviewView)
    assert view.empty.isVisible()
    assert not view.begin.isVisible()


def test_the_clock_runs_from_the_decision_until_the_first_follow_up(view: ReviewView) -> None:
    assert view.clock.text().startswith("Planen beslutades 2026-04-20. Följs upp senast 2028-04-20")


def test_an_action_is_marked_rated_and_told_by_the_keyboard_alone(
    view: ReviewView, council: OpenCouncil
) -> None:
    click(view.begin)
    assert (view.walk.progress.text(), view.walk.what.text()) == ("1 av 3", FIRST)
    assert "8 dagar försenad" in view.walk.about.text()
    press(view.walk, Qt.Key.Key_3)
    press(view.walk, Qt.Key.Key_G)
    assert view.walk.rated.text() == "Grön: går som planerat"
    type_text(view.walk.fields["effect"].edit, "Färre 1:or dricker")
    press(view.walk.fields["effect"].edit, Qt.Key.Key_Return, control=True)
    assert (view.walk.progress.text(), view.walk.what.text()) == ("2 av 3", SECOND)
    assert view.walk.fields["effect"].text() == ""
    first = the(council, FIRST)
    told = told_in(first, review(council))
    assert told is not None
    assert (first.status, told.rating, told.effect) == (
        ActionStatus.DONE,
        Rating.GREEN,
        "Färre 1:or dricker",
    )
    assert len(first.follow_ups) == 1


def test_digits_in_a_text_are_text(view: ReviewView, council: OpenCouncil) -> None:
    click(view.begin)
    type_text(view.walk.fields["production"].edit, "4 gånger")
    view.commit_pending()
    assert the(council, FIRST).status is ActionStatus.ONGOING
    told = told_in(the(council, FIRST), review(council))
    assert told is not None
    assert told.production == "4 gånger"


def test_what_is_typed_is_stored_after_a_short_rest(
    view: ReviewView, council: OpenCouncil, qtbot: QtBot
) -> None:
    click(view.begin)
    view.walk._pause.setInterval(1)
    type_text(view.walk.fields["process"].edit, "Trögt")

    def stored() -> bool:
        told = told_in(the(council, FIRST), review(council)) if council.plans.reviews() else None
        return told is not None and told.process == "Trögt"

    qtbot.waitUntil(stored)


def test_it_goes_on_where_it_stopped_also_after_a_restart(
    view: ReviewView, council: OpenCouncil, qtbot: QtBot
) -> None:
    click(view.begin)
    press(view.walk, Qt.Key.Key_Return, control=True)
    type_text(view.walk.fields["process"].edit, "Halvvägs")
    press(view.walk.fields["process"].edit, Qt.Key.Key_Return, control=True)
    press(view.walk, Qt.Key.Key_Escape)
    assert view.begin.text() == "Fortsätt gå igenom"
    assert "2 av 3 åtgärder är genomgångna" in view.clock.text()
    council.close()
    again = open_council(council.path)
    second = builders.window(qtbot, again, ReviewView)[1]
    assert isinstance(second, ReviewView)
    click(second.begin)
    assert second.walk.progress.text() == "3 av 3"
    click(second.walk.forward)
    assert second.finish.isVisible()


def test_the_summary_ends_it_and_moves_the_clock_and_waits_for_the_lägesbild(
    view: ReviewView, shell: Shell, council: OpenCouncil
) -> None:
    click(view.begin)
    type_text(view.walk.fields["effect"].edit, "Lugnare")
    for _action in range(3):
        press(view.walk, Qt.Key.Key_Return, control=True)
    assert view.finish.counts.text() == "3 åtgärder i planen: 1 planerad och 2 pågår."
    type_text(view.finish.text.edit, "Det mesta går bra.")
    click(view.finish.finish)
    (done,) = council.plans.reviews()
    assert (done.finished_on, done.summary) == (TODAY, "Det mesta går bra.")
    assert shell.toast_text() == "Uppföljningen är avslutad"
    assert view.clock.text().startswith("Senast uppföljd 2026-11-23. Följs upp senast 2028-11-23")
    assert view.results.summary.text() == "Det mesta går bra."
    assert [row[0] for row in view.results.table.texts()] == [
        FIRST,
        SECOND,
        "Märk-DNA för företagare på industriområdet",
    ]
    picture = council.pictures.start(date(2027, 1, 1), date(2028, 12, 31))
    waiting = council.chapter_drafts.waiting(picture, TODAY)
    assert [one.chapter for one in waiting] == [Chapter.TRENDS]


def test_an_owners_answers_are_typed_row_by_row(view: ReviewView, council: OpenCouncil) -> None:
    view.show_part("owners")
    pick(view.owners.owner.box, "Mats Lindgren")
    rows = list(view.owners.rows.values())
    assert [row.what.text() for row in rows] == [SECOND, "Märk-DNA för företagare på industriområdet"]
    pick(rows[0].status.box, "Klar")
    row = view.owners.rows[the(council, SECOND).id]
    pick(row.rating.box, "Gul: går, men något behöver ändras")
    type_text(row.text.edit, "Startmötet hölls")
    press(row.text.edit, Qt.Key.Key_Return)
    told = told_in(the(council, SECOND), review(council))
    assert told is not None
    assert (told.text, told.rating) == ("Startmötet hölls", Rating.YELLOW)
    assert the(council, SECOND).status is ActionStatus.DONE
    assert view.owners.progress.text() == "1 av 2 besvarade"


def test_the_form_to_send_out_is_one_click_away(view: ReviewView, council: OpenCouncil, qtbot: QtBot) -> None:
    view.show_part("owners")
    with qtbot.waitSignal(view.open_requested) as asked:
        click(view.owners.form)
    assert asked.args == ["paper:uppfoljning", 0]
    assert "uppfoljning" in [one.kind for one in council.documents.choices(None)]


@pytest.mark.parametrize("size", [(1366, 688), (960, 460)])
@pytest.mark.parametrize("percent", [100, 110])
def test_every_part_fits_and_says_its_name(
    view: ReviewView, shell: Shell, qapp: QApplication, size: tuple[int, int], percent: int
) -> None:
    apply_theme(qapp, Theme.LIGHT, percent)
    shell.resize(*size)
    for part in ("results", "owners"):
        view.show_part(part)
        settle()
        assert looking.unnamed(view) == []
        assert looking.too_small(view) == []
        assert looking.clipped(view) == []
    click(view.begin)
    settle()
    assert looking.unnamed(view) == []
    assert looking.clipped(view) == []
    view.walk.ended.emit()
    settle()
    assert looking.clipped(view) == []
    assert view.width() <= shell.width()
