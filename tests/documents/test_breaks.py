"""Pages end where a reader would turn them: nothing important alone, no page half empty."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from documents.papers import ACTIONS, AGENDA, ITEMS, PEOPLE, a_letterhead, a_notice, the_minutes
from trygghetsrad.documents.blocks import Bullets, Heading, Para, SignatureLine, Signatures
from trygghetsrad.documents.make import build
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.documents.pdf.writer import render_pdf
from trygghetsrad.domain.papers import Attendee
from trygghetsrad.domain.signing import SigningWay

FOOT = 65
WELL_FILLED = 842 * 0.4
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SIGNED = (Heading(2, "Underskrifter"), Signatures((SignatureLine("Ordförande", "Eva Nordlund"),)))


def pages(document: Document) -> list[str]:
    data = render_pdf(document, fixed_time=NOON).data
    return [page.extract_text().replace("\u00a0", " ") for page in PdfReader(BytesIO(data)).pages]


def a_document(*blocks) -> Document:
    return Document(
        Meta(title="Prov", kind="Prov", letterhead=a_letterhead(logo=None)), (Heading(1, "Prov"), *blocks)
    )


def heights(document: Document, page: int) -> dict[str, float]:
    """Return how high up on the page each text stands last, in points; the foot is not counted."""
    found: dict[str, float] = {}

    def see(text, turned, place, _font, _size):
        height = place[5] * turned[3] + turned[5]
        if text.strip() and height > FOOT:
            found[text.strip()] = height

    data = render_pdf(document, fixed_time=NOON).data
    PdfReader(BytesIO(data)).pages[page].extract_text(visitor_text=see)
    return found


@pytest.mark.parametrize("lines", range(24, 42))
def test_signatures_never_stand_alone_on_a_page(lines):
    last = [Heading(2, "§ 9 Nästa möte"), Para("Nästa möte är i mars.")]
    found = pages(a_document(*[Para("En rad.")] * lines, *last, *SIGNED))
    (signed,) = [page for page in found if "Underskrifter" in page]
    assert "§ 9 Nästa möte" in signed
    assert "Eva Nordlund" in signed


@pytest.mark.parametrize("lines", range(10, 42, 2))
@pytest.mark.parametrize("signing", ["protokoll", "electronic"])
def test_the_certificate_of_the_notice_board_stands_with_the_signatures(lines, signing):
    minutes = the_minutes()
    usual = minutes.letterhead.signing_of("protokoll")
    ways = (("protokoll", replace(usual, way=SigningWay.ELECTRONIC)),) if signing == "electronic" else ()
    letterhead = replace(minutes.letterhead, posts_notice=True, kept_at="Kommunhuset", signings=ways)
    text = "\n\n".join(["En rad."] * lines)
    items = (*ITEMS[:2], replace(ITEMS[0], label="§ 20", title="Avslutning", text=text, decisions=()))
    ends = {"items": items, "next_meeting": "", "attachments": ()}
    found = pages(build(replace(minutes, letterhead=letterhead, **ends)))
    (certified,) = [page for page in found if "Anslag och bevis" in page]
    assert "Underskrifter" in certified
    assert "En rad." in certified


@pytest.mark.parametrize("lines", range(2, 30))
def test_after_a_long_last_paragraph_some_of_it_follows_to_the_signatures(lines):
    last = [Heading(2, "§ 9 Övrigt"), *[Para(f"Rad {number}.") for number in range(lines + 20)]]
    found = pages(a_document(*last, *SIGNED))
    (signed,) = [page for page in found if "Underskrifter" in page]
    assert f"Rad {lines + 19}." in signed


def many_members(count: int):
    people = [Attendee(name=f"Person {number}", organisation="Förening") for number in range(count)]
    return replace(PEOPLE, members=tuple(people))


@pytest.mark.parametrize("members", [8, 14, 20, 26, 32])
def test_the_front_page_of_minutes_is_well_filled_however_many_attend(members):
    items = tuple(
        replace(ITEMS[0], label=f"§ {number}", title=f"Ärende {number}") for number in range(14, 28)
    )
    document = build(the_minutes(attendance=many_members(members), items=items))
    assert min(heights(document, 0).values()) < WELL_FILLED


def test_the_agenda_moves_whole_rather_than_leave_a_row_behind_but_never_half_a_page_empty():
    for actions in range(11):
        for length in (8, 16, 24):
            agenda = tuple(replace(AGENDA[0], number=str(number)) for number in range(1, length + 1))
            document = build(a_notice(open_actions=ACTIONS[1:2] * actions, agenda=agenda))
            assert min(heights(document, 0).values()) < WELL_FILLED, (actions, length)


def test_a_paragraph_after_a_list_has_air_above_it():
    def drop(*blocks) -> float:
        found = heights(a_document(*blocks), 0)
        return found["Före"] - found["Efter"]

    assert drop(Bullets(("Före",)), Para("Efter")) == pytest.approx(drop(Para("Före"), Para("Efter")))
