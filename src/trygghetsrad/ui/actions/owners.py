"""Who may be responsible for an action: a person, an organisation or a word."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trygghetsrad.domain.actions import Action
    from trygghetsrad.domain.people import Organisation, Person
    from trygghetsrad.services.actions import ActionDetails


@dataclass(frozen=True, slots=True)
class Owner:
    """A person or an organisation of the council file, by number."""

    person_id: int | None = None
    organisation_id: int | None = None


def owner_choices(
    persons: Iterable[Person], organisations: Iterable[Organisation]
) -> list[tuple[object, str]]:
    """Return everyone to pick from, persons first; namesakes are told apart by their organisation."""
    people = list(persons)
    names = Counter(person.name for person in people)
    return [
        *(
            (
                Owner(person_id=person.id),
                f"{person.name}, {person.organisation}" if names[person.name] > 1 else person.name,
            )
            for person in people
        ),
        *((Owner(organisation_id=one.id), one.name) for one in organisations),
    ]


def owner_of(action: Action) -> Owner | str | None:
    """Return what the picker shows for an action."""
    if action.owner_person_id is not None:
        return Owner(person_id=action.owner_person_id)
    if action.owner_organisation_id is not None:
        return Owner(organisation_id=action.owner_organisation_id)
    return action.owner or None


def owner_changes(picked: object) -> ActionDetails:
    """Return what to store for what was picked; an emptied field leaves nobody."""
    if isinstance(picked, Owner):
        if picked.person_id is not None:
            return {"owner_person_id": picked.person_id}
        return {"owner_organisation_id": picked.organisation_id}
    return {"owner_text": picked if isinstance(picked, str) else ""}
