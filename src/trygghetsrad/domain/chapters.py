"""The chapters of a lägesbild and of an åtgärdsplan, in the order they are printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar


class Chapter(StrEnum):
    """A chapter of the lägesbild that somebody writes; the priorities come from the thread itself."""

    SUMMARY = "sammanfattning"
    INTRODUCTION = "inledning"
    MUNICIPALITY = "kommunen"
    REPORTED = "anmälda brott"
    EXPOSURE = "utsatthet"
    CRIME_TYPES = "brottstyper"
    PLACES = "platser och tider"
    GROUPS = "utsatta grupper"
    CONSEQUENCES = "konsekvenser"
    DIALOGUES = "dialoger"
    WALKS = "trygghetsvandringar"
    SCHOOL = "skola"
    SOCIAL = "socialtjänst"
    RESCUE = "räddningstjänst"
    BUSINESS = "näringsliv"
    SIGHTINGS = "iakttagelser"
    OUTLOOK = "omvärld"
    TRENDS = "trender"
    COMPARISON = "jämförelse"
    FACTORS = "faktorer"
    COORDINATION = "samordning"


class PlanChapter(StrEnum):
    """A chapter of the åtgärdsplan that somebody writes; its tables come from goals and actions."""

    BACKGROUND = "bakgrund"
    GOALS = "mål"
    AREAS = "områden"
    RESOURCES = "resurser"
    COMMUNICATION = "kommunikation"
    FOLLOW_UP = "uppföljning"
    COORDINATION = "samordning"
    DECISION = "beslut"


ChapterT = TypeVar("ChapterT", Chapter, PlanChapter)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterGuide(Generic[ChapterT]):
    """What one chapter is called, what belongs there, and what it says when nobody has written it."""

    chapter: ChapterT
    number: str
    """As printed, "3.1"; the summary has none. Of the lägesbild 5.4 and 6 come from the thread itself."""
    heading: str
    section: str
    """Which section of the Act (2023:196) it answers, "4 § 1"; empty where the Act asks for nothing."""
    help: str
    empty: str
    """Printed when neither a text nor a table stands there."""
    nothing: str
    """Printed when the coordinator has said that there is nothing to tell."""
