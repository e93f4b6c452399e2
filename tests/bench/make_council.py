"""Writes the example council as it is on one day, the same for every measurement."""

from __future__ import annotations

from datetime import date

from telling import council

from trygghetsrad.app import write_example

if __name__ == "__main__":
    write_example(council(), date(2026, 11, 23))
