"""The papers of a meeting as its minutes name them, and as they were named when those were verified."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from trygghetsrad.domain.attachments import Audience
from trygghetsrad.services.papers import paper_line
from trygghetsrad.services.reading_attachments import papers_of_meeting
from trygghetsrad.store.schema import MinutesVersionRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.attachments import Attachment
    from trygghetsrad.domain.meetings import MeetingRoom
    from trygghetsrad.domain.papers import MinutesFacts

_OF_POINT = ("papers", "unpublished_papers")
_OF_WHOLE = ("attachments", "unpublished_attachments")


def with_papers(session: Session, room: MeetingRoom, facts: MinutesFacts) -> MinutesFacts:
    """Return the minutes with the papers under their § and those of the whole meeting at the end.

    Verified minutes keep the papers they named then; what comes in later belongs to the meeting alone.
    """
    told = _verified(session, room)
    whole = _kept(told, _OF_WHOLE) or _named(papers_of_meeting(session, room.meeting.id), None, _OF_WHOLE)
    before = {item["label"]: item for item in told.get("items", ())}
    items = tuple(
        replace(
            said,
            **(_kept(before.get(said.label, {}), _OF_POINT) or _named(item.papers, item.position, _OF_POINT)),
        )
        for item, said in zip(room.items, facts.items, strict=True)
    )
    return replace(facts, items=items, **whole)


def _named(
    papers: Iterable[Attachment], position: int | None, fields: tuple[str, str]
) -> dict[str, tuple[str, ...]]:
    every = tuple(papers)
    public, other = fields
    return {
        public: tuple(paper_line(paper, position) for paper in every if _is_for_all(paper)),
        other: tuple(paper_line(paper, position) for paper in every if not _is_for_all(paper)),
    }


def _is_for_all(paper: Attachment) -> bool:
    """Tell whether the public may read even the name of a paper."""
    return paper.audience is Audience.EVERYONE and not paper.may_be_secret


def _kept(told: dict[str, Any], fields: tuple[str, str]) -> Any:
    return {name: tuple(told.get(name, ())) for name in fields} if told else {}


def _verified(session: Session, room: MeetingRoom) -> dict[str, Any]:
    facts = session.scalar(
        select(MinutesVersionRow.facts)
        .where(MinutesVersionRow.meeting_uid == room.meeting.uid, MinutesVersionRow.verified_on.is_not(None))
        .order_by(MinutesVersionRow.n.desc())
        .limit(1)
    )
    found: dict[str, Any] = json.loads(facts) if facts else {}
    return found
