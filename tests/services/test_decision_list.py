"""The decisions of the year, or of the period she chooses."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import norrmyra
from norrmyra import FIRST, SECOND, TODAY, meeting
from services.reading_papers import text
from trygghetsrad.domain.documents import PaperAsk, PaperOptions
from trygghetsrad.domain.numbering import SectionStyle

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil


@pytest.fixture
def decided(council: OpenCouncil) -> OpenCouncil:
    for day, words in ((FIRST, "att byta lamporna"), (SECOND, "att gå i maj")):
        about = meeting(council, day)
        norrmyra.call(council, about)
        point = council.meetings.add_item(about, f"Ärende {day}")
        council.room.add_decision(point, words)
        norrmyra.hold(council, about)
    return council


def shown(council: OpenCouncil, today: date, **options: date) -> str:
    return text(council.documents.preview("beslutslista", today, None, PaperOptions(**options)))


def test_the_whole_year_is_the_usual_period(decided: OpenCouncil) -> None:
    told = shown(decided, date(2026, 11, 23))
    assert "Beslutslista 2026" in told
    assert "2 beslut från 2 möten" in told
    assert "Rådet beslutar att byta lamporna" in told
    assert "att gå i maj" in told


def test_she_chooses_another_period_and_both_days_belong_to_it(decided: OpenCouncil) -> None:
    told = shown(decided, date(2026, 11, 23), since=FIRST, until=FIRST)
    assert "att byta lamporna" in told
    assert "att gå i maj" not in told


def test_in_january_the_list_is_of_the_year_that_was(decided: OpenCouncil) -> None:
    assert "Beslutslista 2026" in shown(decided, date(2027, 1, 8))


def test_a_council_that_has_not_met_gets_an_honest_line(council: OpenCouncil) -> None:
    assert "Inget möte är hållet under perioden" in shown(council, TODAY)


def test_the_page_is_told_what_to_ask(decided: OpenCouncil) -> None:
    choice = next(one for one in decided.documents.choices(None) if one.kind == "beslutslista")
    assert choice.asks == {PaperAsk.PERIOD}
    offer = decided.documents.offer("beslutslista", date(2026, 11, 23))
    assert (offer.usual.since, offer.usual.until) == (date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("style", "printed"),
    [(SectionStyle.SIGN, "§ 1"), (SectionStyle.WITH_YEAR, "§ 1/2026"), (SectionStyle.WORD, "Paragraf 1")],
)
def test_the_sections_are_printed_as_the_council_prints_them(
    decided: OpenCouncil, style: SectionStyle, printed: str
) -> None:
    held = meeting(decided, FIRST)
    number = 1 + [one.decisions != () for one in decided.room.room(held).items].index(True)
    decided.council.change(section_style=style)
    expected = printed.replace("1", str(number), 1)
    assert f"{expected} Ärende {FIRST}" in shown(decided, TODAY).replace("\u00a0", " ")
