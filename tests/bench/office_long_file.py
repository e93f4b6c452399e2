"""The same protokoll as LibreOffice makes a PDF of it, out of our Word file."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime

from long_protokoll import long_facts
from telling import council, timed

from trygghetsrad.documents.docx.writer import render_docx
from trygghetsrad.documents.make import build

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)

if __name__ == "__main__":
    folder = council().parent
    word = folder / "protokoll.docx"
    word.write_bytes(render_docx(build(long_facts()), fixed_time=NOON).data)
    profile = (folder / "profil").as_uri()
    command = [
        str(shutil.which("soffice")),
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(word),
    ]
    # The first start makes the profile and is not counted.
    timed(lambda _turn: subprocess.run(command, check=True, capture_output=True), rounds=1)
    if not word.with_suffix(".pdf").exists():
        raise SystemExit("LibreOffice skrev ingen PDF.")
