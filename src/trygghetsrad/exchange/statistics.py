"""Files of statistics from Brå and Kolada, known by their content, and tables pasted by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from trygghetsrad.domain.contacts import ImportRefused, RefusalReason
from trygghetsrad.domain.statistics import Layout, Source
from trygghetsrad.domain.statistics_refused import NoStatistics, YearUnknown
from trygghetsrad.exchange import (
    statistics_bra as bra,
    statistics_kolada as kolada,
    statistics_sol as sol,
    worker,
)
from trygghetsrad.exchange.statistics_cells import says_dash_is_nought, year_in
from trygghetsrad.exchange.statistics_collecting import Collector
from trygghetsrad.exchange.statistics_plain import read_plain
from trygghetsrad.exchange.tables import read_table
from trygghetsrad.exchange.text import MAX_BYTES, decode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.domain.municipality_names import MunicipalityNames
    from trygghetsrad.domain.statistics import ReadStatistics
    from trygghetsrad.exchange.spreadsheet import Sheet
    from trygghetsrad.exchange.tables import Row

_NOT_HERE: Final = frozenset({RefusalReason.EMPTY, RefusalReason.NOT_A_TABLE, RefusalReason.UNREADABLE})


def read_statistics(
    name: str, content: bytes, year: int | None = None, *, names: MunicipalityNames | None = None
) -> ReadStatistics:
    """Return what a file says; with `names`, places get their codes and unknown ones are told as skipped.

    `year` is used where neither content nor file name says which year it is.
    Raises NoStatistics, YearUnknown, or ImportRefused (TOO_BIG, TOO_MANY_ROWS, ENCRYPTED, DAMAGED …).
    """
    shown = re.split(r"[/\\]", name)[-1]
    try:
        return _from_bytes(shown, content, year, names)
    except ImportRefused as refused:
        if refused.reason in _NOT_HERE:
            raise NoStatistics(shown) from refused
        raise ImportRefused(refused.reason, dict(refused.facts) | {"name": shown}) from refused


def _from_bytes(
    name: str, content: bytes, year: int | None, names: MunicipalityNames | None
) -> ReadStatistics:
    if len(content) > MAX_BYTES:
        raise ImportRefused(RefusalReason.TOO_BIG)
    if content.startswith(b"PK\x03\x04"):
        return _from_workbook(name, worker.read_sheets(content), year, names)
    return _from_text(name, decode(content).text, year, names)


def read_pasted(text: str, *, names: MunicipalityNames | None = None, title: str = "") -> ReadStatistics:
    """Return a table typed or pasted by hand; a place without a name is the council's own municipality.

    Raises NoStatistics, or ImportRefused (TOO_BIG, TOO_MANY_ROWS).
    """
    if len(text) > MAX_BYTES:
        raise ImportRefused(RefusalReason.TOO_BIG)
    if not text.strip():
        raise NoStatistics("")
    return _from_text("", text, None, names, title)


def _from_text(
    name: str, text: str, year: int | None, names: MunicipalityNames | None, title: str = ""
) -> ReadStatistics:
    if text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        found = Collector(names)
        if not kolada.read_kolada_json(found, text.lstrip("\ufeff")):
            raise NoStatistics(name)
        return found.done(Layout.KOLADA, Source.KOLADA)
    rows = read_table(text).rows
    found = Collector(names, dash_is_nought=says_dash_is_nought(text))
    return _from_rows(found, name, rows, year, names, title)


def _from_rows(
    found: Collector,
    name: str,
    rows: Sequence[Row],
    year: int | None,
    names: MunicipalityNames | None,
    title: str = "",
    sheet: str = "",
) -> ReadStatistics:
    header = bra.yearly_header(rows)
    if header is not None or bra.is_yearly_without_header(rows):
        return _yearly(found, name, rows, header, year)
    if (header := sol.sol_header(rows)) is not None:
        sol.read_sol(found, rows, header)
        layout, source = Layout.SOL, Source.BRA
    elif (header := kolada.kolada_header(rows)) is not None:
        kolada.read_kolada_table(found, rows, header, sheet)
        layout, source = Layout.KOLADA, Source.KOLADA
    else:
        found.keep_unknown = True
        read_plain(found, rows, names, title, sheet)
        layout, source = Layout.PLAIN, Source.OWN
    # In a layout that is known, rows of which none could be taken are told one by one.
    if not found.rows and (layout is Layout.PLAIN or not found.skipped):
        raise NoStatistics(name)
    return found.done(layout, source, title=title)


def _yearly(
    found: Collector,
    name: str,
    rows: Sequence[Row],
    header: int | None,
    year: int | None,
) -> ReadStatistics:
    inside = bra.yearly_year(rows, header)
    chosen = inside or year or year_in(name)
    if chosen is None:
        raise YearUnknown(name)
    for other in (year, year_in(name)):
        if other is not None and other != chosen:
            found.warnings.append(f"Siffrorna läses som {chosen}, men {other} nämns också.")
    bra.read_yearly(found, rows, header, chosen, draft="prel" in name.casefold())
    if not found.rows and not found.skipped:
        raise NoStatistics(name)
    title = f"Anmälda brott per kommun {chosen}"
    return found.done(Layout.BRA_YEARLY, Source.BRA, title=title, needs_year=inside is None)


def _from_workbook(
    name: str, sheets: Sequence[Sheet], year: int | None, names: MunicipalityNames | None
) -> ReadStatistics:
    legend = "\n".join(cell for sheet in sheets for row in sheet.rows for cell in row.cells if len(cell) > 3)
    found = Collector(names, dash_is_nought=says_dash_is_nought(legend))
    if not any(bra.is_reported(sheet) or bra.is_survey(sheet) for sheet in sheets):
        first = sheets[0]
        return _from_rows(found, name, first.rows, year, names, sheet=first.name)
    for sheet in sheets:
        if bra.is_survey(sheet):
            bra.read_survey(found, sheet)
        elif bra.is_reported(sheet):
            bra.read_reported(found, sheet)
        else:
            found.skip(f"blad {sheet.name}", "Bladet är varken anmälda brott eller NTU.")
    if not found.rows and not found.skipped:
        raise NoStatistics(name)
    return found.done(Layout.BRA_INDICATORS, Source.BRA, title="Indikatorer för kommunens lägesbild")
