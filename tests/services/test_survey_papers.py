"""The underlag to Brå's survey answers from the council's own file, and says what it does not know."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader

from norrmyra import TODAY
from trygghetsrad.domain.thread import Resolution, Side

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil


def printed(council: OpenCouncil) -> str:
    pages = PdfReader(BytesIO(council.documents.preview("bra-enkat", TODAY).content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).replace("\xad", "").split())


def test_a_new_council_is_told_where_each_answer_is_written(council: OpenCouncil) -> None:
    said = printed(council)
    assert "Uppgift saknas" in said
    assert "Skrivs under Lägesbilden." in said
    assert "fliken Samordning" in said


def test_what_is_decided_and_analysed_is_answered_with_its_proof(council: OpenCouncil) -> None:
    problem = council.thread.add_problem("Dieselstölder")
    council.thread.add_problem("Buskörning")
    council.thread.add_cause(problem, Side.PLACE, "Mörka gårdar")
    picture = council.pictures.start(date(2026, 1, 1), date(2027, 12, 31))
    decided = Resolution(day=date(2026, 1, 12), body="kommunstyrelsen", section="§ 4", dnr="KS 2026/8")
    council.pictures.decide(picture, decided)
    council.coordination.begin("Trygghetssamordnare", date(2025, 1, 1), percent=50)
    said = printed(council)
    assert "Ja, lägesbild för 2026–2027." in said
    assert "Kommunstyrelsen 2026-01-12, § 4, dnr KS 2026/8" in said
    assert "1 av 2 problem." in said
    assert "50 procent." in said
