"""Agreements in the window: written, sent, signed and renewed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from trygghetsrad.domain.agreements import AgreementState, agreement_state
from trygghetsrad.ui.agreements.page import AgreementsPage
from ui import builders
from ui.builders import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    return builders.norrmyra(tmp_path)


@pytest.fixture
def page(qtbot: QtBot, council: OpenCouncil) -> AgreementsPage:
    return builders.window(qtbot, council, AgreementsPage)[1]


def typed(qtbot: QtBot, field, text: str) -> None:
    """Write in a field and leave it, as she does."""
    field.edit.setFocus()
    field.edit.selectAll()
    insert = getattr(field.edit, "insert", None) or field.edit.insertPlainText
    insert(text)  # QTest cannot press å, ä and ö
    qtbot.keyClick(field.edit, Qt.Key.Key_Tab)


def test_without_agreements_there_is_one_thing_to_do(
    qtbot: QtBot, page: AgreementsPage, council: OpenCouncil
) -> None:
    assert page.empty.isVisible()
    qtbot.mouseClick(page.empty.primary, Qt.MouseButton.LeftButton)
    (agreement,) = council.agreements.every()
    assert len(agreement.parties) >= 1
    assert page.title.text() == agreement.title
    assert not page.empty.isVisible()


def test_it_is_written_sent_and_signed_and_each_step_shows(
    qtbot: QtBot, page: AgreementsPage, council: OpenCouncil
) -> None:
    agreement = council.agreements.add(TODAY)
    page.open_item(agreement)
    typed(qtbot, page.purposes, "Färre brott och större trygghet")
    typed(qtbot, page.areas, "Unga och droger")
    typed(qtbot, page.starts, "2026-01-01")
    typed(qtbot, page.ends, "2030-12-31")
    if len(council.agreements.get(agreement).parties) < 2:
        typed(qtbot, page.new_party, "Malå kommun")
    stored = council.agreements.get(agreement)
    assert (stored.purposes, stored.areas) == ("Färre brott och större trygghet", "Unga och droger")
    assert (stored.starts, stored.ends) == (date(2026, 1, 1), date(2030, 12, 31))
    qtbot.mouseClick(page.send, Qt.MouseButton.LeftButton)
    assert council.agreements.get(agreement).sent_on == TODAY
    assert not page.send.isVisible()
    for row in list(page.parties.by_id.values()):
        typed(qtbot, row.day, TODAY.isoformat())
    signed = council.agreements.get(agreement)
    assert signed.signed_on == TODAY
    assert agreement_state(signed, TODAY) is AgreementState.VALID
    assert page.state.text().startswith("Gäller")
    council.undo.undo()
    assert council.agreements.get(agreement).signed_on is None


def test_a_clause_takes_its_draft_and_can_be_rewritten(
    qtbot: QtBot, page: AgreementsPage, council: OpenCouncil
) -> None:
    agreement = council.agreements.add(TODAY)
    page.open_item(agreement)
    key, field = next(iter(page.clauses.items()))
    page._propose(key)
    assert field.text()
    typed(qtbot, field, "Egna ord")
    texts = {clause.key: clause.text for clause in council.agreements.get(agreement).clauses}
    assert texts[key.value] == "Egna ord"


def test_renewal_shows_both_and_the_old_one_stays(
    qtbot: QtBot, page: AgreementsPage, council: OpenCouncil
) -> None:
    council.agreements.register(
        "Överenskommelse 2023–2026",
        ("Norrmyra kommun", "Polisen"),
        date(2023, 1, 10),
        TODAY,
        purposes="Färre brott",
        areas="Trafik",
        starts=date(2023, 1, 1),
        ends=date(2026, 12, 31),
    )
    page.open_item(council.agreements.every()[0].id)
    assert page.renew.isVisible()
    qtbot.mouseClick(page.renew, Qt.MouseButton.LeftButton)
    states = {agreement_state(one, TODAY) for one in council.agreements.every()}
    assert states == {AgreementState.DRAFT, AgreementState.VALID}
    assert page.areas.text() == "Trafik"


def test_a_period_turned_round_is_refused_and_the_old_day_stays(
    qtbot: QtBot, page: AgreementsPage, council: OpenCouncil
) -> None:
    agreement = council.agreements.add(TODAY, starts=date(2027, 1, 1), ends=date(2030, 12, 31))
    page.open_item(agreement)
    with qtbot.waitSignal(page.trouble):
        typed(qtbot, page.ends, "2026-01-01")
    assert council.agreements.get(agreement).ends == date(2030, 12, 31)
    assert page.ends.day() == date(2030, 12, 31)


def test_a_pledge_is_added_under_its_agreement(
    qtbot: QtBot, page: AgreementsPage, council: OpenCouncil
) -> None:
    agreement = council.agreements.add(TODAY)
    page.open_item(agreement)
    typed(qtbot, page.new_pledge, "Polisen finns i centrum två kvällar i månaden.")
    assert council.agreements.get(agreement).pledges[0].text.startswith("Polisen finns")
    assert "Polisen finns" in page.pledges.text()
