"""Before the notice: the members are asked for items, and the chair approves the agenda."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import pypdf
import pytest

from norrmyra import FIRST, call, meeting, titles
from trygghetsrad.domain.dates import long_day
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.meetings import ItemKind, ItemOrigin
from trygghetsrad.domain.preparing import ASKS, TO_CHAIR

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil

ASKED = date(2026, 2, 10)  # 28 days before the meeting of 10 March
PAPERS_IN = date(2026, 2, 24)


def told(council: OpenCouncil, today: date) -> list[tuple[str, str]]:
    """Return what is to be asked and agreed; the page about personal data has tests of its own."""
    found = council.overview.overview(today).preparing
    return [(gap.text, gap.kind) for gap in found if gap.kind != "paper:personuppgifter"]


def send(council: OpenCouncil, kind: str, today: date) -> int:
    paper = council.documents.issue(kind, today, meeting(council, FIRST))
    council.delivery.mark_sent(paper.document_id or 0, today)
    return paper.document_id or 0


def text_of(content: bytes) -> str:
    return " ".join("".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages).split())


def test_asking_for_items_is_due_28_days_before_until_it_is_done_or_too_late(council: OpenCouncil) -> None:
    assert told(council, ASKED - timedelta(days=1)) == []
    assert told(council, ASKED) == [("Fråga efter ärenden", ASKS)]
    assert told(council, PAPERS_IN) == []
    council.documents.issue("arendeforfragan", ASKED, meeting(council, FIRST))
    assert told(council, ASKED) == [("Är ärendeförfrågan skickad?", ASKS)]
    send(council, "arendeforfragan", ASKED)
    assert told(council, ASKED) == []


def test_a_council_that_asks_nobody_is_not_reminded(council: OpenCouncil) -> None:
    council.council.change(items_days=0)
    assert told(council, ASKED) == []


def test_who_is_called_already_is_not_asked(council: OpenCouncil) -> None:
    call(council, meeting(council, FIRST), ASKED)
    assert told(council, ASKED) == []


def test_the_request_says_when_and_to_whom_and_goes_to_the_whole_council(council: OpenCouncil) -> None:
    first = meeting(council, FIRST)
    council.meetings.change(first, theme="Lägesbild")
    council.meetings.add_item(first, "Belysning vid skolan")
    paper = council.documents.issue("arendeforfragan", ASKED, first)
    words = text_of(paper.content)
    assert "Ärendeförfrågan till möte prel. 1/2026" in words
    assert "Tisdag 24 februari 2026" in words
    assert "Anna Sjöberg" in words
    assert "Belysning vid skolan" in words
    assert "Övriga frågor" not in words
    draft = council.delivery.draft(paper.document_id or 0, ASKED)
    assert len(draft.mailboxes) == 6
    assert draft.subject == "Ärenden till möte prel. 1/2026 tisdag 10 mars 2026? Svara senast 2026-02-24"
    assert "Temat är lägesbild." in draft.text
    assert "Har du inget att ta upp behöver du inte svara." in draft.text
    assert council.meetings.get(first).number is None


def test_an_answer_becomes_a_point_that_says_who_asked(council: OpenCouncil) -> None:
    first = meeting(council, FIRST)
    council.meetings.add_answer(first, " Cykelstölder ", "Mats Lindgren")
    item = next(one for one in council.meetings.agenda(first) if one.title == "Cykelstölder")
    assert (item.origin, item.proposed_by, item.presenter) == (
        ItemOrigin.ANSWER,
        "Mats Lindgren",
        "Mats Lindgren",
    )
    council.meetings.change_item(item.id, presenter="Lena Marklund")
    assert "Anmält av Mats Lindgren" in text_of(council.documents.preview("dagordning", ASKED, first).content)
    council.undo.undo()
    council.undo.undo()
    assert "Cykelstölder" not in titles(council, first)


def test_an_answer_without_a_title_changes_nothing(council: OpenCouncil) -> None:
    first = meeting(council, FIRST)
    before = titles(council, first)
    with pytest.raises(Refused, match="rubrik"):
        council.meetings.add_answer(first, " ", "Polisen")
    assert titles(council, first) == before


def test_the_chair_is_asked_only_where_the_council_wants_it(council: OpenCouncil) -> None:
    first = meeting(council, FIRST)
    paper = council.documents.issue("dagordning", PAPERS_IN, first)
    assert len(council.delivery.draft(paper.document_id or 0, PAPERS_IN).mailboxes) == 6
    assert told(council, PAPERS_IN) == []
    council.council.change(chair_approves=True)
    assert told(council, PAPERS_IN) == [("Be ordföranden godkänna", TO_CHAIR)]
    draft = council.delivery.draft(paper.document_id or 0, PAPERS_IN)
    assert [box.name for box in draft.mailboxes] == ["Eva Nordlund"]
    assert "Godkänner du dagordningen? Svara senast fredag 27 februari 2026" in draft.text
    assert [one.name for one in draft.attachments][1].endswith("körschema möte prel. 1.pdf")


def test_approval_is_noted_taken_back_and_lost_when_the_agenda_changes(council: OpenCouncil) -> None:
    council.council.change(chair_approves=True)
    first = meeting(council, FIRST)
    send(council, "dagordning", PAPERS_IN)
    assert told(council, PAPERS_IN) == [("Väntar på ordföranden", "meeting")]
    council.meetings.approve_agenda(first, PAPERS_IN)
    assert council.room.room(first).approval_holds
    assert told(council, PAPERS_IN) == []
    agenda = text_of(council.documents.preview("dagordning", PAPERS_IN, first).content)
    assert "Godkänd av ordföranden den 2026-02-24" in agenda
    assert "Förslag till dagordning" not in agenda
    council.meetings.add_item(first, "Nytt ärende")
    assert not council.room.room(first).approval_holds
    assert told(council, PAPERS_IN) == [("Dagordningen är ändrad", TO_CHAIR)]
    council.undo.undo()
    council.meetings.take_back_approval(first)
    assert council.meetings.get(first).approved_on is None
    council.undo.undo()
    assert council.meetings.get(first).approved_on == PAPERS_IN
    with pytest.raises(Refused, match="inte godkänd"):
        council.meetings.take_back_approval(meeting(council, date(2026, 6, 9)))


def test_an_approved_agenda_blocks_nothing(council: OpenCouncil) -> None:
    council.council.change(chair_approves=True)
    first = meeting(council, FIRST)
    call(council, first, PAPERS_IN)
    assert told(council, PAPERS_IN) == []
    council.meetings.cancel(first, "Snö")
    with pytest.raises(Refused, match="hållet eller inställt"):
        council.meetings.approve_agenda(first, PAPERS_IN)


def test_the_first_page_of_the_notice_says_what_is_decided_asked_and_open(council: OpenCouncil) -> None:
    first = meeting(council, FIRST)
    council.meetings.add_item(first, "Överenskommelse med polisen", kind=ItemKind.DECISION)
    council.meetings.change(first, asked_of_you="Läs lägesbilden före mötet.")
    council.actions.add("Laga lampan vid skolan", ASKED, owner_text="Tekniska kontoret")
    paper = council.documents.issue("kallelse", PAPERS_IN, first)
    page = " ".join(pypdf.PdfReader(BytesIO(paper.content)).pages[0].extract_text().split())
    for words in (
        "Det här ska mötet besluta",
        "Överenskommelse med polisen (punkt",
        "Det här ber vi dig om Läs lägesbilden före mötet.",
        "Om du inte kan komma Meddela Anna Sjöberg",
        "Laga lampan vid skolan",
    ):
        assert words in page
    council.meetings.change(first, asked_of_you="Ta med era siffror.")
    again = council.documents.issue("kallelse", PAPERS_IN, first)
    assert again.document_id != paper.document_id


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        (date(2026, 2, 10), date(2026, 2, 24)),  # the papers are due later
        (date(2026, 2, 24), date(2026, 2, 26)),  # the workday before the notice, on 27 February
        (date(2026, 2, 27), date(2026, 3, 9)),  # the notice is out: the workday before the meeting
        (date(2026, 3, 8), date(2026, 3, 9)),
        (date(2026, 3, 9), date(2026, 3, 9)),  # the meeting is tomorrow
    ],
)
def test_a_late_question_is_answered_on_a_sensible_day_and_never_on_that_of_the_meeting(
    council: OpenCouncil, asked: date, answered: date
) -> None:
    paper = council.documents.issue("arendeforfragan", asked, meeting(council, FIRST))
    assert f"Svara senast {long_day(answered).capitalize()}" in text_of(paper.content)
    draft = council.delivery.draft(paper.document_id or 0, asked)
    assert draft.subject.endswith(f"Svara senast {answered.isoformat()}")
    assert "Tisdag 10 mars 2026 har " in draft.text
