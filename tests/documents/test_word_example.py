"""Every paper of the example council as a Word file, as a whole year of it would be sent out."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import qn

from documents.word import headings, opened, parts, spoken
from trygghetsrad.app import read_council, write_example

if TYPE_CHECKING:
    from pathlib import Path

    from trygghetsrad.domain.documents import Paper

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> list[Paper]:
    """The papers of the council and of its latest meetings, one or more of each kind there is."""
    path = tmp_path_factory.mktemp("norrmyra") / "norrmyra.trygghetsrad"
    write_example(path, TODAY)
    with read_council(path) as council:
        meetings = council.meetings.every()[-6:]
        wanted = {
            (choice.kind, choice.meeting_id)
            for meeting_id in (None, *(one.id for one in meetings))
            for choice in council.documents.choices(meeting_id)
            if choice.has_word and choice.is_timely
        }
        return [council.word.copy(kind, TODAY, meeting_id) for kind, meeting_id in sorted(wanted, key=str)]


@pytest.mark.slow
def test_every_paper_has_headings_words_and_rows_that_everyone_can_follow(papers: list[Paper]) -> None:
    assert {"kallelse", "protokoll", "ledamoter"} <= {paper.kind for paper in papers}
    for paper in papers:
        levels = [level for level, _ in headings(paper.content)]
        assert levels[0] == 1, paper.title
        assert levels.count(1) == 1, paper.title
        assert all(later <= former + 1 for former, later in pairwise(levels)), paper.title
        assert spoken(paper.content)
        for table in opened(paper.content).tables:
            assert table._tbl.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None, paper.title
        text = parts(paper.content)
        assert all(one.count("<wp:docPr") == one.count("descr=") for one in text.values()), paper.title
        assert opened(paper.content).core_properties.language == "sv-SE"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_libreoffice_prints_every_paper(papers: list[Paper], tmp_path: Path) -> None:
    for number, paper in enumerate(papers):
        (tmp_path / f"{number}.docx").write_bytes(paper.content)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    names = [f"{number}.docx" for number in range(len(papers))]
    command = ["soffice", home, "--headless", "--convert-to", "pdf", *names]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=300)
    assert len(list(tmp_path.glob("*.pdf"))) == len(papers)
