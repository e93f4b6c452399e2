"""Everything that must hold before a change is good: form, types, rooms and tests, each with its time."""

from __future__ import annotations

import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop.environment import ROOT, program, variables

if TYPE_CHECKING:
    from collections.abc import Sequence

GROUPS = ("lint", "types", "imports", "tests")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One check: what it is called, which group it belongs to and the command that makes it."""

    name: str
    group: str
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one check went."""

    name: str
    seconds: float
    passed: bool


def run(*, only: str | None, for_pytest: Sequence[str]) -> int:
    """Run every check even when one fails, and say at the end how it went."""
    outcomes = [_run(step) for step in steps(for_pytest) if only in (None, step.group)]
    print(f"\n{verdict(outcomes)}", flush=True)
    return 0 if all(outcome.passed for outcome in outcomes) else 1


def steps(for_pytest: Sequence[str]) -> tuple[Step, ...]:
    """Return the checks in order; pytest last, so that its closing line stays in sight."""
    python = str(program("python"))
    tests = ("-m", "pytest", "-n", "2", "--dist", "loadfile", *for_pytest)
    return (
        Step(name="ruff check", group="lint", command=(python, "-m", "ruff", "check", ".")),
        Step(name="ruff format", group="lint", command=(python, "-m", "ruff", "format", "--check", ".")),
        Step(name="mypy", group="types", command=(python, "-m", "mypy")),
        Step(name="lint-imports", group="imports", command=(str(program("lint-imports")),)),
        Step(name="pytest", group="tests", command=(python, *tests)),
    )


def verdict(outcomes: Sequence[Outcome]) -> str:
    """Return the closing line: all that passed, or those that did not."""
    failed = [outcome.name for outcome in outcomes if not outcome.passed]
    if failed:
        return f"Något gick fel: {', '.join(failed)}. Läs utskriften ovanför."
    total = sum(outcome.seconds for outcome in outcomes)
    return f"Allt gick bra: {', '.join(outcome.name for outcome in outcomes)} ({swedish_seconds(total)})."


def swedish_seconds(seconds: float) -> str:
    return f"{seconds:.1f} s".replace(".", ",")


def surroundings() -> dict[str, str]:
    """Return the surroundings every machine tests in: no screen, one language, no forgotten encodings."""
    own = {name: value for name, value in variables().items() if name not in ("PYTHONUTF8", "LC_ALL")}
    return {
        **own,
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONWARNDEFAULTENCODING": "1",
        # pytest makes our own forgotten encodings errors; the libraries' may stay unsaid in child processes.
        "PYTHONWARNINGS": "ignore::EncodingWarning",
    }


def _run(step: Step) -> Outcome:
    print(f"\n== {step.name}", flush=True)
    started = time.monotonic()
    ran = subprocess.run(step.command, cwd=ROOT, env=surroundings(), check=False)
    outcome = Outcome(name=step.name, seconds=time.monotonic() - started, passed=ran.returncode == 0)
    word = "klart" if outcome.passed else "FEL"
    print(f"-- {step.name}: {word}, {swedish_seconds(outcome.seconds)}", flush=True)
    return outcome
