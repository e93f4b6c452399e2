"""What common key figures count and which way is better, since a title alone may mislead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from trygghetsrad.domain.statistics import (
    PER_HUNDRED_THOUSAND,
    PER_THOUSAND,
    PERCENT,
    REPORTED_CRIMES,
    Polarity,
    Unit,
)

_LOW, _HIGH, _NEUTRAL = Polarity.LOW_IS_GOOD, Polarity.HIGH_IS_GOOD, Polarity.NEUTRAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A key figure of Kolada in our own words."""

    name: str
    unit: Unit
    polarity: Polarity
    counted: str = ""


def _crimes(name: str, polarity: Polarity = _LOW) -> Known:
    return Known(name=name, unit=PER_HUNDRED_THOUSAND, polarity=polarity)


def _share(name: str, counted: str, polarity: Polarity = _HIGH) -> Known:
    return Known(name=name, unit=PERCENT, polarity=polarity, counted=counted)


# Reports of drugs, traffic, sexual crimes and crimes within the family tell as much of police work and of the
# courage to report as of the crimes, so more is not said to be worse.
KOLADA: Final = {
    "N07402": _crimes("Anmälda brott om grov kvinnofridskränkning", _NEUTRAL),
    "N07403": _crimes("Anmälda våldsbrott"),
    "N07536": _crimes("Anmälda brott mot frihet och frid"),
    "N07537": _crimes("Anmälda sexualbrott", _NEUTRAL),
    "N07538": _crimes("Anmälda ekobrott", _NEUTRAL),
    "N07540": _crimes("Anmälda brott totalt"),
    "N07541": _crimes("Anmält våld mot barn och unga inomhus", _NEUTRAL),
    "N07542": _crimes("Anmält våld mot barn och unga utomhus"),
    "N07544": _crimes("Anmälda narkotikabrott", _NEUTRAL),
    "N07546": _crimes("Anmälda bostadsinbrott"),
    "N07547": _crimes("Anmälda bilbrott"),
    "N07548": _crimes("Anmälda trafikbrott", _NEUTRAL),
    "N07549": _crimes("Anmäld misshandel mot kvinna inomhus, av bekant", _NEUTRAL),
    # The denominators of these two have changed in Kolada, so that only the file itself can tell.
    "U07417": Known(name="Anmälda stölder och tillgrepp", unit=Unit(text="enligt Kolada"), polarity=_LOW),
    "U07452": Known(name="Anmäld skadegörelse", unit=Unit(text="enligt Kolada"), polarity=_LOW),
    "U07418": Known(name="Anmälda våldsbrott, treårsmedelvärde", unit=PER_THOUSAND, polarity=_LOW),
    "N07609": _share(
        "Trygghet utomhus sen kväll i det egna bostadsområdet (NTU)",
        "Andel som känner sig mycket eller ganska trygga när de går ut ensamma sent på kvällen. "
        "Kolada kallar nyckeltalet otrygghet, men det är de trygga som räknas.",
    ),
    "N07633": _share("Utsatthet för brott (NTU)", "Andel som uppger att de utsatts för brott.", _LOW),
    "N00610": _share("Trygg utomhus när det är mörkt", "Andel som känner sig mycket eller ganska trygga."),
    "N00611": _share("Trygg utomhus när det är ljust", "Andel som känner sig mycket eller ganska trygga."),
    "N00612": _share("Låg oro för inbrott i hemmet", "Andel som känner låg oro."),
    "N00614": _share("Låg oro för våld eller hot", "Andel som känner låg oro."),
    "N00631": _share("Polisens närvaro är bra", "Andel som tycker att polisens närvaro är bra."),
    "N15613": _share("Trygg i skolan, årskurs 5", "Andel elever som känner sig trygga."),
    "N15643": _share("Trygg i skolan, årskurs 8", "Andel elever som känner sig trygga."),
    "N02797": _share("Varken arbetar eller studerar, 16–24 år", "Andel av invånarna 16–24 år.", _LOW),
    "N00799": Known(name="Trafikolyckor med räddningsinsats", unit=PER_THOUSAND, polarity=_LOW),
}

_NTU_FIRST: Final = 7600
_NTU_COUNT: Final = 48


def margin_belongs_to(key: str) -> str:
    """Return the key figure whose margin of error this one is (N07657 → N07609), or nothing."""
    number = int(key[1:]) if re.fullmatch(r"N0\d{4}", key, re.ASCII) else 0
    first = _NTU_FIRST + _NTU_COUNT
    return f"N{number - _NTU_COUNT:05d}" if first <= number < first + _NTU_COUNT else ""


_THE_SAFE = re.compile(r"(?:mycket|ganska) trygg|helt och hållet|låg oro|få problem|förtroende|är bra\b")
_THE_UNSAFE = re.compile(r"otrygg|\boro\b|\boroa|utsatt|problem|inte alls")
_UNSURE = re.compile(r"narkotik|trafikbrott|kvinnofrid|sexual|våldtäkt|mot barn|mot kvinna|ekobrott|bekant")


def polarity_of(name: str, description: str = "") -> Polarity:
    """Return which way is better, judged by what the description says is counted before the name.

    What is unsure is neutral: nothing is asked and nothing is coloured.
    """
    for text in (description.casefold(), name.casefold()):
        if _THE_SAFE.search(text):
            return _HIGH
        if _UNSURE.search(text):
            return _NEUTRAL
        if _THE_UNSAFE.search(text) or "brott" in text or "anmäld" in text:
            return _LOW
        if re.search(r"\btrygg", text):
            return _HIGH
    return _NEUTRAL


def unit_of(text: str, crimes: bool = True) -> Unit:
    """Return the unit that a header or a title speaks of; a count is of reported crimes where said so."""
    plain = " ".join(text.casefold().split())
    digits = plain.replace(" ", "")
    if "100000" in digits:
        return PER_HUNDRED_THOUSAND
    if re.search(r"(?:per|/|\D)1000(?!\d)", digits):
        return PER_THOUSAND
    if "%" in plain or "andel" in plain or "procent" in plain:
        return PERCENT
    if crimes and (not plain or "antal" in plain or "anmälda" in plain):
        return REPORTED_CRIMES
    return Unit(text="antal")
