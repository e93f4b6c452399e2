"""What files are called, after the council's own pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import norrmyra
from norrmyra import FIRST, TODAY
from trygghetsrad.domain.errors import Refused

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil


@pytest.fixture
def first(council: OpenCouncil) -> int:
    return norrmyra.meeting(council, FIRST)


def name(council: OpenCouncil, first: int) -> str:
    return council.documents.preview("kallelse", TODAY, first).file_name


def test_the_file_is_named_by_day_kind_and_meeting(council, first):
    assert name(council, first) == "2026-03-10 Kallelse möte prel. 1.pdf"
    assert council.documents.issue("kallelse", TODAY, first).file_name == "2026-03-10 Kallelse möte 1.pdf"
    assert (
        council.documents.preview("ledamoter", TODAY).file_name == "2026-02-02 Förteckning över ledamöter.pdf"
    )


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("{dokument} {möte}, {datum}", "Kallelse möte prel. 1, 2026-03-10.pdf"),
        ("{Råd} - {DOKUMENT} { datum }", "Trygghetsrådet - Kallelse 2026-03-10.pdf"),
        ("{kommun}/{dokument}", "Norrmyra kommun-Kallelse.pdf"),
        ("..\\..\\{dokument}\r\n{datum}", "Kallelse 2026-03-10.pdf"),
        ("KS 2026:71 {dokument}?", "KS 2026-71 Kallelse-.pdf"),
    ],
)
def test_the_council_may_name_its_files_in_its_own_way(council, first, pattern, wanted):
    council.council.change(file_pattern=pattern)
    assert name(council, first) == wanted


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("{datum} {titel} {dokument}", "Ordet ”{titel}” går inte att använda"),
        ("{datum} {dokument", "En klammer saknar sin andra hälft"),
        ("{datum} dokument}", "En klammer saknar sin andra hälft"),
        ("{datum}", "Utan {dokument}"),
        ("", "Utan {dokument}"),
        ("{dokument} {}", "Ordet ”{}”"),
    ],
)
def test_a_pattern_that_cannot_be_filled_in_is_refused_and_the_old_one_kept(
    council, first, pattern, sentence
):
    with pytest.raises(Refused, match="Det gamla mönstret är kvar") as refusal:
        council.council.change(file_pattern=pattern)
    assert sentence in refusal.value.sentence()
    assert council.council.get().file_pattern == "{datum} {dokument} {möte}"
    assert name(council, first) == "2026-03-10 Kallelse möte prel. 1.pdf"


def test_lists_of_the_council_leave_no_gap_where_a_meeting_would_be(council):
    council.council.change(file_pattern="{möte} - {dokument} {datum}")
    assert (
        council.documents.preview("ledamoter", TODAY).file_name == "Förteckning över ledamöter 2026-02-02.pdf"
    )


def test_the_councils_word_for_a_meeting_is_in_the_name(council, first):
    council.council.change(meeting_word="sammanträde")
    assert name(council, first) == "2026-03-10 Kallelse sammanträde prel. 1.pdf"
