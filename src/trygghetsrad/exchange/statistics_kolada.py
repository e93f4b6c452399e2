"""Kolada's answers (JSON) and its tables, read for both sexes together (T)."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from trygghetsrad.domain.statistics import ReadIndicator, Source, Unit
from trygghetsrad.domain.statistics_known import KOLADA, margin_belongs_to, polarity_of, unit_of
from trygghetsrad.exchange.statistics_cells import column_letter, read_period
from trygghetsrad.exchange.statistics_collecting import place_named, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from trygghetsrad.domain.statistics import ReadFigure
    from trygghetsrad.exchange.statistics_collecting import Collector
    from trygghetsrad.exchange.tables import Row

_ALL: Final = frozenset({"t", "totalt", "total", ""})
_HIDDEN: Final = frozenset({"private", "privat", "sekretess"})
_MOST_MARGIN: Final = 100


def read_kolada_json(found: Collector, text: str) -> bool:
    """Take every value of an answer (v2 or v3); return False when the text is no answer of Kolada."""
    try:
        answer = json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError):
        return False
    values = _list(answer, "values") or _list(answer, "results") if isinstance(answer, dict) else answer
    if not isinstance(values, list):
        return False
    if isinstance(answer, dict) and (answer.get("next_url") or answer.get("next_page")):
        found.warnings.append("Svaret från Kolada fortsätter på en sida till, som inte finns i filen.")
    indicators: dict[str, ReadIndicator] = {}
    sexes = 0
    for number, entry in enumerate(values, start=1):
        if not isinstance(entry, dict) or "kpi" not in entry:
            found.skip(f"post {number}", "Posten är inget värde ur Kolada.")
            continue
        key = str(entry["kpi"]).strip()
        indicator = indicators.setdefault(key, indicator_for(key))
        sexes += _take_entry(found, f"post {number}", entry, indicator)
    _tell_sexes(found, sexes)
    _margins_joined(found)
    return bool(indicators)


def _list(answer: Mapping[str, Any], key: str) -> list[Any] | None:
    values = answer.get(key)
    return values if isinstance(values, list) else None


def _take_entry(found: Collector, where: str, entry: Mapping[str, Any], indicator: ReadIndicator) -> int:
    """Take what an entry says of both sexes together; return how many values of one sex were left."""
    period = read_period(str(entry.get("period", "")))
    if period is None:
        found.skip(where, f"”{quoted(str(entry.get('period', '')))}” är inget år.")
        return 0
    place = place_named("", str(entry.get("municipality", "")))
    left = 0
    for value in _list(entry, "values") or [entry]:
        if not isinstance(value, dict):
            found.skip(where, "Posten är inget värde ur Kolada.")
        elif str(value.get("gender") or "T").casefold() not in _ALL:
            left += 1
        else:
            found.add(where, indicator, place, period, _text(value))
    return left


def _text(value: Mapping[str, Any]) -> str:
    if value.get("value") is None:
        return ".." if str(value.get("status") or "").casefold() in _HIDDEN else ""
    return str(value["value"])


def indicator_for(key: str, title: str = "") -> ReadIndicator:
    """Return what a key figure counts: its title where the file has one, and what is known of it here."""
    known = KOLADA.get(key)
    unit = unit_of(title, crimes=False) if title else Unit(text="enligt Kolada")
    if title and not (unit.denominator or unit.text == "procent"):
        unit = Unit(text="enligt Kolada")
    if known is None:
        name = title or f"Nyckeltal {key}"
        return ReadIndicator(
            key=key, name=name, unit=unit, source=Source.KOLADA, polarity=polarity_of("", title)
        )
    return ReadIndicator(
        key=key,
        name=known.name,
        unit=unit if unit.denominator else known.unit,
        source=Source.KOLADA,
        polarity=known.polarity,
        description=known.counted,
    )


def _tell_sexes(found: Collector, count: int) -> None:
    if count:
        found.warnings.append(f"Värden för kvinnor och män var för sig togs inte med: {count} stycken.")


def _margins_joined(found: Collector) -> None:
    """Give each value its margin of error, which Kolada keeps as a key figure of its own."""
    margins = {
        (margin_belongs_to(row.indicator.key), *_spot(row)): row.observation.value
        for row in found.rows
        if margin_belongs_to(row.indicator.key)
    }
    kept = []
    for row in found.rows:
        margin = margins.get((row.indicator.key, *_spot(row)))
        seen = row.observation
        if margin_belongs_to(row.indicator.key):
            continue
        if margin is not None and seen.value is not None:
            low, high = max(seen.value - margin, type(margin)(0)), min(seen.value + margin, type(margin)(100))
            kept.append(replace(row, observation=replace(seen, low=low, high=high)))
        else:
            kept.append(row)
    found.rows[:] = kept


def _spot(row: ReadFigure) -> tuple[str, str, str]:
    geography = row.observation.geography
    return geography.code, geography.name, row.observation.period


_COLUMNS: Final = {
    "kpi": "key",
    "nyckeltals-id": "key",
    "nyckeltal id": "key",
    "kpi_id": "key",
    "id": "key",
    "nyckeltal": "title",
    "titel": "title",
    "title": "title",
    "kommun": "place",
    "område": "place",
    "region": "place",
    "municipality": "place",
    "kommunkod": "code",
    "municipality_id": "code",
    "kod": "code",
    "år": "period",
    "period": "period",
    "year": "period",
    "värde": "value",
    "value": "value",
    "kön": "sex",
    "gender": "sex",
}


def kolada_header(rows: Sequence[Row]) -> int | None:
    """Return which row names a key figure, a place, and a year with its value or years across."""
    for index, row in enumerate(rows[:10]):
        meanings = set(_meanings(row))
        dated = {"period", "value"} <= meanings or any(read_period(cell.strip()) for cell in row.cells)
        if meanings & {"key", "title"} and meanings & {"place", "code"} and dated:
            return index
    return None


def _meanings(row: Row) -> list[str]:
    return [_COLUMNS.get(" ".join(cell.casefold().split()), "") for cell in row.cells]


def read_kolada_table(found: Collector, rows: Sequence[Row], header: int, sheet: str = "") -> None:
    """Take a table from Kolada, one value a row or one year a column."""
    meanings = _meanings(rows[header])
    across = [
        (n, period) for n, cell in enumerate(rows[header].cells) if (period := read_period(cell.strip()))
    ]
    indicators: dict[tuple[str, str], ReadIndicator] = {}
    sexes = 0
    for row in rows[header + 1 :]:
        cells = row.cells + ("",) * (len(meanings) - len(row.cells))
        named = {meaning: cell.strip() for meaning, cell in zip(meanings, cells, strict=False) if meaning}
        if named.get("sex", "").casefold() not in _ALL:
            sexes += 1
            continue
        key, title = named.get("key", ""), shortened(named.get("title", ""))
        place = place_named(named.get("place", ""), named.get("code", ""))
        if not (key or title) or not (place.name or place.code):
            found.skip(_where(sheet, row), "Raden saknar nyckeltal eller kommun.")
            continue
        indicator = indicators.setdefault((key, title), _table_indicator(key, title))
        if "value" in meanings:
            across = [(meanings.index("value"), period)] if (period := read_period(named["period"])) else []
            if not across:
                found.skip(_where(sheet, row), f"”{quoted(named['period'])}” är inget år.")
        for column, period in across:
            found.add(_where(sheet, row, column), indicator, place, period, cells[column])
    _tell_sexes(found, sexes)
    _margins_joined(found)


def _table_indicator(key: str, title: str) -> ReadIndicator:
    # "N07540" or "Anmälda brott totalt (N07540)": the id may stand in either column.
    for text in (key, *title.replace("(", " ").replace(")", " ").split()):
        if len(text) == 6 and text[0] in "NU" and text[1:].isdigit() and text.isascii():
            return indicator_for(text, title)
    return indicator_for(key or f"kolada:{title.casefold()}", title or key)


def _where(sheet: str, row: Row, column: int = 0) -> str:
    if sheet:
        return f"blad {sheet}, cell {column_letter(column)}{row.number}"
    return f"rad {row.number}"
