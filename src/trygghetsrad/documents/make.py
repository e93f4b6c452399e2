"""The front door: which documents there are, how each is built, and what its file is called."""

from __future__ import annotations

import re
import unicodedata
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
    from datetime import date

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

_LONGEST_NAME = 120
_NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_HIDDEN = frozenset({"Cc", "Cf", "Cs"})


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


def file_name(kind: str, day: date, title: str, suffix: str = ".pdf") -> str:
    """Return "2026-12-08 Kallelse möte 4.pdf": a name every file system takes; raises KeyError."""
    words = f"{day.isoformat()} {DOCUMENT_KINDS[kind]} {title}"
    return f"{_safe(words)}{suffix}"


def _safe(words: str) -> str:
    words = unicodedata.normalize("NFC", words.replace("/", "-"))
    words = "".join(character for character in words if unicodedata.category(character) not in _HIDDEN)
    return " ".join(_NOT_IN_A_NAME.sub(" ", words).split())[:_LONGEST_NAME].rstrip(". ")
