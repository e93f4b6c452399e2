"""What the log of iakttagelser says in short, and a friendly word when it seems to name a person."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from trygghetsrad.domain.counting import listed, plural
from trygghetsrad.domain.dates import iso

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from trygghetsrad.domain.thread import Sighting

_PERSONAL_NUMBER = re.compile(
    r"(?<!\d)(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|[67]\d|8\d|9[01])[-+ ]?\d{4}(?!\d)"
)
"""Year, month and day (plus sixty in a samordningsnummer) and four digits."""
MOST_PLACES = 3


def seems_personal(text: str) -> bool:
    """Tell whether a text holds something written like a personnummer or a samordningsnummer."""
    return bool(_PERSONAL_NUMBER.search(text))


def summary_of_sightings(sightings: Iterable[Sighting], since: date, until: date) -> str:
    """Return the log of a period as a draft: how many, which kinds, and the places that come back."""
    heard = [one for one in sightings if since <= one.day <= until]
    if not heard:
        return ""
    kinds = Counter(one.kind.value for one in heard).most_common()
    places = Counter(one.place.strip() for one in heard if one.place.strip()).most_common(MOST_PLACES)
    again = [one for one in places if one[1] > 1]
    total = plural(len(heard), "iakttagelse", "iakttagelser")
    # The last day that was told of, so that the same log always gives the same words.
    text = f"{total} antecknades {iso(since)}–{iso(max(one.day for one in heard))}: {_counted(kinds)}."
    return f"{text} Platser som återkommer: {_counted(again)}." if again else text


def _counted(found: Iterable[tuple[str, int]]) -> str:
    return listed([f"{what} ({count})" for what, count in found])
