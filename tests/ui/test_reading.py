"""A council that somebody else works in, or a copy: it can be read, saved and printed, and nothing changes."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import textwrap
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QPlainTextEdit

from trygghetsrad.app import Councils, open_council
from trygghetsrad.domain.errors import OpenedReadOnly
from trygghetsrad.store.lock import lock_path
from trygghetsrad.ui import giving_way
from trygghetsrad.ui.components.buttons import Button
from trygghetsrad.ui.main_window import MainWindow
from trygghetsrad.ui.preferences import Preferences
from ui import builders, looking
from ui.hands import click, settle, type_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

ELSEWHERE = {
    "user": "gunilla",
    "host": "KOMMUN-12",
    "pid": "4711",
    "since": "2026-11-23T09:12:00+01:00",
}
HOLD = """
    import sys
    from pathlib import Path
    from trygghetsrad.app import open_council
    council = open_council(Path(sys.argv[1]))
    print("open", flush=True)
    for line in sys.stdin:
        council.council.change(usual_place=line.strip())
        print("changed", flush=True)
    council.close()
"""
PAGES = ("overview", "meetings", "actions", "thread", "members", "documents", "settings")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    council = builders.norrmyra(tmp_path)
    council.close()
    return council.path


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "data"))
    made = MainWindow(QApplication.instance(), Councils, Preferences(tmp_path / "looks.ini"), builders.now)
    qtbot.addWidget(made)
    made.resize(1366, 688)
    yield made
    made.close()
    settle()


@pytest.fixture
def held(path: Path) -> Path:
    """The file with the lock of another computer beside it."""
    lock_path(path).write_text(json.dumps(ELSEWHERE), encoding="utf-8")
    return path


@pytest.fixture
def reading(window: MainWindow, held: Path) -> MainWindow:
    """The window, reading what Gunilla has open."""
    window.start(held)
    window.show()
    click(window.held.read)
    settle()
    return window


def band(window: MainWindow) -> str:
    return window.reading.band.text().replace("\u00a0", " ")


def refusals(window: MainWindow) -> list[str]:
    return [words for words in window.workplace.shell.banner_texts() if words != window.reading.band.text()]


def test_she_is_told_who_has_the_council_and_offered_to_read_it(
    window: MainWindow, held: Path, qtbot: QtBot
) -> None:
    window.start(held)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    said = window.held.words.text()
    assert "gunilla på datorn KOMMUN-12 sedan 2026-11-23 kl. 09.12" in said
    shown = [button.text() for button in window.held.findChildren(Button) if button.isVisible()]
    assert shown == ["Öppna skrivskyddat", "Försök igen", "Välj en annan fil", "Till startsidan"]
    assert window.held.read.hasFocus()
    assert looking.unnamed(window.held) == []
    click(window.held.welcome)
    assert window.welcome is not None


def test_trying_again_opens_the_council_when_it_has_been_let_go(window: MainWindow, held: Path) -> None:
    window.start(held)
    click(window.held.retry)
    assert "gunilla" in window.held.words.text()
    lock_path(held).unlink()
    click(window.held.retry)
    assert window.workplace.council.path == held
    assert not window.workplace.council.is_read_only


def test_the_band_says_whose_it_is_and_from_when(reading: MainWindow) -> None:
    assert band(reading) == (
        "Skrivskyddat: öppnad av gunilla på datorn KOMMUN-12 sedan 2026-11-23 kl. 09.12. "
        "Detta är läget kl. 13.42."
    )
    assert not reading.reading.write.isVisible()
    assert reading.windowTitle() == "Trygghetsrådet (skrivskyddat) – Trygghetsråd"
    assert reading.workplace.shell.status.texts()[0] == "Skrivskyddat"


def test_to_look_at_every_page_and_meeting_changes_nothing_and_tells_of_nothing(
    reading: MainWindow, held: Path
) -> None:
    before, lock = held.read_bytes(), lock_path(held).read_bytes()
    workplace = reading.workplace
    for key in PAGES:
        workplace.open(key, 0)
        settle()
        assert refusals(reading) == [], key
    for meeting in workplace.council.meetings.every():
        workplace.open("meeting", meeting.id)
        settle()
        assert refusals(reading) == [], meeting.label
    reading.close()
    assert (held.read_bytes(), lock_path(held).read_bytes()) == (before, lock)


def test_what_writes_is_refused_with_one_sentence(reading: MainWindow, held: Path) -> None:
    workplace = reading.workplace
    before = held.read_bytes()
    workplace.open("actions", 0)
    action = workplace.council.actions.open_ones(builders.TODAY)[0]
    page = workplace.pages["actions"]
    page.do(lambda: workplace.council.actions.change(action.id, what="Något annat"))
    assert refusals(reading) == [OpenedReadOnly(held).sentence()]
    workplace.undo()
    assert refusals(reading) == [OpenedReadOnly(held).sentence()]
    assert not workplace.shell.top.undo.isEnabled()
    assert held.read_bytes() == before


def test_no_button_of_any_page_writes_or_fails(
    reading: MainWindow, held: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_args, **_kwargs: ("", ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_args: True)
    workplace = reading.workplace
    before = held.read_bytes()
    told = 0
    for key in PAGES:
        workplace.open(key, 0)
        settle()
        page = workplace.pages[key]
        for button in page.findChildren(QAbstractButton):
            if workplace.shell.page() == key and button.isVisible() and button.isEnabled():
                if getattr(button, "menu", lambda: None)() is None:
                    button.click()
                settle()
                told += bool(refusals(reading))
    assert told
    assert set(refusals(reading)) <= {OpenedReadOnly(held).sentence()}
    assert held.read_bytes() == before


def test_fields_can_be_read_and_copied_but_not_typed_in(reading: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitActive(reading):
        reading.activateWindow()
    workplace = reading.workplace
    workplace.open("settings", 0)
    settle()
    page = workplace.pages["settings"]
    fields = [field for field in page.findChildren(QLineEdit) if field.isVisible()]
    assert fields
    for field in fields:
        before = field.text()
        type_text(field, "x")
        assert field.text() == before
    workplace.open("meeting", builders.next_meeting(workplace.council))
    settle()
    room = workplace.pages["meetings"].room
    room.middle.go_to(room.desk.items[0].id)
    for field in room.findChildren(QPlainTextEdit):
        if field.isVisible():
            before = field.toPlainText()
            type_text(field, "x")
            assert field.toPlainText() == before
    assert workplace.council.drafts.left_over() == ()


def test_searching_works_while_reading(reading: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitActive(reading):
        reading.activateWindow()
    workplace = reading.workplace
    workplace.open("members", 0)
    field = next(
        line for line in workplace.pages["members"].findChildren(QLineEdit) if line.property("seeks")
    )
    type_text(field, "Öhman")
    assert field.text() == "Öhman"


def test_papers_can_be_seen_and_saved(reading: MainWindow, tmp_path: Path) -> None:
    workplace = reading.workplace
    workplace.open("documents", 0)
    settle()
    page = workplace.pages["documents"]
    target = tmp_path / "kallelse.pdf"
    page.choose_target = lambda _suggested: target
    save = next(one for one in (page.desk.delivery.save, page.desk.delivery.save_draft) if not one.isHidden())
    save.click()
    assert target.read_bytes().startswith(b"%PDF")
    assert refusals(reading) == []


def test_reading_is_forgotten_when_the_program_starts_anew(
    reading: MainWindow, held: Path, tmp_path: Path
) -> None:
    assert Preferences(tmp_path / "looks.ini").last_file is None
    reading.close()
    assert lock_path(held).exists()
    assert not (tmp_path / "data" / "Trygghetsrad" / "rådet.trygghetsrad").exists()


def test_what_another_program_saves_is_seen_after_uppdatera_and_writing_when_it_lets_go(
    window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(giving_way, "PATIENCE_MS", 50)
    other = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(HOLD), str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2] / "src")},
    )
    with other:
        assert other.stdout.readline() == "open\n"
        window.start(path)
        qtbot.waitUntil(lambda: window.held is not None)
        window.held.read.click()
        window.workplace.open("settings", 0)
        before = window.workplace.council.council.get().usual_place
        other.stdin.write("Granen\n")
        other.stdin.flush()
        assert other.stdout.readline() == "changed\n"
        assert window.workplace.council.council.get().usual_place == before
        window.reading.again.click()
        assert window.workplace.council.council.get().usual_place == "Granen"
        assert window.workplace.shell.page() == "settings"
        assert window.reading.write.isHidden()
        other.communicate()
    window.reading.look()
    assert "ingen annan har filen öppen nu" in band(window)
    assert not window.reading.write.isHidden()
    window.reading.write.click()
    assert window.reading is None
    assert not window.workplace.council.is_read_only
    window.workplace.council.council.change(usual_place="Björken")


def test_uppdatera_stays_in_the_meeting_she_reads(reading: MainWindow) -> None:
    meeting = reading.workplace.council.meetings.every()[0]
    reading.workplace.open("meeting", meeting.id)
    reading.reading.again.click()
    settle()
    assert reading.workplace.place() == ("meeting", meeting.id)


def test_a_held_file_chosen_while_a_council_is_open_leaves_that_one_open(
    window: MainWindow, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "en annan.trygghetsrad"
    other.write_bytes(path.read_bytes())
    lock_path(other).write_text(json.dumps(ELSEWHERE), encoding="utf-8")
    window.open_file(path)
    window.choose_file = lambda: str(other)
    window.choose_and_open()
    assert window.workplace.council.path == path
    [banner] = window.workplace.shell.banner_texts()
    assert "KOMMUN-12" in banner
    offered = next(one for one in window.findChildren(Button) if one.accessibleName() == "Öppna skrivskyddat")
    offered.click()
    assert window.workplace.council.path == other
    assert window.reading is not None
    assert not lock_path(path).exists()
    assert Preferences(tmp_path / "looks.ini").last_file == path


def test_any_copy_can_be_looked_in_and_closed_again(window: MainWindow, path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "säkerhetskopia 2026-11-20.trygghetsrad"
    copy.write_bytes(path.read_bytes())
    copy.chmod(0o444)
    before = sorted(tmp_path.iterdir())
    window.open_file(path)
    window.workplace.open("settings", 0)
    window.choose_file = lambda: str(copy)
    click(window.workplace.pages["settings"].file_card.read_copy)
    assert window.workplace.council.path == copy
    assert band(window) == (
        "Skrivskyddat: en kopia, som inte ändras. Detta är läget i ”säkerhetskopia 2026-11-20.trygghetsrad”."
    )
    assert window.reading.write.isHidden()
    window.reading.leave.click()
    assert window.workplace.council.path == path
    assert not window.workplace.council.is_read_only
    window.close()
    assert [one for one in sorted(tmp_path.iterdir()) if one not in before] == []


def test_a_copy_can_be_looked_in_from_the_first_page(window: MainWindow, path: Path) -> None:
    window.show_welcome()
    window.choose_file = lambda: str(path)
    click(window.welcome.read_copy)
    assert window.reading is not None
    window.reading.leave.click()
    assert window.welcome is not None


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a file that this user cannot write")
def test_a_file_that_cannot_be_written_is_offered_for_reading(window: MainWindow, path: Path) -> None:
    path.chmod(0o444)
    window.start(path)
    assert "går inte att skriva" in window.held.words.text()
    click(window.held.read)
    assert window.workplace.council.is_read_only


def test_a_reading_window_leaves_the_note_to_whoever_has_the_file(
    reading: MainWindow, held: Path, qtbot: QtBot
) -> None:
    asked: list[str] = []
    reading._watcher.directoryChanged.connect(asked.append)
    Councils().ask_to_show(held)
    qtbot.waitUntil(lambda: bool(asked))
    assert Councils().is_asked_to_show(held)


@pytest.mark.parametrize("size", [(1366, 688), (960, 460)])
def test_the_band_and_the_held_page_fit(
    window: MainWindow, held: Path, size: tuple[int, int], qtbot: QtBot
) -> None:
    window.resize(*size)
    window.start(held)
    window.show()
    qtbot.waitExposed(window)
    assert looking.clipped(window.held) == []
    click(window.held.read)
    settle()
    assert looking.clipped(window.reading.band) == []
    assert looking.too_small(window.reading.band) == []


def test_a_second_user_of_the_same_computer_is_not_sent_away(path: Path) -> None:
    told = ELSEWHERE | {"host": socket.gethostname()}
    opened = open_council(path)
    try:
        lock_path(path).write_text(json.dumps(told), encoding="utf-8")
        taken = Councils().holder(path)
    finally:
        opened.close()
    assert taken is not None
    assert not taken.here
    assert date(2026, 11, 23) == taken.since.date()
