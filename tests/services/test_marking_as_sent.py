"""Marking a notice as sent, and taking the mark back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from trygghetsrad.app import OpenCouncil, create_council
from trygghetsrad.domain.council import Municipality
from trygghetsrad.domain.meetings import MeetingState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trygghetsrad.domain.documents import DocumentChoice

TODAY = date(2026, 11, 23)


@pytest.fixture
def council(tmp_path: Path) -> Iterator[OpenCouncil]:
    home = Municipality(code="9999", name="Norrmyra (exempel)")
    made = create_council(tmp_path / "norrmyra.trygghetsrad", home, "Trygghetsrådet", TODAY)
    yield made
    made.close()


def notice(council: OpenCouncil, meeting: int) -> DocumentChoice:
    return next(one for one in council.documents.choices(meeting) if one.kind == "kallelse")


def test_undoing_the_mark_makes_the_notice_unsent_again(council):
    meeting = council.meetings.add(date(2026, 12, 8))
    paper = council.documents.issue("kallelse", TODAY, meeting)
    council.documents.mark_sent(paper.document_id, TODAY)
    assert notice(council, meeting).latest.sent_on == TODAY
    council.undo.undo()
    assert council.meetings.get(meeting).state is MeetingState.PLANNED
    assert notice(council, meeting).latest.sent_on is None
    assert [one.sent_on for one in council.documents.issued()] == [None]


def test_a_mark_with_another_day_replaces_the_first(council):
    meeting = council.meetings.add(date(2026, 12, 8))
    paper = council.documents.issue("kallelse", TODAY, meeting)
    council.documents.mark_sent(paper.document_id, TODAY)
    council.documents.mark_sent(paper.document_id, date(2026, 11, 20))
    assert notice(council, meeting).latest.sent_on == date(2026, 11, 20)
    assert council.meetings.get(meeting).called_on == date(2026, 11, 20)
