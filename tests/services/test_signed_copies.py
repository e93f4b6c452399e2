"""Signed minutes come back: matched by their code, kept byte for byte, and in the way of a withdrawal."""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from reportlab.pdfgen.canvas import Canvas

from norrmyra import FIRST, SECOND, TODAY, hold, meeting, rows, verify
from trygghetsrad.domain.attachments import AttachmentRole, NothingInFile
from trygghetsrad.domain.errors import FileMissing, NotAFile, Refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from trygghetsrad.app import OpenCouncil


@pytest.fixture
def first(council: OpenCouncil) -> int:
    found = meeting(council, FIRST)
    verify(council, found)
    return found


@pytest.fixture
def scanned(tmp_path: Path) -> Path:
    """Pages without a word in them, as a copier makes them."""
    target = BytesIO()
    canvas = Canvas(target)
    canvas.rect(100, 100, 200, 300, fill=1)
    canvas.showPage()
    canvas.save()
    path = tmp_path / "Skannat 0042.pdf"
    path.write_bytes(target.getvalue())
    return path


@pytest.fixture
def signed_elsewhere(council: OpenCouncil, first: int, tmp_path: Path) -> Path:
    """The program's own file, signed electronically: its text is still there."""
    paper = next(one for one in council.documents.issued() if one.kind == "protokoll")
    path = tmp_path / "protokoll undertecknat.pdf"
    path.write_bytes(council.documents.content(paper.id).content + b"\n% signerad\n")
    return path


def test_a_copy_dropped_on_its_meeting_is_kept_with_day_and_hash(
    council: OpenCouncil, first: int, scanned: Path
) -> None:
    added = council.signed.add(first, scanned, TODAY)
    (copy,) = council.signed.of_meeting(first)
    assert (copy.role, copy.day, copy.name) == (AttachmentRole.SIGNED, TODAY, scanned.name)
    assert copy.sha256 == hashlib.sha256(scanned.read_bytes()).hexdigest()
    assert council.attachments.content(added) == scanned.read_bytes()
    told = rows(council.path, "SELECT facts FROM event WHERE what = 'underskriven kopia mottagen'")
    assert copy.sha256 in str(told)
    assert council.attachments.of_meeting(first) == (), "it is no paper of the agenda"


def test_the_printed_code_tells_which_meeting_a_file_belongs_to(
    council: OpenCouncil, first: int, signed_elsewhere: Path
) -> None:
    verify(council, meeting(council, SECOND))
    match = council.signed.match(signed_elsewhere)
    assert match.found is not None
    assert match.found.id == first
    assert match.awaiting == ()


def test_a_scanned_copy_could_belong_to_any_meeting_that_waits_for_one(
    council: OpenCouncil, first: int, scanned: Path
) -> None:
    second = meeting(council, SECOND)
    hold(council, second)
    assert [one.id for one in council.signed.match(scanned).awaiting] == [first]
    council.documents.issue("protokoll", SECOND, second)
    assert [one.id for one in council.signed.match(scanned).awaiting] == [second, first]
    council.signed.add(first, scanned, TODAY)
    assert [one.id for one in council.signed.match(scanned).awaiting] == [second]


def test_a_verification_with_a_signed_copy_cannot_be_withdrawn(
    council: OpenCouncil, first: int, scanned: Path
) -> None:
    added = council.signed.add(first, scanned, TODAY)
    with pytest.raises(Refused, match="underskriven kopia kom in 2026-02-02"):
        council.minutes.withdraw(first, "Fel")
    assert council.meetings.get(first).verified_on == FIRST
    council.signed.remove(added)
    council.minutes.withdraw(first, "Kopian hörde till ett annat möte")
    assert council.meetings.get(first).verified_on is None
    assert rows(council.path, "SELECT count(*) FROM event WHERE what = 'underskriven kopia borttagen'") == [
        (1,)
    ]


def test_adding_a_copy_can_be_taken_back(council: OpenCouncil, first: int, scanned: Path) -> None:
    council.signed.add(first, scanned, TODAY)
    council.undo.undo()
    assert council.signed.of_meeting(first) == ()


def test_the_same_copy_is_kept_once(council: OpenCouncil, first: int, scanned: Path) -> None:
    council.signed.add(first, scanned, TODAY)
    with pytest.raises(Refused, match="finns redan"):
        council.signed.add(first, scanned, TODAY)
    assert len(council.signed.of_meeting(first)) == 1


def test_there_is_nothing_to_sign_before_the_minutes_are_made(council: OpenCouncil, scanned: Path) -> None:
    with pytest.raises(Refused, match="inget att skriva under"):
        council.signed.add(meeting(council, SECOND), scanned, TODAY)


@pytest.mark.parametrize(
    ("name", "prepare", "refusal"),
    [
        ("protokoll.pdf", lambda path: None, FileMissing),
        ("protokoll.pdf", lambda path: path.mkdir(), NotAFile),
        ("protokoll.pdf", lambda path: path.write_bytes(b""), NothingInFile),
        ("protokoll.pdf", lambda path: path.write_bytes(b"%PDF-1.7 halv"), Refused),
        ("protokoll.docx", lambda path: path.write_bytes(b"PK"), Refused),
    ],
)
def test_what_is_no_whole_pdf_is_refused_in_one_sentence(
    council: OpenCouncil,
    first: int,
    tmp_path: Path,
    name: str,
    prepare: Callable[[Path], object],
    refusal: type,
) -> None:
    path = tmp_path / name
    prepare(path)
    for deed in (lambda: council.signed.add(first, path, TODAY), lambda: council.signed.match(path)):
        with pytest.raises(refusal) as error:
            deed()
        assert name in str(error.value)
    assert council.signed.of_meeting(first) == ()
