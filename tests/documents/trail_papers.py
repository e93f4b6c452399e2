"""Facts of a spårlista of an invented council."""

from __future__ import annotations

from documents.papers import a_letterhead
from documents.plan_papers import TODAY
from trygghetsrad.domain.papers.trails import ProblemTrail, TrailPaperFacts, TrailStep


def a_trail() -> TrailPaperFacts:
    told = TrailStep(text="Uppföljning 2026-10-01 (gul): Ett av två förråd är klart.")
    action = TrailStep(
        text="Åtgärd: Belysning vid förrådet (Tekniska kontoret, pågår)",
        steps=(TrailStep(text="Beslut: Möte 3/2026, § 31"), told),
    )
    return TrailPaperFacts(
        letterhead=a_letterhead(),
        issued_on=TODAY,
        problems=(
            ProblemTrail(
                title="Stölder av diesel",
                ground=(TrailStep(text="Iakttagelse 2026-03-02, Storgatan: En tank var tömd."),),
                steps=(TrailStep(text="Orsak 1: Drivmedel förvaras utan lås", steps=(action,)),),
            ),
            ProblemTrail(title="Oro i centrum"),
        ),
    )
