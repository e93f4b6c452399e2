"""What the clauses of an agreement say as drafts, with what the council knows put into their gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.agreement_clauses import ClauseKey, filled
from trygghetsrad.domain.counting import listed
from trygghetsrad.domain.dates import iso
from trygghetsrad.services import knowledge
from trygghetsrad.services.live import live
from trygghetsrad.services.reading import council_of
from trygghetsrad.store.schema import CauseRow, GoalRow, ProblemRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.agreements import Agreement

MOST_PROBLEMS = 3
"""So many areas are proposed at most (practice.md 19)."""


def draft_of(session: Session, agreement: Agreement, key: ClauseKey) -> str:
    """Return the draft of one clause; what is not known stays as "[områden]" for people to fill."""
    guide = next(one for one in knowledge.agreement().clauses if one.clause is key)
    text = filled(guide.draft, _values(session, agreement))
    if key is ClauseKey.PERIOD and agreement.extends:
        text = f"{text}\n\n{knowledge.agreement().extension}"
    return text


def _values(session: Session, agreement: Agreement) -> dict[str, str]:
    problems = session.scalars(
        live(ProblemRow).where(ProblemRow.closed_on.is_(None)).order_by(ProblemRow.place, ProblemRow.id)
    ).all()[:MOST_PROBLEMS]
    ids = [row.id for row in problems]
    causes = session.scalars(
        live(CauseRow).where(CauseRow.problem_id.in_(ids)).order_by(CauseRow.problem_id, CauseRow.number)
    )
    goals = session.scalars(live(GoalRow).where(GoalRow.problem_id.in_(ids)).order_by(GoalRow.id))
    return {
        "parter": listed([party.name for party in agreement.parties]),
        "områden": _bullets(row.title for row in problems),
        "orsaker": _bullets(row.text for row in causes),
        "mål": _bullets(row.text for row in goals),
        "råd": council_of(session).name,
        "period": _period(agreement.starts, agreement.ends),
    }


def _bullets(texts: Iterable[str]) -> str:
    return "\n".join(f"- {text.strip()}" for text in texts if text.strip())


def _period(starts: date | None, ends: date | None) -> str:
    first = f"från och med {iso(starts)}" if starts else ""
    last = f"till och med {iso(ends)}" if ends else "tills vidare" if starts else ""
    return " ".join(part for part in (first, last) if part)
