"""Agreements, pledges and memos on paper, and what is said of them in the year wheel and on Översikt."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from norrmyra import TODAY
from services.reading_papers import text as text_of
from trygghetsrad.domain.actions import Rating
from trygghetsrad.domain.board_matters import MatterAbout
from trygghetsrad.domain.documents import PaperOptions

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil

KS, KF = "kommunstyrelsen", "kommunfullmäktige"


def shown(council: OpenCouncil, kind: str, **options: object) -> str:
    return text_of(council.documents.preview(kind, TODAY, options=PaperOptions(**options)))


def test_without_an_agreement_the_paper_is_an_empty_pattern_and_says_so(council: OpenCouncil) -> None:
    paper = council.documents.preview("overenskommelse", TODAY)
    assert "Det här är en tom mall" in paper.notes[0]
    assert "Enligt 9 § ska överenskommelsen ange det." in text_of(paper)


def test_the_paper_has_a_line_for_each_party_and_says_what_is_lacking(council: OpenCouncil) -> None:
    number = council.agreements.add(TODAY, purposes="Minska brotten", starts=TODAY, ends=date(2029, 12, 31))
    council.agreements.write_clause(number, "uppföljning", "Vi följer upp [när] i rådet.")
    council.agreements.add_party(number, "Västermyra kommun", signatory="Maria Lund")
    paper = council.documents.preview("overenskommelse", TODAY)
    text = text_of(paper)
    assert "Minska brotten" in text
    assert "Områdena är inte ifyllda än." in text
    assert text.count("Kommunstyrelsens ordförande") == 2
    assert "Maria Lund" in text
    assert paper.title == "Överenskommelse om samverkan 2026–2029"
    assert paper.notes == (
        "9 § kräver att överenskommelsen anger områden. Det saknas.",
        "Det finns luckor kvar att fylla i. De står inom hakparentes.",
    )


def test_a_signature_is_printed_with_its_day(council: OpenCouncil) -> None:
    number = council.agreements.add(TODAY)
    party = council.agreements.get(number).parties[0]
    council.agreements.sign(party.id, TODAY, TODAY)
    assert "Undertecknat 2026-02-02" in shown(council, "overenskommelse", agreement_id=number)


def test_the_page_for_inhabitants_tells_what_is_promised_and_how_it_went(council: OpenCouncil) -> None:
    number = council.agreements.add(TODAY)
    pledge = council.pledges.add("Mer ljus vid badhuset.", number, who="Kommunen")
    text = shown(council, "medborgarlofte")
    assert "Vi lovar dig som bor i Norrmyra" in text
    assert "Mer ljus vid badhuset (Kommunen)" in text
    assert "Så har det gått" not in text
    council.pledges.follow_up(pledge, "Sex lampor sattes upp.", Rating.GREEN, TODAY, TODAY)
    assert "Mer ljus vid badhuset: Vi höll löftet. Sex lampor sattes upp." in shown(council, "medborgarlofte")


@pytest.mark.parametrize(
    ("about", "body", "proposal"),
    [
        (MatterAbout.PLAN, KS, "Kommunstyrelsen beslutar att anta planen för 2026."),
        (MatterAbout.REPORT, KS, "Kommunstyrelsen föreslår kommunfullmäktige besluta att notera"),
        (
            MatterAbout.AGREEMENT,
            KS,
            "Kommunstyrelsen beslutar att godkänna planen för 2026 och ge ordföranden",
        ),
        (
            MatterAbout.AGREEMENT,
            KF,
            "Kommunfullmäktige beslutar att notera informationen om planen för 2026.",
        ),
    ],
)
def test_a_memo_proposes_what_its_board_can_decide(
    council: OpenCouncil, about: MatterAbout, body: str, proposal: str
) -> None:
    number = council.boards.add(about, "Plan för 2026", body, TODAY)
    assert proposal in shown(council, "tjansteskrivelse", matter_id=number)


def test_without_a_matter_the_memo_is_about_the_annual_report(council: OpenCouncil) -> None:
    council.boards.add(MatterAbout.PLAN, "Plan", KS, TODAY)
    assert "Årsrapport 2026" in shown(council, "tjansteskrivelse")


def test_issuing_a_memo_notes_the_day_on_its_matter(council: OpenCouncil) -> None:
    number = council.boards.add(MatterAbout.PLAN, "Plan", KS, TODAY, meeting_day=date(2026, 3, 10))
    paper = council.documents.issue("tjansteskrivelse", TODAY, options=PaperOptions(matter_id=number))
    assert paper.title == "Tjänsteskrivelse Plan till KS"
    assert council.boards.get(number).memo_on == TODAY


def test_the_end_of_an_agreement_and_the_boards_stand_in_the_year_wheel(council: OpenCouncil) -> None:
    number = council.agreements.add(TODAY, purposes="a", areas="b", starts=TODAY, ends=date(2026, 12, 31))
    for party in council.agreements.get(number).parties:
        council.agreements.sign(party.id, TODAY, TODAY)
    council.boards.add(MatterAbout.PLAN, "Plan", KS, TODAY, meeting_day=date(2026, 3, 10))
    text = shown(council, "arshjul", year=2026)
    assert "Överenskommelse om samverkan slutar om 3 månader" in text
    assert "Handlingar till KS ska vara inne" in text


def test_oversikt_reminds_of_agreements_that_end_and_matters_to_write(council: OpenCouncil) -> None:
    number = council.agreements.add(TODAY, purposes="a", areas="b", starts=TODAY, ends=date(2026, 12, 31))
    for party in council.agreements.get(number).parties:
        council.agreements.sign(party.id, TODAY, TODAY)
    council.boards.add(MatterAbout.PLAN, "Plan", KS, TODAY, meeting_day=date(2026, 2, 20))
    reminders = council.overview.overview(TODAY).reminders
    assert [(one.kind, one.text) for one in reminders] == [
        ("matter", "Skriv till KS senast 6 februari"),
        ("agreement", "Överenskommelse om samverkan slutar inom 12 månader"),
    ]


def test_a_memo_says_who_a_report_goes_to_and_names_nothing_twice(council: OpenCouncil) -> None:
    title = "Årsrapport från trygghetsrådet"
    number = council.boards.add(MatterAbout.REPORT, title, KF, TODAY)
    said = shown(council, "tjansteskrivelse", matter_id=number)
    assert "Årsrapport från trygghetsrådet lämnas till kommunfullmäktige." in said
    assert "notera informationen i årsrapporten från trygghetsrådet" in said
