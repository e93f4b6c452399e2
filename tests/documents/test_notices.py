"""Kallelse och dagordning: what the called person reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from documents.papers import (
    ACTIONS,
    AGENDA,
    a_cancelled_notice,
    a_changed_notice,
    a_letterhead,
    a_meeting,
    a_notice,
    an_agenda,
)
from documents.reading import headings, said, tables, whole
from trygghetsrad.documents.make import build
from trygghetsrad.domain.papers import AbsenceReport, Words


def test_the_notice_says_when_and_where_and_who_leads():
    text = whole(build(a_notice()))
    assert "Tisdag 8 december 2026 kl. 13.00–15.00" in text
    assert "Kommunhuset, sammanträdesrum Björken" in text
    assert "Eva Nordlund" in text


def test_what_is_decided_asked_and_open_stands_before_the_agenda():
    assert headings(build(a_notice()))[:6] == [
        "Kallelse till möte 4/2026",
        "Det här ska mötet besluta",
        "Det här ber vi dig om",
        "Om du inte kan komma",
        "Öppna uppdrag",
        "Dagordning",
    ]


def test_many_open_actions_do_not_push_the_agenda_off_the_first_page():
    order = headings(build(a_notice(open_actions=ACTIONS * 4)))
    assert order.index("Dagordning") < order.index("Öppna uppdrag")


def test_who_is_called_stands_by_what_they_are_in_the_council_and_those_told_last():
    called = build(a_notice()).blocks[-1]
    assert called.rows == (
        ("Ordförande", ("Eva Nordlund, Kommunstyrelsen",)),
        ("Ledamöter", (
            "Mats Lindgren, Polisen, lokalpolisområde Norr",
            "Lena Berg, Barn- och utbildningsförvaltningen",
        )),
        ("Sekreterare", ("Anna Sjöberg, Kommunledningskontoret",)),
        ("För kännedom", ("Nils Ek, ersättare, Kommunstyrelsen",)),
    )  # fmt: skip


def test_open_assignments_are_one_line_each_so_that_the_first_page_holds_them():
    (open_ones,) = [table for table in tables(build(a_notice())) if table.summary == "Öppna uppdrag"]
    assert open_ones.dense
    assert not any(cell.details for row in open_ones.rows for cell in row)


def test_decisions_are_taken_from_the_agenda_unless_the_coordinator_wrote_them():
    assert "• Val av justerare (punkt 2)" in " ".join(said(build(a_notice()))).replace("\u00a0", " ")
    written = whole(build(a_notice(will_be_decided="Bara överenskommelsen.")))
    assert "Bara överenskommelsen." in written
    assert "punkt 2" not in written


def test_a_meeting_that_decides_nothing_has_no_empty_heading():
    agenda = tuple(replace(item, kind="information") for item in AGENDA)
    assert "Det här ska mötet besluta" not in headings(build(a_notice(agenda=agenda)))


def test_each_item_has_its_time_when_all_lengths_are_known():
    agenda = next(table for table in tables(build(a_notice())) if table.summary == "Dagordning")
    assert [row[3].text for row in agenda.rows] == [
        "13.00", "13.05", "13.10", "13.20", "13.45", "14.15", "14.40", "14.50",
    ]  # fmt: skip


def test_an_item_of_unknown_length_leaves_minutes_instead_of_guessed_times():
    rows = (replace(AGENDA[0], minutes=None), *AGENDA[1:])
    table = tables(build(an_agenda(rows=rows)))[0]
    assert [row[3].text for row in table.rows][:3] == ["", "5 min", "10 min"]


def test_the_changed_notice_opens_with_the_change():
    document = build(a_changed_notice())
    assert said(document)[0] == "ÄNDRAD KALLELSE, ersätter kallelse daterad 2026-11-23"
    assert said(document)[1] == "Mötet börjar kl. 14.00 i stället för kl. 13.00."
    assert document.meta.kind == "Ändrad kallelse"


def test_the_cancelled_meeting_keeps_its_number_and_offers_no_link_to_join():
    document = build(a_cancelled_notice())
    assert said(document)[0].startswith("INSTÄLLT")
    assert "Möte 4/2026 är inställt" in headings(document)
    assert "https://" not in whole(document)
    assert "Dagordning" not in headings(document)


def test_the_council_uses_its_own_words():
    text = whole(build(a_notice(words=Words(meeting="sammanträde", agenda="föredragningslista"))))
    assert "Kallelse till sammanträde 4/2026" in text
    assert "Det här ska sammanträdet besluta" in text
    assert "Föredragningslista" in text


def test_a_meeting_without_number_is_named_by_its_day():
    assert (
        build(a_notice(meeting=a_meeting(number=""))).meta.title == "Kallelse till möte\u00a08 december 2026"
    )


def test_absence_can_be_reported_without_a_last_day():
    text = whole(build(a_notice(absence=AbsenceReport(to="Anna Sjöberg"))))
    assert "Meddela Anna Sjöberg." in text


def test_a_bare_notice_is_still_a_whole_document():
    bare = a_notice(
        letterhead=a_letterhead(logo=None, address_lines=()),
        agenda=(),
        called=(),
        for_information=(),
        open_actions=(),
        attachments=(),
        asked_of_you="",
        absence=AbsenceReport(),
        chair="",
        secretary="",
    )
    assert headings(build(bare)) == ["Kallelse till möte 4/2026", "Dagordning"]
    assert "Inga ärenden är upptagna ännu." in whole(build(bare))


def test_the_agenda_says_who_approved_it_and_whether_it_is_a_proposal():
    assert "Godkänd av ordföranden den 24 november 2026" in whole(build(an_agenda()))
    assert build(an_agenda(draft=True)).meta.kind == "Förslag till dagordning"


def test_the_notice_is_dated_the_day_it_is_issued():
    assert build(a_notice(issued_on=date(2026, 11, 20))).meta.dated == "2026-11-20"
