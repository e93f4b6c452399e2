"""The papers that lay before the meetings of the example council, from resources/example/papers.toml."""

from __future__ import annotations

import csv
from datetime import UTC, datetime, time
from functools import partial
from io import StringIO
from typing import TYPE_CHECKING, Any

from trygghetsrad.domain.attachments import Provenance
from trygghetsrad.domain.papers import Letterhead
from trygghetsrad.services.example_room import items_by_title

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.services.attachments import AttachmentFacts
    from trygghetsrad.services.example_days import StoryDays
    from trygghetsrad.services.example_diary import Diary
    from trygghetsrad.services.example_meetings import ToldMeeting

Paper = dict[str, Any]

IN_TIME = 17
"""How many days before a meeting its papers are there, the notice being made two days later."""

LATELY = 3
"""How many days ago the papers of the meeting ahead came."""


def note_papers(
    papers: list[Paper],
    council: OpenCouncil,
    meetings: Mapping[str, ToldMeeting],
    days: StoryDays,
    diary: Diary,
) -> None:
    """Put in the diary when each paper came in or was drawn up."""
    for paper in papers:
        meeting = meetings.get(paper["meeting"])
        if meeting is not None:
            is_ahead = meeting.planned > days.today
            day = days.before(days.today, LATELY) if is_ahead else days.before(meeting.planned, IN_TIME)
            diary.note(day, partial(_lay_before, council, meeting, paper, day), at=time(10))


def _lay_before(council: OpenCouncil, meeting: ToldMeeting, paper: Paper, day: date) -> None:
    told = {name: _said(value, meeting.said) for name, value in paper.items()}
    facts: AttachmentFacts = {
        "provenance": Provenance(told["provenance"]),
        "sender": told["sender"],
        "description": told.get("description", ""),
        "day": day,
    }
    if "dnr" in told:
        facts["dnr"] = told["dnr"]
    item = items_by_title(council, meeting.id)[told["item"]]
    if "rows" in told:
        content = _pdf(told, day) if "lead" in told else _csv(told)
        council.attachments.add(told["name"], content, day, item_id=item.id, **facts)
    else:
        council.attachments.add_reference(told["name"], day, item_id=item.id, **facts)


def _said(value: Any, said: Callable[[Any], Any]) -> Any:
    if isinstance(value, list):
        return [_said(one, said) for one in value]
    return said(value)


def _csv(told: Paper) -> bytes:
    """Return a table as the Swedish Excel writes it: semicolons, and a mark that it is UTF-8."""
    out = StringIO()
    csv.writer(out, delimiter=";").writerows([told["columns"], *told["rows"]])
    return out.getvalue().encode("utf-8-sig")


def _pdf(told: Paper, day: date) -> bytes:
    """Return a page in the dress of whoever sent it."""
    from trygghetsrad.documents.blocks import Cell, Column, Heading, Para, Table
    from trygghetsrad.documents.model import Document, Meta
    from trygghetsrad.documents.pdf.writer import render_pdf

    title = told["name"].removesuffix(".pdf")
    letterhead = Letterhead(municipality=told["sender"], body="Norrmyra")
    meta = Meta(
        title=title,
        kind="Underlag",
        letterhead=letterhead,
        dated=day.isoformat(),
        registry_number=told.get("dnr", ""),
    )
    table = Table(
        summary=title,
        columns=tuple(
            Column(name, weight=2 if place == 0 else 1) for place, name in enumerate(told["columns"])
        ),
        rows=tuple(tuple(Cell(text) for text in row) for row in told["rows"]),
    )
    blocks: tuple[Block, ...] = (
        Heading(1, title),
        Para(told["lead"]),
        table,
        *(Para(text) for text in told["text"]),
    )
    at = datetime.combine(day, time(8), UTC)
    return render_pdf(Document(meta, blocks), fixed_time=at).data
