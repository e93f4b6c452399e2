"""Start the program: python -m trygghetsrad."""

from __future__ import annotations

import sys


def main() -> int:
    """Open the window, run one command, or serve as a worker process; return the exit code."""
    if sys.argv[1:2] == ["--worker"]:
        # Before anything else is imported: a worker should start fast and hold little.
        from trygghetsrad.exchange.worker import serve

        return serve(sys.stdin.buffer, sys.stdout.buffer)
    from trygghetsrad.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
