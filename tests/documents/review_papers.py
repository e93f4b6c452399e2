"""Facts of a follow-up of the plan of an invented council."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from documents.papers import a_letterhead
from documents.plan_papers import GOAL, TODAY
from trygghetsrad.domain.papers.reviews import OwnerForm, ReviewedAction, ReviewedProblem, ReviewPaperFacts

ACTIONS = (
    ReviewedAction(
        what="Sätta upp belysning vid kommunens förråd",
        owner="Tekniska kontoret",
        when="2027-06-30",
        status="Pågår",
        rating="Gul: går, men något behöver ändras",
        text="Ett av två förråd är klart.",
        production="Ett förråd",
        process="Leveransen dröjde",
        effect="Inga stölder sedan dess",
    ),
    ReviewedAction(what="Starta grannsamverkan", status="Planerad"),
)


def a_review(**changes: Any) -> ReviewPaperFacts:
    return replace(
        ReviewPaperFacts(
            letterhead=a_letterhead(),
            issued_on=TODAY,
            period="2026–2028",
            decided="Kommunstyrelsen 2026-06-01, § 41",
            state="Genomgången avslutades 2026-11-20.",
            summary="Det mesta går som det ska.",
            counted="2 åtgärder i planen: 1 planerad och 1 pågår.",
            problems=(ReviewedProblem(title="Stölder", actions=ACTIONS), ReviewedProblem(title="Körning")),
            goals=(GOAL,),
            next_time="Planen följs upp igen senast 2028-11-20, räknat som 24 månader.",
        ),
        **changes,
    )


def some_forms() -> ReviewPaperFacts:
    form = OwnerForm(owner="Tekniska kontoret", actions=ACTIONS)
    return a_review(forms=(form, OwnerForm(owner="Polisen")), answer_to=("Anna Sjöberg", "070-174 06 06"))
