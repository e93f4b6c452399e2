"""The Act as the program tells it."""

from __future__ import annotations

import re

import pytest

from trygghetsrad.domain.law import DutyKind, Target
from trygghetsrad.paths import resources
from trygghetsrad.services.law_text import LawTextBroken, law, law_from

# The Act's own words, so short that they are beyond doubt.
OWN_WORDS = {
    2: {"på ett effektivt sätt"},
    3: {
        "utifrån ett kunskapsbaserat underlag",
        "tar ställning till behovet",
        "visst ansvar för samordningen",
    },
    4: {"lägesbild över brottsligheten", "omfattning och konsekvenser", "annan information av betydelse"},
    5: {"avser att vidta", "åtgärdsplan"},
    6: {"minst vartannat år", "uppdatera lägesbilden", "följa upp åtgärdsplanen"},
    7: {"i den utsträckning som det är lämpligt"},
    9: {"skriftliga överenskommelser om samverkan", "relevanta aktörer", "syften", "områden"},
    10: {"strategiskt råd", "Rådet ska ledas av kommunen", "ledande befattningar"},
    11: {"samordningsfunktion"},
    12: {"kontaktpunkt"},
    13: {"kontinuerligt rapportera"},
    14: {"kamerabevakning"},
}


@pytest.fixture
def text():
    return (resources() / "law.toml").read_text(encoding="utf-8")


def test_twelve_rows_have_a_state_and_the_other_sections_are_text():
    assert [duty.section for duty in law().duties] == [4, 3, 5, 6, 6, 7, 9, 10, 10, 11, 12, 13]
    assert [one.section for one in law().texts] == [1, 2, 8, 14, None]
    labels = [one.label for one in law().passages]
    assert (labels[0], labels[-2], labels[-1]) == ("1 §", "14 §", "Övergångsbestämmelse")


def test_only_six_has_a_time():
    assert {duty.key: duty.interval_months for duty in law().duties if duty.interval_months} == {
        "picture_renewed": 24,
        "plan_followed_up": 24,
    }


def test_nothing_but_the_short_own_words_of_the_act_is_quoted():
    for one in law().passages:
        assert set(one.quoted) <= OWN_WORDS.get(one.section, set()), one.key


def test_what_the_act_only_asks_to_work_for_is_not_called_a_must():
    kinds = {duty.key: duty.kind for duty in law().duties}
    assert {key for key, kind in kinds.items() if kind is DutyKind.WORK_FOR} == {
        "agreements",
        "council",
        "representatives",
    }
    assert (kinds["integrated_planning"], kinds["position"]) == (DutyKind.WHERE_SUITABLE, DutyKind.PURPOSE)


def test_every_row_says_what_shows_it_what_the_act_leaves_unsaid_and_has_a_button_of_its_own():
    duties = law().duties
    assert all(duty.evidence.endswith(".") and duty.not_said.startswith("Lagen ") for duty in duties)
    assert {duty.start.target for duty in duties} == set(Target)
    assert len({duty.start.text for duty in duties}) == len(duties)
    assert not re.search(r"laguppfyll|uppfyller lagen|!", " ".join(duty.says for duty in duties))


def test_the_source_says_which_text_was_read_and_that_it_may_have_changed():
    assert law().source == (
        "Lag om kommuners ansvar för brottsförebyggande arbete (SFS 2023:196), lydelse till och med "
        "SFS 2025:223, läst i september 2025. Kontrollera om lagen har ändrats sedan dess."
    )


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ('key = "council"', 'key = "board"'),
        ('key = "cameras"', 'key = "council"'),
        ('kind = "verka för"', 'kind = "måste"'),
        ('target = "meeting"', 'target = "nowhere"'),
        ('number = "2023:196"', ""),
        ("section = 13", 'sektion = "13"'),
        ('title = "Strategiskt råd"', 'title = ""'),
        ("[[duty]]", "[[duty"),
    ],
)
def test_a_file_with_a_fault_is_refused(text, was, becomes):
    assert was in text
    with pytest.raises(LawTextBroken):
        law_from(text.replace(was, becomes, 1))
