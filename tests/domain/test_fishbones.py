"""A fishbone stays readable from no causes to fifteen on each bone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from trygghetsrad.domain.chart_geometry import Sheet
from trygghetsrad.domain.fishbone_geometry import Kind, place_fishbone
from trygghetsrad.domain.fishbones import (
    NO_CAUSES,
    OFFENDER,
    PLACE,
    VICTIM,
    Bone,
    Cause,
    Fishbone,
    fishbone_alt,
)
from trygghetsrad.domain.wrapping import estimated_width, shortened, wrapped, wrapped_whole

LINE = 3.6
SHORT = "Mörka gångvägar"
LONG = (
    "Ungdomar utan sysselsättning samlas vid torget efter att fritidsgården stängt klockan 20.00 på fredagar"
)


def measure(text: str) -> float:
    return estimated_width(text) * 3


def a_fishbone(*counts: int, text: str = SHORT, problem: str = "Skadegörelse vid skolan") -> Fishbone:
    numbers = iter(range(1, 100))
    bones = [
        Bone(name=name, causes=tuple(Cause(number=next(numbers), text=text) for _ in range(count)))
        for name, count in zip((VICTIM, OFFENDER, PLACE), counts, strict=True)
    ]
    return Fishbone(problem=problem, bones=tuple(bones))


def placed(fishbone: Fishbone, width: float = 166, height: float = 200):
    return place_fishbone(fishbone, Sheet(width=width, height=height, line=LINE, measure=measure))


def said(places, kind: Kind) -> list[str]:
    return [text.text for text in places.texts if text.kind is kind]


def test_those_who_listen_hear_the_problem_and_how_many_causes_each_bone_has():
    assert fishbone_alt(a_fishbone(2, 1, 0)) == (
        "Fiskbensdiagram. Problem: Skadegörelse vid skolan. "
        "Brottsutsatt 2 orsaker, gärningsperson 1 orsak och plats och objekt 0 orsaker."
    )


def test_two_bones_rise_and_one_hangs():
    places = placed(a_fishbone(2, 2, 2))
    spine = places.spine[0][1]
    assert [bone.start[1] > spine for bone in places.bones] == [True, True, False]
    assert all(bone.end[1] == spine for bone in places.bones)
    assert places.head.x + places.head.width == places.width


def test_every_cause_has_its_number_its_twig_and_its_whole_text():
    places = placed(a_fishbone(3, 0, 4, text=LONG))
    assert " ".join(said(places, Kind.CAUSE)) == " ".join(f"{at}. {LONG}" for at in range(1, 8))
    assert [(twig.bone, twig.cause) for twig in places.twigs] == [
        (0, 0),
        (0, 1),
        (0, 2),
        (2, 0),
        (2, 1),
        (2, 2),
        (2, 3),
    ]


def test_a_bone_without_causes_says_so():
    places = placed(a_fishbone(0, 1, 0))
    assert said(places, Kind.NOTHING) == [NO_CAUSES, NO_CAUSES]
    assert len(places.twigs) == 1


@pytest.mark.parametrize(("width", "height"), [(166, 200), (253, 128)])
def test_fifteen_long_causes_on_each_bone_have_room_on_one_page(width, height):
    places = placed(a_fishbone(15, 15, 15, text=LONG), width, height)
    assert places.height <= height
    numbers = {text.split(".")[0] for text in said(places, Kind.CAUSE) if text[0].isdecimal()}
    assert {str(number) for number in range(1, 46)} <= numbers
    assert any(text.endswith("…") for text in said(places, Kind.CAUSE))


words = st.text(st.sampled_from("abc åÄ.m- "), min_size=1, max_size=140).filter(str.strip)


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.lists(words, max_size=15), min_size=1, max_size=6),
    words,
    st.sampled_from([(166, 200), (253, 128)]),
)
def test_no_text_leaves_the_sheet_or_hides_another(causes, problem, size):
    bones = tuple(
        Bone(
            name=f"Ben {at}",
            causes=tuple(Cause(number=number, text=text) for number, text in enumerate(texts, start=1)),
        )
        for at, texts in enumerate(causes)
    )
    places = placed(Fishbone(problem=problem, bones=bones), *size)
    boxes = []
    for text in places.texts:
        width = measure(text.text)
        left = text.x if text.kind in {Kind.CAUSE, Kind.NOTHING} else text.x - width / 2
        boxes.append((left, text.y - LINE * 0.45, left + width, text.y + LINE * 0.45))
        assert left >= -0.1
        assert left + width <= places.width + 0.1
        assert boxes[-1][1] >= -0.1
        assert boxes[-1][3] <= places.height + 0.1
    for at, one in enumerate(boxes):
        for two in boxes[at + 1 :]:
            assert one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] + 0.01 or two[3] <= one[1] + 0.01


@pytest.mark.parametrize("problem", ["", " "])
def test_a_fishbone_without_a_problem_is_refused(problem):
    with pytest.raises(ValueError, match="without problem"):
        a_fishbone(1, 1, 1, problem=problem)


def test_too_many_bones_and_empty_causes_are_refused():
    with pytest.raises(ValueError, match="bones"):
        Fishbone(problem="P", bones=(Bone(name="B"),) * 7)
    with pytest.raises(ValueError, match="cause without text"):
        Cause(number=1, text=" ")


# -- lines of text -----------------------------------------------------------------------------


def test_text_is_broken_between_words():
    assert wrapped("ett två tre", 7, len) == ["ett två", "tre"]
    assert wrapped("", 7, len) == [""]
    assert wrapped("samhällsbyggnad ja", 7, len) == ["samhällsbyggnad", "ja"]


def test_what_has_no_room_is_parted_or_cut_short():
    assert wrapped_whole("samhällsbyggnad", 8, len, 3) == ["samhäll-", "sbyggnad"]
    assert wrapped_whole("ett två tre fyra", 4, len, 2) == ["ett", "två…"]
    assert shortened("samhälle", 5, len) == "samh…"


@given(st.text(st.sampled_from("ab cÅm "), max_size=80), st.integers(2, 30), st.integers(1, 5))
def test_no_line_is_wider_than_it_may_be(text, width, most):
    lines = wrapped_whole(text, width, len, most)
    assert len(lines) <= most
    assert all(len(line) <= width for line in lines)
