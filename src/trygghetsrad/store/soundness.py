"""Whether a council file holds all that the program needs, and nothing that it cannot read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from trygghetsrad.store.schema import Base
from trygghetsrad.store.types import Bytes, UnreadableValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Table


def lacks_parts(connection: Connection) -> bool:
    """Tell whether a table or a column is missing; a file of this version has them all."""
    return any(
        not {column.name for column in table.columns} <= _columns_of(connection, table.name)
        for table in Base.metadata.sorted_tables
    )


def _columns_of(connection: Connection, name: str) -> set[str]:
    return {found[1] for found in connection.exec_driver_sql(f"PRAGMA main.table_info({name})")}


def unreadable_tables(connection: Connection) -> Iterator[str]:
    """Name the tables that hold a value nobody can have written: no day, no word of its list, no text."""
    for table in Base.metadata.sorted_tables:
        if not _is_readable(connection, table):
            yield table.name


def _is_readable(connection: Connection, table: Table) -> bool:
    told = [column for column in table.columns if not isinstance(column.type, Bytes)]
    try:
        for row in connection.execute(select(*told)):
            tuple(row)
    except (DBAPIError, UnicodeDecodeError, UnreadableValue):
        return False
    return True
