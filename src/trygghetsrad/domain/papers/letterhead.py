"""Who sends the paper, which words the council uses, and which meeting it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trygghetsrad.domain.colours import STANDARD
from trygghetsrad.domain.council import SenderLines
from trygghetsrad.domain.numbering import SectionStyle
from trygghetsrad.domain.signing import Signing, usual_signing

if TYPE_CHECKING:
    from datetime import date, time


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The sender at the top and the address at the foot of every page."""

    municipality: str
    body: str
    """The council's display name in definite form: "Trygghetsrådet"."""
    address_lines: tuple[str, ...] = ()
    """Printed on one line at the foot, with dots between."""
    foot: str = ""
    """A second line at the foot."""
    logo: bytes | None = None
    """PNG or JPEG; anything else is left out and reported."""
    sender: SenderLines = SenderLines.MUNICIPALITY_FIRST
    accent: str = STANDARD
    """The colour of headings and lines, dark enough for text."""
    registry_number: str = ""
    """The council's own diary number, for papers that have none of their own."""
    signings: tuple[tuple[str, Signing], ...] = ()
    """How each kind of paper is signed; kinds that are not named are signed as usual."""
    posts_notice: bool = False
    """Whether the protokoll carries the certificate of the notice board."""
    kept_at: str = ""
    """Where the protokoll is kept, for that certificate."""

    def signing_of(self, kind: str) -> Signing:
        return dict(self.signings).get(kind) or usual_signing(kind)

    @property
    def logo_words(self) -> str:
        """Return what those hear who do not see the logo: "Norrmyra kommuns vapen"."""
        owner = self.municipality
        return f"{owner} vapen" if owner.endswith(("s", "x", "z")) else f"{owner}s vapen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The word pairs a council chooses between, for its documents."""

    meeting: str = "möte"
    """möte or sammanträde"""
    agenda: str = "dagordning"
    """dagordning or föredragningslista"""
    sections: SectionStyle = SectionStyle.SIGN

    @property
    def the_meeting(self) -> str:
        return f"{self.meeting}t"

    @property
    def the_agenda(self) -> str:
        return f"{self.agenda}n" if self.agenda.endswith("a") else f"{self.agenda}en"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFacts:
    """One meeting as it is named on paper; times are local wall time."""

    number: str
    """ "4/2026", "prel. 4/2026" before the notice, or empty where meetings are not numbered."""
    title: str = ""
    """Only where it says more than the number: "Konstituerande möte"."""
    day: date
    starts: time
    ends: time | None = None
    place: str = ""
    link: str = ""
    uid: str = ""
    """Hidden in a Word file, so that an edited copy is matched."""
    adjourned: str = ""
    """When the meeting paused, as text: "13.50–14.05"."""
