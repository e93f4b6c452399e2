"""Who leads and writes which points: the chair hands over, has jäv, comes late, and has it back."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from norrmyra import FIRST, attendee, hold, item, meeting, titles
from trygghetsrad.domain.errors import NotFound, Refused
from trygghetsrad.domain.leading import chair_is_gone
from trygghetsrad.domain.meetings import RoleAtMeeting, SpanReason
from trygghetsrad.services.minutes_facts import minutes_facts
from trygghetsrad.services.room import room_of

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil

CHAIR, SECRETARY, VERIFIER = RoleAtMeeting.CHAIR, RoleAtMeeting.SECRETARY, RoleAtMeeting.VERIFIER


def point(council: OpenCouncil, number: int) -> int:
    return council.meetings.agenda(meeting(council, FIRST))[number - 1].id


def take_over(council: OpenCouncil, name: str, first: int, last: int | None = None, role=CHAIR) -> None:
    meeting_id = meeting(council, FIRST)
    council.room.take_over(
        meeting_id,
        role,
        attendee(council, meeting_id, name),
        from_item_id=point(council, first),
        to_item_id=point(council, last) if last else None,
    )


def printed(council: OpenCouncil):
    with council._database.read() as session:
        return minutes_facts(session, room_of(session, meeting(council, FIRST)))


def chairs(council: OpenCouncil) -> list[tuple[str, str]]:
    return [(one.name, one.sections) for one in printed(council).chairs]


def test_the_vice_chair_leads_from_a_point_on(council: OpenCouncil) -> None:
    take_over(council, "Bo Ek", 5)
    assert chairs(council) == [("Eva Nordlund", "§§ 1–4"), ("Bo Ek", "§§ 5–8")]


def test_the_chair_has_it_back_after_one_point(council: OpenCouncil) -> None:
    take_over(council, "Bo Ek", 5, 5)
    assert chairs(council) == [("Eva Nordlund", "§§ 1–4 och 6–8"), ("Bo Ek", "§ 5")]
    take_over(council, "Bo Ek", 7, 7)
    assert chairs(council) == [("Eva Nordlund", "§§ 1–4, 6 och 8"), ("Bo Ek", "§§ 5 och 7")]


def test_whoever_leads_it_all_in_the_end_needs_no_span(council: OpenCouncil) -> None:
    take_over(council, "Bo Ek", 5)
    take_over(council, "Eva Nordlund", 5)
    assert chairs(council) == [("Eva Nordlund", "")]
    take_over(council, "Bo Ek", 1)
    assert chairs(council) == [("Bo Ek", "")]


def test_a_new_chair_for_the_whole_meeting_ends_all_turns(council: OpenCouncil) -> None:
    take_over(council, "Bo Ek", 5)
    council.room.set_role(
        meeting(council, FIRST), CHAIR, attendee(council, meeting(council, FIRST), "Bo Ek").person_id
    )
    assert chairs(council) == [("Bo Ek", "")]


def test_the_pen_changes_hands_too_and_ångra_takes_it_back(council: OpenCouncil) -> None:
    take_over(council, "Lena Marklund", 3, role=SECRETARY)
    assert [(one.name, one.sections) for one in printed(council).secretaries] == [
        ("Anna Sjöberg", "§§ 1–2"),
        ("Lena Marklund", "§§ 3–8"),
    ]
    council.undo.undo()
    assert [(one.name, one.sections) for one in printed(council).secretaries] == [("Anna Sjöberg", "")]


def test_a_turn_follows_its_point_and_outlives_it(council: OpenCouncil) -> None:
    take_over(council, "Bo Ek", 5)
    council.meetings.move_item(point(council, 5), -2)
    assert chairs(council) == [("Eva Nordlund", "§§ 1–2"), ("Bo Ek", "§§ 3–8")]
    council.meetings.remove_item(point(council, 3))
    assert chairs(council) == [("Eva Nordlund", "§§ 1–2"), ("Bo Ek", "§§ 3–7")]


def test_turns_stay_as_they_were_once_the_meeting_is_over(council: OpenCouncil) -> None:
    take_over(council, "Bo Ek", 5)
    hold(council, meeting(council, FIRST))
    assert chairs(council) == [("Eva Nordlund", "§§ 1–4"), ("Bo Ek", "§§ 5–8")]


def test_a_point_of_another_meeting_and_a_verifier_in_turns_are_refused(council: OpenCouncil) -> None:
    meeting_id = meeting(council, FIRST)
    bo = attendee(council, meeting_id, "Bo Ek")
    with pytest.raises(NotFound):
        council.room.take_over(meeting_id, CHAIR, bo, from_item_id=9_999)
    with pytest.raises(Refused, match="hela protokollet"):
        council.room.take_over(meeting_id, VERIFIER, bo, from_item_id=point(council, 2))
    assert chairs(council) == [("Eva Nordlund", "")]


@pytest.mark.parametrize(
    ("reason", "first", "last", "where"),
    [
        (SpanReason.CONFLICT, 5, 5, "punkt 5"),
        (SpanReason.LATE, 3, None, "punkt 1–2"),
        (SpanReason.LEFT, None, 6, "punkt 7–8"),
    ],
)
def test_a_chair_who_is_out_of_the_room_is_told_of_with_who_could_lead(
    council: OpenCouncil, reason: SpanReason, first: int | None, last: int | None, where: str
) -> None:
    meeting_id = meeting(council, FIRST)
    council.room.set_span(
        meeting_id,
        attendee(council, meeting_id, "Eva Nordlund"),
        reason,
        from_item_id=point(council, first) if first else None,
        to_item_id=point(council, last) if last else None,
    )
    gone = chair_is_gone(council.room.room(meeting_id))
    assert [(one.where, one.stand_in.name) for one in gone] == [(where, "Bo Ek")]
    lacks = [lack.text for lack in council.room.checklist(meeting_id)]
    assert f"Eva Nordlund leder {where} men är inte med där." in lacks
    end = None if gone[0].to_the_end else gone[0].last.id
    council.room.take_over(meeting_id, CHAIR, gone[0].stand_in, from_item_id=gone[0].first.id, to_item_id=end)
    assert chair_is_gone(council.room.room(meeting_id)) == ()


def test_a_vice_chair_with_the_same_jäv_is_not_proposed(council: OpenCouncil) -> None:
    meeting_id = meeting(council, FIRST)
    for name in ("Eva Nordlund", "Bo Ek"):
        council.room.set_span(
            meeting_id,
            attendee(council, meeting_id, name),
            SpanReason.CONFLICT,
            from_item_id=point(council, 5),
            to_item_id=None,
        )
    (gone,) = chair_is_gone(council.room.room(meeting_id))
    assert gone.stand_in is None


def test_place_day_and_time_of_the_verification_stand_in_the_minutes(council: OpenCouncil) -> None:
    meeting_id = meeting(council, FIRST)
    council.meetings.change(
        meeting_id,
        verification_place="Kommunhuset",
        verification_day=date(2026, 3, 20),
        verification_time=time(10),
    )
    for name in ("Mats Lindgren", "Lena Marklund"):
        council.room.set_role(meeting_id, VERIFIER, attendee(council, meeting_id, name).person_id)
    facts = printed(council)
    assert (facts.verification_place, facts.verification_day, facts.verification_time) == (
        "Kommunhuset",
        date(2026, 3, 20),
        time(10),
    )
    assert [one.name for one in facts.verifiers] == ["Mats Lindgren", "Lena Marklund"]
    assert "Val av justerare" in titles(council, meeting_id)
    text = next(one.text for one in facts.items if one.title == "Val av justerare")
    assert (
        text == "Mats Lindgren och Lena Marklund utses att justera protokollet tillsammans med ordföranden."
    )
    assert item(council, meeting_id, "Val av justerare")
