"""Facts of the answers that Brå and the funders ask for, as Norrmyra would give them."""

from __future__ import annotations

from documents.papers import a_letterhead
from documents.plan_papers import TODAY
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
                    SurveyAnswer(
                        question="Vem leder rådet?", lacking="Ordföranden läggs in under Ledamöter."
                    ),
                ),
            ),
        ),
    )
