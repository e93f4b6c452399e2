"""What each paper says, before it is laid out: facts with names as they are printed."""

from __future__ import annotations

from trygghetsrad.domain.papers.agreements import (
    AgreementChapter,
    AgreementPaperFacts,
    PledgePaperFacts,
    PrintedPledge,
    SigningParty,
)
from trygghetsrad.domain.papers.chairing import ChairScriptFacts, ScriptRow
from trygghetsrad.domain.papers.decisions import DecidedItem, DecidingMeeting, DecisionListFacts
from trygghetsrad.domain.papers.extracts import ExtractFacts
from trygghetsrad.domain.papers.law import LawPaperFacts
from trygghetsrad.domain.papers.letterhead import Letterhead, MeetingFacts, Words
from trygghetsrad.domain.papers.letters import CouncilYear, InvitationFacts, RepresentationFacts
from trygghetsrad.domain.papers.lists import (
    ActionListFacts,
    ActionRow,
    AttendanceListFacts,
    AttendanceRow,
    MemberGroup,
    MemberListFacts,
    MemberRow,
)
from trygghetsrad.domain.papers.minutes import (
    AssignmentFacts,
    AttendanceFacts,
    Attendee,
    DecisionFacts,
    MinutesFacts,
    MinutesItem,
    Officer,
)
from trygghetsrad.domain.papers.notices import (
    AbsenceReport,
    AgendaFacts,
    AgendaRow,
    CalledPerson,
    ItemRequestFacts,
    NoticeFacts,
    NoticeKind,
)
from trygghetsrad.domain.papers.packets import PacketFacts
from trygghetsrad.domain.papers.privacy import PrivacyFacts
from trygghetsrad.domain.papers.questionnaires import AskedQuestion, QuestionnaireFacts
from trygghetsrad.domain.papers.web import WebItem, WebTask, WebTextFacts
from trygghetsrad.domain.papers.wheel import Pace, WheelDay, WheelFacts, WheelMark
from trygghetsrad.domain.papers.year_report import (
    MemoFacts,
    ReportedArea,
    ReportedAttendance,
    ReportedChange,
    ReportedDecision,
    ReportedMeeting,
    ReportedMember,
    YearReportFacts,
)

__all__ = [
    "AbsenceReport",
    "ActionListFacts",
    "ActionRow",
    "AgendaFacts",
    "AgendaRow",
    "AgreementChapter",
    "AgreementPaperFacts",
    "AskedQuestion",
    "AssignmentFacts",
    "AttendanceFacts",
    "AttendanceListFacts",
    "AttendanceRow",
    "Attendee",
    "CalledPerson",
    "ChairScriptFacts",
    "CouncilYear",
    "DecidedItem",
    "DecidingMeeting",
    "DecisionFacts",
    "DecisionListFacts",
    "ExtractFacts",
    "InvitationFacts",
    "ItemRequestFacts",
    "LawPaperFacts",
    "Letterhead",
    "MeetingFacts",
    "MemberGroup",
    "MemberListFacts",
    "MemberRow",
    "MemoFacts",
    "MinutesFacts",
    "MinutesItem",
    "NoticeFacts",
    "NoticeKind",
    "Officer",
    "Pace",
    "PacketFacts",
    "PledgePaperFacts",
    "PrintedPledge",
    "PrivacyFacts",
    "QuestionnaireFacts",
    "ReportedArea",
    "ReportedAttendance",
    "ReportedChange",
    "ReportedDecision",
    "ReportedMeeting",
    "ReportedMember",
    "RepresentationFacts",
    "ScriptRow",
    "SigningParty",
    "WebItem",
    "WebTask",
    "WebTextFacts",
    "WheelDay",
    "WheelFacts",
    "WheelMark",
    "Words",
    "YearReportFacts",
]
