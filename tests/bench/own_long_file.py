"""The protokoll of sixty pages, from the start of the process to a finished PDF."""

from __future__ import annotations

from long_protokoll import long_facts
from telling import done

from trygghetsrad.documents.make import build
from trygghetsrad.documents.pdf.writer import render_pdf

if __name__ == "__main__":
    render_pdf(build(long_facts()))
    done()
