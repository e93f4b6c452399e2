"""Kallelse: who is called, when, where, to what, and what is asked of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Box, Bullets, Heading, Look, Para, Tone
from trygghetsrad.documents.builders.agenda import agenda_block
from trygghetsrad.documents.builders.parts import (
    action_table,
    capital,
    filled,
    key_values,
    link,
    meeting_name,
    prose,
    when,
)
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.dates import iso, long_day
from trygghetsrad.domain.papers import NoticeKind

if TYPE_CHECKING:
    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers import AbsenceReport, NoticeFacts

# More than this would push the agenda off the first page.
ACTIONS_BEFORE_AGENDA = 10

_KIND = {
    NoticeKind.NEW: "Kallelse",
    NoticeKind.CHANGED: "Ändrad kallelse",
    NoticeKind.CANCELLED: "Inställt",
}


_MANY = {"ledamot": "ledamöter", "adjungerad": "adjungerade"}


def build_notice(facts: NoticeFacts) -> Document:
    title = _title(facts)
    blocks = [*_change(facts), Heading(1, title), *_lead(facts), _facts(facts)]
    blocks += _cancelled(facts) if facts.kind is NoticeKind.CANCELLED else _content(facts)
    meta = Meta(
        title=title,
        kind=_KIND[facts.kind],
        letterhead=facts.letterhead,
        dated=iso(facts.issued_on),
        registry_number=facts.registry_number,
    )
    return Document(meta, tuple(blocks))


def _title(facts: NoticeFacts) -> str:
    name = meeting_name(facts.meeting, facts.words)
    if facts.kind is NoticeKind.CANCELLED:
        return f"{capital(name)} är inställt"
    return f"{_KIND[facts.kind]} till {name}"


def _change(facts: NoticeFacts) -> list[Block]:
    """Put the change on the first line of the paper, above its title (practice.md 7)."""
    if facts.kind is NoticeKind.NEW:
        return []
    dated = f", ersätter kallelse daterad {iso(facts.replaces_dated)}" if facts.replaces_dated else ""
    first = "INSTÄLLT" if facts.kind is NoticeKind.CANCELLED else "ÄNDRAD KALLELSE"
    return [Box((Para(f"{first}{dated}", Look.STRONG), *prose(facts.change_text)), Tone.NOTICE)]


def _lead(facts: NoticeFacts) -> list[Block]:
    return [Para(text, Look.LEAD) for text in filled(facts.meeting.title)]


def _facts(facts: NoticeFacts) -> Block:
    return key_values(
        [
            ("Tid", [when(facts.meeting)]),
            ("Plats", [facts.meeting.place]),
            ("Digitalt", [link(facts.meeting.link) if facts.kind is not NoticeKind.CANCELLED else ""]),
            ("Ordförande", [facts.chair]),
            ("Sekreterare", [facts.secretary]),
        ]
    )


def _cancelled(facts: NoticeFacts) -> list[Block]:
    the_meeting = capital(facts.words.the_meeting)
    contact = ", ".join(filled(facts.absence.to, *facts.absence.contact))
    question = f" Frågor besvaras av {contact}." if contact else ""
    text = f"{the_meeting} hålls inte. Numret behålls och används inte för något annat {facts.words.meeting}."
    return [Para(text + question), *_called(facts)]


def _content(facts: NoticeFacts) -> list[Block]:
    agenda = capital(facts.words.agenda)
    actions = _open_actions(facts)
    early = len(facts.open_actions) <= ACTIONS_BEFORE_AGENDA
    return [
        *_section(f"Det här ska {facts.words.the_meeting} besluta", _to_decide(facts)),
        *_section("Det här ber vi dig om", prose(facts.asked_of_you)),
        *_section("Om du inte kan komma", _absence(facts.absence)),
        *(actions if early else []),
        Heading(2, agenda),
        agenda_block(facts.agenda, facts.meeting, agenda),
        *([] if early else actions),
        *_section("Bilagor", [Bullets(facts.attachments)] if facts.attachments else []),
        *_called(facts),
    ]


def _section(title: str, blocks: list[Para | Bullets]) -> list[Block]:
    return [Heading(2, title), *blocks] if blocks else []


def _to_decide(facts: NoticeFacts) -> list[Para | Bullets]:
    if facts.will_be_decided.strip():
        return prose(facts.will_be_decided)
    items = tuple(
        f"{item.title} (punkt\u00a0{item.number})"
        for item in facts.agenda
        if item.kind.casefold() == "beslut"
    )
    return [Bullets(items)] if items else []


def _absence(absence: AbsenceReport) -> list[Para | Bullets]:
    if not absence.to and not absence.note:
        return []
    by = f" senast {long_day(absence.by)}" if absence.by else ""
    to = f"Meddela {', '.join(filled(absence.to, *absence.contact))}{by}." if absence.to else ""
    return [Para(" ".join(filled(to, absence.note)))]


def _open_actions(facts: NoticeFacts) -> list[Block]:
    if not facts.open_actions:
        return []
    table = action_table(facts.open_actions, "Öppna uppdrag", what="Uppdrag", in_short=True)
    return [Heading(2, "Öppna uppdrag"), table]


def _called(facts: NoticeFacts) -> list[Block]:
    """Return who gets the notice, by what they are in the council, as on the front page of the minutes."""
    by_role: dict[str, list[str]] = {}
    for person in facts.called:
        by_role.setdefault(person.role, []).append(", ".join(filled(person.name, person.organisation)))
    rows = [(_several(role, len(people)), people) for role, people in by_role.items()]
    informed = [", ".join(filled(one.name, one.role, one.organisation)) for one in facts.for_information]
    people = key_values([*rows, ("För kännedom", informed)])
    return [Heading(2, "Kallade"), people] if people.rows else []


def _several(role: str, count: int) -> str:
    return capital(_MANY.get(role, role) if count > 1 else role) or "Kallade"
