"""What the coordinator does with agreements on cooperation (9 §): write, send, note signatures, renew."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from trygghetsrad.domain.agreement_clauses import ClauseKey
from trygghetsrad.domain.agreements import LEAST_PARTIES
from trygghetsrad.domain.errors import Refused
from trygghetsrad.services.agreement_drafts import draft_of
from trygghetsrad.services.agreement_parties import (
    check_signing,
    new_party,
    note_successor,
    party_row,
    usual_parties,
    usual_title,
)
from trygghetsrad.services.agreement_rows import (
    USUAL_TITLE,
    AgreementDetails,
    check_period,
    new_agreement,
    renewed,
)
from trygghetsrad.services.kept_files import keep_for_council, read_whole
from trygghetsrad.services.live import assign, live, one
from trygghetsrad.services.reading_agreements import agreement_in, agreements_in, party_rows
from trygghetsrad.store.schema import AgreementClauseRow, AgreementRow, PledgeRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from sqlalchemy.orm import Session
    from typing_extensions import Unpack

    from trygghetsrad.domain.agreements import Agreement
    from trygghetsrad.store.database import Database

_OWN_FIELDS = {ClauseKey.PURPOSES.value: "purposes", ClauseKey.AREAS.value: "areas"}


class AgreementChanges(AgreementDetails, total=False):
    """What may be changed of an agreement."""

    title: str


class PartyDetails(TypedDict, total=False):
    """Who signs for a party."""

    signatory: str
    signatory_title: str


class PartyChanges(PartyDetails, total=False):
    name: str


class AgreementsService:
    """The written agreements on cooperation, from first draft to their end."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # -- what there is -------------------------------------------------------------------------

    def every(self) -> tuple[Agreement, ...]:
        """Return every agreement, the one whose time begins last first."""
        with self._database.read() as session:
            return agreements_in(session)

    def get(self, agreement_id: int) -> Agreement:
        """Return one agreement.

        Raises NotFound.
        """
        with self._database.read() as session:
            return agreement_in(session, agreement_id)

    def clause_draft(self, agreement_id: int, key: str) -> str:
        """Return the proposed text of a clause, with what is known put into its gaps.

        Raises NotFound, or Refused for a clause that does not exist.
        """
        with self._database.read() as session:
            return draft_of(session, agreement_in(session, agreement_id), _clause_key(key))

    # -- the agreement -------------------------------------------------------------------------

    def add(self, today: date, title: str = USUAL_TITLE, **details: Unpack[AgreementDetails]) -> int:
        """Begin an agreement; the municipality and the police, where known, are its first parties.

        Raises Refused when it would end before it begins.
        """
        with self._database.write("Ny överenskommelse") as session:
            row = new_agreement(session, title, today, details)
            for name, organisation_id, signatory_title in usual_parties(session):
                new_party(session, row.id, name, organisation_id).signatory_title = signatory_title
            session.flush()
            return row.id

    def register(
        self,
        title: str,
        parties: Sequence[str],
        signed_on: date,
        today: date,
        *,
        file: Path | None = None,
        **details: Unpack[AgreementDetails],
    ) -> int:
        """Take in an agreement that was made elsewhere; with its dates and its file it counts at once.

        Raises Refused for fewer than two parties, a day to come or a period turned round; FileErrors.
        """
        names = [name for name in dict.fromkeys(" ".join(one.split()) for one in parties) if name]
        if len(names) < LEAST_PARTIES:
            raise Refused("En överenskommelse har minst två parter. Skriv dem med komma mellan.")
        read = read_whole(file) if file else None
        with self._database.write("Lägg in en överenskommelse") as session:
            check_signing(None, signed_on, today)
            row = new_agreement(session, title, today, details)
            row.is_elsewhere, row.drafted_on = True, None
            for name in names:
                party = new_party(session, row.id, name, None)
                party.signed_on, party.signatory_title = signed_on, usual_title(name)
            if read:
                row.attachment_id = keep_for_council(session, read, today, f"Undertecknad: {row.title}")
            return row.id

    def change(self, agreement_id: int, **changes: Unpack[AgreementChanges]) -> None:
        """Change an agreement.

        Raises Refused when it would end before it begins or lose its title.
        """
        with self._database.write(
            "Ändra överenskommelsen", merge_key=f"agreement:{agreement_id}:{','.join(changes)}"
        ) as session:
            row = _row(session, agreement_id)
            if "title" in changes and not changes["title"].strip():
                raise Refused("En överenskommelse behöver ett namn. Det gamla namnet är kvar.")
            assign(row, dict(changes))
            check_period(row)

    def remove(self, agreement_id: int) -> None:
        """Put an agreement in the bin, with its pledges."""
        with self._database.write("Ta bort överenskommelsen") as session:
            now = self._database.clock()
            _row(session, agreement_id).deleted_at = now
            for pledge in session.scalars(live(PledgeRow).where(PledgeRow.agreement_id == agreement_id)):
                pledge.deleted_at = now

    def write_clause(self, agreement_id: int, key: str, text: str) -> None:
        """Write a clause; an empty text takes it away.

        Raises Refused for a clause that does not exist.
        """
        clause = _clause_key(key).value
        with self._database.write(
            "Skriv i överenskommelsen", merge_key=f"clause:{agreement_id}:{clause}"
        ) as session:
            row = _row(session, agreement_id)
            if clause in _OWN_FIELDS:
                assign(row, {_OWN_FIELDS[clause]: text.strip()})
                return
            known = session.scalar(
                live(AgreementClauseRow).where(
                    AgreementClauseRow.agreement_id == agreement_id, AgreementClauseRow.key == clause
                )
            )
            if known is None:
                session.add(AgreementClauseRow(agreement_id=row.id, key=clause, text=text.strip()))
            else:
                known.text = text.strip()

    # -- parties -------------------------------------------------------------------------------

    def add_party(
        self,
        agreement_id: int,
        name: str = "",
        *,
        organisation_id: int | None = None,
        **details: Unpack[PartyDetails],
    ) -> int:
        """Add one who signs: an organisation of the register, or another municipality by its name.

        Raises NotFound, or Refused without a name and for one who is a party already.
        """
        with self._database.write("Lägg till part") as session:
            _row(session, agreement_id)
            row = new_party(session, agreement_id, name, organisation_id)
            assign(row, {"signatory_title": usual_title(row.name), **details})
            session.flush()
            return row.id

    def change_party(self, party_id: int, **changes: Unpack[PartyChanges]) -> None:
        """Change what a party is called or who signs for it.

        Raises Refused when the name would become empty.
        """
        if "name" in changes and not changes["name"].strip():
            raise Refused("En part behöver ett namn. Det gamla namnet är kvar.")
        with self._database.write("Ändra part", merge_key=f"party:{party_id}:{','.join(changes)}") as session:
            assign(party_row(session, party_id), dict(changes))

    def move_party(self, party_id: int, place: int) -> None:
        """Move a party to another place among those who sign, counted from 1."""
        with self._database.write("Flytta part") as session:
            row = party_row(session, party_id)
            others = [one for one in party_rows(session, row.agreement_id) if one.id != party_id]
            others.insert(max(place - 1, 0), row)
            for number, party in enumerate(others, start=1):
                party.place = number

    def remove_party(self, party_id: int) -> None:
        with self._database.write("Ta bort part") as session:
            row = party_row(session, party_id)
            row.deleted_at = self._database.clock()
            session.flush()
            note_successor(session, _row(session, row.agreement_id))

    # -- sending and signing -------------------------------------------------------------------

    def send(self, agreement_id: int, on: date) -> None:
        """Note that the agreement has gone out to be signed.

        Raises Refused with fewer than two parties, or when somebody signed before that day.
        """
        with self._database.write("Skicka för underskrift") as session:
            row, parties = _row(session, agreement_id), party_rows(session, agreement_id)
            if len(parties) < LEAST_PARTIES:
                raise Refused("Minst två parter behövs innan överenskommelsen kan skickas för underskrift.")
            for party in parties:
                check_signing(on, party.signed_on, None)
            row.sent_on = on

    def take_back_sending(self, agreement_id: int) -> None:
        """Make it a draft again."""
        with self._database.write("Ta tillbaka till utkast") as session:
            _row(session, agreement_id).sent_on = None

    def sign(self, party_id: int, on: date | None, today: date) -> None:
        """Note when a party signed, or with None that it has not; the last one ends what it renews.

        Raises Refused for a day to come, or before the agreement was sent.
        """
        with self._database.write("Anteckna underskrift") as session:
            party = party_row(session, party_id)
            row = _row(session, party.agreement_id)
            check_signing(row.sent_on, on, today)
            party.signed_on = on
            session.flush()
            note_successor(session, row)

    def attach(self, agreement_id: int, path: Path, today: date) -> int:
        """Keep the signed file; return its number among the papers.

        Raises NotFound and the FileErrors of services/attachments.py.
        """
        read = read_whole(path)
        with self._database.write("Bifoga undertecknad fil") as session:
            row = _row(session, agreement_id)
            row.attachment_id = keep_for_council(session, read, today, f"Undertecknad: {row.title}")
            return row.attachment_id

    def detach(self, agreement_id: int) -> None:
        """Let go of the signed file; it stays among the council's papers."""
        with self._database.write("Ta bort undertecknad fil") as session:
            _row(session, agreement_id).attachment_id = None

    def renew(self, agreement_id: int, today: date) -> int:
        """Copy everything into a new draft with the next period; return its number, also when there is one.

        The old one is valid to its end. It is said to be replaced once all have signed the new one.
        """
        with self._database.read() as session:
            known = session.scalar(live(AgreementRow).where(AgreementRow.renews_id == agreement_id))
            if known is not None:
                return known.id
        with self._database.write("Förnya överenskommelsen") as session:
            old = _row(session, agreement_id)
            return renewed(session, old, today).id


def _row(session: Session, agreement_id: int) -> AgreementRow:
    return one(session, AgreementRow, agreement_id, "Överenskommelsen")


def _clause_key(key: str) -> ClauseKey:
    if key not in {one.value for one in ClauseKey}:
        raise Refused(f"Det finns ingen rubrik som heter ”{key}” i en överenskommelse. Inget har ändrats.")
    return ClauseKey(key)
