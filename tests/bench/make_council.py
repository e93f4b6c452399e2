"""Writes the example council as it is on one day, with as many years behind it as are asked for."""

from __future__ import annotations

import sys
from datetime import date

from telling import council

from trygghetsrad.app import write_example

if __name__ == "__main__":
    write_example(council(), date(2026, 11, 23), int(sys.argv[3]))
