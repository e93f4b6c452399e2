"""Agreements and pledges as plain facts, with their parties and clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.agreement_clauses import ClauseKey
from trygghetsrad.domain.agreements import Agreement, Clause, Party, Pledge
from trygghetsrad.services.live import live, one
from trygghetsrad.store.schema import (
    AgreementClauseRow,
    AgreementPartyRow,
    AgreementRow,
    AttachmentRow,
    PledgeRow,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlalchemy.orm import Session

_CLAUSE_ORDER = {key.value: place for place, key in enumerate(ClauseKey)}


def agreements_in(session: Session) -> tuple[Agreement, ...]:
    """Return every agreement, the one whose time begins last first; drafts without a period before all."""
    rows = list(session.scalars(live(AgreementRow)).all())
    known = {row.id: row for row in rows}
    found = [_agreement(session, row, known) for row in rows]
    found.sort(key=lambda one: (one.starts is None, one.starts.toordinal() if one.starts else 0, one.id))
    return tuple(reversed(found))


def agreement_in(session: Session, agreement_id: int) -> Agreement:
    """Return one agreement.

    Raises NotFound.
    """
    one(session, AgreementRow, agreement_id, "Överenskommelsen")
    return next(found for found in agreements_in(session) if found.id == agreement_id)


def pledges_in(session: Session, agreement_id: int | None = None) -> tuple[Pledge, ...]:
    """Return the pledges of an agreement, or all of them."""
    wanted = live(PledgeRow).order_by(PledgeRow.id)
    if agreement_id is not None:
        wanted = wanted.where(PledgeRow.agreement_id == agreement_id)
    return tuple(pledge_of(row) for row in session.scalars(wanted))


def party_rows(session: Session, agreement_id: int) -> list[AgreementPartyRow]:
    """Return the parties in the order they sign."""
    wanted = live(AgreementPartyRow).where(AgreementPartyRow.agreement_id == agreement_id)
    return list(session.scalars(wanted.order_by(AgreementPartyRow.place, AgreementPartyRow.id)))


def pledge_of(row: PledgeRow) -> Pledge:
    return Pledge(
        id=row.id,
        uid=row.uid,
        text=row.text,
        agreement_id=row.agreement_id,
        who=row.who,
        starts=row.starts,
        ends=row.ends,
        result=row.result,
        followed_up_on=row.followed_up_on,
        rating=row.rating,
    )


def _agreement(session: Session, row: AgreementRow, known: Mapping[int, AgreementRow]) -> Agreement:
    successor = known.get(row.replaced_by_id or 0)
    return Agreement(
        id=row.id,
        uid=row.uid,
        title=row.title,
        purposes=row.purposes,
        areas=row.areas,
        starts=row.starts,
        ends=row.ends,
        extends=row.extends,
        sent_on=row.sent_on,
        dnr=row.dnr,
        drafted_on=row.drafted_on,
        renews_id=row.renews_id if row.renews_id in known else None,
        replaced_by_id=successor.id if successor else None,
        replaced_from=_first_day(session, successor) if successor else None,
        is_elsewhere=row.is_elsewhere,
        attachment_id=_kept_file(session, row.attachment_id),
        parties=_parties(session, row.id),
        clauses=_clauses(session, row.id),
        pledges=pledges_in(session, row.id),
    )


def _first_day(session: Session, row: AgreementRow) -> date | None:
    """Return when an agreement takes over: on its first day, or when the last has signed."""
    signed = [party.signed_on for party in _parties(session, row.id) if party.signed_on]
    return max((*signed, *([row.starts] if row.starts else [])), default=None)


def _parties(session: Session, agreement_id: int) -> tuple[Party, ...]:
    return tuple(
        Party(
            id=row.id,
            uid=row.uid,
            name=row.name,
            organisation_id=row.organisation_id,
            signatory=row.signatory,
            signatory_title=row.signatory_title,
            signed_on=row.signed_on,
        )
        for row in party_rows(session, agreement_id)
    )


def _clauses(session: Session, agreement_id: int) -> tuple[Clause, ...]:
    rows = session.scalars(live(AgreementClauseRow).where(AgreementClauseRow.agreement_id == agreement_id))
    found = (Clause(key=row.key, text=row.text) for row in rows if row.text.strip())
    return tuple(sorted(found, key=lambda one: _CLAUSE_ORDER.get(one.key, len(_CLAUSE_ORDER))))


def _kept_file(session: Session, attachment_id: int | None) -> int | None:
    """Return the signed file, unless it was put in the bin."""
    row = session.get(AttachmentRow, attachment_id) if attachment_id else None
    return row.id if row is not None and row.deleted_at is None else None
