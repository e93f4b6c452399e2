"""The council's own papers on the page Dokument: chosen, shown with what they ask, and opened from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from trygghetsrad.domain.people import OrganisationKind
from trygghetsrad.ui.documents.page import DocumentsPage
from ui import builders
from ui.hands import pick

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    return builders.norrmyra(tmp_path)


@pytest.fixture
def page(qtbot: QtBot, council: OpenCouncil) -> DocumentsPage:
    return builders.window(qtbot, council, DocumentsPage)[0].findChildren(DocumentsPage)[0]


def shown(page: DocumentsPage) -> str:
    return " ".join(page.desk.preview.text().split())


def test_a_letter_opens_for_its_organisation_and_can_be_turned_to_another(
    page: DocumentsPage, council: OpenCouncil
) -> None:
    company = council.people.add_organisation("Norrmyra företagarförening", OrganisationKind.BUSINESS)
    page.open_paper("inbjudan", company)
    assert page.desk.options.organisation.current() == company
    assert "Vi bjuder in Norrmyra företagarförening till en plats" in shown(page)
    pick(page.desk.options.organisation.box, "Polisen")
    assert "Vi bjuder in Polisen till en plats" in shown(page)


def test_a_report_follows_the_year_that_is_chosen(page: DocumentsPage) -> None:
    page.open_paper("arsrapport", 0)
    assert "Rådet höll 3 möten" in shown(page)
    pick(page.desk.options.year.box, "2025")
    assert "Inga möten är registrerade för året." in shown(page)


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("arshjul", "Årshjul 2026"),
        ("tjansteskrivelse", "Förslag till beslut"),
        ("representation", "Representation i Trygghetsrådet"),
        ("personuppgifter", "Så behandlar vi dina personuppgifter"),
        ("ledamoter", "Gäller per 2026-11-23"),
    ],
)
def test_each_paper_of_the_council_is_shown(page: DocumentsPage, kind: str, says: str) -> None:
    page.open_paper(kind, 0)
    assert says in shown(page)
