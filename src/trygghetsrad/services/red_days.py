"""The red days of Sweden, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


def red_days(years: Iterable[int]) -> dict[date, str]:
    """Return the public holidays (1989:253) and the eves that are free by custom; ordinary Sundays not."""
    # Imported here: the package knows the whole world's holidays and takes its time to load.
    from holidays import DE_FACTO, PUBLIC, country_holidays

    days = country_holidays(
        "SE", years=[*years], language="sv", categories=(PUBLIC, DE_FACTO), include_sundays=False
    )
    return {day: name.replace("; ", " och ") for day, name in sorted(days.items())}
