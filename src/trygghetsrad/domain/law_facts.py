"""What a council has to show for itself when it is held against the Act (2023:196)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class PicturePart(StrEnum):
    """The three parts of a lägesbild (4 §)."""

    MAPPING = "kartläggning"
    OTHER_INFORMATION = "annan information"
    ANALYSIS = "analys"


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFact:
    """One version of the lägesbild; without a day it is a draft."""

    id: int | None = None
    attachment_id: int | None = None
    title: str = "Lägesbild"
    established_on: date | None = None
    by: str = ""
    section: str = ""
    dnr: str = ""
    superseded: bool = False
    """A later version has taken its place; it still tells that there was one."""
    lacks: frozenset[PicturePart] = frozenset()
    """Parts nobody has written; a file that was dropped in lacks none as far as is known."""
    holds_positions: bool = False
    """A dropped file that, as the coordinator has said, takes positions itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionFact:
    """What the latest lägesbild decided about one problem, and why (3 §)."""

    problem_id: int | None = None
    problem: str
    position: str = ""
    motivation: str = ""

    @property
    def is_taken(self) -> bool:
        return bool(self.position.strip() and self.motivation.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFact:
    """One åtgärdsplan; without a day it is a draft."""

    id: int | None = None
    attachment_id: int | None = None
    title: str = "Åtgärdsplan"
    adopted_on: date | None = None
    by: str = ""
    section: str = ""
    dnr: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpFact:
    """A follow-up of the plan that is finished."""

    id: int | None = None
    title: str = "Uppföljning av åtgärdsplanen"
    day: date
    by: str = ""
    section: str = ""
    dnr: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLinkFact:
    """Another plan that the work is coordinated with (7 §)."""

    id: int | None = None
    what: str
    day: date | None = None
    dnr: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureFact:
    """A party of an agreement, and when it signed."""

    party: str
    signed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFact:
    """An agreement on cooperation (9 §), from first draft to its end."""

    id: int | None = None
    attachment_id: int | None = None
    title: str = "Överenskommelse om samverkan"
    parties: tuple[SignatureFact, ...] = ()
    purposes: str = ""
    areas: str = ""
    starts: date | None = None
    ends: date | None = None
    extends_until_new: bool = False
    """The clause "förlängs tills ny tecknats"."""
    replaced_by_id: int | None = None
    drafted_on: date | None = None
    sent_on: date | None = None
    section: str = ""
    dnr: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFact:
    """A meeting that was held or is planned; cancelled ones are left out."""

    id: int | None = None
    label: str
    day: date
    held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChairFact:
    """Who chairs the council, and whether that person belongs to the municipality (10 §)."""

    name: str
    organisation: str
    is_municipal: bool
    person_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RepresentationFact:
    """An organisation beside the municipality, and who comes from it (10 §)."""

    organisation: str
    organisation_id: int | None = None
    leading: bool | None = None
    """Whether somebody in a leading position sits for it; None while nobody has said."""
    who: str = ""
    since: date | None = None
    vacant_seats: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationFact:
    """When an organisation was asked last (10 §)."""

    organisation: str
    tried_on: date
    id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoordinationFact:
    """Samordningsfunktionen (11 §)."""

    post: str = ""
    holder: str = ""
    percent: int | None = None
    deputy: str = ""
    since: date | None = None
    person_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationFact:
    """Something told to the inhabitants: what, where and when (12 § 3)."""

    title: str
    where: str
    day: date
    id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFact:
    """A report to kommunfullmäktige (13 §); without a day it is on its way."""

    id: int | None = None
    attachment_id: int | None = None
    title: str = "Rapport till kommunfullmäktige"
    day: date | None = None
    section: str = ""
    dnr: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LawFacts:
    """Everything Lagkollen reads."""

    pictures: tuple[PictureFact, ...] = ()
    positions: tuple[PositionFact, ...] = ()
    """Of the latest lägesbild, established or not."""
    plans: tuple[PlanFact, ...] = ()
    follow_ups: tuple[FollowUpFact, ...] = ()
    plan_links: tuple[PlanLinkFact, ...] = ()
    agreements: tuple[AgreementFact, ...] = ()
    chair: ChairFact | None = None
    meetings: tuple[MeetingFact, ...] = ()
    representations: tuple[RepresentationFact, ...] = ()
    invitations: tuple[InvitationFact, ...] = ()
    coordination: CoordinationFact = field(default_factory=CoordinationFact)
    contact_point: str = ""
    publications: tuple[PublicationFact, ...] = ()
    reports: tuple[ReportFact, ...] = ()
    responsible_board: str = ""
    answered: frozenset[str] = frozenset()
    """Keys of the rows somebody has answered; a row with nothing to show is otherwise "inte ifyllt"."""
