"""A protokoll of sixty pages as the program prints it, tagged and fit for archives."""

from __future__ import annotations

from long_protokoll import ROUNDS, long_facts
from telling import timed

from trygghetsrad.documents.make import build
from trygghetsrad.documents.pdf.writer import render_pdf

if __name__ == "__main__":
    told = long_facts()
    timed(lambda _turn: render_pdf(build(told)), rounds=ROUNDS)
