"""Every kind of document, from an empty one to sixty pages: valid, in order, and whole."""

from __future__ import annotations

import dataclasses
from collections import Counter
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

import page
import pytest
from pypdfium2 import PdfDocument

from documents.council_papers import (
    a_memo,
    a_privacy_page,
    a_questionnaire,
    a_report,
    a_representation_letter,
    a_wheel,
    an_invitation,
)
from documents.meeting_papers import a_chair_script, a_decision_list, a_web_text, an_extract
from documents.papers import (
    a_letterhead,
    a_meeting,
    a_member_list,
    a_notice,
    an_action_list,
    an_agenda,
    an_attendance_list,
    the_minutes,
    the_notes,
)
from documents.picture_papers import a_picture, an_analysis
from documents.plan_papers import a_plan
from documents.reading import said
from documents.review_papers import a_review
from documents.structure import Reading, problems
from documents.survey_papers import a_grant, a_survey
from documents.thread_papers import a_law_paper, an_agreement, some_pledges
from documents.trail_papers import a_trail
from trygghetsrad.documents.make import DOCUMENT_KINDS, build
from trygghetsrad.documents.pdf.writer import render_pdf
from trygghetsrad.domain.charts import BarChart
from trygghetsrad.domain.papers import ItemRequestFacts, Words
from trygghetsrad.domain.papers.public import public_version

if TYPE_CHECKING:
    from collections.abc import Callable

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
PROMISED = frozenset(DOCUMENT_KINDS) - {"handlingspaket"}
"""A handlingspaket holds the files of others, and no standard can be promised for those."""


def an_item_request() -> ItemRequestFacts:
    return ItemRequestFacts(
        letterhead=a_letterhead(),
        meeting=a_meeting(),
        issued_on=date(2026, 11, 10),
        answer_by=date(2026, 11, 20),
        theme="Planering och budget",
        to="Anna Sjöberg",
        contact=("070-174 06 06", "anna.sjoberg@norrmyra.example"),
        items=("Lägesbild från polisen", "Uppföljning av åtgärder"),
    )


TYPICAL: dict[str, Callable[[], Any]] = {
    "arendeforfragan": an_item_request,
    "kallelse": a_notice,
    "dagordning": an_agenda,
    "korschema": a_chair_script,
    "narvarolista": an_attendance_list,
    "protokoll": the_minutes,
    "protokoll-publik": lambda: public_version(the_minutes()),
    "minnesanteckningar": the_notes,
    "protokollsutdrag": an_extract,
    "webbtext": a_web_text,
    "beslutslista": a_decision_list,
    "ledamoter": a_member_list,
    "atgardslista": an_action_list,
    "arshjul": a_wheel,
    "personuppgifter": a_privacy_page,
    "inbjudan": an_invitation,
    "lagkoll": a_law_paper,
    "bra-enkat": a_survey,
    "statsbidrag": a_grant,
    "overenskommelse": an_agreement,
    "medborgarlofte": some_pledges,
    "representation": a_representation_letter,
    "fragelista": a_questionnaire,
    "atgardsplan": a_plan,
    "lagesbild": a_picture,
    "orsaksanalys": an_analysis,
    "uppfoljning": a_review,
    "sparlista": a_trail,
    "arsrapport": a_report,
    "tjansteskrivelse": a_memo,
}
LONG = {
    "protokoll": ("items", 22),
    "protokoll-publik": ("items", 22),
    "minnesanteckningar": ("items", 22),
    "beslutslista": ("meetings", 80),
    "narvarolista": ("rows", 245),
    "ledamoter": ("groups", 160),
    "atgardslista": ("rows", 55),
    "atgardsplan": ("problems", 14),
    "lagesbild": ("chapters", 26),
    "orsaksanalys": ("problems", 40),
    "uppfoljning": ("problems", 70),
    "arsrapport": ("decisions", 300),
}
"""The kinds that grow with the years or with the meeting: what grows in them, and how many times over.

The validator follows no more than 256 bookmarks and 1 024 rows, so part of the length is longer text.
"""
PAGES = {"ledamoter": 40, "lagesbild": 50, "orsaksanalys": 40}
"""No more rows and bookmarks are followed by the validator."""
LONGER = "Rådet talade länge om belysningen vid badhuset. " * 14
WORDY = frozenset(["text", "what"])

HOSTILE = "<b>Å & B</b> </para> <img src='/etc/passwd'/> &copy; (x\\) =cmd|'A0'!x %s {y} \"q\" 🙂\u202e\x00\ufffe 漢\n- r"
PRINTED = str.maketrans(
    {"\u202e": "", "\x00": "", "\ufffe": "□", "🙂": "□", "漢": "□", "\u00ad": "", "\u00a0": " "}
)
NAMED = frozenset(
    [
        "addressee",
        "author",
        "body",
        "called",
        "chair",
        "contact",
        "controller",
        "council_contact",
        "municipality",
        "name",
        "names",
        "officer_contact",
        "organisation",
        "owner",
        "personal_substitute",
        "place",
        "presenter",
        "role",
        "secretary",
        "seats",
        "speaker",
        "substitutes_for",
        "title",
        "to",
    ]
)
LONGEST = (
    "Ann-Charlotte Rosencrantz af Gyllenstierna-Lewenhaupt, Räddningstjänstförbundssamordningsavdelningen"
    " för Upplands Väsby–Österåker, gemensam.raddningstjanst.och.krisberedskap@norrmyra-osteraker.example"
)


def retold(value: Any, change: Callable[[str, str], str], field: str = "") -> Any:
    """Return the same facts with every text changed; the words of the council are no text of anybody's.

    Charts are proved in a file of their own.
    """
    if isinstance(value, Words | BarChart):
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {
            one.name: retold(getattr(value, one.name), change, one.name) for one in dataclasses.fields(value)
        }
        return dataclasses.replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(retold(part, change, field) for part in value)
    return change(field, value) if type(value) is str and value and field != "accent" else value


def emptied(value: Any) -> Any:
    """Return the least that can be said: what has a default has it, and no list has anything in it."""
    changed = {}
    for field in dataclasses.fields(value):
        now = getattr(value, field.name)
        if field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING:
            continue
        if isinstance(now, tuple):
            changed[field.name] = ()
        elif dataclasses.is_dataclass(now):
            changed[field.name] = emptied(now)
        else:
            changed[field.name] = now
    return type(value)(**changed)


def longer(kind: str, facts: Any) -> Any:
    field, times = LONG[kind]
    wordy = retold(getattr(facts, field), lambda name, text: f"{text} {LONGER}" if name in WORDY else text)
    return dataclasses.replace(facts, **{field: wordy * times})


CASES: dict[str, Callable[[str, Any], Any]] = {
    "empty": lambda _, facts: emptied(facts),
    "typical": lambda _, facts: facts,
    "hostile": lambda _, facts: retold(facts, lambda _, text: f"{text} {HOSTILE}"),
    "longest names": lambda _, facts: retold(
        facts, lambda field, text: f"{text} {LONGEST}" if field in NAMED else text
    ),
    "sixty pages": longer,
}
CELLS = [
    (kind, case)
    for kind in DOCUMENT_KINDS
    for case in CASES
    if kind in PROMISED and (kind in LONG or case != "sixty pages")
]


@cache
def made(kind: str, case: str) -> tuple[Any, bytes]:
    document = build(CASES[case](kind, TYPICAL[kind]()))
    return document, render_pdf(document, fixed_time=NOON).data


def printed(text: str) -> str:
    return " ".join(text.translate(PRINTED).split())


def listing(reading: Reading) -> set[int]:
    """Return the parts of a table of contents, which says again what the headings say."""
    parts = reading.elements()
    tables = [at for at, part in enumerate(parts) if part.role == "TOC"]
    inside = {id(part) for at in tables for part in parts[at].walk()}
    return inside | {id(parts[at - 1]) for at in tables}


def letters(texts: list[str]) -> Counter[str]:
    """Return how often each letter stands there; a hyphen may also be one at the end of a line."""
    return Counter("".join(printed("".join(texts)).split()).replace("-", ""))


def shown(data: bytes) -> tuple[list[str], list[tuple[float, float]]]:
    """Return the text of each page as another program reads it, and how far in it begins and ends."""
    texts, sides = [], []
    with PdfDocument(data) as pdf:
        for sheet in pdf:
            text = sheet.get_textpage()
            texts.append(text.get_text_bounded())
            boxes = [text.get_rect(number) for number in range(text.count_rects())]
            sides.append((min(box[0] for box in boxes), sheet.get_width() - max(box[2] for box in boxes)))
    return texts, sides


def test_a_kind_cannot_be_added_without_facts_to_prove_it_by():
    assert set(TYPICAL) == PROMISED
    assert set(LONG) <= PROMISED


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize(("kind", "case"), CELLS)
def test_an_independent_validator_finds_no_fault_in_any_kind(kind, case, profile, tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(made(kind, case)[1])
    found = page.validate_pdf(str(path), profile=profile)
    assert found.is_compliant, found


@pytest.mark.parametrize(("kind", "case"), CELLS)
def test_every_kind_is_read_aloud_whole_and_in_the_order_of_the_document(kind, case):
    document, data = made(kind, case)
    assert problems(data) == []
    reading = Reading(data)
    listed = listing(reading)
    heard = " ".join(
        reading.text_of(part)
        for part in reading.elements()
        if part.marked and part.role != "Figure" and id(part) not in listed
    )
    assert printed(heard) == printed(" ".join(said(document)))


@pytest.mark.parametrize(("kind", "case"), CELLS)
def test_every_letter_put_into_a_kind_is_seen_on_its_pages(kind, case):
    document, data = made(kind, case)
    texts, sides = shown(data)
    assert len(texts) >= (PAGES.get(kind, 60) if case == "sixty pages" else 1)
    assert letters(said(document)) - letters(texts) == Counter()
    assert all(min(both) > 28 for both in sides), "text outside the margins of 10 millimetres"
