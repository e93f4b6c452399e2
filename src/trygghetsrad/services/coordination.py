"""What the coordinator tells of samordningsfunktion, information and other planning (7, 11 and 12 §§)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, TypedDict

from trygghetsrad.domain.coordination import (
    CoordinationFunction,
    PlanLink,
    Publication,
    function_on,
    links_to_propose,
)
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.errors import Refused
from trygghetsrad.services.live import assign, live, one
from trygghetsrad.store.schema import (
    CoordinationFunctionRow,
    PersonRow,
    PlanLinkRow,
    PublicationRow,
)

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session
    from typing_extensions import Unpack

    from trygghetsrad.domain.coordination import ProposedLink
    from trygghetsrad.store.database import Database

FULL_TIME = 100


class FunctionDetails(TypedDict, total=False):
    """What is told of the samordningsfunktion beside its post."""

    person_id: int | None
    holder: str
    percent: int | None
    deputy: str
    contact: str


class FunctionChanges(FunctionDetails, total=False):
    post: str
    starts: date
    ends: date | None


class PublicationChanges(TypedDict, total=False):
    title: str
    day: date
    address: str


class PlanLinkDetails(TypedDict, total=False):
    """What is told of a plan beside its name."""

    law: str
    how: str
    contact: str
    checked_on: date | None


class PlanLinkChanges(PlanLinkDetails, total=False):
    name: str


class CoordinationService:
    """The samordningsfunktion, what the inhabitants are told, and what the work is coordinated with."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # -- samordningsfunktion (11 §) ------------------------------------------------------------

    def functions(self) -> tuple[CoordinationFunction, ...]:
        """Return who has held the samordningsfunktion, the latest first."""
        with self._database.read() as session:
            return functions_in(session)

    def now(self, today: date) -> CoordinationFunction | None:
        """Return who holds it on a day; None when nobody does."""
        return function_on(self.functions(), today)

    def begin(self, post: str, starts: date, **details: Unpack[FunctionDetails]) -> int:
        """Tell who holds the samordningsfunktion from a day on; whoever held it ends the day before.

        Raises Refused without a post, for more than full time, or before the one there is began.
        """
        if not post.strip():
            raise Refused("Skriv vilken befattning som har samordningsfunktionen. Inget har lagts till.")
        with self._database.write("Ny samordningsfunktion") as session:
            for former in session.scalars(live(CoordinationFunctionRow)):
                if former.ends is None or former.ends >= starts:
                    if former.starts >= starts:
                        raise Refused(
                            f"Samordningsfunktionen hölls redan från {iso(former.starts)}. "
                            "Ändra den, eller skriv en senare dag."
                        )
                    former.ends = starts - timedelta(days=1)
            row = CoordinationFunctionRow(post=post.strip(), starts=starts)
            assign(row, dict(details))
            _check_function(session, row)
            session.add(row)
            session.flush()
            return row.id

    def change(self, function_id: int, **changes: Unpack[FunctionChanges]) -> None:
        """Change what is told of a holding.

        Raises Refused without a post, for more than full time, or with an end before its beginning.
        """
        if "post" in changes and not changes["post"].strip():
            raise Refused("Samordningsfunktionen behöver en befattning. Den gamla är kvar.")
        with self._database.write(
            "Ändra samordningsfunktionen", merge_key=f"function:{function_id}:{','.join(changes)}"
        ) as session:
            row = _function(session, function_id)
            assign(row, dict(changes))
            _check_function(session, row)

    def remove(self, function_id: int) -> None:
        """Take a holding out of the history."""
        with self._database.write("Ta bort samordningsfunktionen") as session:
            session.delete(_function(session, function_id))

    # -- publications (12 § 3) -----------------------------------------------------------------

    def publications(self) -> tuple[Publication, ...]:
        """Return what the inhabitants were told, the latest first."""
        with self._database.read() as session:
            return publications_in(session)

    def publish(
        self, title: str, day: date, today: date, *, address: str = "", document_uid: str = ""
    ) -> int:
        """Note something that was published: what, when, where.

        Raises Refused without a title or on a day to come.
        """
        if not title.strip():
            raise Refused("Skriv vad som är publicerat. Inget har lagts till.")
        _check_day(day, today)
        with self._database.write("Anteckna publicering") as session:
            row = PublicationRow(
                title=title.strip(), day=day, address=address.strip(), document_uid=document_uid
            )
            session.add(row)
            session.flush()
            return row.id

    def change_publication(
        self, publication_id: int, today: date, **changes: Unpack[PublicationChanges]
    ) -> None:
        """Change what is told of a publication.

        Raises Refused when it would lose its title, or on a day to come.
        """
        if "title" in changes and not changes["title"].strip():
            raise Refused("En publicering behöver en rubrik. Den gamla är kvar.")
        if "day" in changes:
            _check_day(changes["day"], today)
        with self._database.write(
            "Ändra publicering", merge_key=f"publication:{publication_id}:{','.join(changes)}"
        ) as session:
            assign(one(session, PublicationRow, publication_id, "Publiceringen"), dict(changes))

    def remove_publication(self, publication_id: int) -> None:
        with self._database.write("Ta bort publicering") as session:
            row = one(session, PublicationRow, publication_id, "Publiceringen")
            row.deleted_at = self._database.clock()

    # -- other planning (7 §) ------------------------------------------------------------------

    def plan_links(self) -> tuple[PlanLink, ...]:
        """Return what the work is coordinated with, in the order it was told."""
        with self._database.read() as session:
            return plan_links_in(session)

    def proposed_links(self) -> tuple[ProposedLink, ...]:
        """Return plans that most municipalities have and that are not told of yet."""
        return links_to_propose(self.plan_links())

    def add_plan_link(self, name: str, **details: Unpack[PlanLinkDetails]) -> int:
        """Tell of a plan that the work is coordinated with.

        Raises Refused without a name, or for one that is there already.
        """
        named = " ".join(name.split())
        if not named:
            raise Refused("Skriv vilken plan arbetet samordnas med. Inget har lagts till.")
        with self._database.write("Samordnas med") as session:
            if any(known.name.casefold() == named.casefold() for known in plan_links_in(session)):
                raise Refused(f"{named} finns redan. Inget har lagts till.")
            row = PlanLinkRow(name=named)
            assign(row, dict(details))
            session.add(row)
            session.flush()
            return row.id

    def change_plan_link(self, link_id: int, **changes: Unpack[PlanLinkChanges]) -> None:
        """Change what is told of a plan.

        Raises Refused when it would lose its name.
        """
        if "name" in changes and not changes["name"].strip():
            raise Refused("Planen behöver ett namn. Det gamla namnet är kvar.")
        with self._database.write(
            "Ändra samordning", merge_key=f"plan_link:{link_id}:{','.join(changes)}"
        ) as session:
            assign(one(session, PlanLinkRow, link_id, "Planen"), dict(changes))

    def remove_plan_link(self, link_id: int) -> None:
        with self._database.write("Ta bort samordning") as session:
            one(session, PlanLinkRow, link_id, "Planen").deleted_at = self._database.clock()


def functions_in(session: Session) -> tuple[CoordinationFunction, ...]:
    """Return who has held the samordningsfunktion, the latest first."""
    rows = session.scalars(
        live(CoordinationFunctionRow).order_by(
            CoordinationFunctionRow.starts.desc(), CoordinationFunctionRow.id.desc()
        )
    )
    return tuple(
        CoordinationFunction(
            id=row.id,
            uid=row.uid,
            post=row.post,
            person_id=row.person_id,
            holder=_holder(session, row),
            percent=row.percent,
            deputy=row.deputy,
            contact=row.contact,
            starts=row.starts,
            ends=row.ends,
        )
        for row in rows
    )


def publications_in(session: Session) -> tuple[Publication, ...]:
    rows = session.scalars(live(PublicationRow).order_by(PublicationRow.day.desc(), PublicationRow.id.desc()))
    return tuple(
        Publication(
            id=row.id,
            uid=row.uid,
            title=row.title,
            day=row.day,
            address=row.address,
            document_uid=row.document_uid,
        )
        for row in rows
    )


def plan_links_in(session: Session) -> tuple[PlanLink, ...]:
    return tuple(
        PlanLink(
            id=row.id,
            uid=row.uid,
            name=row.name,
            law=row.law,
            how=row.how,
            contact=row.contact,
            checked_on=row.checked_on,
        )
        for row in session.scalars(live(PlanLinkRow).order_by(PlanLinkRow.id))
    )


def _function(session: Session, function_id: int) -> CoordinationFunctionRow:
    return one(session, CoordinationFunctionRow, function_id, "Samordningsfunktionen")


def _holder(session: Session, row: CoordinationFunctionRow) -> str:
    """Return the person of the register by the name of today, else what was written."""
    person = session.get(PersonRow, row.person_id) if row.person_id else None
    return f"{person.given_name} {person.family_name}".strip() if person else row.holder


def _check_function(session: Session, row: CoordinationFunctionRow) -> None:
    if row.person_id is not None:
        one(session, PersonRow, row.person_id, "Personen")
    if row.percent is not None and not 0 <= row.percent <= FULL_TIME:
        raise Refused(f"Skriv en tjänstgöringsgrad mellan 0 och {FULL_TIME} procent. Den gamla är kvar.")
    if row.ends and row.ends < row.starts:
        raise Refused("Samordningsfunktionen kan inte sluta före den börjar. Dagarna är som förut.")


def _check_day(day: date, today: date) -> None:
    if day > today:
        raise Refused(f"{iso(day)} har inte varit än. Skriv dagen när det publicerades.")
