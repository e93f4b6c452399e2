"""Where the parts of a fishbone go, for paper and screen alike: lengths from the lower left corner.

The head stands to the right with the problem; half of the bones rise above the spine, half hang below.
The drawing is as high as its texts need; where that is too much, all bones rise, and long causes are
cut short.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from trygghetsrad.domain.fishbones import NO_CAUSES
from trygghetsrad.domain.wrapping import wrapped_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.domain.chart_geometry import Sheet
    from trygghetsrad.domain.fishbones import Bone, Fishbone

Spot = tuple[float, float]

_HEAD_SHARE = 0.24
_MOST_HEAD_LINES = 9
_MOST_CAUSE_LINES = 4
# In lines of text.
_SLANT = 2.4
_BETWEEN_CAUSES = 0.55
_LABEL_HEIGHT = 1.6
_SHORTEST_BONE = 3.0


class Kind(Enum):
    """What a text in the drawing is."""

    PROBLEM = auto()
    BONE = auto()
    CAUSE = auto()
    NOTHING = auto()
    """Says of a bone that nothing is written on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FishText:
    """One line of text; its place is the middle of its left edge, for problem and bones its very middle."""

    text: str
    x: float
    y: float
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxPlace:
    """A box around a text, from its lower left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BonePlace:
    """One bone from its label to the spine."""

    label: BoxPlace
    start: Spot
    end: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Twig:
    """The line under a cause, out to its bone."""

    start: Spot
    end: Spot
    bone: int
    cause: int
    """Which cause of the bone it is, to answer a mouse with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FishbonePlaces:
    """All places of one fishbone."""

    width: float
    height: float
    head: BoxPlace
    spine: tuple[Spot, Spot]
    bones: tuple[BonePlace, ...]
    twigs: tuple[Twig, ...]
    texts: tuple[FishText, ...]


def place_fishbone(fishbone: Fishbone, sheet: Sheet) -> FishbonePlaces:
    """Return where everything goes on a sheet; its height is the most that may be used."""
    count = len(fishbone.bones)
    tried = [
        _Layout(fishbone, sheet, most_lines, above)
        for most_lines in range(_MOST_CAUSE_LINES, 0, -1)
        for above in (-(-count // 2), count)
    ]
    fitting = next((layout for layout in tried if layout.height <= sheet.height), tried[-1])
    return fitting.places()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rib:
    """One bone with its causes wrapped, before it has a height."""

    number: int
    bone: Bone
    left: float
    right: float
    causes: list[list[str]]

    def height(self, line: float) -> float:
        return sum(_cause_height(lines, line) for lines in self.causes)


class _Layout:
    """Works out one fishbone for causes of so many lines at most and so many bones above the spine."""

    def __init__(self, fishbone: Fishbone, sheet: Sheet, most_lines: int, above: int) -> None:
        self._fishbone = fishbone
        self._sheet = sheet
        self._line = sheet.line
        self._most_lines = most_lines
        self._head_width = sheet.width * _HEAD_SHARE
        self._reach = sheet.width - self._head_width - self._line
        self._above = self._ribs(0, fishbone.bones[:above])
        self._below = self._ribs(above, fishbone.bones[above:])
        room = self._head_width - self._line
        self._problem = wrapped_whole(fishbone.problem, room, sheet.measure, _MOST_HEAD_LINES)
        self._up, self._down = self._heights()

    @property
    def height(self) -> float:
        return self._up + self._down

    def places(self) -> FishbonePlaces:
        height, spine = self.height, self._down
        head_height = self._head_height()
        head = BoxPlace(
            x=self._sheet.width - self._head_width,
            y=spine - head_height / 2,
            width=self._head_width,
            height=head_height,
        )
        bones: list[BonePlace] = []
        twigs: list[Twig] = []
        texts = self._problem_texts(head)
        for rib in (*self._above, *self._below):
            place = self._bone(rib, height, spine)
            bones.append(place)
            texts.append(_middle(rib.bone.name, place.label, Kind.BONE))
            self._hang(rib, place, spine, twigs, texts)
        return FishbonePlaces(
            width=self._sheet.width,
            height=height,
            head=head,
            spine=((0.0, spine), (head.x, spine)),
            bones=tuple(bones),
            twigs=tuple(twigs),
            texts=tuple(texts),
        )

    def _ribs(self, first: int, bones: Sequence[Bone]) -> list[_Rib]:
        """Share the length of the spine between the bones of one side."""
        width = self._reach / max(len(bones), 1)
        ribs = []
        for at, bone in enumerate(bones):
            left = at * width
            room = width - (_SLANT + 1) * self._line
            causes = [
                wrapped_whole(cause.line, room, self._sheet.measure, self._most_lines)
                for cause in bone.causes
            ]
            ribs.append(
                _Rib(
                    number=first + at,
                    bone=bone,
                    left=left,
                    right=left + width,
                    causes=causes or [[NO_CAUSES]],
                )
            )
        return ribs

    def _heights(self) -> tuple[float, float]:
        """Return how far the drawing reaches above and below its spine."""
        line, half_head = self._line, self._head_height() / 2

        def side(ribs: Sequence[_Rib]) -> float:
            longest = max((rib.height(line) for rib in ribs), default=0.0)
            bone = max(longest + line * 0.8, _SHORTEST_BONE * line) + _LABEL_HEIGHT * line
            return max(bone if ribs else 0.0, half_head)

        return side(self._above), side(self._below)

    def _head_height(self) -> float:
        return (len(self._problem) + 1) * self._line

    def _problem_texts(self, head: BoxPlace) -> list[FishText]:
        x = head.x + head.width / 2
        top = head.y + head.height - self._line
        return [
            FishText(text=text, x=x, y=top - row * self._line, kind=Kind.PROBLEM)
            for row, text in enumerate(self._problem)
        ]

    def _bone(self, rib: _Rib, height: float, spine: float) -> BonePlace:
        line = self._line
        is_above = rib in self._above
        width = min(rib.right - rib.left - line, self._sheet.measure(rib.bone.name) + 1.6 * line)
        outer = height if is_above else 0.0
        foot = rib.right - line * 0.5
        top = foot - _SLANT * line
        label = BoxPlace(
            x=max(rib.left, top - width / 2 - line * 0.3),
            y=outer - _LABEL_HEIGHT * line if is_above else 0.0,
            width=width,
            height=_LABEL_HEIGHT * line,
        )
        start = (top, label.y if is_above else label.y + label.height)
        return BonePlace(label=label, start=start, end=(foot, spine))

    def _hang(
        self, rib: _Rib, place: BonePlace, spine: float, twigs: list[Twig], texts: list[FishText]
    ) -> None:
        """Put the causes under each other along the bone, the first one on top."""
        line = self._line
        y = place.start[1] - line * 0.2 if rib in self._above else spine - line * 0.4
        kind = Kind.CAUSE if rib.bone.causes else Kind.NOTHING
        for at, lines in enumerate(rib.causes):
            y -= _cause_height(lines, line)
            texts += [
                FishText(text=text, x=rib.left, y=y + line * (len(lines) - row - 0.4), kind=kind)
                for row, text in enumerate(lines)
            ]
            if rib.bone.causes:
                end = (_bone_x(place, y), y)
                twigs.append(Twig(start=(rib.left, y), end=end, bone=rib.number, cause=at))


def _cause_height(lines: Sequence[str], line: float) -> float:
    return (len(lines) + _BETWEEN_CAUSES) * line


def _bone_x(place: BonePlace, y: float) -> float:
    (x1, y1), (x2, y2) = place.start, place.end
    return x1 + (x2 - x1) * (y - y1) / (y2 - y1)


def _middle(text: str, box: BoxPlace, kind: Kind) -> FishText:
    return FishText(text=text, x=box.x + box.width / 2, y=box.y + box.height / 2, kind=kind)
