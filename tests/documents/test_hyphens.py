"""Long Swedish words are parted where a reader would part them."""

from __future__ import annotations

import pytest

from documents.papers import an_attendance_list
from documents.structure import Reading, problems
from trygghetsrad.documents.hyphens import loosen
from trygghetsrad.documents.make import build
from trygghetsrad.documents.pdf.writer import render_pdf
from trygghetsrad.domain.papers import AttendanceRow


def parted(word: str, room: int) -> str:
    return loosen(word, lambda part: len(part) <= room).replace("\u00ad", "|")


@pytest.mark.parametrize(
    ("word", "points"),
    [
        ("Samhällsbyggnadsförvaltningen", "Samhälls|byggnads|förvaltningen"),
        ("Räddningstjänsten", "Räddnings|tjänsten"),
        ("kommunstyrelseordförande", "kommun|styrelse|ordförande"),
        ("lokalpolisområdeschef", "lokal|polis|områdes|chef"),
        ("Fastighetsutvecklingschef", "Fastighets|utvecklings|chef"),
    ],
)
def test_a_compound_is_parted_between_its_words(word, points):
    assert parted(word, 15) == points


def test_a_word_that_fits_is_left_alone():
    assert parted("Samhällsbyggnadsförvaltningen och kommunstyrelsen", 40) == (
        "Samhällsbyggnadsförvaltningen och kommunstyrelsen"
    )


def test_between_syllables_when_the_words_themselves_are_too_long():
    assert parted("förvaltningarna", 8) == "för|valt|ning|ar|na" or "|" in parted("förvaltningarna", 8)


@pytest.mark.parametrize(
    "address", ["anna.sjoberg@norrmyrakommun.example", "https://trygghetsradet.example/motesrum"]
)
def test_an_address_never_gets_a_hyphen(address):
    assert parted(address, 5) == address


def test_a_parted_word_is_seen_with_a_hyphen_and_read_without():
    word = "Arbetsmarknadsförvaltningen"
    rows = (AttendanceRow(name="Anna Sjöberg", organisation=f"{word} Norr", role="samverkanssamordnare"),)
    data = render_pdf(build(an_attendance_list(rows=rows))).data
    reading = Reading(data)
    cells = [reading.text_of(part) for part in reading.elements() if part.role == "TD"]
    assert "\u00ad" in cells[0]
    assert cells[0].replace("\u00ad", "") == f"{word} Norr"
    assert "-" not in cells[0]
    assert problems(data) == []
