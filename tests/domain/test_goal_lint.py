"""Remarks on goals are few, kind and right: they help a coordinator and never cry wolf."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from trygghetsrad.domain.goal_lint import GoalField, remarks

TODAY = date(2026, 11, 24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A goal as it stands half written in a form."""

    text: str = "Minska skadegörelsen på skolorna"
    measure: str = "kostnad per år"
    baseline: str = "240 000"
    target: str = "150 000"
    by: date | None = date(2028, 12, 31)


WHOLE = Form()


def about(form: Form, plan_ends: date | None = None) -> list[GoalField]:
    return [one.about for one in remarks(form, TODAY, plan_ends)]


def about_text(text: str) -> str:
    """Return the remark on the wording, or nothing."""
    found = [one.sentence for one in remarks(replace(WHOLE, text=text), TODAY) if one.about is GoalField.TEXT]
    assert len(found) < 2
    return found[0] if found else ""


def test_a_whole_goal_gets_no_remark():
    assert remarks(WHOLE, TODAY, date(2028, 12, 31)) == ()


def test_an_empty_form_is_told_once_what_each_field_is_for():
    empty = Form(text="  ", measure="", baseline=" ", target="", by=None)
    assert about(empty) == [*GoalField]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Verka för en tryggare kommun", "Verka för"),
        ("Kommunen verkar för att minska stölderna", "Verkar för"),
        ("Vi ska värna om de unga", "Värna om"),
        ("Rådet värnar om tryggheten", "Värnar om"),
        ("Kommunen ska arbeta för ökad trygghet", "Arbeta för"),
        ("Parterna jobbar för färre inbrott", "Jobbar för"),
        ("Bidra till minskad oro", "Bidra till"),
        ("Detta bidrar\n  till att öka tryggheten", "Bidrar till"),
    ],
)
def test_words_that_nobody_can_follow_up_are_pointed_out(text: str, phrase: str):
    assert about_text(text) == f"”{phrase}” går inte att mäta, pröva ett verb som minska, öka eller utveckla."


@pytest.mark.parametrize(
    "text",
    [
        "Samverka för att minska inbrotten i tre byar",
        "Påverka förare att sänka farten",
        "Minska antalet bidrag till föreningar utan verksamhet",
        "Utbilda alla som arbetar för kommunen",
        "Öka stödet till föreningar som verkar för unga",
        "Genomföra kampanjen ”Värna om varandra” i alla skolor",
        'Öka antalet klasser som läst "Arbeta för fred"',
        "Utveckla nätverka-för-nya-träffarna till fyra om året",
        "Utveckla det förebyggande arbetet i skolan",
        "Halvera antalet anmälda cykelstölder",
    ],
)
def test_the_same_letters_in_other_words_names_and_quotes_are_left_in_peace(text: str):
    assert about_text(text) == ""


@pytest.mark.parametrize("text", ["Trygga elever", "En bra skola för unga", "Söka pengar", "Narkotika"])
def test_a_goal_without_direction_is_offered_a_verb(text: str):
    assert about_text(text) == "Visa gärna riktningen med ett verb som minska, öka eller utveckla."


@pytest.mark.parametrize(
    "text",
    [
        "Ökad trygghet bland elever",
        "Färre inbrott i fritidshus",
        "Minskade kostnader för klotter",
        "Trygghetsvandringar genomförs i tre orter",
        "Kortare väntan på lagad belysning",
        "Antalet rattfyllerister ska sänkas",
    ],
)
def test_a_direction_may_be_said_in_other_forms(text: str):
    assert about_text(text) == ""


@pytest.mark.parametrize(
    ("field", "form"),
    [
        (GoalField.MEASURE, Form(measure="")),
        (GoalField.BASELINE, Form(baseline="")),
        (GoalField.TARGET, Form(target="")),
        (GoalField.BY, Form(by=None)),
    ],
)
def test_each_empty_field_is_asked_for(field: GoalField, form: Form):
    assert about(form) == [field]


@pytest.mark.parametrize(
    ("baseline", "target"),
    [("12", "12"), ("71 procent (2026)", "71 %"), ("150 000 kr", "150\u00a0000 kr"), ("2,5", "2.5")],
)
def test_a_target_that_is_where_we_are_today_is_pointed_out(baseline: str, target: str):
    assert about(Form(baseline=baseline, target=target)) == [GoalField.TARGET]


@pytest.mark.parametrize(("baseline", "target"), [("7", "högst 7"), ("12", "120"), ("71 %", "80 %")])
def test_a_target_that_differs_is_left_in_peace(baseline: str, target: str):
    assert about(Form(baseline=baseline, target=target)) == []


@pytest.mark.parametrize(
    "text",
    ["Behålla fyra vandringar om året", "Hålla kvar den låga nivån", "Oförändrat få inbrott, inga fler"],
)
def test_a_goal_to_keep_what_is_good_may_have_the_value_of_today(text: str):
    assert about(Form(text=text, baseline="4", target="4")) == []


def test_a_day_that_has_passed_is_told_with_the_day():
    (remark,) = remarks(replace(WHOLE, by=date(2026, 11, 23)), TODAY)
    assert remark.sentence == "Datumet 2026-11-23 har passerat, så välj gärna ett som kommer."


def test_the_day_itself_has_not_passed():
    assert about(replace(WHOLE, by=TODAY)) == []


def test_a_day_beyond_the_plan_is_told_with_both_days():
    late = replace(WHOLE, by=date(2029, 1, 1))
    (remark,) = remarks(late, TODAY, date(2028, 12, 31))
    assert remark.sentence == "Målet ska nås 2029-01-01, men planen slutar redan 2028-12-31."
    assert about(late) == []


def test_every_remark_is_one_sentence_without_an_exclamation_mark():
    forms = [
        Form(text="", measure="", baseline="", target="", by=None),
        Form(text="Verka för trygghet", baseline="4", target="4", by=date(2020, 1, 1)),
        Form(text="Trygghet", by=date(2030, 1, 1)),
    ]
    said = [one.sentence for form in forms for one in remarks(form, TODAY, date(2028, 12, 31))]
    assert len(said) == 10
    assert all(one.endswith(".") and ". " not in one and "!" not in one and len(one) <= 90 for one in said)
