"""The living tables of the thread and of what the Act asks for: lägesbild, plan, statistics, agreements."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from trygghetsrad.domain.actions import ActionNature, Area, Rating
from trygghetsrad.domain.board_matters import MatterAbout, MatterOutcome
from trygghetsrad.domain.statistics import GeographyKind, Polarity, Source, ValueState
from trygghetsrad.domain.thread import (
    Factor,
    GoalKind,
    Influence,
    Position,
    Side,
    SightingKind,
    Standing,
    Weight,
)
from trygghetsrad.store.base import Base, Binnable, Journaled
from trygghetsrad.store.types import Facts, OneOf, SomeOf

# -- the thread -----------------------------------------------------------------------------------


class ProblemRow(Binnable, Base):
    __tablename__ = "problem"

    title: Mapped[str]
    place: Mapped[int]
    focus: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(default="")
    areas: Mapped[frozenset[Area]] = mapped_column(SomeOf(Area), default=frozenset({Area.CRIME_PREVENTION}))
    closed_on: Mapped[date | None]
    closed_because: Mapped[str] = mapped_column(default="")
    joined_to_id: Mapped[int | None] = mapped_column(ForeignKey("problem.id"))
    split_from_id: Mapped[int | None] = mapped_column(ForeignKey("problem.id"))


class CauseRow(Binnable, Base):
    __tablename__ = "cause"

    problem_id: Mapped[int] = mapped_column(ForeignKey("problem.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    side: Mapped[Side] = mapped_column(OneOf(Side))
    text: Mapped[str]
    evidence: Mapped[str] = mapped_column(default="")
    nature: Mapped[ActionNature] = mapped_column(OneOf(ActionNature), default=ActionNature.UNSET)
    factor: Mapped[Factor] = mapped_column(OneOf(Factor), default=Factor.RISK)
    influence: Mapped[Influence] = mapped_column(OneOf(Influence), default=Influence.UNSET)


class GoalRow(Binnable, Base):
    __tablename__ = "goal"

    problem_id: Mapped[int] = mapped_column(ForeignKey("problem.id", ondelete="CASCADE"), index=True)
    cause_id: Mapped[int | None] = mapped_column(ForeignKey("cause.id", ondelete="SET NULL"))
    indicator_id: Mapped[int | None] = mapped_column(ForeignKey("indicator.id", ondelete="SET NULL"))
    kind: Mapped[GoalKind] = mapped_column(OneOf(GoalKind), default=GoalKind.EFFECT)
    text: Mapped[str]
    measure: Mapped[str] = mapped_column(default="")
    baseline: Mapped[str] = mapped_column(default="")
    target: Mapped[str] = mapped_column(default="")
    by: Mapped[date | None]
    result: Mapped[str] = mapped_column(default="")


class SituationPictureRow(Binnable, Base):
    """A version of the lägesbild; `frozen` holds its facts as they stood when it was decided."""

    __tablename__ = "situation_picture"

    number: Mapped[int]
    starts: Mapped[date]
    ends: Mapped[date]
    standing: Mapped[Standing] = mapped_column(OneOf(Standing), default=Standing.DRAFT)
    decided_on: Mapped[date | None]
    decided_by: Mapped[str] = mapped_column(default="")
    section: Mapped[str] = mapped_column(default="")
    dnr: Mapped[str] = mapped_column(default="")
    is_elsewhere: Mapped[bool] = mapped_column(default=False)
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id", ondelete="SET NULL"))
    frozen: Mapped[str] = mapped_column(Facts(), default="{}")


class PictureChapterRow(Journaled, Base):
    __tablename__ = "picture_chapter"
    constraints = (UniqueConstraint("picture_id", "chapter"),)

    picture_id: Mapped[int] = mapped_column(ForeignKey("situation_picture.id", ondelete="CASCADE"))
    chapter: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    nothing_to_report: Mapped[bool] = mapped_column(default=False)


class AssessmentRow(Binnable, Base):
    """What one lägesbild says of one living problem."""

    __tablename__ = "assessment"

    picture_id: Mapped[int] = mapped_column(
        ForeignKey("situation_picture.id", ondelete="CASCADE"), index=True
    )
    problem_id: Mapped[int] = mapped_column(ForeignKey("problem.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(default="")
    position: Mapped[Position] = mapped_column(OneOf(Position), default=Position.UNSET)
    motivation: Mapped[str] = mapped_column(default="")


class AssessmentMarkRow(Journaled, Base):
    __tablename__ = "assessment_mark"
    constraints = (UniqueConstraint("assessment_id", "criterion"),)

    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessment.id", ondelete="CASCADE"))
    criterion: Mapped[str]
    weight: Mapped[Weight] = mapped_column(OneOf(Weight), default=Weight.UNSET)
    why: Mapped[str] = mapped_column(default="")


class ActionPlanRow(Binnable, Base):
    """A version of the åtgärdsplan; `frozen` holds its goals and actions as they stood when decided."""

    __tablename__ = "action_plan"

    number: Mapped[int]
    picture_id: Mapped[int | None] = mapped_column(ForeignKey("situation_picture.id", ondelete="SET NULL"))
    starts: Mapped[date]
    ends: Mapped[date]
    standing: Mapped[Standing] = mapped_column(OneOf(Standing), default=Standing.DRAFT)
    decided_on: Mapped[date | None]
    decided_by: Mapped[str] = mapped_column(default="")
    section: Mapped[str] = mapped_column(default="")
    dnr: Mapped[str] = mapped_column(default="")
    is_elsewhere: Mapped[bool] = mapped_column(default=False)
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id", ondelete="SET NULL"))
    frozen: Mapped[str] = mapped_column(Facts(), default="{}")


class PlanChapterRow(Journaled, Base):
    __tablename__ = "plan_chapter"
    constraints = (UniqueConstraint("plan_id", "chapter"),)

    plan_id: Mapped[int] = mapped_column(ForeignKey("action_plan.id", ondelete="CASCADE"))
    chapter: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    nothing_to_report: Mapped[bool] = mapped_column(default=False)


class PlanLinkRow(Binnable, Base):
    """Other planning that the work is coordinated with ("Samordnas med", 7 §)."""

    __tablename__ = "plan_link"

    name: Mapped[str]
    law: Mapped[str] = mapped_column(default="")
    how: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    checked_on: Mapped[date | None]


class ReviewRow(Binnable, Base):
    """One going through of the plan (6 §); finished, it moves the clock."""

    __tablename__ = "review"

    plan_id: Mapped[int] = mapped_column(ForeignKey("action_plan.id", ondelete="CASCADE"), index=True)
    started_on: Mapped[date]
    finished_on: Mapped[date | None]
    summary: Mapped[str] = mapped_column(default="")


# -- what others tell -------------------------------------------------------------------------------


class SightingRow(Binnable, Base):
    __tablename__ = "sighting"

    day: Mapped[date]
    kind: Mapped[SightingKind] = mapped_column(OneOf(SightingKind), default=SightingKind.OTHER)
    place: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    done: Mapped[str] = mapped_column(default="")
    problem_id: Mapped[int | None] = mapped_column(ForeignKey("problem.id", ondelete="SET NULL"))


class QuestionnaireRow(Binnable, Base):
    """A frågelista to one organisation before a lägesbild."""

    __tablename__ = "questionnaire"

    picture_id: Mapped[int] = mapped_column(
        ForeignKey("situation_picture.id", ondelete="CASCADE"), index=True
    )
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    created_on: Mapped[date]
    sent_on: Mapped[date | None]
    due: Mapped[date | None]
    answered_on: Mapped[date | None]


class AnswerRow(Journaled, Base):
    __tablename__ = "answer"
    constraints = (UniqueConstraint("questionnaire_id", "question"),)

    questionnaire_id: Mapped[int] = mapped_column(ForeignKey("questionnaire.id", ondelete="CASCADE"))
    question: Mapped[str]
    asked: Mapped[str]
    chapter: Mapped[str]
    text: Mapped[str] = mapped_column(default="")


# -- statistics -------------------------------------------------------------------------------------


class IndicatorRow(Binnable, Base):
    __tablename__ = "indicator"

    key: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    source: Mapped[Source] = mapped_column(OneOf(Source), default=Source.OWN)
    unit: Mapped[str] = mapped_column(default="")
    denominator: Mapped[int | None]
    polarity: Mapped[Polarity] = mapped_column(OneOf(Polarity), default=Polarity.NEUTRAL)
    description: Mapped[str] = mapped_column(default="")
    chapter: Mapped[str] = mapped_column(default="")
    place: Mapped[int] = mapped_column(default=0)


class ProblemIndicatorRow(Journaled, Base):
    """That an indicator sheds light on a problem."""

    __tablename__ = "problem_indicator"
    constraints = (UniqueConstraint("problem_id", "indicator_id"),)

    problem_id: Mapped[int] = mapped_column(ForeignKey("problem.id", ondelete="CASCADE"))
    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id", ondelete="CASCADE"), index=True)
    place: Mapped[int] = mapped_column(default=0)


class ObservationRow(Journaled, Base):
    """One figure of one indicator; the numbers are decimals as text, empty where there is none."""

    __tablename__ = "observation"
    constraints = (UniqueConstraint("indicator_id", "geography", "period"),)

    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id", ondelete="CASCADE"))
    geography: Mapped[str]
    geography_kind: Mapped[GeographyKind] = mapped_column(
        OneOf(GeographyKind), default=GeographyKind.MUNICIPALITY
    )
    geography_code: Mapped[str] = mapped_column(default="")
    period: Mapped[str]
    year: Mapped[int]
    value: Mapped[str] = mapped_column(default="")
    state: Mapped[ValueState] = mapped_column(OneOf(ValueState), default=ValueState.KNOWN)
    preliminary: Mapped[bool] = mapped_column(default=False)
    low: Mapped[str] = mapped_column(default="")
    high: Mapped[str] = mapped_column(default="")
    original: Mapped[str] = mapped_column(default="")
    retrieved_on: Mapped[date | None]


class ObservationRevisionRow(Journaled, Base):
    """What a figure was before the source changed it."""

    __tablename__ = "observation_revision"

    observation_id: Mapped[int] = mapped_column(ForeignKey("observation.id", ondelete="CASCADE"), index=True)
    value: Mapped[str] = mapped_column(default="")
    state: Mapped[ValueState] = mapped_column(OneOf(ValueState), default=ValueState.KNOWN)
    preliminary: Mapped[bool] = mapped_column(default=False)
    retrieved_on: Mapped[date | None]
    replaced_on: Mapped[date]


class PopulationRow(Journaled, Base):
    __tablename__ = "population"
    constraints = (UniqueConstraint("year"),)

    year: Mapped[int]
    count: Mapped[int]
    about: Mapped[bool] = mapped_column(default=False)
    """True when it is reckoned from a count and a rate, and so is about right only."""


# -- agreements and boards --------------------------------------------------------------------------


class AgreementRow(Binnable, Base):
    __tablename__ = "agreement"

    title: Mapped[str]
    purposes: Mapped[str] = mapped_column(default="")
    areas: Mapped[str] = mapped_column(default="")
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    extends: Mapped[bool] = mapped_column(default=False)
    sent_on: Mapped[date | None]
    dnr: Mapped[str] = mapped_column(default="")
    drafted_on: Mapped[date | None]
    renews_id: Mapped[int | None] = mapped_column(ForeignKey("agreement.id", ondelete="SET NULL"))
    replaced_by_id: Mapped[int | None] = mapped_column(ForeignKey("agreement.id", ondelete="SET NULL"))
    is_elsewhere: Mapped[bool] = mapped_column(default=False)
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id", ondelete="SET NULL"))


class AgreementPartyRow(Binnable, Base):
    __tablename__ = "agreement_party"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id", ondelete="CASCADE"), index=True)
    place: Mapped[int]
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    name: Mapped[str]
    signatory: Mapped[str] = mapped_column(default="")
    signatory_title: Mapped[str] = mapped_column(default="")
    signed_on: Mapped[date | None]


class AgreementClauseRow(Journaled, Base):
    __tablename__ = "agreement_clause"
    constraints = (UniqueConstraint("agreement_id", "key"),)

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id", ondelete="CASCADE"))
    key: Mapped[str]
    text: Mapped[str] = mapped_column(default="")


class PledgeRow(Binnable, Base):
    """A medborgarlöfte."""

    __tablename__ = "pledge"

    agreement_id: Mapped[int | None] = mapped_column(
        ForeignKey("agreement.id", ondelete="SET NULL"), index=True
    )
    text: Mapped[str]
    who: Mapped[str] = mapped_column(default="")
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    result: Mapped[str] = mapped_column(default="")
    followed_up_on: Mapped[date | None]
    rating: Mapped[Rating] = mapped_column(OneOf(Rating), default=Rating.UNRATED)


class BoardDayRow(Binnable, Base):
    __tablename__ = "board_day"

    body: Mapped[str]
    day: Mapped[date]
    stop_day: Mapped[date | None]


class BoardMatterRow(Binnable, Base):
    __tablename__ = "board_matter"

    about: Mapped[MatterAbout] = mapped_column(OneOf(MatterAbout))
    about_uid: Mapped[str] = mapped_column(default="")
    title: Mapped[str]
    body: Mapped[str]
    year: Mapped[int | None]
    memo_on: Mapped[date | None]
    stop_day: Mapped[date | None]
    meeting_day: Mapped[date | None]
    outcome: Mapped[MatterOutcome] = mapped_column(OneOf(MatterOutcome), default=MatterOutcome.WAITING)
    section: Mapped[str] = mapped_column(default="")
    dnr: Mapped[str] = mapped_column(default="")
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id", ondelete="SET NULL"))
    notes: Mapped[str] = mapped_column(default="")


# -- what the Act asks for beside these --------------------------------------------------------------


class CoordinationFunctionRow(Journaled, Base):
    """Who holds the samordningsfunktion (11 §) from a day on; the latest holds now."""

    __tablename__ = "coordination_function"

    post: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    holder: Mapped[str] = mapped_column(default="")
    percent: Mapped[int | None]
    deputy: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    starts: Mapped[date]
    ends: Mapped[date | None]


class PublicationRow(Binnable, Base):
    """Something told to the inhabitants, where and when (12 § 3)."""

    __tablename__ = "publication"

    title: Mapped[str]
    address: Mapped[str] = mapped_column(default="")
    day: Mapped[date]
    document_uid: Mapped[str] = mapped_column(default="")


class DutyAnswerRow(Journaled, Base):
    """That somebody has told how it is with a duty of the Act, so that it no longer reads "inte ifyllt"."""

    __tablename__ = "duty_answer"
    constraints = (UniqueConstraint("duty"),)

    duty: Mapped[str]
    answered_on: Mapped[date]
    note: Mapped[str] = mapped_column(default="")


class GrantProjectRow(Binnable, Base):
    """A project for which state grant is sought (förordning 2023:442)."""

    __tablename__ = "grant_project"

    year: Mapped[int]
    title: Mapped[str]
    funder: Mapped[str] = mapped_column(default="")
    problem_id: Mapped[int | None] = mapped_column(ForeignKey("problem.id", ondelete="SET NULL"))
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    purpose: Mapped[str] = mapped_column(default="")
    plan: Mapped[str] = mapped_column(default="")
    partners: Mapped[str] = mapped_column(default="")
    other_grants: Mapped[str] = mapped_column(default="")
    evaluation: Mapped[str] = mapped_column(default="")
    salaries: Mapped[int | None]
    other_costs: Mapped[int | None]
    applied_on: Mapped[date | None]
    granted: Mapped[int | None]
    used: Mapped[int | None]
    interim_due: Mapped[date | None]
    interim_on: Mapped[date | None]
    final_due: Mapped[date | None]
    final_on: Mapped[date | None]


THREAD: tuple[type[Base], ...] = (
    ProblemRow,
    CauseRow,
    GoalRow,
    SituationPictureRow,
    PictureChapterRow,
    AssessmentRow,
    AssessmentMarkRow,
    ActionPlanRow,
    PlanChapterRow,
    PlanLinkRow,
    ReviewRow,
    SightingRow,
    QuestionnaireRow,
    AnswerRow,
    IndicatorRow,
    ProblemIndicatorRow,
    ObservationRow,
    ObservationRevisionRow,
    PopulationRow,
    AgreementRow,
    AgreementPartyRow,
    AgreementClauseRow,
    PledgeRow,
    BoardDayRow,
    BoardMatterRow,
    CoordinationFunctionRow,
    PublicationRow,
    DutyAnswerRow,
    GrantProjectRow,
)
