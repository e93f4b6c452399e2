"""Agreements in the window: written, sent, signed and renewed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from trygghetsrad.domain.actions import Rating
from trygghetsrad.domain.agreements import AgreementState, agreement_state
from trygghetsrad.ui.agreements.page import AgreementsPage
from ui import builders
from ui.builders import TODAY
from ui.hands import pick

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.agreements.agreements_view import AgreementsView
    from trygghetsrad.ui.components.inline_text import InlineText


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    return builders.norrmyra(tmp_path)


@pytest.fixture
def page(qtbot: QtBot, council: OpenCouncil) -> AgreementsView:
    return builders.window(qtbot, council, AgreementsPage)[1].agreements


def clause(page: AgreementsView, key: str) -> InlineText:
    return page.sheet.clauses.fields[key].text


def typed(qtbot: QtBot, field, text: str) -> None:
    """Write in a field and leave it, as she does."""
    field.edit.setFocus()
    field.edit.selectAll()
    insert = getattr(field.edit, "insert", None) or field.edit.insertPlainText
    insert(text)  # QTest cannot press å, ä and ö
    qtbot.keyClick(field.edit, Qt.Key.Key_Tab)


def test_without_agreements_there_is_one_thing_to_do(
    qtbot: QtBot, page: AgreementsView, council: OpenCouncil
) -> None:
    assert page.empty.isVisible()
    qtbot.mouseClick(page.empty.primary, Qt.MouseButton.LeftButton)
    (agreement,) = council.agreements.every()
    assert len(agreement.parties) >= 1
    assert page.sheet.name.text() == agreement.title
    assert not page.empty.isVisible()


def test_it_is_written_sent_and_signed_and_each_step_shows(
    qtbot: QtBot, page: AgreementsView, council: OpenCouncil
) -> None:
    agreement = council.agreements.add(TODAY)
    page.open_item(agreement)
    typed(qtbot, clause(page, "syften"), "Färre brott och större trygghet")
    typed(qtbot, clause(page, "områden"), "Unga och droger")
    typed(qtbot, page.sheet.starts, "2026-01-01")
    typed(qtbot, page.sheet.ends, "2030-12-31")
    assert [party.name for party in council.agreements.get(agreement).parties] == [
        "Norrmyra kommun",
        "Polisen",
    ]
    stored = council.agreements.get(agreement)
    assert (stored.purposes, stored.areas) == ("Färre brott och större trygghet", "Unga och droger")
    assert (stored.starts, stored.ends) == (date(2026, 1, 1), date(2030, 12, 31))
    qtbot.mouseClick(page.sheet.send, Qt.MouseButton.LeftButton)
    assert council.agreements.get(agreement).sent_on == TODAY
    assert not page.sheet.send.isVisible()
    for row in list(page.sheet.parties.rows.values()):
        typed(qtbot, row.day, TODAY.isoformat())
    signed = council.agreements.get(agreement)
    assert signed.signed_on == TODAY
    assert agreement_state(signed, TODAY) is AgreementState.VALID
    assert page.sheet.pill.word() == "Gäller"
    assert page.table.texts()[0][2:] == ["Gäller", "4 år kvar"]
    council.undo.undo()
    assert council.agreements.get(agreement).signed_on is None


def test_a_clause_takes_its_draft_and_can_be_rewritten(
    qtbot: QtBot, page: AgreementsView, council: OpenCouncil
) -> None:
    agreement = council.agreements.add(TODAY)
    page.open_item(agreement)
    chip = page.sheet.clauses.chips["uppföljning"]
    field = clause(page, "uppföljning")
    assert not field.isVisible()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert field.isVisible()
    assert not chip.isVisible()
    assert "minst en gång om året" in field.text()
    typed(qtbot, field, "Egna ord")
    texts = {one.key: one.text for one in council.agreements.get(agreement).clauses}
    assert texts == {"uppföljning": "Egna ord"}


def test_renewal_shows_both_and_the_old_one_stays(
    qtbot: QtBot, page: AgreementsView, council: OpenCouncil
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
    assert page.sheet.renew.isVisible()
    qtbot.mouseClick(page.sheet.renew, Qt.MouseButton.LeftButton)
    states = {agreement_state(one, TODAY) for one in council.agreements.every()}
    assert states == {AgreementState.DRAFT, AgreementState.VALID}
    assert clause(page, "områden").text() == "Trafik"


def test_a_period_turned_round_is_refused_and_the_old_day_stays(
    qtbot: QtBot, page: AgreementsView, council: OpenCouncil
) -> None:
    agreement = council.agreements.add(TODAY, starts=date(2027, 1, 1), ends=date(2030, 12, 31))
    page.open_item(agreement)
    with qtbot.waitSignal(page.trouble):
        typed(qtbot, page.sheet.ends, "2026-01-01")
    assert council.agreements.get(agreement).ends == date(2030, 12, 31)
    assert page.sheet.ends.day() == date(2030, 12, 31)


def test_a_pledge_is_added_under_its_agreement(
    qtbot: QtBot, page: AgreementsView, council: OpenCouncil
) -> None:
    agreement = council.agreements.add(TODAY)
    page.open_item(agreement)
    typed(qtbot, page.sheet.pledges.new, "Polisen finns i centrum två kvällar i månaden.")
    assert council.agreements.get(agreement).pledges[0].text.startswith("Polisen finns")
    (row,) = page.sheet.pledges.rows.values()
    pick(row.rating.box, "Gul: hölls delvis")
    typed(qtbot, row.result, "En kväll i månaden")
    (pledge,) = council.pledges.every()
    assert (pledge.rating, pledge.result) == (Rating.YELLOW, "En kväll i månaden")
    assert pledge.followed_up_on == TODAY
    qtbot.mouseClick(row.remove, Qt.MouseButton.LeftButton)
    assert council.pledges.every() == ()


def test_what_the_act_demands_is_said_until_it_is_written(
    qtbot: QtBot, page: AgreementsView, council: OpenCouncil
) -> None:
    page.open_item(council.agreements.add(TODAY))
    assert page.sheet.clauses.needed.text() == "9 § kräver att överenskommelsen anger syften och områden."
    typed(qtbot, clause(page, "syften"), "Trygghet")
    typed(qtbot, clause(page, "områden"), "Trafik")
    assert not page.sheet.clauses.needed.isVisible()


def test_an_existing_one_is_taken_in_with_its_file_and_counts(
    qtbot: QtBot, page: AgreementsView, council: OpenCouncil, tmp_path: Path
) -> None:
    file = tmp_path / "Samverkan.pdf"
    file.write_bytes(b"%PDF-1.7")
    qtbot.mouseClick(page.empty.link, Qt.MouseButton.LeftButton)
    form = page.register
    form.choose_file = lambda: file
    assert form.parties.text() == "Norrmyra kommun, Polisen"
    qtbot.mouseClick(form.take, Qt.MouseButton.LeftButton)
    assert form.signed.note() == "Skriv när den undertecknades."
    typed(qtbot, form.signed, "2025-01-10")
    typed(qtbot, form.starts, "2025-01-01")
    typed(qtbot, form.ends, "2028-12-31")
    qtbot.mouseClick(form.file, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(form.take, Qt.MouseButton.LeftButton)
    (agreement,) = council.agreements.every()
    assert agreement_state(agreement, TODAY) is AgreementState.VALID
    assert council.attachments.get(agreement.attachment_id).name == "Samverkan.pdf"
    assert not form.isVisible()
    assert page.sheet.open_file.isVisible()


def test_the_signed_file_is_attached_opened_and_let_go(
    qtbot: QtBot, page: AgreementsView, council: OpenCouncil, tmp_path: Path
) -> None:
    number = council.agreements.add(TODAY)
    council.agreements.send(number, TODAY)
    page.open_item(number)
    file = tmp_path / "påskriven.pdf"
    file.write_bytes(b"%PDF-1.7 namn")
    opened = []
    page.choose_file, page.open_with = (lambda: file), opened.append
    qtbot.mouseClick(page.sheet.attach, Qt.MouseButton.LeftButton)
    assert not page.sheet.attach.isVisible()
    qtbot.mouseClick(page.sheet.open_file, Qt.MouseButton.LeftButton)
    assert [path.read_bytes() for path in opened] == [b"%PDF-1.7 namn"]
    qtbot.mouseClick(page.sheet.detach, Qt.MouseButton.LeftButton)
    assert council.agreements.get(number).attachment_id is None


def test_parties_are_added_moved_and_taken_away(
    qtbot: QtBot, page: AgreementsView, council: OpenCouncil
) -> None:
    number = council.agreements.add(TODAY)
    page.open_item(number)
    parties = page.sheet.parties
    pick(parties.new.box, "Norrmyra skola")
    school = council.agreements.get(number).parties[-1]
    assert school.name == "Norrmyra skola"
    parties.rows[school.id].up.trigger()
    assert [one.name for one in council.agreements.get(number).parties][1] == "Norrmyra skola"
    typed(qtbot, parties.rows[school.id].signatory, "Lena Marklund")
    assert council.agreements.get(number).parties[1].signatory == "Lena Marklund"
    council.agreements.remove_party(school.id)
    assert school.id not in parties.rows


def test_the_paper_of_the_shown_agreement_is_asked_for(
    qtbot: QtBot, page: AgreementsView, council: OpenCouncil
) -> None:
    number = council.agreements.add(TODAY)
    page.open_item(number)
    with qtbot.waitSignal(page.open_requested) as asked:
        qtbot.mouseClick(page.sheet.preview, Qt.MouseButton.LeftButton)
    assert asked.args == ["paper:overenskommelse", number]


def test_delete_in_the_list_puts_it_in_the_bin_and_undo_brings_it_back(
    qtbot: QtBot, page: AgreementsView, council: OpenCouncil
) -> None:
    page.open_item(council.agreements.add(TODAY))
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert council.agreements.every() == ()
    assert page.empty.isVisible()
    council.undo.undo()
    assert not page.empty.isVisible()
