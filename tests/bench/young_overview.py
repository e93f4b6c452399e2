"""The filled Översikt of a council with one year behind it."""

from __future__ import annotations

from own_overview import show

if __name__ == "__main__":
    show()
