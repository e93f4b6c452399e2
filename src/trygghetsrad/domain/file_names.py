"""What the files of papers are called, after a pattern that the council may change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.errors import Refused

if TYPE_CHECKING:
    from datetime import date

FILE_PATTERN = "{datum} {dokument} {möte}"
"""2026-12-08 Kallelse möte 4"""

WORDS = ("datum", "dokument", "möte", "råd", "kommun")
_WORD = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """What a file name may say of a paper; papers of the whole council have no meeting."""

    day: date
    document: str
    meeting: str
    council: str
    municipality: str


def check_file_pattern(pattern: str) -> None:
    """Refuse a pattern that cannot be filled in, or that would give every paper the same name.

    Raises Refused.
    """
    known = ", ".join(f"{{{word}}}" for word in WORDS)
    found = [word.strip().lower() for word in _WORD.findall(pattern)]
    unknown = [word for word in found if word not in WORDS]
    if unknown:
        raise Refused(
            f"Ordet ”{{{unknown[0]}}}” går inte att använda i filnamn. Det gamla mönstret är kvar. "
            f"Använd {known}."
        )
    if set("{}") & set(_WORD.sub("", pattern)):
        raise Refused(f"En klammer saknar sin andra hälft. Det gamla mönstret är kvar. Använd {known}.")
    if "dokument" not in found:
        raise Refused(
            "Utan {dokument} får alla dokument samma namn. Det gamla mönstret är kvar. Lägg till {dokument}."
        )


def file_stem(pattern: str, facts: FileFacts) -> str:
    """Return the name without its ending; it may still hold signs that no file system takes."""
    values = {
        "datum": iso(facts.day),
        "dokument": facts.document,
        "möte": facts.meeting,
        "råd": facts.council,
        "kommun": facts.municipality,
    }
    filled = _WORD.sub(lambda word: values.get(word[1].strip().lower(), ""), pattern)
    # A word that has nothing to say leaves no gap and no dash without a neighbour.
    return " ".join(filled.split()).strip(" -–_,.")
