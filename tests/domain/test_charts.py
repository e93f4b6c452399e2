"""What a chart says in words, and where its parts go so that nothing hides anything else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from trygghetsrad.domain.chart_geometry import SHORT_MISSING, Part, Sheet, Side, nice_ticks, place_chart
from trygghetsrad.domain.charts import (
    BarChart,
    ChartPoint,
    CompareLine,
    chart_alt,
    chart_text,
    number,
    point_text,
)

LINE = 3.6


def measure(text: str) -> float:
    return len(text) * 1.6


def years(*values: float | None) -> tuple[ChartPoint, ...]:
    return tuple(ChartPoint(label=str(2020 + at), value=value) for at, value in enumerate(values))


def a_chart(*points: ChartPoint, **changes) -> BarChart:
    words = {"title": "Skadegörelse", "unit": "anmälda brott", "source": "Brå, hämtad 2026-11-20"}
    return BarChart(points=points or years(41, 38, 29), **(words | changes))


def placed(chart: BarChart, width: float = 166, height: float = 62):
    return place_chart(chart, Sheet(width=width, height=height, line=LINE, measure=measure))


def texts(places, part: Part) -> list[str]:
    return [text.text for text in places.texts if text.part is part]


def box(text) -> tuple[float, float, float, float]:
    share = {Side.LEFT: 0.0, Side.MIDDLE: 0.5, Side.RIGHT: 1.0}[text.side]
    left = text.x - share * measure(text.text)
    return left, text.y - LINE / 2, left + measure(text.text), text.y + LINE / 2


@pytest.mark.parametrize(
    ("value", "printed"),
    [(0, "0"), (1234, "1\u00a0234"), (12.5, "12,5"), (1234.56, "1\u00a0234,6"), (2.999, "3"), (0.04, "0")],
)
def test_numbers_are_written_as_in_swedish_print(value, printed):
    assert number(value) == printed


def test_a_value_that_is_not_known_is_never_nought():
    assert point_text(ChartPoint(label="2023")) == "2023: uppgift saknas"
    assert point_text(ChartPoint(label="2023", withheld=True)) == "2023: .."
    assert point_text(ChartPoint(label="2026", value=0, preliminary=True)) == "2026: 0 (prel.)"


def test_the_text_twin_says_every_value_of_bars_and_lines_and_the_source():
    chart = a_chart(
        *years(41, None), name="Norrmyra", lines=(CompareLine(name="Länet", values=(50.5, None)),)
    )
    assert chart_text(chart) == (
        "Skadegörelse, anmälda brott. Norrmyra. 2020: 41. 2021: uppgift saknas. "
        "Länet. 2020: 50,5. 2021: uppgift saknas. Källa: Brå, hämtad 2026-11-20."
    )


def test_those_who_listen_hear_the_message_or_the_first_and_last_value():
    assert chart_alt(a_chart()) == "Stapeldiagram. Skadegörelse, anmälda brott. 2020: 41, 2022: 29."
    assert chart_alt(a_chart(message="Skadegörelsen minskar.")) == "Skadegörelsen minskar."
    assert chart_alt(a_chart(*years(None, None))).endswith("Uppgift saknas för alla staplar.")


@pytest.mark.parametrize(
    "changes",
    [
        {"title": " "},
        {"unit": ""},
        {"source": ""},
        {"lines": (CompareLine(name="Länet", values=(1,)),)},
        {"lines": (CompareLine(name="Länet", values=(1, 2, 3)),) * 4},
    ],
)
def test_a_chart_nobody_could_read_is_refused(changes):
    with pytest.raises(ValueError, match=r"chart without|line of another|more lines"):
        a_chart(**changes)


@pytest.mark.parametrize("wrong", [{"value": -1}, {"value": float("nan")}, {"value": 3, "withheld": True}])
def test_a_value_that_cannot_be_a_bar_is_refused(wrong):
    with pytest.raises(ValueError, match="2025"):
        ChartPoint(label="2025", **wrong)


@pytest.mark.parametrize(
    ("highest", "whole", "ticks"),
    [
        (0, True, (0, 1)),
        (2, True, (0, 1, 2)),
        (2, False, (0, 0.5, 1, 1.5, 2)),
        (49, True, (0, 10, 20, 30, 40, 50)),
        (1410, True, (0, 500, 1000, 1500)),
        (10, True, (0, 2, 4, 6, 8, 10)),
    ],
)
def test_the_axis_has_round_values_from_nought(highest, whole, ticks):
    assert nice_ticks(highest, whole=whole) == ticks


@given(st.floats(min_value=1e-3, max_value=1e9), st.booleans())
def test_no_bar_is_higher_than_the_axis_and_the_ticks_are_few(highest, whole):
    ticks = nice_ticks(highest, whole=whole)
    assert 2 <= len(ticks) <= 6
    assert ticks[-1] >= highest * (1 - 1e-8)
    assert not whole or all(tick == int(tick) for tick in ticks)


def test_bars_are_as_high_as_their_values_and_gaps_have_none():
    places = placed(a_chart(*years(40, None, 20, 0)))
    first, second = places.bars
    assert (first.point, second.point) == (0, 2)
    assert first.height == pytest.approx(2 * second.height)
    assert texts(places, Part.VALUE) == ["40", "20", "0"]
    assert texts(places, Part.GAP) == ["uppgift", "saknas"] or texts(places, Part.GAP) == ["uppgift saknas"]


def test_a_withheld_value_has_its_sign_and_gaps_beside_each_other_share_their_words():
    points = (*years(4, None, None), ChartPoint(label="2023", withheld=True))
    assert texts(placed(a_chart(*points)), Part.GAP) == ["uppgift saknas", ".."]
    assert texts(placed(a_chart(*points), width=60), Part.GAP)[-1] == ".."


def test_a_gap_too_narrow_for_words_has_a_sign_to_be_explained():
    values = [float(at) for at in range(40)]
    assert SHORT_MISSING in texts(placed(a_chart(*years(*values[:20], None, *values[20:]))), Part.GAP)


def test_preliminary_bars_beside_each_other_say_so_once():
    points = (*years(4, 5), *(ChartPoint(label=month, value=3, preliminary=True) for month in ("jan", "feb")))
    places = placed(a_chart(*points))
    assert texts(places, Part.NOTE) == ["prel."]
    assert [bar.preliminary for bar in places.bars] == [False, False, True, True]


def test_long_labels_are_wrapped_and_many_are_thinned_out_but_the_last_one_stays():
    kinds = (ChartPoint(label="Misshandel mot vuxen utomhus", value=3), *years(1, 2, 3, 4))
    assert "vuxen utomhus" in texts(placed(a_chart(*kinds)), Part.LABEL)
    months = tuple(ChartPoint(label=f"jan {1900 + at}", value=at) for at in range(60))
    shown = texts(placed(a_chart(*months)), Part.LABEL)
    assert 3 < len(shown) < 20
    assert shown[-1] == "jan 1959"


def test_a_line_is_broken_where_it_has_no_value_and_one_without_any_is_left_out():
    lines = (
        CompareLine(name="Länet", values=(30, None, 20)),
        CompareLine(name="Riket", values=(None, None, None)),
    )
    county, *others = placed(a_chart(lines=lines)).lines
    assert others == []
    assert [len(stretch) for stretch in county.stretches] == [1, 1]


values = st.one_of(st.none(), st.integers(0, 5000), st.floats(0, 5000))


@st.composite
def charts(draw):
    count = draw(st.integers(1, 30))
    row = st.lists(values, min_size=count, max_size=count)
    points = [
        ChartPoint(label=str(1990 + at), value=value, preliminary=value is not None and at > count - 3)
        for at, value in enumerate(draw(row))
    ]
    lines = [CompareLine(name=name, values=tuple(draw(row))) for name in ("Länet", "Riket", "Liknande")]
    return a_chart(*points, lines=tuple(lines[: draw(st.integers(0, 3))]))


@settings(max_examples=150, deadline=None)
@given(charts())
def test_no_text_hides_another_and_all_stay_on_the_sheet(chart):
    places = placed(chart)
    boxes = {text: box(text) for text in places.texts}
    for text, (left, low, right, high) in boxes.items():
        assert left >= -0.5, text
        assert right <= places.width + 0.5 or text.part is Part.LINE_NAME, text
        assert low >= -0.1, text
        assert high <= places.height + 0.1, text
    everything = list(boxes.items())
    for at, (text, one) in enumerate(everything):
        for other, two in everything[at + 1 :]:
            apart = one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] + 0.01 or two[3] <= one[1] + 0.01
            assert apart or {text.part, other.part} & {Part.NOTE, Part.TICK, Part.GAP}, (text, other)
