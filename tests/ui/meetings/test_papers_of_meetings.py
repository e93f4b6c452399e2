"""Papers of a whole meeting, in its panel: dropped or chosen, described, sent with the notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from trygghetsrad.documents.pdf.foreign import text_of
from trygghetsrad.ui.meetings.page import MeetingsPage
from ui.builders import TODAY, next_meeting, norrmyra, window
from ui.dropping import drop, hang_files_over, move_away
from ui.looking import clipped, unnamed
from ui.meetings.keys import write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.attachments import Attachment
    from trygghetsrad.ui.components.papers import Papers


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
def part(page: MeetingsPage) -> Papers:
    return page.list.panel.papers


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Årets siffror.pdf"
    path.write_bytes(b"%PDF-1.7")
    return path


def stored(council: OpenCouncil) -> list[Attachment]:
    return [one for one in council.attachments.of_meeting(next_meeting(council)) if one.item_id is None]


def test_a_file_dropped_on_the_panel_belongs_to_the_whole_meeting(
    council: OpenCouncil, part: Papers, file: Path
) -> None:
    assert part.title.text() == "Inga handlingar"
    drop(part, file)
    assert [one.name for one in stored(council)] == [file.name]
    assert part.title.text() == "1 handling"
    notice = council.documents.preview("kallelse", TODAY, next_meeting(council)).content
    assert "Bilaga 1 Årets siffror" in " ".join(text_of(notice).split())


def test_it_is_said_where_a_file_would_go(part: Papers, file: Path) -> None:
    hang_files_over(part, file)
    assert part.title.text() == "Släpp, så blir det en handling till hela mötet"
    move_away(part)
    assert part.title.text() == "Inga handlingar"


def test_a_paper_of_a_point_is_not_shown_as_one_of_the_meeting(
    council: OpenCouncil, page: MeetingsPage, part: Papers
) -> None:
    point = council.meetings.add_item(next_meeting(council), "Belysning")
    council.attachments.add("Karta.pdf", b"%PDF-", TODAY, item_id=point)
    assert part.rows == {}


def test_what_is_said_of_it_is_stored(council: OpenCouncil, part: Papers, file: Path) -> None:
    drop(part, file)
    shown = next(iter(part.rows.values()))
    write(shown.from_whom.edit, "Polisen")
    write(shown.description.edit, "Anmälda brott per kvartal")
    paper = stored(council)[0]
    assert (paper.sender, paper.description) == ("Polisen", "Anmälda brott per kvartal")
    assert not unnamed(shown)
    assert not clipped(shown)


def test_it_is_taken_away_and_undone(council: OpenCouncil, part: Papers, file: Path) -> None:
    part.choose_files = lambda: [file]
    part.add_button.click()
    next(iter(part.rows.values())).remove_asked.emit(stored(council)[0].id)
    assert stored(council) == []
    council.undo.undo()
    assert len(part.rows) == 1


def test_each_meeting_has_its_own(council: OpenCouncil, page: MeetingsPage, part: Papers, file: Path) -> None:
    drop(part, file)
    page.open_item(council.meetings.every()[0].id)
    assert part.rows == {}
