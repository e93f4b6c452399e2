"""The municipality's own Word template: its head, foot and styles, and never what could do harm."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from norrmyra import FIRST, TODAY, meeting
from services.test_word_back import HARMFUL, repacked
from trygghetsrad.domain.errors import FileMissing, Refused

if TYPE_CHECKING:
    from pathlib import Path

    from trygghetsrad.app import OpenCouncil


def a_template() -> bytes:
    """A template as a Swedish Word saves it: its own identities for the styles, text of its own."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Norrmyra kommun, kommunens eget huvud"
    document.sections[0].left_margin = Pt(90)
    document.styles["Heading 1"].font.size = Pt(31)
    for name, swedish in (("Heading 1", "Rubrik1"), ("List Bullet", "Punktlista")):
        document.styles[name].element.set(qn("w:styleId"), swedish)
    document.styles["Heading 2"].element.getparent().remove(document.styles["Heading 2"].element)
    document.add_paragraph("Skriv din text här.")
    target = BytesIO()
    document.save(target)
    return target.getvalue()


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "Kommunens mall.docx"
    path.write_bytes(a_template())
    return path


def made(council: OpenCouncil, kind: str = "kallelse"):
    return docx.Document(BytesIO(council.word.copy(kind, TODAY, meeting(council, FIRST)).content))


def test_word_files_get_the_head_styles_and_margins_of_the_template(
    council: OpenCouncil, template: Path
) -> None:
    council.word.use_template(template)
    document = made(council)
    assert document.sections[0].header.paragraphs[0].text == "Norrmyra kommun, kommunens eget huvud"
    assert document.sections[0].left_margin == Pt(90)
    title = next(line for line in document.paragraphs if line.style.name == "Heading 1")
    assert title.text.startswith("Kallelse till")
    assert (title.style.style_id, title.style.font.size) == ("Rubrik1", Pt(31))
    assert not any("Skriv din text" in line.text for line in document.paragraphs)


def test_a_style_that_the_template_lacks_is_added(council: OpenCouncil, template: Path) -> None:
    council.word.use_template(template)
    document = made(council)
    headings = [line for line in document.paragraphs if line.style.name == "Heading 2"]
    assert headings
    assert headings[0].style.base_style.name == "Normal"


def test_what_the_letterhead_cannot_know_stands_above_the_title(council: OpenCouncil, template: Path) -> None:
    council.meetings.change(meeting(council, FIRST), dnr="KS 2026/7")
    council.word.use_template(template)
    assert made(council).paragraphs[0].text.replace("\u00a0", " ") == "Kallelse · 2026-02-02 · Dnr KS 2026/7"


def test_it_is_told_what_the_template_lacks(council: OpenCouncil, template: Path) -> None:
    assert council.word.template() is None
    council.word.use_template(template)
    told = council.word.template()
    assert told is not None
    assert told.name == "Kommunens mall.docx"
    assert told.missing == ("formatmallen Rubrik 2", "sidfot", "sidnummer")


def test_choosing_and_removing_can_be_undone(council: OpenCouncil, template: Path) -> None:
    council.word.use_template(template)
    council.word.remove_template()
    assert council.word.template() is None
    council.undo.undo()
    assert council.word.template() is not None
    council.undo.undo()
    assert council.word.template() is None


def test_the_pdf_is_as_before(council: OpenCouncil, template: Path) -> None:
    before = council.documents.preview("kallelse", TODAY, meeting(council, FIRST)).content
    council.word.use_template(template)
    assert council.documents.preview("kallelse", TODAY, meeting(council, FIRST)).content == before


def test_minutes_made_on_the_template_come_back_too(
    council: OpenCouncil, template: Path, tmp_path: Path
) -> None:
    first = meeting(council, FIRST)
    council.meetings.open_agenda(first)
    council.word.use_template(template)
    path = tmp_path / "tillbaka.docx"
    path.write_bytes(council.word.copy("protokoll", TODAY, first).content)
    found = council.word.compare(first, path)
    assert (found.differences, found.notes) == ((), ())


def test_a_template_file_of_word_is_taken_as_it_is(
    council: OpenCouncil, template: Path, tmp_path: Path
) -> None:
    types = ZipFile(template).read("[Content_Types].xml")
    path = tmp_path / "Mall.dotx"
    path.write_bytes(
        repacked(
            a_template(),
            **{"[Content_Types].xml": types.replace(b"document.main+xml", b"template.main+xml")},
        )
    )
    council.word.use_template(path)
    assert made(council).sections[0].header.paragraphs[0].text.startswith("Norrmyra kommun")


def test_the_head_of_the_first_page_is_used_when_there_are_several_parts(
    council: OpenCouncil, tmp_path: Path
) -> None:
    document = docx.Document(BytesIO(a_template()))
    document.add_section().header.is_linked_to_previous = False
    path = tmp_path / "delar.docx"
    document.save(str(path))
    council.word.use_template(path)
    assert made(council).sections[-1].header.paragraphs[0].text == "Norrmyra kommun, kommunens eget huvud"


@pytest.mark.parametrize("what", HARMFUL)
def test_a_template_that_could_do_harm_is_refused_and_the_one_there_stays(
    council: OpenCouncil, template: Path, tmp_path: Path, what: str
) -> None:
    council.word.use_template(template)
    make, wanted = HARMFUL[what]
    path = tmp_path / "Ny mall.docx"
    path.write_bytes(make(a_template()))
    with pytest.raises(
        Refused, match="skadad|gick inte att använda" if wanted == "skadad" else wanted
    ) as refusal:
        council.word.use_template(path)
    assert "Inget har ändrats." in str(refusal.value)
    assert council.word.template().name == "Kommunens mall.docx"


def test_a_template_with_macros_by_its_kind_is_refused(council: OpenCouncil, tmp_path: Path) -> None:
    types = ZipFile(BytesIO(a_template())).read("[Content_Types].xml")
    path = tmp_path / "Mall.dotm"
    kind = b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
    old = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    path.write_bytes(repacked(a_template(), **{"[Content_Types].xml": types.replace(old, kind)}))
    with pytest.raises(Refused, match="makron"):
        council.word.use_template(path)


def test_a_template_that_is_gone_is_refused(council: OpenCouncil, tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        council.word.use_template(tmp_path / "borta.docx")


def test_where_the_municipality_keeps_its_templates_does_not_leave_the_house(
    council: OpenCouncil, tmp_path: Path
) -> None:
    document = docx.Document(BytesIO(a_template()))
    part = document.part.part_related_by(docx.opc.constants.RELATIONSHIP_TYPE.SETTINGS)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    name = part.relate_to("file:///S:/mallar/kommun.dotx", kind, is_external=True)
    attached = docx.oxml.OxmlElement("w:attachedTemplate")
    attached.set(qn("r:id"), name)
    document.settings.element.insert(0, attached)
    path = tmp_path / "mall.docx"
    document.save(str(path))
    council.word.use_template(path)
    with ZipFile(BytesIO(council.word.copy("kallelse", TODAY, meeting(council, FIRST)).content)) as packed:
        assert not any(b"S:/mallar" in packed.read(part) for part in packed.namelist())
