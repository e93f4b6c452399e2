"""Extracts and public minutes of a real meeting."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import norrmyra
from norrmyra import FIRST, meeting, person
from services.reading_papers import text
from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.documents import PaperAsk, PaperOptions
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.numbering import NumberingRule

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil

WRITTEN = date(2026, 3, 12)


def decide(council: OpenCouncil, point: int, words: str, sent_to: str = "") -> None:
    council.room.change_decision(council.room.add_decision(point, words), sent_to=sent_to)


@pytest.fixture
def held(council: OpenCouncil) -> int:
    """A meeting with a decision that goes to somebody, one that does not, and a secret one."""
    first = meeting(council, FIRST)
    norrmyra.call(council, first)
    lamps = council.meetings.add_item(first, "Belysning")
    decide(council, lamps, "att byta lamporna", "KS, Polisen")
    walk = council.meetings.add_item(first, "Trygghetsvandring")
    decide(council, walk, "att gå i maj")
    threat = council.meetings.add_item(first, "Hot mot skolan")
    council.meetings.change_item(threat, confidential=True, text="Ring 070-174 06 05")
    decide(council, threat, "att anmäla", "Polisen")
    norrmyra.hold(council, first)
    return first


def section(council: OpenCouncil, meeting_id: int, title: str) -> int:
    offer = council.documents.offer("protokollsutdrag", WRITTEN, meeting_id)
    return next(number for number, name in offer.sections if name == title)


def test_the_usual_extract_is_of_what_goes_to_somebody(council: OpenCouncil, held: int) -> None:
    paper = council.documents.preview("protokollsutdrag", WRITTEN, held)
    number = section(council, held, "Belysning")
    assert paper.title == f"Protokollsutdrag § {number} möte 1/2026"
    assert paper.file_name == f"2026-03-10 Protokollsutdrag § {number} möte 1.pdf"
    told = text(paper)
    assert "att byta lamporna" in told
    assert "KS" in told
    assert "att gå i maj" not in told
    assert "att anmäla" not in told
    assert "Utdraget är gjort innan protokollet är justerat." in told


def test_she_chooses_other_points(council: OpenCouncil, held: int) -> None:
    numbers = (section(council, held, "Trygghetsvandring"), section(council, held, "Hot mot skolan"))
    options = PaperOptions(sections=numbers)
    told = text(council.documents.preview("protokollsutdrag", WRITTEN, held, options))
    assert "att gå i maj" in told
    assert "Kan omfattas av sekretess" in told
    assert "att byta lamporna" not in told


def test_a_point_that_is_not_there_is_refused(council: OpenCouncil, held: int) -> None:
    with pytest.raises(Refused, match="har ingen § 99"):
        council.documents.preview("protokollsutdrag", WRITTEN, held, PaperOptions(sections=(99,)))


def test_extracts_of_different_points_are_counted_apart(council: OpenCouncil, held: int) -> None:
    one, two = (PaperOptions(sections=(number,)) for number in (1, 2))
    for options in (one, two, one):
        council.documents.issue("protokollsutdrag", WRITTEN, held, options)
    kept = [paper for paper in council.documents.issued() if paper.kind == "protokollsutdrag"]
    assert [(paper.title, paper.version) for paper in kept] == [
        ("Protokollsutdrag § 2 möte 1/2026", 1),
        ("Protokollsutdrag § 1 möte 1/2026", 1),
    ]


def test_a_verified_extract_says_when_the_minutes_were_verified(council: OpenCouncil, held: int) -> None:
    council.documents.issue("protokoll", WRITTEN, held)
    council.minutes.mark_verified(held, date(2026, 3, 17))
    told = text(council.documents.preview("protokollsutdrag", WRITTEN, held))
    assert "Justerat 2026-03-17" in told
    assert "innan protokollet är justerat" not in told


def test_notes_have_points_instead_of_sections(council: OpenCouncil, held: int) -> None:
    council.council.change(numbering=NumberingRule.NONE)
    council.meetings.change(held, minutes_kind=MinutesKind.NOTES)
    paper = council.documents.preview("protokollsutdrag", WRITTEN, held, PaperOptions(sections=(1, 2, 4)))
    assert paper.title == "Utdrag ur minnesanteckningar punkt 1–2, 4 möte 1/2026"
    choices = {one.kind: one for one in council.documents.choices(held)}
    assert choices["protokoll-publik"].title == "Minnesanteckningar, publik version"
    assert choices["protokollsutdrag"].asks == {PaperAsk.SECTIONS}


def test_the_public_version_keeps_secrets_and_people_to_itself(council: OpenCouncil, held: int) -> None:
    council.people.change_person(person(council, "Lena Marklund"), protected=True)
    told = text(council.documents.preview("protokoll-publik", WRITTEN, held))
    assert "att byta lamporna" in told
    assert "att anmäla" not in told
    assert "Hot mot skolan" not in told
    assert "070-174 06 05" not in told.replace("Norrmyra kommun", "")
    assert "Lena Marklund" not in told
    assert "Underskrifter och kod" in told
    assert "som kan omfattas av sekretess" in told


def test_extracts_go_to_nobody_by_themselves(council: OpenCouncil, held: int) -> None:
    people = council.delivery.usual_recipients("protokollsutdrag", WRITTEN, held)
    assert people
    assert not any(one.chosen for one in people)
