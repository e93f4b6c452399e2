"""What can be refused, each refusal with its facts and one Swedish sentence that says what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from typing_extensions import override

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")


def one_line(text: str) -> str:
    """Return foreign text as it can stand in a sentence: on one line, with nothing that steers a screen."""
    return " ".join(_UNSEEN.sub(" ", text).split())


@dataclass(eq=False)
class CouncilError(Exception):
    """Anything the program refuses to do; `str()` is the sentence for the coordinator."""

    def sentence(self) -> str:
        return "Det gick inte. Inget har ändrats."

    @override
    def __str__(self) -> str:
        return self.sentence()


@dataclass(eq=False)
class FileError(CouncilError):
    """A refusal that is about one file."""

    path: Path

    @property
    def name(self) -> str:
        return f"”{one_line(self.path.name or str(self.path))}”"


@dataclass(eq=False)
class CouncilMissing(FileError):
    @override
    def sentence(self) -> str:
        return f"Rådsfilen {self.name} finns inte. Kontrollera namnet eller skapa ett nytt råd."


@dataclass(eq=False)
class FileMissing(FileError):
    @override
    def sentence(self) -> str:
        return f"Filen {self.name} finns inte. Inget har ändrats. Kontrollera namnet och mappen."


@dataclass(eq=False)
class NotAFile(FileError):
    @override
    def sentence(self) -> str:
        return f"{self.name} är en mapp och ingen fil. Inget har ändrats. Välj en fil i den."


@dataclass(eq=False)
class CouncilExists(FileError):
    @override
    def sentence(self) -> str:
        return f"Det finns redan en fil som heter {self.name}. Den är orörd. Välj ett annat namn."


@dataclass(eq=False)
class WrongSuffix(FileError):
    @override
    def sentence(self) -> str:
        return f"En rådsfil ska sluta på .trygghetsrad, men {self.name} gör inte det. Välj ett annat namn."


@dataclass(eq=False)
class NotACouncilFile(FileError):
    @override
    def sentence(self) -> str:
        return f"Filen {self.name} är inte en rådsfil från Trygghetsråd. Den är orörd. Välj en annan fil."


@dataclass(eq=False)
class EmptyCouncilFile(FileError):
    @override
    def sentence(self) -> str:
        return f"Filen {self.name} är tom. Den är orörd. Öppna en säkerhetskopia i stället."


@dataclass(eq=False)
class NewerCouncilFile(FileError):
    found: int
    known: int

    @override
    def sentence(self) -> str:
        return (
            f"Rådsfilen {self.name} är skriven av en nyare version av Trygghetsråd. "
            "Den är orörd. Installera den nyare versionen och öppna filen igen."
        )


@dataclass(eq=False)
class OlderCouncilFile(FileError):
    @override
    def sentence(self) -> str:
        return (
            f"Rådsfilen {self.name} är från en äldre version av Trygghetsråd. Den är orörd. "
            "Öppna den en gång i fönstret, så görs den om med en säkerhetskopia först."
        )


@dataclass(eq=False)
class DamagedCouncilFile(FileError):
    @override
    def sentence(self) -> str:
        return f"Rådsfilen {self.name} är skadad. Den är orörd. Öppna den senaste säkerhetskopian i stället."


@dataclass(eq=False)
class Unreadable(FileError):
    @override
    def sentence(self) -> str:
        return (
            f"Filen {self.name} går inte att läsa. Den är orörd. "
            "Kontrollera att du har rätt till den och att inget annat program har den öppen."
        )


@dataclass(eq=False)
class NotWritable(FileError):
    @override
    def sentence(self) -> str:
        return (
            f"Det går inte att skriva i {self.name}. Allt som redan var sparat är kvar. "
            "Kontrollera att filen och mappen inte är skrivskyddade."
        )


@dataclass(eq=False)
class DiskFull(FileError):
    @override
    def sentence(self) -> str:
        return (
            "Disken är full, så det senaste kunde inte sparas. Allt som redan var sparat är kvar. "
            "Frigör utrymme och gör om det sista."
        )


@dataclass(eq=False)
class NotBroughtUpToDate(FileError):
    @override
    def sentence(self) -> str:
        return (
            f"Rådsfilen {self.name} kunde inte göras om för den här versionen av Trygghetsråd. Den är orörd. "
            "Öppna den med den version du hade förut och hör av dig till supporten."
        )


@dataclass(eq=False)
class CouncilInUse(FileError):
    user: str
    host: str
    since: datetime | None
    here: bool
    """Whether it is she herself, on this computer."""

    @property
    def holder(self) -> str:
        """Return who has the file and since when, as words inside a sentence."""
        who = f"{one_line(self.user)} på datorn {one_line(self.host)}" if self.user else "någon annan"
        since = f" sedan {self.since:%Y-%m-%d} kl. {self.since:%H.%M}" if self.since else ""
        return f"{who}{since}"

    @override
    def sentence(self) -> str:
        return f"Rådsfilen {self.name} är redan öppen: {self.holder}. Den är orörd. Stäng den där först."


@dataclass(eq=False)
class OpenedReadOnly(FileError):
    @override
    def sentence(self) -> str:
        return f"Rådsfilen {self.name} är öppnad skrivskyddad, så inget kan ändras här."


@dataclass(eq=False)
class UnknownMunicipality(CouncilError):
    text: str

    @override
    def sentence(self) -> str:
        return (
            f"Det finns ingen kommun med koden eller namnet ”{one_line(self.text)}”. Inget har skapats. "
            "Skriv till exempel 2417."
        )


@dataclass(eq=False)
class NotFound(CouncilError):
    """The thing was removed meanwhile, or the number is wrong."""

    what: str
    which: str = ""

    @override
    def sentence(self) -> str:
        which = one_line(self.which)
        return f"{self.what}{' ' if which else ''}{which} finns inte. Inget har ändrats."


@dataclass(eq=False)
class NothingToUndo(CouncilError):
    @override
    def sentence(self) -> str:
        return "Det finns inget mer att ångra."


@dataclass(eq=False)
class NothingToRedo(CouncilError):
    @override
    def sentence(self) -> str:
        return "Det finns inget att göra om."


@dataclass(eq=False)
class UndoStopsAtVerification(CouncilError):
    label: str

    @override
    def sentence(self) -> str:
        return (
            f"”{self.label}” går inte att ångra, eftersom det som skrevs på mötet är markerat som färdigt. "
            "Ändra direkt i mötet, eller återta markeringen där först."
        )


@dataclass(eq=False)
class Refused(CouncilError):
    """A rule of the domain says no; the sentence says which and what to do instead."""

    text: str

    @override
    def sentence(self) -> str:
        return self.text
