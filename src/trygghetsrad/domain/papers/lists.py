"""Lists on paper: who attends, who the members are, what is to be done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trygghetsrad.domain.papers.letterhead import Letterhead, MeetingFacts, Words

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """One action with its status in words; late is computed by whoever knows what day it is."""

    what: str
    owner: str
    due: date | None = None
    status: str = ""
    """ "Pågår", "8 dagar försenad", "Klar" """
    late: bool = False
    done: bool = False
    origin: str = ""
    """ "Möte 2/2026, § 5" """
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionListFacts:
    """Åtgärdslista: late first, then by due day, undated after them and done last."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    as_of: date
    rows: tuple[ActionRow, ...]
    owner: str = ""
    """Set when the list is made for one owner alone."""
    page_each: bool = False
    """One page for each owner, to hand out and get back with how it goes."""
    by_owner: bool = False
    """One heading per owner instead of one per state."""
    title: str = "Åtgärdslista"


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceRow:
    """One expected person; whatever is left empty becomes a space to write in."""

    name: str
    organisation: str = ""
    role: str = ""
    presence: str = ""
    """ "Anmält förhinder", "Ersätts av Nils Ek", "Närvarande" """
    elected: bool = False
    """Förtroendevald: also printed in the remuneration section."""
    from_to: str = ""
    serving: str = ""
    travel: str = ""
    lost_income: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceListFacts:
    """Närvarolista, which doubles as the basis for remuneration of the elected."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    meeting: MeetingFacts
    rows: tuple[AttendanceRow, ...]
    empty_rows: int = 3
    """Blank lines at the end for people nobody expected."""

    @property
    def remunerated(self) -> tuple[AttendanceRow, ...]:
        """The elected who were there; before the meeting all of them."""
        elected = tuple(person for person in self.rows if person.elected)
        return tuple(person for person in elected if person.from_to) or elected


def remuneration_rows(facts: AttendanceListFacts) -> list[tuple[str, ...]]:
    """Return the lines of the remuneration basis with their heading."""
    which = f"{facts.words.meeting} {facts.meeting.number}".strip()
    heading = (
        facts.words.meeting.capitalize(),
        "Datum",
        "Namn",
        "Organisation",
        "Uppdrag",
        "Närvaro",
        "Från–till",
        "Tjänstgörande",
        "Resa, km",
        "Förlorad inkomst",
    )
    return [
        heading,
        *(
            (
                which,
                facts.meeting.day.isoformat(),
                person.name,
                person.organisation,
                person.role,
                person.presence,
                person.from_to,
                person.serving,
                person.travel,
                person.lost_income,
            )
            for person in facts.remunerated
        ),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """One seat; an empty name prints as vacant."""

    role: str
    name: str = ""
    title: str = ""
    term: str = ""
    """ "2027–2030", "tills vidare", "väntar på nyval" """
    personal_substitute: str = ""
    party: str = ""
    phone: str = ""
    email: str = ""
    protected: bool = False
    """Skyddade uppgifter: contact data are never printed, whatever the fields hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberGroup:
    """The seats of one organisation."""

    organisation: str
    rows: tuple[MemberRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberListFacts:
    """Förteckning över ledamöter on a certain day."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    as_of: date
    groups: tuple[MemberGroup, ...]
    show_contact: bool = True
