"""A kallelse by the command line, from the start of the process to the PDF in its folder."""

from __future__ import annotations

from contextlib import redirect_stdout
from io import StringIO

from telling import council, done

from trygghetsrad import cli

if __name__ == "__main__":
    folder = council().parent / "papper"
    wish = ["documents", str(council()), "--out", str(folder), "--only", "kallelse", "--meeting", "4/2026"]
    with redirect_stdout(StringIO()):
        answered = cli.main(wish)
    if answered or len(list(folder.glob("*.pdf"))) != 1:
        raise SystemExit("Det blev inte en kallelse.")
    done()
