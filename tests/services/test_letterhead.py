"""What a council says of its papers is kept, printed on new ones and never on those that have left the house."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

import norrmyra
from norrmyra import SECOND, TODAY, meeting
from pictures import noise_png
from trygghetsrad.app import open_council
from trygghetsrad.domain.council import SenderLines
from trygghetsrad.domain.errors import Refused

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.documents import Paper


def text(paper: Paper) -> str:
    return " ".join(
        "\n".join(page.extract_text() for page in PdfReader(BytesIO(paper.content)).pages).split()
    )


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def test_what_the_papers_wear_is_kept_over_a_restart_and_can_be_taken_back(council: OpenCouncil) -> None:
    council.council.change(accent="rgb 122, 31, 61")
    council.council.change(organisation_number="5560360793")
    council.council.change(sender=SenderLines.COUNCIL_FIRST, dnr="KS 2026/12")
    council.close()
    again = open_council(council.path)
    kept = again.council.get()
    assert (kept.accent, kept.organisation_number, kept.dnr) == ("#7A1F3D", "556036-0793", "KS 2026/12")
    again.undo.undo()
    assert again.council.get().sender is SenderLines.MUNICIPALITY_FIRST
    assert again.council.get().accent == "#7A1F3D"
    again.close()


@pytest.mark.parametrize("wrong", [{"accent": "blå"}, {"organisation_number": "12"}])
def test_what_cannot_be_printed_is_refused_and_the_old_kept(
    council: OpenCouncil, wrong: dict[str, str]
) -> None:
    council.council.change(accent="#7A1F3D", organisation_number="556036-0793")
    with pytest.raises(Refused, match=r"är kvar"):
        council.council.change(**wrong)
    kept = council.council.get()
    assert (kept.accent, kept.organisation_number) == ("#7A1F3D", "556036-0793")


def test_new_papers_wear_it_and_issued_ones_stay_byte_for_byte(council: OpenCouncil) -> None:
    meeting_id = meeting(council, SECOND)
    notice = council.documents.issue("kallelse", TODAY, meeting_id)
    council.council.set_logo(noise_png())
    council.council.change(accent="#7A1F3D", organisation_number="556036-0793", dnr="KS 2026/12")
    assert council.documents.content(notice.document_id or 0).content == notice.content
    assert council.documents.current("kallelse", TODAY, meeting_id).content == notice.content
    new = text(council.documents.preview("dagordning", TODAY, meeting_id))
    assert "Org.nr 556036-0793" in new
    assert "Dnr KS 2026/12" in new


def test_a_drawing_is_kept_with_the_picture_made_of_it(council: OpenCouncil) -> None:
    drawn: list[bytes] = []

    def draw(drawing: bytes) -> bytes:
        drawn.append(drawing)
        return noise_png()

    council.council.set_logo(SVG, draw)
    assert drawn == [SVG]
    assert council.council.logo() == noise_png()
    kept = norrmyra.rows(council.path, "SELECT logo_drawing FROM council")[0][0]
    assert norrmyra.rows(council.path, f"SELECT content FROM blob WHERE sha256 = '{kept}'") == [(SVG,)]
    council.council.set_logo(None)
    assert norrmyra.rows(council.path, "SELECT logo, logo_drawing FROM council") == [("", "")]


def test_a_drawing_that_could_do_harm_is_never_drawn(council: OpenCouncil) -> None:
    def draw(_drawing: bytes) -> bytes:
        pytest.fail("drawn before it was checked")

    council.council.set_logo(noise_png())
    with pytest.raises(Refused, match="den gamla är kvar"):
        council.council.set_logo(SVG.replace(b"<path", b'<image href="file:///etc/passwd"/><path'), draw)
    with pytest.raises(Refused, match="ingen bild"):
        council.council.set_logo(SVG)
    assert council.council.logo() == noise_png()


def test_a_logo_chosen_by_mistake_is_taken_back(council: OpenCouncil) -> None:
    council.council.set_logo(noise_png(seed=1))
    council.council.set_logo(noise_png(seed=2))
    council.undo.undo()
    assert council.council.logo() == noise_png(seed=1)
