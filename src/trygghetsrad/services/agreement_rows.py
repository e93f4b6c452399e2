"""An agreement as it is written down: begun anew, or copied from the one it renews."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from trygghetsrad.domain.agreements import next_period, renewed_title
from trygghetsrad.domain.errors import Refused
from trygghetsrad.services.live import assign, live
from trygghetsrad.services.reading_agreements import party_rows
from trygghetsrad.store.schema import AgreementClauseRow, AgreementPartyRow, AgreementRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

USUAL_TITLE = "Överenskommelse om samverkan"


class AgreementDetails(TypedDict, total=False):
    """What is told of an agreement beside its title."""

    purposes: str
    areas: str
    starts: date | None
    ends: date | None
    extends: bool
    dnr: str


def new_agreement(session: Session, title: str, today: date, details: AgreementDetails) -> AgreementRow:
    """Begin an agreement within a step that is already open.

    Raises Refused when it would end before it begins.
    """
    row = AgreementRow(title=" ".join(title.split()) or USUAL_TITLE, drafted_on=today)
    assign(row, dict(details))
    check_period(row)
    session.add(row)
    session.flush()
    return row


def check_period(row: AgreementRow) -> None:
    """Refuse a period turned round."""
    if row.starts and row.ends and row.ends < row.starts:
        raise Refused("Överenskommelsen kan inte sluta före den börjar. Dagarna är som förut.")


def renewed(session: Session, old: AgreementRow, today: date) -> AgreementRow:
    """Copy text, parties and clauses into a draft with the next period; nobody has signed it."""
    starts, ends = next_period(old.starts, old.ends, today)
    row = AgreementRow(
        title=renewed_title(old.title, (old.starts, old.ends), (starts, ends)),
        purposes=old.purposes,
        areas=old.areas,
        starts=starts,
        ends=ends,
        extends=old.extends,
        drafted_on=today,
        renews_id=old.id,
    )
    session.add(row)
    session.flush()
    for party in party_rows(session, old.id):
        session.add(
            AgreementPartyRow(
                agreement_id=row.id,
                place=party.place,
                organisation_id=party.organisation_id,
                name=party.name,
                signatory=party.signatory,
                signatory_title=party.signatory_title,
            )
        )
    for clause in session.scalars(live(AgreementClauseRow).where(AgreementClauseRow.agreement_id == old.id)):
        session.add(AgreementClauseRow(agreement_id=row.id, key=clause.key, text=clause.text))
    return row
