"""The coat of arms a council chooses: what can be printed is taken in, what could do harm is not."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from trygghetsrad.domain.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PIL import Image

MOST_BYTES: Final = 5_000_000
MOST_POINTS: Final = 50_000_000
MOST_SHAPES: Final = 20_000
DEEPEST: Final = 200
PRINTED: Final = 2_000
"""Pixels along the longer side; a logo of 40 mm needs half of that at 600 dots to the inch."""

_KEPT = "Välj en annan, den gamla är kvar."
_FETCHES = f"SVG-filen hämtar något utanför sig själv. {_KEPT}"
_MOVES = f"SVG-filen innehåller skript eller rörelse. {_KEPT}"
_INTRICATE = "SVG-filen är för invecklad att rita. Spara den som PNG, den gamla är kvar."
_TOO_MANY = "Bilden har för många bildpunkter. Välj en mindre, den gamla är kvar."
_LONGEST_ENTITY = 100
_FORMATS = ("PNG", "JPEG")
_SIGNS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_ACTIVE = frozenset({"script", "foreignobject", "iframe", "handler", "audio", "video", "animate", "set"})
_ADDRESS = frozenset({"href", "src"})
_HARMLESS = re.compile(r"\s*(#|data:image/(png|jpeg);base64,|$)", re.IGNORECASE)
_OUTSIDE = re.compile(r"@import|url\(\s*['\"]?(?!\s*['\"]?#)", re.IGNORECASE)


def is_drawing(data: bytes) -> bool:
    """Tell whether the bytes are meant as SVG."""
    return b"<svg" in data[:100_000] and not data.startswith(_SIGNS)


def check_size(size: int) -> None:
    """Refuse a file that is too big to take in; asked before it is read. Raises Refused."""
    if size > MOST_BYTES:
        raise Refused("Bilden är större än 5 MB. Välj en mindre, den gamla är kvar.")


def printed_picture(data: bytes) -> bytes:
    """Return a PNG or JPEG as it is kept for papers: as it came, or made smaller where print needs no more.

    Raises Refused for what is no such picture, is damaged or is too big.
    """
    from PIL import Image

    check_size(len(data))
    if not data.startswith(_SIGNS):
        raise Refused("Filen är ingen bild i PNG, JPEG eller SVG. " + _KEPT)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(data), formats=_FORMATS)
        with picture:
            if picture.width * picture.height > MOST_POINTS:
                raise Refused(_TOO_MANY)
            picture.load()
            return data if max(picture.size) <= PRINTED else _smaller(picture)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused(_TOO_MANY) from error
    except (OSError, ValueError, SyntaxError) as error:
        raise Refused("Bilden är skadad och gick inte att läsa. " + _KEPT) from error


def _smaller(picture: Image.Image) -> bytes:
    from PIL import Image

    see_through = picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info
    small = picture.convert("RGBA" if see_through else "RGB")
    small.thumbnail((PRINTED, PRINTED), Image.Resampling.LANCZOS)
    target = BytesIO()
    small.save(target, "PNG", optimize=True)
    return target.getvalue()


def check_drawing(data: bytes) -> None:
    """Refuse an SVG that is broken, too big, or asks for anything outside itself.

    A drawing is a small program: it may fetch files, run scripts or repeat itself without end.
    Raises Refused.
    """
    check_size(len(data))
    reader = _Reader()
    try:
        reader.parse(data)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Refused("SVG-filen är skadad och gick inte att läsa. " + _KEPT) from error
    if reader.root != "svg":
        raise Refused("Filen är ingen bild i PNG, JPEG eller SVG. " + _KEPT)
    if reader.shapes() > MOST_SHAPES:
        raise Refused(_INTRICATE)


class _Reader:
    """Walks through the drawing once; a repeated part counts as often as it is drawn."""

    def __init__(self) -> None:
        self.root = ""
        self._open: list[tuple[str, str]] = []
        # What each named part holds: shapes of its own, and the parts it repeats.
        self._repeats: dict[str, Counter[str]] = {"": Counter()}
        self._own: Counter[str] = Counter()

    def parse(self, data: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction
        parser.Parse(data, True)

    def shapes(self) -> int:
        """Return how many shapes are drawn in all; more than allowed where a part holds itself."""
        return _drawn("", self._own, self._repeats, {}, ())

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        tag = name.rpartition(" ")[2].casefold()
        self.root = self.root or tag
        plain = {key.rpartition(" ")[2].casefold(): value for key, value in attributes.items()}
        _check_element(tag, plain)
        self._open.append((tag, plain.get("id", "")))
        if len(self._open) > DEEPEST or self._own[""] > MOST_SHAPES:
            raise Refused(_INTRICATE)
        for part in {"", *(name for _, name in self._open)}:
            self._own[part] += 1
            self._repeats.setdefault(part, Counter())
            if tag == "use":
                self._repeats[part][plain.get("href", "").strip().removeprefix("#")] += 1

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        if self._open and self._open[-1][0] == "style" and _OUTSIDE.search(text):
            raise Refused(_FETCHES)

    @staticmethod
    def _entity(_name: str, is_parameter: bool, value: str | None, *_outside: object) -> None:
        """Take short abbreviations, as older drawing programs write them, but none that holds another."""
        if is_parameter or value is None or len(value) > _LONGEST_ENTITY or "&" in value:
            raise Refused(_FETCHES)

    @staticmethod
    def _instruction(target: str, _data: str) -> None:
        if target.casefold() == "xml-stylesheet":
            raise Refused(_FETCHES)


def _check_element(tag: str, attributes: Mapping[str, str]) -> None:
    if tag in _ACTIVE or tag.startswith("animate") or any(key.startswith("on") for key in attributes):
        raise Refused(_MOVES)
    for key, value in attributes.items():
        fetches = key in _ADDRESS and tag != "a" and not _HARMLESS.match(value)
        if fetches or _OUTSIDE.search(value):
            raise Refused(_FETCHES)


def _drawn(
    part: str,
    own: Mapping[str, int],
    repeats: Mapping[str, Counter[str]],
    known: dict[str, int],
    inside: tuple[str, ...],
) -> int:
    if part in inside or len(inside) > DEEPEST:
        return MOST_SHAPES + 1
    if part not in known:
        within = (*inside, part)
        known[part] = own.get(part, 0) + sum(
            times * _drawn(other, own, repeats, known, within)
            for other, times in repeats.get(part, Counter()).items()
        )
    return known[part]
