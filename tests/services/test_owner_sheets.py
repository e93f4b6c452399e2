"""The list of actions for one owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from norrmyra import TODAY, person
from services.reading_papers import text
from trygghetsrad.domain.documents import PaperOptions

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil


def test_the_list_of_one_owner_holds_that_owners_actions_alone(council: OpenCouncil) -> None:
    council.actions.add("Laga lampan", TODAY, owner_person_id=person(council, "Mats Lindgren"))
    council.actions.add("Bjuda in", TODAY, owner_person_id=person(council, "Lena Marklund"))
    assert council.documents.offer("atgardslista", TODAY).owners == ("Lena Marklund", "Mats Lindgren")
    paper = council.documents.preview("atgardslista", TODAY, None, PaperOptions(owner="Mats Lindgren"))
    assert paper.title == "Åtgärdslista Mats Lindgren"
    assert "Laga lampan" in text(paper)
    assert "Bjuda in" not in text(paper)
    each = council.documents.preview("atgardslista", TODAY, None, PaperOptions(page_each=True))
    assert each.file_name == "2026-02-02 Åtgärdslista per ansvarig.pdf"
    assert "Laga lampan" in text(each)
    assert "Bjuda in" in text(each)
    everything = council.documents.preview("atgardslista", TODAY)
    assert everything.title == "Åtgärdslista"
