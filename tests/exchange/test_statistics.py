"""Files of statistics, in the layouts their sources use, with invented figures."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given, settings, strategies as st

from exchange.workbooks import SHARED, a_workbook
from trygghetsrad.domain.contacts import ImportRefused
from trygghetsrad.domain.municipality_names import MunicipalityNames
from trygghetsrad.domain.statistics import GeographyKind, Layout, Polarity, Source, ValueState
from trygghetsrad.domain.statistics_refused import NoStatistics, YearUnknown
from trygghetsrad.exchange.statistics import read_pasted, read_statistics
from trygghetsrad.services.municipalities import municipalities

NAMES = MunicipalityNames([*((one.code, one.name) for one in municipalities()), ("9999", "Norrmyra")])
YEARLY = "Kommun;Antal;Per 100 000 inv.\r\nNorsjö;205;5 025\r\nMalå;..;-\r\n"


def read(name, content, year=None):
    data = content if isinstance(content, bytes) else content.encode("utf-8-sig")
    return read_statistics(name, data, year, names=NAMES)


def values(reading):
    return {
        (row.indicator.key, row.observation.geography.code, row.observation.period): row.observation.value
        for row in reading.rows
    }


def states(reading):
    return [row.observation.state for row in reading.rows]


def sentences(reading):
    return [f"{one.where}: {one.reason}" for one in reading.skipped]


# -- Brå's yearly file ------------------------------------------------------------------------------


def test_the_yearly_file_gives_a_count_and_a_rate_for_each_municipality():
    found = read("Anmälda brott kommunerna 2025.csv", YEARLY)
    assert (found.layout, found.source, found.needs_year) == (Layout.BRA_YEARLY, Source.BRA, True)
    assert values(found)["bra:totalt antal brott:antal", "2417", "2025"] == 205
    assert values(found)["bra:totalt antal brott:100000", "2417", "2025"] == 5025
    assert states(found)[2:] == [ValueState.SUPPRESSED, ValueState.MISSING]
    assert [row.observation.original for row in found.rows] == ["205", "5 025", "..", "-"]


def test_a_dash_is_nought_only_where_the_legend_says_so():
    found = read("x.csv", YEARLY + "- = 0\r\n", 2025)
    assert found.rows[3].observation.value == 0
    assert found.rows[2].observation.state is ValueState.SUPPRESSED


def test_a_renamed_file_needs_its_year():
    with pytest.raises(YearUnknown, match="Ange året"):
        read("brott.csv", YEARLY)
    assert {row.observation.year for row in read("brott.csv", YEARLY, 2024).rows} == {2024}


def test_the_layout_of_2021_has_no_headers_and_other_names():
    text = "Arjeplogs kommun;231;8547\r\nFalu;4000;6800\r\nMalung–Sälen;900;8900\r\nSpånga-Tensta;1;2\r\n"
    found = read("anmalda_brott_kommuner_2021.csv", text.encode("cp1252"))
    assert {row.observation.geography.name for row in found.rows} == {"Arjeplog", "Falun", "Malung-Sälen"}
    assert sentences(found) == ["rad 4: ”Spånga-Tensta” är ingen känd kommun."]


def test_preliminary_figures_and_the_whole_country_are_told_apart():
    text = "Kommun;Antal (prel.);Per 100 000 inv. (prel.)\nHela landet;1 489 319;14100\nNorsjö;1;25\n"
    found = read("Anmälda brott kommunerna 2025.csv", text)
    assert found.rows[0].observation.geography.kind is GeographyKind.COUNTRY
    assert found.rows[0].observation.value == 1489319
    assert all(row.observation.preliminary for row in found.rows)
    assert any("Preliminära" in warning for warning in found.warnings)


def test_words_in_a_cell_of_numbers_are_named_and_the_rest_of_the_row_is_kept():
    found = read("x.csv", "Kommun;Antal;Per 100 000 inv.\nNorsjö;många;5025\nMalå;1;33\n", 2025)
    assert sentences(found) == ["rad 2: ”många” är inget värde som går att läsa."]
    assert [row.observation.value for row in found.rows] == [5025, 1, 33]


def test_a_row_that_stands_twice_is_named():
    found = read("x.csv", "Kommun;Antal;Per 100 000 inv.\nNorsjö;1;25\nNorsjö kommun;2;25\n", 2025)
    assert sentences(found) == [
        "rad 3: Norsjö 2025 står redan på rad 2 med värdet 1, som togs.",
        "rad 3: Norsjö 2025 står redan på rad 2 med samma värde.",
    ]


def test_the_sample_as_published_is_read():
    path = SHARED / "crime" / "bra_anmalda_brott_kommunerna_2rader.csv"
    if not path.exists():
        pytest.skip("the shared sample files are not here")
    found = read("Anmälda brott kommunerna 2025.csv", path.read_bytes())
    assert [row.observation.value for row in found.rows] == [2537, 7810, 4293, 10100]


def test_all_290_municipalities_are_read():
    rows = "".join(f"{one.name};100;2500\r\n" for one in municipalities())
    found = read("2025.csv", f"Kommun;Antal;Per 100 000 inv.\r\n{rows}")
    assert len(found.rows) == 580
    assert not found.skipped


# -- Brå's indicators -------------------------------------------------------------------------------

REPORTED = [
    ["Anmälda stöldbrott i kommunen, länet och riket (anmälda brott)"],
    ["Geografi", "Antal 2024", "Antal 2025", "Antal per 100 000 invånare 2025"],
    ["Norsjö kommun", 41, "fel", 1000.5],
    ["Västerbottens län", 5000, 5100, 1800],
    ["Riket", 300000, "..", 2900],
    ["Källa: Brå"],
]
SURVEY = [
    ["Otrygghet utomhus sent på kvällen, enligt NTU 2023–2025. Andel i procent"],
    [],
    ["", "Norsjö kommun", None, None, "Riket", None, None],
    ["År", "Andel", "KI 95 % undre", "KI 95 % övre", "Andel", "KI 95 % undre", "KI 95 % övre"],
    [2023, 18.2, 12.1, 24.3, 27, 26.5, 27.5],
    [2024, "..", "..", "..", 26, 25.5, "x"],
    ["Åren slås samman två och två."],
]


def test_the_indicators_of_a_lagesbild_are_read_sheet_by_sheet():
    found = read("Norsjö.xlsx", a_workbook({"Stöld (anmälda)": REPORTED, "Otrygg (NTU)": SURVEY}))
    assert found.layout is Layout.BRA_INDICATORS
    table = values(found)
    assert table["lagesbild:stöld:antal", "2417", "2024"] == 41
    assert table["lagesbild:stöld:100000", "2417", "2025"] == Decimal("1000.5")
    assert table["lagesbild:stöld:antal", "24", "2025"] == 5100
    assert table["lagesbild:otrygg:ntu", "0000", "2024"] == 26
    assert sentences(found) == [
        "blad Stöld (anmälda), cell C3: ”fel” är inget värde som går att läsa.",
        "blad Otrygg (NTU), cell G6: ”x” är inget värde som går att läsa.",
    ]
    first = next(row for row in found.rows if row.indicator.key.endswith(":ntu"))
    assert (first.observation.low, first.observation.high) == (Decimal("12.1"), Decimal("24.3"))
    assert first.indicator.unit.text == "procent"
    assert first.indicator.polarity is Polarity.LOW_IS_GOOD
    assert "två och två" in first.indicator.description
    hidden = [row for row in found.rows if row.observation.state is ValueState.SUPPRESSED]
    assert [row.where for row in hidden] == [
        "blad Stöld (anmälda), cell C5",
        "blad Otrygg (NTU), cell B6",
    ]


def test_a_sheet_of_another_kind_is_named():
    found = read("N.xlsx", a_workbook({"Om": [["Läs detta"]], "Stöld (anmälda)": REPORTED}))
    assert sentences(found)[0] == "blad Om: Bladet är varken anmälda brott eller NTU."


# -- Brå's database ---------------------------------------------------------------------------------

SOL = (
    "Region,Period,Brott,Antal,Per 100 000\n"
    '"Norsjö kommun","2026 prel., Aug","Totalt antal brott ",12,300\n'
    '"Norsjö kommun","2026 prel., Aug","3 kap.  Brott mot liv och hälsa, därav misshandel",3,75\n'
    '"Heby kommun (Uppsala län from 2007)",2025,"Rån (t.o.m. 2017)",4,28\n'
    '"Heby kommun (Västmanlands län tom 2006)",2025,"Rån (t.o.m. 2017)",0,0\n'
)


def test_the_database_keeps_parts_as_parts_and_months_as_months():
    found = read("export.csv", SOL)
    assert found.layout is Layout.SOL
    assert values(found)["bra:totalt antal brott:antal", "2417", "2026-08"] == 12
    part = found.rows[2]
    assert part.indicator.is_part
    assert part.indicator.name == "3 kap. Brott mot liv och hälsa, därav misshandel"
    assert part.observation.preliminary
    assert not found.rows[0].indicator.is_part
    assert values(found)["bra:rån (t.o.m. 2017):antal", "0331", "2025"] == 4
    assert len(found.rows) == 6
    assert all("gäller inte 2025" in reason for reason in sentences(found))


def test_the_database_may_lay_its_periods_across():
    text = "Kommun;Brott;Antal 2024;Antal 2026 prel., Aug;2025\nMalå kommun;Rån;1;..;3\n"
    found = read("sol.csv", text)
    assert [(row.observation.period, row.observation.value) for row in found.rows] == [
        ("2024", 1),
        ("2026-08", None),
        ("2025", 3),
    ]


def test_the_sample_of_the_database_is_read():
    path = SHARED / "crime" / "bra_solwebb_boden_2026aug_prel.csv"
    if not path.exists():
        pytest.skip("the shared sample files are not here")
    found = read(path.name, path.read_bytes())
    assert values(found)["bra:totalt antal brott:antal", "2582", "2026-08"] == 225
    assert len(found.rows) == 8
    assert sum(row.indicator.is_part for row in found.rows) == 2


# -- Kolada -----------------------------------------------------------------------------------------


def kolada(kpi, *figures, municipality="2417", period=2025):
    return {"kpi": kpi, "municipality": municipality, "period": period, "values": list(figures)}


def both(value, gender="T"):
    return {"gender": gender, "count": 1, "status": "", "value": value}


def test_kolada_is_read_for_both_sexes_together_and_null_is_no_nought():
    answer = {
        "count": 2,
        "next_url": None,
        "values": [
            kolada("N07540", both(5025.0), both(1, "M"), both(2, "K")),
            kolada("N07540", both(None), period=2024),
        ],
    }
    found = read("svar.json", json.dumps(answer))
    assert values(found) == {("N07540", "2417", "2025"): 5025, ("N07540", "2417", "2024"): None}
    assert any("kvinnor och män" in warning for warning in found.warnings)


def test_the_older_answer_of_kolada_is_read_too():
    flat = {"kpi": "N07540", "municipality": "180", "period": "2025", "gender": "T", "value": "12.5"}
    found = read("svar.json", json.dumps({"values": [flat], "next_page": "x"}))
    assert values(found) == {("N07540", "0180", "2025"): Decimal("12.5")}
    assert any("en sida till" in warning for warning in found.warnings)


def test_n07609_counts_those_who_feel_safe_and_gets_its_margin():
    answer = {"values": [kolada("N07609", both(70)), kolada("N07657", both(6))]}
    (row,) = read("svar.json", json.dumps(answer)).rows
    assert row.indicator.polarity is Polarity.HIGH_IS_GOOD
    assert "trygga" in row.indicator.description
    assert (row.observation.low, row.observation.high) == (64, 76)


@pytest.mark.parametrize("as_workbook", [False, True])
def test_a_table_from_kolada_is_read_as_csv_and_as_workbook(as_workbook):
    rows = [
        ["Nyckeltal", "Kommun", "År", "Kön", "Värde"],
        ["Anmälda stölder, antal/100 000 inv (U07417)", "Norsjö", "2025", "T", "825,5"],
        ["Anmälda stölder, antal/100 000 inv (U07417)", "Norsjö", "2025", "M", "1"],
    ]
    text = "\n".join(";".join(row) for row in rows)
    found = read("kolada", a_workbook({"Data": rows}) if as_workbook else text)
    assert found.layout is Layout.KOLADA
    assert values(found) == {("U07417", "2417", "2025"): Decimal("825.5")}
    assert found.rows[0].indicator.unit.denominator == 100_000


# -- by hand ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Skadegörelse\n2023\t12\n2024\t..\n2025\t9",
        "År\tSkadegörelse\n2023\t12\n2024\t..\n2025\t9",
        "\t2023\t2024\t2025\nSkadegörelse\t12\t..\t9",
        "Indikator;2023;2024;2025\nSkadegörelse;12;..;9",
        "Skadegörelse\n2023 12\n2024 ..\n2025 9",
    ],
)
def test_a_table_by_hand_has_its_years_down_or_across(text):
    found = read_pasted(text, names=NAMES)
    assert [(row.observation.period, row.observation.value) for row in found.rows] == [
        ("2023", 12),
        ("2024", None),
        ("2025", 9),
    ]
    assert {row.indicator.name for row in found.rows} == {"Skadegörelse"}
    assert {row.observation.geography.name for row in found.rows} == {""}
    assert found.source is Source.OWN


def test_places_in_a_table_by_hand_are_known():
    found = read_pasted("År;Norsjö;Riket\n2024;1;2\n2025;3;4", names=NAMES, title="Rån")
    assert {row.observation.geography.code for row in found.rows} == {"2417", "0000"}
    assert {row.indicator.name for row in found.rows} == {"Rån"}


# -- what cannot be read ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["År;Kommun;Rån\n2024;Norsjö;5\n2025;Malå;6", "Kommun;År;Rån\nNorsjö;2024;5\nMalå;2025;6"]
)
def test_a_table_with_one_value_a_row_is_read_in_either_order(text):
    found = read_pasted(text, names=NAMES)
    assert values(found) == {("egen:rån", "2417", "2024"): 5, ("egen:rån", "2418", "2025"): 6}


def test_a_file_of_which_no_row_can_be_taken_tells_why():
    found = read("x.csv", "Kommun;Antal;Per 100 000 inv.\nSpånga-Tensta;1;2\n", 2025)
    assert not found.rows
    assert sentences(found) == ["rad 2: ”Spånga-Tensta” är ingen känd kommun."]


def test_without_the_names_of_municipalities_places_stay_as_they_are_written():
    found = read_statistics("2025.csv", YEARLY.encode())
    assert [row.observation.geography.name for row in found.rows][::2] == ["Norsjö", "Malå"]
    assert {row.observation.geography.code for row in found.rows} == {""}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02",
        b"hej",
        b"{",
        b"[" * 100_000,
        b'{"values": 3}',
        b'{"values": [1, null, []]}',
        b"Namn;E-post\nAnna Ek;anna.ek@norrmyra.example\n",
        "Norsjö å\xe5".encode() + b"\xe5\xff",
    ],
)
def test_what_holds_no_statistics_is_refused_with_a_sentence(content):
    with pytest.raises(NoStatistics) as refused:
        read_statistics("lista.csv", content, 2025)
    assert "”lista.csv”" in str(refused.value)
    assert "inget har ändrats" in str(refused.value)


def test_a_broken_workbook_is_refused():
    with pytest.raises(ImportRefused, match="skadad"):
        read_statistics("a.xlsx", b"PK\x03\x04" + b"x" * 100)


def test_the_cells_of_blogs_and_formulas_are_no_figures():
    odd = ["=1+1", "1e5", "NaN", "inf", "1_000", "１２", "-5", "12 34", "1)", "1,2,3", "９", "9" * 40]
    rows = "".join(f"{one.name};{cell};7\n" for one, cell in zip(municipalities(), odd, strict=False))
    found = read("x.csv", f"Kommun;Antal;Per 100 000 inv.\n{rows}".replace("1,2,3", '"1,2,3"'), 2025)
    assert len(found.skipped) == len(odd)
    assert {row.observation.value for row in found.rows} == {7}


pieces = st.sampled_from(
    [
        *(
            "Kommun",
            "Antal",
            "Per 100 000 inv.",
            "Brott",
            "Norsjö",
            "2025",
            "2026 prel., Aug",
            "..",
            "-",
            "225,0",
        ),
        *(
            ";",
            ",",
            "\t",
            "\n",
            "\r\n",
            '"',
            "sep=;\n",
            "KPI",
            "År",
            "Värde",
            "Riket",
            "\ufeff",
            "\u00a0",
            "därav",
        ),
        *('{"values": [', '{"kpi": "N07540"', '"period": 2025', "}", "]", "null", ":"),
    ]
)


@given(st.lists(pieces | st.text(max_size=4), max_size=40).map("".join))
@settings(deadline=None, max_examples=300)
def test_any_text_is_read_or_refused(text):
    for reader in (
        lambda: read_pasted(text, names=NAMES),
        lambda: read_statistics("x.csv", text.encode("utf-8", "surrogatepass"), 2025, names=NAMES),
    ):
        try:
            found = reader()
        except (NoStatistics, ImportRefused):
            continue
        spots = [(r.indicator.key, r.observation.geography, r.observation.period) for r in found.rows]
        assert len(spots) == len(set(spots))
        assert all(row.observation.value is None or row.observation.value >= 0 for row in found.rows)
