"""What has changed between two versions of the minutes, said paragraph by paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PARTS = {
    "title": "rubriken är ändrad",
    "text": "texten är ändrad",
    "decisions": "besluten är ändrade",
    "actions": "åtgärderna är ändrade",
    "registry_number": "diarienumret är ändrat",
    "presenter": "föredraganden är ändrad",
    "disqualified": "uppgiften om jäv är ändrad",
}

FRONT = {
    "meeting": "Tid eller plats är ändrad.",
    "attendance": "Närvaron är ändrad.",
    "chairs": "Ordföranden är ändrad.",
    "secretaries": "Sekreteraren är ändrad.",
    "verifiers": "Justerarna är ändrade.",
    "verification_place": "Platsen för justering är ändrad.",
}

def changes_between(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    """Return one sentence per change, the front page first and then in § order."""
    front = [text for field, text in FRONT.items() if old.get(field) != new.get(field)]
    return (*front, *_items(_by_label(old), _by_label(new)))


def _by_label(said: Mapping[str, Any]) -> dict[str, Any]:
    return {item["label"]: item for item in said.get("items", ())}


def _items(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    for label, item in new.items():
        if label not in old:
            yield f"{label}: ny punkt, {item['title']}."
        elif item != old[label]:
            told = [text for part, text in PARTS.items() if item.get(part) != old[label].get(part)]
            yield f"{label}: {', '.join(told) or 'ändrad'}."
    for label, item in old.items():
        if label not in new:
            yield f"{label}: punkten {item['title']} är borttagen."
