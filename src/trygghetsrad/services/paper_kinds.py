"""Which kinds of papers there are: what each is about, what it asks and where its facts come from."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from trygghetsrad.domain.documents import PaperAsk, PaperOptions
from trygghetsrad.domain.errors import Refused
from trygghetsrad.services.agenda import AHEAD
from trygghetsrad.services.agreement_papers import (
    agreement_options,
    agreement_paper_facts,
    pledge_options,
    pledge_paper_facts,
)
from trygghetsrad.services.chair_script import chair_script_facts
from trygghetsrad.services.council_papers import (
    invitation_facts,
    invitation_options,
    privacy_facts,
    representation_facts,
    representation_options,
    wheel_facts,
    wheel_options,
)
from trygghetsrad.services.decision_lists import decision_list_facts
from trygghetsrad.services.grant_papers import grant_options, grant_paper_facts
from trygghetsrad.services.item_requests import item_request_facts
from trygghetsrad.services.law_papers import law_paper_facts
from trygghetsrad.services.matter_memos import any_memo_facts
from trygghetsrad.services.minutes_now import (
    extract_facts,
    is_formal,
    minutes_now,
    minutes_word,
    public_minutes,
)
from trygghetsrad.services.notices import former_notice, notice_facts
from trygghetsrad.services.packets import has_papers, packet_facts
from trygghetsrad.services.paper_choosing import PaperOrder, usual_options
from trygghetsrad.services.papers import (
    action_list_facts,
    agenda_facts,
    attendance_list_facts,
    member_list_facts,
)
from trygghetsrad.services.picture_papers import analysis_paper_facts, picture_paper_facts
from trygghetsrad.services.plan_papers import plan_paper_facts
from trygghetsrad.services.questionnaire_papers import questionnaire_facts, questionnaire_options
from trygghetsrad.services.review_papers import review_paper_facts
from trygghetsrad.services.room import room_of
from trygghetsrad.services.survey_papers import survey_paper_facts
from trygghetsrad.services.trail_papers import trail_paper_facts
from trygghetsrad.services.web_texts import web_text_facts
from trygghetsrad.services.year_report import year_report_facts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sqlalchemy.orm import Session

    from trygghetsrad.documents.make import PaperFacts
    from trygghetsrad.domain.meetings import MeetingRoom


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperKind:
    """One kind of paper."""

    facts: Callable[[PaperOrder], PaperFacts]
    of_meeting: bool = False
    asks: frozenset[PaperAsk] = frozenset()
    usual: Callable[[PaperOrder], PaperOptions] = usual_options
    """The answers where she has not chosen; only those that the kind asks for are used."""
    suits: Callable[[MeetingRoom], bool] = lambda _room: True
    """Whether a meeting has such a paper at all."""
    titled: Callable[[MeetingRoom], str] | None = None
    """What it is called for one meeting, where that is not the title of the kind."""
    is_timely: Callable[[MeetingRoom], bool] = lambda _room: True
    """Whether it is worth making yet."""
    has_word: bool = True


def has_begun(room: MeetingRoom) -> bool:
    return room.meeting.started is not None


def has_decided(room: MeetingRoom) -> bool:
    return has_begun(room) and any(item.decisions for item in room.items)


def _action_list(order: PaperOrder) -> PaperFacts:
    facts, chosen = action_list_facts(order.session, order.today), order.options
    if chosen.page_each:
        return dataclasses.replace(facts, page_each=True)
    if not chosen.owner:
        return facts
    rows = tuple(action for action in facts.rows if action.owner == chosen.owner)
    return dataclasses.replace(facts, owner=chosen.owner, rows=rows)


def _working(_order: PaperOrder) -> PaperOptions:
    """Return no answers: every problem, and the version that is being written."""
    return PaperOptions()


def _notice_now(order: PaperOrder) -> PaperFacts:
    former = former_notice(order.session, order.meeting.meeting.uid)
    return notice_facts(order.session, order.meeting, order.today, former)


# In the order of the page Dokument. The keys are those of documents/make.py.
KINDS: MappingProxyType[str, PaperKind] = MappingProxyType(
    {
        "kallelse": PaperKind(facts=_notice_now, of_meeting=True),
        "dagordning": PaperKind(
            facts=lambda order: agenda_facts(order.session, order.meeting), of_meeting=True
        ),
        "handlingspaket": PaperKind(
            facts=packet_facts,
            of_meeting=True,
            asks=frozenset({PaperAsk.AUDIENCE, PaperAsk.POINT}),
            usual=lambda _order: PaperOptions(),
            is_timely=has_papers,
            has_word=False,
        ),
        "arendeforfragan": PaperKind(
            facts=item_request_facts,
            of_meeting=True,
            is_timely=lambda room: room.meeting.state in AHEAD and not has_begun(room),
        ),
        "korschema": PaperKind(facts=chair_script_facts, of_meeting=True),
        "narvarolista": PaperKind(
            facts=lambda order: attendance_list_facts(order.session, order.meeting), of_meeting=True
        ),
        "protokoll": PaperKind(facts=minutes_now, of_meeting=True, suits=is_formal, is_timely=has_begun),
        "minnesanteckningar": PaperKind(
            facts=minutes_now, of_meeting=True, suits=lambda room: not is_formal(room), is_timely=has_begun
        ),
        "protokoll-publik": PaperKind(
            facts=public_minutes,
            of_meeting=True,
            is_timely=has_begun,
            titled=lambda room: f"{minutes_word(room).capitalize()}, publik version",
        ),
        "protokollsutdrag": PaperKind(
            facts=extract_facts,
            of_meeting=True,
            asks=frozenset({PaperAsk.SECTIONS}),
            is_timely=has_decided,
            titled=lambda room: "Protokollsutdrag" if is_formal(room) else "Utdrag ur minnesanteckningar",
        ),
        "webbtext": PaperKind(facts=web_text_facts, of_meeting=True, is_timely=has_begun),
        "beslutslista": PaperKind(facts=decision_list_facts, asks=frozenset({PaperAsk.PERIOD})),
        "atgardslista": PaperKind(facts=_action_list, asks=frozenset({PaperAsk.OWNER})),
        "ledamoter": PaperKind(
            facts=lambda order: member_list_facts(order.session, order.options.day or order.today),
            asks=frozenset({PaperAsk.DAY}),
        ),
        "arshjul": PaperKind(facts=wheel_facts, asks=frozenset({PaperAsk.YEAR}), usual=wheel_options),
        "atgardsplan": PaperKind(facts=plan_paper_facts, asks=frozenset({PaperAsk.VERSION}), usual=_working),
        "lagesbild": PaperKind(facts=picture_paper_facts, asks=frozenset({PaperAsk.VERSION}), usual=_working),
        "orsaksanalys": PaperKind(
            facts=analysis_paper_facts, asks=frozenset({PaperAsk.PROBLEM}), usual=_working
        ),
        "uppfoljning": PaperKind(facts=review_paper_facts, asks=frozenset({PaperAsk.OWNER})),
        "sparlista": PaperKind(facts=trail_paper_facts, asks=frozenset({PaperAsk.PROBLEM}), usual=_working),
        "arsrapport": PaperKind(facts=year_report_facts, asks=frozenset({PaperAsk.YEAR})),
        "tjansteskrivelse": PaperKind(facts=any_memo_facts, asks=frozenset({PaperAsk.YEAR, PaperAsk.MATTER})),
        "lagkoll": PaperKind(facts=law_paper_facts),
        "bra-enkat": PaperKind(facts=survey_paper_facts, asks=frozenset({PaperAsk.YEAR})),
        "statsbidrag": PaperKind(
            facts=grant_paper_facts, asks=frozenset({PaperAsk.GRANT}), usual=grant_options
        ),
        "overenskommelse": PaperKind(
            facts=agreement_paper_facts, asks=frozenset({PaperAsk.AGREEMENT}), usual=agreement_options
        ),
        "medborgarlofte": PaperKind(
            facts=pledge_paper_facts, asks=frozenset({PaperAsk.AGREEMENT}), usual=pledge_options
        ),
        "inbjudan": PaperKind(
            facts=invitation_facts, asks=frozenset({PaperAsk.ORGANISATION}), usual=invitation_options
        ),
        "representation": PaperKind(
            facts=representation_facts, asks=frozenset({PaperAsk.ORGANISATION}), usual=representation_options
        ),
        "fragelista": PaperKind(
            facts=questionnaire_facts, asks=frozenset({PaperAsk.ORGANISATION}), usual=questionnaire_options
        ),
        "personuppgifter": PaperKind(facts=privacy_facts),
    }
)
OF_MEETING = tuple(key for key, kind in KINDS.items() if kind.of_meeting)
OF_COUNCIL = tuple(key for key, kind in KINDS.items() if not kind.of_meeting)
MINUTES = frozenset({"protokoll", "minnesanteckningar"})


def kind_title(kind: str, room: MeetingRoom | None) -> str:
    """Return what a kind of paper is called, for this meeting."""
    from trygghetsrad.documents.make import DOCUMENT_KINDS

    titled = KINDS[kind].titled
    return titled(room) if titled and room else DOCUMENT_KINDS[kind]


def ordered(
    session: Session, kind: str, today: date, meeting_id: int | None, options: PaperOptions
) -> PaperOrder:
    """Return an order with every question of its kind answered.

    Raises Refused for a kind that does not exist, lacks its meeting or does not fit it.
    """
    if kind not in KINDS:
        raise Refused(f"Det finns inget dokument av slaget ”{kind}”. Inget har skapats.")
    spec = KINDS[kind]
    if spec.of_meeting and not meeting_id:
        raise Refused("Välj vilket möte dokumentet gäller.")
    room = room_of(session, meeting_id) if spec.of_meeting and meeting_id else None
    if room is not None and not spec.suits(room):
        _refuse(kind, room)
    order = PaperOrder(session=session, kind=kind, today=today, room=room)
    usual = spec.usual(order) if spec.asks else PaperOptions()
    return dataclasses.replace(order, options=options.over(usual).only(spec.asks))


def facts_of(order: PaperOrder) -> PaperFacts:
    """Return what the ordered paper says now."""
    return KINDS[order.kind].facts(order)


def _refuse(kind: str, room: MeetingRoom) -> None:
    """Refuse a protokoll of a meeting that keeps minnesanteckningar, and the other way round."""
    raise Refused(
        f"{room.meeting.label} skrivs som {minutes_word(room)}. Ändra det på mötet om du vill ha {kind}."
    )
