"""Papers from outside: taken in, described, opened, and kept out where they may be secret."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import sqlite3
from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from norrmyra import FIRST, TODAY, call, dump, hold, item, meeting, rows, verify
from trygghetsrad.app import open_council, read_council
from trygghetsrad.domain.attachments import (
    HEAVIEST,
    Audience,
    FileTooHeavy,
    KeptElsewhere,
    NoPaper,
    NothingInFile,
    NotOpenedHere,
    Provenance,
    Retention,
)
from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.errors import FileMissing, NotAFile, NotFound, OpenedReadOnly, Refused, Unreadable

if TYPE_CHECKING:
    from pathlib import Path

    from trygghetsrad.app import OpenCouncil

PAPER = b"%PDF-1.7 en handling"


def pdf_text(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


@pytest.fixture
def first(council: OpenCouncil) -> int:
    return meeting(council, FIRST)


@pytest.fixture
def point(council: OpenCouncil, first: int) -> int:
    return council.meetings.add_item(first, "Belysning")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Lägesbild februari.pdf"
    path.write_bytes(PAPER)
    return path


# -- taking in -------------------------------------------------------------------------------------


def test_a_dropped_file_is_kept_byte_for_byte_and_outlives_its_original(
    council: OpenCouncil, point: int, file: Path
) -> None:
    added = council.attachments.add_file(file, TODAY, item_id=point, sender="Polisen")
    file.unlink()
    paper = council.attachments.get(added)
    assert (paper.name, paper.title, paper.sender) == (file.name, "Lägesbild februari", "Polisen")
    assert (paper.day, paper.provenance, paper.retention) == (TODAY, Provenance.RECEIVED, Retention.KEPT)
    assert (paper.sha256, paper.size) == (hashlib.sha256(PAPER).hexdigest(), len(PAPER))
    assert council.attachments.content(added) == PAPER


def test_papers_stand_with_their_point_their_meeting_or_the_council(
    council: OpenCouncil, first: int, point: int
) -> None:
    decision = council.room.add_decision(point, "Rådet noterar rapporten")
    keep = council.attachments.add
    keep("Rapport.pdf", PAPER, TODAY, item_id=point)
    keep("Bilaga.pdf", PAPER, TODAY, decision_id=decision)
    keep("Karta.png", b"bild", TODAY, meeting_id=first)
    keep("Reglemente.pdf", PAPER, TODAY)
    assert [one.name for one in council.attachments.of_item(point)] == ["Rapport.pdf", "Bilaga.pdf"]
    assert [one.name for one in council.attachments.of_meeting(first)] == [
        "Karta.png",
        "Rapport.pdf",
        "Bilaga.pdf",
    ]
    assert [one.name for one in council.attachments.of_council()] == ["Reglemente.pdf"]
    agenda = next(one for one in council.room.room(first).items if one.id == point)
    assert [(one.place, one.number(agenda.position)) for one in agenda.papers] == [
        (1, f"{agenda.position}.1"),
        (2, f"{agenda.position}.2"),
    ]


def test_the_same_file_twice_takes_its_room_once(council: OpenCouncil, point: int) -> None:
    one = council.attachments.add("Rapport.pdf", PAPER, TODAY, item_id=point)
    two = council.attachments.add("Rapporten igen.pdf", PAPER, TODAY, item_id=point)
    kept = rows(
        council.path, f"SELECT count(*) FROM blob WHERE sha256 = '{council.attachments.get(one).sha256}'"
    )
    assert kept == [(1,)]
    assert council.attachments.content(one) == council.attachments.content(two)


def test_a_number_that_was_given_is_not_given_to_another_paper(council: OpenCouncil, point: int) -> None:
    council.attachments.add("Ett.pdf", PAPER, TODAY, item_id=point)
    gone = council.attachments.add("Två.pdf", PAPER, TODAY, item_id=point)
    council.attachments.remove(gone)
    council.attachments.add("Tre.pdf", PAPER, TODAY, item_id=point)
    assert [one.place for one in council.attachments.of_item(point)] == [1, 3]


def test_whatever_is_said_of_a_paper_is_kept_and_can_be_taken_back(council: OpenCouncil, point: int) -> None:
    added = council.attachments.add("Rapport.docx", PAPER, TODAY, item_id=point)
    before = council.attachments.get(added)
    said = {
        "provenance": Provenance.DRAWN_UP,
        "sender": "Räddningstjänsten",
        "description": "Bränder i vinter",
        "day": FIRST,
        "dnr": "KS 2026/71",
        "retention": Retention.WEEDED,
        "audience": Audience.NAMED,
        "named": "Eva Nordlund",
    }
    council.attachments.change(added, **said)
    assert council.attachments.get(added) == dataclasses.replace(before, **said)
    council.undo.undo()
    assert council.attachments.get(added) == before


def test_a_new_name_keeps_the_ending(council: OpenCouncil, point: int) -> None:
    added = council.attachments.add("scan0001.pdf", PAPER, TODAY, item_id=point)
    council.attachments.change(added, name="Lägesbild / mars")
    assert council.attachments.get(added).name == "Lägesbild - mars.pdf"
    council.attachments.change(added, name="Lägesbild april.pdf")
    assert council.attachments.get(added).name == "Lägesbild april.pdf"
    with pytest.raises(Refused, match="heter fortfarande ”Lägesbild april”"):
        council.attachments.change(added, name=" ")


def test_a_removed_paper_comes_back_with_angra(council: OpenCouncil, point: int) -> None:
    added = council.attachments.add("Rapport.pdf", PAPER, TODAY, item_id=point)
    council.attachments.remove(added)
    assert council.attachments.of_item(point) == ()
    with pytest.raises(NotFound):
        council.attachments.content(added)
    council.undo.undo()
    assert council.attachments.content(added) == PAPER
    council.undo.undo()
    council.undo.redo()
    assert council.attachments.content(added) == PAPER, "also a paper whose adding was taken back and redone"


def test_pages_hear_that_papers_changed(council: OpenCouncil, point: int) -> None:
    heard: list[Changed] = []
    council.on_change(heard.append)
    council.attachments.add("Rapport.pdf", PAPER, TODAY, item_id=point)
    assert heard == [Changed.MEETINGS | Changed.DOCUMENTS]


def test_a_paper_may_come_after_the_justering_and_be_taken_back(council: OpenCouncil, first: int) -> None:
    point = council.meetings.add_item(first, "Belysning")
    early = council.attachments.add("Före.pdf", PAPER, TODAY, item_id=point)
    verify(council, first)
    council.attachments.add("Efter.pdf", PAPER, FIRST, item_id=point)
    assert council.undo.undo() == "Lägg till handling"
    assert [one.id for one in council.attachments.of_item(point)] == [early]


# -- what may be secret ----------------------------------------------------------------------------


def test_a_paper_of_a_secret_point_leaves_only_a_reference(
    council: OpenCouncil, point: int, file: Path
) -> None:
    council.meetings.change_item(point, confidential=True, dnr="KS 2026/71")
    added = council.attachments.add_file(file, TODAY, item_id=point)
    paper = council.attachments.get(added)
    assert not paper.is_stored
    assert paper.may_be_secret
    assert paper.told() == "Lägesbild februari – handlingen finns i diariet, dnr KS 2026/71"
    assert rows(council.path, "SELECT count(*) FROM blob") == [(0,)]
    with pytest.raises(KeptElsewhere, match="dnr KS 2026/71"):
        council.attachments.content(added)


def test_storing_what_may_be_secret_takes_a_reason_that_stays_in_the_record(
    council: OpenCouncil, point: int, file: Path
) -> None:
    added = council.attachments.add_reference("Personärende", TODAY, item_id=point, dnr="KS 2026/71")
    with pytest.raises(Refused, match="Skriv varför"):
        council.attachments.store_file(added, file, " ")
    council.attachments.store_file(added, file, "Maskad version")
    paper = council.attachments.get(added)
    assert (paper.is_stored, paper.stored_because) == (True, "Maskad version")
    told = rows(council.path, "SELECT facts FROM event WHERE what = 'sekretess: fil sparad'")
    assert "Maskad version" in str(told)


def test_a_reason_given_at_once_stores_it_at_once(council: OpenCouncil, point: int) -> None:
    added = council.attachments.add(
        "Ärende.pdf",
        PAPER,
        TODAY,
        item_id=point,
        may_be_secret=True,
        stored_because="Prövad, ingen sekretess",
    )
    assert council.attachments.content(added) == PAPER


# -- files that are not what they should be --------------------------------------------------------


def _heavy(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(40_000_000)


@pytest.mark.parametrize(
    ("prepare", "refusal"),
    [
        (lambda path: None, FileMissing),
        (lambda path: path.mkdir(), NotAFile),
        (lambda path: path.write_bytes(b""), NothingInFile),
        (_heavy, FileTooHeavy),
        (os.mkfifo, FileMissing),
    ],
    ids=["gone", "a folder", "empty", "40 MB", "a pipe"],
)
def test_a_file_that_cannot_be_taken_in_is_refused_in_one_sentence(
    council: OpenCouncil, point: int, tmp_path: Path, prepare, refusal
) -> None:
    path = tmp_path / "Handling.pdf"
    prepare(path)
    before = dump(council.path)
    with pytest.raises(refusal) as error:
        council.attachments.add_file(path, TODAY, item_id=point)
    said = str(error.value)
    assert "Handling.pdf" in said
    assert said.endswith(".")
    assert dump(council.path) == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a file that may not be read")
def test_a_file_without_the_right_to_it_is_refused(council: OpenCouncil, point: int, file: Path) -> None:
    file.chmod(0)
    with pytest.raises(Unreadable):
        council.attachments.add_file(file, TODAY, item_id=point)


def test_a_file_of_the_largest_size_is_taken(council: OpenCouncil, point: int) -> None:
    council.attachments.add("Stor.pdf", bytes(HEAVIEST), TODAY, item_id=point)
    with pytest.raises(FileTooHeavy, match="högst 25 MB"):
        council.attachments.add("Större.pdf", bytes(HEAVIEST + 1), TODAY, item_id=point)


@pytest.mark.parametrize(
    "name", ["virus.exe", "protokoll.pdf.exe", "start.BAT", "Karta.lnk", "x.js", "fil.exe. "]
)
def test_programs_and_shortcuts_are_no_papers(council: OpenCouncil, point: int, name: str) -> None:
    with pytest.raises(NoPaper):
        council.attachments.add(name, b"MZ", TODAY, item_id=point)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../evil.txt", "evil.txt"),
        ("C:\\Windows\\x.pdf", "C-Windows-x.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("a\x00b\nc.pdf", "a b c.pdf"),
        ("\u202efdp.txt", "fdp.txt"),
        ("A\u030asa.pdf", "Åsa.pdf"),
    ],
)
def test_names_are_made_harmless(council: OpenCouncil, point: int, name: str, kept: str) -> None:
    added = council.attachments.add(name, PAPER, TODAY, item_id=point)
    assert council.attachments.get(added).name == kept
    assert council.attachments.open_copy(added).name == kept


def test_only_papers_are_handed_to_other_programs(council: OpenCouncil, point: int) -> None:
    added = council.attachments.add("Makron.docm", b"PK", TODAY, item_id=point)
    with pytest.raises(NotOpenedHere, match="Spara en kopia"):
        council.attachments.open_copy(added)


def test_what_is_done_to_an_opened_copy_does_not_touch_the_paper(council: OpenCouncil, point: int) -> None:
    added = council.attachments.add("Rapport.txt", b"ett", TODAY, item_id=point)
    copy = council.attachments.open_copy(added)
    copy.write_bytes(b"annat")
    assert council.attachments.content(added) == b"ett"


def test_a_copy_is_saved_where_she_wants_it(council: OpenCouncil, point: int, tmp_path: Path) -> None:
    added = council.attachments.add("Rapport.pdf", PAPER, TODAY, item_id=point)
    council.attachments.save(added, tmp_path / "kopia.pdf")
    assert (tmp_path / "kopia.pdf").read_bytes() == PAPER


# -- the file they lie in --------------------------------------------------------------------------


def test_nothing_is_taken_in_beside_an_open_window(council: OpenCouncil, point: int) -> None:
    with read_council(council.path) as beside, pytest.raises(OpenedReadOnly):
        beside.attachments.add("Rapport.pdf", PAPER, TODAY, item_id=point)


def test_check_finds_a_paper_whose_bytes_were_altered(council: OpenCouncil, point: int) -> None:
    council.attachments.add("Rapport.pdf", PAPER, TODAY, item_id=point)
    path = council.path
    council.close()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("DROP TRIGGER blob_update_refused")
        raw.execute("UPDATE blob SET content = X'00'")
    with read_council(path) as beside:
        assert any("kontrollsumma" in line for line in beside.checking.check(TODAY).damage)


def test_papers_are_there_when_the_file_is_opened_again(council: OpenCouncil, first: int) -> None:
    point = item(council, first, "Mötet öppnas")
    added = council.attachments.add("Rapport.pdf", PAPER, TODAY, item_id=point)
    call(council, first)
    hold(council, first)
    council.close()
    again = open_council(council.path)
    assert again.attachments.content(added) == PAPER
    again.close()


def test_agenda_and_notice_name_the_papers_and_where_a_missing_one_is(
    council: OpenCouncil, first: int, point: int
) -> None:
    position = next(one.position for one in council.meetings.agenda(first) if one.id == point)
    council.attachments.add("Lägesbild februari.pdf", PAPER, TODAY, item_id=point)
    council.attachments.add_reference("Underlag", TODAY, item_id=point, dnr="KS 2026/71")
    council.attachments.add("Karta över centrum.png", PAPER, TODAY, meeting_id=first)
    for kind in ("dagordning", "kallelse"):
        text = pdf_text(council.documents.preview(kind, TODAY, first).content)
        assert f"Bilaga {position}.1 Lägesbild februari" in text
        assert f"Bilaga {position}.2 Underlag – handlingen finns i diariet, dnr KS 2026/71" in text
    assert "Bilaga 1 Karta över centrum" in text
