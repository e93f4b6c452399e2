"""Papers have lines for those who sign them, say so when it is done electronically, and a certificate if asked."""

from __future__ import annotations

from io import BytesIO

import page
import pytest
from pypdf import PdfReader

from documents.papers import a_letterhead, the_minutes
from documents.structure import problems
from trygghetsrad.documents.make import build
from trygghetsrad.documents.pdf.writer import render_pdf
from trygghetsrad.domain.signing import MAY_SIGN, Signer, Signing, SigningWay, signing_from, signing_text

ELECTRONIC = Signing(signers=MAY_SIGN["protokoll"], way=SigningWay.ELECTRONIC)


def minutes(kind: str = "protokoll", signing: Signing | None = None, **letterhead):
    signings = ((kind, signing),) if signing else ()
    facts = the_minutes(
        letterhead=a_letterhead(signings=signings, **letterhead), formal=kind == "protokoll", draft_label=""
    )
    return render_pdf(build(facts)).data


def end(data: bytes) -> str:
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split())
    return text[text.find("Underskrifter") :] if "Underskrifter" in text else ""


def test_a_protokoll_is_signed_by_three_with_a_pen_unless_something_else_is_said():
    said = end(minutes())
    assert [said.count(role) for role in ("Sekreterare", "Ordförande", "Justerare")] == [1, 1, 1]
    assert "elektroniskt" not in said


def test_only_those_who_are_chosen_have_a_line():
    said = end(minutes(signing=Signing(signers=(Signer.CHAIR,))))
    assert "Ordförande" in said
    assert "Sekreterare" not in said
    assert end(minutes(signing=Signing())) == ""


def test_an_electronic_signature_has_words_where_the_line_would_be():
    said = end(minutes(signing=ELECTRONIC))
    assert "finns i den signerade filen, inte på papper" in said
    assert said.count("Signeras elektroniskt") == 3


def test_minnesanteckningar_are_signed_only_where_that_is_the_custom():
    assert end(minutes("minnesanteckningar")) == ""
    assert "Sekreterare" in end(minutes("minnesanteckningar", Signing(signers=(Signer.SECRETARY,))))


def test_the_certificate_of_the_notice_board_is_there_only_when_asked():
    assert "Anslaget" not in end(minutes(kept_at="Kommunhuset"))
    said = end(minutes(posts_notice=True, kept_at="Kommunhuset"))
    for words in (
        "Anslag och bevis",
        "Organ Trygghetsrådet",
        "Mötesdatum 2026-12-08",
        "Protokollet förvaras Kommunhuset",
        "Anslaget sätts upp den",
        "Anslaget tas ned den",
        "Underskrift",
    ):
        assert words in said


def test_the_public_version_has_neither_signatures_nor_certificate():
    facts = the_minutes(public=True, letterhead=a_letterhead(posts_notice=True))
    assert end(render_pdf(build(facts)).data) == ""


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("signing", [None, ELECTRONIC])
def test_all_of_it_follows_the_standards_in_another_colour(tmp_path, profile, signing):
    data = minutes(signing=signing, posts_notice=True, kept_at="Kommunhuset", accent="#7A1F3D")
    assert problems(data) == []
    path = tmp_path / "paper.pdf"
    path.write_bytes(data)
    assert page.validate_pdf(str(path), profile=profile).is_compliant


@pytest.mark.parametrize("kind", MAY_SIGN)
def test_what_the_council_file_holds_is_read_back(kind):
    for way in SigningWay:
        for signers in ((), MAY_SIGN[kind], MAY_SIGN[kind][:1]):
            signing = Signing(signers=signers, way=way)
            assert signing_from(signing_text(signing), kind) == signing
    assert signing_from("penna någon annan", kind) == Signing()
