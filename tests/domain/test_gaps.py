"""What is still missing in a council, said in the order it matters."""

from __future__ import annotations

import dataclasses
from datetime import date, time
from typing import TYPE_CHECKING

from trygghetsrad.domain.actions import Action, ActionStatus
from trygghetsrad.domain.council import Council, MinutesKind, PresentHeading, QuorumRule
from trygghetsrad.domain.gaps import gaps
from trygghetsrad.domain.invitations import Absent, Turnout
from trygghetsrad.domain.meetings import Meeting, MeetingKind, MeetingState
from trygghetsrad.domain.numbering import NumberingRule
from trygghetsrad.domain.people import Member, OrganisationKind, Person, Seat, SeatRole

if TYPE_CHECKING:
    from collections.abc import Sequence

TODAY = date(2026, 11, 23)
COUNCIL = Council(
    municipality_code="9999",
    municipality_name="Norrmyra",
    file_pattern="{datum} {dokument} {möte}",
    name="Trygghetsrådet",
    street="Storgatan 12",
    postcode="935 00",
    city="Norrmyra",
    phone="",
    email="",
    web="",
    logo="abc",
    numbering=NumberingRule.YEAR,
    minutes_kind=MinutesKind.PROTOCOL,
    present_heading=PresentHeading.MEMBERS,
    quorum=QuorumRule.NONE,
    meeting_word="möte",
    agenda_word="dagordning",
    items_days=28,
    material_days=14,
    notice_days=10,
    verification_days=14,
    usual_place="",
    usual_link="",
    usual_start=time(13),
    usual_end=time(15),
    usual_weekday=1,
    avoid_weeks="",
    avoid_days="",
    is_example=False,
    created_on=TODAY,
)


def a_member(
    number: int, role: SeatRole = SeatRole.MEMBER, *, email: str = "namn@norrmyra.example"
) -> Member:
    person = Person(id=number, uid=f"p{number}", given_name="Eva", family_name=f"Nord{number}", email=email)
    return dataclasses.replace(a_vacant_seat(number), seat=_seat(number, role), person=person)


def a_vacant_seat(number: int) -> Member:
    return Member(seat=_seat(number, SeatRole.MEMBER), appointment=None, person=None)


def _seat(number: int, role: SeatRole) -> Seat:
    return Seat(
        id=number,
        uid=f"s{number}",
        role=role,
        organisation_id=1,
        organisation="Polisen",
        organisation_kind=OrganisationKind.POLICE,
    )


def a_meeting(day: date, place: str = "Björken", state: MeetingState = MeetingState.PLANNED) -> Meeting:
    return Meeting(
        id=4,
        uid="m4",
        day=day,
        starts=time(13),
        ends=time(15),
        place=place,
        link="",
        kind=MeetingKind.ORDINARY,
        state=state,
    )


def an_action(number: int, **details: object) -> Action:
    usual = {"due": TODAY, "owner": "Eva Nordlund"}
    return Action(
        id=number,
        uid=f"a{number}",
        what=f"Åtgärd {number}",
        status=ActionStatus.PLANNED,
        **(usual | details),  # type: ignore[arg-type]
    )


FULL = (a_member(1, SeatRole.CHAIR), a_member(2, SeatRole.SECRETARY))
AHEAD = (a_meeting(date(2026, 12, 8)),)


def found(
    council: Council = COUNCIL,
    members: Sequence[Member] = FULL,
    actions: Sequence[Action] = (),
    meetings: Sequence[Meeting] = AHEAD,
) -> list[tuple[str, str, int]]:
    return [(gap.text, gap.kind, gap.item_id) for gap in gaps(council, members, actions, meetings, TODAY)]


def test_a_council_that_has_everything_has_no_gaps():
    assert found() == []


def test_only_meetings_to_come_count_as_planned():
    past = a_meeting(date(2026, 9, 9), state=MeetingState.HELD)
    cancelled = a_meeting(date(2026, 12, 8), state=MeetingState.CANCELLED)
    assert found(meetings=(past, cancelled)) == [("Inga möten är planerade", "plan", 0)]


def test_a_meeting_without_place_or_link_is_named_and_led_to():
    assert found(meetings=(a_meeting(date(2026, 12, 8), place=" "),)) == [
        ("Möte prel. 1/2026 saknar plats", "meeting", 4)
    ]


def test_one_person_without_address_is_led_to_several_to_the_list():
    one = (*FULL, a_member(3, email=""))
    assert found(members=one) == [("1 person saknar e-postadress", "member", 3)]
    two = (*one, a_member(4, email=""))
    assert found(members=two) == [("2 personer saknar e-postadress", "members", 0)]


def test_a_person_with_protected_data_is_never_asked_for_an_address():
    hidden = a_member(3, email="")
    assert hidden.person is not None
    hidden = dataclasses.replace(hidden, person=dataclasses.replace(hidden.person, protected=True))
    assert found(members=(*FULL, hidden)) == []


def test_vacant_seats_and_missing_chair_show():
    members = (a_member(2, SeatRole.SECRETARY), a_vacant_seat(3))
    assert [text for text, _kind, _id in found(members=members)] == [
        "Ordförande saknas",
        "1 plats är vakant",
    ]


def test_actions_without_day_or_owner_are_counted():
    actions = (an_action(1, due=None), an_action(2, owner=""), an_action(3, owner=""))
    assert found(actions=actions) == [
        ("1 åtgärd saknar datum", "action", 1),
        ("2 åtgärder saknar ansvarig", "actions", 0),
    ]


def test_address_and_logo_come_last():
    bare = dataclasses.replace(COUNCIL, street="", city="", logo="")
    assert [text for text, _kind, _id in found(council=bare)] == [
        "Kommunens adress saknas",
        "Kommunens logotyp saknas",
    ]


def test_many_names_are_cut_after_three():
    members = (*FULL, *(a_member(number, email="") for number in range(3, 8)))
    (gap,) = gaps(COUNCIL, members, (), AHEAD, TODAY)
    assert gap.caption == "Eva Nord3, Eva Nord4, Eva Nord5 och 2 till"


def test_an_organisation_that_has_stopped_coming_is_told_with_the_letter_at_hand() -> None:
    missed = tuple(Turnout(day=TODAY, meeting=f"Möte {number}/2026", came=False) for number in (2, 3))
    absent = Absent(organisation_id=7, organisation="Polisen", missed=missed)
    found = [one for one in gaps(COUNCIL, (), (), (), TODAY, (absent,)) if "Polisen" in one.text]
    assert [(one.text, one.kind, one.item_id) for one in found] == [
        ("2 möten utan Polisen", "paper:representation", 7)
    ]
