"""Holds minutes that were edited in Word against the minutes as they stand, point by point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.errors import Refused, one_line
from trygghetsrad.domain.meetings import Outcome
from trygghetsrad.domain.word import Difference, EditedMinutes, EditedPart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trygghetsrad.documents.docx.reading import ReadDecision, ReadMinutes, ReadPoint
    from trygghetsrad.domain.meetings import AgendaItem, MeetingRoom
    from trygghetsrad.domain.papers import MinutesFacts, MinutesItem

_PARAGRAPH = "\n\n"


def compared(
    name: str, room: MeetingRoom, facts: MinutesFacts, now: ReadMinutes, then: ReadMinutes
) -> EditedMinutes:
    """Return where the file says something else; both sides are read out of a Word file the same way.

    Raises Refused for the minutes of another meeting, or a file that is no minutes.
    """
    _refuse_strangers(name, room, now, then)
    matched = _matched(now.points, then.points)
    differences: list[Difference] = []
    notes = list(_read_notes(then))
    for place, (item, said) in enumerate(zip(room.items, facts.items, strict=True)):
        ours = now.points[place]
        theirs = matched.get(place)
        where = " ".join(filter(None, (said.label, item.title)))
        if theirs is None:
            notes.append(f"{where} finns inte i filen. Punkten är kvar i protokollet.")
            continue
        differences += _of_point(item, said, where, ours, theirs)
        if ours.others != theirs.others:
            notes.append(
                f"{where}: handlingar, uppdrag eller omröstning är ändrat i filen. Ändra det för hand."
            )
    notes += [
        f"”{one_line(point.title)}” i filen är ingen punkt i protokollet."
        for point in _unknown(matched, then)
    ]
    if now.around != then.around:
        notes.append(
            "Något utanför punkterna är ändrat i filen, till exempel på första sidan. Ändra det för hand."
        )
    return EditedMinutes(file_name=name, differences=tuple(differences), notes=tuple(notes))


def _refuse_strangers(name: str, room: MeetingRoom, now: ReadMinutes, then: ReadMinutes) -> None:
    said = f"”{one_line(name)}”"
    if then.meeting and then.meeting != now.meeting:
        raise Refused(
            f"{said} är ett protokoll från ett annat möte än {room.meeting.label.lower()}. "
            "Inget har ändrats. Välj det mötet först."
        )
    if not then.meeting and not then.points:
        raise Refused(
            f"{said} är inget protokoll från {room.meeting.label.lower()}. Inget har ändrats. "
            "Välj en fil som har sparats som Word härifrån."
        )


def _matched(now: Sequence[ReadPoint], then: Sequence[ReadPoint]) -> dict[int, ReadPoint]:
    """Return what became of each point: by its hidden name, else by a title that only one has."""
    from trygghetsrad.documents.docx.reading import plain_title

    found = {}
    for place, point in enumerate(now):
        by_name = [one for one in then if one.anchor and one.anchor == point.anchor]
        title = plain_title(point.title)
        by_title = [one for one in then if not one.anchor and plain_title(one.title) == title]
        alike = [one for one in now if plain_title(one.title) == title]
        if by_name or (len(alike) == 1 and by_title):
            found[place] = (by_name or by_title)[0]
    return found


def _unknown(matched: dict[int, ReadPoint], then: ReadMinutes) -> list[ReadPoint]:
    known = {id(point) for point in matched.values()}
    return [point for point in then.points if id(point) not in known]


def _of_point(
    item: AgendaItem, said: MinutesItem, where: str, ours: ReadPoint, theirs: ReadPoint
) -> Iterator[Difference]:
    def difference(part: EditedPart, now: str, then: str, **more: object) -> Iterator[Difference]:
        if now != then:
            yield Difference(part=part, item_id=item.id, where=where, now=now, then=then, **more)  # type: ignore[arg-type]

    yield from difference(EditedPart.TITLE, ours.title, theirs.title)
    yield from difference(EditedPart.TEXT, _own_text(ours, said), _own_text(theirs, said))
    pairs = _paired(ours.decisions, theirs.decisions)
    for place, (mine, other) in enumerate(pairs):
        decision = item.decisions[place] if place < len(item.decisions) else None
        outcome, then = _decided(mine, other)
        yield from difference(
            EditedPart.DECISION,
            _whole(mine),
            then,
            decision_id=decision.id if decision else None,
            outcome=outcome,
        )


def _own_text(point: ReadPoint, said: MinutesItem) -> str:
    """Return the text without the sentence about disqualification, which the program writes."""
    return _PARAGRAPH.join(part for part in point.text.split(_PARAGRAPH) if part != said.disqualified)


def _paired(
    ours: Sequence[ReadDecision], theirs: Sequence[ReadDecision]
) -> list[tuple[ReadDecision | None, ReadDecision | None]]:
    """Pair decisions by their hidden names; those that lost theirs in the order they stand."""
    left = list(theirs)
    pairs: list[tuple[ReadDecision | None, ReadDecision | None]] = []
    for mine in ours:
        found = next((one for one in left if one.anchor == mine.anchor), None)
        found = found or next((one for one in left if not one.anchor), None)
        if found is not None:
            left.remove(found)
        pairs.append((mine, found))
    return pairs + [(None, one) for one in left]


def _whole(decision: ReadDecision | None) -> str:
    """Return a decision as it reads, with the words that lead into it."""
    return _PARAGRAPH.join(filter(None, (decision.lead, decision.text))) if decision else ""


def _decided(mine: ReadDecision | None, other: ReadDecision | None) -> tuple[Outcome | None, str]:
    """Return the outcome that new words before a decision stand for, and the decision as it reads then."""
    if other is None:
        return None, ""
    changed = other.lead and (mine is None or other.lead != mine.lead)
    known = next((one for one in Outcome if other.lead.casefold().endswith(one.value)), None)
    return (known if changed else None), _whole(other)


def decision_text(difference: Difference) -> str:
    """Return the text to keep of an edited decision, without the words that its outcome already says."""
    lead, _, rest = difference.then.partition(_PARAGRAPH)
    former = difference.now.partition(_PARAGRAPH)[0]
    says_outcome = difference.outcome is not None or lead == former
    is_lead = any(lead.casefold().endswith(one.value) for one in Outcome)
    return rest if rest and says_outcome and is_lead else difference.then


def _read_notes(then: ReadMinutes) -> Iterator[str]:
    if then.tracked:
        yield "Filen har spårade ändringar. De är lästa som godkända."
    if then.comments:
        yield f"Filen har {plural(then.comments, 'kommentar', 'kommentarer')} som inte tas över."
