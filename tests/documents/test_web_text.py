"""Webbtext: as a paper, as HTML and as plain text."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from documents.meeting_papers import a_chair_script, a_web_text, poisoned
from documents.reading import headings, said
from trygghetsrad.documents.make import build
from trygghetsrad.documents.web import to_html, to_text


class Tags(HTMLParser):
    """Collects the tags and the words of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.words.append(data)


def test_the_text_tells_what_was_said_decided_and_will_be_done():
    document = build(a_web_text())
    assert headings(document) == [
        "Trygghetsrådets möte 8 december 2026",
        "Belysning",
        "Vandring",
        "Det här ska göras",
        "Nästa möte",
        "Vill du veta mer?",
    ]
    text = said(document)
    assert (
        "Trygghetsrådet i Norrmyra hade möte tisdag 8 december 2026. Här är det viktigaste i korthet." in text
    )
    assert "Rådet enas om att" in text
    assert "byta lamporna" in text
    assert "Byta lamporna, senast söndag 31 januari 2027" in text


def test_html_has_headings_lists_and_links_that_stand_under_the_title_of_a_page():
    html = to_html(build(a_web_text()))
    assert html.startswith("<h2>Trygghetsrådets möte 8 december 2026</h2>")
    assert "<h3>Belysning</h3>\n<p>Det är mörkt &amp; otryggt.</p>\n<ul><li>vid skolan</li></ul>" in html
    assert '<a href="https://www.norrmyra.example">www.norrmyra.example</a>' in html
    assert "h1" not in Tags(html).tags


def test_the_plain_twin_says_the_same_words():
    document = build(a_web_text())
    plain = to_text(document)
    assert "Belysning\n\nDet är mörkt & otryggt.\n\n- vid skolan" in plain
    assert "www.norrmyra.example: https://www.norrmyra.example" in plain
    heard = " ".join(Tags(to_html(document)).words).split()
    assert heard == plain.replace("- ", "").replace(": https://www.norrmyra.example", "").split()


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "&lt;b&gt;", "javascript:alert(1)\x00"],
)
def test_nothing_people_write_becomes_marks_of_its_own(text):
    html = to_html(build(poisoned(a_web_text(), text)))
    parsed = Tags(html)
    assert set(parsed.tags) <= {"h2", "h3", "p", "ul", "li", "a", "br"}
    assert "\x00" not in html
    assert 'href="javascript' not in html
    assert any(text.replace("\x00", "") in words for words in parsed.words)


def test_a_meeting_with_nothing_to_tell_says_so():
    document = build(a_web_text(items=(), tasks=(), next_meeting="", website="", settled=False))
    assert "Inget finns att berätta därifrån." in said(document)[1]
    assert document.meta.marking == "protokollet är inte klart"


def test_papers_that_are_no_web_texts_are_not_turned_into_html():
    for turn in (to_html, to_text):
        with pytest.raises(TypeError):
            turn(build(a_chair_script()))
