"""What is printed can be seen, and text takes no side road into the PDF."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

import trygghetsrad.documents
from documents.papers import a_notice
from trygghetsrad.documents.make import build
from trygghetsrad.documents.pdf import theme
from trygghetsrad.documents.pdf.writer import render_pdf
from trygghetsrad.domain.colours import PRESETS, printable

WHITE = theme.HexColor("#FFFFFF")
SOURCE = Path(trygghetsrad.documents.__file__).parent


def luminance(color) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.rgb()]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        (theme.INK, WHITE),
        (theme.QUIET, WHITE),
        (theme.QUIET, theme.HEADER_TINT),
        (theme.INK, theme.NOTICE_TINT),
    ],
)
def test_every_text_stands_out_from_its_paper(ink, paper):
    assert contrast(ink, paper) >= 4.5


@pytest.mark.parametrize("chosen", [*(colour for _name, colour in PRESETS), "#FFE600", "#FFFFFF", "#7FC8A9"])
def test_every_colour_a_council_can_choose_is_readable_where_it_is_printed(chosen):
    dress = theme.Dress(printable(chosen))
    assert contrast(dress.accent, WHITE) >= 4.5
    assert contrast(dress.accent, dress.tint) >= 4.5
    assert contrast(theme.INK, dress.tint) >= 7


@pytest.mark.parametrize(
    ("call", "allowed"),
    [
        (r"(?<!\w)Paragraph\(", {"page.py"}),
        (r"kind\(markup", {"compose.py"}),
        (
            r"\.draw(Right|Centred)?String\((?!self.style.bulletIndent, self.height - lines.ascent, self.sign)|\.textLine|\.drawText",
            {"page.py", "drawings.py", "contents.py", "links.py"},
        ),
        (r"addOutlineEntry", {"canvas.py"}),
    ],
)
def test_text_reaches_the_paper_only_through_its_border(call, allowed):
    found = {
        path.name
        for path in SOURCE.rglob("*.py")
        if re.search(call, re.sub(r"class .*", "", path.read_text(encoding="utf-8")))
    }
    assert found == allowed


def test_papers_made_at_the_same_time_do_not_disturb_each_other():
    document, noon = build(a_notice()), datetime(2026, 11, 23, 12, tzinfo=UTC)
    with ThreadPoolExecutor(4) as pool:
        made = {pool.submit(render_pdf, document, fixed_time=noon) for _ in range(8)}
    assert len({job.result().data for job in made}) == 1
