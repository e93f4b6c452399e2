"""Facts of the lägesbild of an invented council, and of its cause analyses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from documents.papers import a_letterhead
from trygghetsrad.domain.charts import BarChart, ChartPoint
from trygghetsrad.domain.papers.pictures import (
    AnalysedCause,
    AnalysedProblem,
    AnalysedSide,
    AnalysisPaperFacts,
    ChapterChart,
    PicturePaperFacts,
    PrintedJudgement,
    PrintedMark,
)
from trygghetsrad.domain.papers.plans import PrintedChapter

TODAY = date(2026, 11, 23)
CHART = BarChart(
    title="Anmälda stölder",
    unit="anmälda brott",
    points=(
        ChartPoint(label="2023", value=41),
        ChartPoint(label="2024"),
        ChartPoint(label="2025", value=29, preliminary=True),
    ),
    source="Brå, hämtad 2026-11-20",
)
OIL = AnalysedProblem(
    title="Stölder av diesel och verktyg",
    description="Tankar länsas på gårdar och byggplatser.",
    sides=(
        AnalysedSide(name="Brottsutsatt", guide="Vem drabbas, och varför just de?"),
        AnalysedSide(
            name="Gärningsperson",
            causes=(AnalysedCause(number=2, text="Få vuxna ser vad som händer", details="Riskfaktor"),),
        ),
        AnalysedSide(
            name="Plats och objekt",
            causes=(
                AnalysedCause(
                    number=1,
                    text="Drivmedel förvaras utan lås",
                    details="Riskfaktor · situationell · går att påverka: ja",
                    evidence="Polisens genomgång våren 2026",
                ),
            ),
        ),
    ),
)
CHAPTERS = tuple(
    PrintedChapter(number=number, heading=heading, section=section, text=text, otherwise="Uppgift saknas.")
    for number, heading, section, text in (
        ("", "Sammanfattning", "", "Färre stölder anmäls, men fler är oroliga."),
        ("1", "Inledning", "", "Så har vi arbetat:\n\n- enkät\n- statistik"),
        ("2", "Kommunen i korthet", "", ""),
        ("3.1", "Anmälda brott", "4 § 1", "Anmälda brott minskar."),
        ("3.2", "Utsatthet och otrygghet", "4 § 1", ""),
        ("4.1", "Dialoger", "4 § 2", "Vi frågade på torget."),
        ("5.1", "Trender", "4 § 3", ""),
        ("7", "Samordning med annan planering", "7 §", ""),
    )
)


def a_picture(**changes: Any) -> PicturePaperFacts:
    return replace(
        PicturePaperFacts(
            letterhead=a_letterhead(),
            issued_on=TODAY,
            period="2026–2028",
            version=2,
            decided="Kommunstyrelsen 2026-04-20, § 41",
            registry_number="KS 2026/74",
            update_by="Lägesbilden uppdateras senast 2028-04-20, räknat som 24 månader.",
            changes=("Störande körning: förut bevakat, nu prioriterat.",),
            chapters=CHAPTERS,
            charts=(ChapterChart(chapter="3.1", chart=CHART),),
            judgements=(
                PrintedJudgement(
                    title=OIL.title,
                    position="Prioriteras",
                    motivation="Det drabbar många och går att påverka.",
                    text="Under året anmäldes 14 stölder.",
                    marks=(
                        PrintedMark(criterion="Vanligt", weight="Ja", why="14 anmälda"),
                        PrintedMark(criterion="Ökar", weight="Delvis"),
                    ),
                    points="3 av 20",
                ),
                PrintedJudgement(title="Klotter", position="Ingen åtgärd", motivation="Ovanligt."),
                PrintedJudgement(title="Oro i centrum", marks=(PrintedMark(criterion="Ökar", weight="Nej"),)),
            ),
            analyses=(OIL,),
            links=("Folkhälsoplan: gemensam analys",),
        ),
        **changes,
    )


def an_analysis(**changes: Any) -> AnalysisPaperFacts:
    return replace(
        AnalysisPaperFacts(
            letterhead=a_letterhead(),
            issued_on=TODAY,
            problems=(OIL, AnalysedProblem(title="Oro i centrum", sides=(AnalysedSide(name="Plats"),))),
        ),
        **changes,
    )
