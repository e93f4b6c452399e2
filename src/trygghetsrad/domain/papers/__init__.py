"""What each paper says, before it is laid out: facts with names as they are printed."""

from __future__ import annotations

from trygghetsrad.domain.papers.chairing import ChairScriptFacts, ScriptRow
from trygghetsrad.domain.papers.letterhead import Letterhead, MeetingFacts, Words
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
    NoticeFacts,
    NoticeKind,
)

__all__ = [
    "AbsenceReport",
    "ActionListFacts",
    "ActionRow",
    "AgendaFacts",
    "AgendaRow",
    "AssignmentFacts",
    "AttendanceFacts",
    "AttendanceListFacts",
    "AttendanceRow",
    "Attendee",
    "CalledPerson",
    "ChairScriptFacts",
    "DecisionFacts",
    "Letterhead",
    "MeetingFacts",
    "MemberGroup",
    "MemberListFacts",
    "MemberRow",
    "MinutesFacts",
    "MinutesItem",
    "NoticeFacts",
    "NoticeKind",
    "Officer",
    "ScriptRow",
    "Words",
]
