"""The lines of the list of papers: what each is called, how far it has come and how that is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.documents import PaperOptions
from trygghetsrad.ui.components.pills import Pill
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trygghetsrad.domain.documents import DocumentChoice, IssuedDocument
    from trygghetsrad.domain.meetings import Meeting

NOTICE = "kallelse"
MINUTES = frozenset({"protokoll", "minnesanteckningar"})
LETTERS = frozenset({"inbjudan", "representation", "fragelista"})
"""Papers that are about one organisation."""

_ICONS = {
    "arendeforfragan": Icon.QUESTION_CIRCLE,
    "kallelse": Icon.MAIL,
    "dagordning": Icon.TEXT_BULLET_LIST,
    "korschema": Icon.CLOCK,
    "narvarolista": Icon.PEOPLE,
    "handlingspaket": Icon.DOCUMENT_MULTIPLE,
    "protokoll": Icon.GAVEL,
    "minnesanteckningar": Icon.NOTE,
    "protokoll-publik": Icon.GAVEL,
    "protokollsutdrag": Icon.COPY,
    "webbtext": Icon.PEOPLE_COMMUNITY,
    "beslutslista": Icon.GAVEL,
    "atgardslista": Icon.TASK_LIST_LTR,
    "ledamoter": Icon.PEOPLE_TEAM,
    "arshjul": Icon.CALENDAR_LTR,
    "atgardsplan": Icon.TASK_LIST_LTR,
    "lagesbild": Icon.DOCUMENT,
    "orsaksanalys": Icon.DOCUMENT,
    "uppfoljning": Icon.TASK_LIST_LTR,
    "sparlista": Icon.TASK_LIST_LTR,
    "arsrapport": Icon.DOCUMENT,
    "tjansteskrivelse": Icon.DOCUMENT,
    "lagkoll": Icon.SHIELD_CHECKMARK,
    "bra-enkat": Icon.QUESTION_CIRCLE,
    "statsbidrag": Icon.DOCUMENT,
    "overenskommelse": Icon.HANDSHAKE,
    "medborgarlofte": Icon.PEOPLE_COMMUNITY,
    "inbjudan": Icon.HANDSHAKE,
    "representation": Icon.HANDSHAKE,
    "fragelista": Icon.QUESTION_CIRCLE,
    "personuppgifter": Icon.SHIELD_CHECKMARK,
}
_DRAFT = ("Utkast", Pill())
_MADE = ("Skapad", Pill(tone=Tone.ACCENT))
_SENT = ("Skickad", Pill(tone=Tone.OK))
_OLD = ("Inaktuell", Pill(tone=Tone.WARNING))
_ENDINGS = {
    "protokoll": {"Skapad": "Skapat", "Skickad": "Skickat", "Inaktuell": "Inaktuellt"},
    "minnesanteckningar": {"Skapad": "Skapade", "Skickad": "Skickade", "Inaktuell": "Inaktuella"},
}


def about_one(kind: str, about_id: int) -> PaperOptions | None:
    """Return the choice that makes a paper be about one thing; None for papers of a meeting."""
    if kind in LETTERS:
        return PaperOptions(organisation_id=about_id)
    if kind in {"overenskommelse", "medborgarlofte"}:
        return PaperOptions(agreement_id=about_id or None)
    if kind == "sparlista":
        return PaperOptions(problem_id=about_id or None)
    if kind == "statsbidrag":
        return PaperOptions(grant_id=about_id or None)
    return PaperOptions(matter_id=about_id or None) if kind == "tjansteskrivelse" else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the list: a paper that can be made now, or one that was."""

    key: str
    group: str
    title: str
    caption: str
    icon: Icon
    word: str = ""
    pill: Pill | None = None
    choice: DocumentChoice | None = None
    issued: IssuedDocument | None = None

    @property
    def kind(self) -> str:
        if self.choice is not None:
            return self.choice.kind
        return self.issued.kind if self.issued is not None else ""


def choice_entries(choices: Iterable[DocumentChoice], meeting: Meeting | None) -> list[Entry]:
    """Return a line for each paper that can be made."""
    return [_choice_entry(choice, meeting) for choice in choices]


def issued_entries(issued: Iterable[IssuedDocument], meeting: Meeting | None) -> list[Entry]:
    """Return a line for each paper of the meeting that left the house."""
    return [
        Entry(
            key=f"issued:{one.id}",
            group="Skapade dokument",
            title=_with_version(one),
            caption=_history(one),
            icon=Icon.ARCHIVE,
            issued=one,
        )
        for one in issued
        if meeting is not None and one.about_uid == meeting.uid
    ]


def _choice_entry(choice: DocumentChoice, meeting: Meeting | None) -> Entry:
    word, pill = _state(choice, meeting)
    return Entry(
        key=f"kind:{choice.kind}",
        group="Mötet" if choice.meeting_id is not None else "Rådet",
        title=choice.title,
        caption=_caption(choice, meeting),
        icon=_ICONS.get(choice.kind, Icon.DOCUMENT),
        word=word,
        pill=pill,
        choice=choice,
    )


def _state(choice: DocumentChoice, meeting: Meeting | None) -> tuple[str, Pill | None]:
    if not _leaves_the_house(choice):
        return "", None
    word, pill = _progress(choice)
    done = _done_word(choice, meeting)
    return (done, _SENT[1]) if done else (_bent(word, choice.kind), pill)


def _leaves_the_house(choice: DocumentChoice) -> bool:
    return choice.kind == NOTICE or choice.kind in MINUTES


def _progress(choice: DocumentChoice) -> tuple[str, Pill]:
    if choice.latest is None:
        return _DRAFT
    if choice.is_outdated:
        return _OLD
    return _SENT if choice.latest.sent_on else _MADE


def _done_word(choice: DocumentChoice, meeting: Meeting | None) -> str:
    if choice.kind not in MINUTES or meeting is None or not meeting.minutes_are_done or choice.is_outdated:
        return ""
    return "Klara" if meeting.minutes_kind is MinutesKind.NOTES else "Justerat"


def _caption(choice: DocumentChoice, meeting: Meeting | None) -> str:
    if not _leaves_the_house(choice):
        return "Visar läget i dag"
    if choice.latest is None:
        return f"Inte {_bent(_MADE[0], choice.kind).lower()} än"
    if choice.is_outdated:
        if choice.kind == NOTICE:
            return "Ändrad sedan kallelsen gick ut"
        return f"Texten är ändrad sedan {iso(choice.latest.issued_on)}"
    done = _done_word(choice, meeting)
    if done and meeting is not None and meeting.verified_on:
        return f"{done} {iso(meeting.verified_on)}"
    return _history(choice.latest)


def _history(issued: IssuedDocument) -> str:
    """Return "Skickad 2026-11-24", or when it was made as long as it is not sent."""
    word = _SENT[0] if issued.sent_on else _MADE[0]
    return f"{_bent(word, issued.kind)} {iso(issued.sent_on or issued.issued_on)}"


def _bent(word: str, kind: str) -> str:
    """Bend a word after its paper: kallelsen är skapad, protokollet skapat, anteckningarna skapade."""
    return _ENDINGS.get(kind, {}).get(word, word)


def _with_version(issued: IssuedDocument) -> str:
    title = issued.title.partition(" möte ")[0]
    return title if issued.version == 1 else f"{title}, version {issued.version}"
