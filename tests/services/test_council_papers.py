"""The council's own papers, made from what stands in the council file."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

import norrmyra
from norrmyra import FIRST, SECOND, TODAY, attendee, item, meeting, person
from trygghetsrad.domain.actions import ActionStatus, Area
from trygghetsrad.domain.documents import PaperOptions
from trygghetsrad.domain.errors import NotFound
from trygghetsrad.domain.meetings import Outcome, Presence
from trygghetsrad.domain.people import OrganisationKind, SeatRole

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil


def text(council: OpenCouncil, kind: str, today: date = TODAY, **options: object) -> str:
    paper = council.documents.preview(kind, today, options=PaperOptions(**options))  # type: ignore[arg-type]
    sheets = PdfReader(BytesIO(paper.content)).pages
    return " ".join(" ".join(sheet.extract_text().split()) for sheet in sheets)


def home(council: OpenCouncil, name: str) -> int:
    return next(one.id for one in council.people.organisations() if one.name == name)


# -- personal data -----------------------------------------------------------------------------


def test_the_page_about_personal_data_names_whom_to_ask(council: OpenCouncil) -> None:
    assert "Uppgiften är inte ifylld här." in text(council, "personuppgifter")
    council.council.change(board="socialnämnden", officer_contact="dataskydd@norrmyra.example")
    told = text(council, "personuppgifter")
    assert "Socialnämnden i Norrmyra kommun är personuppgiftsansvarig" in told
    assert "dataskydd@norrmyra.example" in told
    assert "Anna Sjöberg" in told


def test_a_protected_contact_is_named_but_not_given_away(council: OpenCouncil) -> None:
    council.council.change(phone="070-174 06 99")
    council.people.change_person(person(council, "Anna Sjöberg"), protected=True)
    for kind in ("personuppgifter", "inbjudan", "representation"):
        told = text(council, kind)
        assert "anna@norrmyra.example" not in told
        assert "070-174 06 05" not in told
        assert "070-174 06 99" in told


def test_the_page_is_offered_with_the_first_notice_until_everybody_has_it(council: OpenCouncil) -> None:
    def offered() -> list[str]:
        preparing = council.overview.overview(TODAY).preparing
        return [one.caption for one in preparing if one.kind == "paper:personuppgifter"]

    assert offered() == []
    norrmyra.call(council, meeting(council, FIRST))
    assert offered() == ["6 personer har inte fått sidan om det"]
    paper = council.documents.issue("personuppgifter", TODAY).document_id or 0
    draft = council.delivery.draft(paper, TODAY)
    council.delivery.note_draft_made(paper, draft.recipient_uids)
    assert offered() != []
    council.delivery.mark_sent(paper, TODAY)
    assert offered() == []
    council.people.add_member("Nils", "Ny", SeatRole.MEMBER, TODAY, email="nils@norrmyra.example")
    assert offered() == ["1 person har inte fått sidan om det"]
    chosen = [one.name for one in council.delivery.usual_recipients("personuppgifter", TODAY) if one.chosen]
    assert chosen == ["Nils Ny"]


# -- the wheel ---------------------------------------------------------------------------------


def test_the_wheel_holds_the_years_meetings_and_what_comes_before_them(council: OpenCouncil) -> None:
    told = text(council, "arshjul")
    assert "Årshjul 2026" in told
    assert "3 möten 2026" in told
    assert "tis 10 mars Möte prel. 1/2026" in told
    assert "Kallelsen ska ut" in told
    assert "6 §" in told
    assert "Inga möten är planerade 2027 än." in text(council, "arshjul", year=2027)


def test_a_meeting_called_off_leaves_the_wheel(council: OpenCouncil) -> None:
    council.meetings.cancel(meeting(council, FIRST), "Sjukdom")
    assert "10 mars" not in text(council, "arshjul")


def test_what_comes_before_a_meeting_in_january_stands_in_the_year_before(council: OpenCouncil) -> None:
    council.meetings.add(date(2027, 1, 12))
    assert "15 december" in text(council, "arshjul", year=2026)
    assert "15 december" not in text(council, "arshjul", year=2027)


def test_late_in_the_year_the_wheel_is_about_the_next_once_it_is_planned(council: OpenCouncil) -> None:
    autumn = date(2026, 11, 23)
    assert council.documents.offer("arshjul", autumn).usual.year == 2026
    council.meetings.add(date(2027, 2, 9))
    assert council.documents.offer("arshjul", autumn).usual.year == 2027
    assert council.documents.offer("arshjul", TODAY).usual.year == 2026


def test_mandate_periods_stand_in_the_wheel(council: OpenCouncil) -> None:
    council.people.add_term("2023–2026", date(2023, 1, 1), date(2026, 12, 31))
    assert "Mandatperioden 2023–2026 slutar" in text(council, "arshjul")


# -- letters -----------------------------------------------------------------------------------


def test_an_invitation_goes_to_somebody_who_is_not_asked_yet(council: OpenCouncil) -> None:
    company = council.people.add_organisation("Norrmyra företagarförening", OrganisationKind.BUSINESS)
    assert council.documents.offer("inbjudan", TODAY).usual.organisation_id == company
    told = text(council, "inbjudan")
    assert "Vi bjuder in Norrmyra företagarförening till en plats i Trygghetsrådet" in told
    assert "I rådet finns i dag Norrmyra kommun, Norrmyra skola och Polisen." in told
    assert "Vi har ungefär 3 möten om året, oftast kl. 13.00–15.00." in told
    assert "Eva Nordlund" in told
    other = council.people.add_organisation("Svenska kyrkan", OrganisationKind.ASSOCIATION)
    council.invitations.add(company, TODAY)
    assert council.documents.offer("inbjudan", TODAY).usual.organisation_id == other


def test_a_letter_is_addressed_to_whoever_leads(council: OpenCouncil) -> None:
    police = home(council, "Polisen")
    assert "Till Chefen Polisen" in text(council, "representation", organisation_id=police)
    council.people.change_person(person(council, "Mats Lindgren"), leading=True, title="Polisområdeschef")
    told = text(council, "representation", organisation_id=police)
    assert "Till Mats Lindgren, Polisområdeschef Polisen" in told


def test_the_letter_about_representation_goes_to_who_has_stopped_coming(council: OpenCouncil) -> None:
    for day in (FIRST, SECOND):
        held = meeting(council, day)
        council.room.set_presence(held, attendee(council, held, "Lena Marklund"), Presence.EXCUSED)
        norrmyra.hold(council, held)
    told = text(council, "representation", SECOND)
    assert "Norrmyra skola har en plats i Trygghetsrådet." in told
    assert "tisdag 10 mars 2026" in told
    assert "tisdag 9 juni 2026" in told
    assert "Karin Öhman, ersättare" in told


def test_a_letter_to_an_organisation_in_the_bin_is_refused(council: OpenCouncil) -> None:
    gone = council.people.add_organisation("Kyrkan", OrganisationKind.ASSOCIATION)
    council.people.remove_organisation(gone)
    with pytest.raises(NotFound):
        text(council, "inbjudan", organisation_id=gone)


def test_a_letter_to_others_is_not_sent_to_the_whole_council(council: OpenCouncil) -> None:
    for kind in ("inbjudan", "representation", "tjansteskrivelse"):
        assert not any(one.chosen for one in council.delivery.usual_recipients(kind, TODAY))
    assert all(one.chosen for one in council.delivery.usual_recipients("arshjul", TODAY))


# -- the year ----------------------------------------------------------------------------------


@pytest.fixture
def year(council: OpenCouncil) -> OpenCouncil:
    """A year with one meeting held without the police, one called off, a decision and three actions."""
    first = meeting(council, FIRST)
    norrmyra.call(council, first)
    council.room.set_presence(first, attendee(council, first, "Mats Lindgren"), Presence.ABSENT)
    council.room.add_guest(first, "Gäst Gästsson")
    point = item(council, first, "Övriga frågor")
    council.room.add_decision(point, "Att lampan ska lagas", outcome=Outcome.AGREES)
    norrmyra.hold(council, first)
    council.meetings.cancel(meeting(council, SECOND), "Sjukdom")
    both = frozenset({Area.CRIME_PREVENTION, Area.PUBLIC_HEALTH})
    council.actions.add("Laga lampan", TODAY, due=date(2026, 2, 20), areas=both)
    done = council.actions.add("Trygghetsvandring", TODAY, areas=frozenset({Area.PUBLIC_HEALTH}))
    council.actions.set_status(done, ActionStatus.DONE, FIRST)
    council.actions.add("Utan område", TODAY)
    return council


def test_the_report_tells_the_year(year: OpenCouncil) -> None:
    told = text(year, "arsrapport", date(2026, 4, 1))
    assert "Rådet höll 1 möte och fattade 1 beslut." in told
    assert "1 åtgärd blev klar under året. 2 åtgärder är öppna, varav 1 försenad." in told
    assert "Polisen 0 av 1 möte" in told
    assert "Norrmyra skola 1 av 1 möte" in told
    assert "Trygghetsrådet enas om att lampan ska lagas" in told
    assert "Inställt" in told
    assert "Inte hållet än" in told
    assert "Folkhälsa: 1 klar, 1 öppen, varav 1 försenad" in told
    assert "Utan verksamhetsområde: 1 öppen" in told


def test_what_was_only_noted_or_belongs_to_the_form_is_no_decision_of_the_year(year: OpenCouncil) -> None:
    first = meeting(year, FIRST)
    year.room.add_decision(item(year, first, "Övriga frågor"), "Informationen", outcome=Outcome.NOTES)
    year.room.add_decision(item(year, first, "Föregående protokoll"), "Lägga det till handlingarna")
    told = text(year, "arsrapport")
    assert "fattade 1 beslut" in told
    assert "Lägga det till" not in told


def test_what_was_given_up_is_not_called_done(year: OpenCouncil) -> None:
    gone = year.actions.add("Kameror vid torget", TODAY, areas=frozenset({Area.PREPAREDNESS}))
    year.actions.set_status(gone, ActionStatus.CANCELLED, FIRST)
    told = text(year, "arsrapport")
    assert "1 åtgärd blev klar under året och 1 avbröts." in told
    assert "Beredskap: 1 avbruten" in told


def test_guests_are_not_counted_among_those_present(year: OpenCouncil) -> None:
    assert "Möte 1/2026 4" in text(year, "arsrapport").replace("Uppföljning och årsrapport ", "")


def test_what_is_confidential_stands_in_no_report(year: OpenCouncil) -> None:
    point = item(year, meeting(year, FIRST), "Övriga frågor")
    year.meetings.change_item(point, confidential=True)
    told = text(year, "arsrapport")
    assert "lampan ska lagas" not in told
    assert "fattade inga beslut" in told


def test_a_year_nothing_happened_in_says_so(year: OpenCouncil) -> None:
    told = text(year, "arsrapport", year=2025)
    assert "Inga möten är registrerade för året." in told
    assert "Rådet höll inga möten och fattade inga beslut." in told


def test_what_was_done_the_year_after_was_open_in_the_report(year: OpenCouncil) -> None:
    action = next(one.id for one in year.actions.every(TODAY) if one.what == "Laga lampan")
    year.actions.set_status(action, ActionStatus.DONE, date(2027, 1, 15))
    told = text(year, "arsrapport", date(2027, 2, 1), year=2026)
    assert "Klar 2027-01-15" in told
    assert "1 åtgärd blev klar under året. 2 åtgärder är öppna." in told
    later = text(year, "arsrapport", date(2027, 2, 1), year=2027)
    assert "Trygghetsvandring" not in later
    assert "1 åtgärd blev klar under året." in later


def test_who_came_and_left_is_told_but_not_those_who_were_there_from_the_start(year: OpenCouncil) -> None:
    assert "Inga förändringar under året." in text(year, "arsrapport")
    seat = next(one for one in year.people.members(TODAY) if one.name == "Mats Lindgren")
    year.people.appoint_new(seat.seat.id, "Nils Ny", date(2026, 3, 1))
    told = text(year, "arsrapport", FIRST)
    assert "2026-02-28: Mats Lindgren lämnade sin plats som ledamot för Polisen." in told
    assert "2026-03-01: Nils Ny blev ledamot för Polisen." in told


def test_vacant_places_are_listed(year: OpenCouncil) -> None:
    year.people.add_seat(SeatRole.SUBSTITUTE, home(year, "Polisen"))
    told = text(year, "arsrapport")
    assert "1 plats är vakant." in told
    assert "Polisen: ersättare" in told


def test_the_memo_lays_the_report_before_the_board_in_its_own_words(year: OpenCouncil) -> None:
    told = text(year, "tjansteskrivelse")
    assert "Kommunstyrelsen föreslår kommunfullmäktige att notera informationen" in told
    assert "Rådet höll 1 möte" in told
    assert "Tjänsteskrivelse" in told
    year.council.change(memo_word="tjänsteutlåtande", board="socialnämnden")
    told = text(year, "tjansteskrivelse")
    assert "Tjänsteutlåtande" in told
    assert "Socialnämnden föreslår" in told


# -- the list of members -----------------------------------------------------------------------


def test_the_list_of_members_holds_for_the_day_that_is_chosen(council: OpenCouncil) -> None:
    seat = next(one for one in council.people.members(TODAY) if one.name == "Mats Lindgren")
    council.people.appoint_new(seat.seat.id, "Nils Ny", date(2026, 5, 1))
    today, later = text(council, "ledamoter"), text(council, "ledamoter", day=date(2026, 6, 1))
    assert "Gäller per 2026-02-02" in today
    assert "Mats Lindgren" in today
    assert "Gäller per 2026-06-01" in later
    assert "Nils Ny" in later
    assert "Mats Lindgren" not in later
    paper = council.documents.issue("ledamoter", TODAY, options=PaperOptions(day=date(2026, 6, 1)))
    assert "per 2026-06-01" in paper.file_name


def test_a_last_day_that_is_known_stands_in_the_list_of_members(council: OpenCouncil) -> None:
    member = next(one for one in council.people.members(TODAY) if one.name == "Mats Lindgren")
    assert member.appointment is not None
    council.people.vacate(member.appointment.id, date(2026, 6, 30))
    council.people.add_seat(SeatRole.MEMBER, home(council, "Polisen"))
    told = text(council, "ledamoter")
    assert "T.o.m. 2026-06-30" in told
    assert "Vakant" in told
    assert "Tills vidare" in told
