"""Swedish telephone numbers: how they are recognised, compared and written."""

from __future__ import annotations

import re

_TWO_DIGIT_AREA = "08"
# Områdesnummer of three digits in the Swedish numbering plan (PTS); every other one but 08 has four.
_MOBILE_AREAS = frozenset({"070", "072", "073", "076", "079"})
_THREE_DIGIT_AREAS = (
    _MOBILE_AREAS
    | {"010", "011", "013", "016", "018", "019", "020", "021", "023", "026", "031", "033", "035", "036"}
    | {"040", "042", "044", "046", "054", "060", "063", "090"}
)
_GROUPS = {5: (3, 2), 6: (2, 2, 2), 7: (3, 2, 2), 8: (3, 3, 2)}
_BETWEEN_NUMBERS = re.compile(r"\s*(?::::|[;,/\n|]|\beller\b|\balt\.?(?=\s))\s*", re.IGNORECASE)
_SCHEME = re.compile(r"^\s*tel:", re.IGNORECASE)
_LABEL = re.compile(r"^(?:tel|tfn|tele|mob|mobil|telefon)\b[.:]*\s*", re.IGNORECASE)
_LOOKS = re.compile(r"^(?:tel:)?\+?[\d\s()./–‑‐−-]{5,}$")
_CRUSHED = re.compile(r"^\d[,.]\d+E\+\d+$", re.IGNORECASE)


def looks_like_phone(text: str) -> bool:
    """Tell whether the text is nothing but a telephone number, not a date, a year or an amount."""
    digits = sum(sign.isdigit() for sign in text)
    starts_right = text.lstrip("(").startswith(("0", "+", "tel:"))
    return bool(_LOOKS.match(text)) and 6 <= digits <= 15 and (starts_right or _lost_zero(text))


def is_crushed_phone(text: str) -> bool:
    """Tell whether a spreadsheet has turned the number into 4,67E+10, so that its digits are gone."""
    return bool(_CRUSHED.match(text.strip()))


def is_mobile(text: str) -> bool:
    return _national(text)[:3] in _MOBILE_AREAS


def phones_in(text: str) -> tuple[str, ...]:
    """Return each number of a cell that may hold several; a cell that is unclear stays whole."""
    parts = [part for part in _BETWEEN_NUMBERS.split(text) if part.strip()]
    whole = all(sum(sign.isdigit() for sign in part) >= 6 for part in parts)
    return tuple(phone_text(part) for part in parts) if whole else (phone_text(text),)


def phone_key(text: str) -> str:
    """Return the digits that two spellings of one number share, +46 as 0; empty when there are none."""
    return _national(text) or re.sub(r"\D", "", text)


def phone_text(text: str) -> str:
    """Return the number as it is printed, 070-174 06 05; what is not clearly Swedish stays as written."""
    written = " ".join(_LABEL.sub("", _SCHEME.sub("", text).strip()).split())
    digits = _national(written)
    area = _area(digits)
    rest = digits[len(area) :]
    if not 8 <= len(digits) <= 10 or len(rest) not in _GROUPS:
        return written
    return f"{area}-{' '.join(_grouped(rest))}"


def _national(text: str) -> str:
    """Return 0 and the digits of a Swedish number, or nothing when a letter or another country is in it."""
    unlabelled = _LABEL.sub("", _SCHEME.sub("", text).strip())
    bare = re.sub(r"[\s().–‑‐−-]", "", unlabelled.replace("(0)", ""))
    bare = re.sub(r"^(?:\+|00)460?|^46(?=[17]\d{8}$)", "0", bare)
    bare = f"0{bare}" if _lost_zero(bare) else bare
    return bare if re.fullmatch(r"0[1-9][0-9]{4,}", bare) else ""


def _lost_zero(text: str) -> bool:
    # A spreadsheet that takes 0701740605 for a number drops its zero; only mobiles are certain then.
    return bool(re.fullmatch(r"7[02369][0-9]{7}", text))


def _area(digits: str) -> str:
    if digits.startswith(_TWO_DIGIT_AREA):
        return _TWO_DIGIT_AREA
    return digits[:3] if digits[:3] in _THREE_DIGIT_AREAS else digits[:4]


def _grouped(digits: str) -> list[str]:
    groups, start = [], 0
    for length in _GROUPS[len(digits)]:
        groups.append(digits[start : start + length])
        start += length
    return groups
