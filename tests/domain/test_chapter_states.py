"""How a chapter stands: written, nothing to tell, missing, or copied from long ago."""

from __future__ import annotations

import dataclasses
from datetime import date

from trygghetsrad.domain.chapter_states import ChapterState, chapter_lines, missing_text
from trygghetsrad.domain.chapters import Chapter, ChapterGuide
from trygghetsrad.domain.thread import ChapterText, Resolution, SituationPicture, Standing

GUIDES = tuple(
    ChapterGuide(
        chapter=chapter,
        number=str(number),
        heading=chapter.value.capitalize(),
        section="",
        help="",
        empty="Uppgift saknas.",
        nothing="Inget att rapportera.",
    )
    for number, chapter in enumerate((Chapter.SCHOOL, Chapter.SOCIAL, Chapter.RESCUE), start=1)
)
SAME = ChapterText(chapter=Chapter.SCHOOL, text="Två skolor.")
BEFORE = SituationPicture(
    id=1,
    uid="a",
    number=1,
    starts=date(2024, 1, 1),
    ends=date(2025, 12, 31),
    standing=Standing.DECIDED,
    decided=Resolution(day=date(2024, 11, 1)),
    chapters=(SAME,),
)
NOW = SituationPicture(
    id=2,
    uid="b",
    number=2,
    starts=date(2026, 1, 1),
    ends=date(2027, 12, 31),
    chapters=(SAME, ChapterText(chapter=Chapter.SOCIAL, nothing_to_report=True)),
)


def states(picture: SituationPicture, today: date) -> list[ChapterState]:
    return [one.state for one in chapter_lines(GUIDES, picture, BEFORE, today)]


def test_a_copied_text_is_old_on_the_day_two_years_have_passed() -> None:
    after = [ChapterState.NOTHING, ChapterState.MISSING]
    assert states(NOW, date(2026, 10, 31)) == [ChapterState.WRITTEN, *after]
    assert states(NOW, date(2026, 11, 1)) == [ChapterState.OLD, *after]


def test_a_changed_text_and_a_decided_version_are_never_old() -> None:
    changed = dataclasses.replace(NOW, chapters=(ChapterText(chapter=Chapter.SCHOOL, text="Tre skolor."),))
    assert states(changed, date(2027, 1, 1))[0] is ChapterState.WRITTEN
    decided = dataclasses.replace(NOW, standing=Standing.DECIDED)
    assert states(decided, date(2027, 1, 1))[0] is ChapterState.WRITTEN


def test_an_empty_chapter_has_its_honest_line() -> None:
    lines = chapter_lines(GUIDES, NOW, None, date(2026, 1, 1))
    assert [one.printed for one in lines] == ["", "Inget att rapportera.", "Uppgift saknas."]
    assert missing_text(lines) == "1 kapitel saknar uppgift"
