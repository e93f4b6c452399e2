"""Papers in the room: dropped, chosen, opened, described and taken away, also with the keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from trygghetsrad.domain.attachments import Audience, Provenance, Retention
from ui.dropping import drop, hang_address_over, hang_files_over, move_away
from ui.looking import clipped, unnamed
from ui.room.hands import POPUP

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.domain.attachments import Attachment
    from trygghetsrad.ui.components.paper_row import PaperRow
    from ui.room.hands import Room

POLICE = "Lägesbild från polisen"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Lägesbild november.pdf"
    path.write_bytes(b"%PDF-1.7 bild")
    return path


def papers(room: Room, title: str = POLICE) -> tuple[Attachment, ...]:
    return room.item(title).papers


def rows(room: Room) -> list[PaperRow]:
    return list(room.page.item_view.papers.rows.values())


def add(room: Room, file: Path) -> PaperRow:
    room.go_to(POLICE)
    drop(room.page, file)
    return rows(room)[-1]


def test_a_point_without_papers_says_so_and_offers_to_add_one(room: Room) -> None:
    room.go_to(POLICE)
    part = room.page.item_view.papers
    assert part.title.text() == "Inga handlingar"
    assert part.add_button.text() == "Lägg till handling…"


def test_a_file_dropped_in_the_room_becomes_a_paper_of_the_point_and_asks_from_whom(
    room: Room, file: Path
) -> None:
    shown = add(room, file)
    assert [one.name for one in papers(room)] == [file.name]
    assert shown.line.accessibleName().startswith("Lägesbild november, ")
    assert room.hands.focus() is shown.from_whom.edit
    room.hands.line("Polisen")
    assert papers(room)[0].sender == "Polisen"
    assert room.page.item_view.papers.title.text() == "1 handling"
    assert file.exists(), "a file is copied in, never moved"


def test_files_dropped_on_the_text_do_not_become_text(room: Room, file: Path) -> None:
    room.go_to(POLICE)
    drop(room.page.item_view.edit.viewport(), file)
    assert room.page.item_view.edit.text() == ""
    assert [one.name for one in papers(room)] == [file.name]


def test_where_files_would_go_is_said_while_they_hang_over_the_room(room: Room, file: Path) -> None:
    room.go_to(POLICE)
    words = room.page.item_view.papers.title
    assert hang_files_over(room.page, file)
    assert words.text() == "Släpp, så blir det en handling till punkt 5"
    move_away(room.page)
    assert words.text() == "Inga handlingar"
    assert papers(room) == ()


def test_a_web_address_dropped_in_the_room_is_no_paper(room: Room) -> None:
    room.go_to(POLICE)
    assert not hang_address_over(room.page, "https://norrmyra.example/rapport.pdf")
    assert papers(room) == ()


def test_several_files_at_once_become_several_papers_and_a_bad_one_is_told_of(
    room: Room, file: Path, tmp_path: Path
) -> None:
    room.go_to(POLICE)
    empty = tmp_path / "tom.pdf"
    empty.write_bytes(b"")
    drop(room.page, file, empty, tmp_path)
    assert [one.name for one in papers(room)] == [file.name]
    told = " ".join(room.banners())
    assert "”tom.pdf” är tom" in told
    assert "är en mapp" in told


def test_a_file_of_40_mb_is_refused_with_what_can_be_done_instead(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "Film.mp4"
    with path.open("wb") as file:
        file.truncate(40_000_000)
    room.go_to(POLICE)
    drop(room.page, path)
    assert papers(room) == ()
    (said,) = room.banners()
    assert said == (
        "Filen ”Film.mp4” är 40 MB, och en handling får vara högst 25 MB, för att säkerhetskopior och brev ska "
        "fungera. Inget har lagts till. Gör filen mindre, eller lägg till den som en hänvisning till diariet."
    )


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_opens_a_copy_in_another_program(room: Room, file: Path, key: Qt.Key) -> None:
    opened: list[Path] = []
    shown = add(room, file)
    room.page.item_view.papers.open_with = lambda path: opened.append(path) or True
    shown.fold()
    shown.line.setFocus()
    room.hands.press(key)
    assert [path.name for path in opened] == [file.name]
    assert opened[0].read_bytes() == b"%PDF-1.7 bild"


def test_a_file_that_could_do_something_is_not_opened(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "Makron.docm"
    path.write_bytes(b"PK")
    shown = add(room, path)
    opened: list[Path] = []
    room.page.item_view.papers.open_with = lambda path: opened.append(path) or True
    shown.line.click()
    assert opened == []
    assert "öppnar" in " ".join(room.banners())


def test_delete_takes_a_paper_away_and_undo_brings_it_back(room: Room, file: Path) -> None:
    shown = add(room, file)
    room.hands.press(Qt.Key.Key_Escape)
    assert room.hands.focus() is shown.line
    room.hands.press(Qt.Key.Key_Delete)
    assert papers(room) == ()
    assert rows(room) == []
    assert room.hands.focus() is room.page.item_view.papers.add_button
    room.council.undo.undo()
    assert [one.name for one in papers(room)] == [file.name]
    assert len(rows(room)) == 1


def test_whatever_is_said_of_a_paper_is_stored_when_the_field_is_left(room: Room, file: Path) -> None:
    shown = add(room, file)
    for field, words in ((shown.name, "Lägesbild höst"), (shown.dnr, "KS 2026/71"), (shown.day, "1 dec")):
        field.setFocus()
        field.edit.selectAll()
        room.hands.line(words)
    shown.description.setFocus()
    room.hands.line("Anmälda brott i höst")
    shown.audience.box.setCurrentIndex(2)
    shown.audience.box.activated.emit(2)
    shown.named.setFocus()
    room.hands.line("Eva Nordlund")
    shown.provenance.box.activated.emit(1)
    shown.retention.box.activated.emit(1)
    paper = papers(room)[0]
    assert (paper.name, paper.dnr, str(paper.day)) == ("Lägesbild höst.pdf", "KS 2026/71", "2026-12-01")
    assert paper.description == "Anmälda brott i höst"
    assert (paper.audience, paper.named) == (Audience.NAMED, "Eva Nordlund")
    assert (paper.provenance, paper.retention) == (Provenance.DRAWN_UP, Retention.WEEDED)
    assert "för Eva Nordlund" in shown.line.accessibleName()


def test_a_name_that_is_emptied_comes_back(room: Room, file: Path) -> None:
    shown = add(room, file)
    shown.name.setFocus()
    shown.name.edit.selectAll()
    room.hands.press(Qt.Key.Key_Delete)
    room.hands.press(Qt.Key.Key_Return)
    assert shown.name.text() == "Lägesbild november"
    assert papers(room)[0].name == file.name


def test_a_paper_of_a_secret_point_is_named_but_not_stored_until_a_reason_is_given(
    room: Room, file: Path
) -> None:
    item = room.go_to(POLICE)
    room.council.meetings.change_item(item.id, confidential=True, dnr="KS 2026/71")
    drop(room.page, file)
    shown = rows(room)[0]
    assert not papers(room)[0].is_stored
    assert "Handlingen finns i diariet, dnr KS 2026/71" in shown.line.accessibleName()
    assert not shown.reason.isHidden()
    shown.reason.setFocus()
    room.hands.line("Maskad version")
    assert papers(room)[0].is_stored
    assert papers(room)[0].stored_because == "Maskad version"
    assert shown.reason.isHidden()


def test_a_file_is_chosen_with_the_keyboard_alone(room: Room, file: Path) -> None:
    room.go_to(POLICE)
    part = room.page.item_view.papers
    part.choose_files = lambda: [file]
    part.add_button.setFocus()
    room.hands.press(Qt.Key.Key_Return)
    assert [one.name for one in papers(room)] == [file.name]


def test_changing_ones_mind_adds_nothing(room: Room) -> None:
    room.go_to(POLICE)
    room.page.item_view.papers.choose_files = list
    room.page.item_view.papers.add_button.click()
    assert papers(room) == ()


@POPUP
def test_a_copy_is_saved_from_the_menu(room: Room, file: Path, tmp_path: Path) -> None:
    shown = add(room, file)
    target = tmp_path / "kopia.pdf"
    room.page.item_view.papers.choose_target = lambda suggested: target
    next(one for one in shown.menu.actions() if one.text() == "Spara en kopia…").trigger()
    assert target.read_bytes() == file.read_bytes()


def test_each_point_shows_its_own_papers(room: Room, file: Path) -> None:
    add(room, file)
    room.go_to("Mötet öppnas")
    assert rows(room) == []
    room.go_to(POLICE)
    assert [one.paper.name for one in rows(room)] == [file.name]


def test_what_is_typed_about_a_paper_is_stored_when_the_point_is_left(room: Room, file: Path) -> None:
    add(room, file)
    room.hands.letters("Polisen")
    room.go_to("Mötet öppnas")
    assert papers(room)[0].sender == "Polisen"


@pytest.mark.parametrize("size", [(1366, 688), (960, 460)])
def test_the_facts_of_a_paper_are_seen_when_they_unfold(
    open_room: Callable[..., Room], qtbot: QtBot, file: Path, size: tuple[int, int]
) -> None:
    room = open_room(size=size)
    shown = add(room, file)

    def is_seen() -> None:
        assert not shown.from_whom.visibleRegion().isEmpty()
        assert shown.from_whom.visibleRegion().boundingRect().height() >= 50

    qtbot.waitUntil(is_seen)
    assert not unnamed(shown)
    assert not clipped(shown)


def test_a_paper_that_stays_in_the_diary_is_named_with_the_keyboard(room: Room) -> None:
    room.go_to(POLICE)
    button = room.page.item_view.papers.refer_button
    assert button.text() == "Hänvisa till diariet"
    button.setFocus()
    room.hands.press(Qt.Key.Key_Return)
    room.hands.line("Anmälan från skolan")
    shown = rows(room)[0]
    shown.dnr.setFocus()
    room.hands.line("KS 2026/71")
    (paper,) = papers(room)
    assert (paper.name, paper.is_stored) == ("Anmälan från skolan", False)
    assert "Handlingen finns i diariet, dnr KS 2026/71" in shown.line.accessibleName()
    room.council.undo.undo()
    room.council.undo.undo()
    room.council.undo.undo()
    assert papers(room) == ()
