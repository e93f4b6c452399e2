"""Minutes that come back from Word: compared point by point, and taken over one click at a time."""

from __future__ import annotations

import copy
import io
import zipfile
from datetime import time
from io import BytesIO
from time import monotonic
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from norrmyra import FIRST, SECOND, meeting
from trygghetsrad.domain.errors import FileMissing, Refused
from trygghetsrad.domain.meetings import Outcome
from trygghetsrad.domain.word import EditedPart

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.word import Difference, EditedMinutes

TEXT = "Polisen ser tre saker.\n\n- körning vid torget\n- cykelstölder\n\nDet är lugnare än i fjol."


@pytest.fixture
def held(council: OpenCouncil) -> int:
    """A meeting that is over, with text, two decisions under one point and an action."""
    first = meeting(council, FIRST)
    council.meetings.open_agenda(first)
    point = council.meetings.add_item(first, "Läget i centrum")
    lights = council.meetings.add_item(first, "Belysning")
    council.room.start(first, time(13))
    council.room.write_text(point, TEXT)
    council.room.add_decision(point, "informationen", Outcome.NOTES)
    council.room.add_decision(point, "att bjuda in polisen till nästa möte", Outcome.DECIDES)
    council.room.write_text(lights, "Lampan vid badet är trasig.")
    council.room.add_action(lights, "Laga lampan", FIRST)
    council.room.end(first, time(15))
    return first


@pytest.fixture
def edited(council: OpenCouncil, held: int, tmp_path: Path) -> Callable[[Callable], Path]:
    """Save the minutes as Word, let somebody edit them, and return the file."""

    def edit(change: Callable) -> Path:
        document = docx.Document(BytesIO(council.word.copy("protokoll", FIRST, held).content))
        change(document)
        path = tmp_path / "Protokoll ändrat.docx"
        document.save(str(path))
        return path

    return edit


def line(document, begins: str):
    return next(one for one in document.paragraphs if one.text.replace("\u00a0", " ").startswith(begins))


def compare(council: OpenCouncil, held: int, path: Path) -> EditedMinutes:
    return council.word.compare(held, path)


def only(found: EditedMinutes) -> Difference:
    assert len(found.differences) == 1, found
    return found.differences[0]


def point(council: OpenCouncil, held: int, title: str):
    return next(one for one in council.room.room(held).items if one.title == title)


def test_an_unchanged_copy_says_nothing_new(council: OpenCouncil, held: int, edited) -> None:
    found = compare(council, held, edited(lambda _document: None))
    assert (found.differences, found.notes) == ((), ())


def test_an_edited_text_is_shown_beside_the_old_one_and_taken_over_by_a_click(
    council: OpenCouncil, held: int, edited
) -> None:
    def change(document) -> None:
        line(document, "Det är lugnare").runs[0].text = "Det är mycket lugnare än i fjol."
        line(document, "cykelstölder").insert_paragraph_before("klotter", style="List Bullet")

    difference = only(compare(council, held, edited(change)))
    assert difference.part is EditedPart.TEXT
    assert difference.where.endswith("Läget i centrum")
    assert difference.now == TEXT
    new = TEXT.replace("- cykel", "- klotter\n- cykel").replace("är lugnare", "är mycket lugnare")
    assert difference.then == new
    council.word.take_over(difference)
    assert point(council, held, "Läget i centrum").text == new
    council.undo.undo()
    assert point(council, held, "Läget i centrum").text == TEXT


def test_a_taken_difference_is_gone_when_the_file_is_compared_again(
    council: OpenCouncil, held: int, edited
) -> None:
    path = edited(lambda document: line(document, "Lampan vid badet").runs[0].add_text(" Den lagas i vår."))
    council.word.take_over(only(compare(council, held, path)))
    assert compare(council, held, path).differences == ()


def test_one_of_two_decisions_is_changed_and_the_other_stays(council: OpenCouncil, held: int, edited) -> None:
    def change(document) -> None:
        line(document, "att bjuda in").runs[0].text = "att bjuda in polisen till varje möte"

    difference = only(compare(council, held, edited(change)))
    assert difference.part is EditedPart.DECISION
    council.word.take_over(difference)
    decisions = point(council, held, "Läget i centrum").decisions
    assert [one.text for one in decisions] == ["informationen", "att bjuda in polisen till varje möte"]
    assert [one.outcome for one in decisions] == [Outcome.NOTES, Outcome.DECIDES]


def test_new_words_before_a_decision_change_its_outcome(council: OpenCouncil, held: int, edited) -> None:
    def change(document) -> None:
        line(document, "Trygghetsrådet noterar").runs[0].text = "Trygghetsrådet enas om"

    difference = only(compare(council, held, edited(change)))
    council.word.take_over(difference)
    first, _ = point(council, held, "Läget i centrum").decisions
    assert (first.outcome, first.text) == (Outcome.AGREES, "informationen")


def test_a_decision_struck_out_in_word_can_be_removed(council: OpenCouncil, held: int, edited) -> None:
    def change(document) -> None:
        for begins in ("Trygghetsrådet beslutar", "att bjuda in"):
            gone = line(document, begins)._element
            gone.getparent().remove(gone)

    difference = only(compare(council, held, edited(change)))
    assert difference.then == ""
    council.word.take_over(difference)
    assert [one.text for one in point(council, held, "Läget i centrum").decisions] == ["informationen"]


def test_a_decision_written_in_word_is_added(council: OpenCouncil, held: int, edited) -> None:
    def change(document) -> None:
        after = line(document, "Lampan vid badet")
        heading, text = copy.deepcopy(line(document, "Beslut")._element), copy.deepcopy(after._element)
        after._element.addnext(heading)
        heading.addnext(text)
        text.find(qn("w:r")).find(qn("w:t")).text = "Tekniska kontoret ombeds laga lampan."

    found = compare(council, held, edited(change))
    council.word.take_over(only(found))
    (decision,) = point(council, held, "Belysning").decisions
    assert decision.text == "Tekniska kontoret ombeds laga lampan."


def test_a_new_title_is_taken_over_without_its_number(council: OpenCouncil, held: int, edited) -> None:
    def change(document) -> None:
        heading = next(
            one for one in document.paragraphs if one.style.name == "Heading 2" and "Belysning" in one.text
        )
        heading.runs[0].text = heading.text.replace("Belysning", "Belysning vid badet")

    difference = only(compare(council, held, edited(change)))
    assert (difference.part, difference.then) == (EditedPart.TITLE, "Belysning vid badet")
    council.word.take_over(difference)
    assert point(council, held, "Belysning vid badet").title == "Belysning vid badet"


def test_points_that_lost_their_hidden_names_are_known_by_their_titles(
    council: OpenCouncil, held: int, edited
) -> None:
    def change(document) -> None:
        for mark in list(document.element.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
            mark.getparent().remove(mark)
        line(document, "Lampan vid badet").runs[0].text = "Lampan är lagad."

    assert only(compare(council, held, edited(change))).then == "Lampan är lagad."


def test_tracked_changes_are_read_as_accepted_and_said_so(council: OpenCouncil, held: int, edited) -> None:
    def change(document) -> None:
        target = line(document, "Lampan vid badet")
        old = target.runs[0]._element
        struck = docx.oxml.OxmlElement("w:del")
        new = docx.oxml.OxmlElement("w:ins")
        run = copy.deepcopy(old)
        run.find(qn("w:t")).text = "Lampan är lagad."
        old.addprevious(struck)
        struck.append(old)
        struck.addnext(new)
        new.append(run)

    found = compare(council, held, edited(change))
    assert only(found).then == "Lampan är lagad."
    assert found.notes == ("Filen har spårade ändringar. De är lästa som godkända.",)


def test_what_cannot_be_taken_over_is_told(council: OpenCouncil, held: int, edited) -> None:
    def change(document) -> None:
        line(document, "Sekreterare\t").runs[-1].text = "Bo Ek"
        document.tables[-1].cell(1, 0).paragraphs[0].runs[0].text = "Laga två lampor"
        line(document, "Underskrifter").insert_paragraph_before("En hälsning")

    found = compare(council, held, edited(change))
    assert any("utanför punkterna" in note for note in found.notes)
    assert any("Belysning: handlingar, uppdrag" in note for note in found.notes)


def test_a_point_that_was_taken_out_in_word_stays_and_is_told(
    council: OpenCouncil, held: int, edited
) -> None:
    def change(document) -> None:
        gone = False
        for part in list(document.element.body):
            text = "".join(part.itertext())
            if part.tag == qn("w:p") and part.pPr.style == "Heading2":
                gone = "Belysning" in text
            if gone and part.tag != qn("w:sectPr"):
                document.element.body.remove(part)

    found = compare(council, held, edited(change))
    assert any("Belysning finns inte i filen" in note for note in found.notes)
    assert point(council, held, "Belysning")


def test_the_minutes_of_another_meeting_are_refused(council: OpenCouncil, held: int, edited) -> None:
    other = meeting(council, SECOND)
    council.meetings.open_agenda(other)
    with pytest.raises(Refused, match="annat möte"):
        council.word.compare(other, edited(lambda _document: None))


def test_a_letter_is_refused(council: OpenCouncil, held: int, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Hej, vi ses på torsdag.")
    document.save(str(tmp_path / "brev.docx"))
    with pytest.raises(Refused, match="inget protokoll"):
        council.word.compare(held, tmp_path / "brev.docx")


def test_a_file_that_is_gone_is_refused(council: OpenCouncil, held: int, tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        council.word.compare(held, tmp_path / "borta.docx")


def repacked(data: bytes, **replaced: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            made.writestr(name, replaced.pop(name, source.read(name)))
        for name, content in replaced.items():
            made.writestr(name, content)
    return target.getvalue()


ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>&a;</w:body></w:document>"""


def _endless(data: bytes) -> bytes:
    words = (f"<w:p><w:r><w:t>{number * 7919 % 99991}</w:t></w:r></w:p>" for number in range(25_000))
    body = ZipFile(BytesIO(data)).read("word/document.xml")
    return repacked(
        data, **{"word/document.xml": body.replace(b"<w:sectPr", "".join(words).encode() + b"<w:sectPr", 1)}
    )


HARMFUL = {
    "no zip": (lambda _: b"Hej", "ingen Word-fil"),
    "another zip": (lambda _: repacked(_a_zip()), "ingen Word-fil"),
    "cut short": (lambda data: data[: len(data) // 2], "skadad"),
    "broken text": (lambda data: repacked(data, **{"word/document.xml": b"<w:document"}), "skadad"),
    "no body": (lambda data: repacked(data, **{"word/document.xml": b"<a/>"}), "skadad"),
    "entities": (lambda data: repacked(data, **{"word/document.xml": ENTITIES}), "göra skada"),
    "entities in UTF-16": (
        lambda data: repacked(data, **{"word/document.xml": ENTITIES.decode().encode("utf-16")}),
        "göra skada",
    ),
    "a bomb": (lambda data: repacked(data, **{"word/big.xml": b" " * 50_000_000}), "orimligt stor"),
    "thousands of parts": (
        lambda data: repacked(data, **{f"word/p{n}.xml": b"" for n in range(2_001)}),
        "orimligt stor",
    ),
    "macros": (lambda data: repacked(data, **{"word/vbaProject.bin": b"x"}), "makron"),
    "the old format": (lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "äldre format"),
    "a password": (
        lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "lösenord",
    ),
    "a file without end": (lambda _: b"PK" + bytes(20_000_001), "större än 20 MB"),
}


def _a_zip() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr("hej.txt", "hej")
    return target.getvalue()


@pytest.mark.parametrize("what", HARMFUL)
def test_a_file_that_could_do_harm_is_refused_in_one_sentence(
    council: OpenCouncil, held: int, tmp_path: Path, what: str
) -> None:
    make, wanted = HARMFUL[what]
    path = tmp_path / "från\u202e mejlet.docx"
    path.write_bytes(make(council.word.copy("protokoll", FIRST, held).content))
    with pytest.raises(Refused, match=wanted) as refusal:
        council.word.compare(held, path)
    said = str(refusal.value)
    assert "\u202e" not in said
    assert "Inget har ändrats." in said
    assert said.endswith(".")


def test_a_file_as_long_as_a_shelf_is_refused_soon(council: OpenCouncil, held: int, tmp_path: Path) -> None:
    path = tmp_path / "lång.docx"
    path.write_bytes(_endless(council.word.copy("protokoll", FIRST, held).content))
    started = monotonic()
    with pytest.raises(Refused, match="för lång"):
        council.word.compare(held, path)
    assert monotonic() - started < 20
