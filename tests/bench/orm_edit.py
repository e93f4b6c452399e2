"""The same edit with SQLAlchemy alone: same file, same settings of the connection, nothing to undo it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session
from telling import council, timed

from trygghetsrad.store.connection import WRITES, open_engine
from trygghetsrad.store.schema import ActionRow

if __name__ == "__main__":
    engine = open_engine(council(), capture=False).execution_options(**{WRITES: True})
    with Session(engine) as session:
        numbers = session.scalars(select(ActionRow.id)).all()

    def edit(turn: int) -> None:
        with Session(engine) as session, session.begin():
            session.get_one(ActionRow, numbers[turn % len(numbers)]).what = f"Laga lampa {turn}"

    timed(edit)
    engine.dispose()
