"""Facts of the åtgärdsplan of an invented council."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from documents.papers import a_letterhead
from trygghetsrad.domain.papers.plans import (
    PlannedProblem,
    PlanPaperFacts,
    PrintedAction,
    PrintedCause,
    PrintedChapter,
    PrintedGoal,
)

TODAY = date(2026, 11, 23)
OIL = PlannedProblem(
    title="Stölder av diesel och verktyg",
    description="Tankar länsas på gårdar och byggplatser under vinterhalvåret.",
    causes=(
        PrintedCause(number=1, text="Drivmedel förvaras utan lås och långt från bebodda hus"),
        PrintedCause(number=2, text="Ägare hjälps inte åt att hålla uppsikt"),
    ),
    own=(
        PrintedAction(
            what="Sätta upp belysning vid kommunens förråd",
            cause="1. Drivmedel förvaras utan lås och långt från bebodda hus",
            nature="Situationell",
            goal="Två förråd har belysning senast i juni 2027",
            when="2026-10-01–2027-06-30",
            owner="Tekniska kontoret",
            result="Pågår, grön",
            scope="Punktinsats",
            effect="kort sikt",
            origin="Möte 3/2026, § 31",
        ),
        PrintedAction(what="Berätta på webbplatsen", result="Planerad", is_added=True, scope="Punktinsats"),
    ),
    others=(
        PrintedAction(
            what="Starta grannsamverkan i två byar",
            cause="2. Ägare hjälps inte åt att hålla uppsikt",
            nature="Social",
            when="Löpande",
            owner="Polisen",
            partners="Företagarföreningen",
            result="Försenad, gul",
            scope="Del av ordinarie arbete",
        ),
    ),
)
CHAPTERS = tuple(
    PrintedChapter(number=number, heading=heading, section=section, text=text, otherwise="Uppgift saknas.")
    for number, heading, section, text in (
        ("1", "Bakgrund och koppling till lägesbilden", "5 §", "Planen svarar på lägesbilden."),
        ("2", "Mål och indikatorer", "", ""),
        ("3", "Prioriterade områden", "5 §", "Två problem är prioriterade:\n\n- dieselstölder\n- körning"),
        ("4", "Resurser och finansiering", "", ""),
        ("5", "Kommunikation", "12 § 3", "Vi berättar på webbplatsen."),
        ("6", "Uppföljning", "6 §", ""),
        ("7", "Samordning med annan planering", "7 §", ""),
        ("8", "Beslut", "5 §", ""),
    )
)
GOAL = PrintedGoal(
    text="Minska antalet anmälda dieselstölder",
    kind="effektmål",
    problem=OIL.title,
    measure="Anmälda stölder av drivmedel",
    baseline="14 (2025)",
    target="7 (2027)",
    by=date(2027, 12, 31),
    result="9 hittills under 2026",
)


def a_plan(**changes: Any) -> PlanPaperFacts:
    return replace(
        PlanPaperFacts(
            letterhead=a_letterhead(),
            issued_on=TODAY,
            period="2026–2028",
            decided="Kommunstyrelsen 2026-06-01, § 41",
            registry_number="KS 2026/88",
            rests_on="Lägesbilden 2026–2028, version 2, beslutad 2026-04-20",
            chapters=CHAPTERS,
            goals=(GOAL, PrintedGoal(text="Öka tryggheten vid torget")),
            problems=(OIL, PlannedProblem(title="Störande körning vid torget")),
            follow_up="Planen följs upp senast 2028-06-01, räknat som 24 månader.",
            links=("Folkhälsoplan: gemensam analys",),
        ),
        **changes,
    )
