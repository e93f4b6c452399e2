"""Every verb of the thread is one step that tells the right pages, can be undone, and refuses what is gone."""

from __future__ import annotations

import inspect
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest

from norrmyra import TODAY
from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.chapters import Chapter, PlanChapter
from trygghetsrad.domain.errors import NotFound, OpenedReadOnly, Refused
from trygghetsrad.domain.thread import GoalKind, Position, Resolution, Side, Weight

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from trygghetsrad.app import OpenCouncil

STARTS, ENDS = date(2026, 1, 1), date(2027, 12, 31)
DECIDED = Resolution(day=date(2026, 4, 20), body="kommunstyrelsen", section="§ 41", dnr="KS 2026/74")
THREAD, ACTIONS = Changed.THREAD, Changed.ACTIONS
BOTH = THREAD | Changed.STATISTICS


class Scene(NamedTuple):
    """A council with one link of each sort."""

    council: OpenCouncil
    problem: int
    other: int
    cause: int
    goal: int
    action: int
    picture: int
    assessment: int
    plan: int
    sighting: int


@pytest.fixture
def scene(council: OpenCouncil) -> Scene:
    thread = council.thread
    problem, other = thread.add_problem(focus="tillgrepp"), thread.add_problem("Trafik")
    cause = thread.add_cause(problem, Side.PLACE, "Drivmedel förvaras utan lås")
    goal = thread.add_goal(problem, GoalKind.EFFECT, "Minska stölderna", cause_id=cause)
    picture = council.pictures.start(STARTS, ENDS)
    return Scene(
        council=council,
        problem=problem,
        other=other,
        cause=cause,
        goal=goal,
        action=council.actions.add("Lås till alla", TODAY, problem_id=problem, cause_id=cause, goal_id=goal),
        picture=picture,
        assessment=council.pictures.get(picture).assessments[0].id,
        plan=council.plans.start(STARTS, ENDS),
        sighting=thread.add_sighting(TODAY, place="Macken", text="Krossad ruta"),
    )


def _file(scene: Scene) -> Path:
    file = scene.council.path.with_name("från hyllan.pdf")
    file.write_bytes(b"%PDF-1.7")
    return file


def _decided(scene: Scene) -> None:
    scene.council.pictures.decide(scene.picture, DECIDED)
    scene.council.plans.decide(scene.plan, DECIDED)


def _review(scene: Scene) -> int:
    _decided(scene)
    return scene.council.plans.start_review(TODAY)


def _indicator(scene: Scene) -> int:
    from trygghetsrad.store.schema import IndicatorRow

    with scene.council.thread._database.write("Lägg till mått") as session:
        row = IndicatorRow(key="egen", name="Stölder")
        session.add(row)
        session.flush()
        return row.id


def _shown(scene: Scene) -> int:
    indicator = _indicator(scene)
    scene.council.thread.show_indicator(scene.problem, indicator)
    return indicator


def _closed(scene: Scene) -> None:
    scene.council.thread.close_problem(scene.problem, TODAY, "Löst")


VERBS: dict[str, tuple[Callable[[Scene], object] | None, Callable[[Scene, object], object], Changed]] = {
    "thread.add_problem": (None, lambda s, _: s.council.thread.add_problem("Bedrägerier"), THREAD),
    "thread.change_problem": (
        None,
        lambda s, _: s.council.thread.change_problem(s.problem, title="Stölder"),
        THREAD,
    ),
    "thread.move_problem": (None, lambda s, _: s.council.thread.move_problem(s.other, 1), THREAD),
    "thread.close_problem": (None, lambda s, _: _closed(s), THREAD),
    "thread.reopen_problem": (_closed, lambda s, _: s.council.thread.reopen_problem(s.problem), THREAD),
    "thread.join_problems": (
        None,
        lambda s, _: s.council.thread.join_problems(s.problem, s.other, TODAY),
        THREAD | ACTIONS,
    ),
    "thread.split_problem": (
        None,
        lambda s, _: s.council.thread.split_problem(s.problem, "Båtstölder"),
        THREAD,
    ),
    "thread.remove_problem": (None, lambda s, _: s.council.thread.remove_problem(s.problem), THREAD),
    "thread.add_cause": (
        None,
        lambda s, _: s.council.thread.add_cause(s.problem, Side.VICTIM, "Få märker sina saker"),
        THREAD,
    ),
    "thread.add_cause_drafts": (None, lambda s, _: s.council.thread.add_cause_drafts(s.problem), THREAD),
    "thread.change_cause": (
        None,
        lambda s, _: s.council.thread.change_cause(s.cause, evidence="Polisen"),
        THREAD,
    ),
    "thread.remove_cause": (None, lambda s, _: s.council.thread.remove_cause(s.cause), THREAD | ACTIONS),
    "thread.add_goal": (
        None,
        lambda s, _: s.council.thread.add_goal(s.problem, GoalKind.PROCESS, "Träffas varje månad"),
        THREAD,
    ),
    "thread.change_goal": (None, lambda s, _: s.council.thread.change_goal(s.goal, target="20"), THREAD),
    "thread.remove_goal": (None, lambda s, _: s.council.thread.remove_goal(s.goal), THREAD | ACTIONS),
    "thread.show_indicator": (
        _indicator,
        lambda s, indicator: s.council.thread.show_indicator(s.problem, indicator),
        BOTH,
    ),
    "thread.hide_indicator": (
        _shown,
        lambda s, indicator: s.council.thread.hide_indicator(s.problem, indicator),
        BOTH,
    ),
    "thread.add_sighting": (None, lambda s, _: s.council.thread.add_sighting(TODAY, text="Klotter"), THREAD),
    "thread.change_sighting": (
        None,
        lambda s, _: s.council.thread.change_sighting(s.sighting, done="Lagat"),
        THREAD,
    ),
    "thread.remove_sighting": (None, lambda s, _: s.council.thread.remove_sighting(s.sighting), THREAD),
    "pictures.start": (
        _decided,
        lambda s, _: s.council.pictures.start(date(2028, 1, 1), date(2029, 12, 31)),
        THREAD,
    ),
    "pictures.register": (None, lambda s, _: s.council.pictures.register(STARTS, ENDS, DECIDED), THREAD),
    "pictures.attach": (
        _file,
        lambda s, file: s.council.pictures.attach(s.picture, file, TODAY),
        THREAD | Changed.DOCUMENTS | Changed.MEETINGS,
    ),
    "pictures.change": (None, lambda s, _: s.council.pictures.change(s.picture, dnr="KS 1"), THREAD),
    "pictures.write_chapter": (
        None,
        lambda s, _: s.council.pictures.write_chapter(s.picture, Chapter.SUMMARY, "Lugnt"),
        THREAD,
    ),
    "pictures.nothing_to_report": (
        None,
        lambda s, _: s.council.pictures.nothing_to_report(s.picture, Chapter.WALKS, nothing=True),
        THREAD,
    ),
    "pictures.judge": (
        None,
        lambda s, _: s.council.pictures.judge(s.assessment, position=Position.PRIORITISED, motivation="Ökar"),
        THREAD,
    ),
    "pictures.mark": (
        None,
        lambda s, _: s.council.pictures.mark(s.assessment, "ökar", Weight.YES, "31 till 35"),
        THREAD,
    ),
    "pictures.decide": (None, lambda s, _: s.council.pictures.decide(s.picture, DECIDED), THREAD),
    "pictures.reopen": (_decided, lambda s, _: s.council.pictures.reopen(s.picture), THREAD),
    "pictures.remove": (None, lambda s, _: s.council.pictures.remove(s.picture), THREAD),
    "plans.start": (
        _decided,
        lambda s, _: s.council.plans.start(date(2028, 1, 1), date(2029, 12, 31)),
        THREAD,
    ),
    "plans.register": (None, lambda s, _: s.council.plans.register(STARTS, ENDS, DECIDED), THREAD),
    "plans.attach": (
        _file,
        lambda s, file: s.council.plans.attach(s.plan, file, TODAY),
        THREAD | Changed.DOCUMENTS | Changed.MEETINGS,
    ),
    "plans.change": (None, lambda s, _: s.council.plans.change(s.plan, dnr="KS 2"), THREAD),
    "plans.write_chapter": (
        None,
        lambda s, _: s.council.plans.write_chapter(s.plan, PlanChapter.RESOURCES, "Egen tid"),
        THREAD,
    ),
    "plans.decide": (None, lambda s, _: s.council.plans.decide(s.plan, DECIDED), THREAD),
    "plans.reopen": (_decided, lambda s, _: s.council.plans.reopen(s.plan), THREAD),
    "plans.remove": (None, lambda s, _: s.council.plans.remove(s.plan), THREAD),
    "plans.start_review": (_decided, lambda s, _: s.council.plans.start_review(TODAY), THREAD),
    "plans.finish_review": (
        _review,
        lambda s, review: s.council.plans.finish_review(review, TODAY, "Gick bra"),
        THREAD,
    ),
    "plans.change_review": (
        _review,
        lambda s, review: s.council.plans.change_review(review, "Gick bra"),
        THREAD,
    ),
    "plans.remove_review": (_review, lambda s, review: s.council.plans.remove_review(review), THREAD),
}
READING = {
    "thread": {"every", "get", "problems", "sightings", "state"},
    "pictures": {"current", "draft", "every", "get"},
    "plans": {"current", "draft", "every", "get", "reviews"},
}


def _told(council: OpenCouncil) -> tuple[object, ...]:
    return (
        council.thread.every(),
        council.thread.sightings(),
        council.pictures.every(),
        council.plans.every(),
        council.plans.reviews(),
        council.actions.every(TODAY),
    )


def test_no_verb_of_the_thread_is_forgotten(council: OpenCouncil) -> None:
    verbs = {
        f"{area}.{name}"
        for area, reading in READING.items()
        for name, _ in inspect.getmembers(getattr(council, area), inspect.ismethod)
        if not name.startswith("_") and name not in reading
    }
    assert verbs == set(VERBS)


@pytest.mark.parametrize("name", VERBS)
def test_a_verb_is_one_step_that_tells_what_it_changed_and_can_be_taken_back(scene: Scene, name: str) -> None:
    prepare, act, expected = VERBS[name]
    ground = prepare(scene) if prepare else None
    before, heard = _told(scene.council), []
    scene.council.on_change(heard.append)
    act(scene, ground)
    assert heard == [expected], "one commit, one call"
    after = _told(scene.council)
    assert after != before
    scene.council.undo.undo()
    assert _told(scene.council) == before
    scene.council.undo.redo()
    assert _told(scene.council) == after


@pytest.mark.parametrize("name", VERBS)
def test_nothing_of_the_thread_is_written_in_a_file_opened_for_reading(scene: Scene, name: str) -> None:
    from trygghetsrad.app import read_council

    prepare, act, _expected = VERBS[name]
    ground = prepare(scene) if prepare else None
    with read_council(scene.council.path) as beside, pytest.raises(OpenedReadOnly):
        act(scene._replace(council=beside), ground)


GONE = 9_999
MISSING: dict[str, Callable[[OpenCouncil], object]] = {
    "problem": lambda c: c.thread.change_problem(GONE, title="x"),
    "problem for a cause": lambda c: c.thread.add_cause(GONE, Side.PLACE, "x"),
    "problem for a goal": lambda c: c.thread.add_goal(GONE, GoalKind.EFFECT, "x"),
    "problem asked for": lambda c: c.thread.get(GONE),
    "cause": lambda c: c.thread.change_cause(GONE, text="x"),
    "goal": lambda c: c.thread.change_goal(GONE, text="x"),
    "sighting": lambda c: c.thread.change_sighting(GONE, text="x"),
    "indicator": lambda c: c.thread.show_indicator(c.thread.add_problem("x"), GONE),
    "lägesbild": lambda c: c.pictures.write_chapter(GONE, Chapter.SUMMARY, "x"),
    "lägesbild asked for": lambda c: c.pictures.get(GONE),
    "assessment": lambda c: c.pictures.judge(GONE, text="x"),
    "plan": lambda c: c.plans.decide(GONE, DECIDED),
    "plan asked for": lambda c: c.plans.get(GONE),
    "review": lambda c: c.plans.finish_review(GONE, TODAY),
}


@pytest.mark.parametrize("what", MISSING)
def test_what_is_gone_is_refused_with_a_sentence(council: OpenCouncil, what: str) -> None:
    with pytest.raises(NotFound) as refused:
        MISSING[what](council)
    assert "finns inte. Inget har ändrats." in str(refused.value)


REFUSED: dict[str, tuple[Callable[[Scene], object], str]] = {
    "a problem without a name": (lambda s: s.council.thread.add_problem("  "), "vad området heter"),
    "a name wiped out": (
        lambda s: s.council.thread.change_problem(s.problem, title=" "),
        "gamla namnet är kvar",
    ),
    "closing without a reason": (lambda s: s.council.thread.close_problem(s.problem, TODAY, ""), "varför"),
    "joining with itself": (
        lambda s: s.council.thread.join_problems(s.problem, s.problem, TODAY),
        "annat område",
    ),
    "a new part without a name": (lambda s: s.council.thread.split_problem(s.problem, ""), "nya området"),
    "an empty cause": (lambda s: s.council.thread.add_cause(s.problem, Side.PLACE, " "), "problemet uppstår"),
    "a cause wiped out": (lambda s: s.council.thread.change_cause(s.cause, text=""), "gamla texten är kvar"),
    "an empty goal": (lambda s: s.council.thread.add_goal(s.problem, GoalKind.EFFECT, ""), "ska uppnås"),
    "a goal wiped out": (lambda s: s.council.thread.change_goal(s.goal, text=""), "gamla texten är kvar"),
    "a sighting of nothing": (lambda s: s.council.thread.add_sighting(TODAY, source="Skolan"), "eller var"),
    "two drafts of the lägesbild": (lambda s: s.council.pictures.start(STARTS, ENDS), "under arbete"),
    "two drafts of the plan": (lambda s: s.council.plans.start(STARTS, ENDS), "under arbete"),
    "a period backwards": (
        lambda s: s.council.pictures.change(s.picture, ends=date(2020, 1, 1)),
        "slutar innan den börjar",
    ),
    "a plan backwards": (
        lambda s: s.council.plans.change(s.plan, ends=date(2020, 1, 1)),
        "slutar innan den börjar",
    ),
    "a lägesbild decided on no day": (
        lambda s: s.council.pictures.decide(s.picture, Resolution(body="KS")),
        "vilken dag",
    ),
    "a plan decided on no day": (lambda s: s.council.plans.decide(s.plan, Resolution()), "vilken dag"),
    "an old lägesbild without a day": (
        lambda s: s.council.pictures.register(STARTS, ENDS, Resolution()),
        "vilken dag",
    ),
    "an old plan without a day": (
        lambda s: s.council.plans.register(STARTS, ENDS, Resolution()),
        "vilken dag",
    ),
    "following up without a plan": (
        lambda s: s.council.plans.start_review(TODAY),
        "ingen beslutad åtgärdsplan",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_makes_no_sense_is_refused_and_changes_nothing(scene: Scene, what: str) -> None:
    act, words = REFUSED[what]
    before = _told(scene.council)
    with pytest.raises(Refused) as refused:
        act(scene)
    assert words in str(refused.value)
    assert _told(scene.council) == before
