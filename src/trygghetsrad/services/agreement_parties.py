"""Who is a party of an agreement, when each signed, and what its last signature means for an older one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from trygghetsrad.domain.agreements import LEAST_PARTIES
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.organisation_kinds import kind_of
from trygghetsrad.domain.people import OrganisationKind
from trygghetsrad.services.live import live, one
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_agreements import party_rows
from trygghetsrad.store.schema import AgreementPartyRow, AgreementRow, OrganisationRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

SIGNATORIES = {
    OrganisationKind.MUNICIPALITY: "Kommunstyrelsens ordförande",
    OrganisationKind.POLICE: "Chef för lokalpolisområdet",
}
"""Who usually signs (domain.md, fact 6); the others say themselves."""


def usual_title(name: str) -> str:
    """Return the title of whoever usually signs for one of that name."""
    kind = kind_of(name)
    speaks_for_it = kind is not OrganisationKind.MUNICIPALITY or name.casefold().endswith("kommun")
    return SIGNATORIES.get(kind, "") if speaks_for_it else ""


def usual_parties(session: Session) -> list[tuple[str, int | None, str]]:
    """Return the municipality, and the police where they are in the register: name, number, who signs."""
    homes = session.scalars(live(OrganisationRow).order_by(OrganisationRow.id)).all()
    found: list[tuple[str, int | None, str]] = []
    for kind, title in SIGNATORIES.items():
        home = next((home for home in homes if home.kind is kind and home.parent_id is None), None)
        if home is not None:
            found.append((home.name, home.id, title))
        elif kind is OrganisationKind.MUNICIPALITY:
            found.append((council_of(session).municipality, None, title))
    return found


def party_row(session: Session, party_id: int) -> AgreementPartyRow:
    return one(session, AgreementPartyRow, party_id, "Parten")


def new_party(
    session: Session, agreement_id: int, name: str, organisation_id: int | None
) -> AgreementPartyRow:
    """Add a party last; one named as in the register is that organisation.

    Raises NotFound, or Refused without a name and for one who is there already.
    """
    typed = " ".join(name.split())
    home = one(session, OrganisationRow, organisation_id, "Organisationen") if organisation_id else None
    if home is None and typed:
        homes = session.scalars(live(OrganisationRow))
        home = next((found for found in homes if found.name.casefold() == typed.casefold()), None)
    named = home.name if home else typed
    if not named:
        raise Refused("Skriv vem som är part. Inget har lagts till.")
    if any(row.name.casefold() == named.casefold() for row in party_rows(session, agreement_id)):
        raise Refused(f"{named} är redan part. Inget har lagts till.")
    last = session.scalar(
        select(func.max(AgreementPartyRow.place)).where(AgreementPartyRow.agreement_id == agreement_id)
    )
    row = AgreementPartyRow(
        agreement_id=agreement_id,
        place=(last or 0) + 1,
        name=named,
        organisation_id=home.id if home else None,
    )
    session.add(row)
    session.flush()
    return row


def check_signing(sent_on: date | None, signed_on: date | None, today: date | None) -> None:
    """Refuse a signature before the sending, or on a day to come.

    Raises Refused.
    """
    if signed_on is None:
        return
    if today is not None and signed_on > today:
        raise Refused(f"{iso(signed_on)} har inte varit än. Skriv dagen när parten har skrivit under.")
    if sent_on is not None and signed_on < sent_on:
        raise Refused(
            f"Underskriften {iso(signed_on)} är före utskicket {iso(sent_on)}. "
            "Rätta den av dagarna som är fel."
        )


def note_successor(session: Session, row: AgreementRow) -> None:
    """Let the one that was renewed be replaced as soon as all have signed, and not before."""
    if row.renews_id is None:
        return
    old = session.get(AgreementRow, row.renews_id)
    if old is None or old.deleted_at is not None:
        return
    parties = party_rows(session, row.id)
    is_signed = len(parties) >= LEAST_PARTIES and all(party.signed_on for party in parties)
    if is_signed:
        old.replaced_by_id = row.id
    elif old.replaced_by_id == row.id:
        old.replaced_by_id = None
