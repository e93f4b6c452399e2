"""One packet for each group: who gets which, what the letter says is left out, and what lies beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from norrmyra import FIRST, TODAY, meeting
from trygghetsrad.domain.attachments import Audience
from trygghetsrad.domain.documents import PaperOptions
from trygghetsrad.domain.people import OrganisationKind, SeatRole

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.delivery import MailDraft

AUTHORITIES, NAMED = Audience.AUTHORITIES.value, Audience.NAMED.value


@pytest.fixture
def first(council: OpenCouncil) -> int:
    """A meeting with a seat for an association, which is no authority."""
    home = council.people.add_organisation("Villaägarna", OrganisationKind.ASSOCIATION)
    council.people.add_member(
        "Vera", "Villa", SeatRole.MEMBER, TODAY, organisation_id=home, email="vera@norrmyra.example"
    )
    return meeting(council, FIRST)


@pytest.fixture
def point(council: OpenCouncil, first: int) -> int:
    return council.meetings.add_item(first, "Belysning")


def paper(council: OpenCouncil, point: int, name: str, audience: Audience, named: str = "") -> None:
    content = council.documents.preview("ledamoter", TODAY).content if name.endswith(".pdf") else b"PK"
    council.attachments.add(name, content, TODAY, item_id=point, audience=audience, named=named)


def draft(council: OpenCouncil, first: int, audience: str = "") -> MailDraft:
    made = council.documents.issue("handlingspaket", TODAY, first, PaperOptions(audience=audience))
    return council.delivery.draft(made.document_id or 0, TODAY)


def names(letter: MailDraft) -> set[str]:
    return {one.name.split()[0] for one in letter.mailboxes}


def test_where_all_may_have_all_one_packet_goes_to_everybody(
    council: OpenCouncil, first: int, point: int
) -> None:
    paper(council, point, "Rapport.pdf", Audience.EVERYONE)
    letter = draft(council, first)
    assert {"Vera", "Eva", "Mats"} <= names(letter)
    assert "ligger inte" not in letter.text


def test_each_person_gets_one_packet_and_the_letter_says_what_is_left_out(
    council: OpenCouncil, first: int, point: int
) -> None:
    paper(council, point, "Rapport.pdf", Audience.EVERYONE)
    paper(council, point, "Brottsplatser.pdf", Audience.AUTHORITIES)
    everybody, authorities = draft(council, first), draft(council, first, AUTHORITIES)
    assert "Vera" in names(everybody)
    assert "Vera" not in names(authorities)
    assert {"Eva", "Mats"} <= names(authorities)
    assert not names(everybody) & names(authorities)
    number = next(one.position for one in council.meetings.agenda(first) if one.id == point)
    assert f"I paketet ligger inte bilaga {number}.2 Brottsplatser" in everybody.text
    assert everybody.text.index("ligger inte") < everybody.text.index("Hälsningar")
    assert "ligger inte" not in authorities.text


def test_a_paper_for_named_persons_goes_to_them_alone_and_says_for_whom(
    council: OpenCouncil, first: int, point: int
) -> None:
    paper(council, point, "Ärende.pdf", Audience.NAMED, "Mats Lindgren och Eva Nordlund")
    letter = draft(council, first, NAMED)
    assert names(letter) == {"Mats", "Eva"}
    assert any("Mats Lindgren och Eva Nordlund" in warning for warning in letter.warnings)
    assert not names(draft(council, first)) & {"Mats", "Eva"}


def test_somebody_named_who_may_not_have_the_rest_does_not_get_the_fullest_packet(
    council: OpenCouncil, first: int, point: int
) -> None:
    paper(council, point, "Ärende.pdf", Audience.NAMED, "Vera Villa")
    paper(council, point, "Brottsplatser.pdf", Audience.AUTHORITIES)
    assert names(draft(council, first, NAMED)) == set()
    assert "Vera" in names(draft(council, first))


def test_a_part_of_the_municipality_belongs_to_it(council: OpenCouncil, first: int, point: int) -> None:
    paper(council, point, "Brottsplatser.pdf", Audience.AUTHORITIES)
    assert "Lena" not in names(draft(council, first, AUTHORITIES)), "a school may be anybody's"
    homes = {one.name: one.id for one in council.people.organisations()}
    council.people.change_organisation(homes["Norrmyra skola"], parent_id=homes["Norrmyra kommun"])
    assert "Lena" in names(draft(council, first, AUTHORITIES))


def test_files_that_are_no_pdf_lie_beside_the_packet_for_those_who_may_have_them(
    council: OpenCouncil, first: int, point: int
) -> None:
    paper(council, point, "Tabell.xlsx", Audience.EVERYONE)
    paper(council, point, "Platser.xlsx", Audience.AUTHORITIES)
    number = next(one.position for one in council.meetings.agenda(first) if one.id == point)
    assert [one.name for one in draft(council, first).attachments][1:] == [f"Bilaga {number}.1 Tabell.xlsx"]
    beside = draft(council, first, AUTHORITIES).attachments[1:]
    assert [one.content for one in beside] == [b"PK", b"PK"]


def test_who_is_chosen_before_the_packet_is_made_follows_what_is_chosen_for_it(
    council: OpenCouncil, first: int, point: int
) -> None:
    paper(council, point, "Brottsplatser.pdf", Audience.AUTHORITIES)
    usual = council.delivery.usual_recipients(
        "handlingspaket", TODAY, first, PaperOptions(audience=AUTHORITIES)
    )
    chosen = {one.name.split()[0] for one in usual if one.chosen}
    assert "Vera" not in chosen
    assert "Mats" in chosen
