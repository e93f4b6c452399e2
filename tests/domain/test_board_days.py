"""The days of the boards, read as they are pasted from an e-mail, a web page or a table."""

from __future__ import annotations

from datetime import date

import pytest

from trygghetsrad.domain.board_days import read_board_days
from trygghetsrad.domain.board_matters import (
    BoardDay,
    BoardMatter,
    MatterAbout,
    MatterOutcome,
    MatterState,
    deadlines_of,
    matter_gaps,
    matter_state,
    next_board_day,
    short_body,
)

TODAY = date(2026, 11, 24)
AU, KS, KF = "kommunstyrelsens arbetsutskott", "kommunstyrelsen", "kommunfullmäktige"


def days(text: str) -> list[tuple[str, str]]:
    return [(one.body, one.day.isoformat()) for one in read_board_days(text, TODAY).days]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "KSau 2027-02-02, KS 2027-02-16, KF 2027-03-08",
            [(AU, "2027-02-02"), (KS, "2027-02-16"), (KF, "2027-03-08")],
        ),
        ("KS: 2/2 2027; 16/3 2027", [(KS, "2027-02-02"), (KS, "2027-03-16")]),
        ("Kommunstyrelsen\n2 februari 2027\n16 mars 2027", [(KS, "2027-02-02"), (KS, "2027-03-16")]),
        (
            "Sammanträdesdagar 2028\nKS 2 feb, 14 mars\nKF 28 mars",
            [(KS, "2028-02-02"), (KS, "2028-03-14"), (KF, "2028-03-28")],
        ),
        ("KF\t2027-03-08\t2027-04-19", [(KF, "2027-03-08"), (KF, "2027-04-19")]),
        ("Kommunfullmäktige måndag 8 mars 2027 kl. 18.00", [(KF, "2027-03-08")]),
        ("KS 2027-02-16 och 2027-03-16", [(KS, "2027-02-16"), (KS, "2027-03-16")]),
        ("Socialnämnden 2027-02-10", [("socialnämnden", "2027-02-10")]),
        ("KS 2027-02-16\nKS 2027-02-16", [(KS, "2027-02-16")]),
        ("ks au 2027-02-02", [(AU, "2027-02-02")]),
    ],
)
def test_days_are_read_as_they_are_written(text: str, read: list[tuple[str, str]]) -> None:
    assert days(text) == read
    assert read_board_days(text, TODAY).unknown == ()


@pytest.mark.parametrize(
    ("text", "stop"),
    [
        ("KS 2027-02-16 stopp 2027-02-01", date(2027, 2, 1)),
        ("KS 2027-02-16 (stoppdag 1 feb)", date(2027, 2, 1)),
        ("KS 2027-01-12, KF 2027-01-25 handlingar senast 14 dec", date(2026, 12, 14)),
        ("KS 2027-02-16", None),
    ],
)
def test_a_stop_day_beside_the_day_is_read_too(text: str, stop: date | None) -> None:
    read = read_board_days(text, TODAY)
    assert read.unknown == ()
    assert read.days[-1].stop_day == stop


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("KS 2027-02-30", ("KS 2027-02-30",)),
        ("2027-02-16", ("2027-02-16",)),
        ("KS 2027-02-16, fika på stan", ("fika på stan",)),
        ("hej\nKS 2027-02-16", ("hej",)),
        ("KS 2027-02-16 i Folkets hus", ("KS 2027-02-16 i Folkets hus",)),
    ],
)
def test_what_is_not_understood_is_named_as_it_was_written(text: str, unknown: tuple[str, ...]) -> None:
    assert read_board_days(text, TODAY).unknown == unknown


def test_nothing_is_read_out_of_nothing() -> None:
    assert read_board_days(" \n\n,;", TODAY) == read_board_days("", TODAY)


def a_matter(**facts: object) -> BoardMatter:
    usual = {
        "id": 1,
        "uid": "m",
        "about": MatterAbout.PLAN,
        "title": "Åtgärdsplan 2027",
        "body": KS,
        "stop_day": date(2027, 2, 1),
        "meeting_day": date(2027, 2, 16),
    }
    return BoardMatter(**{**usual, **facts})


@pytest.mark.parametrize(
    ("facts", "today", "state"),
    [
        ({}, date(2027, 2, 1), MatterState.TO_WRITE),
        ({}, date(2027, 2, 2), MatterState.LATE),
        ({"memo_on": date(2027, 1, 30)}, date(2027, 2, 16), MatterState.HANDED_IN),
        ({"memo_on": date(2027, 1, 30)}, date(2027, 2, 17), MatterState.WAITING),
        ({"outcome": MatterOutcome.RETURNED}, date(2027, 2, 17), MatterState.ANSWERED),
        ({"stop_day": None, "meeting_day": None}, date(2027, 2, 17), MatterState.TO_WRITE),
    ],
)
def test_where_a_matter_is_follows_from_its_days(
    facts: dict[str, object], today: date, state: MatterState
) -> None:
    assert matter_state(a_matter(**facts), today) is state


def test_a_matter_is_counted_back_from_its_board() -> None:
    assert [(one.what, one.day.isoformat()) for one in deadlines_of(a_matter())] == [
        ("Skriv tjänsteskrivelsen", "2027-01-25"),
        ("Handlingarna ska vara inne", "2027-02-01"),
        ("KS sammanträder", "2027-02-16"),
    ]
    assert deadlines_of(a_matter(stop_day=None, meeting_day=None)) == ()


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2027, 1, 24), None),
        (date(2027, 1, 25), "Skriv till KS senast 1 februari"),
        (date(2027, 2, 2), "Stoppdagen till KS har passerat"),
        (date(2027, 2, 17), "Vad svarade KS?"),
    ],
)
def test_it_is_said_when_something_is_to_be_done(today: date, words: str | None) -> None:
    assert [gap.text for gap in matter_gaps([a_matter()], today)] == ([words] if words else [])


def test_the_next_day_is_one_that_papers_still_reach() -> None:
    known = [
        BoardDay(id=n, uid=str(n), body=KS, day=day, stop_day=stop)
        for n, (day, stop) in enumerate(
            [(date(2026, 12, 1), date(2026, 11, 17)), (date(2027, 1, 12), date(2026, 12, 29))]
        )
    ]
    found = next_board_day(known, KS, TODAY)
    assert found is not None
    assert found.day == date(2027, 1, 12)
    assert next_board_day(known, KF, TODAY) is None


def test_a_board_of_another_name_keeps_it() -> None:
    assert (short_body(AU), short_body("socialnämnden")) == ("KSau", "Socialnämnden")
