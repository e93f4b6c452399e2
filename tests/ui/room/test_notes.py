"""A meeting that is written down as notes: from agenda to Klart, and nobody speaks of verifying."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pypdf
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.meetings import MinutesState
from trygghetsrad.ui.meetings.lines import minutes_pill
from ui.hands import settle
from ui.room.people import DAY, meeting_of

if TYPE_CHECKING:
    from ui.room.hands import Room


def words(widget: QWidget) -> str:
    """All that can be read or heard of what is in view."""
    shown = [one for one in widget.findChildren(QWidget) if one.isVisible()]
    texts = [one.accessibleName() for one in shown]
    texts += [one.text() for one in shown if isinstance(one, QLabel | QAbstractButton | QLineEdit)]
    texts += [one.placeholderText() for one in shown if isinstance(one, QLineEdit)]
    return "\n".join(filter(None, texts))


def as_notes(room: Room) -> None:
    room.council.meetings.change(meeting_of(room.council), minutes_kind=MinutesKind.NOTES)
    room.page.refresh()
    settle()


def test_the_election_of_who_verifies_leaves_the_agenda_and_comes_back(room: Room) -> None:
    before = [item.title for item in room.stored.items]
    as_notes(room)
    assert [item.title for item in room.stored.items] == [t for t in before if t != "Val av justerare"]
    assert [item.position for item in room.stored.items] == list(range(1, len(before)))
    room.council.meetings.change(room.meeting_id, minutes_kind=MinutesKind.PROTOCOL)
    assert [item.title for item in room.stored.items] == before
    room.council.undo.undo()
    assert [item.title for item in room.stored.items] == before


def test_what_is_written_under_the_election_is_not_lost(room: Room) -> None:
    item = room.item("Val av justerare")
    room.council.room.write_text(item.id, "Mats Lindgren utses.")
    as_notes(room)
    assert room.item("Val av justerare").text == "Mats Lindgren utses."


def test_no_word_of_verifying_from_start_to_klart_and_back(room: Room) -> None:
    as_notes(room)
    seen = [words(room.shell)]
    room.start()
    settle()
    seen.append(words(room.shell))
    for row in room.page.attendance.rows.values():
        row.deeds.fill()
        seen += [action.text() for action in row.menu.actions()]
    room.page.take_step("end")
    settle()
    seen.append(words(room.shell))
    room.page.checklist.make_button.click()
    settle()
    paper = room.council.documents.current("minnesanteckningar", DAY, room.meeting_id)
    seen.append("".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(paper.content)).pages))
    seen += [minutes_pill(room.stored.meeting)[0], words(room.shell)]
    room.page.take_step("verify")
    settle()
    seen.append(words(room.shell))
    room.page.verification.mark_button.click()
    settle()
    assert room.stored.meeting.minutes_state is MinutesState.FINALISED
    room.council.room.write_text(room.stored.items[0].id, "Ändrat.")
    settle()
    seen += [minutes_pill(room.stored.meeting)[0], words(room.shell)]
    room.page.take_step("withdraw")
    settle()
    seen.append(words(room.shell))
    room.page.withdrawal.reason.setText("Fel namn")
    room.page.withdrawal.withdraw_button.click()
    settle()
    assert room.stored.meeting.minutes_state is MinutesState.SENT_FOR_VERIFICATION
    seen.append(words(room.shell))
    spoken = [line for text in seen for line in text.splitlines() if "juster" in line.casefold()]
    assert spoken == []
    assert "Klarmarkeringen är återtagen" in seen[-1]
