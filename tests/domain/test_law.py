"""Lagkollen: what the Act asks for, and what may be said of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from trygghetsrad.domain.law import DutyState, Proof, law_summary
from trygghetsrad.domain.law_clock import agreement_step, is_fresh, months_after
from trygghetsrad.domain.law_facts import (
    AgreementFact,
    ChairFact,
    CoordinationFact,
    FollowUpFact,
    InvitationFact,
    LawFacts,
    MeetingFact,
    PictureFact,
    PicturePart,
    PlanFact,
    PlanLinkFact,
    PositionFact,
    PublicationFact,
    ReportFact,
    RepresentationFact,
    SignatureFact,
)
from trygghetsrad.domain.law_rules import RULES, duty_statuses
from trygghetsrad.services.law_text import law

TODAY = date(2026, 11, 24)
EVERYTHING_ANSWERED = frozenset(RULES)
MISSING, IN_PROGRESS, DOCUMENTED, DUE_SOON, OVERDUE = (
    DutyState.MISSING,
    DutyState.IN_PROGRESS,
    DutyState.DOCUMENTED,
    DutyState.DUE_SOON,
    DutyState.OVERDUE,
)


def look(key, today=TODAY, **facts):
    """Return one row of Lagkollen where everything is answered."""
    statuses = duty_statuses(law(), LawFacts(answered=EVERYTHING_ANSWERED, **facts), today)
    return next(status for status in statuses if status.duty.key == key)


def state(key, today=TODAY, **facts):
    return look(key, today, **facts).state


def a_picture(day=date(2026, 5, 12), **changes):
    return replace(
        PictureFact(id=1, established_on=day, by="Kommunstyrelsen", section="§ 41", dnr="KS 2026/74"),
        **changes,
    )


def a_plan(day=date(2026, 6, 9), **changes):
    return replace(
        PlanFact(id=2, adopted_on=day, by="Kommunfullmäktige", section="§ 60", dnr="KS 2026/75"), **changes
    )


def signed(day, *parties):
    return tuple(
        SignatureFact(party=party, signed_on=day) for party in parties or ("Norrmyra kommun", "Polisen")
    )


def an_agreement(**changes):
    usual = AgreementFact(
        id=3,
        title="Överenskommelse med polisen",
        parties=signed(date(2025, 1, 15)),
        purposes="Minska otryggheten",
        areas="Trafik och tillgrepp",
        starts=date(2025, 1, 15),
        ends=date(2028, 12, 31),
        dnr="KS 2024/101",
    )
    return replace(usual, **changes)


# -- what nobody has answered ------------------------------------------------------------------


def test_what_nobody_has_answered_is_not_filled_in_and_never_missing():
    statuses = duty_statuses(law(), LawFacts(), TODAY)
    assert {status.state for status in statuses} == {DutyState.NOT_FILLED}
    assert all(status.start and status.lacking == "Ingen har fyllt i det här än." for status in statuses)


def test_once_answered_an_empty_row_is_missing_and_says_what_lacks():
    statuses = duty_statuses(law(), LawFacts(answered=EVERYTHING_ANSWERED), TODAY)
    assert {status.state for status in statuses} == {MISSING}
    assert all(status.lacking.endswith(".") and status.start for status in statuses)


def test_what_is_there_counts_even_if_nobody_has_answered():
    statuses = duty_statuses(law(), LawFacts(plans=(a_plan(),)), TODAY)
    assert next(one for one in statuses if one.duty.key == "action_plan").state is DOCUMENTED


def test_a_documented_row_has_no_button():
    assert look("action_plan", plans=(a_plan(),)).start is None
    assert look("action_plan").start.text == "Börja på åtgärdsplanen"


# -- 4 § ---------------------------------------------------------------------------------------


def test_an_established_lagesbild_with_its_three_parts_is_documented_with_its_decision():
    row = look("situation_picture", pictures=(a_picture(),))
    assert (row.state, row.lacking) == (DOCUMENTED, "")
    (proof,) = row.evidence
    assert (proof.kind, proof.id, proof.day) == (Proof.PICTURE, 1, date(2026, 5, 12))
    assert (proof.section, proof.dnr, proof.body) == ("§ 41", "KS 2026/74", "Kommunstyrelsen")


def test_a_lagesbild_without_analysis_is_not_called_documented():
    picture = a_picture(lacks=frozenset({PicturePart.ANALYSIS, PicturePart.MAPPING}))
    row = look("situation_picture", pictures=(picture,))
    assert (row.state, row.lacking) == (IN_PROGRESS, "Lägesbilden saknar kartläggning och analys.")


def test_a_draft_is_work_that_goes_on():
    row = look("situation_picture", pictures=(a_picture(None),))
    assert row.state is IN_PROGRESS
    assert row.evidence[0].what == "Lägesbild (utkast)"


def test_a_decision_that_lies_ahead_does_not_count_yet():
    assert state("situation_picture", pictures=(a_picture(date(2026, 11, 25)),)) is IN_PROGRESS
    assert state("situation_picture", pictures=(a_picture(TODAY),)) is DOCUMENTED


def test_the_latest_version_is_the_proof():
    older = a_picture(date(2024, 5, 2), id=9, superseded=True)
    assert look("situation_picture", pictures=(a_picture(), older)).evidence[0].id == 1


# -- 3 § ---------------------------------------------------------------------------------------

BURGLARY = PositionFact(problem_id=7, problem="Inbrott", position="prioriteras", motivation="Ökar i centrum.")
MOPEDS = PositionFact(problem_id=8, problem="A-traktorer", position="bevakas")


def test_every_problem_with_decision_and_reason_is_a_position_taken():
    none = replace(MOPEDS, position="ingen åtgärd", motivation="Går inte att påverka här.")
    row = look("position", pictures=(a_picture(),), positions=(BURGLARY, none))
    assert row.state is DOCUMENTED
    assert [proof.what for proof in row.evidence] == ["Inbrott: prioriteras", "A-traktorer: ingen åtgärd"]
    assert row.evidence[0].id == 7


def test_a_problem_without_a_reason_is_named():
    row = look("position", pictures=(a_picture(),), positions=(BURGLARY, MOPEDS))
    assert (row.state, row.lacking) == (
        IN_PROGRESS,
        "1 problem saknar beslut eller motivering: A-traktorer.",
    )


def test_positions_in_a_draft_are_not_documented_yet():
    row = look("position", pictures=(a_picture(None),), positions=(BURGLARY,))
    assert (row.state, row.lacking) == (IN_PROGRESS, "Lägesbilden är inte fastställd.")


def test_no_position_at_all_is_missing():
    assert state("position", pictures=(a_picture(),), positions=(MOPEDS,)) is MISSING
    assert state("position", pictures=(a_picture(),)) is MISSING


def test_an_older_file_may_hold_its_positions_itself():
    assert state("position", pictures=(a_picture(holds_positions=True),)) is DOCUMENTED


# -- 5 § ---------------------------------------------------------------------------------------


def test_a_decided_plan_is_documented_however_old_it_is():
    facts = {"pictures": (a_picture(date(2023, 3, 1)),), "plans": (a_plan(date(2023, 6, 1)),)}
    row = look("action_plan", **facts)
    assert (row.state, row.lacking, row.due) == (DOCUMENTED, "", None)
    assert row.evidence[0].section == "§ 60"


def test_a_plan_older_than_the_first_lagesbild_is_noted():
    row = look("action_plan", pictures=(a_picture(),), plans=(a_plan(date(2024, 5, 1)),))
    assert row.state is DOCUMENTED
    assert row.lacking.startswith("Planen beslutades 2024-05-01, före den första lägesbilden 2026-05-12.")


def test_a_plan_without_lagesbild_or_with_half_a_decision_says_so():
    row = look("action_plan", plans=(a_plan(section="", dnr=""),))
    assert "Ingen lägesbild är fastställd." in row.lacking
    assert row.lacking.endswith("Om beslutet är inte ifyllt: paragraf och dnr.")


def test_a_plan_that_is_only_written_is_work_that_goes_on():
    assert state("action_plan", plans=(a_plan(None),)) is IN_PROGRESS


# -- 6 §, the two clocks -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2024, 11, 20), DOCUMENTED),
        (date(2026, 5, 19), DOCUMENTED),
        (date(2026, 5, 20), DUE_SOON),
        (date(2026, 11, 20), DUE_SOON),
        (date(2026, 11, 21), OVERDUE),
    ],
)
def test_a_lagesbild_is_soon_due_six_months_before_and_late_the_day_after(today, expected):
    row = look("picture_renewed", today, pictures=(a_picture(date(2024, 11, 20)),))
    assert (row.state, row.due) == (expected, date(2026, 11, 20))
    assert row.reckoned == "senast 2026-11-20, räknat som 24 månader; lagen säger minst vartannat år"


def test_a_leap_day_is_counted_to_the_last_of_february():
    row = look("picture_renewed", date(2026, 2, 28), pictures=(a_picture(date(2024, 2, 29)),))
    assert (row.state, row.due) == (DUE_SOON, date(2026, 2, 28))
    assert state("picture_renewed", date(2026, 3, 1), pictures=(a_picture(date(2024, 2, 29)),)) is OVERDUE


def test_months_are_counted_to_the_last_day_there_is():
    assert months_after(date(2026, 8, 31), -6) == date(2026, 2, 28)
    assert months_after(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_after(date(2024, 2, 29), 48) == date(2028, 2, 29)
    assert months_after(date(2026, 12, 31), 1) == date(2027, 1, 31)


def test_a_version_that_is_begun_does_not_stop_the_clock():
    old = a_picture(date(2024, 11, 1))
    row = look("picture_renewed", pictures=(old, a_picture(None, id=5)))
    assert (row.state, row.lacking) == (OVERDUE, "En ny version är påbörjad men inte fastställd.")


def test_a_renewed_lagesbild_starts_the_clock_again():
    row = look("picture_renewed", pictures=(a_picture(date(2024, 11, 1)), a_picture(date(2026, 11, 20))))
    assert (row.state, row.due) == (DOCUMENTED, date(2028, 11, 20))


def test_the_clock_of_the_plan_runs_from_its_decision_until_it_is_followed_up():
    row = look("plan_followed_up", plans=(a_plan(date(2025, 6, 1)),))
    assert (row.state, row.due) == (DOCUMENTED, date(2027, 6, 1))
    assert row.lacking.startswith("Ingen uppföljning är klar än.")
    assert row.evidence[0].kind is Proof.PLAN


def test_the_latest_finished_follow_up_moves_the_clock_of_the_plan():
    follow_ups = (FollowUpFact(id=4, day=date(2026, 10, 1)), FollowUpFact(id=3, day=date(2025, 2, 1)))
    row = look("plan_followed_up", plans=(a_plan(date(2024, 1, 10)),), follow_ups=follow_ups)
    assert (row.state, row.due) == (DOCUMENTED, date(2028, 10, 1))
    assert (row.evidence[0].kind, row.evidence[0].id) == (Proof.FOLLOW_UP, 4)


@pytest.mark.parametrize(
    ("followed", "expected"),
    [
        (date(2025, 5, 25), DOCUMENTED),
        (date(2025, 5, 24), DUE_SOON),
        (date(2024, 11, 24), DUE_SOON),
        (date(2024, 11, 23), OVERDUE),
    ],
)
def test_a_plan_is_followed_up_within_the_same_time(followed, expected):
    assert state("plan_followed_up", plans=(a_plan(),), follow_ups=(FollowUpFact(day=followed),)) is expected


# -- 7 § ---------------------------------------------------------------------------------------


def test_other_planning_that_is_named_documents_the_coordination():
    row = look("integrated_planning", plan_links=(PlanLinkFact(id=6, what="Handlingsprogram LSO"),))
    assert (row.state, row.evidence[0].what) == (DOCUMENTED, "Handlingsprogram LSO")


def test_without_it_the_row_says_that_the_municipality_judges_what_is_suitable():
    assert "lämpligt" in look("integrated_planning").lacking


# -- 9 § ---------------------------------------------------------------------------------------


def test_a_signed_agreement_that_says_why_and_where_is_documented():
    row = look("agreements", agreements=(an_agreement(),))
    assert (row.state, row.lacking, row.evidence[0].dnr) == (DOCUMENTED, "", "KS 2024/101")
    assert row.evidence[0].day == date(2025, 1, 15)


def test_an_agreement_without_areas_does_not_count():
    row = look("agreements", agreements=(an_agreement(areas=" "),))
    assert row.state is MISSING
    assert row.lacking.startswith("Överenskommelse med polisen anger inte områden.")


def test_one_signature_is_no_agreement():
    half = (*signed(date(2026, 9, 1), "Norrmyra kommun"), SignatureFact(party="Polisen"))
    row = look("agreements", agreements=(an_agreement(parties=half),))
    assert row.state is IN_PROGRESS
    assert "är inte undertecknad av Polisen." in row.lacking
    alone = an_agreement(parties=signed(date(2025, 1, 15), "Norrmyra kommun"))
    assert "har inte två parter" in look("agreements", agreements=(alone,)).lacking


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (date(2025, 12, 24), IN_PROGRESS),
        (date(2025, 11, 25), IN_PROGRESS),
        (date(2025, 11, 24), MISSING),
        (date(2025, 10, 24), MISSING),
    ],
)
def test_an_attempt_of_eleven_months_is_work_that_goes_on_and_one_of_thirteen_is_not(sent, expected):
    draft = an_agreement(parties=(SignatureFact(party="Polisen"),), drafted_on=date(2025, 1, 2), sent_on=sent)
    row = look("agreements", agreements=(draft,))
    assert (row.state, row.evidence[0].day) == (expected, sent)


@pytest.mark.parametrize(
    ("ends", "expected", "step"),
    [
        (date(2027, 11, 25), DOCUMENTED, None),
        (date(2027, 11, 24), DUE_SOON, 12),
        (date(2027, 5, 24), DUE_SOON, 6),
        (date(2027, 2, 24), DUE_SOON, 3),
        (TODAY, DUE_SOON, 3),
        (date(2026, 11, 23), MISSING, None),
    ],
)
def test_an_agreement_is_spoken_of_twelve_six_and_three_months_before_its_end(ends, expected, step):
    row = look("agreements", agreements=(an_agreement(ends=ends),))
    assert (row.state, agreement_step(ends, TODAY)) == (expected, step)
    assert step is None or f"inom {step} månader" in row.lacking


def test_an_agreement_that_has_run_out_is_missing_and_never_late():
    row = look("agreements", agreements=(an_agreement(ends=date(2026, 6, 30)),))
    assert row.state is MISSING
    assert row.lacking.startswith("Överenskommelse med polisen löpte ut 2026-06-30.")


def test_an_agreement_that_is_extended_until_a_new_one_stays_valid_and_says_so():
    row = look("agreements", agreements=(an_agreement(ends=date(2026, 6, 30), extends_until_new=True),))
    assert row.state is DOCUMENTED
    assert row.reckoned == (
        "Överenskommelse med polisen gick ut 2026-06-30 men gäller enligt sin text tills en ny har tecknats."
    )


def test_a_new_agreement_ends_the_extension_of_the_old_one():
    old = an_agreement(ends=date(2026, 6, 30), extends_until_new=True)
    new = an_agreement(
        id=4, title="Ny", parties=signed(date(2026, 9, 1)), starts=None, ends=date(2030, 12, 31)
    )
    row = look("agreements", agreements=(old, new))
    assert (row.state, row.reckoned, [proof.id for proof in row.evidence]) == (DOCUMENTED, "", [4])


def test_of_two_that_overlap_the_old_one_is_valid_to_its_end_and_both_are_shown():
    old = an_agreement(ends=date(2026, 12, 31), replaced_by_id=4)
    new = an_agreement(
        id=4, parties=signed(date(2026, 11, 1)), starts=date(2026, 11, 1), ends=date(2030, 12, 31)
    )
    row = look("agreements", agreements=(old, new))
    assert (row.state, [proof.id for proof in row.evidence]) == (DOCUMENTED, [3, 4])
    later = look("agreements", date(2027, 1, 1), agreements=(old, new))
    assert (later.state, later.lacking, [proof.id for proof in later.evidence]) == (DOCUMENTED, "", [4])


def test_a_signed_one_that_begins_the_day_after_takes_away_the_reminder():
    old = an_agreement(ends=date(2026, 12, 31))
    new = an_agreement(
        id=4, parties=signed(date(2026, 11, 1)), starts=date(2027, 1, 1), ends=date(2030, 12, 31)
    )
    assert state("agreements", agreements=(old, new)) is DOCUMENTED
    gap = replace(new, starts=date(2027, 1, 2))
    assert state("agreements", agreements=(old, gap)) is DUE_SOON


def test_an_agreement_with_others_does_not_hide_that_the_one_with_the_police_ends():
    police = an_agreement(ends=date(2027, 1, 31))
    housing = an_agreement(id=4, parties=signed(date(2025, 1, 1), "Norrmyra kommun", "Bostäder"), ends=None)
    row = look("agreements", agreements=(housing, police))
    assert (row.state, row.due) == (DUE_SOON, date(2027, 1, 31))


def test_a_new_agreement_with_fewer_parties_does_not_carry_on_the_old_one():
    old = an_agreement(
        parties=signed(date(2025, 1, 15), "Norrmyra kommun", "Polisen", "Regionen"), ends=date(2026, 12, 31)
    )
    new = an_agreement(id=4, parties=signed(date(2026, 11, 1)), starts=date(2026, 11, 1))
    assert state("agreements", agreements=(old, new)) is DUE_SOON
    wider = replace(new, parties=(*new.parties, SignatureFact(party="regionen ", signed_on=TODAY)))
    assert state("agreements", agreements=(old, wider)) is DOCUMENTED


# -- 10 § --------------------------------------------------------------------------------------

CHAIR = ChairFact(name="Eva Ek", organisation="Norrmyra kommun", is_municipal=True, person_id=11)


def a_meeting(day, *, held=True):
    return MeetingFact(id=1, label="Möte 1/2026", day=day, held=held)


def test_a_council_that_meets_and_is_led_by_the_municipality_is_documented():
    row = look("council", chair=CHAIR, meetings=(a_meeting(date(2026, 9, 15)),))
    assert (row.state, row.lacking) == (DOCUMENTED, "")
    assert [proof.kind for proof in row.evidence] == [Proof.PERSON, Proof.MEETING]


def test_the_council_is_to_be_led_by_the_municipality():
    police = replace(CHAIR, organisation="Polisen", is_municipal=False)
    row = look("council", chair=police, meetings=(a_meeting(date(2026, 9, 15)),))
    assert row.state is IN_PROGRESS
    assert row.lacking == "Ordföranden hör till Polisen. Lagen säger att rådet ska ledas av kommunen."
    assert state("council", meetings=(a_meeting(date(2026, 9, 15)),)) is IN_PROGRESS


def test_a_first_meeting_that_is_only_planned_is_work_that_goes_on():
    row = look("council", chair=CHAIR, meetings=(a_meeting(date(2026, 12, 8), held=False),))
    assert (row.state, row.lacking) == (IN_PROGRESS, "Inget möte har hållits än.")


@pytest.mark.parametrize(
    ("last", "expected"),
    [(date(2025, 12, 24), DOCUMENTED), (date(2025, 10, 24), DUE_SOON)],
)
def test_a_council_that_has_not_met_for_a_year_gets_our_reminder_and_is_never_late(last, expected):
    row = look("council", chair=CHAIR, meetings=(a_meeting(last),))
    assert row.state is expected
    assert (row.reckoned == "vår påminnelse, lagen anger inget intervall") == (expected is DUE_SOON)


def test_a_planned_meeting_is_enough_to_be_without_reminder():
    meetings = (a_meeting(date(2025, 1, 24)), a_meeting(date(2026, 12, 8), held=False))
    assert state("council", chair=CHAIR, meetings=meetings) is DOCUMENTED


def test_a_leading_representative_documents_and_the_others_are_named():
    police = RepresentationFact(organisation="Polisen", organisation_id=2, leading=True, who="Bo Al, chef")
    rescue = RepresentationFact(organisation="Räddningstjänsten", leading=False, vacant_seats=1)
    row = look("representatives", representations=(police, rescue))
    assert (row.state, row.evidence[0].what) == (DOCUMENTED, "Polisen: Bo Al, chef")
    assert row.lacking == "Utan företrädare i ledande befattning: Räddningstjänsten. 1 plats är vakant."


@pytest.mark.parametrize(
    ("tried", "expected"),
    [(date(2025, 12, 24), IN_PROGRESS), (date(2025, 11, 24), MISSING), (date(2025, 10, 24), MISSING)],
)
def test_an_invitation_younger_than_a_year_is_work_that_goes_on(tried, expected):
    row = look("representatives", invitations=(InvitationFact(organisation="Polisen", tried_on=tried, id=5),))
    assert (row.state, row.evidence[0].id) == (expected, 5)


# -- 11–13 §§ ----------------------------------------------------------------------------------


def test_a_coordinator_with_a_post_documents_the_function_without_any_percent():
    row = look("coordination", coordination=CoordinationFact(post="Trygghetssamordnare", holder="Ann Ek"))
    assert (row.state, row.evidence[0].what) == (DOCUMENTED, "Trygghetssamordnare – Ann Ek")


def test_a_vacant_post_is_not_documented():
    row = look("coordination", coordination=CoordinationFact(post="Trygghetssamordnare", percent=20))
    assert (row.state, row.lacking) == (IN_PROGRESS, "Ingen har befattningen just nu.")
    assert state("coordination", coordination=CoordinationFact(holder="Ann Ek")) is IN_PROGRESS


WEB = PublicationFact(id=9, title="Så gör vi Norrmyra tryggare", where="norrmyra.example", day=TODAY)


def test_a_contact_point_and_something_published_are_both_needed():
    both = look("information", contact_point="trygghet@norrmyra.example", publications=(WEB,))
    assert (both.state, both.evidence[1].id) == (DOCUMENTED, 9)
    assert look("information", publications=(WEB,)).lacking == "Ingen kontaktpunkt är angiven."
    assert state("information", contact_point="trygghet@norrmyra.example") is IN_PROGRESS
    tomorrow = replace(WEB, day=date(2026, 11, 25))
    assert state("information", publications=(tomorrow,)) is MISSING


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (date(2026, 4, 27), DOCUMENTED),
        (date(2025, 11, 25), DOCUMENTED),
        (date(2025, 11, 24), DUE_SOON),
        (date(2019, 4, 1), DUE_SOON),
    ],
)
def test_a_report_is_reminded_of_after_a_year_and_is_never_late(given, expected):
    row = look("reporting", reports=(ReportFact(day=given, section="§ 12"),), responsible_board="KS")
    assert (row.state, row.due) == (expected, months_after(given, 12))
    assert row.reckoned.endswith("vår påminnelse, lagen anger inget intervall")


def test_a_report_on_its_way_is_work_that_goes_on():
    row = look("reporting", reports=(ReportFact(),))
    assert row.state is IN_PROGRESS
    assert row.lacking.endswith("Vilken nämnd som är ansvarig är inte ifyllt.")


# -- the whole ---------------------------------------------------------------------------------


def test_only_the_two_rows_with_a_time_in_the_act_can_be_late():
    long_ago = date(2015, 1, 1)
    facts = LawFacts(
        pictures=(a_picture(long_ago),),
        plans=(a_plan(long_ago),),
        agreements=(an_agreement(ends=long_ago, parties=signed(long_ago), starts=long_ago),),
        chair=CHAIR,
        meetings=(a_meeting(long_ago),),
        invitations=(InvitationFact(organisation="Polisen", tried_on=long_ago),),
        reports=(ReportFact(day=long_ago),),
        answered=EVERYTHING_ANSWERED,
    )
    late = [one.duty.key for one in duty_statuses(law(), facts, TODAY) if one.state is OVERDUE]
    assert late == ["picture_renewed", "plan_followed_up"]


def test_the_ring_counts_what_has_its_proof_and_begins_with_what_is_late():
    facts = LawFacts(
        pictures=(a_picture(date(2024, 11, 1)),), plans=(a_plan(),), answered=frozenset({"position"})
    )
    summary = law_summary(duty_statuses(law(), facts, TODAY))
    assert (summary.documented, summary.total) == (3, 12)
    assert summary.counts[OVERDUE] == 1
    assert summary.counts[DutyState.NOT_FILLED] == 7
    assert summary.first_lacking.duty.key == "picture_renewed"


def test_a_new_council_begins_with_its_lagesbild():
    summary = law_summary(duty_statuses(law(), LawFacts(), TODAY))
    assert (summary.documented, summary.first_lacking.duty.key) == (0, "situation_picture")


def test_states_have_english_keys_for_scripts():
    assert [one.key for one in DutyState] == [
        "not_filled", "missing", "in_progress", "documented", "due_soon", "overdue",
    ]  # fmt: skip


def test_an_attempt_that_lies_ahead_is_no_attempt():
    assert not is_fresh(date(2026, 11, 25), TODAY)
