"""The papers of a meeting stand in its minutes, under their § and last for the whole meeting."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from norrmyra import FIRST, TODAY, hold, meeting
from trygghetsrad.domain.attachments import Audience

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil


@pytest.fixture
def first(council: OpenCouncil) -> int:
    found = meeting(council, FIRST)
    council.meetings.open_agenda(found)
    point = council.meetings.add_item(found, "Belysning")
    council.attachments.add("Karta över badet.pdf", b"%PDF-", TODAY, item_id=point)
    council.attachments.add("Årets siffror.pdf", b"%PDF-", TODAY, meeting_id=found)
    hold(council, found)
    return found


def lighting(council: OpenCouncil, meeting_id: int) -> int:
    return next(one.id for one in council.room.room(meeting_id).items if one.title == "Belysning")


def words(council: OpenCouncil, meeting_id: int, kind: str = "protokoll") -> str:
    content = council.documents.preview(kind, TODAY, meeting_id).content
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


def named(council: OpenCouncil, meeting_id: int) -> list[str]:
    facts = council.minutes.draft(meeting_id)
    return [paper for item in facts.items for paper in (*item.papers, *item.unpublished_papers)]


def test_a_paper_stands_under_its_section_with_its_number_on_the_agenda(
    council: OpenCouncil, first: int
) -> None:
    position = next(one.position for one in council.room.room(first).items if one.title == "Belysning")
    assert named(council, first) == [f"Bilaga {position}.1 Karta över badet"]
    text = words(council, first)
    at = text.index("Handlingar")
    assert text.rindex("Belysning", 0, at) < at < text.index("Karta över badet")


def test_papers_of_the_whole_meeting_stand_last(council: OpenCouncil, first: int) -> None:
    text = words(council, first)
    assert text.index("Handlingar till mötet") < text.index("Bilaga 1 Årets siffror")


def test_a_reference_says_where_the_file_is(council: OpenCouncil, first: int) -> None:
    council.attachments.add_reference(
        "Anmälan", TODAY, item_id=lighting(council, first), dnr="KS 2026/71", may_be_secret=False
    )
    assert "Anmälan – handlingen finns i diariet, dnr KS 2026/71" in words(council, first)


def test_the_public_version_names_only_what_is_for_everyone(council: OpenCouncil, first: int) -> None:
    point = lighting(council, first)
    council.attachments.add("Anmälan mot X.pdf", b"%PDF-", TODAY, item_id=point, may_be_secret=True)
    council.attachments.add("Till polisen.pdf", b"%PDF-", TODAY, item_id=point, audience=Audience.AUTHORITIES)
    council.attachments.add("Inte för webben.pdf", b"%PDF-", TODAY, meeting_id=first, audience=Audience.NAMED)
    whole, public = words(council, first), words(council, first, "protokoll-publik")
    for name in ("Anmälan mot X", "Till polisen", "Inte för webben"):
        assert name in whole
        assert name not in public
    assert "Karta över badet" in public
    assert "3 handlingar som inte är för alla" in public


def test_a_new_paper_before_the_justering_is_a_change_of_the_minutes(
    council: OpenCouncil, first: int
) -> None:
    council.documents.issue("protokoll", FIRST, first)
    council.attachments.add("Sent.pdf", b"%PDF-", TODAY, item_id=lighting(council, first))
    assert council.room.room(first).changed_since_version
    council.documents.issue("protokoll", FIRST, first)
    assert not council.room.room(first).changed_since_version


def test_verified_minutes_keep_the_papers_they_named(council: OpenCouncil, first: int) -> None:
    council.documents.issue("protokoll", FIRST, first)
    council.minutes.mark_verified(first, FIRST)
    before = named(council, first)
    point = lighting(council, first)
    council.attachments.add("Kom efteråt.pdf", b"%PDF-", TODAY, item_id=point)
    council.attachments.add("Kom också.pdf", b"%PDF-", TODAY, meeting_id=first)
    assert named(council, first) == before
    assert "Kom också" not in words(council, first)
    assert not council.room.room(first).changed_since_version
    assert len(council.attachments.of_item(point)) == 2
