"""Protokoll och minnesanteckningar: the front page and how the two are put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import (
    Box,
    Bullets,
    Column,
    Heading,
    Look,
    PageBreak,
    Para,
    Table,
    Tone,
)
from trygghetsrad.documents.builders.minutes_items import assignment_table, item_blocks, item_title, section
from trygghetsrad.documents.builders.parts import (
    anchor_of,
    capital,
    filled,
    key_values,
    lower,
    meeting_name,
    prose,
    row,
    when,
)
from trygghetsrad.documents.builders.signing import notice_of_verification, signatures
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.dates import clock, iso, long_day
from trygghetsrad.domain.numbering import SectionStyle, printed_section
from trygghetsrad.domain.signing import Signer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers import Attendee, MinutesFacts, MinutesItem, Officer


_NUMBER_WIDTHS = {SectionStyle.SIGN: 0.6, SectionStyle.WITH_YEAR: 0.9, SectionStyle.WORD: 1.0}


def build_minutes(facts: MinutesFacts) -> Document:
    kind = "Protokoll" if facts.formal else "Minnesanteckningar"
    title = f"{kind} {meeting_name(facts.meeting, facts.words)}"
    heading = Heading(1, title, anchor_of("M", facts.meeting.uid))
    public = "Publik version. Sist står vad som är utelämnat." if facts.left_out else ""
    lead = [Para(text, Look.LEAD) for text in filled(facts.meeting.title, public)]
    blocks = [*_notes_above(facts), heading, *lead, _front(facts)]
    blocks += _formal(facts) if facts.formal else _informal(facts)
    meta = Meta(
        title=title,
        kind=kind,
        letterhead=facts.letterhead,
        dated=iso(facts.meeting.day),
        registry_number=facts.registry_number,
        marking="publik version" if facts.public else lower(facts.draft_label),
        code="" if facts.public else facts.code or "",
    )
    return Document(meta, tuple(blocks))


def _notes_above(facts: MinutesFacts) -> list[Block]:
    """Say before anything else that it is a draft, what changed, which file counts."""
    blocks: list[Para | Bullets] = []
    if facts.draft_label:
        state = "inte justerat" if facts.formal else "inte färdigt"
        blocks.append(Para(f"{capital(facts.draft_label)}, {state}", Look.STRONG))
    if facts.changed_since:
        blocks += [Para(f"Ändrat sedan {facts.previous_label or 'förra versionen'}", Look.STRONG)]
        blocks += [Bullets(facts.changed_since)]
    blocks += prose(facts.deviation_note)
    return [Box(tuple(blocks), Tone.NOTICE)] if blocks else []


def _front(facts: MinutesFacts) -> Block:
    present = facts.present_heading if facts.formal else "Deltagare"
    people = facts.attendance
    return key_values(
        [
            ("Tid", [when(facts.meeting)]),
            ("Ajournering", [facts.meeting.adjourned]),
            ("Plats", [facts.meeting.place]),
            (present, map(_person, people.members)),
            ("Tjänstgörande ersättare", map(_person, people.serving_substitutes)),
            ("Ej tjänstgörande ersättare", map(_person, people.other_substitutes)),
            ("Övriga närvarande", map(_person, people.others)),
            ("Anmält förhinder", map(_person, people.excused)),
            ("Frånvarande", map(_person, people.absent)),
            ("Ordförande", map(_officer, facts.chairs)),
            ("Sekreterare", map(_officer, facts.secretaries)),
            *_verification(facts),
        ]
    )


def _verification(facts: MinutesFacts) -> list[tuple[str, Iterable[str]]]:
    if not facts.formal:
        return []
    day = long_day(facts.verification_day) if facts.verification_day else ""
    at = f"kl.\u00a0{clock(facts.verification_time)}" if facts.verification_time else ""
    return [
        ("Justerare", map(_officer, facts.verifiers)),
        ("Justeringens plats och tid", [", ".join(filled(facts.verification_place, f"{day} {at}".strip()))]),
        ("Paragrafer", [printed_section(facts.section_range, _range_style(facts), facts.meeting.day.year)]),
    ]


def _range_style(facts: MinutesFacts) -> SectionStyle:
    """Return how the span is printed: its label says Paragrafer already."""
    style = facts.words.sections
    return SectionStyle.SIGN if style is SectionStyle.WORD else style


def _person(person: Attendee) -> str:
    """Return "Nils Ek, Polisen, för Mats Lindgren, på distans, §§ 16–19 (kom senare)"."""
    substitute = f"för {person.substitutes_for}" if person.substitutes_for else ""
    remote = "på distans" if person.remote else ""
    reason = f"({person.reason})" if person.reason else ""
    span = " ".join(filled(person.sections, reason))
    return ", ".join(filled(person.name, person.role, person.organisation, substitute, remote, span))


def _officer(officer: Officer) -> str:
    return ", ".join(filled(officer.name, officer.sections))


def _formal(facts: MinutesFacts) -> list[Block]:
    blocks: list[Block] = []
    if facts.items:
        blocks += [Heading(2, "Ärenden"), _contents(facts), PageBreak(after_front=True)]
    for item in facts.items:
        blocks += item_blocks(item, facts)
    blocks += _after(facts)
    if not facts.public:
        blocks += _signatures(facts) + notice_of_verification(facts)
    return blocks + _left_out(facts)


def _left_out(facts: MinutesFacts) -> list[Block]:
    """Say what the public version lacks, and where the whole is."""
    if not facts.left_out:
        return []
    kind = "protokollet" if facts.formal else "minnesanteckningarna"
    whole = f"Du kan begära att få ta del av {kind} i sin helhet hos {facts.letterhead.municipality}."
    return [Heading(2, "Det här är utelämnat"), Bullets(facts.left_out), Para(whole)]


def _contents(facts: MinutesFacts) -> Table:
    numbered = all(item.label for item in facts.items)
    registered = any(item.registry_number for item in facts.items)
    columns = [
        *([Column("Nr", _NUMBER_WIDTHS[facts.words.sections])] if numbered else []),
        Column("Ärende", 6),
        *([Column("Dnr", 1.8)] if registered else []),
    ]
    rows = [
        row(
            *([section(item, facts)] if numbered else []),
            item_title(item, facts),
            *([item.registry_number] if registered else []),
        )
        for item in facts.items
    ]
    return Table(
        summary="Ärenden i protokollet",
        columns=tuple(columns),
        rows=tuple(rows),
        row_header=1 if numbered else 0,
        together=True,
        dense=True,
    )


def _informal(facts: MinutesFacts) -> list[Block]:
    blocks: list[Block] = []
    for item in facts.items:
        blocks += item_blocks(item, facts)
    actions = [action for item in facts.items if _shown(item.confidential, facts) for action in item.actions]
    if actions:
        title = f"Uppdrag från {facts.words.the_meeting}"
        blocks += [Heading(2, title), assignment_table(actions, title)]
    return blocks + _after(facts) + ([] if facts.public else _signatures(facts)) + _left_out(facts)


def _shown(confidential: bool, facts: MinutesFacts) -> bool:
    return not (confidential and facts.public)


def _after(facts: MinutesFacts) -> list[Block]:
    blocks: list[Block] = []
    if facts.next_meeting and not any(_says_next(item, facts) for item in facts.items):
        blocks += [Heading(2, f"Nästa {facts.words.meeting}"), Para(capital(facts.next_meeting))]
    if papers := (*facts.attachments, *facts.unpublished_attachments):
        blocks += [Heading(2, f"Handlingar till {facts.words.the_meeting}"), Bullets(papers)]
    return blocks


def _says_next(item: MinutesItem, facts: MinutesFacts) -> bool:
    """Tell whether a § already says when the next meeting is, in the program's words or the council's own."""
    if not _shown(item.confidential, facts):
        return False
    said = " ".join([item.text, *(decision.text for decision in item.decisions)])
    named = item.title.casefold().startswith(f"nästa {facts.words.meeting}")
    return facts.next_meeting in said or (named and bool(said.strip()))


def _signatures(facts: MinutesFacts) -> list[Block]:
    officers = {
        Signer.SECRETARY: facts.secretaries,
        Signer.CHAIR: facts.chairs,
        Signer.VERIFIER: facts.verifiers,
    }
    kind = "protokoll" if facts.formal else "minnesanteckningar"
    return signatures(facts.letterhead.signing_of(kind), officers)
