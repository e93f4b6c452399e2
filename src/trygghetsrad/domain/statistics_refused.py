"""Why a file of statistics was not read at all."""

from __future__ import annotations

from dataclasses import dataclass

from typing_extensions import override

from trygghetsrad.domain.errors import CouncilError, one_line


@dataclass(eq=False)
class StatisticsRefused(CouncilError):
    """A refusal about one file, or about pasted text when the name is empty."""

    name: str

    @property
    def it(self) -> str:
        return f"Filen ”{one_line(self.name)}”" if self.name else "Den inklistrade texten"


@dataclass(eq=False)
class NoStatistics(StatisticsRefused):
    @override
    def sentence(self) -> str:
        return (
            f"{self.it} innehåller ingen statistik som går att läsa här, och inget har ändrats. "
            "Välj en fil från Brå eller Kolada, eller klistra in en tabell med år och värden."
        )


@dataclass(eq=False)
class YearUnknown(StatisticsRefused):
    @override
    def sentence(self) -> str:
        return (
            f"{self.it} säger inte vilket år siffrorna gäller, och inget har ändrats. "
            "Ange året och läs in igen."
        )
