"""Points about the lägesbild and the plan say how things stand, and nothing that is not certain."""

from __future__ import annotations

from datetime import date

import pytest

from trygghetsrad.domain.actions import Action, ActionStatus
from trygghetsrad.domain.thread import (
    ActionPlan,
    Assessment,
    Position,
    Problem,
    Resolution,
    SituationPicture,
    Standing,
)
from trygghetsrad.domain.thread_points import (
    PICTURE_POINT,
    PLAN_POINT,
    STATUS_POINT,
    ThreadPoint,
    picture_sentences,
    plan_sentences,
    proposed_points,
    thread_point,
)

TODAY = date(2026, 12, 8)
KS = Resolution(day=date(2026, 4, 20), body="kommunstyrelsen", section="§ 41")
PERIOD = {"starts": date(2026, 1, 1), "ends": date(2028, 12, 31)}


def _picture(number: int = 1, **facts) -> SituationPicture:
    return SituationPicture(id=number, uid=f"p{number}", number=number, **PERIOD, **facts)


def _plan(number: int = 1, **facts) -> ActionPlan:
    return ActionPlan(id=number, uid=f"a{number}", number=number, **PERIOD, **facts)


def _judged(problem: int, position: Position = Position.PRIORITISED) -> Assessment:
    return Assessment(
        id=problem, uid="x", picture_id=1, problem_id=problem, position=position, motivation="Ökar"
    )


def _action(what: str, status: ActionStatus, due: date | None = None, problem: int | None = 1) -> Action:
    return Action(
        id=1, uid=what, what=what, status=status, due=due, owner="Mats Lindgren", problem_id=problem
    )


DECIDED = {"standing": Standing.DECIDED, "decided": KS}
PROBLEMS = (Problem(id=1, uid="1", title="Stölder", place=1), Problem(id=2, uid="2", title="Trafik", place=2))


@pytest.mark.parametrize(
    ("title", "about"),
    [
        ("Åtgärdsplan: status", ThreadPoint.PLAN),
        ("Åtgärdsplanen 2026–2028", ThreadPoint.PLAN),
        ("Lägesbild", ThreadPoint.PICTURE),
        ("lägesbilden och prioriteringar", ThreadPoint.PICTURE),
        ("Lägesbild från polisen", None),
        ("Uppföljning av åtgärder", None),
        ("Ny åtgärdsplan för skolan", None),
    ],
)
def test_a_title_tells_what_a_point_is_about(title: str, about: ThreadPoint | None) -> None:
    assert thread_point(title) is about


def test_a_council_that_has_not_begun_gets_no_points() -> None:
    assert proposed_points("Lägesbild och åtgärdsplan", (), ()) == ()


def test_a_draft_comes_up_at_the_meeting_with_its_theme_and_the_status_at_every_meeting() -> None:
    draft, plan = _picture(2), _plan(**DECIDED)
    assert proposed_points("Lägesbild och prioritering", (draft,), (plan,)) == (PICTURE_POINT, STATUS_POINT)
    assert proposed_points("Planering", (draft,), (plan,)) == (STATUS_POINT,)
    assert proposed_points("Åtgärdsplan", (draft,), (plan, _plan(2))) == (PLAN_POINT,)


def test_the_lagesbild_is_told_with_who_decided_it_and_what_is_prioritised() -> None:
    picture = _picture(assessments=(_judged(1), _judged(2, Position.WATCHED)), **DECIDED)
    assert picture_sentences((picture,), PROBLEMS) == (
        "Lägesbilden 2026–2028 är beslutad av kommunstyrelsen 2026-04-20, § 41.",
        "Prioriterat: Stölder.",
    )


def test_a_draft_tells_how_many_areas_have_a_position() -> None:
    undecided = Assessment(id=2, uid="y", picture_id=1, problem_id=2)
    told = picture_sentences((_picture(assessments=(_judged(1), undecided)),), PROBLEMS)
    assert told[0] == ("Lägesbilden 2026–2028 är under arbete: 1 av 2 områden har ett ställningstagande.")


def test_the_plan_is_told_in_numbers_and_late_actions_by_name() -> None:
    actions = (
        _action("Grannsamverkan", ActionStatus.ONGOING, date(2026, 12, 4)),
        _action("Märk-DNA", ActionStatus.PLANNED, date(2027, 3, 15)),
        _action("Lås", ActionStatus.DONE),
        _action("Köp kaffe", ActionStatus.PLANNED, problem=None),
    )
    assert plan_sentences((_plan(**DECIDED),), actions, TODAY) == (
        "Åtgärdsplanen 2026–2028 är beslutad av kommunstyrelsen 2026-04-20, § 41.",
        "Planen har 3 åtgärder: 1 klar, 1 pågår och 1 planerad.",
        "Försenat: Grannsamverkan (Mats Lindgren, 2026-12-04).",
    )


def test_more_late_actions_than_a_chair_can_read_out_are_counted() -> None:
    late = tuple(_action(f"Sak {n}", ActionStatus.ONGOING, date(2026, 1, n)) for n in range(1, 9))
    assert plan_sentences((_plan(**DECIDED),), late, TODAY)[-1].endswith("och 3 till.")


def test_without_a_plan_nothing_is_said() -> None:
    assert plan_sentences((), (_action("Lås", ActionStatus.DONE),), TODAY) == ()
    assert picture_sentences((), PROBLEMS) == ()
