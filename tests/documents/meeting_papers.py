"""Facts of papers that are made around one meeting, and what every one of them must stand."""

from __future__ import annotations

import dataclasses
from datetime import date, time
from typing import Any

from documents.papers import ITEMS, a_letterhead, a_meeting, an_action_list, the_minutes, the_notes
from trygghetsrad.domain.papers import (
    ChairScriptFacts,
    DecidedItem,
    DecidingMeeting,
    DecisionFacts,
    DecisionListFacts,
    ExtractFacts,
    ScriptRow,
    WebItem,
    WebTask,
    WebTextFacts,
)
from trygghetsrad.domain.papers.public import public_version

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


def an_extract(**changes: Any) -> ExtractFacts:
    return dataclasses.replace(
        ExtractFacts(
            minutes=the_minutes(items=ITEMS[2:3]),
            which="§\u00a016",
            state="Justerat 2026-12-15",
            is_done=True,
            sent_to=("Kommunstyrelsen", "Polisen"),
        ),
        **changes,
    )


def a_decided_item(**changes: Any) -> DecidedItem:
    decision = DecisionFacts(outcome="beslutar", text="att byta lamporna.", sent_to=("kommunstyrelsen",))
    return dataclasses.replace(
        DecidedItem(label="§ 5", title="Belysning", registry_number="KS 2026/71", decisions=(decision,)),
        **changes,
    )


def a_decision_list(**changes: Any) -> DecisionListFacts:
    return dataclasses.replace(
        DecisionListFacts(
            letterhead=a_letterhead(),
            since=date(2026, 1, 1),
            until=date(2026, 12, 31),
            as_of=date(2026, 12, 10),
            meetings=(
                DecidingMeeting(
                    meeting=a_meeting(number="1/2026", day=date(2026, 3, 10)),
                    settled=True,
                    items=(a_decided_item(), a_decided_item(label="§ 6", title="Hot", confidential=True)),
                ),
                DecidingMeeting(meeting=a_meeting(number="2/2026"), settled=True),
                DecidingMeeting(meeting=a_meeting(), settled=False, items=(a_decided_item(label="§ 14"),)),
            ),
        ),
        **changes,
    )


def a_web_text(**changes: Any) -> WebTextFacts:
    decision = DecisionFacts(outcome="enas om", text="att\n- byta lamporna\n- gå i maj")
    return dataclasses.replace(
        WebTextFacts(
            letterhead=a_letterhead(),
            meeting=a_meeting(),
            items=(
                WebItem(
                    title="Belysning", text="Det är mörkt & otryggt.\n\n- vid skolan", decisions=(decision,)
                ),
                WebItem(title="Vandring", text="Vi går i maj."),
            ),
            tasks=(WebTask(what="Byta lamporna", due=date(2027, 1, 31)), WebTask(what="Bjuda in")),
            next_meeting="tisdag 9 mars 2027 kl. 13.00, Kommunhuset",
            website="www.norrmyra.example",
        ),
        **changes,
    )


MEETING_PAPERS = {
    "en sida per ansvarig": lambda: an_action_list(page_each=True),
    "för en ansvarig": lambda: an_action_list(owner="Lena Berg"),
    "webbtext": a_web_text,
    "tom webbtext": lambda: a_web_text(items=(), tasks=(), next_meeting="", website="", settled=False),
    "beslutslista": a_decision_list,
    "tom beslutslista": lambda: a_decision_list(meetings=()),
    "körschema": a_chair_script,
    "publikt protokoll": lambda: public_version(the_minutes()),
    "publika anteckningar": lambda: public_version(the_notes()),
    "utdrag": an_extract,
    "ojusterat utdrag": lambda: an_extract(state="Inte justerat", is_done=False),
    "utdrag ur anteckningar": lambda: an_extract(minutes=the_notes(items=ITEMS[:1]), which="punkt\u00a01"),
}


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
