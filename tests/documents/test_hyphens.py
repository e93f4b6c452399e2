"""Long Swedish words are parted where a reader would part them."""

from __future__ import annotations

import pytest

from documents.papers import a_member_list, an_attendance_list
from documents.structure import Reading, problems
from trygghetsrad.documents.hyphens import LINE_END, loosen
from trygghetsrad.documents.make import build
from trygghetsrad.documents.pdf.writer import render_pdf
from trygghetsrad.domain.papers import AttendanceRow, MemberGroup, MemberRow


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
    assert "|" not in parted(address, 5)
    assert parted(address, 5).replace(LINE_END, "") == address


@pytest.mark.parametrize(
    ("address", "room", "lines"),
    [
        ("anna.sjoberg@norrmyra.example", 30, ["anna.sjoberg@norrmyra.example"]),
        ("anna.sjoberg@norrmyra.example", 25, ["anna.sjoberg@", "norrmyra.example"]),
        ("anna.sjoberg@norrmyra.example", 14, ["anna.sjoberg@", "norrmyra.", "example"]),
        ("https://norrmyra.example/raad/mote-4", 20, ["https://norrmyra.", "example/raad/mote-4"]),
    ],
)
def test_an_address_is_broken_at_its_own_signs_the_at_sign_first(address, room, lines):
    assert parted(address, room).split(LINE_END) == lines


def test_a_broken_address_is_still_one_word_to_those_who_copy_or_listen():
    address = "katarina.sjoberg-brannstrom@samhallsbyggnadsforvaltningen.norrmyra.example"
    member = MemberRow(role="ledamot", name="Katarina Sjöberg", phone="070-174 06 05", email=address)
    groups = (MemberGroup(organisation="Kommunstyrelsen", rows=(member,)),)
    data = render_pdf(build(a_member_list(groups=groups))).data
    reading = Reading(data)
    cells = [reading.text_of(part) for part in reading.elements() if part.role == "TD"]
    assert cells[-1].endswith(address)
    assert problems(data) == []


def test_a_parted_word_is_seen_with_a_hyphen_and_read_without():
    word = "Arbetsmarknadsutbildningsförvaltningen"
    rows = (AttendanceRow(name="Anna Sjöberg", organisation=f"{word} Norr", role="samverkanssamordnare"),)
    data = render_pdf(build(an_attendance_list(rows=rows))).data
    reading = Reading(data)
    cells = [reading.text_of(part) for part in reading.elements() if part.role == "TD"]
    assert "\u00ad" in cells[0]
    assert cells[0].replace("\u00ad", "") == f"{word} Norr"
    assert "-" not in cells[0]
    assert problems(data) == []
