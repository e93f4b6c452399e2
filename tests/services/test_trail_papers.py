"""The spårlista shows why an action is done, who decided it and what came of it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader

from norrmyra import TODAY
from trygghetsrad.domain.actions import Rating
from trygghetsrad.domain.documents import PaperOptions
from trygghetsrad.domain.thread import Side

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil


def test_the_thread_runs_from_cause_to_follow_up(council: OpenCouncil) -> None:
    problem = council.thread.add_problem("Dieselstölder")
    cause = council.thread.add_cause(problem, Side.PLACE, "Mörka gårdar")
    lamps = council.actions.add("Lampor", TODAY, problem_id=problem, cause_id=cause)
    council.actions.follow_up(lamps, "Två är uppe", TODAY, Rating.GREEN)
    council.actions.add("Brev", TODAY, problem_id=problem)
    pages = PdfReader(BytesIO(council.documents.preview("sparlista", TODAY).content)).pages
    said = " ".join(" ".join(page.extract_text() for page in pages).replace("\xad", "").split())
    wanted = ["Dieselstölder", "Orsak 1: Mörka gårdar", "Åtgärd: Lampor", "(grön): Två är uppe"]
    places = [said.index(words) for words in [*wanted, "Utan särskild orsak", "Åtgärd: Brev"]]
    assert places == sorted(places)


def test_one_chosen_problem_stands_alone_and_names_the_file(council: OpenCouncil) -> None:
    chosen = council.thread.add_problem("Dieselstölder")
    council.thread.add_problem("Buskörning")
    for kind in ("sparlista", "orsaksanalys"):
        assert [title for _key, title in council.documents.offer(kind, TODAY).problems] == [
            "Dieselstölder",
            "Buskörning",
        ]
        paper = council.documents.preview(kind, TODAY, options=PaperOptions(problem_id=chosen))
        said = " ".join(page.extract_text() for page in PdfReader(BytesIO(paper.content)).pages)
        assert paper.file_name.endswith("Dieselstölder.pdf")
        assert "Dieselstölder" in said
        assert "Buskörning" not in said
