"""The council itself: whose it is, what it is called and the habits it keeps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from trygghetsrad.domain.numbering import SectionStyle
from trygghetsrad.domain.signing import signing_from

if TYPE_CHECKING:
    from datetime import date, time

    from trygghetsrad.domain.numbering import NumberingRule
    from trygghetsrad.domain.signing import Signing


class MinutesKind(StrEnum):
    """The two customs of writing down a meeting (domain.md 3.3)."""

    PROTOCOL = "protokoll"
    NOTES = "minnesanteckningar"


class PresentHeading(StrEnum):
    """What the front page calls those who took part."""

    MEMBERS = "Närvarande ledamöter"
    DECIDING = "Beslutande"


SIGNING_FIELDS = MappingProxyType(
    {
        "protokoll": "signing_minutes",
        "minnesanteckningar": "signing_notes",
        "protokollsutdrag": "signing_extract",
        "tjansteskrivelse": "signing_memo",
    }
)
"""The setting that says how each kind of paper is signed."""


class SenderLines(StrEnum):
    """Which names stand at the top of a paper, beside the coat of arms."""

    MUNICIPALITY_FIRST = "kommunen överst, rådet under"
    COUNCIL_FIRST = "rådet överst, kommunen under"
    COUNCIL_ONLY = "bara rådet, kommunen står i logotypen"


class QuorumRule(StrEnum):
    """When the council may decide, if its rules say anything about it."""

    NONE = "ingen regel"
    HALF = "mer än hälften"


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """A Swedish municipality by its four-digit SCB code."""

    code: str
    name: str


_NO_GENITIVE = frozenset("aeiouyåäösxz")
_OWN_WAYS = {"Falun": "Falu kommun", "Kalmar": "Kalmar kommun", "Gotland": "Region Gotland"}


def whole_name(municipality: str) -> str:
    """Return what a municipality calls itself: Norsjö kommun, Bergs kommun; invented ones keep their name."""
    name = municipality.strip()
    if not name or name.endswith((")", "kommun", "stad")):
        return name
    genitive = name if name[-1].casefold() in _NO_GENITIVE else f"{name}s"
    return _OWN_WAYS.get(name, f"{genitive} kommun")


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """Everything that is true of the whole council; one file holds one council."""

    municipality_code: str
    municipality_name: str
    name: str
    street: str
    postcode: str
    city: str
    phone: str
    email: str
    web: str
    logo: str
    numbering: NumberingRule
    minutes_kind: MinutesKind
    present_heading: PresentHeading
    quorum: QuorumRule
    meeting_word: str
    agenda_word: str
    items_days: int
    material_days: int
    notice_days: int
    verification_days: int
    chair_approves: bool = False
    """The chair approves the agenda before the notice goes out."""
    usual_place: str
    usual_link: str
    usual_start: time
    usual_end: time
    usual_weekday: int
    avoid_weeks: str
    avoid_days: str
    file_pattern: str
    is_example: bool
    created_on: date
    accent: str = ""
    """The colour of its papers as she chose it; empty is the program's own."""
    sender: SenderLines = SenderLines.MUNICIPALITY_FIRST
    organisation_number: str = ""
    dnr: str = ""
    """The council's own diary number, for papers whose meeting has none."""
    signing_minutes: str = ""
    """How the protokoll is signed, as domain/signing.py writes it; empty is the usual way."""
    signing_notes: str = ""
    signing_extract: str = ""
    signing_memo: str = ""
    section_style: SectionStyle = SectionStyle.SIGN
    posts_notice: bool = False
    """The protokoll carries a certificate of the notice board, which only some councils need."""
    kept_at: str = ""

    def signing_of(self, kind: str) -> Signing:
        """Return how a kind of paper is signed."""
        name = SIGNING_FIELDS.get(kind, "")
        return signing_from(getattr(self, name) if name else "", kind)

    board: str = "kommunstyrelsen"
    """Whom the council answers to: kommunstyrelsen or the board the assembly has chosen (13 §)."""
    officer_contact: str = ""
    """How to reach the municipality's data protection officer."""
    memo_word: str = "tjänsteskrivelse"
    """tjänsteskrivelse or tjänsteutlåtande"""

    @property
    def municipality(self) -> str:
        """Return the name as the letterhead has it: Norsjö kommun, Bergs kommun."""
        return whole_name(self.municipality_name)

    @property
    def address_lines(self) -> tuple[str, ...]:
        """Return the lines of the address foot that are filled in."""
        town = f"{self.postcode} {self.city}".strip()
        return tuple(part for part in (self.street, town, self.phone, self.email, self.web) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingItem:
    """A point that stands on every ordinary agenda."""

    id: int
    uid: str
    position: int
    title: str
    minutes: int | None
    content: StandingContent


class StandingContent(StrEnum):
    """What a standing point fills itself with."""

    NOTHING = ""
    OPENING = "öppning"
    VERIFIER = "justerare"
    PREVIOUS = "föregående"
    OPEN_ACTIONS = "åtgärder"
    OTHER = "övrigt"
    NEXT_MEETING = "nästa möte"
    CLOSING = "avslutning"


STANDING_ITEMS: tuple[tuple[str, int, StandingContent], ...] = (
    ("Mötet öppnas", 5, StandingContent.OPENING),
    ("Val av justerare", 5, StandingContent.VERIFIER),
    ("Föregående protokoll", 5, StandingContent.PREVIOUS),
    ("Uppföljning av åtgärder", 20, StandingContent.OPEN_ACTIONS),
    ("Lägesbild från polisen", 15, StandingContent.NOTHING),
    ("Laget runt: skola, socialtjänst, räddningstjänst, beredskap och bostäder", 30, StandingContent.NOTHING),
    ("Övriga frågor", 10, StandingContent.OTHER),
    ("Nästa möte", 5, StandingContent.NEXT_MEETING),
)
"""The eight points a new council starts with (practice.md 9)."""
