"""A paper as a Word file: the same words, a name after the pattern, and no trace in the council file."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest

from norrmyra import FIRST, TODAY, meeting
from trygghetsrad.domain.errors import Refused
from trygghetsrad.services.paper_kinds import KINDS

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil


def test_every_paper_there_is_can_be_had_as_a_word_file(council: OpenCouncil) -> None:
    first = meeting(council, FIRST)
    for choice in council.documents.choices(first):
        if not choice.has_word:
            continue
        paper = council.word.copy(choice.kind, TODAY, choice.meeting_id)
        assert paper.file_name.endswith(".docx")
        assert docx.Document(BytesIO(paper.content)).core_properties.author == council.council.get().name
    assert {choice.kind for choice in council.documents.choices(first)} <= set(KINDS)


def test_the_word_file_is_named_after_the_councils_own_pattern(council: OpenCouncil) -> None:
    council.council.change(file_pattern="{dokument} {möte} {datum}")
    first = meeting(council, FIRST)
    pdf, word = (
        council.documents.preview("dagordning", TODAY, first),
        council.word.copy("dagordning", TODAY, first),
    )
    assert word.file_name == pdf.file_name.replace(".pdf", ".docx")
    assert word.title == pdf.title


def test_making_a_word_file_changes_nothing(council: OpenCouncil) -> None:
    first = meeting(council, FIRST)
    before = council.documents.issued(), council.undo.next_undo()
    council.word.copy("kallelse", TODAY, first)
    assert (council.documents.issued(), council.undo.next_undo()) == before


def test_a_paper_that_does_not_fit_the_meeting_is_refused(council: OpenCouncil) -> None:
    with pytest.raises(Refused):
        council.word.copy("minnesanteckningar", TODAY, meeting(council, FIRST))
