"""Facts of the answers that Brå and the funders ask for, as Norrmyra would give them."""

from __future__ import annotations

from documents.papers import a_letterhead
from documents.plan_papers import TODAY
from trygghetsrad.domain.papers.grants import GrantAction, GrantPaperFacts
from trygghetsrad.domain.papers.plans import PrintedCause, PrintedGoal
from trygghetsrad.domain.papers.survey import SurveyAnswer, SurveyPaperFacts, SurveyTheme


def a_survey() -> SurveyPaperFacts:
    return SurveyPaperFacts(
        letterhead=a_letterhead(),
        issued_on=TODAY,
        year=2026,
        registry_number="KS 2026/88",
        themes=(
            SurveyTheme(
                heading="Råd och ledning (10 och 13 §§)",
                answers=(
                    SurveyAnswer(
                        question="Hur många gånger träffades rådet 2026?",
                        answer="4 gånger.",
                        proof="Möten 2026-02-10, 2026-05-12, 2026-09-15, 2026-12-08",
                    ),
                    SurveyAnswer(question="Vem leder rådet?", lacking="Ordföranden läggs in under Personer."),
                ),
            ),
        ),
    )


def a_grant() -> GrantPaperFacts:
    return GrantPaperFacts(
        letterhead=a_letterhead(),
        issued_on=TODAY,
        title="Trygga kvällar vid badhuset",
        funder="Brå",
        period="2026-01-01–2026-12-31",
        state="Beviljat",
        is_granted=True,
        problem="Otrygga platser",
        description="Invånare undviker badhuset på kvällarna.",
        causes=(PrintedCause(number=1, text="Mörker vid entrén"),),
        goals=(
            PrintedGoal(
                text="Fler vågar gå förbi",
                kind="effektmål",
                problem="Otrygga platser",
                measure="Enkät i maj",
                baseline="40 procent",
                target="60 procent",
            ),
        ),
        actions=(
            GrantAction(
                what="Kvällsvärdar",
                owner="Fritidschefen",
                when="2026-09-30",
                status="Pågår",
                told="2026-10-01: Två värdar är på plats.",
            ),
        ),
        purpose="Att fler ska våga gå förbi badhuset på kvällen.",
        plan="- Värdar i maj\n- Lampor i augusti",
        amounts=(("Löner", 180000), ("Övriga kostnader", None), ("Sökt belopp", 180000)),
        days=(("Slutredovisning", "Senast 2027-02-26"),),
        enclosures=("Lägesbild 2026–2028 (Kommunstyrelsen 2026-10-19, § 131)",),
    )
