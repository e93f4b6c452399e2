"""The least a window with a table and SQLAlchemy can be: what the filled Översikt is measured against."""

from __future__ import annotations

import sqlalchemy.orm  # noqa: F401  (what it costs is the point)
from bare_window import show

if __name__ == "__main__":
    show()
