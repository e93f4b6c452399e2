"""Ordförandens körschema: led the meeting by the clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from documents.meeting_papers import SCRIPT, a_chair_script
from documents.reading import said, tables, whole
from trygghetsrad.documents.make import build


def test_every_point_has_its_clock_its_speaker_and_what_is_proposed():
    rows = tables(build(a_chair_script()))[0].rows
    assert [(row[0].text, row[0].details) for row in rows] == [
        ("13.00", ("5 min",)),
        ("13.05", ("25 min",)),
        ("13.30", ("10 min",)),
    ]
    assert rows[1][1].text == (
        "2. Överenskommelse med polisen 2027–2030 (beslut)\n"
        "Förslag: Rådet föreslår kommunstyrelsen att godkänna överenskommelsen."
    )
    assert rows[1][1].details == ("Fråga om rådet är enigt.", "Dnr KS 2026/71")
    assert [row[2].text for row in rows] == ["Ordföranden", "Eva Nordlund", "Ingen angiven"]


def test_the_chair_sees_whether_the_points_fit_into_the_meeting():
    assert "Punkterna tar 40 av mötets 120 minuter." in whole(build(a_chair_script()))
    short = whole(build(a_chair_script(planned_end=time(13, 30))))
    assert "Punkterna tar 40 av mötets 30 minuter. Det är 10 minuter för mycket." in short


def test_a_point_without_length_takes_the_clock_from_those_after_it():
    rows = (SCRIPT[0], replace(SCRIPT[1], minutes=None), SCRIPT[2])
    document = build(a_chair_script(rows=rows))
    assert [row[0].text for row in tables(document)[0].rows] == ["13.00", "13.05", "10 min"]
    assert "1 punkt saknar planerad tid" in whole(document)


def test_a_meeting_without_points_says_so():
    assert "Inga ärenden är upptagna ännu." in said(build(a_chair_script(rows=())))
