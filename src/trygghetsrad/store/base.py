"""What every table of a council file has in common, and what keeps bad data at the door."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import ClassVar

from sqlalchemy import CheckConstraint, MetaData, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from trygghetsrad.store.identity import new_uid
from trygghetsrad.store.types import Bytes, Day, Flag, Moment, WallTime, Whole, Word

APPLICATION_ID = 0x54525247
"""Stands in the header of every council file: TRRG."""

SCHEMA_VERSION = 1


class Base(DeclarativeBase):
    """Common to all tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {
        str: Word(),
        int: Whole(),
        bool: Flag(),
        date: Day(),
        time: WallTime(),
        datetime: Moment(),
        bytes: Bytes(),
    }

    @declared_attr.directive
    def __table_args__(cls) -> tuple[object, ...]:  # noqa: N805
        return (*getattr(cls, "constraints", ()), {"sqlite_strict": True, "sqlite_autoincrement": True})


class Journaled:
    """A living row: numbered, named for ever, and every change of it can be undone."""

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True, default=new_uid)


class Binnable(Journaled):
    """A row that is put in the bin rather than deleted."""

    deleted_at: Mapped[datetime | None]


def guard(table: Table) -> None:
    """Let the file itself refuse a day, a time or a yes and no that is none."""
    for column in table.columns:
        for kind, rule in DOORS.items():
            if isinstance(column.type, kind):
                table.append_constraint(CheckConstraint(rule.format(column.name), name=column.name))


DOORS = {
    Flag: '"{0}" IN (0, 1)',
    Day: '"{0}" IS date("{0}", \'+0 days\')',
    WallTime: '"{0}" IS strftime(\'%H:%M\', "{0}")',
}
