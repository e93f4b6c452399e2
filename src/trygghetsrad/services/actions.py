"""What the coordinator can do with actions: give, change, follow up and finish them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from trygghetsrad.domain.actions import (
    OPEN_STATUSES,
    Action,
    ActionNature,
    ActionStatus,
    Area,
    EffectTerm,
    Rating,
    urgency,
)
from trygghetsrad.domain.errors import Refused
from trygghetsrad.services.live import assign, live, one
from trygghetsrad.services.reading_meetings import actions_of
from trygghetsrad.store.schema import ActionRow, FollowUpRow, OrganisationRow, PersonRow, ReviewRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session
    from typing_extensions import Unpack

    from trygghetsrad.store.database import Database


class ActionDetails(TypedDict, total=False):
    """What is told of an action beside its text; set one owner, and the others are cleared."""

    due: date | None
    owner_person_id: int | None
    owner_organisation_id: int | None
    owner_text: str
    areas: frozenset[Area]
    nature: ActionNature
    one_off: bool
    notes: str
    problem_id: int | None
    cause_id: int | None
    goal_id: int | None
    effect: EffectTerm
    partners: str
    starts: date | None


class ActionChanges(ActionDetails, total=False):
    """What may be changed of an action."""

    what: str


class ToldInReview(TypedDict, total=False):
    """The three kinds of follow-up in a few words each, and the going through they were told in (6 §)."""

    production: str
    process: str
    effect: str
    review_id: int | None


class Told(ToldInReview, total=False):
    """What may be changed of a follow-up beside its text."""

    rating: Rating


class ToldNow(TypedDict, total=False):
    """What may be said of an action while the plan is gone through."""

    text: str
    rating: Rating
    production: str
    process: str
    effect: str


OWNERS = ("owner_person_id", "owner_organisation_id", "owner_text")


class ActionsService:
    """All that somebody promised to do."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def every(self, today: date) -> tuple[Action, ...]:
        """Return every action, late ones first, finished ones last."""
        with self._database.read() as session:
            found = actions_of(session, session.scalars(live(ActionRow)).all())
            return tuple(sorted(found, key=lambda action: urgency(action, today)))

    def open_ones(self, today: date) -> tuple[Action, ...]:
        """Return what is still to be done, late ones first."""
        return tuple(action for action in self.every(today) if action.is_open)

    def get(self, action_id: int) -> Action:
        with self._database.read() as session:
            return actions_of(session, [one(session, ActionRow, action_id, "Åtgärden")])[0]

    def add(
        self, what: str, today: date, *, item_id: int | None = None, **details: Unpack[ActionDetails]
    ) -> int:
        """Add an action, by itself or born under a point of a meeting; return its number.

        Raises Refused when nothing is said of what to do.
        """
        with self._database.write("Lägg till åtgärd") as session:
            return new_action(session, what, today, item_id, details).id

    def change(self, action_id: int, **changes: Unpack[ActionChanges]) -> None:
        """Change an action.

        Raises Refused when the text would become empty.
        """
        if "what" in changes and not changes["what"].strip():
            raise Refused("En åtgärd behöver en text. Den gamla texten är kvar.")
        with self._database.write(
            "Ändra åtgärd", merge_key=f"action:{action_id}:{','.join(changes)}"
        ) as session:
            assign(one(session, ActionRow, action_id, "Åtgärden"), _single_owner(session, changes))

    def set_status(self, action_id: int, status: ActionStatus, today: date) -> None:
        """Mark how far an action has come; done and cancelled get today's date."""
        with self._database.write(f"Markera åtgärden som {status.value}") as session:
            row = one(session, ActionRow, action_id, "Åtgärden")
            row.status = status
            row.done_on = None if status in OPEN_STATUSES else today

    def remove(self, action_id: int) -> None:
        """Put an action in the bin."""
        with self._database.write("Ta bort åtgärd") as session:
            one(session, ActionRow, action_id, "Åtgärden").deleted_at = self._database.clock()

    def follow_up(
        self,
        action_id: int,
        text: str,
        today: date,
        rating: Rating = Rating.UNRATED,
        **told: Unpack[ToldInReview],
    ) -> int:
        """Write down what has happened; a planned action becomes ongoing.

        In a going through of the plan (6 §) she marks the state herself, so there it stays as it is, and
        having looked is enough. Raises Refused when nothing is written otherwise.
        """
        in_review = told.get("review_id") is not None
        fields = {name: value.strip() if isinstance(value, str) else value for name, value in told.items()}
        if not in_review and not (text.strip() or any(fields.values())):
            raise Refused("Skriv vad som har hänt. Inget har ändrats.")
        with self._database.write("Skriv uppföljning") as session:
            action = one(session, ActionRow, action_id, "Åtgärden")
            if action.status is ActionStatus.PLANNED and not in_review:
                action.status = ActionStatus.ONGOING
            row = FollowUpRow(action_id=action_id, day=today, text=text.strip(), rating=rating)
            assign(row, fields)
            session.add(row)
            session.flush()
            return row.id

    def change_follow_up(self, follow_up_id: int, text: str | None = None, **told: Unpack[Told]) -> None:
        """Change what was told.

        Raises Refused when the text of one told outside a review would be empty.
        """
        with self._database.write(
            "Ändra uppföljning", merge_key=f"follow_up:{follow_up_id}:{','.join(told)}"
        ) as session:
            row = one(session, FollowUpRow, follow_up_id, "Uppföljningen")
            if text is not None:
                row.text = text.strip()
            assign(
                row, {name: value.strip() if type(value) is str else value for name, value in told.items()}
            )
            if row.review_id is None and not (row.text or row.production or row.process or row.effect):
                raise Refused("En uppföljning behöver en text. Den gamla texten är kvar.")

    def tell_in_review(self, action_id: int, review_id: int, today: date, **told: Unpack[ToldNow]) -> None:
        """Write what a going through of the plan says of an action; having looked is told by saying nothing.

        An action has one follow-up in each going through, however many times something is said of it.
        """
        with self._database.write(
            "Följ upp åtgärd", merge_key=f"review:{review_id}:{action_id}:{','.join(told)}"
        ) as session:
            one(session, ActionRow, action_id, "Åtgärden")
            one(session, ReviewRow, review_id, "Uppföljningen")
            known = live(FollowUpRow).where(
                FollowUpRow.action_id == action_id, FollowUpRow.review_id == review_id
            )
            row = session.scalar(known.order_by(FollowUpRow.id.desc()).limit(1))
            if row is None:
                row = FollowUpRow(action_id=action_id, day=today, text="", review_id=review_id)
                session.add(row)
            assign(
                row, {name: value.strip() if type(value) is str else value for name, value in told.items()}
            )

    def remove_follow_up(self, follow_up_id: int) -> None:
        with self._database.write("Ta bort uppföljning") as session:
            one(session, FollowUpRow, follow_up_id, "Uppföljningen").deleted_at = self._database.clock()


def new_action(
    session: Session, what: str, today: date, item_id: int | None, details: ActionDetails
) -> ActionRow:
    """Add an action within a step that is already open."""
    if not what.strip():
        raise Refused("Skriv vad som ska göras. Inget har ändrats.")
    row = ActionRow(what=what.strip(), created_on=today, item_id=item_id)
    assign(row, _single_owner(session, details))
    session.add(row)
    session.flush()
    return row


def _single_owner(session: Session, changes: ActionDetails) -> dict[str, object]:
    """Let a new owner replace the former, of whatever sort that was; one who is gone is refused.

    Raises NotFound.
    """
    given = dict(changes)
    if any(name in given for name in OWNERS):
        given = {"owner_person_id": None, "owner_organisation_id": None, "owner_text": "", **given}
    person, organisation = changes.get("owner_person_id"), changes.get("owner_organisation_id")
    if person is not None:
        one(session, PersonRow, person, "Personen")
    if organisation is not None:
        one(session, OrganisationRow, organisation, "Organisationen")
    return given
