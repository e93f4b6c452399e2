"""Every paper, for a council with nothing in it and for one in the middle of its year."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from sqlalchemy import select

import norrmyra
from norrmyra import FIRST, SECOND, TODAY, item, meeting, person
from trygghetsrad.domain.actions import ActionStatus, Area
from trygghetsrad.domain.people import SeatRole
from trygghetsrad.services.paper_kinds import OF_COUNCIL, OF_MEETING
from trygghetsrad.store.blobs import keep_bytes
from trygghetsrad.store.schema import CouncilRow

if TYPE_CHECKING:
    from pathlib import Path

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.documents import Paper

KINDS = (*OF_MEETING, *OF_COUNCIL)


def text(paper: Paper) -> str:
    return " ".join(
        "\n".join(page.extract_text() for page in PdfReader(BytesIO(paper.content)).pages).split()
    )


@pytest.fixture(params=["empty", "typical"])
def any_council(request: pytest.FixtureRequest) -> OpenCouncil:
    opened: OpenCouncil = request.getfixturevalue("empty" if request.param == "empty" else "council")
    if request.param == "empty":
        opened.meetings.add(FIRST)
        for point in opened.council.standing_items():
            opened.council.remove_standing_item(point.id)
        for point in opened.meetings.agenda(meeting(opened, FIRST)):
            opened.meetings.remove_item(point.id)
    else:
        late = opened.actions.add("Laga lampan", TODAY, due=date(2026, 1, 20), areas=frozenset(Area))
        opened.actions.follow_up(late, "Halva klar", TODAY)
        opened.actions.set_status(opened.actions.add("Klart", TODAY), ActionStatus.DONE, TODAY)
        opened.people.add_seat(SeatRole.MEMBER, None, "Näringslivets plats")
    return opened


@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_can_be_seen_and_made_and_kept(any_council: OpenCouncil, kind: str) -> None:
    council, first = any_council, meeting(any_council, FIRST)
    if kind == "minnesanteckningar":
        from trygghetsrad.domain.council import MinutesKind

        council.meetings.change(first, minutes_kind=MinutesKind.NOTES)
    if kind in {"protokoll", "minnesanteckningar"}:
        norrmyra.hold(council, first)
    about = first if kind in OF_MEETING else None
    seen = council.documents.preview(kind, TODAY, about)
    assert seen.content.startswith(b"%PDF-")
    assert council.documents.issued() == ()
    made = council.documents.issue(kind, TODAY, about)
    (kept,) = council.documents.issued()
    assert (kept.kind, kept.version, kept.issued_on, kept.title) == (kind, 1, TODAY, made.title)
    again = council.documents.content(kept.id)
    assert again.content == made.content
    assert (again.file_name, again.title) == (made.file_name, made.title)
    assert council.checking.check(TODAY).damage == ()
    if kind in {"kallelse", "protokoll", "minnesanteckningar"}:
        assert council.documents.current(kind, date(2026, 3, 30), about).content == made.content


def test_papers_survive_a_restart_byte_for_byte(council: OpenCouncil) -> None:
    from trygghetsrad.app import open_council

    made = council.documents.issue("kallelse", TODAY, meeting(council, FIRST))
    council.close()
    again = open_council(council.path)
    assert again.documents.content(made.document_id or 0).content == made.content
    again.close()


def test_files_are_named_by_day_kind_and_meeting(council: OpenCouncil) -> None:
    first = meeting(council, FIRST)
    assert council.documents.preview("dagordning", TODAY, first).file_name.startswith(
        "2026-03-10 Dagordning möte prel. 1"
    )
    norrmyra.call(council, first)
    assert (
        council.documents.preview("dagordning", TODAY, first).file_name == "2026-03-10 Dagordning möte 1.pdf"
    )
    assert council.documents.preview("ledamoter", TODAY).file_name == (
        "2026-02-02 Förteckning över ledamöter.pdf"
    )
    assert council.documents.preview("atgardslista", TODAY).file_name == "2026-02-02 Åtgärdslista.pdf"


def test_the_councils_own_papers_belong_to_no_meeting(council: OpenCouncil) -> None:
    council.documents.issue("ledamoter", TODAY, meeting(council, FIRST))
    assert council.documents.issued()[0].about_uid == ""
    assert next(one for one in council.documents.choices(None) if one.kind == "ledamoter").latest is not None


def test_choices_follow_the_meeting(council: OpenCouncil) -> None:
    first = meeting(council, FIRST)
    kinds = [one.kind for one in council.documents.choices(first)]
    assert kinds == [kind for kind in (*OF_MEETING, *OF_COUNCIL) if kind != "minnesanteckningar"]
    assert [one.kind for one in council.documents.choices(None)] == list(OF_COUNCIL)
    assert all(one.latest is None for one in council.documents.choices(first))


def test_an_agenda_made_once_does_not_stand_still(council: OpenCouncil) -> None:
    first = meeting(council, FIRST)
    council.documents.issue("dagordning", TODAY, first)
    council.meetings.add_item(first, "Belysning")
    assert "Belysning" in text(council.documents.current("dagordning", TODAY, first))


def test_paper_is_saved_to_a_file(council: OpenCouncil, tmp_path: Path) -> None:
    paper = council.documents.preview("ledamoter", TODAY)
    council.documents.save(paper, tmp_path / paper.file_name)
    assert (tmp_path / paper.file_name).read_bytes() == paper.content


def test_members_are_listed_with_vacant_seats_and_without_protected_addresses(council: OpenCouncil) -> None:
    council.people.change_person(person(council, "Mats Lindgren"), protected=True)
    seat = council.people.add_seat(SeatRole.MEMBER, None)
    printed = text(council.documents.preview("ledamoter", TODAY))
    assert "Mats Lindgren" in printed
    assert "mats@norrmyra.example" not in printed
    assert "lena@norrmyra.example" in printed
    assert "akant" in printed
    council.people.remove_seat(seat, TODAY)
    assert "akant" not in text(council.documents.preview("ledamoter", TODAY))


def test_actions_are_listed_late_first_with_their_origin(council: OpenCouncil) -> None:
    first = meeting(council, FIRST)
    norrmyra.call(council, first)
    council.room.add_action(
        item(council, first, "Nästa möte"),
        "Laga lampan",
        TODAY,
        due=date(2026, 1, 25),
        owner_text="Gatukontoret",
    )
    council.actions.add("Utan dag", TODAY)
    printed = text(council.documents.preview("atgardslista", TODAY))
    assert printed.index("Laga lampan") < printed.index("Utan dag")
    assert "8 dagar försenad" in printed
    assert "Möte 1/2026" in printed
    assert "Gatukontoret" in printed


def test_who_serves_stands_on_the_attendance_list(council: OpenCouncil) -> None:
    first = meeting(council, FIRST)
    council.room.serve(
        first,
        norrmyra.attendee(council, first, "Karin Öhman"),
        norrmyra.attendee(council, first, "Lena Marklund"),
    )
    printed = text(council.documents.preview("narvarolista", TODAY, first))
    assert "Lena Marklund" in printed
    assert "Karin Öhman" in printed


def test_the_letterhead_says_whose_paper_it_is(council: OpenCouncil) -> None:
    council.council.change(street="Storgatan 12", postcode="935 00", city="Norrmyra")
    printed = text(council.documents.preview("dagordning", TODAY, meeting(council, SECOND)))
    assert "Norrmyra kommun" in printed
    assert "Trygghetsrådet" in printed
    assert "Storgatan 12" in printed


def test_a_logo_that_is_no_picture_stops_no_paper(council: OpenCouncil) -> None:
    with council.council._database.write("Byt logotyp") as session:
        council_row = session.scalars(select(CouncilRow)).one()
        council_row.logo = keep_bytes(session, b"inte en bild")
    assert council.documents.preview("ledamoter", TODAY).content.startswith(b"%PDF-")
