"""Facts of papers that are made around one meeting, and what every one of them must stand."""

from __future__ import annotations

import dataclasses
from datetime import time
from typing import Any

from documents.papers import a_letterhead, a_meeting
from trygghetsrad.domain.papers import ChairScriptFacts, ScriptRow

SCRIPT = (
    ScriptRow(
        number="1", title="Mötet öppnas", speaker="Ordföranden", minutes=5, remember=("Hälsa välkomna.",)
    ),
    ScriptRow(
        number="2",
        title="Överenskommelse med polisen 2027–2030",
        speaker="Eva Nordlund",
        minutes=25,
        kind="beslut",
        registry_number="KS 2026/71",
        proposed_decision="Rådet föreslår kommunstyrelsen att godkänna överenskommelsen.",
        remember=("Fråga om rådet är enigt.",),
    ),
    ScriptRow(number="3", title="Övriga frågor", minutes=10, kind="diskussion"),
)


def a_chair_script(**changes: Any) -> ChairScriptFacts:
    return dataclasses.replace(
        ChairScriptFacts(
            letterhead=a_letterhead(),
            meeting=a_meeting(),
            planned_end=time(15),
            rows=SCRIPT,
            chair="Eva Nordlund",
            secretary="Anna Sjöberg",
            excused=("Karin Holm, Kommunstyrelsen, ersätts av Nils Ek",),
        ),
        **changes,
    )


MEETING_PAPERS = {"körschema": a_chair_script}


def poisoned(value: Any, text: str) -> Any:
    """Return the same facts with every piece of text in them replaced."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        kept = {"letterhead", "link"}
        return dataclasses.replace(
            value,
            **{
                field.name: poisoned(getattr(value, field.name), text)
                for field in dataclasses.fields(value)
                if field.name not in kept
            },
        )
    if isinstance(value, tuple):
        return tuple(poisoned(part, text) for part in value)
    return text if type(value) is str and value else value
