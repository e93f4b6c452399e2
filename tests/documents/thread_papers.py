"""Facts of the papers that rest on the thread and the Act, as Norrmyra would fill them."""

from __future__ import annotations

from datetime import date

from documents.papers import a_letterhead
from trygghetsrad.domain.papers import AgreementPaperFacts, LawPaperFacts, PledgePaperFacts
from trygghetsrad.domain.papers.agreements import AgreementChapter, PrintedPledge, SigningParty
from trygghetsrad.domain.papers.law import PrintedDuty


def an_agreement() -> AgreementPaperFacts:
    return AgreementPaperFacts(
        letterhead=a_letterhead(),
        issued_on=date(2026, 12, 1),
        title="Samverkansöverenskommelse mellan Norrmyra kommun och Polisen",
        period="2027-01-01–2030-12-31",
        parties=(
            SigningParty(
                name="Norrmyra kommun", signatory="Eva Nordlund", title="Kommunstyrelsens ordförande"
            ),
            SigningParty(
                name="Polisen, lokalpolisområde Norr",
                signatory="Camilla Fors",
                title="Chef för lokalpolisområdet",
                signed_on=date(2026, 12, 3),
            ),
        ),
        chapters=(
            AgreementChapter(
                heading="Syfte", text="Parterna ska tillsammans minska brott och öka tryggheten."
            ),
            AgreementChapter(heading="Områden för samverkan", text="- Unga och droger\n- Inbrott och stöld"),
            AgreementChapter(heading="Mätbara mål", lacking="Målen är inte ifyllda än."),
        ),
        pledges=("Polisen finns på plats i centrum minst två kvällar i månaden.",),
        signing_words="Överenskommelsen skrivs i två exemplar, ett till varje part.",
        registry_number="KS 2026/206",
    )


def some_pledges() -> PledgePaperFacts:
    return PledgePaperFacts(
        letterhead=a_letterhead(),
        issued_on=date(2026, 12, 1),
        place="Norrmyra",
        promisers=("Norrmyra kommun", "Polisen"),
        pledges=(
            PrintedPledge(
                text="Polisen finns på plats i centrum minst två kvällar i månaden.",
                who="Polisen",
                period="2027–2030",
                result="31 kvällar under året.",
                rating="grön",
                followed_up_on=date(2026, 12, 1),
            ),
            PrintedPledge(text="Kommunen lagar trasig belysning inom fem arbetsdagar."),
        ),
        contact=("kommun@norrmyra.example", "070-174 06 90"),
    )


def a_law_paper() -> LawPaperFacts:
    return LawPaperFacts(
        letterhead=a_letterhead(),
        as_of=date(2026, 12, 1),
        documented=1,
        duties=(
            PrintedDuty(
                section="6 §",
                title="Lägesbilden uppdateras",
                says="Kommunen ska uppdatera lägesbilden minst vartannat år.",
                state="Dokumenterat",
                due="senast 2028-10-19, räknat som 24 månader; lagen säger minst vartannat år",
                evidence=("Lägesbild 2026–2028, kommunstyrelsen 2026-10-19, § 131, dnr KS 2026/88",),
                not_said="Lagen säger inte vilken dag på året det ska ske.",
            ),
            PrintedDuty(
                section="9 §",
                title="Överenskommelser om samverkan",
                says="Kommunen ska verka för skriftliga överenskommelser.",
                state="Inte ifyllt",
                lacking="Ingen har fyllt i det här än.",
            ),
        ),
        source="Lagen (SFS 2023:196), läst i september 2025.",
        registry_number="KS 2026/9",
    )
