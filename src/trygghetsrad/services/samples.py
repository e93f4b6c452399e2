"""How the papers look with the settings of this moment, also those that are still being typed."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from trygghetsrad.domain.colours import parse_colour
from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.errors import CouncilError
from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.domain.organisation_number import parse_organisation_number
from trygghetsrad.domain.papers.examples import example_minutes, example_notice
from trygghetsrad.services.letterhead import letterhead_of, words_of
from trygghetsrad.services.live import live
from trygghetsrad.services.minutes_facts import minutes_facts
from trygghetsrad.services.notices import notice_facts
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.room import room_of
from trygghetsrad.store.schema import MeetingRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.council import Council
    from trygghetsrad.domain.papers import MinutesFacts, NoticeFacts
    from trygghetsrad.store.database import Database

NOTICE, MINUTES = "kallelse", "protokoll"
_READ = {"accent": parse_colour, "organisation_number": parse_organisation_number}


class SamplesService:
    """Papers to look at; nothing is kept, and no number is given."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def facts(self, kind: str, today: date, typed: Mapping[str, object]) -> NoticeFacts | MinutesFacts:
        """Return a kallelse or a protokoll of the council's own meeting, or of an invented one.

        What is typed counts before what is stored; what cannot be understood yet does not count.
        """
        with self._database.read() as session:
            council = _with_typed(council_of(session), typed)
            if kind == NOTICE:
                return _notice(session, council, today)
            return _minutes(session, council, today)


def render_sample(facts: NoticeFacts | MinutesFacts) -> bytes:
    """Return the paper as PDF; touches no council file, so it may be done beside the window."""
    from trygghetsrad.documents.make import build
    from trygghetsrad.documents.pdf.writer import render_pdf

    return render_pdf(build(facts)).data


def _with_typed(council: Council, typed: Mapping[str, object]) -> Council:
    understood = dict(typed)
    for name, read in _READ.items():
        if name in understood:
            try:
                understood[name] = read(str(understood[name]))
            except CouncilError:
                del understood[name]
    changes: dict[str, Any] = {
        field.name: understood[field.name]
        for field in dataclasses.fields(council)
        if field.name in understood
    }
    return dataclasses.replace(council, **changes)


def _notice(session: Session, council: Council, today: date) -> NoticeFacts:
    letterhead, words = letterhead_of(session, council), words_of(council)
    found = session.scalar(
        live(MeetingRow)
        .where(MeetingRow.state.in_((MeetingState.PLANNED, MeetingState.CALLED)))
        .order_by(MeetingRow.day)
        .limit(1)
    )
    if found is None:
        return example_notice(letterhead, words, today)
    facts = notice_facts(session, room_of(session, found.id), today, None)
    return dataclasses.replace(facts, letterhead=letterhead, words=words)


def _minutes(session: Session, council: Council, today: date) -> MinutesFacts:
    letterhead, words = letterhead_of(session, council), words_of(council)
    found = session.scalar(
        live(MeetingRow).where(MeetingRow.state == MeetingState.HELD).order_by(MeetingRow.day.desc()).limit(1)
    )
    facts = (
        minutes_facts(session, room_of(session, found.id))
        if found
        else example_minutes(letterhead, words, today)
    )
    return dataclasses.replace(
        facts,
        letterhead=letterhead,
        words=words,
        formal=council.minutes_kind is MinutesKind.PROTOCOL,
        present_heading=council.present_heading.value,
    )
