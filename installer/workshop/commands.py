"""The words a person types after installer/dev.py, and what each of them sets going."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workshop import bench, checks, debian, environment, example, pictures, pins, verapdf, windows
from workshop.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the person asked for."""

    command: str
    only: str | None = None
    upgrade: bool = False
    wine: bool = False
    as_json: bool = False
    stdlib: Path | None = None
    for_pytest: tuple[str, ...] = ()


def understand(words: Sequence[str]) -> Wish:
    """Read the command line; what follows `--` goes to pytest untouched."""
    ours, for_pytest = list(words), []
    if "--" in ours:
        cut = ours.index("--")
        ours, for_pytest = ours[:cut], ours[cut + 1 :]
    read = _parser().parse_args(ours)
    return Wish(
        command=read.command,
        only=getattr(read, "only", None),
        upgrade=getattr(read, "upgrade", False),
        wine=getattr(read, "wine", False),
        as_json=getattr(read, "json", False),
        stdlib=getattr(read, "stdlib", None),
        for_pytest=tuple(for_pytest),
    )


def main(words: Sequence[str]) -> int:
    # A console that lacks a letter shows a question mark instead of stopping the work.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    wish = understand(words)
    try:
        return _fulfil(wish)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Avbrutet.", file=sys.stderr)
        return 130


def _fulfil(wish: Wish) -> int:
    debian.prepare(windows.needed_packages(wine=wish.wine) if wish.command == "windows" else ())
    environment.prepare("dev" if wish.command in {"test", "pins", "pictures"} else "runtime")
    return _deeds(wish)[wish.command]()


def _deeds(wish: Wish) -> dict[str, Callable[[], int]]:
    return {
        "bench": lambda: bench.run(as_json=wish.as_json),
        "demo": example.show,
        "pictures": pictures.take,
        "pins": lambda: pins.renew(upgrade=wish.upgrade),
        "test": lambda: checks.run(only=wish.only, for_pytest=wish.for_pytest),
        "verapdf": verapdf.run,
        "windows": lambda: windows.build(wish.stdlib, wine=wish.wine),
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="installer/dev.py",
        description="Gör i ordning allt som behövs i .venv och kör sedan det du ber om.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="KOMMANDO")
    commands.add_parser("demo", help="visa programmet med ett exempelråd (utan skärm: skriv dess handlingar)")
    test = commands.add_parser("test", help="kör alla kontroller; ord efter -- går vidare till pytest")
    test.add_argument("--only", choices=checks.GROUPS, help="kör bara en sorts kontroll")
    timed = commands.add_parser("bench", help="mät programmet mot det minsta som samma bibliotek klarar")
    timed.add_argument("--json", action="store_true", help="svara med ett JSON-objekt")
    commands.add_parser("pictures", help="ta om bilderna i README")
    commands.add_parser("verapdf", help="låt veraPDF läsa exempelrådets dokument (kräver Java och Maven)")
    pin = commands.add_parser("pins", help="räkna om installer/requirements*.txt efter pyproject.toml")
    pin.add_argument("--upgrade", action="store_true", help="lyft också allt till senaste tillåtna version")
    built = commands.add_parser("windows", help="bygg Windowsmappen i dist/windows (på Linux)")
    built.add_argument("--wine", action="store_true", help="kör också dess självtest under Wine")
    built.add_argument("--stdlib", type=Path, metavar="MAPP", help="Lib-mappen i en Python 3.13")
    return parser
