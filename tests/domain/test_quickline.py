"""The line that is typed while people talk."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from time import process_time

import pytest
from hypothesis import given, strategies as st

from trygghetsrad.domain.people import OrganisationKind
from trygghetsrad.domain.phrases import STANDARD_PHRASES
from trygghetsrad.domain.quickline import (
    KnownPerson,
    LineKind,
    Part,
    as_text,
    known_organisation,
    parse,
    settle,
)

TODAY = date(2026, 11, 23)
PEOPLE = (
    KnownPerson(id=1, given="Åke", family="Brännström", organisation="Norrmyra kommun"),
    KnownPerson(id=2, given="Britta", family="Ek", organisation="Polisen"),
    KnownPerson(id=3, given="Per", family="Isaksson", organisation="Norrmyra skola"),
    KnownPerson(id=4, given="Anna-Lena", family="Öberg"),
    KnownPerson(id=5, given="Tor", family="Sand"),
)
ANOTHER_AKE = KnownPerson(id=9, given="Åke", family="Wallin", organisation="Räddningstjänsten")
ORGANISATIONS = (
    known_organisation(1, "Polisen Norrmyra", OrganisationKind.POLICE),
    known_organisation(2, "Norrmyra skola", OrganisationKind.SCHOOL),
)


def read(line, people=PEOPLE):
    return parse(line, people, ORGANISATIONS, TODAY, STANDARD_PHRASES)


def names(owners):
    return [owner.name for owner in owners]


def marked(understood, part):
    return [understood.line[span.start : span.end] for span in understood.spans if span.part is part]


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("b rådet säger ja", LineKind.DECISION, "Rådet säger ja"),
        ("å kontrollera kamerorna", LineKind.ACTION, "Kontrollera kamerorna"),
        ("t b är en bokstav", LineKind.TEXT, "b är en bokstav"),
        ("j Britta Ek", LineKind.VERIFIER, "Britta Ek"),
        ("  b  rådet säger ja ", LineKind.DECISION, "Rådet säger ja"),
        ("a\u030a kontrollera", LineKind.ACTION, "Kontrollera"),
        ("Polisen berättar om läget.", LineKind.TEXT, "Polisen berättar om läget."),
        ("B rådet säger ja", LineKind.TEXT, "B rådet säger ja"),
        ("Å Åke kontrollerar", LineKind.TEXT, "Å Åke kontrollerar"),
        ("båtar vid kajen", LineKind.TEXT, "båtar vid kajen"),
        ("b", LineKind.TEXT, "b"),
        ("b ", LineKind.DECISION, ""),
        ("", LineKind.TEXT, ""),
        ("   ", LineKind.TEXT, ""),
        ("å andra sidan finns kameror", LineKind.TEXT, "å andra sidan finns kameror"),
        ("å ena sidan finns kameror", LineKind.TEXT, "å ena sidan finns kameror"),
        ("å den ena sidan", LineKind.TEXT, "å den ena sidan"),
        ("å kommunens vägnar tackar Åke", LineKind.TEXT, "å kommunens vägnar tackar Åke"),
        ("å rådets vägnar", LineKind.TEXT, "å rådets vägnar"),
        ("å sin sida säger polisen", LineKind.TEXT, "å sin sida säger polisen"),
        ("t ex kameror", LineKind.TEXT, "t ex kameror"),
        ("t o m juni", LineKind.TEXT, "t o m juni"),
    ],
)
def test_the_first_letter_says_what_the_line_becomes(line, kind, text):
    understood = read(line)
    assert (understood.kind, understood.text) == (kind, text)


def test_the_line_from_the_meeting_becomes_an_action_with_owner_and_day():
    understood = read("å Åke kontrollerar kamerorna vid macken 18 dec")
    assert understood.text == "Kontrollerar kamerorna vid macken"
    assert understood.owner.name == "Åke Brännström"
    assert understood.due == date(2026, 12, 18)
    assert understood.unsure == ()
    assert [(span.part, understood.line[span.start : span.end]) for span in understood.spans] == [
        (Part.PREFIX, "å"),
        (Part.OWNER, "Åke"),
        (Part.DUE, "18 dec"),
    ]


@pytest.mark.parametrize(
    ("line", "text", "owner", "due"),
    [
        ("å kontrollera kamerorna", "Kontrollera kamerorna", None, None),
        ("å kontrollera kamerorna senast 18 dec", "Kontrollera kamerorna", None, date(2026, 12, 18)),
        ("å Åke ska kontrollera kamerorna", "Kontrollera kamerorna", "Åke Brännström", None),
        ("å Åke får i uppdrag att se över kameror", "Se över kameror", "Åke Brännström", None),
        ("å Åke: ringa macken", "Ringa macken", "Åke Brännström", None),
        ("å Åke Brännström, ringa macken", "Ringa macken", "Åke Brännström", None),
        ("å åke b ringer", "B ringer", "Åke Brännström", None),
        ("å Åke B. ringer", "Ringer", "Åke Brännström", None),
        ("å polisen räknar mopeder fre v 50", "Räknar mopeder", "Polisen Norrmyra", date(2026, 12, 11)),
        ("å skolan svarar om två veckor", "Svarar", "Norrmyra skola", date(2026, 12, 7)),
        ("å ringa macken /Åke", "Ringa macken", "Åke Brännström", None),
        ("å ringa macken / Åke / 18 dec", "Ringa macken", "Åke Brännström", date(2026, 12, 18)),
        ("å ringa macken @åke 18 dec", "Ringa macken", "Åke Brännström", date(2026, 12, 18)),
        ("å ringa macken, ansvarig Britta Ek", "Ringa macken", "Britta Ek", None),
        (
            "å ringa macken. Ansvarig: Britta. Senast 18 dec.",
            "Ringa macken.",
            "Britta Ek",
            date(2026, 12, 18),
        ),
        ("å 18 dec ringer Åke, macken", "Ringer Åke, macken", None, date(2026, 12, 18)),
        ("å senast 18 dec: ringa macken", "Ringa macken", None, date(2026, 12, 18)),
        ("å Britta svarar, senast 18 dec, skolan", "Svarar, skolan", "Britta Ek", date(2026, 12, 18)),
        ("å Åke svarar +14", "Svarar", "Åke Brännström", date(2026, 12, 7)),
        ("å Åke", "", "Åke Brännström", None),
        ("å Åke 18 dec", "", "Åke Brännström", date(2026, 12, 18)),
        ("å Tor svarar", "Svarar", "Tor Sand", None),
        ("å Åke ringer i morgon", "Ringer", "Åke Brännström", date(2026, 11, 24)),
        ("å mejla info@polis.example och/eller ring", "Mejla info@polis.example och/eller ring", None, None),
        ("å Åke och eller 24/7", "Åke och eller 24/7", None, None),
    ],
)
def test_owner_and_day_are_lifted_out_and_the_deed_is_left(line, text, owner, due):
    understood = read(line)
    assert understood.text == text
    assert (understood.owner and understood.owner.name) == owner
    assert understood.due == due


def test_two_ake_are_never_guessed_between():
    understood = read("å Åke kontrollerar kamerorna", (*PEOPLE, ANOTHER_AKE))
    assert understood.owner is None
    assert names(understood.owners) == ["Åke Brännström", "Åke Wallin"]
    (choice,) = understood.unsure
    assert choice.part is Part.OWNER
    assert [owner.detail for owner in choice.owners] == ["Norrmyra kommun", "Räddningstjänsten"]
    settled = settle(understood, choice, choice.owners[1])
    assert (settled.owner.name, settled.unsure) == ("Åke Wallin", ())
    assert settled.text == "Kontrollerar kamerorna"


def test_family_name_tells_two_ake_apart():
    assert read("å Åke W kontrollerar", (*PEOPLE, ANOTHER_AKE)).owner.name == "Åke Wallin"
    assert read("å Åke Wallin kontrollerar", (*PEOPLE, ANOTHER_AKE)).owner.name == "Åke Wallin"


@pytest.mark.parametrize(
    ("line", "text", "asked"),
    [
        ("å ringa Åke om kamerorna", "Ringa Åke om kamerorna", ["Åke Brännström"]),
        ("å ringa macken Åke", "Ringa macken Åke", ["Åke Brännström"]),
        ("å Åke och Britta ringer", "Åke och Britta ringer", ["Åke Brännström", "Britta Ek"]),
        ("å Åke, Britta och polisen ringer", None, ["Åke Brännström", "Britta Ek", "Polisen Norrmyra"]),
        ("å Åke och Kalle ringer", "Åke och Kalle ringer", ["Åke Brännström"]),
        ("å per cykel räknas", "Per cykel räknas", ["Per Isaksson"]),
        ("å ringa macken @Kalle", "Ringa macken @Kalle", []),
    ],
)
def test_a_name_that_may_be_the_owner_is_asked_about(line, text, asked):
    understood = read(line)
    (choice,) = understood.unsure
    assert (choice.part, names(choice.owners)) == (Part.OWNER, asked)
    assert understood.owner is None
    assert understood.owners == ()
    assert text is None or understood.text == text


def test_two_days_are_asked_about_unless_one_is_led_by_senast():
    understood = read("å Åke följer upp mötet 3 dec 18 jan")
    (choice,) = understood.unsure
    assert (choice.part, choice.days) == (Part.DUE, (date(2026, 12, 3), date(2027, 1, 18)))
    assert understood.due is None
    assert understood.text == "Följer upp mötet 3 dec 18 jan"
    assert settle(understood, choice, date(2026, 12, 3)).due == date(2026, 12, 3)
    sure = read("å Åke följer upp mötet 3 dec senast 18 jan")
    assert (sure.due, sure.text, sure.unsure) == (date(2027, 1, 18), "Följer upp mötet 3 dec", ())


def test_a_decision_that_is_only_letters_becomes_its_sentence():
    understood = read("b bl")
    assert understood.text == "Rådet lägger informationen till handlingarna."
    assert marked(understood, Part.PHRASE) == ["bl"]
    assert read("b bl.").text == "Bl."


def test_a_decision_keeps_names_and_days_in_its_text():
    understood = read("b Åke svarar senast 18 dec")
    assert understood.text == "Åke svarar senast 18 dec"
    assert (understood.owners, understood.due, understood.unsure) == ((), None, ())


@pytest.mark.parametrize(
    ("line", "verifiers"),
    [
        ("j Britta", ["Britta Ek"]),
        ("j britta ek", ["Britta Ek"]),
        ("j Anna-Lena Öberg", ["Anna-Lena Öberg"]),
        ("j oberg", ["Anna-Lena Öberg"]),
        ("j Åke och Britta", ["Åke Brännström", "Britta Ek"]),
        ("j Åke, Britta & Tor", ["Åke Brännström", "Britta Ek", "Tor Sand"]),
        ("j Åke, Åke", ["Åke Brännström"]),
    ],
)
def test_verifiers_are_known_by_name(line, verifiers):
    understood = read(line)
    assert names(understood.owners) == verifiers
    assert understood.unsure == ()


@pytest.mark.parametrize(
    ("line", "sure", "asked"),
    [
        ("j Åke", [], [["Åke Brännström", "Åke Wallin"]]),
        ("j Britta och Åke", ["Britta Ek"], [["Åke Brännström", "Åke Wallin"]]),
        ("j Br", [], [["Britta Ek", "Åke Brännström"]]),
        ("j Britta från polisen", [], [["Britta Ek"]]),
        ("j Kalle", [], [[]]),
    ],
)
def test_an_unsure_verifier_is_asked_about(line, sure, asked):
    understood = read(line, (*PEOPLE, ANOTHER_AKE))
    assert names(understood.owners) == sure
    assert [names(choice.owners) for choice in understood.unsure] == asked


def test_a_chosen_verifier_joins_the_sure_one():
    understood = read("j Britta och Åke", (*PEOPLE, ANOTHER_AKE))
    (choice,) = understood.unsure
    settled = settle(understood, choice, choice.owners[0])
    assert (names(settled.owners), settled.unsure) == (["Britta Ek", "Åke Brännström"], ())


def test_an_organisation_verifies_no_minutes():
    assert read("j polisen").owners == ()


def test_escape_makes_any_line_text():
    understood = as_text("å Åke kontrollerar 18 dec")
    assert (understood.kind, understood.text) == (LineKind.TEXT, "å Åke kontrollerar 18 dec")


SCRAPS = (
    "b å j t Å Åke åke Ake Brännström B. Britta Ek Per per Tor polisen skolan och , ; . : / @ & ansvarig ansvarig: "
    "ska får i uppdrag att kontrollerar kamerorna 18 dec 8/12 senast till fredag fre v 50 om två veckor +14 § – 24/7 "
    "3 maj 2026-12-08 andra sidan vägnar (macken) \u00a0 a\u030a"
)
LINES = st.lists(st.sampled_from(SCRAPS.split(" ")), max_size=12).map(" ".join)
CROWDS = st.sampled_from([(), PEOPLE, (*PEOPLE, ANOTHER_AKE)])


def all_words(text):
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())


@given(st.one_of(LINES, st.text()), CROWDS, st.dates())
def test_no_line_is_refused_and_no_word_is_lost(line, people, today):
    understood = parse(line, people, ORGANISATIONS, today)
    left = all_words(understood.text)
    for span in understood.spans:
        assert 0 <= span.start < span.end <= len(understood.line)
        if span.part is not Part.VERIFIER:
            left += all_words(understood.line[span.start : span.end])
    assert sorted(left) == sorted(all_words(line))


@given(st.one_of(LINES, st.text()), CROWDS)
def test_what_is_highlighted_never_overlaps(line, people):
    understood = parse(line, people, ORGANISATIONS, TODAY)
    end = 0
    for span in sorted(understood.spans, key=lambda span: span.start):
        assert end <= span.start
        end = span.end


@given(st.one_of(LINES, st.text()), CROWDS)
def test_an_owner_is_sure_or_asked_about_never_both(line, people):
    understood = parse(line, people, ORGANISATIONS, TODAY)
    asked = [choice for choice in understood.unsure if choice.part is Part.OWNER]
    if understood.kind is LineKind.ACTION:
        assert len(asked) <= 1
        assert len(understood.owners) <= 1 or asked
        assert understood.owner is None or not asked


@pytest.mark.parametrize("scrap", ["@", "/ ", " ", "å ", ", ", "och ", "18 dec ", "Åke ", "@Åke "])
@pytest.mark.parametrize("prefix", ["å ", "j ", "b ", ""])
def test_even_a_pasted_page_is_understood_at_once(prefix, scrap):
    line = f"{prefix}Åke{scrap * 5_000}slut"
    before = process_time()
    parse(line, PEOPLE, ORGANISATIONS, TODAY)
    assert process_time() - before < 1


@given(LINES)
def test_text_without_a_prefix_is_kept_to_the_letter(line):
    understood = read(line)
    if understood.kind is LineKind.TEXT and not understood.spans:
        assert understood.text == unicodedata.normalize("NFC", line).strip()
