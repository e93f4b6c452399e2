"""Free text is parted the same way wherever it is shown."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from trygghetsrad.domain.prose import BulletList, Paragraph, parse_prose, reduce_pasted


def test_a_blank_line_parts_paragraphs_and_a_line_end_stays_inside_one():
    assert parse_prose("Polisen berättar.\nLäget är lugnt.\n\nSkolan börjar i augusti.") == (
        Paragraph("Polisen berättar.\nLäget är lugnt."),
        Paragraph("Skolan börjar i augusti."),
    )


def test_a_dash_and_a_space_open_an_item_and_the_next_plain_line_is_a_paragraph_again():
    assert parse_prose("Vi behöver:\n- lampor\n- staket\nAlla var eniga.") == (
        Paragraph("Vi behöver:"),
        BulletList(("lampor", "staket")),
        Paragraph("Alla var eniga."),
    )


def test_items_with_blank_lines_between_are_one_list():
    assert parse_prose("- ett\n\n- två") == (BulletList(("ett", "två")),)


@pytest.mark.parametrize("line", ["-5 grader", "– Nej, sade han", "* viktigt", "1. först", "# rubrik", "-"])
def test_nothing_else_has_a_meaning(line):
    assert parse_prose(line) == (Paragraph(line),)


def test_an_item_just_begun_is_not_shown_yet():
    assert parse_prose("Text\n- ") == (Paragraph("Text"),)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\r\n \r\n"])
def test_empty_text_has_no_blocks(text):
    assert parse_prose(text) == ()


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\x0b"])
def test_line_ends_of_other_programs_are_line_ends(end):
    assert parse_prose(f"ett{end}två") == (Paragraph("ett\ntvå"),)


def test_word_bullets_become_items_and_its_invisible_characters_go():
    pasted = "Vi\u00a0behöver:\r\n•\tlam\u00adpor\r\n·\tstaket\r\no\tbänkar\r\n\r\n\r\n\r\nKlart.\u200b\x07"
    assert reduce_pasted(pasted) == "Vi behöver:\n- lampor\n- staket\n- bänkar\n\nKlart."


def test_a_dash_that_opens_a_spoken_line_is_left_alone():
    assert reduce_pasted("– Nej, sade han.") == "– Nej, sade han."


def test_decomposed_letters_are_composed():
    assert reduce_pasted("A\u030asa") == "Åsa"


@given(st.text())
def test_what_has_been_reduced_once_does_not_change_again(text):
    once = reduce_pasted(text)
    assert reduce_pasted(once) == once


@given(st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=20), max_size=8))
def test_no_word_is_lost(words):
    text = "\n\n".join(words)
    shown = [block.text if isinstance(block, Paragraph) else block.items for block in parse_prose(text)]
    assert shown == [word.strip() for word in words]
