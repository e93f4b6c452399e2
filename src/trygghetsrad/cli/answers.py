"""The answers of the reporting commands: lines for her, stable JSON for scripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from trygghetsrad.domain.actions import is_overdue
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import iso, overdue_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from trygghetsrad.domain.actions import Action
    from trygghetsrad.domain.checking import CheckReport
    from trygghetsrad.domain.law import DutyStatus
    from trygghetsrad.domain.overview import NextMeeting, Overview
    from trygghetsrad.domain.thread import ActionPlan, SituationPicture, ThreadState
    from trygghetsrad.services.backup import Restored


def told(answer: dict[str, Any]) -> str:
    """Return one JSON object with real å, ä and ö."""
    return json.dumps(answer, ensure_ascii=False, indent=2)


def status_answer(
    overview: Overview, statuses: Sequence[DutyStatus], thread: ThreadState, today: date
) -> dict[str, Any]:
    """Return what design.md 6 promises; `backup` says nothing until there is something to say."""
    return {
        "council": {
            "name": overview.council.name,
            "municipality": overview.council.municipality_name,
            "municipality_code": overview.council.municipality_code,
        },
        "next_meeting": _meeting(overview.next_meeting),
        "open_actions": len(overview.actions),
        "overdue_actions": overview.overdue,
        "late": [_late(action) for action in overview.actions if is_overdue(action, today)],
        "thread": {
            "problems": thread.problems,
            "prioritised": list(thread.prioritised),
            "picture": _version(thread.picture),
            "plan": _version(thread.plan),
            "planned_actions": thread.planned_actions,
            "latest_review": thread.latest_review and iso(thread.latest_review),
        },
        "law": [_duty(status) for status in statuses],
        "backup": None,
    }


def _version(version: SituationPicture | ActionPlan | None) -> dict[str, Any] | None:
    if version is None:
        return None
    return {
        "period": version.period,
        "decided_on": version.decided.day and iso(version.decided.day),
        "decided_by": version.decided.body,
        "section": version.decided.section,
        "registry_number": version.decided.dnr,
    }


def _duty(status: DutyStatus) -> dict[str, Any]:
    """Return one row of the Act; the states are named in English, what is told in Swedish."""
    return {
        "section": status.duty.section,
        "key": status.duty.key,
        "title": status.duty.title,
        "state": status.state.key,
        "due": status.due and iso(status.due),
        "lacking": status.lacking,
        "evidence": [
            {
                "what": proof.what,
                "day": proof.day and iso(proof.day),
                "section": proof.section,
                "registry_number": proof.dnr,
                "body": proof.body,
            }
            for proof in status.evidence
        ],
    }


def law_lines(statuses: Sequence[DutyStatus]) -> list[str]:
    """Return one line for each row of the Act."""
    return [
        f"  {status.duty.label:<5} {status.duty.title}: {status.state.value}"
        + (f", {iso(status.due)}" if status.due else "")
        for status in statuses
    ]


def _meeting(coming: NextMeeting | None) -> dict[str, Any] | None:
    if coming is None:
        return None
    meeting = coming.meeting
    return {
        "uid": meeting.uid,
        "number": meeting.number,
        "label": meeting.label,
        "day": iso(meeting.day),
        "starts": meeting.starts.isoformat("minutes"),
        "ends": meeting.ends.isoformat("minutes"),
        "place": meeting.place,
        "state": meeting.state.value,
        "step": coming.step.value if coming.step else None,
        "due": coming.due_text,
        "is_late": coming.is_late,
    }


def _late(action: Action) -> dict[str, Any]:
    return {
        "uid": action.uid,
        "what": action.what,
        "owner": action.owner,
        "due": iso(action.due) if action.due else None,
        "origin": action.origin,
    }


def status_lines(overview: Overview, statuses: Sequence[DutyStatus], today: date) -> str:
    lines = [f"{overview.council.name}, {overview.council.municipality}"]
    coming = overview.next_meeting
    if coming is None:
        lines.append("Inget möte är planerat.")
    else:
        lines.append(f"Nästa möte: {coming.meeting.label}, {iso(coming.meeting.day)}. {coming.due_text}")
    lines.append(
        f"Åtgärder: {len(overview.actions)} öppna, {plural(overview.overdue, 'försenad', 'försenade')}."
    )
    lines += [
        f"  {overdue_text(action.due, today)}: {action.what} ({action.owner or 'ingen ansvarig'})"
        for action in overview.actions
        if action.due and is_overdue(action, today)
    ]
    return "\n".join([*lines, "Lagkollen (dokumenterat är inte detsamma som lagligt):", *law_lines(statuses)])


def check_answer(report: CheckReport) -> dict[str, Any]:
    return {"sound": report.is_sound, "damage": list(report.damage), "warnings": list(report.warnings)}


def check_lines(report: CheckReport) -> str:
    lines = ["Rådsfilen är hel." if report.is_sound else "Rådsfilen är skadad."]
    lines += [f"  {line}" for line in report.damage]
    if report.warnings:
        lines.append("Att titta på:")
        lines += [f"  {line}" for line in report.warnings]
    return "\n".join(lines)


def restore_answer(restored: Restored, copy: str) -> dict[str, Any]:
    return {
        "backup": copy,
        "council": str(restored.path),
        "kept": str(restored.kept) if restored.kept else None,
        "checksum": restored.has_checksum,
    }


def restore_lines(restored: Restored) -> str:
    lines = [f"Säkerhetskopian är tillbakalagd: {restored.path}"]
    if restored.kept:
        lines.append(f"  Filen som låg där finns kvar: {restored.kept}")
    if not restored.has_checksum:
        lines.append("  Ingen kontrollsumma låg bredvid kopian. Innehållet är kontrollerat ändå.")
    return "\n".join(lines)
