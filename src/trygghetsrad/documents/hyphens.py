"""Where a Swedish word or an address may be parted when its column is narrower than it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SOFT_HYPHEN = "\u00ad"
LINE_END = "\u200b"
"""Ends a line without hyphen and without space, inside an address."""

# What the long words of a municipality end in.
_LAST_PARTS = (
    "ansvarig|avdelning|bolag|byggnad|chef|enhet|förvaltning|föreståndare|förening|förebyggande|grupp|handläggare|"
    "kontor|ledare|nämnd|område|ordförande|polis|samordnare|sekreterare|skola|stiftelse|strateg|"
    "styrelse|tjänst|utbildning|utskott|utvecklare|verksamhet"
)
_BETWEEN_WORDS = re.compile(
    rf"(?<=[^\W\d_]{{3}})(?=(?:{_LAST_PARTS}))|(?<=hets|ings|ions|livs|nads|kaps)(?=[^\W\d_]{{4}})",
    re.IGNORECASE,
)
# One consonant goes with the vowel after it to the next line; sk, sp, st and tj, sj, kj stay together.
_BETWEEN_SYLLABLES = re.compile(
    r"(?<=[^\W\d_]{3})(?!(?<=het|ing|liv|ion|nad)s)(?!(?<=s)[kpt])"
    r"(?=(?:s[kpt]|[bcdfghklmnpqrstvwxz])[aeiouyåäöé][^\W\d_]{2})"
    r"|(?<=[^\W\d_]{3})(?=[tskgdl]j[^\W\d_]{2})",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]{9,}")
_AFTER_AT = re.compile("(?<=@)")
_AFTER_DOT = re.compile("(?<=[./_-])(?=[^/])")
_ADDRESS = re.compile(r"@|://|^www\.", re.IGNORECASE)


def loosen(text: str, fits: Callable[[str], bool]) -> str:
    """Return the text with soft hyphens in the words that do not fit, and line ends in such addresses."""
    return " ".join(
        word if fits(word) else (_broken if _ADDRESS.search(word) else _parted)(word, fits)
        for word in text.replace(LINE_END, "").split(" ")
    )


def _broken(address: str, fits: Callable[[str], bool]) -> str:
    """Break an address after its @ if that is enough, else also after dots and slashes."""
    lines = []
    for part in _AFTER_AT.split(address):
        lines.append("")
        for piece in [part] if fits(part) else _AFTER_DOT.split(part):
            if fits(lines[-1] + piece) or not lines[-1]:
                lines[-1] += piece
            else:
                lines.append(piece)
    return LINE_END.join(lines)


def _parted(word: str, fits: Callable[[str], bool]) -> str:
    """Part between the words of a compound if that is enough, else also between syllables."""
    parted = _at(_BETWEEN_WORDS, word)
    if all(fits(f"{part}-") for part in parted.split(SOFT_HYPHEN)):
        return parted
    return SOFT_HYPHEN.join(
        part if fits(f"{part}-") else _at(_BETWEEN_SYLLABLES, part) for part in parted.split(SOFT_HYPHEN)
    )


def _at(points: re.Pattern[str], word: str) -> str:
    return _LETTERS.sub(lambda letters: points.sub(SOFT_HYPHEN, letters.group()), word)
