"""What papers and their files are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.board_matters import short_body
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.file_names import FileFacts, file_stem
from trygghetsrad.domain.numbering import section_list
from trygghetsrad.exchange.cells import safe_filename
from trygghetsrad.services.live import one
from trygghetsrad.services.paper_choosing import uses_sections
from trygghetsrad.services.paper_kinds import OF_COUNCIL, kind_title
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_meetings import MeetingNumbers, meeting_of
from trygghetsrad.store.schema import (
    AgreementRow,
    BoardMatterRow,
    GrantProjectRow,
    MeetingRow,
    OrganisationRow,
    ProblemRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.meetings import Meeting
    from trygghetsrad.services.paper_choosing import PaperOrder


def title_of(order: PaperOrder) -> str:
    """Return "Kallelse möte 4/2026", or "Beslutslista 2026"."""
    about = order.room.meeting.label.lower() if order.room else ""
    return " ".join(filter(None, (_document(order), about)))


def paper_file_name(order: PaperOrder, suffix: str = ".pdf") -> str:
    """Return "2026-12-08 Protokollsutdrag § 15 möte 4.pdf"."""
    meeting_id = order.room.meeting.id if order.room else None
    name = _document(order)
    return file_name(order.session, order.kind, order.today, meeting_id, suffix=suffix, document=name)


def _document(order: PaperOrder) -> str:
    name = _own_title(order.session, order.kind) or kind_title(order.kind, order.room)
    return " ".join(filter(None, (name, option_words(order))))


def _own_title(session: Session, kind: str) -> str:
    """Return the council's own word for a paper, where it has chosen one: "Föredragningslista"."""
    council = council_of(session)
    own = {"dagordning": council.agenda_word, "tjansteskrivelse": council.memo_word}
    return own.get(kind, "").capitalize()


def option_words(order: PaperOrder) -> str:
    """Return what was chosen, as it stands after the name of the paper: "§ 15", "2026", "Polisen"."""
    options = order.options
    year = "" if options.matter_id else str(options.year or "")
    words = [_sections(order), year, *_chosen_thing(order), _period(options.since, options.until)]
    if options.day and options.day != order.today:
        words.append(f"per {iso(options.day)}")
    if options.organisation_id:
        row = order.session.get(OrganisationRow, options.organisation_id)
        words.append(row.name if row else "")
    words.append("per ansvarig" if options.page_each else options.owner)
    words.append(f"punkt {options.point}" if options.point else "")
    words.append(f"för {options.audience}" if options.audience else "")
    return " ".join(filter(None, words))


def _chosen_thing(order: PaperOrder) -> Iterator[str]:
    """Yield what the paper is about: an agreement by its period, a thing by its title, a version."""
    options, session = order.options, order.session
    if options.agreement_id:
        agreement = session.get(AgreementRow, options.agreement_id)
        days = (agreement.starts, agreement.ends) if agreement else ()
        yield "–".join(dict.fromkeys(str(day.year) for day in days if day))
    if options.problem_id:
        problem = session.get(ProblemRow, options.problem_id)
        yield problem.title if problem else ""
    if options.grant_id:
        grant = session.get(GrantProjectRow, options.grant_id)
        yield f"{grant.title} {grant.year}" if grant else ""
    if options.version:
        yield f"version {options.version}"
    if options.matter_id:
        matter = session.get(BoardMatterRow, options.matter_id)
        yield f"{matter.title} till {short_body(matter.body)}" if matter else ""


def _sections(order: PaperOrder) -> str:
    numbers = order.options.sections
    if not numbers or order.room is None:
        return ""
    return section_list(numbers, "§" if uses_sections(order) else "punkt")


def _period(since: date | None, until: date | None) -> str:
    """Return "2026" for a whole year, else both days."""
    if since is None or until is None:
        return ""
    whole = (since.month, since.day, until.month, until.day) == (1, 1, 12, 31)
    return str(since.year) if whole and since.year == until.year else f"{iso(since)}–{iso(until)}"


def file_name(
    session: Session,
    kind: str,
    today: date,
    meeting_id: int | None,
    *,
    suffix: str = ".pdf",
    document: str = "",
) -> str:
    """Return "2026-12-08 Kallelse möte 4.pdf", after the council's own pattern."""
    council = council_of(session)
    meeting = _meeting(session, kind, meeting_id)
    facts = FileFacts(
        day=meeting.day if meeting else today,
        document=document or _own_title(session, kind) or kind_title(kind, None),
        meeting=_short(meeting, council.meeting_word) if meeting else "",
        council=council.name,
        municipality=council.municipality,
    )
    return safe_filename(f"{file_stem(council.file_pattern, facts)}{suffix}")


def _meeting(session: Session, kind: str, meeting_id: int | None) -> Meeting | None:
    if meeting_id is None or kind in OF_COUNCIL:
        return None
    return meeting_of(one(session, MeetingRow, meeting_id, "Mötet"), MeetingNumbers(session))


def _short(meeting: Meeting, word: str) -> str:
    """Return "möte 4": the year stands in the day."""
    return f"{word} {meeting.label.lower().removeprefix('möte ').partition('/')[0]}"
