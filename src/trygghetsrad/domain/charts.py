"""What a chart says: values over years or kinds, what is not known, and what they are compared with."""

from __future__ import annotations

from dataclasses import dataclass

from trygghetsrad.domain.counting import grouped, listed

WITHHELD = ".."
"""The sign of Swedish statistics for a value the source does not give."""
MISSING = "uppgift saknas"
PRELIMINARY = "prel."


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPoint:
    """One bar: a year, a month or a kind; without a value it is a gap, never nought."""

    label: str
    value: float | None = None
    preliminary: bool = False
    withheld: bool = False
    """The source keeps the value to itself, often because it is small; printed "..". """

    def __post_init__(self) -> None:
        if not self.label.strip():
            raise ValueError("point without label")
        if self.value is not None and (self.withheld or not 0 <= self.value < float("inf")):
            raise ValueError(self.label)

    @property
    def note(self) -> str:
        """What must stand beside the value: "prel.", "..", "uppgift saknas" or nothing."""
        if self.value is None:
            return WITHHELD if self.withheld else MISSING
        return PRELIMINARY if self.preliminary else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareLine:
    """What the bars are held against, a value for each of them: the county, the country."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """Bars from nought, with at most three lines to compare with; a bad one cannot be made (ValueError)."""

    title: str
    unit: str
    """What is counted, with its denominator: "anmälda brott per 100 000 invånare"."""
    points: tuple[ChartPoint, ...]
    source: str
    """Whose figures they are and when they were fetched: "Brå, hämtad 2026-11-20"."""
    lines: tuple[CompareLine, ...] = ()
    message: str = ""
    """One sentence that says what the chart shows; read aloud in its place."""
    name: str = ""
    """Whose bars they are where there are lines to tell them from: "Norrmyra"."""

    def __post_init__(self) -> None:
        for words in (self.title, self.unit, self.source):
            if not words.strip():
                raise ValueError("chart without title, unit or source")
        if not self.points:
            raise ValueError("chart without points")
        if any(len(line.values) != len(self.points) for line in self.lines):
            raise ValueError("line of another length than the bars")
        if len(self.lines) > MOST_LINES:
            raise ValueError("more lines than can be told apart")

    @property
    def is_empty(self) -> bool:
        """Whether no bar has a value; such a chart says less than a sentence."""
        return all(point.value is None for point in self.points)


MOST_LINES = 3


def number(value: float) -> str:
    """Return a value as Swedish print has it: 1 234 or 12,5."""
    whole = round(value)
    if abs(value - whole) < _NEAR:
        return grouped(whole)
    return f"{value:,.1f}".replace(",", "\u00a0").replace(".", ",").replace("-", "−")


_NEAR = 0.05


def point_text(point: ChartPoint) -> str:
    """Return "2025: 41", "2026: 12 (prel.)" or "2023: uppgift saknas"."""
    return f"{point.label}: {value_text(point)}"


def value_text(point: ChartPoint) -> str:
    if point.value is None:
        return point.note
    return f"{number(point.value)} ({point.note})" if point.note else number(point.value)


def chart_alt(chart: BarChart) -> str:
    """Return what the chart shows in one or two sentences; all its values stand in text or table beside."""
    if chart.message.strip():
        return chart.message.strip()
    what = f"Stapeldiagram. {chart.title}, {chart.unit}"
    known = [point for point in chart.points if point.value is not None]
    if not known:
        return f"{what}. Uppgift saknas för alla staplar."
    ends = known[:1] if len(known) == 1 else [known[0], known[-1]]
    compared = f" Jämfört med {listed([line.name for line in chart.lines])}." if chart.lines else ""
    return f"{what}. {', '.join(point_text(point) for point in ends)}.{compared}"


def chart_values(chart: BarChart) -> str:
    """Return every value of the chart as running text, with its note."""
    said = [f"{'. '.join(point_text(point) for point in chart.points)}."]
    if chart.name and chart.lines:
        said.insert(0, f"{chart.name}.")
    for line in chart.lines:
        pairs = zip(chart.points, line.values, strict=True)
        values = [f"{point.label}: {compared_text(value)}" for point, value in pairs]
        said.append(f"{line.name}. {'. '.join(values)}.")
    return " ".join(said)


def chart_text(chart: BarChart) -> str:
    """Return everything the chart says as running text: its twin for web pages and for those who listen."""
    return f"{chart.title}, {chart.unit}. {chart_values(chart)} {source_line(chart)}"


def compared_text(value: float | None) -> str:
    return MISSING if value is None else number(value)


def source_line(chart: BarChart) -> str:
    return f"Källa: {chart.source.strip().rstrip('.')}."
