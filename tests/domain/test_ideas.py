"""Ideas are offered for the problem at hand, the side of the cause first."""

from __future__ import annotations

from trygghetsrad.domain.actions import ActionNature, EffectTerm
from trygghetsrad.domain.ideas import Idea, fitting
from trygghetsrad.domain.people import OrganisationKind
from trygghetsrad.domain.thread import Side


def idea(title: str, focus: str, side: Side) -> Idea:
    return Idea(
        focus=focus,
        side=side,
        title=title,
        how="Så här.",
        nature=ActionNature.SOCIAL,
        effect=EffectTerm.SHORT,
        owner=OrganisationKind.SCHOOL,
        goal="antal",
    )


IDEAS = (
    idea("ljus", "platser", Side.PLACE),
    idea("träff", "platser", Side.VICTIM),
    idea("lås", "tillgrepp", Side.PLACE),
    idea("sikt", "platser", Side.PLACE),
)


def test_ideas_for_other_problems_are_left_out():
    assert [one.title for one in fitting(IDEAS, "platser")] == ["ljus", "träff", "sikt"]


def test_ideas_for_the_side_of_the_cause_come_first_and_the_others_after():
    assert [one.title for one in fitting(IDEAS, "platser", Side.VICTIM)] == ["träff", "ljus", "sikt"]
