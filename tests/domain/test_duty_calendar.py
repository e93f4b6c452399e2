"""The council's working year, proposed from the clocks, the agreements and the boards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from trygghetsrad.domain.duty_calendar import (
    BoardDay,
    TaskKind,
    YearFacts,
    is_mandate_year,
    is_revision_year,
    law_paces,
    proposed_meetings,
    year_tasks,
)
from trygghetsrad.domain.law_facts import (
    AgreementFact,
    FollowUpFact,
    LawFacts,
    MeetingFact,
    PictureFact,
    PlanFact,
    SignatureFact,
)
from trygghetsrad.domain.law_rules import duty_statuses
from trygghetsrad.domain.planning import THEMES
from trygghetsrad.domain.terms import ProposedTerm
from trygghetsrad.services.law_text import law

TODAY = date(2026, 9, 24)


def a_law(established, **facts):
    return LawFacts(pictures=(PictureFact(established_on=established),), **facts)


def titles(tasks, kind):
    return [(task.day, task.title) for task in tasks if task.kind is kind]


def revision_years(facts, today=TODAY):
    return [year for year in range(2024, 2034) if is_revision_year(year, facts, today)]


def test_the_lagesbild_is_renewed_every_other_november():
    assert revision_years(a_law(date(2025, 11, 20))) == [2025, 2027, 2029, 2031, 2033]


def test_a_lagesbild_due_in_spring_is_renewed_the_november_before():
    assert revision_years(a_law(date(2025, 3, 4))) == [2024, 2026, 2028, 2030, 2032]


def test_what_was_not_done_in_its_november_stays_until_it_is():
    late = revision_years(a_law(date(2024, 11, 20)), date(2026, 12, 1))
    assert late == [2024, 2026, 2027, 2029, 2031, 2033]
    assert {2025, 2026} <= set(revision_years(a_law(date(2023, 11, 20))))


def test_without_a_lagesbild_the_year_that_runs_is_the_one():
    assert 2026 in revision_years(LawFacts())
    assert 2027 not in revision_years(LawFacts())
    assert 2027 in revision_years(LawFacts(), date(2026, 11, 24))


def test_mandate_years_follow_the_elections_or_the_terms_that_are_known():
    assert [year for year in range(2026, 2032) if is_mandate_year(year)] == [2027, 2031]
    own = ProposedTerm(name="2028", starts=date(2028, 1, 1), ends=date(2028, 12, 31))
    assert is_mandate_year(2028, (own,))
    assert not is_mandate_year(2027, (own,))


def test_the_work_of_a_revision_and_a_mandate_stands_only_in_its_years():
    facts = YearFacts(law=a_law(date(2025, 11, 20)))
    both, light = year_tasks(2027, facts, TODAY), year_tasks(2028, facts, TODAY)
    assert titles(both, TaskKind.A_YEAR)
    assert titles(both, TaskKind.MANDATE)
    assert not titles(light, TaskKind.A_YEAR)
    assert not titles(light, TaskKind.MANDATE)
    assert (None, "Tacka ledamöterna som slutar") in titles(year_tasks(2026, facts, TODAY), TaskKind.MANDATE)


def test_the_clocks_are_counted_down_six_three_and_one_month_before():
    facts = a_law(
        date(2025, 5, 31),
        plans=(PlanFact(adopted_on=date(2024, 6, 1)),),
        follow_ups=(FollowUpFact(day=date(2026, 3, 1)),),
    )
    assert titles(year_tasks(2027, YearFacts(law=facts), TODAY), TaskKind.CLOCK) == [
        (date(2027, 2, 28), "Lägesbilden ska vara uppdaterad om 3 månader"),
        (date(2027, 4, 30), "Lägesbilden ska vara uppdaterad om en månad"),
        (date(2027, 5, 31), "Lägesbilden ska vara uppdaterad i dag"),
        (date(2027, 9, 1), "Åtgärdsplanen ska vara uppföljd om 6 månader"),
        (date(2027, 12, 1), "Åtgärdsplanen ska vara uppföljd om 3 månader"),
    ]
    assert (date(2026, 11, 30), "Lägesbilden ska vara uppdaterad om 6 månader") in titles(
        year_tasks(2026, YearFacts(law=facts), TODAY), TaskKind.CLOCK
    )


POLICE = AgreementFact(
    id=1,
    title="Överenskommelse med polisen",
    parties=tuple(
        SignatureFact(party=name, signed_on=date(2023, 2, 1)) for name in ("Norrmyra kommun", "Polisen")
    ),
    purposes="Trygghet",
    areas="Trafik",
    ends=date(2027, 12, 31),
)


def test_an_agreement_is_spoken_of_before_it_ends_unless_another_carries_on():
    facts = YearFacts(law=LawFacts(agreements=(POLICE,)))
    assert titles(year_tasks(2027, facts, TODAY), TaskKind.AGREEMENT) == [
        (date(2027, 6, 30), "Överenskommelse med polisen slutar om 6 månader"),
        (date(2027, 9, 30), "Överenskommelse med polisen slutar om 3 månader"),
        (date(2027, 12, 31), "Överenskommelse med polisen slutar i dag"),
    ]
    new = replace(POLICE, id=2, starts=date(2028, 1, 1), ends=date(2031, 12, 31))
    renewed = (replace(POLICE, replaced_by_id=2), new)
    assert (
        titles(year_tasks(2027, YearFacts(law=LawFacts(agreements=renewed)), TODAY), TaskKind.AGREEMENT) == []
    )


def test_a_replacement_that_nobody_has_signed_yet_takes_no_reminder_away():
    draft = replace(POLICE, id=2, parties=(SignatureFact(party="Polisen"),), ends=date(2031, 12, 31))
    facts = YearFacts(law=LawFacts(agreements=(replace(POLICE, replaced_by_id=2), draft)))
    assert len(titles(year_tasks(2027, facts, TODAY), TaskKind.AGREEMENT)) == 3


BOARDS = (
    BoardDay(body="KSau", day=date(2027, 3, 2), stop=date(2027, 2, 19)),
    BoardDay(body="KS", day=date(2027, 2, 9), stop=date(2027, 1, 29)),
    BoardDay(body="KS", day=date(2027, 3, 16), stop=date(2027, 3, 5)),
    BoardDay(body="KF", day=date(2027, 4, 26), stop=date(2027, 4, 14)),
)


def test_the_annual_report_is_counted_back_from_the_days_of_the_boards():
    tasks = year_tasks(2027, YearFacts(boards=BOARDS), TODAY)
    assert titles(tasks, TaskKind.BOARD) == [
        (date(2027, 2, 19), "Årsrapporten till kommunstyrelsen"),
        (date(2027, 4, 14), "Årsrapporten till kommunfullmäktige"),
    ]
    first = next(task for task in tasks if task.kind is TaskKind.BOARD)
    assert first.why.endswith("Sista dag för handlingar till KSau 2027-03-02. Därefter KS 2027-03-16.")


def test_without_a_committee_the_boards_own_stop_counts_and_without_days_the_month():
    without = tuple(one for one in BOARDS if one.body != "KSau")
    assert titles(year_tasks(2027, YearFacts(boards=without), TODAY), TaskKind.BOARD)[0][0] == date(
        2027, 3, 5
    )
    bare = next(
        task
        for task in year_tasks(2027, YearFacts(), TODAY)
        if task.title == "Årsrapporten till kommunstyrelsen"
    )
    assert (bare.day, bare.month, bare.kind) == (None, 3, TaskKind.WHEEL)


def test_a_year_is_in_order_and_july_is_free():
    tasks = year_tasks(2027, YearFacts(law=a_law(date(2025, 11, 20)), boards=BOARDS), TODAY)
    assert [task.month for task in tasks] == sorted(task.month for task in tasks)
    assert all(task.day is None or task.day.month == task.month for task in tasks)
    assert 7 not in {task.month for task in tasks}
    assert {task.section for task in tasks} <= {"", "4 §", "5 §", "6 §", "7 §", "9 §", "10 §", "12 §", "13 §"}


def test_four_meetings_are_proposed_and_the_first_of_a_mandate_is_constituent():
    found = proposed_meetings(2027, YearFacts(), TODAY)
    assert [one.day.month for one in found] == [2, 5, 9, 12]
    assert [one.theme for one in found] == ["Konstituerande möte, uppföljning och årsrapport", *THEMES[1:]]
    assert tuple(one.theme for one in proposed_meetings(2028, YearFacts(), TODAY)) == THEMES


def test_once_the_council_has_met_in_the_year_no_other_meeting_is_constituent():
    facts = YearFacts(existing=(date(2027, 2, 9),))
    assert [one.theme for one in proposed_meetings(2027, facts, TODAY)] == [*THEMES[1:]]


def test_a_meeting_that_has_passed_is_not_proposed_and_the_next_one_is_constituent():
    found = proposed_meetings(2027, YearFacts(), date(2027, 4, 1))
    assert [one.theme for one in found] == [
        "Konstituerande möte, lägesbild och prioritering",
        "Åtgärdsplan",
        "Planering och budget",
    ]


@pytest.mark.parametrize("followed", [True, False])
def test_the_printed_wheel_says_when_each_was_done_last_and_never_what_was_not(followed):
    meetings = (
        MeetingFact(label="Möte 1/2026", day=date(2026, 2, 10), held=True),
        MeetingFact(label="Möte 4/2026", day=date(2026, 12, 8), held=False),
    )
    facts = a_law(
        date(2025, 11, 20),
        plans=(PlanFact(adopted_on=date(2025, 12, 1)),),
        follow_ups=(FollowUpFact(day=date(2026, 3, 1)),) if followed else (),
        meetings=meetings,
    )
    paces = law_paces(duty_statuses(law(), facts, TODAY), TODAY)
    assert [(pace.section, pace.latest) for pace in paces] == [
        ("6 §", "2025-11-20"),
        ("6 §", "2026-03-01" if followed else ""),
        ("10 §", "2026-02-10"),
        ("13 §", ""),
    ]
