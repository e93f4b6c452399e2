"""What a council has already when the program comes: four things, each held, not yet, or not told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from trygghetsrad.domain.board_matters import Body, MatterAbout, MatterOutcome
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.thread import newest_decided

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from trygghetsrad.domain.agreements import Agreement
    from trygghetsrad.domain.board_matters import BoardMatter
    from trygghetsrad.domain.thread import ActionPlan, SituationPicture

POLICE = "polis"
NO_ANSWER = frozenset({MatterOutcome.WAITING, MatterOutcome.REJECTED})


class Thing(StrEnum):
    """The four that are asked for at first use (practice.md 20)."""

    PICTURE = "picture"
    PLAN = "plan"
    AGREEMENT = "agreement"
    REPORT = "report"


DUTIES = {
    Thing.PICTURE: "situation_picture",
    Thing.PLAN: "action_plan",
    Thing.AGREEMENT: "agreements",
    Thing.REPORT: "reporting",
}
"""The row of Lagkollen that each answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One that exists: what it is, when and by whom, and its file if it is kept here."""

    id: int
    what: str
    day: date | None
    body: str = ""
    section: str = ""
    dnr: str = ""
    period: str = ""
    attachment_id: int | None = None

    @property
    def told(self) -> str:
        """Return "Lägesbild 2025–2027, kommunstyrelsen 2025-11-20, § 118, dnr KS 2025/204"."""
        decided = " ".join(filter(None, (self.body, iso(self.day) if self.day else "")))
        parts = (self.what, self.period, decided, self.section, f"dnr {self.dnr}" if self.dnr else "")
        return ", ".join(filter(None, parts))


def held_picture(pictures: Iterable[SituationPicture]) -> Held | None:
    """Return the lägesbild that holds now."""
    found = newest_decided(pictures)
    return _version(found, "Lägesbild") if found else None


def held_plan(plans: Iterable[ActionPlan]) -> Held | None:
    """Return the plan that holds now."""
    found = newest_decided(plans)
    return _version(found, "Åtgärdsplan") if found else None


def held_agreement(agreements: Sequence[Agreement]) -> Held | None:
    """Return the signed agreement with the police whose time ends last, else None."""
    signed = [one for one in agreements if one.signed_on and _with_police(one)]
    if not signed:
        return None
    found = max(signed, key=lambda one: (iso(one.ends) if one.ends else "9", one.id))
    return Held(
        id=found.id,
        what=found.title,
        day=found.signed_on,
        body="undertecknad",
        dnr=found.dnr,
        period=found.period,
        attachment_id=found.attachment_id,
    )


def held_report(matters: Iterable[BoardMatter]) -> Held | None:
    """Return the latest report that kommunfullmäktige has had."""
    told = [
        (iso(one.meeting_day), one.id, one)
        for one in matters
        if one.about is MatterAbout.REPORT
        and one.body.casefold() == Body.ASSEMBLY
        and one.outcome not in NO_ANSWER
        and one.meeting_day
    ]
    if not told:
        return None
    found = max(told, key=lambda one: one[:2])[2]
    return Held(
        id=found.id,
        what=found.title,
        day=found.meeting_day,
        section=found.section,
        dnr=found.dnr,
        attachment_id=found.attachment_id,
    )


def _version(found: SituationPicture | ActionPlan, what: str) -> Held:
    decided = found.decided
    return Held(
        id=found.id,
        what=f"{what} {found.period}",
        day=decided.day,
        body=decided.body,
        section=decided.section,
        dnr=decided.dnr,
        attachment_id=found.attachment_id,
    )


def _with_police(one: Agreement) -> bool:
    return any(POLICE in party.name.casefold() for party in one.parties)
