"""The front door: which documents there are, and how each is built."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from trygghetsrad.documents.builders.actions import build_action_list
from trygghetsrad.documents.builders.agenda import build_agenda
from trygghetsrad.documents.builders.agreements import build_agreement, build_pledges
from trygghetsrad.documents.builders.asking import build_item_request
from trygghetsrad.documents.builders.chairing import build_chair_script
from trygghetsrad.documents.builders.decisions import build_decision_list
from trygghetsrad.documents.builders.extracts import build_extract
from trygghetsrad.documents.builders.grants import build_grant
from trygghetsrad.documents.builders.law import build_law
from trygghetsrad.documents.builders.letters import build_invitation, build_representation
from trygghetsrad.documents.builders.memo import build_memo
from trygghetsrad.documents.builders.minutes import build_minutes
from trygghetsrad.documents.builders.notice import build_notice
from trygghetsrad.documents.builders.packet import build_packet
from trygghetsrad.documents.builders.people import build_attendance_list, build_member_list
from trygghetsrad.documents.builders.pictures import build_analysis, build_picture
from trygghetsrad.documents.builders.plans import build_plan
from trygghetsrad.documents.builders.privacy import build_privacy
from trygghetsrad.documents.builders.questionnaires import build_questionnaire
from trygghetsrad.documents.builders.reviews import build_review
from trygghetsrad.documents.builders.survey import build_survey
from trygghetsrad.documents.builders.trails import build_trail
from trygghetsrad.documents.builders.web import build_web_text
from trygghetsrad.documents.builders.wheel import build_wheel
from trygghetsrad.documents.builders.year_report import build_year_report
from trygghetsrad.domain.papers import (
    ActionListFacts,
    AgendaFacts,
    AgreementPaperFacts,
    AttendanceListFacts,
    ChairScriptFacts,
    DecisionListFacts,
    ExtractFacts,
    InvitationFacts,
    ItemRequestFacts,
    LawPaperFacts,
    MemberListFacts,
    MemoFacts,
    MinutesFacts,
    NoticeFacts,
    PacketFacts,
    PledgePaperFacts,
    PrivacyFacts,
    QuestionnaireFacts,
    RepresentationFacts,
    WebTextFacts,
    WheelFacts,
    YearReportFacts,
)
from trygghetsrad.domain.papers.grants import GrantPaperFacts
from trygghetsrad.domain.papers.pictures import AnalysisPaperFacts, PicturePaperFacts
from trygghetsrad.domain.papers.plans import PlanPaperFacts
from trygghetsrad.domain.papers.reviews import ReviewPaperFacts
from trygghetsrad.domain.papers.survey import SurveyPaperFacts
from trygghetsrad.domain.papers.trails import TrailPaperFacts

if TYPE_CHECKING:
    from collections.abc import Callable

    from trygghetsrad.documents.model import Document
    from trygghetsrad.domain.papers import Letterhead

# The keys are the KIND words of the command line.
DOCUMENT_KINDS = MappingProxyType(
    {
        "arendeforfragan": "Ärendeförfrågan",
        "kallelse": "Kallelse",
        "dagordning": "Dagordning",
        "handlingspaket": "Handlingspaket",
        "korschema": "Ordförandens körschema",
        "narvarolista": "Närvarolista",
        "protokoll": "Protokoll",
        "protokoll-publik": "Protokoll, publik version",
        "minnesanteckningar": "Minnesanteckningar",
        "protokollsutdrag": "Protokollsutdrag",
        "webbtext": "Webbtext",
        "beslutslista": "Beslutslista",
        "ledamoter": "Förteckning över ledamöter",
        "atgardslista": "Åtgärdslista",
        "arshjul": "Årshjul",
        "personuppgifter": "Så behandlar vi dina personuppgifter",
        "inbjudan": "Inbjudan till rådet",
        "representation": "Representation i rådet",
        "fragelista": "Frågelista till lägesbilden",
        "atgardsplan": "Åtgärdsplan",
        "lagesbild": "Lägesbild",
        "orsaksanalys": "Orsaksanalys",
        "uppfoljning": "Uppföljning av åtgärdsplanen",
        "sparlista": "Spårlista",
        "arsrapport": "Årsrapport",
        "tjansteskrivelse": "Tjänsteskrivelse",
        "lagkoll": "Så följer kommunen lagen",
        "bra-enkat": "Underlag till Brås enkät",
        "statsbidrag": "Underlag till bidrag",
        "overenskommelse": "Överenskommelse om samverkan",
        "medborgarlofte": "Medborgarlöften",
    }
)


class PaperFacts(Protocol):
    """What any paper says; each kind has a class of its own in domain/papers."""

    @property
    def letterhead(self) -> Letterhead: ...


BUILDERS: MappingProxyType[type[Any], Callable[[Any], Document]] = MappingProxyType(
    {
        NoticeFacts: build_notice,
        PacketFacts: build_packet,
        ItemRequestFacts: build_item_request,
        AgendaFacts: build_agenda,
        ChairScriptFacts: build_chair_script,
        MinutesFacts: build_minutes,
        ExtractFacts: build_extract,
        WebTextFacts: build_web_text,
        DecisionListFacts: build_decision_list,
        AttendanceListFacts: build_attendance_list,
        MemberListFacts: build_member_list,
        ActionListFacts: build_action_list,
        WheelFacts: build_wheel,
        PrivacyFacts: build_privacy,
        InvitationFacts: build_invitation,
        RepresentationFacts: build_representation,
        QuestionnaireFacts: build_questionnaire,
        PlanPaperFacts: build_plan,
        PicturePaperFacts: build_picture,
        AnalysisPaperFacts: build_analysis,
        ReviewPaperFacts: build_review,
        TrailPaperFacts: build_trail,
        YearReportFacts: build_year_report,
        MemoFacts: build_memo,
        LawPaperFacts: build_law,
        SurveyPaperFacts: build_survey,
        GrantPaperFacts: build_grant,
        AgreementPaperFacts: build_agreement,
        PledgePaperFacts: build_pledges,
    }
)


def build(facts: PaperFacts) -> Document:
    """Return the document the facts are for."""
    return BUILDERS[type(facts)](facts)
