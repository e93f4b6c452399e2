"""The form with which a follow-up is gathered has room to write, and says nothing of the others."""

from __future__ import annotations

from documents.reading import headings, tables, whole
from documents.review_papers import a_review, some_forms
from trygghetsrad.documents.builders.reviews import NOT_TOLD, QUESTIONS, build_review


def test_an_action_nobody_has_looked_at_is_not_called_good():
    said = whole(build_review(a_review()))
    assert said.count(NOT_TOLD) == 1
    assert "Gul: går, men något behöver ändras" in said


def test_a_form_asks_three_kinds_of_follow_up_and_a_rating_of_each_action():
    document = build_review(some_forms())
    assert [table.rows[0][0].text for table in tables(document)] == [QUESTIONS[0]] * 2
    assert all(table.row_height for table in tables(document))
    assert {"Tekniska kontoret", "Polisen"} <= set(headings(document))
    assert "Det mesta går som det ska." not in whole(document)
