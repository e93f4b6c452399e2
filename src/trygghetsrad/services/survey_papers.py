"""Answers what Brå asks the municipalities every year, from what the council file already holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.actions import ActionStatus
from trygghetsrad.domain.agreements import AgreementState, agreement_state
from trygghetsrad.domain.counting import listed, plural
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.papers.survey import SurveyAnswer, SurveyPaperFacts, SurveyTheme
from trygghetsrad.domain.thread import Position, newest_decided
from trygghetsrad.services.law_evidence import law_facts
from trygghetsrad.services.letterhead import letterhead_of, words_of
from trygghetsrad.services.picture_papers import picture_to_print
from trygghetsrad.services.plan_papers import resolution_text
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_agreements import agreements_in, pledges_in
from trygghetsrad.services.reading_thread import pictures_in, plans_in, problems_in
from trygghetsrad.services.year_of_thread import plan_actions, resource_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from trygghetsrad.domain.law_facts import LawFacts
    from trygghetsrad.domain.thread import ActionPlan, SituationPicture
    from trygghetsrad.services.paper_choosing import PaperOrder


def survey_paper_facts(order: PaperOrder) -> SurveyPaperFacts:
    """Return the questions of the year with the answers there are."""
    session, council = order.session, council_of(order.session)
    law, year = law_facts(session, order.today), order.options.year or order.today.year
    return SurveyPaperFacts(
        letterhead=letterhead_of(session, council),
        words=words_of(council),
        issued_on=order.today,
        year=year,
        registry_number=council.dnr,
        themes=(
            SurveyTheme(heading="Råd och ledning (10 och 13 §§)", answers=tuple(_council(law, year))),
            SurveyTheme(heading="Samordning (11 §)", answers=tuple(_coordination(law))),
            SurveyTheme(heading="Lägesbild (3, 4 och 6 §§)", answers=tuple(_picture(order))),
            SurveyTheme(heading="Åtgärdsplan (5–7 §§)", answers=tuple(_plan(order, law))),
            SurveyTheme(heading="Överenskommelser (9 §)", answers=tuple(_agreements(order, year))),
            SurveyTheme(
                heading="Information och rapportering (12 och 13 §§)", answers=tuple(_told(law, year))
            ),
            SurveyTheme(heading="Resurser", answers=(_resources(order, year),)),
        ),
    )


def _council(law: LawFacts, year: int) -> Iterator[SurveyAnswer]:
    held = [one for one in law.meetings if one.held and one.day.year == year]
    days = ", ".join(iso(one.day) for one in sorted(held, key=lambda one: one.day))
    yield SurveyAnswer(
        question=f"Hur många gånger träffades rådet {year}?",
        answer=plural(len(held), "gång", "gånger") + "." if held else "",
        proof=f"Möten {days}" if held else "",
        lacking=f"Inget möte är hållet {year}. Möten läggs in under Möten.",
    )
    chair = law.chair
    yield SurveyAnswer(
        question="Vem leder rådet?",
        answer=f"{', '.join(filter(None, (chair.name, chair.organisation)))}." if chair else "",
        proof="Förteckning över ledamöter" if chair else "",
        lacking="Ordföranden läggs in under Personer.",
    )
    yield _represented(law)
    yield SurveyAnswer(
        question="Vilken nämnd leder kommunens brottsförebyggande arbete?",
        answer=_sentence(law.responsible_board),
        proof="Inställningarna" if law.responsible_board else "",
        lacking="Nämnden skrivs in i Inställningar.",
    )


def _represented(law: LawFacts) -> SurveyAnswer:
    """Tell who sits in the council beside the municipality, and which of them by a leading person."""
    seated = [one for one in law.representations if one.leading is not None]
    leading = [one.organisation for one in seated if one.leading]
    names = "; ".join(one.organisation for one in seated)
    told = (
        f"Ledande befattning: {'; '.join(leading)}" if leading else "Ingen har uppgift om ledande befattning"
    )
    return SurveyAnswer(
        question="Vilka utanför kommunen är med i rådet?",
        answer=_sentence(names),
        proof=told if seated else "",
        lacking="Platser för andra organisationer läggs in under Personer.",
    )


def _coordination(law: LawFacts) -> Iterator[SurveyAnswer]:
    one = law.coordination
    here = "Läggs in under Överenskommelser, fliken Samordning."
    yield SurveyAnswer(
        question="Finns det en samordningsfunktion?",
        answer=_sentence(f"Ja: {', '.join(filter(None, (one.post, one.holder)))}") if one.post else "",
        proof=f"Sedan {iso(one.since)}" if one.post and one.since else "",
        lacking=here,
    )
    yield SurveyAnswer(
        question="Hur stor del av en heltid är avsatt för samordningen?",
        answer=f"{one.percent} procent." if one.percent is not None else "",
        proof=one.post if one.percent is not None else "",
        lacking=here,
    )


def _picture(order: PaperOrder) -> Iterator[SurveyAnswer]:
    session = order.session
    pictures = pictures_in(session)
    picture, here = newest_decided(pictures), "Skrivs under Lägesbilden."
    yield _adopted("Har kommunen en beslutad lägesbild?", "Lägesbild", picture, here)
    shown = picture_to_print(pictures)
    taken = [one for one in (shown.assessments if shown else ()) if one.is_decided]
    chosen = sum(1 for one in taken if one.position is Position.PRIORITISED)
    yield SurveyAnswer(
        question="Har kommunen tagit ställning till behovet av åtgärder?",
        answer=f"Ja, för {plural(len(taken), 'problem', 'problem')}; {chosen} är prioriterade."
        if taken
        else "",
        proof=f"Lägesbild {shown.period}, version {shown.number}" if taken and shown else "",
        lacking="Ställningstaganden skrivs under Lägesbilden.",
    )
    opened = [one for one in problems_in(session) if one.is_open]
    analysed = [one for one in opened if one.causes]
    yield SurveyAnswer(
        question="För hur många problem finns en orsaksanalys?",
        answer=f"{len(analysed)} av {plural(len(opened), 'problem', 'problem')}." if analysed else "",
        proof=listed([one.title for one in analysed]),
        lacking="Orsaker skrivs under Områden.",
    )


def _adopted(
    question: str, name: str, version: SituationPicture | ActionPlan | None, lacking: str
) -> SurveyAnswer:
    if version is None:
        return SurveyAnswer(question=question, lacking=lacking)
    proof = ", ".join(filter(None, (resolution_text(version.decided), _dnr(version.decided.dnr))))
    return SurveyAnswer(
        question=question, answer=f"Ja, {name.lower()} för {version.period}.", proof=proof, lacking=lacking
    )


def _plan(order: PaperOrder, law: LawFacts) -> Iterator[SurveyAnswer]:
    plan = newest_decided(plans_in(order.session))
    yield _adopted("Har kommunen en beslutad åtgärdsplan?", "Åtgärdsplan", plan, "Skrivs under Planen.")
    actions = plan_actions(order.session)
    count = {status: sum(1 for one in actions if one.status is status) for status in ActionStatus}
    states = ", ".join(f"{status.value.lower()} {number}" for status, number in count.items() if number)
    yield SurveyAnswer(
        question="Hur många åtgärder har planen, och hur går de?",
        answer=f"{plural(len(actions), 'åtgärd', 'åtgärder')} ({states})." if actions else "",
        proof=f"Åtgärdsplan {plan.period}" if plan and actions else "",
        lacking="Åtgärder kopplas till en beslutad plan under Planen.",
    )
    followed = max((one.day for one in law.follow_ups), default=None)
    yield SurveyAnswer(
        question="När följdes planen upp senast?",
        answer=f"{iso(followed)}." if followed else "",
        proof="Uppföljning av åtgärdsplanen" if followed else "",
        lacking="Uppföljningen avslutas under Uppföljning.",
    )
    links = [one.what for one in law.plan_links]
    yield SurveyAnswer(
        question="Hur samordnas planen med annan planering?",
        answer=_sentence("; ".join(links)),
        proof="Åtgärdsplanens avsnitt om samordning" if links else "",
        lacking="Andra planer läggs in under Planen.",
    )


def _agreements(order: PaperOrder, year: int) -> Iterator[SurveyAnswer]:
    valid = [
        one
        for one in agreements_in(order.session)
        if agreement_state(one, order.today) in {AgreementState.VALID, AgreementState.SIGNED}
    ]
    yield SurveyAnswer(
        question="Vilka skriftliga överenskommelser om samverkan finns?",
        answer=_sentence("; ".join(one.title for one in valid)),
        proof="; ".join(_agreed(one.signed_on, one.period) for one in valid),
        lacking="Läggs in under Överenskommelser.",
    )
    pledges = [one for one in pledges_in(order.session) if _is_of(one.starts, one.ends, year)]
    followed = [one.followed_up_on for one in pledges if one.followed_up_on]
    told = f"Senast följda upp {iso(max(followed))}" if followed else "Inte följda upp"
    yield SurveyAnswer(
        question=f"Fanns det medborgarlöften {year}?",
        answer=f"Ja, {plural(len(pledges), 'löfte', 'löften')}." if pledges else "",
        proof=told if pledges else "",
        lacking="Löften skrivs på sin överenskommelse.",
    )


def _agreed(signed: date | None, period: str) -> str:
    words = (f"undertecknad {iso(signed)}" if signed else "", f"gäller {period}" if period else "")
    return _capital(", ".join(filter(None, words)))


def _told(law: LawFacts, year: int) -> Iterator[SurveyAnswer]:
    yield SurveyAnswer(
        question="Vart vänder sig invånare och andra aktörer?",
        answer=law.contact_point,
        proof="Samordningsfunktionen" if law.contact_point else "",
        lacking="Kontaktpunkten skrivs under Överenskommelser, fliken Samordning.",
    )
    shown = [one for one in law.publications if one.day.year == year]
    yield SurveyAnswer(
        question=f"Vad fick invånarna veta {year}?",
        answer=_sentence("; ".join(one.title for one in shown)),
        proof="; ".join(", ".join(filter(None, (iso(one.day), one.where))) for one in shown),
        lacking="Publiceringar antecknas under Överenskommelser, fliken Samordning.",
    )
    reported = [(one.day, one) for one in law.reports if one.day]
    day, last = max(reported, key=lambda pair: pair[0], default=(None, None))
    yield SurveyAnswer(
        question="När rapporterade ni senast till fullmäktige?",
        answer=f"{iso(day)}." if day else "",
        proof=", ".join(filter(None, (last.title, last.section, _dnr(last.dnr)))) if last else "",
        lacking="Rapporten läggs in under Överenskommelser, fliken Ärenden till nämnd.",
    )


def _resources(order: PaperOrder, year: int) -> SurveyAnswer:
    grants = [line for line in resource_lines(order.session, year) if line.startswith("Statsbidrag")]
    return SurveyAnswer(
        question=f"Sökte eller fick kommunen statsbidrag {year}?",
        answer=" ".join(grants),
        proof="Bidrag" if grants else "",
        lacking="Bidragsprojekt läggs in under Överenskommelser, fliken Bidrag.",
    )


def _is_of(starts: date | None, ends: date | None, year: int) -> bool:
    return (starts is None or starts.year <= year) and (ends is None or ends.year >= year)


def _dnr(number: str) -> str:
    return f"dnr {number}" if number else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentence(text: str) -> str:
    """Return the words as a sentence of their own; nothing stays nothing."""
    return f"{_capital(text.rstrip('.'))}." if text.strip() else ""
