#!/usr/bin/env python3
"""Two commands for whoever has just cloned the repository: `demo` shows the program, `test` checks it."""

from __future__ import annotations

import sys

OLDEST = (3, 11)


def unfit(version: tuple[int, int], *, bits: int) -> str | None:
    """Return the sentence that says why this Python will not do, or None when it will."""
    if version < OLDEST:
        return (
            f"Trygghetsråd behöver Python {OLDEST[0]}.{OLDEST[1]} eller nyare, men det här är "
            f"Python {version[0]}.{version[1]} ({sys.executable}). Installera en nyare och kör med den."
        )
    if bits < 64:
        return f"Trygghetsråd behöver en 64-bitars Python, men {sys.executable} är en 32-bitars."
    return None


def main() -> int:
    sentence = unfit(sys.version_info[:2], bits=64 if sys.maxsize > 2**32 else 32)
    if sentence:
        print(sentence, file=sys.stderr)
        return 1
    # Imported only now: an older Python cannot read what lies there.
    from workshop import commands

    return commands.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
