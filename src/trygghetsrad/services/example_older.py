"""Years before the three that are told: put together from resources/example/older.toml, never two alike."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any

from trygghetsrad.services.example_reading import read_tale

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DAYS = (-245, -160, -60, 15)
"""Where the four meetings of a year are, counted from today as if it were the last one."""

PER_MEETING = 2
SEVEN, ELEVEN = 7, 11
"""Steps without a factor in common with the lists, so that all of them come round."""


def older_year(back: int) -> dict[str, Any]:
    """Return the tale of a year that lies so many years back."""
    stock = read_tale("older")
    return {"meeting": [_Meeting(stock, back, place).tale() for place in range(len(DAYS))]}


class _Meeting:
    """One meeting made from the stock; the same place in the same year is always the same."""

    def __init__(self, stock: Mapping[str, Any], back: int, place: int) -> None:
        self._stock = stock
        self._back = back
        self._place = place
        self._seed = back * len(DAYS) + (len(DAYS) - place)

    def tale(self) -> dict[str, Any]:
        verifier = self._one("verifiers", 1)
        items = [self._followed_up(), self._police(), self._round(), *self._matters(), self._other()]
        return {
            "key": f"{-self._back}.{self._place + 1}",
            "days": DAYS[self._place],
            "theme": self._stock["themes"][self._place],
            "dnr": f"KS {{year}}/{25 + self._place * 53 + self._seed % 20}",
            "verification_place": "Kommunledningskontoret",
            "started": time(13, self._seed % 6),
            "ended": time(14, 35 + self._seed % 24),
            "verifiers": [verifier],
            "verified_how": "Signerat på papper",
            "presence": self._presence(verifier),
            "item": items,
        }

    def _presence(self, verifier: str) -> dict[str, str]:
        away = (self._one("away", number) for number in range(1, 2 + self._seed % 3))
        ways = self._stock["how_away"]
        return {
            name: ways[(self._seed + number) % len(ways)]
            for number, name in enumerate(away)
            if name != verifier
        }

    # -- points --------------------------------------------------------------------------------

    def _followed_up(self) -> dict[str, Any]:
        text = self._one("follow_ups", 1)
        return {"title": "Uppföljning av åtgärder", "presenter": "Anna Sjöberg", "minutes": 15, "text": text}

    def _police(self) -> dict[str, Any]:
        text = self._filled(self._one("police", 1), 0)
        noted = {"outcome": "noterar", "text": "Rådet noterar informationen."}
        return {"title": "Lägesbild från polisen", "text": text, "decision": [noted]}

    def _round(self) -> dict[str, Any]:
        said = [
            f"- {self._filled(_pick(lines, self._seed * SEVEN + number), number)}"
            for number, lines in enumerate(self._stock["rounds"])
            if (self._seed + number) % 3
        ]
        title = "Laget runt: skola, socialtjänst, räddningstjänst, beredskap och bostäder"
        return {"title": title, "minutes": 20, "text": "\n".join(said)}

    def _matters(self) -> list[dict[str, Any]]:
        return [self._matter(self._seed * PER_MEETING + number) for number in range(PER_MEETING)]

    def _matter(self, turn: int) -> dict[str, Any]:
        told = _pick(self._stock["matter"], turn * SEVEN)
        return {
            "title": self._filled(told["title"], turn),
            "presenter": told["presenter"],
            "kind": "diskussion",
            "minutes": 15,
            "areas": told["areas"],
            "text": self._filled(told["text"], turn),
            "decision": [{**told["decision"], "text": self._filled(told["decision"]["text"], turn)}],
            "action": [self._action(told, turn)],
        }

    def _action(self, matter: Mapping[str, Any], turn: int) -> dict[str, Any]:
        told = matter["action"]
        within = 70 + turn * ELEVEN % 130
        done = {"rating": "grön", "text": self._filled(told["told"], turn)}
        if turn % 9 == 4:  # one in nine is given up
            done = {"rating": "röd", "text": "Det går inte att bemanna i år. Uppdraget läggs ner."}
        halfway = {"after": within // 2, "rating": "gul", "text": "Arbetet är i gång. Det drar ut på tiden."}
        ends = within + turn * SEVEN % 40 - 25
        return {
            "what": self._filled(told["what"], turn),
            "owner": told["owner"],
            "within": within,
            "areas": matter["areas"],
            "nature": told["nature"],
            "follow_up": [*([halfway] if turn % 3 == 0 else []), {"after": ends, **done}],
            "status": [{"is": "avbruten" if done["rating"] == "röd" else "klar", "after": ends}],
        }

    def _other(self) -> dict[str, Any]:
        return {"title": "Övriga frågor", "minutes": 5, "text": self._one("other", 1)}

    # -- choosing ------------------------------------------------------------------------------

    def _one(self, name: str, turn: int) -> str:
        return str(_pick(self._stock[name], self._seed * SEVEN + turn * ELEVEN))

    def _filled(self, text: str, turn: int) -> str:
        """Return a text with its place and its number."""
        place = _pick(self._stock["places"], self._seed + turn * SEVEN)
        number = str(3 + (self._seed * SEVEN + turn * ELEVEN) % 24)
        filled = text.replace("<plats>", place).replace("<antal>", number)
        return filled[:1].upper() + filled[1:]


def _pick(choices: Sequence[Any], turn: int) -> Any:
    return choices[turn % len(choices)]
