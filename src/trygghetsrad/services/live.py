"""The one way to ask for what is not in the bin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from sqlalchemy import select
from sqlalchemy.exc import NoResultFound

from trygghetsrad.domain.errors import NotFound

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from trygghetsrad.store.schema import Base

Row = TypeVar("Row", bound="Base")


class Removable(Protocol):
    """A row with a bin."""

    deleted_at: datetime | None


def live(model: type[Row]) -> Select[Row]:
    """Return a select of all rows of a kind that are not in the bin."""
    statement = select(model)
    deleted: Any = getattr(model, "deleted_at", None)
    return statement if deleted is None else statement.where(deleted.is_(None))


def one(session: Session, model: type[Row], row_id: int, what: str) -> Row:
    """Return a row by its number.

    Raises NotFound, also when it is in the bin.
    """
    try:
        row = session.get_one(model, row_id)
    except NoResultFound as error:
        raise NotFound(what) from error
    if getattr(row, "deleted_at", None) is not None:
        raise NotFound(what)
    return row


def assign(row: Base, changes: dict[str, Any]) -> None:
    """Set the named fields; a field the row lacks is a fault in the program."""
    for name, value in changes.items():
        if not hasattr(type(row), name):
            raise AttributeError(name)
        setattr(row, name, value)
