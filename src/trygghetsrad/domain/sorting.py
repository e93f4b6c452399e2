"""How Swedish words are put in order and found again, with or without rings and dots."""

from __future__ import annotations

import re
import unicodedata

# The characters after z in ASCII stand in for å, ä and ö, so that plain comparison gives Swedish order.
# Which letter a guest from another alphabet stands beside follows CLDR's rules for Swedish.
_PRIMARY = str.maketrans(
    {"å": "{", "ä": "|", "æ": "|", "ę": "|", "ö": "}", "ø": "}", "ő": "}", "œ": "}"}
    | {"ü": "y", "ű": "y", "đ": "d", "ð": "d", "þ": "th", "ł": "l"}
)
_FOLDED = str.maketrans({"æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"})
_SEPARATOR = "\x1f"
_APOSTROPHES = re.compile("['’`´]")
_NOT_WORD = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"\d+")


def swedish_key(text: str) -> str:
    """Return a key whose plain comparison, in Python as in SQLite, gives Swedish order.

    Case is ignored, å ä ö come last, w follows v, é stands after e, ü counts as y, and 9 comes before 10.
    """
    folded = _caseless(text)
    words = _NOT_WORD.sub(" ", _APOSTROPHES.sub("", folded)).strip()
    letters = _without_marks(words.translate(_PRIMARY))
    return f"{_NUMBER.sub(_counted, letters)}{_SEPARATOR}{folded}"


def fold(text: str) -> str:
    """Return the text as a search sees it: no case, no rings, no dots, so that atgard finds åtgärd."""
    return _without_marks(_caseless(text).translate(_FOLDED))


def _caseless(text: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def _without_marks(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def _counted(number: re.Match[str]) -> str:
    """Return a number preceded by how many digits it has, so that longer numbers sort after shorter ones."""
    digits = "".join(str(unicodedata.digit(sign)) for sign in number[0]).lstrip("0") or "0"
    eights, rest = divmod(len(digits) - 1, 8)
    return f"{'9' * eights}{rest}{digits}"
