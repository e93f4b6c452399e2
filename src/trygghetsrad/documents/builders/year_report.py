"""Årsrapport: the council's year in chapters; one that nothing is known of prints one honest line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Bullets, Cell, Column, Heading, Look, Para, Table
from trygghetsrad.documents.builders.parts import action_table, capital, filled, row
from trygghetsrad.documents.builders.plans import goal_table
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.actions import ActionStatus
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import iso

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers import (
        ActionRow,
        ReportedDecision,
        ReportedMeeting,
        ReportedMember,
        YearReportFacts,
    )

LAW = "lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One chapter: its title, what it prints, and the line where there is nothing to print."""

    title: str
    """May hold {meeting} and {Meeting}, for the council's own word."""
    blocks: Callable[[YearReportFacts], list[Block]]
    otherwise: str


def build_year_report(facts: YearReportFacts) -> Document:
    title = f"Årsrapport {facts.year}"
    blocks: list[Block] = [
        Heading(1, title),
        Para(
            f"{facts.letterhead.body} i {facts.letterhead.municipality}. Läget {iso(facts.as_of)}.", Look.LEAD
        ),
        *_summary(facts),
    ]
    for chapter in CHAPTERS:
        heading = Heading(2, _in_own_words(chapter.title, facts))
        blocks += [heading, *(chapter.blocks(facts) or [Para(_in_own_words(chapter.otherwise, facts))])]
    meta = Meta(title=title, kind="Årsrapport", letterhead=facts.letterhead, dated=iso(facts.as_of))
    return Document(meta, tuple(blocks))


def _in_own_words(text: str, facts: YearReportFacts) -> str:
    return text.format(meeting=facts.words.meeting, Meeting=capital(facts.words.meeting))


def _summary(facts: YearReportFacts) -> list[Block]:
    return [
        Heading(2, "Sammanfattning"),
        Bullets(tuple(summary_lines(facts))),
        Para(
            f"Enligt 13 § {LAW} ska kommunstyrelsen, eller den nämnd som fullmäktige bestämmer, leda arbetet "
            "och kontinuerligt rapportera till kommunfullmäktige. Rapporten är ett underlag för det."
        ),
    ]


def summary_lines(facts: YearReportFacts) -> list[str]:
    """Return the year in a few lines, for the report and for the memo that goes with it."""
    held = sum(one.was_held for one in facts.meetings)
    counts = _counts(dict.fromkeys(action for area in facts.areas for action in area.rows))
    vacant = sum(len(one.vacant) for one in facts.members)
    seated = sum(len(one.names) for one in facts.members)
    met = _none_or(held, facts.words.meeting, f"{facts.words.meeting}n")
    decided = _none_or(len(facts.decisions), "beslut", "beslut")
    done, waiting = counts.done, counts.waiting
    finished = f"{_none_or(done, 'åtgärd', 'åtgärder')} blev {_bent(done, 'klar', 'klara')} under året"
    finished += f" och {counts.given_up} avbröts" if counts.given_up else ""
    still = f"{_none_or(waiting, 'åtgärd', 'åtgärder')} är {_bent(waiting, 'öppen', 'öppna')}"
    return [
        f"Rådet höll {met} och fattade {decided}.",
        f"{capital(finished)}. {capital(still)}{_of_them_late(counts.late)}.",
        f"{capital(_none_or(seated, 'person', 'personer'))} sitter i rådet. {_vacancies(vacant)}",
    ]


def _none_or(count: int, one: str, many: str) -> str:
    """Return "inga möten" rather than none in figures."""
    if count:
        return plural(count, one, many)
    return f"inga {many}"


def _bent(count: int, one: str, many: str) -> str:
    return one if count == 1 else many


def _of_them_late(late: int) -> str:
    return f", varav {late} {_bent(late, 'försenad', 'försenade')}" if late else ""


def _vacancies(count: int) -> str:
    return f"{plural(count, 'plats är vakant', 'platser är vakanta')}." if count else "Ingen plats är vakant."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counts:
    """How many actions there are of each sort; the late ones are among those that wait."""

    done: int
    given_up: int
    waiting: int
    late: int


def _counts(rows: Collection[ActionRow]) -> _Counts:
    """Count actions; each once, also where one belongs to several fields of work."""
    given_up = sum(
        one.done and one.status.casefold().startswith(ActionStatus.CANCELLED.value) for one in rows
    )
    closed = sum(one.done for one in rows)
    return _Counts(
        done=closed - given_up,
        given_up=given_up,
        waiting=len(rows) - closed,
        late=sum(one.late and not one.done for one in rows),
    )


# -- meetings ----------------------------------------------------------------------------------


def _meetings(facts: YearReportFacts) -> list[Block]:
    if not facts.meetings:
        return []
    return [
        Table(
            summary=f"Årets {facts.words.meeting}n",
            columns=(
                Column("Dag", 1.5),
                Column(capital(facts.words.meeting), 2.2),
                Column("Tema", 4),
                Column("Närvarande", 1.6),
            ),
            rows=tuple(_meeting_row(one) for one in facts.meetings),
        )
    ]


def _meeting_row(one: ReportedMeeting) -> tuple[Cell, ...]:
    return row(iso(one.day), one.name, one.theme, str(one.present) if one.was_held else one.state)


def _attendance(facts: YearReportFacts) -> list[Block]:
    if not facts.attendance:
        return []
    table = Table(
        summary="Närvaro per organisation",
        columns=(Column("Organisation", 5), Column("Närvarande vid", 3)),
        rows=tuple(
            row(
                one.organisation,
                f"{one.present} av {plural(one.meetings, facts.words.meeting, f'{facts.words.meeting}n')}",
            )
            for one in facts.attendance
        ),
    )
    note = "En organisation räknas som närvarande när någon därifrån var med, på plats eller på distans."
    return [Para(note, Look.SMALL), table]


# -- what came out of them ---------------------------------------------------------------------


def _decisions(facts: YearReportFacts) -> list[Block]:
    if not facts.decisions:
        return []
    place = f"{capital(facts.words.meeting)} och paragraf"
    return [
        Para("Att rådet har noterat information eller godkänt protokoll räknas inte här.", Look.SMALL),
        Table(
            summary="Beslut under året",
            columns=(
                Column(place, 2.2),
                Column("Ärende och beslut", 6),
            ),
            rows=tuple(_decision_row(one) for one in facts.decisions),
        ),
    ]


def _decision_row(one: ReportedDecision) -> tuple[Cell, ...]:
    details = filled(one.text, ", ".join(one.areas))
    return row(Cell(one.label, (iso(one.day),)), Cell(one.title, details))


def _actions(facts: YearReportFacts) -> list[Block]:
    blocks: list[Block] = []
    for area in facts.areas:
        blocks += [
            Heading(3, f"{capital(area.name)}: {_counted(area.rows)}"),
            action_table(area.rows, f"Åtgärder, {area.name}"),
        ]
    if any(len(action.areas) > 1 for area in facts.areas for action in area.rows):
        blocks.append(
            Para("En åtgärd som hör till flera områden står under vart och ett av dem.", Look.SMALL)
        )
    return blocks


def _counted(rows: tuple[ActionRow, ...]) -> str:
    counts = _counts(rows)
    waiting = f"{counts.waiting} {_bent(counts.waiting, 'öppen', 'öppna')}{_of_them_late(counts.late)}"
    parts = [
        f"{counts.done} {_bent(counts.done, 'klar', 'klara')}" if counts.done else "",
        f"{counts.given_up} {_bent(counts.given_up, 'avbruten', 'avbrutna')}" if counts.given_up else "",
        waiting if counts.waiting else "",
    ]
    return ", ".join(filled(*parts))


# -- who they are ------------------------------------------------------------------------------


def _members(facts: YearReportFacts) -> list[Block]:
    if not facts.members:
        return []
    return [
        Table(
            summary="Ledamöter i rådet",
            columns=(Column("Organisation", 3), Column("Ledamöter och ersättare", 5)),
            rows=tuple(_member_row(one) for one in facts.members),
        )
    ]


def _member_row(one: ReportedMember) -> tuple[Cell, ...]:
    first, *rest = (*one.names, *(f"Vakant: {role}" for role in one.vacant))
    return row(one.organisation, Cell(first, tuple(rest)))


def _changes(facts: YearReportFacts) -> list[Block]:
    return [Bullets(tuple(f"{iso(one.day)}: {one.text}" for one in facts.changes))] if facts.changes else []


def _vacant(facts: YearReportFacts) -> list[Block]:
    found = [f"{one.organisation}: {', '.join(one.vacant)}" for one in facts.members if one.vacant]
    return [Bullets(tuple(found))] if found else []


def _coming(facts: YearReportFacts) -> list[Block]:
    return [Bullets(facts.coming)] if facts.coming else []


# -- the thread --------------------------------------------------------------------------------


def _picture(facts: YearReportFacts) -> list[Block]:
    return [Bullets(facts.picture)] if facts.picture else []


def _plan(facts: YearReportFacts) -> list[Block]:
    told: list[Block] = [Bullets(facts.plan)] if facts.plan else []
    if facts.planned:
        told.append(action_table(facts.planned, "Åtgärderna i planen", in_short=True))
    return told


def _goals(facts: YearReportFacts) -> list[Block]:
    return [goal_table(facts.goals, with_result=True)] if facts.goals else []


def _agreements(facts: YearReportFacts) -> list[Block]:
    return [Bullets(facts.agreements)] if facts.agreements else []


def _publications(facts: YearReportFacts) -> list[Block]:
    return [Bullets(facts.publications)] if facts.publications else []


def _resources(facts: YearReportFacts) -> list[Block]:
    return [Bullets(facts.resources)] if facts.resources else []


CHAPTERS: tuple[Chapter, ...] = (
    Chapter(title="{Meeting}n", blocks=_meetings, otherwise="Inga {meeting}n är registrerade för året."),
    Chapter(
        title="Närvaro per organisation",
        blocks=_attendance,
        otherwise="Inget {meeting} är hållet, så närvaro saknas.",
    ),
    Chapter(title="Beslut", blocks=_decisions, otherwise="Inga beslut är antecknade under året."),
    Chapter(title="Uppdrag och åtgärder", blocks=_actions, otherwise="Inga åtgärder är registrerade."),
    Chapter(
        title="Lägesbild i korthet (3–4 och 6 §§)",
        blocks=_picture,
        otherwise="Uppgift om lägesbilden är inte ifylld.",
    ),
    Chapter(
        title="Åtgärdsplanen (5–6 §§)", blocks=_plan, otherwise="Uppgift om åtgärdsplanen är inte ifylld."
    ),
    Chapter(title="Måluppfyllelse och resultat", blocks=_goals, otherwise="Inga mål är inskrivna."),
    Chapter(
        title="Överenskommelse och medborgarlöften (9 §)",
        blocks=_agreements,
        otherwise="Ingen överenskommelse är inskriven.",
    ),
    Chapter(
        title="Information till invånarna (12 §)",
        blocks=_publications,
        otherwise="Ingen information är antecknad under året.",
    ),
    Chapter(
        title="Resurser och statsbidrag (11 §)",
        blocks=_resources,
        otherwise="Uppgift om resurser är inte ifylld.",
    ),
    Chapter(title="Ledamöter", blocks=_members, otherwise="Inga ledamöter är registrerade."),
    Chapter(title="Förändringar under året", blocks=_changes, otherwise="Inga förändringar under året."),
    Chapter(title="Vakanta platser", blocks=_vacant, otherwise="Inga platser är vakanta."),
    Chapter(title="Nästa år", blocks=_coming, otherwise="Inga {meeting}n är planerade än."),
)
"""In the order of the report; more of the council's work becomes a chapter by one line here."""
