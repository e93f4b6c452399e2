"""What is new in a changed notice, said in sentences for its first line."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from trygghetsrad.domain.clock import time_span
from trygghetsrad.domain.dates import long_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def notice_changes(
    former: Mapping[str, object], current: Mapping[str, object], the_meeting: str = "mötet"
) -> tuple[str, ...]:
    """Return one sentence per change of day, time, place or agenda; nothing when all is as it was."""
    return tuple(_sentences(former, current, the_meeting))


def _sentences(
    former: Mapping[str, object], current: Mapping[str, object], the_meeting: str
) -> Iterator[str]:
    if former.get("cancelled") and not current["cancelled"]:
        yield f"{the_meeting.capitalize()} hålls trots allt."
    if former.get("day") != current["day"]:
        yield f"Ny dag: {_long(current['day'])} i stället för {_long(former.get('day'))}."
    if any(former.get(part) != current[part] for part in ("starts", "ends")):
        yield f"Ny tid: {_span(current)}."
    if former.get("place") != current["place"]:
        yield f"Ny plats: {current['place'] or 'meddelas senare'}."
    if former.get("link") != current["link"]:
        yield f"Länken till {the_meeting} är ändrad."
    if former.get("agenda") != current["agenda"]:
        yield from _agenda(former.get("agenda"), current["agenda"])


def _agenda(former: object, current: object) -> Iterator[str]:
    old = former if isinstance(former, list) else []
    new = current if isinstance(current, list) else []
    added = [str(title) for title in new if title not in old]
    gone = [str(title) for title in old if title not in new]
    if added:
        yield f"Ny punkt: {', '.join(added)}."
    if gone:
        yield f"Struken punkt: {', '.join(gone)}."
    if not added and not gone:
        yield "Punkterna har fått ny ordning."


def _long(day: object) -> str:
    return long_day(date.fromisoformat(str(day))) if day else "okänd dag"


def _span(core: Mapping[str, object]) -> str:
    return f"kl. {time_span(time.fromisoformat(str(core['starts'])), time.fromisoformat(str(core['ends'])))}"
