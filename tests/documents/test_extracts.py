"""Protokollsutdrag and the public minutes on paper."""

from __future__ import annotations

from documents.meeting_papers import MEETING_PAPERS, an_extract
from documents.papers import the_minutes
from documents.reading import headings, said, tables, whole
from trygghetsrad.documents.blocks import Signatures
from trygghetsrad.documents.make import build
from trygghetsrad.domain.papers.public import public_version


def test_an_extract_holds_its_point_and_room_to_certify_it():
    document = build(an_extract())
    assert headings(document)[0] == "Protokollsutdrag § 16"
    assert "Rätt utdraget intygas" in headings(document)
    lines = next(block for block in document.blocks if isinstance(block, Signatures)).lines
    assert [line.role for line in lines] == ["Ort och datum", "Namn och titel"]
    assert "Justerat 2026-12-15" in said(document)
    assert document.meta.marking == ""


def test_who_it_goes_to_stands_once_with_room_to_tick_off():
    table = tables(build(an_extract()))[-1]
    assert [row[0].text for row in table.rows] == ["Kommunstyrelsen", "Polisen"]
    assert "Beslutet skickas till" not in headings(build(an_extract()))
    assert "Expedieras till" not in headings(build(an_extract(sent_to=())))


def test_an_extract_made_too_early_says_so_on_every_page():
    document = build(MEETING_PAPERS["ojusterat utdrag"]())
    assert said(document)[0] == "Utdraget är gjort innan protokollet är justerat. Texten kan ändras."
    assert document.meta.marking == "inte justerat"


def test_a_meeting_without_points_gives_an_honest_extract():
    assert "Mötet har inga ärenden." in said(build(an_extract(minutes=the_minutes(items=()), which="")))


def test_public_minutes_end_with_what_is_left_out():
    document = build(public_version(the_minutes()))
    text = whole(document)
    assert "Publik version. Sist står vad som är utelämnat." in text
    assert headings(document)[-1] == "Det här är utelämnat"
    assert "Du kan begära att få ta del av protokollet i sin helhet hos Norrmyra kommun." in text
    assert not any(isinstance(block, Signatures) for block in document.blocks)


def test_public_minutes_that_are_not_verified_say_so():
    document = build(public_version(the_minutes(draft_label="Arbetsutkast")))
    assert said(document)[0] == "Arbetsutkast, inte justerat"
