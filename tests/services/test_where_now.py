"""What the council has already, made before the program: told with its file, it is proof at once."""

from __future__ import annotations

import hashlib
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest

from norrmyra import TODAY
from trygghetsrad.app import open_council
from trygghetsrad.domain.attachments import HEAVIEST, FileTooHeavy
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.law import DutyState
from trygghetsrad.domain.thread import Resolution

if TYPE_CHECKING:
    from pathlib import Path

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.law import DutyStatus

KS = Resolution(day=date(2025, 11, 20), body="kommunstyrelsen", section="§ 118", dnr="KS 2025/204")
STARTS, ENDS = date(2025, 1, 1), date(2027, 12, 31)
CONTENT = b"%PDF-1.7 from the shelf"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Från hyllan.pdf"
    path.write_bytes(CONTENT)
    return path


def row(council: OpenCouncil, key: str) -> DutyStatus:
    return next(one for one in council.law.statuses(TODAY) if one.duty.key == key)


@pytest.mark.parametrize(
    ("what", "duty"),
    [
        ("picture", "situation_picture"),
        ("plan", "action_plan"),
        ("agreement", "agreements"),
        ("report", "reporting"),
    ],
)
def test_what_there_is_counts_at_once_and_shows_its_file(
    council: OpenCouncil, file: Path, what: str, duty: str
) -> None:
    register(council, what, file)
    status = row(council, duty)
    assert status.state is DutyState.DOCUMENTED
    number = status.evidence[0].attachment_id
    paper = council.attachments.get(number)
    assert (paper.name, paper.sha256) == ("Från hyllan.pdf", hashlib.sha256(CONTENT).hexdigest())
    path = council.path
    council.close()
    with closing(open_council(path)) as again:
        assert again.attachments.content(row(again, duty).evidence[0].attachment_id) == CONTENT
        again.undo.undo()
        assert row(again, duty).evidence == ()
        assert again.attachments.of_council() == ()


@pytest.mark.parametrize("what", ["picture", "plan", "agreement", "report"])
def test_a_file_too_heavy_is_refused_with_its_sentence_and_nothing_is_kept(
    council: OpenCouncil, tmp_path: Path, what: str
) -> None:
    heavy = tmp_path / "tung.pdf"
    heavy.write_bytes(b"%PDF" + bytes(HEAVIEST))
    with pytest.raises(FileTooHeavy, match="högst 25 MB"):
        register(council, what, heavy)
    assert council.attachments.of_council() == ()
    assert council.pictures.every() == council.plans.every() == council.agreements.every() == ()
    assert council.boards.matters() == ()


@pytest.mark.parametrize("what", ["picture", "plan", "report"])
def test_a_day_to_come_is_refused(council: OpenCouncil, file: Path, what: str) -> None:
    with pytest.raises(Refused, match="har inte varit än"):
        register(council, what, file, date(2030, 1, 1))


@pytest.mark.parametrize("area", ["pictures", "plans"])
def test_a_file_can_come_later_and_one_in_the_bin_shows_nothing(
    council: OpenCouncil, file: Path, area: str
) -> None:
    duty = {"pictures": "situation_picture", "plans": "action_plan"}[area]
    service = getattr(council, area)
    number = service.register(STARTS, ENDS, KS)
    assert row(council, duty).evidence[0].attachment_id is None
    kept = service.attach(number, file, TODAY)
    assert row(council, duty).evidence[0].attachment_id == kept
    assert council.attachments.get(kept).description.endswith("2025–2027")
    council.attachments.remove(kept)
    assert row(council, duty).state is DutyState.DOCUMENTED
    assert row(council, duty).evidence[0].attachment_id is None


def register(council: OpenCouncil, what: str, file: Path, day: date | None = None) -> int:
    decided = Resolution(day=day, body="kommunstyrelsen") if day else KS
    if what == "picture":
        return council.pictures.register(STARTS, ENDS, decided, file=file, today=TODAY)
    if what == "plan":
        return council.plans.register(STARTS, ENDS, decided, file=file, today=TODAY)
    if what == "report":
        return council.boards.register_report(
            day or date(2025, 12, 15), TODAY, file=file, section="§ 12", dnr="KS 2026/9"
        )
    return council.agreements.register(
        "Samverkan",
        ["Norrmyra kommun", "Polismyndigheten"],
        KS.day,
        TODAY,
        file=file,
        starts=STARTS,
        ends=ENDS,
        purposes="Minska brott",
        areas="Unga och droger",
    )
