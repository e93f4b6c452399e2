"""Facts of an invented council, for papers to be made of; each builder fills in what a test leaves out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from trygghetsrad.domain.papers import (
    AbsenceReport,
    ActionListFacts,
    ActionRow,
    AgendaFacts,
    AgendaRow,
    AssignmentFacts,
    AttendanceFacts,
    AttendanceListFacts,
    AttendanceRow,
    Attendee,
    CalledPerson,
    DecisionFacts,
    Letterhead,
    MeetingFacts,
    MemberGroup,
    MemberListFacts,
    MemberRow,
    MinutesFacts,
    MinutesItem,
    NoticeFacts,
    NoticeKind,
    Officer,
    Words,
)

DAY = date(2026, 12, 8)


@cache
def a_logo(kind: str = "PNG") -> bytes:
    picture = Image.new(
        "RGBA" if kind == "PNG" else "RGB", (180, 210), (0, 0, 0, 0) if kind == "PNG" else "white"
    )
    draw = ImageDraw.Draw(picture)
    draw.polygon([(10, 10), (170, 10), (170, 120), (90, 200), (10, 120)], fill=(11, 90, 117))
    target = BytesIO()
    picture.save(target, kind)
    return target.getvalue()


def a_letterhead(**changes: Any) -> Letterhead:
    return replace(
        Letterhead(
            municipality="Norrmyra kommun",
            body="Trygghetsrådet",
            address_lines=(
                "Norrmyra kommun",
                "Storgatan 12",
                "935 00 Norrmyra",
                "070-174 06 05",
                "norrmyra.example",
            ),
            logo=a_logo(),
        ),
        **changes,
    )


def a_meeting(**changes: Any) -> MeetingFacts:
    return replace(
        MeetingFacts(
            number="4/2026",
            day=DAY,
            starts=time(13),
            ends=time(15),
            place="Kommunhuset, sammanträdesrum Björken",
            link="https://mote.norrmyra.example/trygghet-4",
        ),
        **changes,
    )


AGENDA = (
    AgendaRow(number="1", title="Mötet öppnas", minutes=5, kind="information"),
    AgendaRow(number="2", title="Val av justerare", minutes=5, kind="beslut"),
    AgendaRow(number="3", title="Föregående protokoll", minutes=10, kind="information", papers=("Bilaga 1",)),
    AgendaRow(
        number="4", title="Lägesbild från polisen", presenter="Mats Lindgren", minutes=25, kind="information"
    ),
    AgendaRow(
        number="5",
        title="Uppföljning av åtgärder",
        presenter="Anna Sjöberg",
        minutes=30,
        kind="diskussion",
        note="Ansvariga berättar kort hur det går.",
    ),
    AgendaRow(
        number="6",
        title="Överenskommelse med polisen 2027–2030",
        presenter="Eva Nordlund",
        minutes=25,
        kind="beslut",
        registry_number="KS 2026/71",
        proposed_decision="Rådet föreslår kommunstyrelsen att godkänna överenskommelsen.",
        papers=("Bilaga 2",),
    ),
    AgendaRow(number="7", title="Övriga frågor", minutes=10, kind="diskussion"),
    AgendaRow(number="8", title="Nästa möte", minutes=10, kind="information"),
)

ACTIONS = (
    ActionRow(
        what="Byta belysning längs gångvägen mellan skolan och badhuset",
        owner="Tekniska kontoret",
        due=date(2026, 11, 15),
        status="23 dagar försenad",
        late=True,
        origin="Möte 2/2026, § 5",
        areas=("brottsförebyggande",),
    ),
    ActionRow(
        what="Ta fram föräldrabrev om A-traktorer",
        owner="Lena Berg",
        due=date(2027, 1, 31),
        status="pågår",
        origin="Möte 3/2026, § 11",
        areas=("brottsförebyggande", "folkhälsa"),
    ),
    ActionRow(what="Bjuda in företagarföreningen", owner="", status="planerad", origin="Möte 3/2026, § 12"),
)

CALLED = (
    CalledPerson(name="Eva Nordlund", organisation="Kommunstyrelsen", role="ordförande"),
    CalledPerson(name="Mats Lindgren", organisation="Polisen, lokalpolisområde Norr", role="ledamot"),
    CalledPerson(name="Lena Berg", organisation="Barn- och utbildningsförvaltningen", role="ledamot"),
    CalledPerson(name="Anna Sjöberg", organisation="Kommunledningskontoret", role="sekreterare"),
)


def a_notice(**changes: Any) -> NoticeFacts:
    return replace(
        NoticeFacts(
            letterhead=a_letterhead(),
            meeting=a_meeting(),
            issued_on=date(2026, 11, 23),
            registry_number="KS 2026/112",
            chair="Eva Nordlund",
            secretary="Anna Sjöberg",
            agenda=AGENDA,
            asked_of_you="Läs bilagorna.\n\n- Ta med en siffra om läget hos er.\n- Fundera på vem som kan vara justerare.",
            absence=AbsenceReport(
                by=date(2026, 12, 1),
                to="Anna Sjöberg",
                contact=("070-174 06 06", "anna.sjoberg@norrmyra.example"),
                note="Kontakta även din ersättare.",
            ),
            called=CALLED,
            for_information=(CalledPerson(name="Nils Ek", organisation="Kommunstyrelsen", role="ersättare"),),
            open_actions=ACTIONS,
            attachments=("Protokoll möte 3/2026", "Förslag till överenskommelse 2027–2030"),
        ),
        **changes,
    )


def a_changed_notice(**changes: Any) -> NoticeFacts:
    return a_notice(
        kind=NoticeKind.CHANGED,
        replaces_dated=date(2026, 11, 23),
        change_text="Mötet börjar kl. 14.00 i stället för kl. 13.00.",
        issued_on=date(2026, 11, 27),
        **changes,
    )


def a_cancelled_notice(**changes: Any) -> NoticeFacts:
    return a_notice(
        kind=NoticeKind.CANCELLED,
        replaces_dated=date(2026, 11, 23),
        change_text="Mötet är inställt på grund av sjukdom. En ny kallelse kommer.",
        **changes,
    )


def an_agenda(**changes: Any) -> AgendaFacts:
    return replace(
        AgendaFacts(
            letterhead=a_letterhead(),
            meeting=a_meeting(),
            rows=AGENDA,
            chair="Eva Nordlund",
            secretary="Anna Sjöberg",
            approved="Godkänd av ordföranden den 24 november 2026",
        ),
        **changes,
    )


PEOPLE = AttendanceFacts(
    members=(
        Attendee(name="Eva Nordlund", organisation="Kommunstyrelsen", role="ordförande"),
        Attendee(name="Mats Lindgren", organisation="Polisen", remote=True),
        Attendee(
            name="Lena Berg", organisation="Barn- och utbildning", sections="§§ 16–19", reason="kom senare"
        ),
        Attendee(name="Olof Dahl", organisation="Räddningstjänsten"),
    ),
    serving_substitutes=(
        Attendee(name="Nils Ek", organisation="Kommunstyrelsen", substitutes_for="Karin Holm"),
    ),
    other_substitutes=(Attendee(name="Britta Öst", organisation="Socialtjänsten"),),
    others=(
        Attendee(name="Per Åkesson", organisation="Norrmyrabostäder", role="föredragande", sections="§ 18"),
    ),
    excused=(Attendee(name="Karin Holm", organisation="Kommunstyrelsen"),),
)

ITEMS = (
    MinutesItem(label="§ 14", title="Mötets öppnande", text="Ordföranden hälsar välkommen och öppnar mötet."),
    MinutesItem(
        label="§ 15",
        title="Val av justerare",
        decisions=(DecisionFacts(outcome="utser", text="Mats Lindgren att justera dagens protokoll."),),
    ),
    MinutesItem(
        label="§ 16",
        title="Lägesbild från polisen",
        registry_number="KS 2026/15",
        presenter="Mats Lindgren",
        text=(
            "Antalet anmälda skadegörelser har minskat från 41 till 29 jämfört med förra året.\n\n"
            "Polisen ser tre saker:\n- störande körning vid torget på fredagskvällar\n- cykelstölder vid stationen\n"
            "- färre inbrott i fritidshus"
        ),
        papers=("Polisens månadsbild november 2026",),
        decisions=(DecisionFacts(outcome="noterar", text="informationen och lägger den till handlingarna."),),
    ),
    MinutesItem(
        label="§ 17",
        title="Uppföljning av åtgärder",
        presenter="Anna Sjöberg",
        text="Tre åtgärder är öppna. Belysningen vid badhuset är försenad eftersom stolparna inte har levererats.",
        actions=(
            AssignmentFacts(
                what="Begära nytt leveransdatum", owner="Tekniska kontoret", due=date(2026, 12, 18)
            ),
            AssignmentFacts(what="Berätta för föräldraföreningen", owner="Lena Berg", due=date(2027, 1, 15)),
        ),
    ),
    MinutesItem(
        label="§ 18",
        title="Överenskommelse med polisen 2027–2030",
        registry_number="KS 2026/71",
        presenter="Eva Nordlund",
        text="Den nuvarande överenskommelsen går ut den 31 december 2026.",
        papers=("Förslag till överenskommelse", "Gemensam lägesbild 2026"),
        disqualified="Olof Dahl anmäler jäv och deltar inte i ärendet.",
        decisions=(
            DecisionFacts(
                outcome="föreslår kommunstyrelsen besluta",
                text="att godkänna överenskommelsen.",
                sent_to=("kommunstyrelsen", "polisen"),
                reservations="Nils Ek reserverar sig mot beslutet.",
                votes="Tre röster för och en emot.",
            ),
        ),
    ),
    MinutesItem(
        label="§ 19", title="Enskild plats", text="Uppgifter om en enskild fastighet.", confidential=True
    ),
)


def the_minutes(**changes: Any) -> MinutesFacts:
    return replace(
        MinutesFacts(
            letterhead=a_letterhead(),
            meeting=a_meeting(adjourned="13.50–14.05"),
            registry_number="KS 2026/112",
            code="1a2b3c4d5e6f7a8b",
            attendance=PEOPLE,
            chairs=(Officer(name="Eva Nordlund"),),
            secretaries=(Officer(name="Anna Sjöberg"),),
            verifiers=(Officer(name="Mats Lindgren"),),
            verification_place="Kommunhuset",
            verification_day=date(2026, 12, 15),
            verification_time=time(10),
            section_range="§§ 14–19",
            items=ITEMS,
            next_meeting="tisdag 9 mars 2027 kl. 13.00, Kommunhuset",
            attachments=("Polisens månadsbild november 2026", "Förslag till överenskommelse"),
        ),
        **changes,
    )


def a_draft(**changes: Any) -> MinutesFacts:
    return the_minutes(
        draft_label="Utkast 2",
        previous_label="utkast 1",
        changed_since=("§ 16: antalet skadegörelser är rättat", "§ 18: reservationen är tillagd"),
        **changes,
    )


def the_notes(**changes: Any) -> MinutesFacts:
    items = tuple(replace(item, label=str(number)) for number, item in enumerate(ITEMS, start=1))
    return the_minutes(**{"formal": False, "items": items, "section_range": "", "code": None} | changes)


def an_attendance_list(**changes: Any) -> AttendanceListFacts:
    return replace(
        AttendanceListFacts(
            letterhead=a_letterhead(),
            meeting=a_meeting(),
            rows=(
                AttendanceRow(
                    name="Eva Nordlund", organisation="Kommunstyrelsen", role="ordförande", elected=True
                ),
                AttendanceRow(name="Nils Ek", organisation="Kommunstyrelsen", role="ersättare", elected=True),
                AttendanceRow(name="Mats Lindgren", organisation="Polisen", role="ledamot"),
                AttendanceRow(
                    name="Karin Holm",
                    organisation="Kommunstyrelsen",
                    role="ledamot",
                    presence="Anmält förhinder",
                    elected=True,
                ),
            ),
        ),
        **changes,
    )


def a_member_list(**changes: Any) -> MemberListFacts:
    return replace(
        MemberListFacts(
            letterhead=a_letterhead(),
            as_of=date(2026, 11, 23),
            groups=(
                MemberGroup(
                    organisation="Kommunstyrelsen",
                    rows=(
                        MemberRow(
                            role="ordförande",
                            name="Eva Nordlund",
                            title="Kommunalråd",
                            term="2023–2026",
                            personal_substitute="Nils Ek",
                            party="NP",
                            phone="070-174 06 05",
                            email="eva.nordlund@norrmyra.example",
                        ),
                        MemberRow(
                            role="ledamot",
                            name="Karin Holm",
                            title="Förtroendevald",
                            term="2023–2026",
                            phone="070-174 06 07",
                            email="karin.holm@norrmyra.example",
                            protected=True,
                        ),
                    ),
                ),
                MemberGroup(
                    organisation="Polisen, lokalpolisområde Norr",
                    rows=(
                        MemberRow(
                            role="ledamot",
                            name="Mats Lindgren",
                            title="Kommunpolis",
                            term="tills vidare",
                            phone="070-174 06 08",
                            email="mats.lindgren@polis.example",
                        ),
                        MemberRow(role="ersättare"),
                    ),
                ),
            ),
        ),
        **changes,
    )


def an_action_list(**changes: Any) -> ActionListFacts:
    done = ActionRow(what="Trygghetsvandring på Norra torget", owner="Anna Sjöberg", status="klar", done=True)
    return replace(
        ActionListFacts(letterhead=a_letterhead(), as_of=DAY, rows=(*ACTIONS, done)),
        **changes,
    )


ALL_PAPERS = {
    "kallelse": a_notice,
    "ändrad kallelse": a_changed_notice,
    "inställt": a_cancelled_notice,
    "dagordning": an_agenda,
    "protokoll": the_minutes,
    "utkast": a_draft,
    "publik": lambda: the_minutes(public=True),
    "minnesanteckningar": the_notes,
    "närvarolista": an_attendance_list,
    "ledamöter": a_member_list,
    "åtgärdslista": an_action_list,
    "åtgärdslista per ansvarig": lambda: an_action_list(by_owner=True),
    "andra ord": lambda: a_notice(words=Words(meeting="sammanträde", agenda="föredragningslista")),
}
