"""Minutes whose original is another file: told of wherever their text is read, and taken back."""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from norrmyra import FIRST, TODAY, hold, meeting, rows
from trygghetsrad.domain.attachments import AttachmentRole, NothingInFile
from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.documents import PaperOptions
from trygghetsrad.domain.errors import FileMissing, OpenedReadOnly, Refused

if TYPE_CHECKING:
    from pathlib import Path

    from trygghetsrad.app import OpenCouncil

SAYS = "Originalet är den bifogade filen ”Protokoll slutligt.docx”."


@pytest.fixture
def first(council: OpenCouncil) -> int:
    found = meeting(council, FIRST)
    council.meetings.add_item(found, "Belysning")
    hold(council, found)
    return found


@pytest.fixture
def edited(council: OpenCouncil, first: int, tmp_path: Path) -> Path:
    path = tmp_path / "Protokoll slutligt.docx"
    path.write_bytes(council.word.copy("protokoll", TODAY, first).content)
    return path


@pytest.fixture
def scanned(tmp_path: Path) -> Path:
    target = BytesIO()
    canvas = Canvas(target)
    canvas.showPage()
    canvas.save()
    path = tmp_path / "Underskrivet.pdf"
    path.write_bytes(target.getvalue())
    return path


def words(content: bytes) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return " ".join(text.split())


def test_the_file_is_kept_byte_for_byte_with_its_meeting(
    council: OpenCouncil, first: int, edited: Path
) -> None:
    number = council.originals.declare(first, edited, TODAY)
    file = council.originals.of_meeting(first)
    assert file is not None
    assert (file.role, file.name, file.day) == (AttachmentRole.ORIGINAL, edited.name, TODAY)
    assert council.attachments.content(number) == edited.read_bytes()
    assert council.attachments.of_meeting(first) == (), "it is no paper of the agenda"
    assert council.signed.of_meeting(first) == ()
    told = rows(council.path, "SELECT facts FROM event WHERE what = 'originalet är en bifogad fil'")
    assert file.sha256 in str(told)


@pytest.mark.parametrize("kind", ["protokoll", "protokollsutdrag"])
def test_every_paper_with_the_text_says_which_file_counts(
    council: OpenCouncil, first: int, edited: Path, kind: str
) -> None:
    options = PaperOptions(sections=(1,)) if kind == "protokollsutdrag" else PaperOptions()
    before = council.documents.preview(kind, TODAY, first, options)
    assert before.notes == ()
    council.originals.declare(first, edited, TODAY)
    paper = council.documents.preview(kind, TODAY, first, options)
    text = words(paper.content)
    assert SAYS in text
    assert hashlib.sha256(edited.read_bytes()).hexdigest() in text
    assert paper.notes == (f"{SAYS} Den här texten kan skilja sig från den.",)


def test_the_public_version_says_so_without_naming_the_file(
    council: OpenCouncil, first: int, edited: Path
) -> None:
    council.originals.declare(first, edited, TODAY)
    paper = council.documents.preview("protokoll-publik", TODAY, first)
    assert "Originalet är en annan fil." in words(paper.content)
    assert edited.name not in words(paper.content)
    assert paper.notes


def test_the_public_version_is_silent_where_the_text_counts(council: OpenCouncil, first: int) -> None:
    assert "Originalet" not in words(council.documents.preview("protokoll-publik", TODAY, first).content)


def test_a_paper_made_before_is_outdated_and_the_next_one_says_why(
    council: OpenCouncil, first: int, edited: Path
) -> None:
    council.documents.issue("protokoll", TODAY, first)
    council.originals.declare(first, edited, TODAY)
    assert council.room.room(first).changed_since_version
    made = council.documents.issue("protokoll", TODAY, first)
    assert "Vilken fil som är originalet är ändrat." in words(made.content)
    assert council.documents.content(made.document_id or 0).notes == (
        f"{SAYS} Den här texten kan skilja sig från den.",
    )


def test_check_tells_of_it(council: OpenCouncil, first: int, edited: Path) -> None:
    council.originals.declare(first, edited, TODAY)
    report = council.checking.check(TODAY)
    assert report.is_sound
    assert any("originalet är den bifogade filen ”Protokoll slutligt.docx”" in one for one in report.warnings)
    council.originals.take_back(first)
    assert not any("originalet" in one for one in council.checking.check(TODAY).warnings)


def test_it_is_taken_back_and_that_can_be_undone(council: OpenCouncil, first: int, edited: Path) -> None:
    council.originals.declare(first, edited, TODAY)
    council.originals.take_back(first)
    assert council.originals.of_meeting(first) is None
    assert SAYS not in words(council.documents.preview("protokoll", TODAY, first).content)
    council.undo.undo()
    assert council.originals.of_meeting(first) is not None
    council.undo.undo()
    assert council.originals.of_meeting(first) is None
    with pytest.raises(Refused, match="redan programmets text"):
        council.originals.take_back(first)


def test_a_new_original_takes_the_place_of_the_former(
    council: OpenCouncil, first: int, edited: Path, scanned: Path
) -> None:
    council.originals.declare(first, edited, TODAY)
    council.originals.declare(first, scanned, TODAY)
    file = council.originals.of_meeting(first)
    assert file is not None
    assert file.name == scanned.name
    council.originals.take_back(first)
    assert council.originals.of_meeting(first) is None


def test_a_signed_copy_may_be_the_original(council: OpenCouncil, first: int, scanned: Path) -> None:
    council.documents.issue("protokoll", TODAY, first)
    council.originals.declare_signed(council.signed.add(first, scanned, TODAY))
    file = council.originals.of_meeting(first)
    assert file is not None
    assert file.name == scanned.name
    assert council.signed.of_meeting(first) == ()
    council.undo.undo()
    assert [one.name for one in council.signed.of_meeting(first)] == [scanned.name]


def test_a_paper_of_the_agenda_is_no_signed_copy(council: OpenCouncil, first: int) -> None:
    paper = council.attachments.add("Karta.pdf", b"%PDF-", TODAY, meeting_id=first)
    with pytest.raises(Refused, match="ingen underskriven kopia"):
        council.originals.declare_signed(paper)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("Tabell.xlsx", b"PK\x03\x04", "varken Word-dokument"),
        ("Protokoll.docx", b"<html>", "skadad eller av ett annat slag"),
        ("Protokoll.pdf", b"<html>", "skadad eller av ett annat slag"),
    ],
)
def test_what_is_no_such_file_is_refused(
    council: OpenCouncil, first: int, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Refused, match=says):
        council.originals.declare(first, path, TODAY)
    assert council.originals.of_meeting(first) is None


def test_a_file_that_is_gone_or_empty_is_refused(council: OpenCouncil, first: int, tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        council.originals.declare(first, tmp_path / "borta.docx", TODAY)
    empty = tmp_path / "tom.docx"
    empty.touch()
    with pytest.raises(NothingInFile):
        council.originals.declare(first, empty, TODAY)


def test_before_the_meeting_is_over_there_is_nothing_to_be_the_original_of(
    council: OpenCouncil, scanned: Path
) -> None:
    with pytest.raises(Refused, match="inte avslutat"):
        council.originals.declare(meeting(council, FIRST), scanned, TODAY)


def test_the_pages_that_show_the_minutes_look_again_and_a_reader_may_not_declare(
    council: OpenCouncil, first: int, scanned: Path
) -> None:
    from trygghetsrad.app import read_council

    heard: list[Changed] = []
    council.on_change(heard.append)
    council.originals.declare(first, scanned, TODAY)
    assert len(heard) == 1
    assert heard[0] & Changed.MEETINGS
    assert heard[0] & Changed.DOCUMENTS
    with read_council(council.path) as beside, pytest.raises(OpenedReadOnly):
        beside.originals.take_back(first)


def test_holding_the_file_against_the_text_does_not_take_the_notice_for_an_edit(
    council: OpenCouncil, first: int, edited: Path
) -> None:
    council.originals.declare(first, edited, TODAY)
    found = council.word.compare(first, edited)
    assert (found.differences, found.notes) == ((), ())
