"""What each command does; all of it through the same services as the window."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from trygghetsrad.app import create_council, open_council, read_council, write_example
from trygghetsrad.cli.answers import (
    check_answer,
    check_lines,
    restore_answer,
    restore_lines,
    status_answer,
    status_lines,
    told,
)
from trygghetsrad.cli.taking_in import people_taken, statistics_taken
from trygghetsrad.domain.documents import PaperAsk, PaperOptions
from trygghetsrad.domain.errors import NotFound, Refused
from trygghetsrad.services.backup import backup, restore
from trygghetsrad.services.municipalities import municipality

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Iterator

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.cli.taking_in import Taken
    from trygghetsrad.domain.documents import DocumentChoice, Paper
    from trygghetsrad.domain.meetings import Meeting

DONE, REFUSED = 0, 1
AS_USUAL = PaperOptions()


def new(wish: Namespace) -> int:
    path = Path(wish.council)
    create_council(path, municipality(wish.municipality), wish.name, date.today()).close()  # noqa: DTZ011
    print(f"Rådet är skapat: {path}")
    return DONE


def demo(wish: Namespace) -> int:
    path = Path(wish.council)
    write_example(path, _today(), wish.years)
    print(f"Exempelrådet är skrivet: {path}")
    return DONE


def take_in(wish: Namespace) -> int:
    """Read people or statistics in; a dry run counts beside an open window and writes nothing."""
    if wish.dry_run:
        with read_council(Path(wish.council)) as council:
            taken = _weighed(council, wish)
    else:
        council = open_council(Path(wish.council))
        try:
            taken = _weighed(council, wish)
            taken.write()
        finally:
            council.close()
    print(told(taken.answer) if wish.json else taken.lines(dry_run=wish.dry_run))
    return DONE


def _weighed(council: OpenCouncil, wish: Namespace) -> Taken:
    path = Path(wish.file)
    if _kind(council, wish, path) == "statistics":
        return statistics_taken(council.statistics, path, wish.year, _today())
    return people_taken(council.importing, path, wish.sheet, _today())


def _kind(council: OpenCouncil, wish: Namespace, path: Path) -> str:
    """Return what the file is said to hold, or what it looks like."""
    if wish.kind is not None:
        return str(wish.kind)
    if wish.year is not None:
        return "statistics"
    return "statistics" if wish.sheet is None and council.statistics.recognises(path) else "members"


def documents(wish: Namespace) -> int:
    """Write every paper, or those asked for; issued papers as the very bytes that left the house."""
    out = Path(wish.out)
    written = []
    with read_council(Path(wish.council)) as council:
        for paper in _papers(council, wish):
            file = council.documents.save_into(paper, out)
            written.append({"kind": paper.kind, "title": paper.title, "file": str(file)})
            if not wish.json:
                print(file)
            for note in paper.notes:
                print(note, file=sys.stderr)
    if wish.json:
        print(told({"written": written}))
    else:
        print(f"{len(written)} dokument är skrivna i {out}")
    return DONE


def _papers(council: OpenCouncil, wish: Namespace) -> Iterator[Paper]:
    only, meeting, formats = wish.only or (), wish.meeting, wish.format
    meetings = [_named(council, meeting)] if meeting is not None else list(council.meetings.every())
    for one in meetings:
        for choice in council.documents.choices(one.id):
            if choice.meeting_id is not None and choice.is_timely and _wanted(choice.kind, only):
                yield from _in_formats(council, formats, choice)
    if meeting is None:
        for choice in council.documents.choices(None):
            if _wanted(choice.kind, only):
                yield from _in_formats(council, formats, choice, _answers(council, choice, wish))


def _answers(council: OpenCouncil, choice: DocumentChoice, wish: Namespace) -> PaperOptions:
    """Return which problem or version was asked for, where the paper asks for one.

    Raises Refused for a problem or a version that there is not.
    """
    wants_problem = bool(wish.problem) and PaperAsk.PROBLEM in choice.asks
    wants_version = wish.version is not None and PaperAsk.VERSION in choice.asks
    if not (wants_problem or wants_version):
        return PaperOptions()
    if wants_version:
        return PaperOptions(version=wish.version)
    offer = council.documents.offer(choice.kind, _today())
    return PaperOptions(problem_id=_problem(offer.problems, wish.problem))


def _problem(problems: Iterable[tuple[int, str]], title: str) -> int:
    for key, known in problems:
        if known.casefold() == title.strip().casefold():
            return key
    raise Refused(f"Det finns inget öppet problem som heter ”{title}”. Inget har skapats.")


def _in_formats(
    council: OpenCouncil,
    formats: tuple[str, ...],
    choice: DocumentChoice,
    options: PaperOptions = AS_USUAL,
) -> Iterator[Paper]:
    if "pdf" in formats:
        yield council.documents.current(choice.kind, _today(), choice.meeting_id, options)
    if "docx" in formats and choice.has_word:
        yield council.word.copy(choice.kind, _today(), choice.meeting_id, options)


def _wanted(kind: str, only: tuple[str, ...]) -> bool:
    return not only or kind in only


def _named(council: OpenCouncil, text: str) -> Meeting:
    for meeting in council.meetings.every():
        if f"{meeting.number or meeting.expected_number}/{meeting.day.year}" == text.strip():
            return meeting
    raise NotFound("Möte", text.strip())


def status(wish: Namespace) -> int:
    with read_council(Path(wish.council)) as council:
        overview = council.overview.overview(_today())
        statuses = council.law.statuses(_today())
        thread = council.thread.state()
    if wish.json:
        print(told(status_answer(overview, statuses, thread, _today())))
    else:
        print(status_lines(overview, statuses, _today()))
    return DONE


def check(wish: Namespace) -> int:
    """Look through the file; only damage makes it a refusal."""
    with read_council(Path(wish.council)) as council:
        report = council.checking.check(_today())
    print(told(check_answer(report)) if wish.json else check_lines(report))
    if report.is_sound:
        return DONE
    print(
        "Rådsfilen är skadad. Den är orörd. Öppna den senaste säkerhetskopian i stället.",
        file=sys.stderr,
    )
    return REFUSED


def back_up(wish: Namespace) -> int:
    made = backup(Path(wish.council), Path(wish.to), _now())
    answer = {"council": wish.council, "file": str(made.path), "sha256": made.sha256}
    print(told(answer) if wish.json else f"Säkerhetskopian är skriven och kontrollerad: {made.path}")
    return DONE


def put_back(wish: Namespace) -> int:
    restored = restore(Path(wish.backup), Path(wish.to), _now())
    print(told(restore_answer(restored, wish.backup)) if wish.json else restore_lines(restored))
    return DONE


def self_test(_wish: Namespace) -> int:
    from trygghetsrad.cli.self_test import run

    return DONE if run(_now()) else REFUSED


def _now() -> datetime:
    return datetime.now().astimezone()


def _today() -> date:
    return date.today()  # noqa: DTZ011


COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "new": new,
    "demo": demo,
    "import": take_in,
    "documents": documents,
    "status": status,
    "backup": back_up,
    "restore": put_back,
    "check": check,
    "self-test": self_test,
}
