"""The command line: opens the window, or does one job without one and says how it went."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from trygghetsrad.cli.parser import understand
from trygghetsrad.domain.errors import CouncilError, Refused, one_line

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from trygghetsrad.ui.councils import Councils

DONE, REFUSED = 0, 1


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words ask for.

    Returns 0 when it is done and 1 when it was refused, with one Swedish sentence on stderr; wrong usage
    leaves with 2 (design.md 6).
    """
    _speak_utf8()
    try:
        wish = understand(list(sys.argv[1:] if words is None else words))
        code = open_window(wish) if wish.command == "open" else run_command(wish)
        if sys.stdout:  # a program with a window may have nowhere to speak
            sys.stdout.flush()
    except CouncilError as refusal:
        return _refused(refusal.sentence())
    except BrokenPipeError:
        # Whoever read the answer has had enough.
        _let_go_of_stdout()
        return DONE
    except KeyboardInterrupt:
        return _refused("Avbrutet. Det som redan är skrivet är kvar, och inget är skrivet till hälften.")
    except Exception as fault:  # noqa: BLE001  (whatever it is, she gets a sentence and no traceback)
        _let_go_of_stdout()
        return _refused(_unforeseen(fault))
    return code


def _refused(sentence: str) -> int:
    print(one_line(sentence), file=sys.stderr)
    return REFUSED


def _unforeseen(fault: Exception) -> str:
    """Log a fault of the program and return what she is told."""
    if isinstance(fault, OSError) and fault.filename is None:
        return (
            "Svaret gick inte att skriva ut. Det som är sparat är kvar. Kontrollera att disken inte är full."
        )
    with suppress(Exception):
        from trygghetsrad.ui.unexpected import log_fault, start_log

        start_log()
        log_fault(fault)
    return "Något gick fel i programmet. Det som är sparat är kvar. Felet är antecknat i loggen."


def _let_go_of_stdout() -> None:
    """Let Python end in silence when what it has left to say has nowhere to go."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run_command(wish: Namespace) -> int:
    # Imported here: the window must not wait for what only commands need.
    from trygghetsrad.cli.commands import COMMANDS

    return COMMANDS[wish.command](wish)


def open_window(wish: Namespace) -> int:
    """Open the window on a file, on the example, or on what was open last time.

    Raises Refused where there is no screen.
    """
    if not _has_screen():
        raise Refused(
            "Här finns ingen skärm att öppna fönstret på. Inget har ändrats. "
            "Skriv trygghetsrad --help för det som går att göra utan fönster."
        )
    from trygghetsrad.ui.application import run

    return run(_councils, Path(wish.council) if wish.council else None, example=wish.demo)


def _has_screen() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _councils() -> Councils:
    from trygghetsrad.app import Councils as AllCouncils

    return AllCouncils()


def _speak_utf8() -> None:
    """Let å, ä and ö through a pipe, whatever the console's own character set is."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
