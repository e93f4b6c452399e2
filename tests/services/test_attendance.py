"""Who is at a meeting, for whom, from and to which point, and whether they are enough."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

import norrmyra
from norrmyra import FIRST, SECOND, TODAY, attendee, item, meeting, person
from trygghetsrad.domain.council import QuorumRule
from trygghetsrad.domain.meetings import Capacity, Presence, RoleAtMeeting, SpanReason
from trygghetsrad.domain.people import SeatRole

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil

AWAY = (Presence.EXCUSED, Presence.ABSENT)


@pytest.fixture
def first(council: OpenCouncil) -> int:
    return meeting(council, FIRST)


def names(council: OpenCouncil, meeting_id: int) -> list[str]:
    return [one.name for one in council.room.room(meeting_id).attendees]


def lacks(council: OpenCouncil, meeting_id: int) -> list[str]:
    return [one.text for one in council.room.checklist(meeting_id)]


def role(council: OpenCouncil, meeting_id: int, which: RoleAtMeeting) -> list[str]:
    return [one.name for one in council.room.room(meeting_id).holders(which)]


def test_every_member_is_there_until_somebody_says_otherwise(council: OpenCouncil, first: int) -> None:
    room = council.room.room(first)
    assert [(one.name, one.presence, one.capacity) for one in room.attendees] == [
        ("Eva Nordlund", Presence.PRESENT, Capacity.MEMBER),
        ("Bo Ek", Presence.PRESENT, Capacity.MEMBER),
        ("Mats Lindgren", Presence.PRESENT, Capacity.MEMBER),
        ("Lena Marklund", Presence.PRESENT, Capacity.MEMBER),
        ("Karin Öhman", Presence.ABSENT, Capacity.IDLE_SUBSTITUTE),
        ("Anna Sjöberg", Presence.PRESENT, Capacity.OFFICER),
    ]
    assert all(one.id is None for one in room.attendees), "nothing is written until it is needed"


def test_who_joins_before_the_meeting_is_expected_and_who_joins_after_is_not(
    council: OpenCouncil, first: int
) -> None:
    council.room.set_presence(first, attendee(council, first, "Bo Ek"), Presence.EXCUSED)
    council.people.add_member("Före", "Mötet", SeatRole.MEMBER, date(2026, 3, 9))
    council.people.add_member("Efter", "Mötet", SeatRole.MEMBER, date(2026, 3, 11))
    assert "Före Mötet" in names(council, first)
    assert "Efter Mötet" not in names(council, first)
    norrmyra.hold(council, first)
    council.people.add_member("Sent", "Påkommen", SeatRole.MEMBER, date(2026, 3, 1))
    assert "Sent Påkommen" not in names(council, first)
    assert "Sent Påkommen" in names(council, meeting(council, SECOND))


def test_who_leaves_or_is_removed_stays_in_the_meetings_that_were(council: OpenCouncil, first: int) -> None:
    norrmyra.hold(council, first)
    council.people.remove_person(person(council, "Mats Lindgren"), date(2026, 4, 1))
    assert "Mats Lindgren" in names(council, first)
    assert "Mats Lindgren" not in names(council, meeting(council, SECOND))
    assert "Mats Lindgren" in {one.name for one in council.minutes.draft(first).attendance.members}


def test_a_new_name_does_not_reach_back_to_meetings_that_were(council: OpenCouncil, first: int) -> None:
    norrmyra.hold(council, first)
    council.people.change_person(person(council, "Lena Marklund"), family_name="Nygift")
    assert "Lena Marklund" in names(council, first)
    assert "Lena Nygift" in names(council, meeting(council, SECOND))


def test_somebody_with_two_seats_comes_once_in_the_higher(council: OpenCouncil, first: int) -> None:
    council.people.give_seat(person(council, "Eva Nordlund"), SeatRole.MEMBER, date(2026, 1, 1))
    council.people.give_seat(person(council, "Karin Öhman"), SeatRole.MEMBER, date(2026, 1, 1))
    assert names(council, first).count("Eva Nordlund") == 1
    assert attendee(council, first, "Eva Nordlund").role is SeatRole.CHAIR
    assert attendee(council, first, "Karin Öhman").capacity is Capacity.MEMBER


@pytest.mark.parametrize("presence", AWAY)
def test_the_vice_chair_takes_over_when_the_chair_is_away(
    council: OpenCouncil, first: int, presence: Presence
) -> None:
    council.room.set_presence(first, attendee(council, first, "Eva Nordlund"), presence)
    assert role(council, first, RoleAtMeeting.CHAIR) == ["Bo Ek"]
    council.room.set_presence(first, attendee(council, first, "Bo Ek"), presence)
    assert role(council, first, RoleAtMeeting.CHAIR) == []
    assert "Mötet saknar ordförande." in lacks(council, first)


def test_who_led_a_meeting_is_written_down_when_it_ends(council: OpenCouncil, first: int) -> None:
    norrmyra.hold(council, first)
    council.people.remove_person(person(council, "Eva Nordlund"), date(2026, 4, 1))
    assert role(council, first, RoleAtMeeting.CHAIR) == ["Eva Nordlund"]
    assert role(council, first, RoleAtMeeting.SECRETARY) == ["Anna Sjöberg"]


def test_a_chosen_chair_stands_before_the_register(council: OpenCouncil, first: int) -> None:
    council.room.set_role(first, RoleAtMeeting.CHAIR, person(council, "Mats Lindgren"))
    council.room.set_role(first, RoleAtMeeting.CHAIR, None, "Gäst Gästsson")
    assert role(council, first, RoleAtMeeting.CHAIR) == ["Gäst Gästsson"]
    council.room.clear_role(first, RoleAtMeeting.CHAIR)
    assert role(council, first, RoleAtMeeting.CHAIR) == ["Eva Nordlund"]


def test_verifiers_may_be_several_and_each_once(council: OpenCouncil, first: int) -> None:
    mats = person(council, "Mats Lindgren")
    for _ in range(2):
        council.room.set_role(first, RoleAtMeeting.VERIFIER, mats)
        council.room.set_role(first, RoleAtMeeting.VERIFIER, None, "Gäst Gästsson")
        council.room.set_role(first, RoleAtMeeting.VERIFIER, None, "Annan Gäst")
    assert role(council, first, RoleAtMeeting.VERIFIER) == ["Mats Lindgren", "Gäst Gästsson", "Annan Gäst"]
    council.room.clear_role(first, RoleAtMeeting.VERIFIER, name="Annan Gäst")
    council.room.clear_role(first, RoleAtMeeting.VERIFIER, mats)
    assert role(council, first, RoleAtMeeting.VERIFIER) == ["Gäst Gästsson"]


def test_a_verifier_who_is_away_or_leads_is_pointed_out(council: OpenCouncil, first: int) -> None:
    for name in ("Mats Lindgren", "Eva Nordlund"):
        council.room.set_role(first, RoleAtMeeting.VERIFIER, person(council, name))
    council.room.set_presence(first, attendee(council, first, "Mats Lindgren"), Presence.EXCUSED)
    assert "Mats Lindgren är justerare men markerad som frånvarande." in lacks(council, first)
    assert "Eva Nordlund är både ordförande och justerare." in lacks(council, first)


# -- substitutes -----------------------------------------------------------------------------------


@pytest.fixture
def served(council: OpenCouncil, first: int) -> int:
    council.room.serve(
        first, attendee(council, first, "Karin Öhman"), attendee(council, first, "Lena Marklund")
    )
    return first


def test_a_substitute_serves_for_one_who_is_away(council: OpenCouncil, served: int) -> None:
    karin, lena = attendee(council, served, "Karin Öhman"), attendee(council, served, "Lena Marklund")
    assert (karin.presence, karin.capacity) == (Presence.PRESENT, Capacity.SERVING_SUBSTITUTE)
    assert (karin.serves_for, karin.serves_for_id) == ("Lena Marklund", lena.id)
    assert lena.presence is Presence.EXCUSED
    assert council.room.substitutes(served) == ()
    facts = council.minutes.draft(served).attendance
    assert [(one.name, one.substitutes_for) for one in facts.serving_substitutes] == [
        ("Karin Öhman", "Lena Marklund")
    ]


def test_when_the_member_comes_after_all_the_substitute_waits_again(
    council: OpenCouncil, served: int
) -> None:
    council.room.set_presence(served, attendee(council, served, "Lena Marklund"), Presence.REMOTE)
    karin = attendee(council, served, "Karin Öhman")
    assert (karin.capacity, karin.serves_for, karin.presence) == (
        Capacity.IDLE_SUBSTITUTE,
        "",
        Presence.PRESENT,
    )


@pytest.mark.parametrize("presence", AWAY)
def test_a_substitute_who_goes_no_longer_serves(
    council: OpenCouncil, served: int, presence: Presence
) -> None:
    council.room.set_presence(served, attendee(council, served, "Karin Öhman"), presence)
    karin = attendee(council, served, "Karin Öhman")
    assert (karin.capacity, karin.serves_for_id) == (Capacity.IDLE_SUBSTITUTE, None)


def test_only_one_serves_for_each(council: OpenCouncil, served: int) -> None:
    council.people.add_member("Per", "Nyman", SeatRole.SUBSTITUTE, date(2026, 1, 1))
    council.room.serve(
        served, attendee(council, served, "Per Nyman"), attendee(council, served, "Lena Marklund")
    )
    assert attendee(council, served, "Per Nyman").capacity is Capacity.SERVING_SUBSTITUTE
    assert attendee(council, served, "Karin Öhman").capacity is Capacity.IDLE_SUBSTITUTE


# -- guests and spans ------------------------------------------------------------------------------


def test_a_guest_is_of_this_meeting_alone(council: OpenCouncil, first: int) -> None:
    council.room.add_guest(first, "Gäst Gästsson ", "Länsstyrelsen", Capacity.PRESENTER)
    guest = attendee(council, first, "Gäst Gästsson")
    assert (guest.organisation, guest.capacity, guest.counts) == ("Länsstyrelsen", Capacity.PRESENTER, False)
    assert "Gäst Gästsson" not in names(council, meeting(council, SECOND))
    council.room.remove_guest(guest)
    assert "Gäst Gästsson" not in names(council, first)


def printed(council: OpenCouncil, meeting_id: int, name: str) -> str:
    facts = council.minutes.draft(meeting_id).attendance
    return next(one.sections for one in (*facts.members, *facts.others) if one.name == name)


def span(
    council: OpenCouncil, meeting_id: int, reason: SpanReason, first: int | None, last: int | None
) -> None:
    points = council.meetings.agenda(meeting_id)
    council.room.set_span(
        meeting_id,
        attendee(council, meeting_id, "Mats Lindgren"),
        reason,
        from_item_id=points[first - 1].id if first else None,
        to_item_id=points[last - 1].id if last else None,
    )


def test_late_and_early_are_told_with_their_paragraphs(council: OpenCouncil, first: int) -> None:
    span(council, first, SpanReason.LATE, 3, None)
    span(council, first, SpanReason.LEFT, None, 6)
    assert printed(council, first, "Mats Lindgren") == "fr.o.m. § 3, t.o.m. § 6"
    span(council, first, SpanReason.LATE, 4, None)
    assert printed(council, first, "Mats Lindgren") == "t.o.m. § 6, fr.o.m. § 4"
    council.room.clear_spans(attendee(council, first, "Mats Lindgren"))
    assert printed(council, first, "Mats Lindgren") == ""


def test_a_conflict_of_interest_is_told_with_the_person_and_with_the_matter(
    council: OpenCouncil, first: int
) -> None:
    span(council, first, SpanReason.CONFLICT, 4, None)
    span(council, first, SpanReason.CONFLICT, 6, 7)
    assert printed(council, first, "Mats Lindgren") == "jäv § 4, jäv §§ 6–7"
    told = [one.disqualified for one in council.minutes.draft(first).items]
    assert [bool(one) for one in told] == [False, False, False, True, False, True, True, False]
    assert told[3] == "På grund av jäv deltar inte Mats Lindgren i ärendet."


def test_a_span_whose_point_is_gone_says_only_why(council: OpenCouncil, first: int) -> None:
    span(council, first, SpanReason.LATE, 3, None)
    council.meetings.remove_item(council.meetings.agenda(first)[2].id)
    assert printed(council, first, "Mats Lindgren") == "kom senare"


def test_points_of_another_meeting_say_nothing_here(council: OpenCouncil, first: int) -> None:
    from trygghetsrad.domain.errors import NotFound

    other = council.meetings.agenda(meeting(council, SECOND))[0].id
    with pytest.raises(NotFound, match="Punkten"):
        council.room.set_span(
            first,
            attendee(council, first, "Mats Lindgren"),
            SpanReason.LATE,
            from_item_id=other,
            to_item_id=None,
        )


@pytest.mark.parametrize(("away", "enough"), [(0, True), (1, True), (2, False), (3, False), (4, False)])
def test_more_than_half_must_be_there_where_the_rules_say_so(
    council: OpenCouncil, first: int, away: int, enough: bool
) -> None:
    for name in ("Eva Nordlund", "Bo Ek", "Mats Lindgren", "Lena Marklund")[:away]:
        council.room.set_presence(first, attendee(council, first, name), Presence.EXCUSED)
    warning = "Högst hälften av ledamöterna deltog."
    assert warning not in lacks(council, first)
    council.council.change(quorum=QuorumRule.HALF)
    assert (warning in lacks(council, first)) is not enough


def test_a_serving_substitute_fills_the_seat(council: OpenCouncil, first: int) -> None:
    council.council.change(quorum=QuorumRule.HALF)
    council.room.set_presence(first, attendee(council, first, "Bo Ek"), Presence.EXCUSED)
    council.room.serve(
        first, attendee(council, first, "Karin Öhman"), attendee(council, first, "Lena Marklund")
    )
    assert "Högst hälften av ledamöterna deltog." not in lacks(council, first)


# -- times -----------------------------------------------------------------------------------------


def test_a_meeting_that_goes_on_is_not_begun_anew(council: OpenCouncil, first: int) -> None:
    council.room.start(first, time(13, 2))
    council.room.start(first, time(13, 40))
    assert council.meetings.get(first).started == time(13, 2)
    assert council.meetings.get(first).is_ongoing


def test_a_meeting_ended_too_early_goes_on_and_ends_again(council: OpenCouncil, first: int) -> None:
    norrmyra.hold(council, first)
    council.room.reopen(first)
    assert council.meetings.get(first).is_ongoing
    council.room.end(first, time(15, 30))
    held = council.meetings.get(first)
    assert (held.started, held.ended) == (time(13, 2), time(15, 30))
    assert len(council.room.room(first).holders(RoleAtMeeting.CHAIR)) == 1


def test_a_meeting_nobody_started_began_when_it_should(council: OpenCouncil, first: int) -> None:
    council.room.end(first, time(14, 50))
    assert council.meetings.get(first).started == time(13)


def test_an_item_without_text_an_action_without_owner_are_on_the_checklist(
    council: OpenCouncil, first: int
) -> None:
    point = item(council, first, "Lägesbild från polisen")
    council.room.add_action(point, "Laga lampan", TODAY)
    told = lacks(council, first)
    assert "Åtgärden ”Laga lampan” saknar ansvarig och datum." in told
    assert "Punkt 4, Uppföljning av åtgärder, saknar text." in told
    assert "Punkt 5, Lägesbild från polisen, saknar text." not in told
    assert "Ingen justerare är vald." in told
