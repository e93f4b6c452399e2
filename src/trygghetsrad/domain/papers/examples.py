"""Papers of an invented meeting, to show how one's own will look before there is any meeting."""

from __future__ import annotations

from datetime import date, time, timedelta

from trygghetsrad.domain.papers.letterhead import Letterhead, MeetingFacts, Words
from trygghetsrad.domain.papers.minutes import (
    AssignmentFacts,
    AttendanceFacts,
    Attendee,
    DecisionFacts,
    MinutesFacts,
    MinutesItem,
    Officer,
)
from trygghetsrad.domain.papers.notices import AbsenceReport, AgendaRow, CalledPerson, NoticeFacts

_CHAIR, _SECRETARY, _VERIFIER = "Eva Nordlund", "Anna Sjöberg", "Mats Lindgren"
_AGENDA = (
    ("Mötet öppnas", "", 5, ""),
    ("Val av justerare", "", 5, "Beslut"),
    ("Uppföljning av åtgärder", _SECRETARY, 20, "Diskussion"),
    ("Lägesbild från polisen", _VERIFIER, 15, "Information"),
    ("Belysning längs gångvägen till skolan", "Lena Berg", 20, "Beslut"),
    ("Övriga frågor", "", 10, ""),
)
_PEOPLE = (
    (_CHAIR, "Kommunstyrelsen", "ordförande"),
    (_VERIFIER, "Polisen", "ledamot"),
    ("Lena Berg", "Skolan", "ledamot"),
    (_SECRETARY, "Kommunledningskontoret", "sekreterare"),
)


def example_notice(letterhead: Letterhead, words: Words, today: date) -> NoticeFacts:
    return NoticeFacts(
        letterhead=letterhead,
        words=words,
        meeting=_meeting(today + timedelta(days=14)),
        issued_on=today,
        chair=_CHAIR,
        secretary=_SECRETARY,
        agenda=tuple(
            AgendaRow(number=str(number), title=title, presenter=presenter, minutes=minutes, kind=kind)
            for number, (title, presenter, minutes, kind) in enumerate(_AGENDA, start=1)
        ),
        absence=AbsenceReport(by=today + timedelta(days=7), to=_SECRETARY, contact=("070-174 06 05",)),
        called=tuple(CalledPerson(name=name, organisation=home, role=role) for name, home, role in _PEOPLE),
    )


def example_minutes(letterhead: Letterhead, words: Words, today: date) -> MinutesFacts:
    return MinutesFacts(
        letterhead=letterhead,
        words=words,
        meeting=_meeting(today),
        attendance=AttendanceFacts(
            members=tuple(
                Attendee(name=name, organisation=home, role=role) for name, home, role in _PEOPLE[:3]
            )
        ),
        chairs=(Officer(name=_CHAIR),),
        secretaries=(Officer(name=_SECRETARY),),
        verifiers=(Officer(name=_VERIFIER),),
        verification_place="Kommunhuset",
        section_range="§§ 12–13",
        items=(
            MinutesItem(
                label="§ 12",
                title="Lägesbild från polisen",
                presenter=_VERIFIER,
                text="Antalet anmälda brott är lägre än förra året. Skadegörelsen vid skolan har minskat.",
                decisions=(DecisionFacts(outcome="noterar", text="informationen."),),
            ),
            MinutesItem(
                label="§ 13",
                title="Belysning längs gångvägen till skolan",
                text="Flera lampor är trasiga, och många undviker vägen när det är mörkt.",
                decisions=(DecisionFacts(outcome="enas om", text="att lampan ska lagas före årsskiftet."),),
                actions=(
                    AssignmentFacts(
                        what="Laga belysningen", owner="Lena Berg", due=today + timedelta(days=30)
                    ),
                ),
            ),
        ),
    )


def _meeting(day: date) -> MeetingFacts:
    return MeetingFacts(
        number=f"2/{day.year}", day=day, starts=time(13), ends=time(15), place="Kommunhuset, Björken"
    )
