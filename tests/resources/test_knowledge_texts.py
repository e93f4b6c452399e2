"""Every text the program offers is whole, short enough for its place, plain Swedish, and claims nothing unknown."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from trygghetsrad.domain.agreement_clauses import GAPS, ClauseKey
from trygghetsrad.domain.goal_lint import remarks
from trygghetsrad.domain.people import OrganisationKind
from trygghetsrad.domain.thread import GoalKind, Position, Side, SightingKind
from trygghetsrad.services import knowledge
from trygghetsrad.services.knowledge_reading import folder

if TYPE_CHECKING:
    from collections.abc import Iterator

AREAS = knowledge.focus_areas()
IDEAS = knowledge.ideas()
CAUSES = [one for area in AREAS for one in knowledge.cause_drafts(area.key)]
WITH_OWN_QUESTIONS = {
    OrganisationKind.POLICE,
    OrganisationKind.RESCUE,
    OrganisationKind.SCHOOL,
    OrganisationKind.SOCIAL_SERVICES,
    OrganisationKind.HOUSING,
    OrganisationKind.BUSINESS,
    OrganisationKind.REGION,
    OrganisationKind.ASSOCIATION,
    OrganisationKind.MUNICIPALITY,
}
CLAIMS = re.compile(r"forskning|studie|evidens|bevisa|beprövad|garantera|bevisligen", re.IGNORECASE)
ENGLISH = re.compile(r"\b(the|and|with|of|for|crime|safety|police)\b", re.IGNORECASE)
SENTENCE = re.compile(r"[A-ZÅÄÖ”].*[.?]$", re.DOTALL)


def strings(found: Any, where: str) -> Iterator[tuple[str, str]]:
    """Return every text of a file with where it stands."""
    if isinstance(found, str):
        yield where, found
    elif isinstance(found, dict):
        for key, one in found.items():
            yield from strings(one, f"{where}.{key}")
    elif isinstance(found, list):
        for place, one in enumerate(found, start=1):
            yield from strings(one, f"{where} {place}")


FILES = sorted(folder().rglob("*.toml"))
TEXTS = [
    told
    for file in FILES
    for told in strings(
        tomllib.loads(file.read_text(encoding="utf-8")), file.relative_to(folder()).as_posix()
    )
]


def test_every_file_of_the_folder_is_among_those_checked():
    assert {file.name for file in FILES} >= {"causes.toml", "agreement.toml", "trafik.toml"}
    assert len(TEXTS) > 1000


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("exclamation marks", re.compile("!")),
        ("straight quotes", re.compile("[\"']")),
        ("double spaces", re.compile(r"[^\S\n]{2}")),
        ("abbreviations", re.compile(r"\b(t\.ex|bl\.a|m\.m|osv|etc|dvs|ev)\b\.?", re.IGNORECASE)),
        ("claims of research", CLAIMS),
        ("English", ENGLISH),
        ("three dots", re.compile(r"…|\.\.")),
        ("a word that talks down", re.compile(r"\b(måste du|ska du|enkelt nog|självklart|naturligtvis)\b")),
    ],
    ids=lambda told: told.replace(" ", "-") if isinstance(told, str) else "",
)
def test_no_text_has(what: str, pattern: re.Pattern[str]):
    assert [f"{where}: {text}" for where, text in TEXTS if pattern.search(text)] == []


def test_no_text_uses_the_words_it_warns_goals_for():
    vague = re.compile(r"\b(verka för|värna om|bidra till)\b", re.IGNORECASE)
    assert [where for where, text in TEXTS if vague.search(text)] == []


def test_there_are_fourteen_common_problems_and_each_fits_its_list():
    assert len(AREAS) == 14
    assert [one.title for one in AREAS if len(one.title) > 28] == []
    assert len({one.title for one in AREAS}) == len({one.key for one in AREAS}) == 14


@pytest.mark.parametrize("area", AREAS, ids=lambda one: one.key)
def test_a_common_problem_is_told_whole(area):
    assert re.fullmatch(r"[a-z-]+", area.key)
    assert SENTENCE.fullmatch(area.about)
    assert len(area.about) <= 200
    assert area.about.count(". ") <= 1, "one or two sentences"
    assert area.areas
    assert len(set(area.ask)) == len(area.ask) >= 4
    assert len(area.statistics) >= 3


def test_each_problem_has_drafts_of_causes_on_all_three_sides():
    counted = Counter((one.focus, one.side) for one in CAUSES)
    assert {key for key, count in counted.items() if not 2 <= count <= 4} == set()
    assert len(counted) == len(AREAS) * len(Side)


def test_drafts_of_causes_are_short_sentences_and_never_the_same():
    assert [one.text for one in CAUSES if len(one.text) > 100 or not SENTENCE.fullmatch(one.text)] == []
    assert [text for text, count in Counter(one.text for one in CAUSES).items() if count > 1] == []


def test_most_causes_can_be_influenced_by_those_who_read_them():
    influenced = Counter(one.influence.value for one in CAUSES)
    assert influenced["ja"] > 3 * (influenced["nej"] + influenced["delvis"])
    assert influenced["nej"] > 0, "and it is honest about the rest"


def test_each_problem_has_at_least_five_ideas_on_all_sides_of_both_natures():
    for area in AREAS:
        found = knowledge.ideas(area.key)
        assert len(found) >= 5, area.key
        assert {one.side for one in found} == {*Side}, area.key
        assert len({one.nature for one in found}) == 2, area.key
        assert len({one.effect for one in found}) == 2, area.key


@pytest.mark.parametrize("idea", IDEAS, ids=lambda one: f"{one.focus}: {one.title}")
def test_an_idea_is_short_and_can_be_counted(idea):
    assert len(idea.title) <= 44
    assert not idea.title.endswith(".")
    assert SENTENCE.fullmatch(idea.how)
    assert len(idea.how) <= 150
    assert re.match(r"(antal|andel) ", idea.goal)
    assert len(idea.goal) <= 80


def test_no_idea_is_offered_twice():
    assert [title for title, count in Counter(one.title for one in IDEAS).items() if count > 1] == []


def test_one_figure_has_one_name():
    names: dict[str, set[str]] = {}
    for area in AREAS:
        for one in area.statistics:
            if one.kolada:
                assert re.fullmatch(r"[NU]\d{5}", one.kolada)
                names.setdefault(one.kolada, set()).add(one.name)
    assert {key: found for key, found in names.items() if len(found) > 1} == {}
    assert len(names) >= 12


def test_the_matrix_has_the_ten_rows_as_questions():
    guide = knowledge.prioritising()
    assert [one.label for one in guide.criteria] == [
        "Vanligt",
        "Ökar",
        "Avviker mot jämförbara kommuner",
        "Koncentrerat till plats, tid eller grupp",
        "Påverkar många",
        "Allvarliga konsekvenser",
        "Signalbrott eller skapar oro",
        "Går att påverka",
        "Resurser finns",
        "Höga kostnader",
    ]
    assert len({one.key for one in guide.criteria}) == 10
    assert all(one.question.endswith("?") and len(one.question) <= 90 for one in guide.criteria)
    assert all(SENTENCE.fullmatch(one.help) and len(one.help) <= 130 for one in guide.criteria)
    assert "hjälp att sortera, ingen formel" in guide.intro


def test_each_position_is_explained_and_its_motivation_begun():
    positions = knowledge.prioritising().positions
    assert [one.position for one in positions] == [one for one in Position if one]
    assert all(one.starter.endswith(" ") and SENTENCE.fullmatch(one.help) for one in positions)


def test_a_first_cause_analysis_gets_four_to_six_questions_a_side():
    guide = knowledge.causes_guide()
    assert [one.side for one in guide.sides] == [*Side]
    for one in guide.sides:
        assert 4 <= len(one.questions) <= 6
        assert all(text.endswith("?") and len(text) <= 110 for text in one.questions)
    assert {one.key for one in guide.words} == {
        "social",
        "situationell",
        "riskfaktor",
        "skyddsfaktor",
        "påverkan",
    }
    assert "utkast" in guide.intro
    assert "aldrig om enskilda personer" in guide.no_persons


def test_each_kind_of_goal_is_one_sentence_and_two_examples_that_stand_the_programs_own_test():
    kinds = knowledge.goal_kinds()
    assert [one.kind for one in kinds] == [*GoalKind]
    for kind in kinds:
        assert SENTENCE.fullmatch(kind.help)
        assert ". " not in kind.help
        assert len(kind.examples) == 2
        for example in kind.examples:
            assert remarks(example, date(2026, 11, 24), date(2028, 12, 31)) == (), example.text


def test_each_kind_of_organisation_gets_four_to_eight_questions():
    forms = {one.kind: one for one in knowledge.question_forms()}
    assert {*forms} == WITH_OWN_QUESTIONS | {OrganisationKind.OTHER}
    for form in forms.values():
        assert 4 <= len(form.questions) <= 8
        assert all(one.text.endswith("?") and len(one.text) <= 125 for one in form.questions)
        assert "inga uppgifter om enskilda personer" in form.reminder


def test_answers_land_in_the_mapping_and_the_other_information_and_leave_the_rest_to_the_coordinator():
    asked = {one.chapter for form in knowledge.question_forms() for one in form.questions}
    allowed = {one.chapter for one in knowledge.chapter_guides() if one.section in {"4 § 1", "4 § 2", "7 §"}}
    assert asked == allowed


def test_each_chapter_of_the_lagesbild_is_told_and_has_an_honest_empty_line():
    guides = knowledge.chapter_guides()
    assert {one.empty for one in guides} == {"Uppgift saknas."}, "untouched says nothing about the world"
    assert all(SENTENCE.fullmatch(one.nothing) and one.nothing.startswith("Ing") for one in guides)
    assert all(SENTENCE.fullmatch(one.help) and len(one.help) <= 140 for one in guides)
    assert [one.number for one in guides] == sorted((one.number for one in guides), key=_number)
    assert {one.section for one in guides} == {"", "4 § 1", "4 § 2", "4 § 3", "7 §"}


def _number(text: str) -> list[int]:
    return [int(one) for one in text.split(".") if one]


def test_each_chapter_of_the_plan_is_told():
    guides = knowledge.plan_chapter_guides()
    assert [one.number for one in guides] == [str(one) for one in range(1, 9)]
    assert all(SENTENCE.fullmatch(one.empty) and len(one.help) <= 140 for one in guides)
    assert {one.section for one in guides} == {"", "5 §", "6 §", "7 §", "12 § 3"}


def test_the_agreement_demands_what_the_act_demands_and_nothing_more():
    guide = knowledge.agreement()
    assert [one.clause for one in guide.clauses] == [*ClauseKey]
    assert {one.clause for one in guide.clauses if one.required} == {ClauseKey.PURPOSES, ClauseKey.AREAS}
    assert {one.section for one in guide.clauses if one.required} == {"9 §"}


def test_the_agreement_says_that_it_does_not_bind_in_law():
    drafts = {one.clause: one.draft for one in knowledge.agreement().clauses}
    assert "inte juridiskt bindande" in drafts[ClauseKey.NOT_BINDING]


def test_drafts_leave_open_only_what_the_program_can_fill():
    found = {gap for one in knowledge.agreement().clauses for gap in re.findall(r"\{([^}]*)\}", one.draft)}
    assert found == GAPS


def test_everything_that_may_be_noted_is_explained_without_persons():
    guide = knowledge.sightings()
    assert [one.kind for one in guide.kinds] == [*SightingKind]
    assert all(SENTENCE.fullmatch(one.help) and len(one.label) <= 24 for one in guide.kinds)
    assert "aldrig vem" in guide.no_persons
