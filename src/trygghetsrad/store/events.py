"""The record of what happened, each line chained to the one before by its hash."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, text

from trygghetsrad.store.schema import EventRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

START = "0" * 64


def canonical(facts: object) -> str:
    """Return JSON that is the same for the same facts: sorted keys, no spaces, real å ä ö."""
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def append_event(
    session: Session, what: str, *, at: datetime, who: str, about_uid: str = "", **facts: Any
) -> None:
    """Write what happened; ids and numbers only, never an address."""
    last = session.scalar(select(EventRow).order_by(EventRow.seq.desc()).limit(1))
    previous = last.sha256 if last else START
    told = canonical(facts)
    session.add(
        EventRow(
            at=at,
            who=who,
            what=what,
            about_uid=about_uid,
            facts=told,
            previous=previous,
            sha256=_link(previous, at, who, what, about_uid, told),
        )
    )
    session.flush()


def broken_links(session: Session) -> list[int]:
    """Return the numbers of events that do not fit the chain; none is what one hopes for."""
    broken, previous = [], START
    for event in session.scalars(select(EventRow).order_by(EventRow.seq)):
        own = _link(event.previous, event.at, event.who, event.what, event.about_uid, event.facts)
        if event.previous != previous or event.sha256 != own:
            broken.append(event.seq)
        previous = event.sha256
    return broken + _cut_off(session)


def _cut_off(session: Session) -> list[int]:
    """Return the first number missing at the end: numbers once given are remembered by the file."""
    given = session.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = 'event'")) or 0
    last = session.scalar(select(EventRow.seq).order_by(EventRow.seq.desc()).limit(1)) or 0
    return [last + 1] if last < given else []


def _link(previous: str, at: datetime, who: str, what: str, about_uid: str, facts: str) -> str:
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    line = canonical([previous, moment, who, what, about_uid, facts])
    return hashlib.sha256(line.encode()).hexdigest()
