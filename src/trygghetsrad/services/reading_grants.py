"""Grant projects as plain facts."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from trygghetsrad.domain.grants import GrantProject
from trygghetsrad.services.live import live
from trygghetsrad.store.schema import GrantProjectRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_NAMES = tuple(field.name for field in fields(GrantProject))


def grants_in(session: Session) -> tuple[GrantProject, ...]:
    """Return every project, the latest year first."""
    wanted = live(GrantProjectRow).order_by(GrantProjectRow.year.desc(), GrantProjectRow.id.desc())
    return tuple(grant_of(row) for row in session.scalars(wanted))


def grant_of(row: GrantProjectRow) -> GrantProject:
    return GrantProject(**{name: getattr(row, name) for name in _NAMES})
