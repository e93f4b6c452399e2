"""The papers of the council as lists on the screen name them."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class PaperAsk(StrEnum):
    """What a paper may ask before it is made; each has a usual answer, so nothing has to be answered."""

    SECTIONS = "sections"
    PERIOD = "period"
    YEAR = "year"
    DAY = "day"
    ORGANISATION = "organisation"
    OWNER = "owner"
    AUDIENCE = "audience"
    POINT = "point"
    AGREEMENT = "agreement"
    MATTER = "matter"
    PROBLEM = "problem"
    VERSION = "version"
    GRANT = "grant"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOptions:
    """The answers; whatever is left empty is answered in the usual way."""

    sections: tuple[int, ...] = ()
    """Numbers of §, or of points where the council does without §."""
    since: date | None = None
    until: date | None = None
    """Both days belong to the period."""
    year: int | None = None
    day: date | None = None
    """The day for which a list holds."""
    organisation_id: int | None = None
    owner: str = ""
    """Empty for everyone's together."""
    page_each: bool = False
    """One page for each owner."""
    audience: str = ""
    """Whose handlingspaket it is, as papers say whom they are for; empty for everyone's."""
    point: int | None = None
    """The place of the only point whose papers are wanted."""
    agreement_id: int | None = None
    matter_id: int | None = None
    """The matter for a board that a memo lays before it; none for the annual report."""
    problem_id: int | None = None
    """The only problem a paper is about; none for all."""
    version: int | None = None
    """The number of an adopted lägesbild or plan; none for the one being written, else the one that holds."""
    grant_id: int | None = None

    def over(self, usual: PaperOptions) -> PaperOptions:
        """Return these answers, and the usual ones where these are empty."""
        empty = PaperOptions()
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(
            usual, **{name: value for name, value in given.items() if value != getattr(empty, name)}
        )

    def only(self, asks: frozenset[PaperAsk]) -> PaperOptions:
        """Return the answers to these questions alone."""
        kept = {name for ask in asks for name in _ANSWERS[ask]}
        empty = PaperOptions()
        return replace(self, **{f.name: getattr(empty, f.name) for f in fields(self) if f.name not in kept})


_ANSWERS = {
    PaperAsk.SECTIONS: ("sections",),
    PaperAsk.PERIOD: ("since", "until"),
    PaperAsk.YEAR: ("year",),
    PaperAsk.DAY: ("day",),
    PaperAsk.ORGANISATION: ("organisation_id",),
    PaperAsk.OWNER: ("owner", "page_each"),
    PaperAsk.AUDIENCE: ("audience",),
    PaperAsk.POINT: ("point",),
    PaperAsk.AGREEMENT: ("agreement_id",),
    PaperAsk.MATTER: ("matter_id",),
    PaperAsk.PROBLEM: ("problem_id",),
    PaperAsk.VERSION: ("version",),
    PaperAsk.GRANT: ("grant_id",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOffer:
    """What there is to choose from for one paper, and what is chosen unless she says otherwise."""

    usual: PaperOptions
    sections: tuple[tuple[int, str], ...] = ()
    """Each number with the title of its point."""
    years: tuple[int, ...] = ()
    organisations: tuple[tuple[int, str], ...] = ()
    owners: tuple[str, ...] = ()
    points: tuple[tuple[int, str], ...] = ()
    """Each point that has papers, by its place on the agenda."""
    agreements: tuple[tuple[int, str], ...] = ()
    matters: tuple[tuple[int, str], ...] = ()
    problems: tuple[tuple[int, str], ...] = ()
    versions: tuple[tuple[int, str], ...] = ()
    """Each adopted version by its number, the newest first."""
    grants: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A finished paper in memory: the very bytes, and the name its file gets."""

    kind: str
    title: str
    file_name: str
    content: bytes
    replaced: tuple[str, ...] = ()
    """Characters that the font lacks and that were replaced."""
    notes: tuple[str, ...] = ()
    """What she may want to know before it goes out."""
    document_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WebText:
    """A text for the clipboard, with marks for editors that take them and without for the others."""

    html: str
    text: str
    is_settled: bool
    """False as long as the minutes it is taken from may still change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFile:
    """A list as a file for a spreadsheet."""

    file_name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedDocument:
    """A paper that left the house and is kept byte for byte."""

    id: int
    uid: str
    kind: str
    title: str
    version: int
    file_name: str
    sha256: str
    issued_on: date
    about_uid: str
    sent_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentChoice:
    """One line of the page Dokument: a paper that can be made now, and what there is of it already."""

    kind: str
    title: str
    subtitle: str
    meeting_id: int | None = None
    latest: IssuedDocument | None = None
    is_outdated: bool = False
    can_issue: bool = False
    is_timely: bool = True
    """False for the minutes of a meeting that has not begun."""
    asks: frozenset[PaperAsk] = frozenset()
    has_word: bool = True
    """False for papers that hold what others have made, which no Word file can."""
