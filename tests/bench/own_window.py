"""The program's own start, stopped where it would begin to read the council: its window is painted then."""

from __future__ import annotations

from telling import council, painted

from trygghetsrad import cli

if __name__ == "__main__":
    cli._councils = painted
    cli.open_window(cli.understand([str(council())]))
