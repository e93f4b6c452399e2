"""Writes the list of red days that the program carries."""

from __future__ import annotations

from workshop.environment import ROOT

LIST = ROOT / "resources" / "red_days.csv"
YEARS = range(1990, 2101)


def red_days() -> str:
    """Return the public holidays of Sweden (1989:253) and the eves that are free by custom, a line each."""
    from holidays import DE_FACTO, PUBLIC, country_holidays

    days = country_holidays(
        "SE", years=YEARS, language="sv", categories=(PUBLIC, DE_FACTO), include_sundays=False
    )
    return "".join(f"{day},{name.replace('; ', ' och ')}\n" for day, name in sorted(days.items()))


if __name__ == "__main__":
    LIST.write_text(red_days(), encoding="utf-8", newline="\n")
