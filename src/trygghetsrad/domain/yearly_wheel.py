"""What a small municipality's council does month by month; custom and proposals, except where a § stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Theme(StrEnum):
    """What a task of the year is about."""

    FOLLOW_UP = "uppföljning"
    PICTURE = "lägesbild"
    PLAN = "åtgärdsplan"
    AGREEMENT = "överenskommelse"
    REPORT = "rapport"
    MEETINGS = "möten"
    PEOPLE = "ledamöter"
    INFORMATION = "information"
    GRANT = "statsbidrag"


@dataclass(frozen=True, slots=True, kw_only=True)
class WheelTask:
    """A task that comes back; `board` is whose meeting it waits for: KS or KF."""

    month: int
    title: str
    theme: Theme
    why: str
    section: str = ""
    day: int | None = None
    board: str = ""


EVERY_YEAR: tuple[WheelTask, ...] = (
    WheelTask(
        month=1,
        title="Fråga ansvariga hur det går med åtgärderna",
        theme=Theme.FOLLOW_UP,
        why="Svaren behövs till årets första möte och till årsrapporten.",
    ),
    WheelTask(
        month=1,
        title="Boka årets möten",
        theme=Theme.MEETINGS,
        why="Lagen säger inte hur många möten rådet ska ha. Fyra är vanligt.",
    ),
    WheelTask(
        month=2,
        title="Skriv utkast till årsrapporten",
        theme=Theme.REPORT,
        why="Rådet går igenom den innan den går till nämnden.",
        section="13 §",
    ),
    WheelTask(
        month=2,
        day=26,
        title="Slutredovisa statsbidraget",
        theme=Theme.GRANT,
        why="Gäller den som fick bidrag förra året. Kontrollera dagen hos Brå.",
    ),
    WheelTask(
        month=3,
        title="Årsrapporten till kommunstyrelsen",
        theme=Theme.REPORT,
        why="Den som leder arbetet rapporterar till fullmäktige.",
        section="13 §",
        board="KS",
    ),
    WheelTask(
        month=3,
        title="Svara på Brås enkät till kommunerna",
        theme=Theme.FOLLOW_UP,
        why="Enkäten brukar komma tidigt på året. Den är inget krav i lagen.",
    ),
    WheelTask(
        month=4,
        title="Årsrapporten till kommunfullmäktige",
        theme=Theme.REPORT,
        why="Lagen säger kontinuerligt. En gång om året är vår påminnelse.",
        section="13 §",
        board="KF",
    ),
    WheelTask(
        month=4,
        title="Berätta för invånarna",
        theme=Theme.INFORMATION,
        why="Samordningsfunktionen hjälper till att sprida information.",
        section="12 §",
    ),
    WheelTask(
        month=5,
        title="Gå igenom sommaren: skolavslutning, festivaler och trafik",
        theme=Theme.PICTURE,
        why="Det som kommer tillbaka varje år går att planera för.",
    ),
    WheelTask(
        month=6,
        day=15,
        title="Statsbidraget öppnar för ansökan",
        theme=Theme.GRANT,
        why="Lägesbild och åtgärdsplan bifogas. Kontrollera dagen hos Brå.",
    ),
    WheelTask(
        month=8,
        day=26,
        title="Delredovisa statsbidraget",
        theme=Theme.GRANT,
        why="Gäller den som har bidrag i år. Kontrollera dagen hos Brå.",
    ),
    WheelTask(
        month=9,
        day=20,
        title="Gör klart ansökan om statsbidrag",
        theme=Theme.GRANT,
        why="Ansökan ska vara inne 1 oktober. Kontrollera dagen hos Brå.",
    ),
    WheelTask(
        month=10,
        title="Gå en trygghetsvandring i mörker",
        theme=Theme.PICTURE,
        why="Det som ses på plats kan bli annan information i lägesbilden.",
    ),
    WheelTask(
        month=10,
        title="Lämna underlag till budgeten",
        theme=Theme.PLAN,
        why="Åtgärder som kostar behöver pengar innan året börjar.",
    ),
    WheelTask(
        month=11,
        title="Se över ledamöterna",
        theme=Theme.PEOPLE,
        why="Kommunen verkar för att de andra skickar personer i ledande befattning.",
        section="10 §",
    ),
    WheelTask(
        month=11,
        title="Föreslå nästa års mötesdagar",
        theme=Theme.MEETINGS,
        why="Nämndernas dagar för nästa år brukar vara bestämda då.",
    ),
    WheelTask(
        month=12,
        title="Följ upp medborgarlöftena skriftligt",
        theme=Theme.AGREEMENT,
        why="Löftena är en överenskommelse med invånarna, inget krav i lagen.",
    ),
    WheelTask(
        month=12,
        title="Ta fram årets arkivpaket",
        theme=Theme.FOLLOW_UP,
        why="Då är årets handlingar samlade när året är slut.",
    ),
)

A_YEAR: tuple[WheelTask, ...] = (
    WheelTask(
        month=2,
        title="Skicka frågelistan till ledamöterna",
        theme=Theme.PICTURE,
        why="Svaren är annan information till lägesbilden.",
        section="4 §",
    ),
    WheelTask(
        month=3,
        title="För in årets siffror",
        theme=Theme.PICTURE,
        why="Kartläggningen bygger på dem.",
        section="4 §",
    ),
    WheelTask(
        month=4,
        title="Håll dialog med invånare och medarbetare",
        theme=Theme.PICTURE,
        why="Svaren är annan information till lägesbilden.",
        section="4 §",
    ),
    WheelTask(
        month=5,
        title="Skriv utkast till lägesbilden och föreslå prioritering",
        theme=Theme.PICTURE,
        why="Rådet tar upp det på majmötet.",
        section="4 §",
    ),
    WheelTask(
        month=6,
        title="Gör orsaksanalys av högst tre problem",
        theme=Theme.PICTURE,
        why="Lägesbilden ska ha en analys. Att analysera orsaker är ett sätt att göra den.",
        section="4 §",
    ),
    WheelTask(
        month=8,
        title="Gör klart lägesbilden",
        theme=Theme.PICTURE,
        why="Då finns tid för åtgärdsplanen före nämndernas höstmöten.",
        section="6 §",
    ),
    WheelTask(
        month=9,
        title="Följ upp åtgärdsplanen och skriv utkast till en ny",
        theme=Theme.PLAN,
        why="Lagen kräver uppföljning minst vartannat år. Att planen beslutas på nytt är kommunens val.",
        section="6 §",
    ),
    WheelTask(
        month=10,
        title="Lägesbild och åtgärdsplan till kommunstyrelsen",
        theme=Theme.PLAN,
        why="Kommunen ska besluta om planen. Lagen säger inte vilket organ.",
        section="5 §",
        board="KS",
    ),
    WheelTask(
        month=11,
        title="Lägesbild och åtgärdsplan till kommunfullmäktige",
        theme=Theme.PLAN,
        why="Gäller om fullmäktige beslutar. Lagen säger inte vilket organ.",
        section="5 §",
        board="KF",
    ),
)

MANDATE_YEAR: tuple[WheelTask, ...] = (
    WheelTask(
        month=1,
        title="Be om val av ordförande och ledamöter, skriv till organisationerna",
        theme=Theme.PEOPLE,
        why="En ny mandatperiod börjar.",
        section="10 §",
    ),
    WheelTask(
        month=2,
        title="Se över rådets reglemente",
        theme=Theme.PEOPLE,
        why="Det brukar göras i början av varje mandatperiod.",
    ),
    WheelTask(
        month=3,
        title="Se över vad arbetet samordnas med",
        theme=Theme.PLAN,
        why="Andra planer förnyas också när en mandatperiod börjar.",
        section="7 §",
    ),
    WheelTask(
        month=4,
        title="Tala med chefen för lokalpolisområdet om överenskommelsen",
        theme=Theme.AGREEMENT,
        why="Kommunen verkar för skriftliga överenskommelser.",
        section="9 §",
    ),
    WheelTask(
        month=5,
        title="Skriv utkast till överenskommelse för mandatperioden",
        theme=Theme.AGREEMENT,
        why="Den ska ange minst syften och områden.",
        section="9 §",
    ),
    WheelTask(
        month=6,
        title="Underteckna överenskommelsen",
        theme=Theme.AGREEMENT,
        why="Lagen har ingen sista dag. Juni är ett förslag.",
        section="9 §",
    ),
)

LAST_YEAR: tuple[WheelTask, ...] = (
    WheelTask(
        month=12,
        title="Tacka ledamöterna som slutar",
        theme=Theme.PEOPLE,
        why="Mandatperioden slutar 31 december.",
    ),
)
"""The year before a mandate period begins."""
