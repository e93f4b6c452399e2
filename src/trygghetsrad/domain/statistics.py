"""Statistics about the municipality: what is counted, by whom, where, when and how sure the figure is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

CRIME_SCENE_NOTE = (
    "Kommunens siffror räknar brott efter brottsplats. Brott utan känd plats räknas inte med, "
    "och hur många de är växlar från år till år."
)
"""Brå's own reservation, printed under every table of reported crimes per municipality."""


class ValueState(StrEnum):
    """Whether there is a figure, and if not, why."""

    KNOWN = "värde"
    MISSING = "saknas"
    SUPPRESSED = "dold"
    NOT_APPLICABLE = "ej tillämpligt"

    @property
    def sign(self) -> str:
        """Return what stands where the figure would: "..", "." or "uppgift saknas", or nothing."""
        return _SIGNS[self]


_SIGNS = {
    ValueState.KNOWN: "",
    ValueState.MISSING: "uppgift saknas",
    ValueState.SUPPRESSED: "..",
    ValueState.NOT_APPLICABLE: ".",
}


class Source(StrEnum):
    """Whose figures they are, as printed after "Källa:"."""

    BRA = "Brå"
    NTU = "Brå, NTU"
    KOLADA = "Kolada"
    SCB = "SCB"
    POLICE = "Polisen"
    OWN = "egen uppgift"


class Polarity(StrEnum):
    """Which way is better; said in words wherever a change is coloured."""

    LOW_IS_GOOD = "lågt är bra"
    HIGH_IS_GOOD = "högt är bra"
    NEUTRAL = "varken eller"

    @property
    def sentence(self) -> str:
        return _POLARITY_SENTENCES[self]


_POLARITY_SENTENCES = {
    Polarity.LOW_IS_GOOD: "Ett lägre värde är bättre.",
    Polarity.HIGH_IS_GOOD: "Ett högre värde är bättre.",
    Polarity.NEUTRAL: "Värdet säger inte i sig vad som är bättre.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What a figure counts: "anmälda brott", or "anmälda brott per 100 000 invånare" of 100 000."""

    text: str
    denominator: int | None = None

    @property
    def is_count(self) -> bool:
        """Whether it counts whole things, so that the rules for small counts hold."""
        return self.denominator is None and self.text.startswith(("antal", "anmälda"))


REPORTED_CRIMES = Unit(text="anmälda brott")
PER_HUNDRED_THOUSAND = Unit(text="per 100 000 invånare", denominator=100_000)
PER_THOUSAND = Unit(text="per 1 000 invånare", denominator=1_000)
PERCENT = Unit(text="procent")


class GeographyKind(StrEnum):
    """What sort of place a figure holds for."""

    MUNICIPALITY = "kommun"
    COUNTY = "län"
    COUNTRY = "riket"
    GROUP = "grupp"
    OTHER = "annan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Geography:
    """A place; the code is text ("2417", "24", "0000") or empty when it is not known."""

    name: str
    kind: GeographyKind = GeographyKind.MUNICIPALITY
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """Something that is measured again and again; `key` is the source's own id or a word of ours."""

    id: int
    uid: str
    key: str
    name: str
    source: Source
    unit: Unit
    polarity: Polarity = Polarity.NEUTRAL
    description: str = ""
    chapter: str = ""
    place: int = 0

    @property
    def denominator(self) -> int | None:
        return self.unit.denominator

    @property
    def counted(self) -> str:
        """Return what is counted: a title may say otrygghet where the trygga are counted (N07609)."""
        return self.description or f"{self.name}, {self.unit.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One figure of one indicator; `period` is "2025", "2026 kv 1", "2026-08" or "2024–2025"."""

    geography: Geography
    period: str
    year: int
    value: Decimal | None = None
    state: ValueState = ValueState.KNOWN
    preliminary: bool = False
    low: Decimal | None = None
    """The lower end of the confidence interval, where the source gives one."""
    high: Decimal | None = None
    retrieved_on: date | None = None
    original: str = ""
    """The figure exactly as the source wrote it."""

    def __post_init__(self) -> None:
        if (self.value is None) == (self.state is ValueState.KNOWN):
            raise ValueError(self.original or self.period)

    @property
    def is_year(self) -> bool:
        """Whether it holds for one whole year; only such figures stand in a series of years."""
        return self.period == str(self.year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """How many lived in the municipality; `about` when it is reckoned from a count and a rate."""

    year: int
    count: int
    about: bool = False


class Layout(StrEnum):
    """Which kind of file was recognised."""

    BRA_YEARLY = "Brås årsfil med anmälda brott per kommun"
    BRA_INDICATORS = "Brås indikatorer för kommuners lägesbild"
    SOL = "tabell ur Brås statistikdatabas"
    KOLADA = "tabell ur Kolada"
    PLAIN = "enkel tabell"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadIndicator:
    """An indicator as a file names it; many rows share one."""

    key: str
    name: str
    unit: Unit
    source: Source
    polarity: Polarity = Polarity.NEUTRAL
    description: str = ""
    is_part: bool = False
    """A "därav" row: part of the one above it and never added to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFigure:
    """One figure of a file and where in it it stands: "rad 7" or "blad Stöld, cell C4"."""

    where: str
    indicator: ReadIndicator
    observation: Observation


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Something in a file that was not taken, where it stands and why, in a Swedish sentence."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadStatistics:
    """A file as read, before anyone knows which council it is for; nothing is written yet."""

    layout: Layout
    source: Source
    rows: tuple[ReadFigure, ...]
    title: str = ""
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()
    needs_year: bool = False
    """The content names no year: it came from the file's name or from her, and should be shown to her."""

    @property
    def indicators(self) -> tuple[ReadIndicator, ...]:
        """Return each indicator once, in the order of the file."""
        return tuple({row.indicator.key: row.indicator for row in self.rows}.values())
