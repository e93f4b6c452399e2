"""A protokoll as the program prints it: from facts to a tagged PDF fit for archives."""

from __future__ import annotations

from protokoll import facts
from telling import timed

from trygghetsrad.documents.make import build
from trygghetsrad.documents.pdf.writer import render_pdf

if __name__ == "__main__":
    told = facts()
    timed(lambda _turn: render_pdf(build(told)))
