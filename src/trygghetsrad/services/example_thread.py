"""The example council's thread: what it found, judged, decided and followed up, over two periods."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from trygghetsrad.domain.actions import ActionNature, EffectTerm
from trygghetsrad.domain.chapters import Chapter, PlanChapter
from trygghetsrad.domain.thread import (
    GoalKind,
    Influence,
    Position,
    Resolution,
    Side,
    SightingKind,
    Weight,
)
from trygghetsrad.services.example_statistics import note_statistics

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.services.example_days import StoryDays
    from trygghetsrad.services.example_diary import Diary

Tale = dict[str, Any]

SETTLED = 6
"""What lies before the story's beginning is told this many days after it, when people are in place."""


LINKED = (-737, -550, -400, -320, -230, -100, -37)
"""When she ties what meetings have decided to the problems, in days from the telling."""


def note_thread(told: Tale, council: OpenCouncil, days: StoryDays, diary: Diary) -> None:
    """Put the thread in the diary; a story that begins later has what came before it written in at once."""
    teller = _ThreadTeller(council, days)
    for problem in told["problem"]:
        diary.note(story_day(days, problem["days"]), partial(teller.add_problem, problem))
        if "closed" in problem:
            diary.note(story_day(days, problem["closed"]), partial(teller.close, problem))
    note_statistics(council, days, diary, teller.show)
    for picture in told["picture"]:
        diary.note(story_day(days, picture["begun"], 1), partial(teller.begin_picture, picture))
        diary.note(story_day(days, picture["judged_on"], 1), partial(teller.judge_picture, picture))
        diary.note(story_day(days, picture["decided"], 2), partial(teller.decide_picture, picture))
    for plan in told["plan"]:
        diary.note(story_day(days, plan["begun"], 3), partial(teller.begin_plan, plan))
        diary.note(story_day(days, plan["decided"], 4), partial(teller.decide_plan, plan))
    for offset in LINKED:
        diary.note(story_day(days, offset, 4), partial(teller.link_actions, told["problem"]))
    for review in told["review"]:
        diary.note(story_day(days, review["finished"], 5), partial(teller.review, review))
    for sighting in told["sighting"]:
        diary.note(story_day(days, sighting["days"]), partial(teller.add_sighting, sighting))
    diary.note(days.before(days.today, 20), partial(teller.link_actions, told["problem"], late=True))


def story_day(days: StoryDays, offset: int, after: int = 0) -> date:
    """Return the workday so many days from the telling, or soon after the story's beginning."""
    return max(days.before(days.today, -offset), days.after(days.begins, SETTLED + after))


def year_day(days: StoryDays, told: list[int]) -> date:
    """Return a day told as years from this one, month and day."""
    years, month, day = told
    return date(days.today.year + years, month, day)


def with_year(text: str, day: date) -> str:
    """Return a registry number with the year of its matter."""
    return text.replace("{year}", str(day.year))


class _ThreadTeller:
    """Writes the thread down with the coordinator's verbs, and knows what it has written."""

    def __init__(self, council: OpenCouncil, days: StoryDays) -> None:
        self._council = council
        self._days = days
        self._problems: dict[str, int] = {}
        self._causes: dict[tuple[str, str], int] = {}
        self._goals: dict[tuple[str, str], int] = {}
        self._shown: list[tuple[str, str]] = []
        self._linked: set[str] = set()

    def add_problem(self, told: Tale) -> None:
        """Add a problem with its causes and goals."""
        thread, key = self._council.thread, told["key"]
        problem = thread.add_problem(told["title"], told["focus"])
        thread.change_problem(problem, description=told["description"])
        self._problems[key] = problem
        self._shown += [(key, name) for name in told.get("indicators", ())]
        for cause in told.get("cause", ()):
            self._causes[key, cause["key"]] = thread.add_cause(
                problem,
                Side(cause["side"]),
                cause["text"],
                evidence=cause["evidence"],
                nature=ActionNature(cause["nature"]),
                influence=Influence(cause["influence"]),
            )
        for goal in told.get("goal", ()):
            self._goals[key, goal["key"]] = thread.add_goal(
                problem,
                GoalKind(goal["kind"]),
                goal["text"],
                cause_id=self._causes[key, goal["cause"]],
                measure=goal["measure"],
                baseline=goal["baseline"],
                target=goal["target"],
                by=self._days.today + timedelta(goal["days"]),
                result=goal.get("result", ""),
            )

    def close(self, told: Tale) -> None:
        day = story_day(self._days, told["closed"])
        self._council.thread.close_problem(self._problems[told["key"]], day, told["because"])

    def show(self) -> None:
        """Let the figures that are there shed light on the problems they belong to."""
        known = {one.name: one.id for one in self._council.statistics.indicators()}
        for key, name in self._shown:
            if name in known and key in self._problems:
                self._council.thread.show_indicator(self._problems[key], known[name])

    def link_actions(self, problems: Iterable[Tale], *, late: bool = False) -> None:
        """Tie the actions that meetings have given to the problems they are about; some only afterwards."""
        known = {action.what: action.id for action in self._council.actions.every(self._days.today)}
        for told in problems:
            for link in told.get("link", ()):
                is_new = link["action"] in known and link["action"] not in self._linked
                if is_new and told["key"] in self._problems and late >= link.get("late", False):
                    self._linked.add(link["action"])
                    self._link(told["key"], link, known[link["action"]])

    def _link(self, key: str, link: Tale, action_id: int) -> None:
        self._council.actions.change(
            action_id,
            problem_id=self._problems[key],
            cause_id=self._causes[key, link["cause"]],
            goal_id=self._goals[key, link["goal"]] if "goal" in link else None,
            effect=EffectTerm(link["effect"]),
            partners=link.get("partners", ""),
        )

    def begin_picture(self, told: Tale) -> None:
        """Write a lägesbild: its chapters, and what it says of each problem."""
        pictures = self._council.pictures
        picture = pictures.start(year_day(self._days, told["starts"]), year_day(self._days, told["ends"]))
        for chapter, text in told["chapters"].items():
            pictures.write_chapter(picture, Chapter(chapter), text)

    def judge_picture(self, told: Tale) -> None:
        """Judge the problems, as the council does together."""
        draft = self._council.pictures.draft()
        if draft is None:
            return
        judged = {self._problems[key]: said for key, said in told["judged"].items() if key in self._problems}
        for assessment in draft.assessments:
            if assessment.problem_id in judged:
                self._judge(assessment.id, judged[assessment.problem_id])

    def decide_picture(self, told: Tale) -> None:
        draft = self._council.pictures.draft()
        if draft is not None:
            self._council.pictures.decide(draft.id, self._resolution(told))

    def _judge(self, assessment_id: int, said: Mapping[str, Any]) -> None:
        pictures = self._council.pictures
        pictures.judge(
            assessment_id,
            position=Position(said["position"]),
            motivation=said["motivation"],
            text=said.get("text", ""),
        )
        for criterion, weight in said["marks"].items():
            pictures.mark(assessment_id, criterion, Weight(weight))

    def begin_plan(self, told: Tale) -> None:
        plans = self._council.plans
        plan = plans.start(year_day(self._days, told["starts"]), year_day(self._days, told["ends"]))
        for chapter, text in told["chapters"].items():
            plans.write_chapter(plan, PlanChapter(chapter), text)

    def decide_plan(self, told: Tale) -> None:
        draft = self._council.plans.draft()
        if draft is not None:
            self._council.plans.decide(draft.id, self._resolution(told))

    def review(self, told: Tale) -> None:
        """Go through the plan that held then."""
        plans = self._council.plans
        begun = plans.start_review(story_day(self._days, told["begun"], 5))
        plans.finish_review(begun, story_day(self._days, told["finished"], 5), told["summary"])

    def add_sighting(self, told: Tale) -> None:
        self._council.thread.add_sighting(
            self._days.before(self._days.today, -told["days"]),
            kind=SightingKind(told["kind"]),
            place=told["place"],
            text=told["text"],
            source=told["source"],
            done=told["done"],
            problem_id=self._problems.get(told.get("problem", "")),
        )

    def _resolution(self, told: Tale) -> Resolution:
        day = self._days.before(self._days.today, -told["decided"])
        return Resolution(
            day=day, body=told["body"], section=told["section"], dnr=with_year(told["dnr"], day)
        )
