"""Siffror opened and drawn with as many indicators and places, 5 years back."""

from __future__ import annotations

from figures_many_years import show

if __name__ == "__main__":
    show(5)
