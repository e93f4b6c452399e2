"""Has it been sent? The question, the day, and what was noted about the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.day_reading import parse_day
from trygghetsrad.ui.components.buttons import secondary_button
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.labels import IconLabel, plain_label
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from trygghetsrad.domain.delivery import DeliveryNote
    from trygghetsrad.domain.documents import IssuedDocument

DEFINITE = {
    "arendeforfragan": "ärendeförfrågan",
    "kallelse": "kallelsen",
    "protokoll": "protokollet",
    "minnesanteckningar": "minnesanteckningarna",
    "dagordning": "dagordningen",
    "narvarolista": "närvarolistan",
    "atgardslista": "åtgärdslistan",
    "ledamoter": "förteckningen",
    "arshjul": "årshjulet",
    "atgardsplan": "åtgärdsplanen",
    "lagesbild": "lägesbilden",
    "orsaksanalys": "orsaksanalysen",
    "uppfoljning": "uppföljningen",
    "sparlista": "spårlistan",
    "arsrapport": "årsrapporten",
    "tjansteskrivelse": "tjänsteskrivelsen",
    "lagkoll": "underlaget",
    "bra-enkat": "underlaget",
    "statsbidrag": "underlaget",
    "overenskommelse": "överenskommelsen",
    "medborgarlofte": "medborgarlöftena",
    "inbjudan": "inbjudan",
    "representation": "brevet",
    "fragelista": "frågelistan",
    "personuppgifter": "informationen",
}
_LINES = 2

_MARKED = {"skickad": "Markerad", "skickat": "Markerat", "skickade": "Markerade"}


class Sending(QWidget):
    """Asks when a paper was sent; sent carries the day."""

    sent = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._tick = IconLabel(Icon.CHECKMARK_CIRCLE, Ink.OK)
        self.question = plain_label("", TextRole.STRONG, wrap=True)
        self.day = DateField(self.tr("Skickad den"), self._read_day, framed=True)
        self.day.label.hide()
        self.mark = secondary_button(self.tr("Markera som skickad"), Icon.CHECKMARK)
        self.log = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self._lay_out()
        self.mark.clicked.connect(self._mark)

    def show_paper(self, issued: IssuedDocument | None, notes: Sequence[DeliveryNote]) -> None:
        """Ask when an issued paper was sent, or say when it was, and what was noted before."""
        if issued is None:
            return
        is_sent = issued.sent_on is not None
        self._tick.setVisible(is_sent)
        self.question.setText(
            self.tr("{sent} {day}").format(sent=_sent(issued.kind), day=iso(issued.sent_on))
            if issued.sent_on
            else self.tr("Har du skickat {paper}?").format(paper=DEFINITE.get(issued.kind, "dokumentet"))
        )
        self.day.set_day(issued.sent_on or self._today())
        self.mark.set_text(self.tr("Ändra datum") if is_sent else self._mark_words(issued.kind))
        lines = [self._line(note, issued.kind) for note in notes]
        self.log.setText("\n".join(lines[-_LINES:]))
        self.log.setToolTip("\n".join(lines) if len(lines) > _LINES else "")
        self.log.setVisible(bool(notes))

    def fold(self, *, folded: bool) -> None:
        """Put the day beside its button where there is room across."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._dates.setDirection(across if folded else down)

    def _line(self, note: DeliveryNote, kind: str) -> str:
        """Return "Utkast skapat 2026-11-23 13.42" or "Markerad som skickad 2026-11-24, 12 mottagare"."""
        if note.drafted_at is not None:
            return self.tr("Utkast skapat {when}").format(when=f"{note.drafted_at:%Y-%m-%d %H.%M}")
        many = f", {plural(note.recipients, 'mottagare', 'mottagare')}" if note.recipients else ""
        undone = self.tr(", ångrat") if note.taken_back else ""
        return marked_words(kind).format(day=iso(note.sent_on) if note.sent_on else "") + many + undone

    def _mark_words(self, kind: str) -> str:
        return self.tr("Markera som {sent}").format(sent=_sent(kind).lower())

    def _lay_out(self) -> None:
        asked = row(gap=8)
        asked.addWidget(self._tick)
        asked.addWidget(self.question, 1)
        self._dates = column(gap=8)
        self._dates.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        self._dates.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        lines = column(self, gap=4)
        lines.addLayout(asked)
        lines.addLayout(self._dates)
        lines.addWidget(self.log)

    def _read_day(self, text: str) -> date | None:
        return parse_day(text, self._today(), prefer_past=True)

    def _mark(self) -> None:
        self.day.edit.commit()
        day = self._read_day(self.day.edit.text())
        if day is not None:
            self.sent.emit(day)


def _sent(kind: str) -> str:
    return {"protokoll": "Skickat", "minnesanteckningar": "Skickade"}.get(kind, "Skickad")


def marked_words(kind: str) -> str:
    """Return how a marked paper is spoken of, the day left open."""
    sent = _sent(kind).lower()
    return f"{_MARKED[sent]} som {sent} {{day}}"
