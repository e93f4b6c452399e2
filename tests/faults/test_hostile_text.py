"""Text nobody would think of, in every field: each paper is made, with the text in it."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING

import pypdf
import pytest

import norrmyra
from documents.papers import a_letterhead
from trygghetsrad.cli import main
from trygghetsrad.documents.blocks import Heading, KeyValues, Para
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.documents.pdf.writer import render_pdf
from trygghetsrad.store.schema import JOURNALED
from trygghetsrad.store.types import Word

if TYPE_CHECKING:
    from pathlib import Path

# Columns whose words the program itself reads.
KEPT = {"uid", "sort_key", "logo", "municipality_code", "file_pattern", "avoid_weeks", "avoid_days"}
HOSTILE = (
    "<b>oavslutad",
    "<img src='/etc/passwd'/>",
    "Åsa <asa@norrmyra.example> & co",
    "&copy; {0} %s {name}",
    "=cmd|'/c calc'!A0",
    "- punkt\n\n- punkt",
    "../../etc/passwd",
)


def words_of(paper: bytes) -> str:
    pages = pypdf.PdfReader(BytesIO(paper)).pages
    return re.sub(r"\s|-", "", "".join(page.extract_text() for page in pages))


def filled_with(path: Path, words: str) -> None:
    """Write the words in every field of free text, past all that would clean them."""
    with closing(sqlite3.connect(path)) as raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        for row in JOURNALED:
            for column in row.__table__.columns:
                free = type(column.type) is Word and column.name not in KEPT and not column.foreign_keys
                if free:
                    raw.execute(f'UPDATE {row.__tablename__} SET "{column.name}" = ?', (words,))
        raw.commit()


@pytest.mark.parametrize("words", HOSTILE)
def test_every_paper_is_made_with_the_words_as_they_stand(tmp_path, capsys, words):
    council = norrmyra.council_with_people(tmp_path)
    meeting = norrmyra.meeting(council, norrmyra.FIRST)
    norrmyra.call(council, meeting)
    point = council.meetings.agenda(meeting)[1].id
    council.room.write_text(point, "x")
    council.room.add_decision(point, "x")
    council.room.add_action(point, "x", norrmyra.TODAY)
    norrmyra.hold(council, meeting)
    council.close()
    filled_with(council.path, words)
    before = sorted(tmp_path.iterdir())
    out = tmp_path / "ut"
    assert main(["documents", str(council.path), "--out", str(out)]) == 0, capsys.readouterr().err
    papers = {path.name: words_of(path.read_bytes()) for path in out.iterdir()}
    issued = {name for name in papers if "Kallelse" in name and "möte 1" in name}
    assert len(papers) > 4
    missing = {name for name, told in papers.items() if re.sub(r"\s|-", "", words) not in told}
    assert missing <= issued  # what has left the house stays as it was
    assert sorted(tmp_path.iterdir()) == sorted([*before, out])
    assert main(["status", str(council.path), "--json"]) == 0
    assert main(["check", str(council.path)]) == 0


@pytest.mark.parametrize("lines", [22, 58])
@pytest.mark.parametrize(
    "words", ["ett1\n\n\nett2\n" + "ord " * 60 + "ett3", "- ett1\n\n- ett2 - ett3\n\n- ett4"]
)
def test_a_blank_line_at_the_end_of_a_page_is_no_trouble(lines, words):
    document = Document(
        Meta(title="Prov", kind="Prov", letterhead=a_letterhead(logo=None)),
        (
            Heading(1, "Prov"),
            *(Para(f"rad {line}") for line in range(lines)),
            KeyValues((("Namn", (words, words)), ("Fler", (words,)))),
        ),
    )
    told = words_of(render_pdf(document).data)
    assert {piece: told.count(piece) for piece in re.findall(r"ett\d", words)} == dict.fromkeys(
        re.findall(r"ett\d", words), 3
    )
