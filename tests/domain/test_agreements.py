"""How far an agreement has come, what is left of it, and when it is spoken of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from trygghetsrad.domain.agreement_reminders import agreement_days, agreement_gaps
from trygghetsrad.domain.agreements import (
    Agreement,
    AgreementState,
    Party,
    agreement_state,
    days_left,
    next_period,
    renewed_title,
    time_left,
)

SIGNED = date(2023, 1, 10)


def an_agreement(*, number: int = 1, signed_on: date | None = SIGNED, **facts: object) -> Agreement:
    parties = tuple(
        Party(id=n, uid=f"p{n}", name=name, signed_on=signed_on)
        for n, name in enumerate(("Norrmyra kommun", "Polisen"), start=1)
    )
    usual = Agreement(
        id=number,
        uid=f"a{number}",
        title="Samverkan",
        starts=date(2023, 2, 1),
        ends=date(2027, 1, 31),
        purposes="Minska brotten",
        areas="Trafik",
        parties=parties,
    )
    return replace(usual, **facts)


@pytest.mark.parametrize(
    ("today", "left"),
    [
        (date(2023, 1, 20), "börjar 2023-02-01"),
        (date(2023, 2, 1), "3 år kvar"),
        (date(2024, 2, 1), "35 månader kvar"),
        (date(2026, 5, 31), "8 månader kvar"),
        (date(2026, 11, 30), "2 månader kvar"),
        (date(2026, 12, 1), "61 dagar kvar"),
        (date(2027, 1, 30), "1 dag kvar"),
        (date(2027, 1, 31), "slutar i dag"),
        (date(2027, 2, 1), "löpte ut 2027-01-31"),
    ],
)
def test_time_left_is_said_in_months_and_near_the_end_in_days(today: date, left: str) -> None:
    assert time_left(an_agreement(), today) == left


def test_without_an_end_it_holds_until_further_notice() -> None:
    agreement = an_agreement(ends=None)
    assert agreement_state(agreement, date(2040, 1, 1)) is AgreementState.VALID
    assert (time_left(agreement, date(2040, 1, 1)), days_left(agreement, SIGNED)) == ("tills vidare", None)


def test_a_signature_to_come_is_none_yet() -> None:
    assert agreement_state(an_agreement(), date(2023, 1, 9)) is AgreementState.SENT


def test_one_with_a_single_party_is_never_signed() -> None:
    alone = an_agreement(parties=(Party(id=1, uid="p1", name="Norrmyra kommun", signed_on=SIGNED),))
    assert alone.signed_on is None
    assert agreement_state(alone, date(2024, 1, 1)) is AgreementState.SENT


def test_an_endless_one_is_replaced_when_the_new_one_begins() -> None:
    agreement = an_agreement(ends=None, replaced_by_id=2, replaced_from=date(2026, 1, 1))
    assert agreement_state(agreement, date(2025, 12, 31)) is AgreementState.VALID
    assert agreement_state(agreement, date(2026, 1, 1)) is AgreementState.REPLACED


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((date(2023, 1, 1), date(2026, 12, 31)), (date(2027, 1, 1), date(2030, 12, 31))),
        ((date(2024, 3, 1), date(2026, 2, 28)), (date(2026, 3, 1), date(2028, 2, 29))),
        ((date(2026, 1, 10), date(2026, 1, 20)), (date(2026, 1, 21), date(2026, 1, 31))),
        ((None, date(2026, 6, 30)), (date(2026, 7, 1), None)),
        ((date(2026, 1, 1), None), (SIGNED, None)),
    ],
)
def test_the_next_period_follows_and_is_as_long(
    old: tuple[date | None, date | None], new: tuple[date, date | None]
) -> None:
    assert next_period(*old, SIGNED) == new


def test_years_in_a_title_move_and_other_numbers_stay() -> None:
    old, new = (date(2023, 1, 1), date(2026, 12, 31)), (date(2027, 1, 1), date(2030, 12, 31))
    assert renewed_title("Samverkan 2023–2026, lag 2023:196", old, new) == "Samverkan 2027–2030, lag 2023:196"
    assert renewed_title("Avtal 12", old, new) == "Avtal 12"


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 1, 30), None),
        (date(2026, 1, 31), "Samverkan slutar inom 12 månader"),
        (date(2026, 7, 31), "Samverkan slutar inom 6 månader"),
        (date(2026, 10, 31), "Samverkan slutar inom 3 månader"),
        (date(2027, 2, 1), None),
    ],
)
def test_an_agreement_is_spoken_of_a_year_before_its_end(today: date, words: str | None) -> None:
    gaps = agreement_gaps([an_agreement()], today)
    assert [gap.text for gap in gaps] == ([words] if words else [])


def test_one_that_somebody_carries_on_is_not_spoken_of() -> None:
    new = an_agreement(number=2, signed_on=date(2026, 6, 1), starts=date(2027, 2, 1), ends=date(2031, 1, 31))
    assert agreement_gaps([an_agreement(), new], date(2026, 11, 1)) == ()
    assert [day.day for day in agreement_days([an_agreement(), new])][-1] == date(2031, 1, 31)


def test_one_that_lives_on_its_clause_is_spoken_of_until_a_new_one_is_signed() -> None:
    (gap,) = agreement_gaps([an_agreement(extends=True)], date(2027, 3, 1))
    assert (gap.text, gap.kind, gap.item_id) == ("Samverkan löpte ut 2027-01-31", "agreement", 1)


def test_the_wheel_gets_three_reminders_and_the_end() -> None:
    days = agreement_days([an_agreement()])
    assert [(one.day, one.what) for one in days] == [
        (date(2026, 10, 31), "Samverkan slutar om 3 månader"),
        (date(2026, 7, 31), "Samverkan slutar om 6 månader"),
        (date(2026, 1, 31), "Samverkan slutar om 12 månader"),
        (date(2027, 1, 31), "Samverkan slutar"),
    ]
    assert agreement_days([an_agreement(signed_on=None)]) == []
