"""The letters that papers travel in: what each is about, and the words she would have written herself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trygghetsrad.domain.dates import iso, long_day
from trygghetsrad.domain.papers import AbsenceReport, NoticeKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from trygghetsrad.domain.papers import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    subject: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who signs the letter."""

    council: str
    municipality: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterMeeting:
    """A meeting as letters name it."""

    name: str
    """ "möte 4/2026" """
    the_meeting: str
    """ "mötet" """
    the_agenda: str = "dagordningen"
    when: str
    """ "tisdag 8 december 2026 kl. 13.00–15.00" """
    day: date
    place: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLetter:
    """A notice on its way: new, changed or calling the meeting off."""

    kind: NoticeKind
    meeting: LetterMeeting
    change_text: str = ""
    replaces: date | None = None
    absence: AbsenceReport = field(default_factory=AbsenceReport)
    to_substitutes: bool = False
    with_calendar: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesLetter:
    """Minutes on their way: to those who verify them, or finished to everybody."""

    formal: bool
    done: bool
    meeting: LetterMeeting
    version: int = 1
    changes: tuple[str, ...] = ()
    """One line for each thing that is new since the version before."""
    former: str = ""
    """ "utkast 1" """
    answer_by: date | None = None


def notice_letter(notice: NoticeLetter, sender: Sender) -> Letter:
    """Return the letter of a notice."""
    match notice.kind:
        case NoticeKind.CANCELLED:
            return _cancelled(notice, sender)
        case NoticeKind.CHANGED:
            return _changed(notice, sender)
        case NoticeKind.NEW:
            return _new(notice, sender)


def _new(notice: NoticeLetter, sender: Sender) -> Letter:
    meeting = notice.meeting
    calendar = f" Öppna kalenderfilen om du vill ha {meeting.the_meeting} i din kalender."
    return Letter(
        subject=f"Kallelse till {meeting.name} {meeting.when}, {sender.council}",
        text=_text(
            f"här kommer kallelsen till {meeting.name} i {sender.council}.",
            _facts(meeting),
            f"{meeting.the_agenda.capitalize()} finns i kallelsen.{calendar if notice.with_calendar else ''}",
            *_absence(notice),
            *_to_substitutes(notice),
            sender=sender,
        ),
    )


def _changed(notice: NoticeLetter, sender: Sender) -> Letter:
    meeting = notice.meeting
    replaces = f" Den här kallelsen ersätter den från {iso(notice.replaces)}." if notice.replaces else ""
    calendar = f"Öppna kalenderfilen, så ändras {meeting.the_meeting} i din kalender."
    return Letter(
        subject=f"Ändrad kallelse till {meeting.name}, nu {meeting.when}, {sender.council}",
        text=_text(
            f"kallelsen till {meeting.name} i {sender.council} är ändrad.{replaces}",
            *([notice.change_text] if notice.change_text else []),
            _facts(meeting),
            *([calendar] if notice.with_calendar else []),
            *_absence(notice),
            *_to_substitutes(notice),
            sender=sender,
        ),
    )


def _cancelled(notice: NoticeLetter, sender: Sender) -> Letter:
    meeting = notice.meeting
    reason = f" Skäl: {notice.change_text.rstrip('.')}." if notice.change_text else ""
    calendar = f"Öppna kalenderfilen, så tas {meeting.the_meeting} bort ur din kalender."
    return Letter(
        subject=f"Inställt: {meeting.name} {meeting.when}, {sender.council}",
        text=_text(
            f"{meeting.name} i {sender.council}, {meeting.when}, är inställt.{reason}",
            *([calendar] if notice.with_calendar else []),
            sender=sender,
        ),
    )


def minutes_letter(minutes: MinutesLetter, sender: Sender) -> Letter:
    """Return the letter of a protokoll or of minnesanteckningar."""
    if minutes.formal and not minutes.done:
        return _for_verification(minutes, sender)
    meeting = minutes.meeting
    name, words = (
        ("Justerat protokoll", "det justerade protokollet")
        if minutes.formal
        else ("Minnesanteckningar", "minnesanteckningarna")
    )
    return Letter(
        subject=f"{name} från {meeting.name}, {sender.council}",
        text=_text(
            f"här kommer {words} från {meeting.name} i {sender.council}, {long_day(meeting.day)}.",
            *_changes(minutes),
            sender=sender,
        ),
    )


def _for_verification(minutes: MinutesLetter, sender: Sender) -> Letter:
    meeting = minutes.meeting
    by = f" Svara senast {long_day(minutes.answer_by)}." if minutes.answer_by else ""
    return Letter(
        subject=f"För justering: protokoll från {meeting.name}, utkast {minutes.version}, {sender.council}",
        text=_text(
            f"här kommer protokollet från {meeting.name} i {sender.council}, {long_day(meeting.day)}, "
            "för justering.",
            *_changes(minutes),
            f"Läs igenom och säg till om något ska ändras.{by}",
            sender=sender,
        ),
    )


def _changes(minutes: MinutesLetter) -> list[str]:
    if not minutes.changes:
        return []
    return ["\n".join([f"Ändrat sedan {minutes.former}:", *(f"- {line}" for line in minutes.changes)])]


THE_PAPER = {
    "arendeforfragan": "ärendeförfrågan",
    "dagordning": "dagordningen",
    "korschema": "ditt körschema",
    "narvarolista": "närvarolistan",
    "protokoll-publik": "den publika versionen av protokollet",
    "beslutslista": "listan över rådets beslut",
    "webbtext": "texten till webbplatsen",
    "protokollsutdrag": "ett protokollsutdrag",
    "atgardslista": "åtgärdslistan",
    "ledamoter": "förteckningen över ledamöter",
    "arshjul": "årshjulet",
    "arsrapport": "årsrapporten",
    "tjansteskrivelse": "tjänsteskrivelsen",
    "bra-enkat": "underlaget till Brås enkät",
    "statsbidrag": "underlaget till bidraget",
    "overenskommelse": "överenskommelsen om samverkan",
    "medborgarlofte": "medborgarlöftena",
    "inbjudan": "en inbjudan",
    "representation": "ett brev om er plats i rådet",
    "fragelista": "frågelistan till lägesbilden",
    "personuppgifter": "information om hur vi behandlar dina personuppgifter",
}


def paper_letter(
    kind: str, title: str, meeting: LetterMeeting | None, dated: date, sender: Sender, the_paper: str = ""
) -> Letter:
    """Return the letter of a list or an agenda; the_paper is the council's own word for it."""
    about = f"till {meeting.name} {meeting.when}" if meeting else iso(dated)
    words = f"till {meeting.name} i {sender.council}, {meeting.when}" if meeting else f"från {iso(dated)}"
    return Letter(
        subject=f"{title} {about}, {sender.council}",
        text=_text(f"här kommer {the_paper or THE_PAPER.get(kind, 'dokumentet')} {words}.", sender=sender),
    )


def item_request_letter(meeting: LetterMeeting, theme: str, answer_by: date, sender: Sender) -> Letter:
    """Return the letter that asks the members what a meeting should deal with."""
    about = f"Temat är {theme[:1].lower()}{theme[1:].rstrip('.')}. " if theme.strip() else ""
    return Letter(
        subject=f"Ärenden till {meeting.name} {long_day(meeting.day)}? Svara senast {iso(answer_by)}",
        text=_text(
            f"{long_day(meeting.day).capitalize()} har {sender.council} {meeting.name}. {about}"
            f"Vad vill du ta upp på {meeting.the_meeting}?",
            f"Svara på det här mejlet senast {long_day(answer_by)}. Skriv vad ärendet heter, om "
            f"{meeting.the_meeting} ska få information, diskutera eller besluta, och vem som föredrar.",
            "Har du inget att ta upp behöver du inte svara.",
            sender=sender,
        ),
    )


def questionnaire_letter(questions: Sequence[str], reminder: str, answer_by: date, sender: Sender) -> Letter:
    """Return the letter of a frågelista, with the questions to answer where they stand."""
    asked = "\n\n".join(f"{number}. {text}" for number, text in enumerate(questions, start=1))
    return Letter(
        subject=f"Frågor till lägesbilden, svara senast {iso(answer_by)}, {sender.council}",
        text=_text(
            "kommunen tar fram en ny lägesbild över brottsligheten (4 § lagen 2023:196). Vi vill veta vad ni "
            "ser i er verksamhet, och frågorna finns i den bifogade frågelistan.",
            f"Svara senast {long_day(answer_by)}, i filen, på papper eller i ett svar på det här mejlet.",
            *filter(None, (reminder, asked)),
            sender=sender,
        ),
    )


def approval_letter(meeting: LetterMeeting, words: Words, answer_by: date, sender: Sender) -> Letter:
    """Return the letter that asks the chair to approve an agenda."""
    return Letter(
        subject=f"För godkännande: {words.agenda} till {meeting.name}, {sender.council}",
        text=_text(
            f"här kommer förslaget till {words.agenda} för {meeting.name} i {sender.council}, "
            f"{meeting.when}.",
            f"Godkänner du {words.the_agenda}? Svara senast {long_day(answer_by)}, "
            "så går kallelsen ut i tid.",
            sender=sender,
        ),
    )


def _facts(meeting: LetterMeeting) -> str:
    lines = {"Tid": meeting.when, "Plats": meeting.place, "Länk": meeting.link}
    return "\n".join(f"{name}: {value}" for name, value in lines.items() if value)


def _absence(notice: NoticeLetter) -> list[str]:
    absence = notice.absence
    if not absence.to and not absence.contact:
        return []
    by = f" senast {long_day(absence.by)}" if absence.by else ""
    to = ", ".join(part for part in (absence.to, *absence.contact) if part)
    note = f" {absence.note}" if absence.note else ""
    return [f"Kan du inte komma? Säg till{by}: {to}.{note}"]


def _to_substitutes(notice: NoticeLetter) -> list[str]:
    return ["Du som är ersättare får kallelsen för kännedom."] if notice.to_substitutes else []


def _text(*paragraphs: str, sender: Sender) -> str:
    """Join the paragraphs under a greeting and over the signature."""
    whose = f"{sender.council}, {sender.municipality}"
    signed = "\n".join(part for part in ("Hälsningar", sender.name, whose) if part)
    return "\n\n".join(["Hej,", *paragraphs, signed]) + "\n"
