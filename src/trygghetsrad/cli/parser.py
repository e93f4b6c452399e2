"""Which words the command line understands, and its help in Swedish."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, NoReturn

from typing_extensions import override

from trygghetsrad import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

PROGRAM = "trygghetsrad"
USUAL_NAME = "Folkhälso- och trygghetsrådet"
WRONG_USAGE = 2
MOST_YEARS = 20
FORMATS = frozenset({"pdf", "docx"})
IMPORT_KINDS = ("members", "statistics")
FIRST_YEAR, LAST_YEAR = 1950, 2100

COMMANDS = {
    "new": "skapa ett nytt råd",
    "demo": "skriv exempelrådet Norrmyra till en ny fil",
    "import": "läs in personer eller statistik från CSV, Excel eller vCard",
    "documents": "skriv rådets dokument som PDF eller Word",
    "status": "visa nästa möte och vad som är sent",
    "backup": "skriv en kontrollerad säkerhetskopia i en mapp",
    "restore": "lägg tillbaka en säkerhetskopia",
    "check": "kontrollera att rådsfilen är hel",
}


class SwedishHelp(argparse.HelpFormatter):
    """Help with Swedish words around it."""

    @override
    def add_usage(self, usage, actions, groups, prefix=None) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        super().add_usage(usage, actions, groups, prefix or "Så här: ")


class SwedishParser(argparse.ArgumentParser):
    """Says what is wrong in one Swedish sentence and leaves with 2."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, add_help=False, formatter_class=SwedishHelp)
        self._positionals.title = "Ange"
        self._optionals.title = "Val"
        self.add_argument("-h", "--help", action="help", help="visa den här hjälpen")

    @override
    def error(self, message: str) -> NoReturn:
        sys.stderr.write(
            f"Kommandot gick inte att förstå, och inget har ändrats. Skriv {self.prog} --help så visas hur.\n"
            f"{self.format_usage()}"
        )
        sys.exit(WRONG_USAGE)


def understand(words: Sequence[str]) -> argparse.Namespace:
    """Return what the words ask for; `command` is "open" when it is the window, or "self-test"."""
    command = words[0] if words and words[0] in COMMANDS else ""
    if not command:
        wish = _window_parser().parse_args(words)
        wish.command = "self-test" if wish.self_test else "open"
        return wish
    wish = PARSERS[command]().parse_args(words[1:])
    wish.command = command
    return wish


def _window_parser() -> SwedishParser:
    lines = "\n".join(f"  {PROGRAM} {name:<10} {text}" for name, text in COMMANDS.items())
    parser = SwedishParser(PROGRAM, "Öppnar fönstret. Utan fönster går det här att göra:")
    parser.formatter_class = _ListedHelp
    parser.description = f"Öppnar fönstret. Utan fönster går det här att göra:\n\n{lines}"
    parser.add_argument("council", nargs="?", metavar="RÅD", help="rådsfil som slutar på .trygghetsrad")
    parser.add_argument("--demo", action="store_true", help="öppna exempelrådet i stället")
    parser.add_argument("--self-test", action="store_true", help="prova programmet i en tillfällig mapp")
    parser.add_argument(
        "--version", action="version", version=f"Trygghetsråd {__version__}", help="visa versionen"
    )
    return parser


class _ListedHelp(SwedishHelp, argparse.RawDescriptionHelpFormatter):
    """Keeps the lines of the list of commands."""


def _parser(command: str) -> SwedishParser:
    return SwedishParser(f"{PROGRAM} {command}", COMMANDS[command].capitalize() + ".")


def _council(parser: SwedishParser) -> None:
    parser.add_argument("council", metavar="RÅD", help="rådsfil som slutar på .trygghetsrad")


def _json(parser: SwedishParser) -> None:
    parser.add_argument("--json", action="store_true", help="svara med ett JSON-objekt")


def _new() -> SwedishParser:
    parser = _parser("new")
    _council(parser)
    parser.add_argument(
        "--municipality", required=True, metavar="KOD", help="kommunkod eller namn, till exempel 2417"
    )
    parser.add_argument(
        "--name", default="Folkhälso- och trygghetsrådet", metavar="NAMN", help="vad rådet heter"
    )
    return parser


def _demo() -> SwedishParser:
    parser = _parser("demo")
    _council(parser)
    parser.add_argument(
        "--years",
        type=int,
        choices=range(1, MOST_YEARS + 1),
        default=3,
        metavar="ANTAL",
        help=f"hur många år rådet har funnits, 1–{MOST_YEARS}; förvalt är 3; 20 tar en halv minut",
    )
    return parser


def _import() -> SwedishParser:
    parser = _parser("import")
    parser.add_argument(
        "file", metavar="FIL", help="CSV, Excel (.xlsx), vCard eller en fil från Brå eller Kolada"
    )
    parser.add_argument(
        "--into", dest="council", required=True, metavar="RÅD", help="rådsfilen att läsa in i"
    )
    parser.add_argument(
        "--kind",
        choices=IMPORT_KINDS,
        help="vad filen innehåller; utan val känns statistik igen, och annat läses som personer",
    )
    parser.add_argument("--sheet", metavar="BLAD", help="vilket blad i arbetsboken, för personer")
    parser.add_argument(
        "--year", type=_year, metavar="ÅR", help="vilket år statistiken gäller, när filen inte säger det"
    )
    parser.add_argument("--dry-run", action="store_true", help="räkna bara, skriv inget")
    _json(parser)
    return parser


def _year(text: str) -> int:
    """Return a year that figures may be of; raises ValueError for another number."""
    year = int(text)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(text)
    return year


def _formats(text: str) -> tuple[str, ...]:
    """Return the formats asked for, each once; raises ValueError for one that there is not."""
    asked = tuple(dict.fromkeys(word.strip().lower() for word in text.split(",")))
    if not set(asked) <= FORMATS:
        raise ValueError(text)
    return asked


def _documents() -> SwedishParser:
    from trygghetsrad.documents.make import DOCUMENT_KINDS

    parser = _parser("documents")
    _council(parser)
    parser.add_argument("--out", required=True, metavar="MAPP", help="mapp att skriva dokumenten i")
    parser.add_argument(
        "--only", nargs="+", choices=tuple(DOCUMENT_KINDS), metavar="SLAG", help="bara de här slagen"
    )
    parser.add_argument(
        "--format",
        type=_formats,
        default=("pdf",),
        metavar="FORMAT",
        help="pdf, docx (Word) eller båda: pdf,docx; originalet är alltid PDF-filen",
    )
    parser.add_argument(
        "--problem", metavar="PROBLEM", help="bara det här problemet i orsaksanalysen och spårlistan"
    )
    parser.add_argument(
        "--version",
        type=int,
        metavar="N",
        help="den beslutade version N av lägesbild och åtgärdsplan; utan val skrivs det senaste arbetet",
    )
    parser.add_argument("--meeting", metavar="N/ÅÅÅÅ", help="bara det här mötet, till exempel 4/2026")
    _json(parser)
    return parser


def _status() -> SwedishParser:
    parser = _parser("status")
    _council(parser)
    _json(parser)
    return parser


def _backup() -> SwedishParser:
    parser = _parser("backup")
    _council(parser)
    parser.add_argument("--to", required=True, metavar="MAPP", help="mapp att skriva kopian i")
    _json(parser)
    return parser


def _restore() -> SwedishParser:
    parser = _parser("restore")
    parser.add_argument("backup", metavar="KOPIA", help="säkerhetskopian att lägga tillbaka")
    parser.add_argument("--to", required=True, metavar="RÅD", help="rådsfilen som kopian ersätter")
    _json(parser)
    return parser


def _check() -> SwedishParser:
    parser = _parser("check")
    _council(parser)
    _json(parser)
    return parser


PARSERS = {
    "new": _new,
    "demo": _demo,
    "import": _import,
    "documents": _documents,
    "status": _status,
    "backup": _backup,
    "restore": _restore,
    "check": _check,
}
