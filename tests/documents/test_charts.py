"""A chart on paper: a figure with words, a picture in Word, and every value in a table or a sentence."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import page
import pytest
from docx.oxml.ns import qn
from PIL import Image
from pypdfium2 import PdfDocument

from documents.papers import a_letterhead
from documents.reading import tables
from documents.structure import Reading, problems
from documents.word import opened
from trygghetsrad.documents.blocks import Heading, Para
from trygghetsrad.documents.charts import chart_blocks, draw_chart
from trygghetsrad.documents.docx.writer import render_docx
from trygghetsrad.documents.drawing import Drawing, Rectangle, Shade
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.documents.pdf.writer import render_pdf
from trygghetsrad.domain.charts import BarChart, ChartPoint, CompareLine

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
CHART = BarChart(
    title="Anmäld skadegörelse",
    unit="anmälda brott per 100 000 invånare",
    source="Brå, hämtad 2026-11-20",
    name="Norrmyra",
    message="Skadegörelsen minskade från 1 410 till 1 150 på åtta år.",
    points=(
        ChartPoint(label="2022", value=1410),
        ChartPoint(label="2023"),
        ChartPoint(label="2024", withheld=True),
        ChartPoint(label="2025", value=1150),
        ChartPoint(label="2026", value=870, preliminary=True),
    ),
    lines=(CompareLine(name="Länet", values=(1200, 1180, 1150, 1140, None)),),
)
NOTHING = BarChart(
    title="Rån", unit="anmälda brott", source="Brå", points=(ChartPoint(label="2025", withheld=True),)
)


def paper(chart=CHART, **options) -> Document:
    meta = Meta(title="Diagram", kind="Lägesbild", letterhead=a_letterhead(logo=None))
    return Document(meta, (Heading(1, "Diagram"), *chart_blocks(chart, **options)))


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_chart_is_a_figure_with_its_words_in_a_file_without_fault(profile, tmp_path):
    data = render_pdf(paper(), fixed_time=NOON).data
    path = tmp_path / "chart.pdf"
    path.write_bytes(data)
    assert page.validate_pdf(str(path), profile=profile).is_compliant
    assert problems(data) == []
    reading = Reading(data)
    figures = [part for part in reading.elements() if part.role == "Figure"]
    assert [str(figure.object["/Alt"]) for figure in figures] == [CHART.message]


def test_a_chart_is_a_picture_with_its_words_in_word():
    word = opened(render_docx(paper(), fixed_time=NOON).data)
    (about,) = word.element.body.iter(qn("wp:docPr"))
    assert about.get("descr") == CHART.message
    (picture,) = (part for part in word.part.related_parts.values() if part.content_type == "image/png")
    with Image.open(BytesIO(picture.blob)) as image:
        assert len(image.convert("L").getcolors() or ()) > 5


def test_every_value_stands_in_the_table_under_the_chart_with_its_note():
    (table,) = tables(paper())
    assert [column.title for column in table.columns] == ["År", "Norrmyra", "Länet"]
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["2022", "1\u00a0410", "1\u00a0200"],
        ["2023", "uppgift saknas", "1\u00a0180"],
        ["2024", "..", "1\u00a0150"],
        ["2025", "1\u00a0150", "1\u00a0140"],
        ["2026", "870 (prel.)", "uppgift saknas"],
    ]


def test_without_a_table_the_values_stand_in_a_sentence():
    *_, last = paper(with_table=False).blocks
    assert isinstance(last, Para)
    assert "2024: .." in last.text


def test_a_chart_without_any_value_is_said_in_words():
    blocks = paper(NOTHING).blocks
    assert not any(isinstance(block, Drawing) for block in blocks)
    assert "Rån, anmälda brott. 2025: ... Källa: Brå." in [
        block.text for block in blocks if isinstance(block, Para)
    ]


def test_the_caption_explains_the_signs_in_use_and_names_the_source():
    caption = draw_chart(CHART).caption
    assert caption.startswith("Staplar: Norrmyra. Linje: Länet.")
    assert "Randig stapel (prel.): preliminär uppgift. .. = " in caption
    assert caption.endswith("Källa: Brå, hämtad 2026-11-20.")
    plain = BarChart(title="T", unit="antal", source="Brå", points=(ChartPoint(label="2025", value=1),))
    assert draw_chart(plain).caption == "Källa: Brå."


def test_a_preliminary_bar_is_told_from_a_certain_one_without_colour():
    bars = [shape for shape in draw_chart(CHART).shapes if isinstance(shape, Rectangle) and shape.edge]
    assert [bar.fill for bar in bars] == [Shade.ACCENT, Shade.ACCENT, Shade.PAPER]
    assert [bar.hatch for bar in bars] == [None, None, Shade.ACCENT]


def test_a_printout_in_grey_still_shows_bars_lines_and_stripes():
    with PdfDocument(render_pdf(paper(), fixed_time=NOON).data) as pdf:
        grey = pdf[0].render(scale=2, grayscale=True).to_pil().convert("L")
    dark = sum(count for shade, count in enumerate(grey.histogram()) if shade < 110)
    assert dark > 8_000
