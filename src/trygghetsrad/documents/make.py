"""The front door: which documents there are, and how each is built."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from trygghetsrad.documents.builders.actions import build_action_list
from trygghetsrad.documents.builders.agenda import build_agenda
from trygghetsrad.documents.builders.minutes import build_minutes
from trygghetsrad.documents.builders.notice import build_notice
from trygghetsrad.documents.builders.people import build_attendance_list, build_member_list
from trygghetsrad.domain.papers import (
    ActionListFacts,
    AgendaFacts,
    AttendanceListFacts,
    MemberListFacts,
    MinutesFacts,
    NoticeFacts,
)

if TYPE_CHECKING:
    from trygghetsrad.documents.model import Document

# The keys are the KIND words of the command line.
DOCUMENT_KINDS = MappingProxyType(
    {
        "kallelse": "Kallelse",
        "dagordning": "Dagordning",
        "narvarolista": "Närvarolista",
        "protokoll": "Protokoll",
        "protokoll-publik": "Protokoll, publik version",
        "minnesanteckningar": "Minnesanteckningar",
        "ledamoter": "Förteckning över ledamöter",
        "atgardslista": "Åtgärdslista",
    }
)

PaperFacts = (
    NoticeFacts | AgendaFacts | MinutesFacts | AttendanceListFacts | MemberListFacts | ActionListFacts
)


def build(facts: PaperFacts) -> Document:
    """Return the document the facts are for."""
    match facts:
        case NoticeFacts():
            return build_notice(facts)
        case AgendaFacts():
            return build_agenda(facts)
        case MinutesFacts():
            return build_minutes(facts)
        case AttendanceListFacts():
            return build_attendance_list(facts)
        case MemberListFacts():
            return build_member_list(facts)
        case ActionListFacts():
            return build_action_list(facts)
