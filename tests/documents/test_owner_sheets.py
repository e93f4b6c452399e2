"""Åtgärdslista for one owner, or a page for each."""

from __future__ import annotations

from documents.papers import an_action_list
from documents.reading import headings, said, tables
from trygghetsrad.documents.blocks import PageBreak
from trygghetsrad.documents.make import build


def test_each_owner_gets_a_page_and_what_nobody_owns_comes_last():
    document = build(an_action_list(page_each=True))
    assert headings(document) == [
        "Åtgärdslista per ansvarig",
        "Lena Berg",
        "Tekniska kontoret",
        "Utan ansvarig",
    ]
    assert sum(isinstance(block, PageBreak) for block in document.blocks) == 2
    assert "Läget 2026-12-08: 1 öppen, varav 1 försenad." in said(document)


def test_the_owner_has_room_to_tell_how_it_goes():
    (table,) = tables(build(an_action_list(owner="Lena Berg", rows=an_action_list().rows[1:2])))
    assert [column.title for column in table.columns] == ["Åtgärd", "Klart senast", "Läge", "Så går det"]
    assert [row[-1].text for row in table.rows] == [""]
    assert table.row_height


def test_what_is_closed_is_not_asked_about():
    assert "Trygghetsvandring på Norra torget" not in said(build(an_action_list(page_each=True)))


def test_an_owner_with_nothing_open_gets_an_honest_line():
    assert said(build(an_action_list(owner="Lena Berg", rows=()))) == [
        "Åtgärdslista för Lena Berg",
        "Läget 2026-12-08: inga åtgärder är öppna för Lena Berg.",
    ]
    assert "Läget 2026-12-08: inga åtgärder är öppna." in said(build(an_action_list(page_each=True, rows=())))
