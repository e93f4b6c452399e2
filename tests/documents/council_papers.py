"""Facts of the invented council's own papers: letters, wheel, report, memo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from documents.papers import ACTIONS, a_letterhead
from trygghetsrad.domain.papers import (
    AskedQuestion,
    CouncilYear,
    InvitationFacts,
    MemoFacts,
    Pace,
    PrivacyFacts,
    QuestionnaireFacts,
    ReportedArea,
    ReportedAttendance,
    ReportedChange,
    ReportedDecision,
    ReportedMeeting,
    ReportedMember,
    RepresentationFacts,
    WheelDay,
    WheelFacts,
    WheelMark,
    YearReportFacts,
)
from trygghetsrad.domain.papers.plans import PrintedGoal

TODAY = date(2026, 11, 23)
CONTACT = ("Anna Sjöberg", "070-174 06 06", "anna.sjoberg@norrmyra.example")
COMING = (
    "Tisdag 8 december 2026 kl. 13.00–15.00, Kommunhuset, sammanträdesrum Björken",
    "Tisdag 9 mars 2027 kl. 13.00–15.00, Kommunhuset, sammanträdesrum Björken",
)


def a_privacy_page(**changes: Any) -> PrivacyFacts:
    return replace(
        PrivacyFacts(
            letterhead=a_letterhead(),
            as_of=TODAY,
            controller="kommunstyrelsen",
            council_contact=CONTACT,
            officer_contact="dataskydd@norrmyra.example, 070-174 06 30",
        ),
        **changes,
    )


def wheel_days(year: int = 2027) -> tuple[WheelDay, ...]:
    days = []
    for number, (month, day, theme) in enumerate(
        (
            (2, 9, "Uppföljning och årsrapport"),
            (5, 11, "Lägesbild och prioritering"),
            (9, 14, "Åtgärdsplan"),
            (12, 14, "Planering och budget"),
        ),
        start=1,
    ):
        held = date(year, month, day)
        name = f"Möte {number}/{year}"
        days.append(WheelDay(day=held, mark=WheelMark.MEETING, what=name, about=theme))
        for before, mark, what in (
            (28, WheelMark.ITEMS, "Ärendeförfrågan ska ut"),
            (14, WheelMark.MATERIAL, "Handlingarna ska vara inne"),
            (10, WheelMark.NOTICE, "Kallelsen ska ut"),
        ):
            lead = date.fromordinal(held.toordinal() - before)
            days.append(WheelDay(day=lead, mark=mark, what=what, about=name))
    days.append(WheelDay(day=date(year, 1, 1), mark=WheelMark.OTHER, what="Mandatperioden 2027–2030 börjar"))
    return tuple(days)


PACES = (
    Pace(section="6 §", what="Uppdatera lägesbilden", how_often="minst vartannat år"),
    Pace(section="13 §", what="Rapportera till kommunfullmäktige", how_often="kontinuerligt"),
)


def a_wheel(**changes: Any) -> WheelFacts:
    return replace(
        WheelFacts(letterhead=a_letterhead(), year=2027, as_of=TODAY, days=wheel_days(), paces=PACES),
        **changes,
    )


def an_invitation(**changes: Any) -> InvitationFacts:
    return replace(
        InvitationFacts(
            letterhead=a_letterhead(),
            issued_on=TODAY,
            organisation="Norrmyra företagarförening",
            addressee="Sara Lund, ordförande",
            members=("Norrmyra kommun", "Polisen", "Räddningstjänsten Norr"),
            year=CouncilYear(meetings_a_year=4, usual_time="13.00–15.00", notice_days=10),
            coming=COMING,
            answer_by=date(2026, 12, 14),
            contact=CONTACT,
            chair="Eva Nordlund",
            registry_number="KS 2026/112",
        ),
        **changes,
    )


def a_questionnaire(**changes: Any) -> QuestionnaireFacts:
    return replace(
        QuestionnaireFacts(
            letterhead=a_letterhead(),
            issued_on=TODAY,
            organisation="Norrmyra skola",
            addressee="Lena Marklund, rektor",
            period="2027–2028",
            answer_by=date(2026, 12, 14),
            intro="Svara kort. Några rader per fråga räcker, och ”vet inte” är också ett svar.",
            reminder="Lämna inga uppgifter om enskilda personer.",
            questions=tuple(
                AskedQuestion(text=text)
                for text in (
                    "Vad visar den senaste elevenkäten om trygghet, kränkningar och trivsel?",
                    "Var och när är elever otrygga på skolan, på vägen dit eller på skolbussen?",
                    "Hur ser skolfrånvaron ut, och vad gör ni åt den?",
                )
            ),
            contact=CONTACT,
        ),
        **changes,
    )


def a_representation_letter(**changes: Any) -> RepresentationFacts:
    return replace(
        RepresentationFacts(
            letterhead=a_letterhead(),
            issued_on=TODAY,
            organisation="Polisen, lokalpolisområde Norr",
            addressee="Chefen för lokalpolisområdet",
            seats=("Mats Lindgren, kommunpolis", "ersättare, vakant"),
            missed=("Möte 2/2026, tisdag 19 maj 2026", "Möte 3/2026, onsdag 9 september 2026"),
            coming=COMING,
            answer_by=date(2026, 12, 14),
            contact=CONTACT,
            chair="Eva Nordlund",
            registry_number="KS 2026/112",
        ),
        **changes,
    )


def a_report(**changes: Any) -> YearReportFacts:
    closed = replace(ACTIONS[1], what="Trygghetsvandring på Norra torget", status="Klar", done=True)
    return replace(
        YearReportFacts(
            letterhead=a_letterhead(),
            year=2026,
            as_of=date(2027, 1, 18),
            picture=("Lägesbilden 2026–2028 är beslutad.", "Körning: förut bevakat, nu prioriterat."),
            plan=("Planen har 2 åtgärder: 1 klar och 1 pågår.",),
            planned=(ACTIONS[0], closed),
            goals=(PrintedGoal(text="Minska antalet stölder", measure="Anmälda stölder"),),
            agreements=("Överenskommelse med Polisen, gäller 2024–2027: undertecknad 2024-02-01.",),
            publications=("2026-05-04: Lägesbilden i korthet, norrmyra.example",),
            resources=("Samordningsfunktionen: säkerhetssamordnare, 40 procent av heltid.",),
            meetings=(
                ReportedMeeting(
                    day=date(2026, 3, 18), name="Möte 1/2026", theme="Uppföljning och årsrapport", present=9
                ),
                ReportedMeeting(
                    day=date(2026, 5, 19), name="Möte 2/2026", theme="Lägesbild och prioritering", present=8
                ),
                ReportedMeeting(day=date(2026, 9, 9), name="Möte 3/2026", theme="Åtgärdsplan", present=10),
                ReportedMeeting(
                    day=date(2026, 12, 8), name="Möte utan nummer", theme="Planering", state="Inställt"
                ),
            ),
            attendance=(
                ReportedAttendance(organisation="Norrmyra kommun", present=3, meetings=3),
                ReportedAttendance(organisation="Polisen", present=1, meetings=3),
            ),
            decisions=(
                ReportedDecision(
                    day=date(2026, 5, 19),
                    label="Möte 2/2026, § 12",
                    title="Överenskommelse med polisen 2027–2030",
                    text="Rådet föreslår kommunstyrelsen besluta att godkänna överenskommelsen.",
                    areas=("brottsförebyggande",),
                ),
            ),
            areas=(
                ReportedArea(name="brottsförebyggande", rows=(*ACTIONS[:2], closed)),
                ReportedArea(name="folkhälsa", rows=(ACTIONS[1], closed)),
                ReportedArea(name="utan verksamhetsområde", rows=(ACTIONS[2],)),
            ),
            members=(
                ReportedMember(
                    organisation="Kommunstyrelsen", names=("Eva Nordlund, ordförande", "Nils Ek, ersättare")
                ),
                ReportedMember(
                    organisation="Polisen", names=("Mats Lindgren, ledamot",), vacant=("ersättare",)
                ),
            ),
            changes=(
                ReportedChange(day=date(2026, 9, 1), text="Lena Berg blev ledamot för Barn och utbildning."),
            ),
            coming=COMING[1:],
        ),
        **changes,
    )


def an_empty_report(**changes: Any) -> YearReportFacts:
    return YearReportFacts(letterhead=a_letterhead(logo=None), year=2026, as_of=TODAY, **changes)


def a_memo(**changes: Any) -> MemoFacts:
    return replace(
        MemoFacts(
            letterhead=a_letterhead(),
            issued_on=date(2027, 1, 18),
            to="kommunstyrelsen",
            matter="Trygghetsrådets årsrapport 2026",
            proposal=("Kommunstyrelsen föreslår kommunfullmäktige besluta att notera informationen.",),
            summary="Rådet höll 3 möten och fattade 1 beslut.",
            description=("Rådet leds av kommunen.", "Rapporten beskriver året."),
            basis=("Årsrapport 2026, Trygghetsrådet",),
            sent_to=("Kommunfullmäktige", "Trygghetsrådet"),
            author=("Anna Sjöberg", "Samordnare"),
            registry_number="KS 2027/3",
        ),
        **changes,
    )


COUNCIL_PAPERS = {
    "personuppgifter": a_privacy_page,
    "personuppgifter utan ombud": lambda: a_privacy_page(officer_contact="", council_contact=()),
    "årshjul": a_wheel,
    "tomt årshjul": lambda: a_wheel(days=()),
    "inbjudan": an_invitation,
    "representation": a_representation_letter,
    "frågelista": a_questionnaire,
    "årsrapport": a_report,
    "tom årsrapport": an_empty_report,
    "tjänsteskrivelse": a_memo,
}
