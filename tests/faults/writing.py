"""Coordinators in processes of their own, who work until they are killed and tell a witness what was saved.

One process stands ready with everything imported and forks a new one for each line it reads: the council
file and the pipe of the witness, with a tab between. It answers with the number of the new process.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from datetime import date, time
from io import BytesIO
from itertools import count
from pathlib import Path

from PIL import Image

from trygghetsrad.app import open_council
from trygghetsrad.domain.errors import CouncilError
from trygghetsrad.domain.people import SeatRole

TODAY = date(2026, 2, 2)
TOLD_OF = "Nummer"


def _noise() -> bytes:
    """Return a picture that does not shrink."""
    target = BytesIO()
    Image.frombytes("RGB", (80, 80), os.urandom(3 * 80 * 80)).save(target, "PNG")
    return target.getvalue()


def work(path: Path, witness: Path) -> None:
    """Do one thing after another; after each, tell the witness which number is safe."""
    with witness.open("w", encoding="utf-8", buffering=1) as told:
        council = open_council(path)
        meetings = [one.id for one in council.meetings.every()]
        numbers = [int(one.family_name) for one in council.people.persons() if one.given_name == TOLD_OF]
        for n in count(max(numbers, default=0) + 1):
            # Several rows in one step: all of them or none.
            council.people.add_member(TOLD_OF, str(n), SeatRole.MEMBER, TODAY, notes="x" * (n * 997 % 9000))
            told.write(f"{n}\n")
            meeting = meetings[n % len(meetings)]
            with suppress(CouncilError):
                if n % 7 == 0:
                    council.room.start(meeting, time(13))
                    council.room.end(meeting, time(15))
                elif n % 7 == 3:
                    council.council.set_logo(_noise())
                elif n % 7 == 5:
                    # Nobody the witness was told is safe: a kill may come before the undo.
                    for founder in [p for p in council.people.persons() if p.given_name != TOLD_OF][:1]:
                        council.people.remove_person(founder.id, TODAY)
                        council.undo.undo()
                else:
                    council.meetings.add_item(meeting, f"Punkt {n}")


def stand_ready() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        path, witness = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            work(Path(path), Path(witness))
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    stand_ready()
