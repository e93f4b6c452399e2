"""ReportLab brought in and nothing more: what a kallelse by the command line is measured against."""

from __future__ import annotations

import reportlab.pdfgen.canvas
import reportlab.platypus  # noqa: F401  (what it costs is the point)
from telling import done

if __name__ == "__main__":
    done()
