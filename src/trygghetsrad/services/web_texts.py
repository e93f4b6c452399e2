"""What the inhabitants may be told of a meeting, taken from its public minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.council import StandingContent
from trygghetsrad.domain.papers import WebItem, WebTask, WebTextFacts
from trygghetsrad.services.letterhead import letterhead_of, meeting_facts_of, words_of
from trygghetsrad.services.minutes_now import are_settled, public_minutes
from trygghetsrad.services.reading import council_of

if TYPE_CHECKING:
    from trygghetsrad.domain.meetings import AgendaItem
    from trygghetsrad.services.paper_choosing import PaperOrder

FORMALITIES = frozenset(
    {
        StandingContent.OPENING,
        StandingContent.VERIFIER,
        StandingContent.PREVIOUS,
        StandingContent.OPEN_ACTIONS,
        StandingContent.NEXT_MEETING,
        StandingContent.CLOSING,
    }
)
"""Points that say nothing to those who were not there."""


def web_text_facts(order: PaperOrder) -> WebTextFacts:
    """Return the meeting in short: nothing secret, and nobody named for what will be done."""
    council, room = council_of(order.session), order.meeting
    minutes = public_minutes(order)
    told = [
        printed for printed, item in zip(minutes.items, room.items, strict=True) if _tells_something(item)
    ]
    return WebTextFacts(
        letterhead=letterhead_of(order.session, council),
        words=words_of(council),
        meeting=meeting_facts_of(room.meeting),
        settled=are_settled(room),
        items=tuple(WebItem(title=one.title, text=one.text, decisions=one.decisions) for one in told),
        tasks=tuple(
            WebTask(what=action.what, due=action.due) for one in minutes.items for action in one.actions
        ),
        next_meeting=minutes.next_meeting,
        website=council.web.strip(),
    )


def _tells_something(item: AgendaItem) -> bool:
    written = bool(item.text.strip() or item.decisions)
    return written and not item.confidential and item.content not in FORMALITIES
