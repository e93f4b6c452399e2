"""The facts of a paper are kept as they were printed."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from documents.papers import ALL_PAPERS, ITEMS, the_minutes
from trygghetsrad.domain.papers import MinutesFacts, code_of, freeze, thaw


@pytest.mark.parametrize("make", ALL_PAPERS.values(), ids=ALL_PAPERS)
def test_what_was_kept_is_read_back_the_same(make):
    facts = make()
    assert thaw(type(facts), freeze(facts)) == facts


def test_the_code_is_of_the_content_and_not_of_itself():
    facts = the_minutes()
    assert code_of(facts) == code_of(replace(facts, code="0" * 16))
    assert len(code_of(facts)) == 16


def test_a_changed_word_gives_another_code():
    changed = replace(ITEMS[0], text=f"{ITEMS[0].text} ")
    assert code_of(the_minutes()) != code_of(the_minutes(items=(changed, *ITEMS[1:])))


def test_minutes_kept_before_a_field_existed_can_still_be_read():
    kept = json.loads(freeze(the_minutes()))
    del kept["deviation_note"]
    assert thaw(MinutesFacts, json.dumps(kept)).deviation_note == ""


def test_the_kept_text_is_the_same_whatever_the_order_of_making():
    assert freeze(the_minutes()) == freeze(the_minutes())
    assert "Åkesson" in freeze(the_minutes())
