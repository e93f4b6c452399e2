"""The organisation number that stands at the foot of a municipality's papers."""

from __future__ import annotations

import re

from trygghetsrad.domain.errors import Refused

_DIGITS = re.compile(r"(?:16)?(\d{6})[\s-]?(\d{4})")
_NINE = 9


def parse_organisation_number(text: str) -> str:
    """Return the number as it is printed, 212000-0001; nothing stays nothing.

    Raises Refused for one that is of the wrong length or whose last digit does not fit the others.
    """
    text = text.strip()
    if not text:
        return ""
    found = _DIGITS.fullmatch(text)
    if found is None:
        raise Refused("Ett organisationsnummer har tio siffror, till exempel 212000-0001. Det gamla är kvar.")
    if not _adds_up("".join(found.groups())):
        raise Refused("Siffrorna i organisationsnumret stämmer inte. Kontrollera dem, det gamla är kvar.")
    return f"{found[1]}-{found[2]}"


def _adds_up(digits: str) -> bool:
    """Tell whether the last digit is the one that the others give (Luhn's rule)."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(number - _NINE if number > _NINE else number for number in doubled) % 10 == 0
