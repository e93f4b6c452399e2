"""The thread brings its points to the agenda and writes how things stand when the meeting begins."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from norrmyra import FIRST, TODAY, meeting
from services.reading_papers import text
from trygghetsrad.domain.meetings import ItemOrigin
from trygghetsrad.domain.thread import Resolution

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.meetings import AgendaItem

KS = Resolution(day=date(2026, 4, 20), body="kommunstyrelsen", section="§ 41")


def _with_plan(council: OpenCouncil) -> int:
    problem = council.thread.add_problem("Stölder")
    council.actions.add("Lås till alla", TODAY, problem_id=problem)
    council.plans.decide(council.plans.start(date(2026, 1, 1), date(2027, 12, 31)), KS)
    return meeting(council, FIRST)


def _status(council: OpenCouncil, meeting_id: int) -> list[AgendaItem]:
    return [one for one in council.meetings.agenda(meeting_id) if one.title == "Åtgärdsplan: status"]


def test_a_decided_plan_is_on_every_agenda_that_is_opened_after_it(council: OpenCouncil) -> None:
    held = _with_plan(council)
    assert not _status(council, held)
    council.meetings.open_agenda(held)
    council.meetings.open_agenda(held)
    (point,) = _status(council, held)
    assert point.origin is ItemOrigin.DUTY
    titles = [one.title for one in council.meetings.agenda(held)]
    assert titles.index(point.title) < titles.index("Nästa möte")


def test_a_point_she_has_put_there_herself_is_not_doubled(council: OpenCouncil) -> None:
    held = _with_plan(council)
    council.meetings.add_item(held, "Åtgärdsplanen: hur går det?")
    council.meetings.open_agenda(held)
    assert not _status(council, held)


def test_the_minutes_begin_with_how_the_plan_stands_and_undo_takes_it_with_the_start(
    council: OpenCouncil,
) -> None:
    held = _with_plan(council)
    council.meetings.open_agenda(held)
    council.room.start(held, time(13))
    (point,) = _status(council, held)
    assert point.text == (
        "Åtgärdsplanen 2026–2027 är beslutad av kommunstyrelsen 2026-04-20, § 41. "
        "Planen har 1 åtgärd: 1 planerad."
    )
    council.undo.undo()
    assert _status(council, held)[0].text == ""


def test_what_she_has_prepared_under_the_point_is_left_alone(council: OpenCouncil) -> None:
    held = _with_plan(council)
    council.meetings.open_agenda(held)
    council.room.write_text(_status(council, held)[0].id, "Mats berättar.")
    council.room.start(held, time(13))
    assert _status(council, held)[0].text == "Mats berättar."


def test_the_chair_has_the_same_sentences_in_the_script(council: OpenCouncil) -> None:
    held = _with_plan(council)
    council.meetings.open_agenda(held)
    assert "Planen har 1 åtgärd: 1 planerad." in text(council.documents.preview("korschema", TODAY, held))
