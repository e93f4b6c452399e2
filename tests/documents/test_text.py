"""The border that text crosses into a PDF."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from trygghetsrad.documents.text import LONGEST_PARAGRAPH, PdfText, without_markup

LATIN = frozenset(range(0x20, 0x250)) | {0x25A1, 0x2013}


def printed(text: str, glyphs=LATIN) -> str:
    return "".join(without_markup(piece) for piece in PdfText(glyphs).markup(text))


@pytest.mark.parametrize(
    "text",
    [
        "Kontakt Åsa <asa@norrmyra.example> i dag",
        "A&B",
        "<b>oavslutad",
        "</b>",
        "<para>",
        "&copy; &amp; &lt;",
        "<img src='/etc/passwd'/>",
        "<a href='javascript:x'>a</a>",
        "<font size=99999>",
        "<!-- -->",
        "<br/>",
        "<onDraw name='x'/>",
        "]]>",
        "rad ett\nrad två",
    ],
)
def test_whatever_somebody_writes_is_printed_as_written(text):
    assert printed(text) == text


def test_markup_leaves_no_angle_bracket_of_the_users():
    assert PdfText(LATIN).markup("<b>x</b>\n") == ["&lt;b&gt;x&lt;/b&gt;<br/>"]


def test_what_the_font_lacks_becomes_a_square_and_is_reported_once():
    text = PdfText(LATIN)
    assert text.line("Trygg 👍 och 👍 säker 漢") == "Trygg □ och □ säker □"
    assert text.replaced == ("👍", "漢")


@pytest.mark.parametrize("hidden", ["\x00", "\x07", "\ud800", "\u202e", "\u200b", "\ufeff"])
def test_characters_nobody_sees_are_left_out_without_fuss(hidden):
    text = PdfText(LATIN)
    assert text.line(f"a{hidden}b") == "ab"
    assert text.replaced == ()


def test_decomposed_letters_of_a_mac_print_as_one():
    assert PdfText(LATIN).line("A\u030asa") == "Åsa"


def test_a_long_text_is_cut_between_words_and_nothing_is_lost():
    text = "ordet " * 5_000
    pieces = PdfText(LATIN).markup(text)
    assert max(map(len, pieces)) <= LONGEST_PARAGRAPH
    assert " ".join(pieces).split() == text.split()


def test_a_single_endless_word_is_cut_too():
    pieces = PdfText(LATIN).markup("x" * 12_345)
    assert "".join(pieces) == "x" * 12_345
    assert len(pieces) == 3


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x24F, exclude_categories=["Cc", "Cf"])))
def test_no_latin_text_loses_a_character(text):
    import unicodedata

    assert printed(text) == unicodedata.normalize("NFC", text)
