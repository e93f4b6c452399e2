"""The spårlista shows why an action is done, who decided it and what came of it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader

from norrmyra import TODAY
from trygghetsrad.domain.actions import Rating
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
