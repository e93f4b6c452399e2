"""One edit of one action as the coordinator makes it: a step to undo, its history, one commit."""

from __future__ import annotations

from datetime import date

from telling import council, timed

from trygghetsrad.app import open_council

if __name__ == "__main__":
    opened = open_council(council())
    numbers = [action.id for action in opened.actions.every(date(2026, 11, 23))]
    timed(lambda turn: opened.actions.change(numbers[turn % len(numbers)], what=f"Laga lampa {turn}"))
    opened.close()
