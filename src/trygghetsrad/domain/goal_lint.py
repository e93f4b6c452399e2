"""Friendly remarks on a goal that cannot be followed up yet; none of them ever stops anybody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from trygghetsrad.domain.dates import iso

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_QUOTED = re.compile(r"”[^”]*”|\"[^\"]*\"|»[^»«]*[»«]|’[^’]*’|'[^']*'")
# "De som arbetar för kommunen" says who they are, and "samverka för" is another word.
_VAGUE = re.compile(
    r"(?<![\w-])(?<!som )((?:verka|arbeta|jobba)r? för|värnar? om|bidrar? till)(?!\w)", re.IGNORECASE
)
_MOVEMENT = re.compile(
    r"(?<![\w-])(?:"
    r"minsk|öka|ökni|utveckl|förbättr|förkort|förläng|förstärk|stärk|halver|fördubbl|sänk|höj|"
    r"genomför|utbild|inför|start|öppn|bygg|byt|lag[ae]|rätt[ae]|åtgärd|nå(?:r|tt|s)?\b|"
    r"skapa|ta(?:r|git)? fram|håll[ae]|anordn|ordna|erbjud|besök|följ[ae]? upp|upprätt|teckn|behåll|bevara|"
    r"fler|färre|lägre|högre|kortare|längre|mindre|mer\b|bättre|snabbare|"
    r"avskaff|upphör|slut[ae]|stopp|dubbl|utök|begräns|nästan ing|ing(?:en|a|et)\b|alla\b|varje\b)",
    re.IGNORECASE,
)
_KEEPING = re.compile(
    r"(?<![\w-])(?:(?:bi)?behåll|bevara|bibehåll|oförändra|fortsätt|håll[ae]r? kvar|ligga kvar)",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\([^)]*\)")


class GoalField(StrEnum):
    """Which field of the form a remark stands under."""

    TEXT = "text"
    MEASURE = "measure"
    BASELINE = "baseline"
    TARGET = "target"
    BY = "by"


class GoalWords(Protocol):
    """What is read of a goal, be it a stored one or a form half filled in."""

    @property
    def text(self) -> str: ...
    @property
    def measure(self) -> str: ...
    @property
    def baseline(self) -> str: ...
    @property
    def target(self) -> str: ...
    @property
    def by(self) -> date | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One kind sentence about one field."""

    about: GoalField
    sentence: str


_ASKED = (
    (GoalField.MEASURE, "Skriv hur målet mäts, till exempel antal anmälningar eller andel i en enkät."),
    (GoalField.BASELINE, "Skriv värdet i dag, så syns det sedan om något har ändrats."),
    (GoalField.TARGET, "Skriv vilket värde ni vill nå."),
)


def remarks(goal: GoalWords, today: date, plan_ends: date | None = None) -> tuple[Remark, ...]:
    """Return what would make a goal easier to follow up, field by field; nothing when it is whole.

    The advice is Brå's: verbs of movement, and a measure, a baseline, a target and a date.
    """
    return (*_of_text(goal.text), *_of_values(goal), *_of_day(goal.by, today, plan_ends))


def _of_text(text: str) -> Iterator[Remark]:
    said = " ".join(_QUOTED.sub(" ", text).split())
    vague = _VAGUE.search(said)
    if not text.strip():
        yield Remark(about=GoalField.TEXT, sentence="Skriv vad som ska bli annorlunda.")
    elif vague is not None:
        tip = "pröva ett verb som minska, öka eller utveckla"
        yield Remark(about=GoalField.TEXT, sentence=f"”{vague[1].capitalize()}” går inte att mäta, {tip}.")
    elif not _MOVEMENT.search(said):
        yield Remark(
            about=GoalField.TEXT,
            sentence="Visa gärna riktningen med ett verb som minska, öka eller utveckla.",
        )


def _of_values(goal: GoalWords) -> Iterator[Remark]:
    values = {
        GoalField.MEASURE: goal.measure,
        GoalField.BASELINE: goal.baseline,
        GoalField.TARGET: goal.target,
    }
    for field, sentence in _ASKED:
        if not values[field].strip():
            yield Remark(about=field, sentence=sentence)
    if _bare(goal.target) and _bare(goal.target) == _bare(goal.baseline) and not _KEEPING.search(goal.text):
        yield Remark(
            about=GoalField.TARGET,
            sentence="Målvärdet är detsamma som i dag, så skriv vart ni vill eller att läget ska behållas.",
        )


def _of_day(by: date | None, today: date, plan_ends: date | None) -> Iterator[Remark]:
    if by is None:
        yield Remark(about=GoalField.BY, sentence="Skriv när målet ska vara nått.")
    elif by < today:
        yield Remark(
            about=GoalField.BY, sentence=f"Datumet {iso(by)} har passerat, så välj gärna ett som kommer."
        )
    elif plan_ends is not None and by > plan_ends:
        yield Remark(
            about=GoalField.BY,
            sentence=f"Målet ska nås {iso(by)}, men planen slutar redan {iso(plan_ends)}.",
        )


def _bare(value: str) -> str:
    """Return a value without its year, its spaces and its way of writing percent."""
    spoken = _NOTE.sub("", value).casefold().replace("procent", "%").replace(".", ",")
    return "".join(spoken.split())
