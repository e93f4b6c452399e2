"""The same sixty pages laid out by ReportLab alone."""

from __future__ import annotations

from long_protokoll import ROUNDS, long_facts
from plain_protokoll import load_plain_fonts, printed
from telling import timed

from trygghetsrad.documents.make import build

if __name__ == "__main__":
    load_plain_fonts()
    told = long_facts()
    timed(lambda _turn: printed(build(told)), rounds=ROUNDS)
