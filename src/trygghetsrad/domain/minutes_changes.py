"""What has changed between two versions of the minutes, said paragraph by paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PARTS = {
    "title": "rubriken är ändrad",
    "text": "texten är ändrad",
    "papers": "handlingarna är ändrade",
    "unpublished_papers": "handlingarna är ändrade",
    "decisions": "besluten är ändrade",
    "actions": "åtgärderna är ändrade",
    "registry_number": "diarienumret är ändrat",
    "presenter": "föredraganden är ändrad",
    "disqualified": "uppgiften om jäv är ändrad",
}

FRONT = {
    "deviation_note": "Vilken fil som är originalet är ändrat.",
    "meeting": "Tid eller plats är ändrad.",
    "attendance": "Närvaron är ändrad.",
    "chairs": "Ordföranden är ändrad.",
    "secretaries": "Sekreteraren är ändrad.",
    "verifiers": "Justerarna är ändrade.",
    "verification_place": "Platsen för justering är ändrad.",
    "verification_day": "Dagen för justering är ändrad.",
    "verification_time": "Tiden för justering är ändrad.",
    "attachments": "Handlingarna till mötet är ändrade.",
    "unpublished_attachments": "Handlingarna till mötet är ändrade.",
}


def changes_between(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    """Return one sentence per change, the front page first and then in § order."""
    front = [text for field, text in FRONT.items() if old.get(field) != new.get(field)]
    return (*dict.fromkeys(front), *_items(_by_name(old), _by_name(new)))


def _by_name(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return the points by what they keep: their §, or their title where they have none."""
    return {_name(item): item for item in said.get("items", ())}


def _name(item: Mapping[str, Any]) -> str:
    label = str(item["label"])
    return label if label.startswith("§") else f"”{item['title']}”"


def _items(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    for name, item in new.items():
        if name not in old:
            yield f"{name}: ny punkt{_title(name, item)}."
            continue
        told = [text for part, text in PARTS.items() if item.get(part) != old[name].get(part)]
        if told or {**item, "label": ""} != {**old[name], "label": ""}:
            yield f"{name}: {', '.join(dict.fromkeys(told)) or 'ändrad'}."
    for name, item in old.items():
        if name not in new:
            yield f"{name}: punkten{_title(name, item, '')} är borttagen."


def _title(name: str, item: Mapping[str, Any], comma: str = ",") -> str:
    return f"{comma} {item['title']}" if name.startswith("§") else ""
