"""Papers from outside that belong to a point, a meeting or the council: the "handlingar"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from typing_extensions import override

from trygghetsrad.domain.errors import CouncilError, FileError, one_line

if TYPE_CHECKING:
    from datetime import date

HEAVIEST = 25_000_000
"""Bytes of the largest file that is taken in.

Every file is in every backup, and goes to the members by mail, which many servers stop at 10 MB.
"""


class Provenance(StrEnum):
    """Whether a paper came from outside or was drawn up by the council (2 kap. 4 § TF)."""

    RECEIVED = "inkommen"
    DRAWN_UP = "upprättad"


class Retention(StrEnum):
    KEPT = "bevaras"
    WEEDED = "gallras"


class Audience(StrEnum):
    """Who may be sent a paper (practice.md 14)."""

    EVERYONE = "alla"
    AUTHORITIES = "kommun och myndigheter"
    NAMED = "endast namngivna"


class AttachmentRole(StrEnum):
    """What a file is to its meeting."""

    PAPER = "handling"
    SIGNED = "underskrivet protokoll"
    ORIGINAL = "original"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A paper, with its file or as a mere reference to where the file is kept."""

    id: int
    uid: str
    name: str
    """The name of its file: "Lägesbild augusti.pdf"; a reference may lack the ending."""
    place: int
    """Its number among the papers of the same point; never used again."""
    item_id: int | None = None
    meeting_id: int | None = None
    decision_id: int | None = None
    role: AttachmentRole = AttachmentRole.PAPER
    sha256: str = ""
    """Empty for a reference, whose file is kept elsewhere."""
    size: int = 0
    provenance: Provenance = Provenance.RECEIVED
    sender: str = ""
    description: str = ""
    day: date | None = None
    dnr: str = ""
    retention: Retention = Retention.KEPT
    audience: Audience = Audience.EVERYONE
    named: str = ""
    """Who may have it when only named persons may, as written."""
    may_be_secret: bool = False
    stored_because: str = ""
    """Why a paper that may be secret is kept here all the same."""

    @property
    def is_stored(self) -> bool:
        return bool(self.sha256)

    @property
    def title(self) -> str:
        """Return the name without the ending of a file."""
        stem, dot, ending = self.name.rpartition(".")
        is_ending = ending.isalnum() and not ending.isdigit() and len(ending) <= _LONGEST_ENDING
        return stem if dot and stem and is_ending else self.name

    @property
    def is_pdf(self) -> bool:
        return self.is_stored and ending_of(self.name) == "pdf"

    def number(self, item_position: int | None) -> str:
        """Return "3.1", the first paper of point 3, or "1" for a paper of the meeting as a whole."""
        return f"{item_position}.{self.place}" if item_position is not None else str(self.place)

    def told(self) -> str:
        """Return the paper as an agenda names it; a reference says where the file is."""
        return self.title if self.is_stored else f"{self.title} – {self.kept_elsewhere}"

    @property
    def kept_elsewhere(self) -> str:
        """Return "handlingen finns i diariet, dnr KS 2026/71"."""
        return f"handlingen finns i diariet{f', dnr {self.dnr}' if self.dnr else ''}"


_LONGEST_ENDING = 5

_RUN = (
    "appimage apk app application appref-ms bat bin cmd com cpl deb desktop dll dmg exe gadget hta inf jar "
    "js jse lnk msc msi msp mst pif pkg ps1 psm1 py pyw reg rpm run scf scr sh sys url vb vbe vbs vxd "
    "website ws wsc wsf wsh xll"
)
_READ = (
    "pdf docx xlsx pptx doc xls ppt odt ods odp rtf txt csv png jpg jpeg gif tif tiff bmp webp heic eml msg "
    "ics zip mp3 mp4 m4a"
)

PROGRAMS = frozenset(_RUN.split())
"""Endings of what runs when it is opened; such a file is no paper and is not taken in."""

OPENED = frozenset(_READ.split())
"""Endings of what is handed to other programs; everything else she saves and opens herself."""


def ending_of(name: str) -> str:
    """Return "pdf", in lower case and without what a system would not see."""
    return name.rstrip(" .").rpartition(".")[2].casefold() if "." in name else ""


def is_program(name: str) -> bool:
    return ending_of(name) in PROGRAMS


def may_be_opened(name: str) -> bool:
    return ending_of(name) in OPENED


def size_text(size: int) -> str:
    """Return "340 kB" or "2,4 MB"."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


@dataclass(eq=False)
class FileTooHeavy(FileError):
    """A file above HEAVIEST."""

    size: int

    @override
    def sentence(self) -> str:
        return (
            f"Filen {self.name} är {self.size / 1_000_000:.0f} MB, och en handling får vara högst "
            f"{HEAVIEST // 1_000_000} MB, för att säkerhetskopior och brev ska fungera. Inget har lagts "
            "till. Gör filen mindre, eller lägg till den som en hänvisning till diariet."
        )


@dataclass(eq=False)
class NothingInFile(FileError):
    """A file of no bytes."""

    @override
    def sentence(self) -> str:
        return f"Filen {self.name} är tom. Inget har lagts till. Kontrollera att du har valt rätt fil."


@dataclass(eq=False)
class NoPaper(FileError):
    """A program, a script or a shortcut."""

    @override
    def sentence(self) -> str:
        return (
            f"Filen {self.name} är ett program eller en genväg och ingen handling. Inget har lagts till. "
            "Välj själva dokumentet."
        )


@dataclass(eq=False)
class NotOpenedHere(CouncilError):
    """A file of a kind that could do something when it is opened."""

    file_name: str

    @override
    def sentence(self) -> str:
        return (
            f"Filen ”{one_line(self.file_name)}” är av ett slag som Trygghetsråd inte öppnar, eftersom den "
            "kan innehålla program. Spara en kopia och öppna den själv om du vet vad det är."
        )


@dataclass(eq=False)
class KeptElsewhere(CouncilError):
    """A reference has no file here."""

    paper: Attachment

    @override
    def sentence(self) -> str:
        return (
            f"Filen till ”{one_line(self.paper.title)}” är inte sparad här: {self.paper.kept_elsewhere}. "
            "Öppna den där."
        )
