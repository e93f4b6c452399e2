"""Agreements on cooperation: written, sent, signed, renewed; and the pledges that belong to them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from norrmyra import TODAY
from trygghetsrad.domain.actions import Rating
from trygghetsrad.domain.agreements import AgreementState, agreement_fact, agreement_state, time_left
from trygghetsrad.domain.attachments import NothingInFile
from trygghetsrad.domain.errors import NotFound, Refused
from trygghetsrad.domain.law import DutyState
from trygghetsrad.domain.law_agreements import agreements as row_of_the_act
from trygghetsrad.domain.law_facts import LawFacts

if TYPE_CHECKING:
    from pathlib import Path

    from trygghetsrad.app import OpenCouncil

NEXT_YEAR, LAST_DAY = date(2027, 1, 1), date(2030, 12, 31)


def signed(council: OpenCouncil, starts: date, ends: date | None, *, extends: bool = False) -> int:
    """An agreement with purposes and areas that both parties signed on TODAY."""
    number = council.agreements.add(
        TODAY, purposes="Minska brotten", areas="Trafik", starts=starts, ends=ends, extends=extends
    )
    for party in council.agreements.get(number).parties:
        council.agreements.sign(party.id, TODAY, TODAY)
    return number


def state(council: OpenCouncil, number: int, today: date = TODAY) -> AgreementState:
    return agreement_state(council.agreements.get(number), today)


def law_state(council: OpenCouncil, today: date) -> DutyState:
    facts = tuple(agreement_fact(one) for one in council.agreements.every())
    return row_of_the_act(LawFacts(agreements=facts), today).state


def test_a_new_agreement_has_the_municipality_and_the_police_with_those_who_sign(
    council: OpenCouncil,
) -> None:
    agreement = council.agreements.get(council.agreements.add(TODAY))
    assert [(party.name, party.signatory_title) for party in agreement.parties] == [
        ("Norrmyra kommun", "Kommunstyrelsens ordförande"),
        ("Polisen", "Chef för lokalpolisområdet"),
    ]
    assert (agreement.title, agreement.drafted_on) == ("Överenskommelse om samverkan", TODAY)
    assert agreement.unsaid == ("syften", "områden")


def test_a_council_without_a_register_still_has_its_municipality(empty: OpenCouncil) -> None:
    agreement = empty.agreements.get(empty.agreements.add(TODAY, "  "))
    assert [party.name for party in agreement.parties] == ["Norrmyra kommun"]
    assert agreement.title == "Överenskommelse om samverkan"


def test_an_agreement_goes_from_draft_to_its_end(council: OpenCouncil) -> None:
    number = council.agreements.add(TODAY, starts=NEXT_YEAR, ends=LAST_DAY)
    assert state(council, number) is AgreementState.DRAFT
    council.agreements.send(number, TODAY)
    assert state(council, number) is AgreementState.SENT
    ours, police = council.agreements.get(number).parties
    council.agreements.sign(ours.id, TODAY, TODAY)
    assert state(council, number) is AgreementState.SENT
    council.agreements.sign(police.id, TODAY, TODAY)
    assert state(council, number) is AgreementState.SIGNED
    assert state(council, number, NEXT_YEAR) is AgreementState.VALID
    assert state(council, number, LAST_DAY) is AgreementState.VALID
    assert state(council, number, date(2031, 1, 1)) is AgreementState.EXPIRED


def test_one_that_goes_on_until_a_new_one_is_signed_does_not_run_out(council: OpenCouncil) -> None:
    number = signed(council, date(2022, 1, 1), date(2025, 12, 31), extends=True)
    assert state(council, number) is AgreementState.VALID
    assert time_left(council.agreements.get(number), TODAY) == "förlängd tills en ny tecknats"
    council.agreements.change(number, extends=False)
    assert state(council, number) is AgreementState.EXPIRED


def test_what_is_said_here_is_what_the_row_of_the_act_finds(council: OpenCouncil) -> None:
    number = signed(council, date(2026, 1, 1), LAST_DAY)
    assert law_state(council, TODAY) is DutyState.DOCUMENTED
    council.agreements.write_clause(number, "områden", "")
    assert law_state(council, TODAY) is not DutyState.DOCUMENTED


def test_a_renewal_takes_everything_over_with_the_next_period(council: OpenCouncil) -> None:
    old = signed(council, date(2023, 1, 1), date(2026, 12, 31))
    council.agreements.change(old, title="Samverkan 2023–2026")
    council.agreements.write_clause(old, "uppföljning", "Varje år i rådet.")
    new = council.agreements.renew(old, TODAY)
    before, after = council.agreements.get(old), council.agreements.get(new)
    assert (after.title, after.starts, after.ends) == ("Samverkan 2027–2030", NEXT_YEAR, LAST_DAY)
    assert (after.purposes, after.areas, after.clauses) == (before.purposes, before.areas, before.clauses)
    assert [party.name for party in after.parties] == [party.name for party in before.parties]
    assert all(party.signed_on is None for party in after.parties)
    assert state(council, new) is AgreementState.DRAFT


def test_asking_twice_to_renew_gives_the_same_draft(council: OpenCouncil) -> None:
    old = signed(council, date(2023, 1, 1), date(2026, 12, 31))
    assert council.agreements.renew(old, TODAY) == council.agreements.renew(old, TODAY)
    assert len(council.agreements.every()) == 2


def test_the_old_one_is_valid_to_its_end_and_replaced_after_it(council: OpenCouncil) -> None:
    old = signed(council, date(2023, 1, 1), date(2026, 12, 31), extends=True)
    new = council.agreements.renew(old, TODAY)
    ours, police = council.agreements.get(new).parties
    council.agreements.sign(ours.id, TODAY, TODAY)
    assert council.agreements.get(old).replaced_by_id is None
    council.agreements.sign(police.id, TODAY, TODAY)
    assert council.agreements.get(old).replaced_by_id == new
    assert state(council, old) is AgreementState.VALID
    assert state(council, old, date(2026, 12, 31)) is AgreementState.VALID
    assert state(council, old, NEXT_YEAR) is AgreementState.REPLACED
    assert state(council, new, NEXT_YEAR) is AgreementState.VALID
    council.agreements.sign(police.id, None, TODAY)
    assert council.agreements.get(old).replaced_by_id is None


def test_a_renewal_in_the_bin_replaces_nothing(council: OpenCouncil) -> None:
    old = signed(council, date(2023, 1, 1), date(2025, 12, 31), extends=True)
    new = council.agreements.renew(old, TODAY)
    for party in council.agreements.get(new).parties:
        council.agreements.sign(party.id, TODAY, TODAY)
    assert state(council, old) is AgreementState.REPLACED
    council.agreements.remove(new)
    assert state(council, old) is AgreementState.VALID
    council.undo.undo()
    assert state(council, old) is AgreementState.REPLACED


def test_one_made_elsewhere_counts_at_once_with_its_dates_and_file(
    council: OpenCouncil, tmp_path: Path
) -> None:
    file = tmp_path / "Samverkan.pdf"
    file.write_bytes(b"%PDF-1.7 signed")
    number = council.agreements.register(
        "Samverkan i Norrmyra",
        ["Norrmyra kommun", " polisen ", "Västermyra kommun"],
        date(2025, 5, 2),
        TODAY,
        file=file,
        purposes="Trygghet",
        areas="Trafik",
        starts=date(2025, 6, 1),
        ends=date(2029, 5, 31),
    )
    agreement = council.agreements.get(number)
    assert [party.name for party in agreement.parties] == ["Norrmyra kommun", "Polisen", "Västermyra kommun"]
    assert [bool(party.organisation_id) for party in agreement.parties] == [True, True, False]
    assert agreement.is_elsewhere
    assert state(council, number) is AgreementState.VALID
    assert law_state(council, TODAY) is DutyState.DOCUMENTED
    assert council.attachments.content(agreement.attachment_id or 0) == b"%PDF-1.7 signed"
    council.undo.undo()
    assert council.agreements.every() == ()


def test_the_signed_file_is_attached_and_let_go_again(council: OpenCouncil, tmp_path: Path) -> None:
    number = signed(council, date(2026, 1, 1), LAST_DAY)
    file = tmp_path / "påskriven.pdf"
    file.write_bytes(b"%PDF-1.7")
    paper = council.agreements.attach(number, file, TODAY)
    assert council.agreements.get(number).attachment_id == paper
    assert "Undertecknad" in council.attachments.get(paper).description
    council.attachments.remove(paper)
    assert council.agreements.get(number).attachment_id is None
    council.undo.undo()
    council.agreements.detach(number)
    assert council.agreements.get(number).attachment_id is None
    assert [one.id for one in council.attachments.of_council()] == [paper]


def test_an_empty_file_is_no_signed_agreement(council: OpenCouncil, tmp_path: Path) -> None:
    number = council.agreements.add(TODAY)
    (tmp_path / "tom.pdf").write_bytes(b"")
    with pytest.raises(NothingInFile):
        council.agreements.attach(number, tmp_path / "tom.pdf", TODAY)


def test_parties_are_added_ordered_and_taken_away(council: OpenCouncil) -> None:
    number = council.agreements.add(TODAY)
    school = next(one for one in council.people.organisations() if one.name == "Norrmyra skola")
    council.agreements.add_party(number, organisation_id=school.id)
    other = council.agreements.add_party(number, "Västermyra kommun", signatory="Bo Ek")
    council.agreements.move_party(other, 2)
    parties = council.agreements.get(number).parties
    assert [one.name for one in parties] == [
        "Norrmyra kommun",
        "Västermyra kommun",
        "Polisen",
        "Norrmyra skola",
    ]
    assert parties[1].signatory_title == "Kommunstyrelsens ordförande"
    council.agreements.remove_party(other)
    council.agreements.change_party(parties[2].id, signatory="Maria Lund")
    told = council.agreements.get(number).parties
    assert [(one.name, one.signatory) for one in told][1] == ("Polisen", "Maria Lund")
    with pytest.raises(Refused, match="redan part"):
        council.agreements.add_party(number, "POLISEN")


def test_a_draft_of_a_clause_is_filled_with_what_is_known(council: OpenCouncil) -> None:
    number = council.agreements.add(TODAY, starts=NEXT_YEAR, ends=LAST_DAY, extends=True)
    draft = council.agreements.clause_draft
    assert draft(number, "parter") == "Överenskommelsen gäller mellan Norrmyra kommun och Polisen."
    assert "från och med 2027-01-01 till och med 2030-12-31" in draft(number, "giltighet")
    assert "tills en ny är tecknad" in draft(number, "giltighet")
    assert "Trygghetsrådet" in draft(number, "organisation")
    assert "[områden]" in draft(number, "områden")


def test_clauses_stand_in_the_order_of_the_agreement_and_an_emptied_one_is_gone(council: OpenCouncil) -> None:
    number = council.agreements.add(TODAY)
    council.agreements.write_clause(number, "uppföljning", "Varje år.")
    council.agreements.write_clause(number, "bakgrund", "Vi samverkar.")
    assert [one.key for one in council.agreements.get(number).clauses] == ["bakgrund", "uppföljning"]
    council.agreements.write_clause(number, "bakgrund", "")
    council.agreements.write_clause(number, "syften", "Trygghet")
    agreement = council.agreements.get(number)
    assert [one.key for one in agreement.clauses] == ["uppföljning"]
    assert agreement.purposes == "Trygghet"


def test_pledges_have_the_days_of_their_agreement_and_are_followed_up(council: OpenCouncil) -> None:
    number = signed(council, date(2026, 1, 1), date(2026, 12, 31))
    pledge = council.pledges.add("Polisen finns i centrum varje fredag", number, who="Polisen")
    (told,) = council.agreements.get(number).pledges
    assert (told.starts, told.ends, told.rating) == (date(2026, 1, 1), date(2026, 12, 31), Rating.UNRATED)
    council.pledges.follow_up(pledge, "Tre fredagar av fyra", Rating.YELLOW, TODAY, TODAY)
    (told,) = council.pledges.every()
    assert (told.result, told.rating, told.followed_up_on) == ("Tre fredagar av fyra", Rating.YELLOW, TODAY)
    council.agreements.remove(number)
    assert council.pledges.every() == ()
    council.undo.undo()
    assert len(council.pledges.every()) == 1


REFUSED = {
    "ends before it begins": lambda c, n, p: c.agreements.change(n, starts=LAST_DAY, ends=NEXT_YEAR),
    "begun turned round": lambda c, n, p: c.agreements.add(TODAY, starts=LAST_DAY, ends=NEXT_YEAR),
    "without a name": lambda c, n, p: c.agreements.change(n, title=" "),
    "party without a name": lambda c, n, p: c.agreements.add_party(n, "  "),
    "party loses its name": lambda c, n, p: c.agreements.change_party(p, name=""),
    "signed before sent": lambda c, n, p: c.agreements.sign(p, date(2026, 1, 30), TODAY),
    "signed tomorrow": lambda c, n, p: c.agreements.sign(p, date(2026, 2, 3), TODAY),
    "a clause nobody knows": lambda c, n, p: c.agreements.write_clause(n, "övrigt", "x"),
    "a draft nobody knows": lambda c, n, p: c.agreements.clause_draft(n, "övrigt"),
    "elsewhere with one party": lambda c, n, p: c.agreements.register("x", ["Polisen", ""], TODAY, TODAY),
    "elsewhere signed tomorrow": lambda c, n, p: c.agreements.register(
        "x", ["Polisen", "Norrmyra kommun"], date(2026, 2, 3), TODAY
    ),
    "pledge without words": lambda c, n, p: c.pledges.add(" ", n),
    "pledge turned round": lambda c, n, p: c.pledges.add("x", starts=LAST_DAY, ends=NEXT_YEAR),
    "follow-up without words": lambda c, n, p: c.pledges.follow_up(
        c.pledges.every()[0].id, "", Rating.UNRATED, TODAY, TODAY
    ),
    "follow-up tomorrow": lambda c, n, p: c.pledges.follow_up(
        c.pledges.every()[0].id, "x", Rating.GREEN, date(2026, 2, 3), TODAY
    ),
    "pledge loses its words": lambda c, n, p: c.pledges.change(c.pledges.every()[0].id, text=""),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_is_refused_and_nothing_changes(council: OpenCouncil, what: str) -> None:
    number = council.agreements.add(TODAY)
    council.agreements.send(number, TODAY)
    council.pledges.add("Mer ljus", number)
    party = council.agreements.get(number).parties[0].id
    before = (council.agreements.every(), council.pledges.every())
    with pytest.raises(Refused):
        REFUSED[what](council, number, party)
    assert (council.agreements.every(), council.pledges.every()) == before


def test_an_agreement_with_one_party_is_not_sent(empty: OpenCouncil) -> None:
    number = empty.agreements.add(TODAY)
    with pytest.raises(Refused, match="Minst två parter"):
        empty.agreements.send(number, TODAY)


def test_it_is_not_sent_after_somebody_has_signed(council: OpenCouncil) -> None:
    number = signed(council, date(2026, 1, 1), LAST_DAY)
    with pytest.raises(Refused, match="före utskicket"):
        council.agreements.send(number, date(2026, 2, 3))


def test_what_is_in_the_bin_is_not_there(council: OpenCouncil) -> None:
    number = council.agreements.add(TODAY)
    council.agreements.remove(number)
    with pytest.raises(NotFound):
        council.agreements.get(number)
    with pytest.raises(NotFound):
        council.pledges.add("x", number)
