"""What a paper asks stands over it, answered already, and the paper follows each answer."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.ui.documents.page import DocumentsPage
from ui import builders
from ui.hands import click, press, type_text

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.components.shell import Shell


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    council = builders.norrmyra(tmp_path)
    added = council.meetings.add(date(2026, 11, 10))
    for title, words in (("Belysning", "att byta lamporna"), ("Vandring", "att gå i maj")):
        decision = council.room.add_decision(council.meetings.add_item(added, title), words)
        council.room.change_decision(decision, sent_to="Polisen")
    council.room.start(added, time(13))
    council.room.end(added, time(15))
    return council


@pytest.fixture
def shell(qtbot: QtBot, council: OpenCouncil) -> Shell:
    return builders.window(qtbot, council, DocumentsPage)[0]


@pytest.fixture
def page(shell: Shell, council: OpenCouncil) -> DocumentsPage:
    found = shell.findChildren(DocumentsPage)[0]
    held = next(one for one in council.meetings.every() if one.day == date(2026, 11, 10))
    assert held.state is MeetingState.HELD
    found.open_item(held.id)
    return found


def choose(page: DocumentsPage, key: str) -> None:
    click(page.desk.papers.row(key))


def write_day(page: DocumentsPage, text: str) -> None:
    """Write the last day of the period over the one that stood there."""
    edit = page.desk.options.until.edit
    press(edit, Qt.Key.Key_A, control=True)
    type_text(edit, text)
    press(edit, Qt.Key.Key_Return)


def test_papers_that_ask_nothing_have_no_row_over_them(page: DocumentsPage) -> None:
    assert not page.desk.options.isVisible()
    choose(page, "kind:protokollsutdrag")
    assert page.desk.options.sections.isVisible()
    assert not page.desk.options.since.isVisible()
    choose(page, "kind:beslutslista")
    assert page.desk.options.since.isVisible()
    assert not page.desk.options.sections.isVisible()


def test_an_extract_follows_the_chips(page: DocumentsPage) -> None:
    choose(page, "kind:protokollsutdrag")
    chips = page.desk.options.sections
    both = chips.numbers()
    assert len(both) == 2
    assert "att byta lamporna" in page.desk.preview.text()
    assert chips.chip(both[0]).accessibleName().endswith("Belysning")
    click(chips.chip(both[0]))
    assert "att byta lamporna" not in page.desk.preview.text()
    assert "att gå i maj" in page.desk.preview.text()
    click(chips.chip(both[1]))
    assert chips.numbers() == (both[1],)


def test_what_was_chosen_is_kept_when_she_comes_back(page: DocumentsPage) -> None:
    choose(page, "kind:protokollsutdrag")
    first, second = page.desk.options.sections.numbers()
    click(page.desk.options.sections.chip(first))
    choose(page, "kind:protokoll")
    choose(page, "kind:protokollsutdrag")
    assert page.desk.options.sections.numbers() == (second,)


def test_the_period_of_decisions_follows_the_days(page: DocumentsPage) -> None:
    choose(page, "kind:beslutslista")
    assert page.desk.options.since.day() == date(2026, 1, 1)
    assert "att gå i maj" in page.desk.preview.text()
    write_day(page, "2026-10-31")
    assert "Beslutslista 2026-01-01–2026-10-31" in page.desk.preview.text()
    assert "att gå i maj" not in page.desk.preview.text()


def test_a_period_never_ends_before_it_begins(page: DocumentsPage) -> None:
    choose(page, "kind:beslutslista")
    write_day(page, "2025-06-30")
    assert page.desk.options.since.day() == date(2025, 1, 1)
    assert "Inget möte är hållet under perioden" in page.desk.preview.text()


def test_the_letter_carries_what_was_chosen(page: DocumentsPage, council: OpenCouncil) -> None:
    opened: list[Path] = []
    page.open_with = lambda path: opened.append(path) or True
    choose(page, "kind:protokollsutdrag")
    first = page.desk.options.sections.numbers()[0]
    click(page.desk.options.sections.chip(first))
    click(page.desk.delivery.draft)
    kept = council.documents.issued()[0]
    assert kept.title == page._paper.title
    assert opened


def test_the_trail_follows_the_problem_she_chooses(page: DocumentsPage, council: OpenCouncil) -> None:
    council.thread.add_problem("Dieselstölder")
    one = council.thread.add_problem("Buskörning")
    choose(page, "kind:sparlista")
    assert page.desk.options.problem.isVisible()
    assert not page.desk.options.version.isVisible()
    assert "Dieselstölder" in page.desk.preview.text()
    page.desk.options.problem.chosen.emit(one)
    assert "Buskörning" in page.desk.preview.text()
    assert "Dieselstölder" not in page.desk.preview.text()
