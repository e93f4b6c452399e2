"""Documents nobody would write are still set without fail: long next to short, everything after everything."""

from __future__ import annotations

import random

import pytest

from documents.papers import a_letterhead, a_logo
from documents.structure import problems
from trygghetsrad.documents.blocks import (
    Align,
    Box,
    Bullets,
    Cell,
    Column,
    Figure,
    Group,
    Heading,
    KeyValues,
    Link,
    Look,
    PageBreak,
    Para,
    SignatureLine,
    Signatures,
    Table,
    Tone,
)
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.documents.pdf.writer import render_pdf

WORDS = [
    "förvaltningen",
    "och",
    "i",
    "att",
    "rådet",
    "trygghet",
    "kommunen",
    "brottsförebyggandesamordnare",
    "§",
    "14",
    "a",
    "b",
    "polis",
]


class Writer:
    """Writes at random, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - no secret, only variety

    def text(self, *lengths: int) -> str:
        words = self.chance.choices(WORDS, k=self.chance.choice(lengths))
        return self.chance.choice(["\n", " ", " ", " "]).join(words)

    def short(self) -> str:
        return self.text(1, 2, 5, 12, 40)

    def long(self) -> str:
        return self.text(3, 40, 150, 700)

    def several(self, most: int, make) -> tuple:
        return tuple(make() for _ in range(self.chance.randint(1, most)))

    def row(self, columns: int):
        if self.chance.random() < 0.15:
            return Group(self.short())
        return tuple(Cell(self.text(1, 5, 40, 150), self.several(2, self.short)) for _ in range(columns))

    def table(self) -> Table:
        columns = self.several(
            6, lambda: Column("Ord", self.chance.uniform(0.6, 4), self.chance.choice(list(Align)))
        )
        return Table(
            summary="Tabell",
            columns=columns,
            rows=self.several(30, lambda: self.row(len(columns))),
            together=self.chance.random() < 0.4,
            row_height=self.chance.choice([None, None, 9]),
        )

    def inner(self):
        return self.chance.choice([
            lambda: Para(self.long(), self.chance.choice(list(Look))),
            lambda: Bullets(self.several(20, self.short)),
            lambda: Link("https://norrmyra.example", "https://norrmyra.example"),
        ])()  # fmt: skip

    def block(self):
        return self.chance.choice([
            self.inner,
            self.table,
            lambda: Heading(2, self.short()),
            lambda: KeyValues(self.several(12, lambda: (self.text(1, 3), self.several(5, self.long)))),
            lambda: Box(self.several(6, self.inner), self.chance.choice(list(Tone))),
            lambda: Signatures(self.several(14, lambda: SignatureLine(self.text(1, 6), self.text(1, 6)))),
            lambda: Figure(picture=a_logo(), alt="Vapen", caption=self.short(), height=self.chance.choice([20, 150])),
            lambda: PageBreak(after_front=self.chance.random() < 0.5),
        ])()  # fmt: skip

    def document(self) -> Document:
        letterhead = a_letterhead(
            municipality=self.short(), body=self.short(), address_lines=self.several(5, self.short)
        )
        meta = Meta(title="Prov", kind=self.text(1, 5), letterhead=letterhead)
        return Document(meta, (Heading(1, self.short()), *self.several(14, self.block)))


@pytest.mark.parametrize("seed", range(8))
def test_any_order_of_any_blocks_is_set_and_sound(seed):
    assert problems(render_pdf(Writer(seed).document()).data) == []
