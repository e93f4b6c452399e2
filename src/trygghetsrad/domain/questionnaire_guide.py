"""Questions to the members before a lägesbild, and the chapter where each answer belongs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trygghetsrad.domain.chapters import Chapter
    from trygghetsrad.domain.people import OrganisationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    chapter: Chapter
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionForm:
    """What one kind of organisation is asked, and the reminder that it never concerns single persons."""

    kind: OrganisationKind
    intro: str
    reminder: str
    questions: tuple[Question, ...]
