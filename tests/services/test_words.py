"""A council that says sammanträde, föredragningslista and tjänsteutlåtande reads nothing else in its papers."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from norrmyra import FIRST, SECOND, TODAY, hold, meeting
from trygghetsrad.domain.numbering import SectionStyle, printed_section

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.documents import Paper

OTHERS = re.compile(r"\b(möte\w*|dagordning\w*|tjänsteskrivelse\w*)", re.IGNORECASE)
# The titles of the points are the council's own to change.
TITLES = re.compile(r"Mötet öppnas|Nästa möte(?! är)")


def others(paper: Paper) -> list[str]:
    """Return the words that this council does not use."""
    return OTHERS.findall(TITLES.sub("", text(paper)))


def text(paper: Paper) -> str:
    return " ".join(
        "\n".join(page.extract_text() for page in PdfReader(BytesIO(paper.content)).pages).split()
    )


@pytest.fixture
def formal(council: OpenCouncil) -> OpenCouncil:
    council.council.change(
        meeting_word="sammanträde", agenda_word="föredragningslista", memo_word="tjänsteutlåtande"
    )
    return council


@pytest.mark.parametrize("kind", ["kallelse", "dagordning", "narvarolista", "korschema", "arendeforfragan"])
def test_papers_before_a_meeting_use_the_councils_words(formal: OpenCouncil, kind: str) -> None:
    assert others(formal.documents.preview(kind, TODAY, meeting(formal, SECOND))) == []


@pytest.mark.parametrize("kind", ["protokoll", "protokollsutdrag", "protokoll-publik"])
def test_papers_after_a_meeting_use_the_councils_words(formal: OpenCouncil, kind: str) -> None:
    held = meeting(formal, FIRST)
    hold(formal, held)
    paper = formal.documents.preview(kind, TODAY, held)
    assert others(paper) == []
    assert "Ordföranden öppnar sammanträdet kl. " in text(paper) or kind == "protokollsutdrag"


@pytest.mark.parametrize(
    "kind",
    [
        "atgardslista",
        "ledamoter",
        "tjansteskrivelse",
        "beslutslista",
        "arsrapport",
        "personuppgifter",
        "inbjudan",
        "representation",
    ],
)
def test_papers_of_the_council_use_its_words(formal: OpenCouncil, kind: str) -> None:
    assert others(formal.documents.preview(kind, TODAY)) == []


def test_files_are_named_with_the_councils_words(formal: OpenCouncil) -> None:
    name = formal.documents.preview("dagordning", TODAY, meeting(formal, SECOND)).file_name
    assert name.endswith("Föredragningslista sammanträde prel. 2.pdf")
    assert "Tjänsteutlåtande" in formal.documents.preview("tjansteskrivelse", TODAY).file_name


def test_words_chosen_later_do_not_make_old_minutes_look_changed(council: OpenCouncil) -> None:
    held = meeting(council, FIRST)
    hold(council, held)
    issued = council.documents.issue("protokoll", FIRST, held)
    council.council.change(meeting_word="sammanträde", section_style=SectionStyle.WITH_YEAR)
    assert not council.room.room(held).changed_since_version
    assert council.documents.current("protokoll", FIRST, held).content == issued.content


@pytest.mark.parametrize(
    ("style", "printed"),
    [(SectionStyle.SIGN, "§ 2 "), (SectionStyle.WITH_YEAR, "§ 2/2026 "), (SectionStyle.WORD, "Paragraf 2 ")],
)
def test_paragraphs_are_printed_as_the_council_writes_them(
    council: OpenCouncil, style: SectionStyle, printed: str
) -> None:
    held = meeting(council, FIRST)
    hold(council, held)
    council.council.change(section_style=style)
    said = text(council.documents.preview("protokoll", TODAY, held)).replace("\u00a0", " ")
    assert said.count(printed) == 2, "in the list of matters and over the text"


@pytest.mark.parametrize(
    ("label", "style", "printed"),
    [
        ("§ 14 a", SectionStyle.WITH_YEAR, "§ 14 a/2026"),
        ("§§ 12–14", SectionStyle.WITH_YEAR, "§§ 12–14/2026"),
        ("§§ 12–14", SectionStyle.WORD, "Paragrafer 12–14"),
        ("3", SectionStyle.WORD, "3"),
        ("", SectionStyle.WITH_YEAR, ""),
    ],
)
def test_a_label_is_printed_in_its_style(label: str, style: SectionStyle, printed: str) -> None:
    assert printed_section(label, style, 2026) == printed


def test_the_annual_report_of_a_year_with_decisions_uses_the_councils_words(formal: OpenCouncil) -> None:
    held = meeting(formal, FIRST)
    point = formal.meetings.add_item(held, "Belysning")
    formal.room.add_decision(point, "att laga lampan")
    hold(formal, held)
    paper = formal.documents.preview("arsrapport", TODAY)
    assert others(paper) == []
    assert "Sammanträde och paragraf" in text(paper)
