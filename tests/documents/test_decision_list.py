"""Beslutslista: every decision of a period, and an honest line when there is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from documents.meeting_papers import a_decision_list
from documents.reading import headings, said, tables, whole
from trygghetsrad.documents.blocks import Group
from trygghetsrad.documents.make import build


def test_decisions_stand_under_their_meeting_with_where_they_go():
    (table,) = tables(build(a_decision_list()))
    groups = [row.title.replace("\u00a0", " ") for row in table.rows if isinstance(row, Group)]
    assert groups == ["Möte 1/2026, tisdag 10 mars 2026", "Möte 4/2026, tisdag 8 december 2026"]
    first = table.rows[1]
    assert [cell.text for cell in first] == [
        "§\u00a05",
        "Belysning",
        "Rådet beslutar att byta lamporna.",
        "Kommunstyrelsen",
    ]
    assert first[1].details == ("Dnr KS 2026/71",)


def test_a_secret_decision_shows_its_number_alone():
    document = build(a_decision_list())
    assert "Hot" not in whole(document)
    assert "Kan omfattas av sekretess. Beslutet står i protokollet." in said(document)


def test_the_beginning_says_how_many_and_what_may_still_change():
    text = whole(build(a_decision_list()))
    assert "3 beslut från 2 möten. Läget 2026-12-10." in text
    assert "Protokollet är inte klart från möte 4/2026. Där kan lydelsen ändras." in text
    assert "Möte 2/2026 fattade inga beslut." in text


def test_a_period_without_meetings_or_decisions_says_so():
    assert "Inget möte är hållet under perioden, så inga beslut är fattade." in said(
        build(a_decision_list(meetings=()))
    )
    idle = tuple(replace(one, items=()) for one in a_decision_list().meetings)
    document = build(a_decision_list(meetings=idle))
    assert said(document) == ["Beslutslista 2026", "Inga beslut är fattade under perioden."]


def test_part_of_a_year_is_named_by_its_days():
    document = build(a_decision_list(until=date(2026, 6, 30)))
    assert headings(document) == ["Beslutslista 2026-01-01–2026-06-30"]
