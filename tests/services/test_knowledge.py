"""What the program knows is read whole, in order, and a gap in its own texts is told with its place."""

from __future__ import annotations

import tomllib

import pytest

from test_house_rules import loaded_by
from trygghetsrad.domain.chapters import Chapter, PlanChapter
from trygghetsrad.domain.people import OrganisationKind
from trygghetsrad.domain.thread import Side
from trygghetsrad.services import knowledge
from trygghetsrad.services.knowledge_reading import BrokenKnowledge, Entry, folder, read_path, whole


def test_common_problems_come_in_their_own_order():
    areas = knowledge.focus_areas()
    assert [one.order for one in areas] == [*range(1, len(areas) + 1)]
    assert areas[0].title == "Narkotika bland unga"


def test_a_common_problem_is_found_by_its_key_and_an_own_one_is_not():
    found = knowledge.focus_area("trafik")
    assert found is not None
    assert found.title == "Trafikmiljö och A-traktorer"
    assert knowledge.focus_area("eget problem") is None


def test_possible_causes_belong_to_the_problem_and_to_the_side_asked_for():
    every = knowledge.cause_drafts("trafik")
    places = knowledge.cause_drafts("trafik", Side.PLACE)
    assert {one.focus for one in every} == {"trafik"}
    assert {one.side for one in every} == {*Side}
    assert places == tuple(one for one in every if one.side is Side.PLACE)
    assert knowledge.cause_drafts("eget problem") == ()


def test_ideas_for_the_side_of_a_cause_come_first():
    ideas = knowledge.ideas("ungdomsbrott", Side.VICTIM)
    assert ideas[0].side is Side.VICTIM
    assert {one.title for one in ideas} == {one.title for one in knowledge.ideas("ungdomsbrott")}
    assert len(knowledge.ideas()) >= 70


def test_a_school_gets_its_own_questions_and_an_authority_the_general_ones():
    school = knowledge.question_form(OrganisationKind.SCHOOL)
    assert Chapter.SCHOOL in {one.chapter for one in school.questions}
    assert knowledge.question_form(OrganisationKind.AUTHORITY).kind is OrganisationKind.OTHER


def test_chapters_come_in_the_order_they_are_named():
    assert [one.chapter for one in knowledge.chapter_guides()] == [*Chapter]
    assert [one.chapter for one in knowledge.plan_chapter_guides()] == [*PlanChapter]


def test_nothing_is_read_before_somebody_asks():
    """Reading takes some milliseconds that the first paint does not have."""
    assert "tomllib" not in loaded_by("import trygghetsrad.ui.application")


def entry(text: str) -> Entry:
    return Entry(tomllib.loads(text), "prov.toml")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "prov.toml: heading is missing"),
        ('heading = ""', "prov.toml: heading is empty"),
        ("heading = 3", "prov.toml: heading is of another kind"),
        ('heading = " Syfte"', "prov.toml: heading has spaces around it"),
        ('heading = "Syfte"\nhaeding = "Syfte"', "prov.toml: haeding is not known"),
    ],
)
def test_a_broken_entry_is_told_with_its_place(text: str, told: str):
    with pytest.raises(BrokenKnowledge) as caught:
        whole(entry(text), lambda one: one.text("heading"))
    assert str(caught.value) == told


def test_a_word_that_is_not_one_of_the_known_is_told():
    with pytest.raises(BrokenKnowledge, match="side says 'brottsling'"):
        whole(entry('side = "brottsling"'), lambda one: one.word("side", Side))


def test_a_broken_entry_deep_in_a_list_is_told_with_its_number():
    text = '[[ideas]]\ntitle = "Lys upp"\n[[ideas]]\ntitle = ""\n'
    with pytest.raises(BrokenKnowledge, match=r"prov\.toml ideas 2: title is empty"):
        whole(entry(text), lambda file: file.each("ideas", lambda one: one.text("title")))


def test_an_empty_list_is_no_list():
    with pytest.raises(BrokenKnowledge, match="ideas is empty"):
        whole(entry("ideas = []"), lambda file: file.each("ideas", lambda one: one.text("title")))


def test_a_file_tells_its_own_name():
    with pytest.raises(BrokenKnowledge, match=r"^goals\.toml: intro is missing$"):
        read_path(folder() / "goals.toml", lambda file: file.text("intro"))
