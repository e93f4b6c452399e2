"""One meeting as a line of the list: its words, its state and what is to be done next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.dates import overdue_text, relative, short_day, time_span, week_text, weekday
from trygghetsrad.domain.meetings import Meeting, MeetingState, MeetingStep, MinutesState, current_step
from trygghetsrad.ui.components.pills import CAUTION, DONE, ONGOING, PLANNED, STOPPED, Pill
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Tone

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.domain.planning import Deadlines

_CALLED = Pill(tone=Tone.ACCENT, icon=Icon.MAIL)
_STATES = {
    MeetingState.PLANNED: PLANNED,
    MeetingState.CALLED: _CALLED,
    MeetingState.HELD: DONE,
    MeetingState.CANCELLED: STOPPED,
}
_MINUTES = {
    MinutesState.DRAFT: Pill(icon=Icon.EDIT),
    MinutesState.SENT_FOR_VERIFICATION: Pill(tone=Tone.INFO, icon=Icon.CLOCK),
    MinutesState.VERIFIED: DONE,
    MinutesState.FINALISED: DONE,
    MinutesState.AMENDED: CAUTION,
}
_A_DAY = timedelta(days=1)
AHEAD = frozenset({MeetingState.PLANNED, MeetingState.CALLED})


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDeed:
    """What is to be done for a meeting, by when, and whether that day has passed."""

    what: str = ""
    when: str = ""
    is_late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    """A meeting and what the list says of it."""

    meeting: Meeting
    deed: NextDeed
    is_next: bool = False

    @property
    def day_words(self) -> str:
        """Return "tisdag 8 december, vecka 50"."""
        day = self.meeting.day
        return f"{weekday(day)} {short_day(day)}, {week_text(day)}"

    @property
    def title(self) -> str:
        return " · ".join(filter(None, (self.meeting.label, self.meeting.theme)))

    @property
    def caption(self) -> str:
        meeting = self.meeting
        return " · ".join(
            filter(None, (self.day_words, time_span(meeting.starts, meeting.ends), meeting.place))
        )

    @property
    def spoken(self) -> str:
        """Return the line as a screen reader says it."""
        mark = _tr("Nästa möte") if self.is_next else ""
        return ", ".join(filter(None, (mark, self.title, self.caption)))


def state_pill(meeting: Meeting) -> tuple[str, Pill]:
    """Return the word of the meeting's state and how it is painted."""
    if meeting.is_ongoing:
        return _tr("Pågår"), ONGOING
    return meeting.state.value.capitalize(), _STATES[meeting.state]


def minutes_pill(meeting: Meeting) -> tuple[str, Pill]:
    """Return the word of the minutes' state; nothing before there is anything to write down."""
    untouched = meeting.minutes_state is MinutesState.DRAFT and meeting.state is not MeetingState.HELD
    word = "" if untouched else _word(meeting)
    return word, _MINUTES[meeting.minutes_state]


def _word(meeting: Meeting) -> str:
    """Return the state in a word; nobody verifies notes of a meeting."""
    if meeting.minutes_kind is MinutesKind.NOTES and meeting.minutes_state is not MinutesState.DRAFT:
        sent = meeting.minutes_state is MinutesState.SENT_FOR_VERIFICATION
        return _tr("Utskickade") if sent else _tr("Klara")
    return meeting.minutes_state.value.capitalize()


def next_deed(meeting: Meeting, days: Deadlines, today: date, *, notice_is_outdated: bool) -> NextDeed:
    """Return what is to be done next, late ones said plainly."""
    if meeting.state is MeetingState.CANCELLED:
        return NextDeed(what=_tr("Meddela att mötet är inställt") if notice_is_outdated else "")
    if meeting.state in AHEAD and meeting.day < today and not meeting.is_ongoing:
        return NextDeed(what=_tr("Öppna mötet"), when=_tr("dagen har passerat"), is_late=True)
    if notice_is_outdated and meeting.state in AHEAD and not meeting.is_ongoing:
        return NextDeed(what=_tr("Gör en ändrad kallelse"), when=_tr("den förra gäller inte längre"))
    return _deed_of(current_step(meeting), meeting, days, today)


def _deed_of(step: MeetingStep | None, meeting: Meeting, days: Deadlines, today: date) -> NextDeed:
    if step is None:
        return NextDeed()
    if step is MeetingStep.MEETING:
        return NextDeed(what=_tr("Håll mötet"), when=relative(meeting.day, today))
    what, when = _words(step, meeting)
    before = step in {MeetingStep.AGENDA, MeetingStep.NOTICE}
    return _due(what, when, days.notice if before else days.verified, today)


def _words(step: MeetingStep, meeting: Meeting) -> tuple[str, str]:
    if step is MeetingStep.AGENDA:
        return _tr("Gör dagordningen"), _tr("kallelsen ut {when}")
    if step is MeetingStep.NOTICE:
        made = meeting.notice_issued_on is not None
        return _tr("Skicka kallelsen") if made else _tr("Gör kallelsen"), _tr("senast {when}")
    if meeting.minutes_kind is MinutesKind.NOTES:
        return _tr("Skriv klart anteckningarna"), _tr("senast {when}")
    if step is MeetingStep.MINUTES:
        return _tr("Skriv klart protokollet"), _tr("justerat senast {when}")
    return _tr("Få protokollet justerat"), _tr("senast {when}")


def _due(what: str, when: str, day: date, today: date) -> NextDeed:
    if day < today:
        return NextDeed(what=what, when=overdue_text(day, today), is_late=True)
    named = relative(day, today) if day - today <= _A_DAY else short_day(day)
    return NextDeed(what=what, when=when.format(when=named))


def _tr(text: str) -> str:
    return QCoreApplication.translate("MeetingLine", text)
