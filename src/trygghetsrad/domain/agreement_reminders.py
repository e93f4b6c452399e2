"""When an agreement is spoken of before its end: 12, 6 and 3 months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.agreements import AgreementState, agreement_fact, agreement_state, span_left
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.gaps import Gap
from trygghetsrad.domain.law_agreements import is_carried_on
from trygghetsrad.domain.law_clock import AGREEMENT_STEPS, agreement_step, months_after
from trygghetsrad.domain.papers.wheel import WheelDay, WheelMark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from trygghetsrad.domain.agreements import Agreement

GAP_KIND = "agreement"


def agreement_gaps(agreements: Sequence[Agreement], today: date) -> tuple[Gap, ...]:
    """Return what is to be thought of: an agreement that ends, or one that lives on its clause alone."""
    return (*_ending(agreements, today), *_past_their_end(agreements, today))


def agreement_days(agreements: Sequence[Agreement]) -> list[WheelDay]:
    """Return the reminders and the end of each signed agreement that no other carries on."""
    days = []
    for one, ends in _to_renew(agreements):
        days += [
            WheelDay(
                day=months_after(ends, -months),
                mark=WheelMark.OTHER,
                what=f"{one.title} slutar om {months} månader",
                about=f"Gäller till och med {iso(ends)}",
            )
            for months in AGREEMENT_STEPS
        ]
        days.append(WheelDay(day=ends, mark=WheelMark.OTHER, what=f"{one.title} slutar"))
    return days


def _to_renew(agreements: Sequence[Agreement]) -> Iterator[tuple[Agreement, date]]:
    """Yield the signed ones with an end that nobody carries on."""
    facts = tuple(agreement_fact(one) for one in agreements)
    for one, fact in zip(agreements, facts, strict=True):
        if one.signed_on and one.ends and not is_carried_on(fact, facts):
            yield one, one.ends


def _ending(agreements: Sequence[Agreement], today: date) -> Iterator[Gap]:
    for one, ends in _to_renew(agreements):
        step = agreement_step(ends, today)
        if step and agreement_state(one, today) is AgreementState.VALID:
            yield Gap(
                text=f"{one.title} slutar inom {step} månader",
                caption=f"Gäller till och med {iso(ends)}, {span_left(ends, today)}",
                kind=GAP_KIND,
                item_id=one.id,
            )


def _past_their_end(agreements: Sequence[Agreement], today: date) -> Iterator[Gap]:
    for one in agreements:
        if one.ends and one.ends < today and agreement_state(one, today) is AgreementState.VALID:
            yield Gap(
                text=f"{one.title} löpte ut {iso(one.ends)}",
                caption="Gäller enligt sin text tills en ny har tecknats",
                kind=GAP_KIND,
                item_id=one.id,
            )
