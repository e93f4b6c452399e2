"""The lägesbild (4 §) and its cause analyses as they are printed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trygghetsrad.domain.papers.letterhead import Letterhead, Words

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.domain.charts import BarChart
    from trygghetsrad.domain.papers.plans import PrintedChapter


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterChart:
    """A series of figures, and the chapter it stands in by its number: "3.1"."""

    chapter: str
    chart: BarChart
    said: tuple[str, ...] = ()
    """What the figures bear to be said of them: the change, the mean, what one report weighs."""
    notes: tuple[str, ...] = ()
    """Reservations, in small print under the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedMark:
    """How one criterion was judged, and why."""

    criterion: str
    weight: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedJudgement:
    """What the lägesbild says of one problem, and the ställningstagande (3 §)."""

    title: str
    position: str = ""
    """ "Prioriteras", "Bevakas", or empty while nobody has decided."""
    motivation: str = ""
    text: str = ""
    marks: tuple[PrintedMark, ...] = ()
    points: str = ""
    """The sum, which helps to sort and decides nothing: "11 av 20"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysedCause:
    """A cause with its number and what is known of it."""

    number: int
    text: str
    details: str = ""
    """ "Riskfaktor · går att påverka: delvis" """
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysedSide:
    """One of the three lists of a cause analysis, with the guide to it."""

    name: str
    guide: str = ""
    causes: tuple[AnalysedCause, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysedProblem:
    """The causes of one problem, side by side."""

    title: str
    description: str = ""
    sides: tuple[AnalysedSide, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturePaperFacts:
    """Lägesbild; as long as its content, with an honest line where nobody has written."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    issued_on: date
    period: str = ""
    version: int = 0
    is_draft: bool = False
    decided: str = ""
    registry_number: str = ""
    update_by: str = ""
    """ "Lägesbilden uppdateras senast 2028-04-20, räknat som …" """
    changes: tuple[str, ...] = ()
    """What is judged otherwise than in the version before."""
    chapters: tuple[PrintedChapter, ...] = ()
    charts: tuple[ChapterChart, ...] = ()
    judgements: tuple[PrintedJudgement, ...] = ()
    """In the order of the problems, the prioritised first."""
    analyses: tuple[AnalysedProblem, ...] = ()
    links: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """What she may want to know before it is decided; never printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisPaperFacts:
    """Orsaksanalys of one problem, or of every problem that is prioritised."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    issued_on: date
    problems: tuple[AnalysedProblem, ...] = ()
