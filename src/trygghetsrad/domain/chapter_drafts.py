"""Texts that wait to be taken into a chapter by one click, each with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trygghetsrad.domain.chapters import Chapter


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterDraft:
    chapter: Chapter
    source: str
    """ "Skolan", "Iakttagelser", "Uppföljningen" """
    text: str


def is_taken(draft: ChapterDraft, chapter_text: str) -> bool:
    """Tell whether a draft stands in the chapter already, whatever was written around it."""
    return " ".join(draft.text.split()) in " ".join(chapter_text.split())


def with_draft(chapter_text: str, draft: ChapterDraft) -> str:
    """Return the chapter with the draft as its last paragraph; what stands there already is not doubled."""
    if is_taken(draft, chapter_text):
        return chapter_text
    return "\n\n".join(filter(None, (chapter_text.strip(), draft.text.strip())))
