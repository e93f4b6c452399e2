"""The handlingspaket: the notice and every paper in one file, and a named line for what could not be there."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject
from reportlab.pdfgen.canvas import Canvas

from norrmyra import FIRST, TODAY, call, meeting
from trygghetsrad.domain.attachments import Audience
from trygghetsrad.domain.documents import PaperOptions
from trygghetsrad.domain.errors import Refused

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.documents import Paper


def pdf(*pages: str) -> bytes:
    """A PDF as another program makes it: one page for each text, wider than high."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=(600, 300))
    for text in pages:
        canvas.drawString(50, 200, text)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def locked(content: bytes, *, to_open: str = "", to_change: str = "") -> bytes:
    """The same with a password, to open it or only to change it."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.encrypt(to_open, owner_password=to_change or to_open, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def scripted() -> bytes:
    """A PDF that would run a script when it is opened and when its page is shown."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf("Med skript"))))
    script = DictionaryObject(
        {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject("app.alert('hej');"),
        }
    )
    writer.root_object[NameObject("/OpenAction")] = script
    writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): script})
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.fixture
def first(council: OpenCouncil) -> int:
    return meeting(council, FIRST)


@pytest.fixture
def point(council: OpenCouncil, first: int) -> int:
    return council.meetings.add_item(first, "Belysning")


def packet(council: OpenCouncil, first: int, **options: object) -> Paper:
    return council.documents.preview("handlingspaket", TODAY, first, PaperOptions(**options))


def pages(paper: Paper) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(paper.content)).pages]


def marks(paper: Paper) -> list[tuple[str, int]]:
    reader = PdfReader(BytesIO(paper.content))
    return [(one.title, reader.get_destination_page_number(one)) for one in reader.outline]


def position(council: OpenCouncil, first: int, point: int) -> int:
    return next(one.position for one in council.meetings.agenda(first) if one.id == point)


def test_notice_and_papers_stand_in_agenda_order_each_behind_its_numbered_sheet(
    council: OpenCouncil, first: int, point: int
) -> None:
    number = position(council, first, point)
    council.attachments.add("Rapport.pdf", pdf("Rapport ett", "Rapport två"), TODAY, item_id=point)
    council.attachments.add("Karta.pdf", pdf("Karta"), TODAY, meeting_id=first)
    council.attachments.add("Plan.pdf", pdf("Plan"), TODAY, item_id=point, sender="Polisen")
    call(council, first)
    paper = packet(council, first)
    said = pages(paper)
    assert "Kallelse till möte 1/2026" in said[1]
    place = next(number for number, text in enumerate(said) if "Handlingen börjar" in text)
    assert said[place + 1] == "Karta"
    assert f"Bilaga {number}.1 Rapport" in said[place + 2]
    assert said[place + 3 : place + 5] == ["Rapport ett", "Rapport två"]
    assert f"Bilaga {number}.2 Plan" in said[place + 5]
    assert said[place + 6 :] == ["Plan"]
    assert marks(paper) == [
        ("Omslag", 0),
        ("Kallelse", 1),
        ("Bilaga 1 Karta", place),
        (f"Bilaga {number}.1 Rapport", place + 2),
        (f"Bilaga {number}.2 Plan", place + 5),
    ]
    assert "2 sidor" in said[0]


def test_the_pages_of_others_are_as_they_were(council: OpenCouncil, first: int, point: int) -> None:
    content = pdf("Rapport")
    council.attachments.add("Rapport.pdf", content, TODAY, item_id=point)
    last = PdfReader(BytesIO(packet(council, first).content)).pages[-1]
    was = PdfReader(BytesIO(content)).pages[0]
    assert last.mediabox == was.mediabox
    assert last.get_contents().get_data().split() == was.get_contents().get_data().split()


def test_a_notice_that_was_issued_lies_in_the_packet_as_it_was(
    council: OpenCouncil, first: int, point: int
) -> None:
    council.attachments.add("Rapport.pdf", pdf("Rapport"), TODAY, item_id=point)
    call(council, first)
    council.council.change(name="Ett annat råd")
    assert "Trygghetsrådet" in pages(packet(council, first))[1]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("Låst.pdf", locked(pdf("x"), to_open="hemligt"), "Är skyddad med lösenord"),
        ("Skyddad.pdf", locked(pdf("x"), to_change="hemligt"), "Är skyddad med lösenord"),
        ("Halv.pdf", pdf("x")[:300], "Är skadad"),
        ("Skräp.pdf", b"\x00" * 5000, "Är skadad"),
        ("Tomt huvud.pdf", b"%PDF-1.7\n%%EOF", "Är skadad"),
        ("Tabell.xlsx", b"PK", "Är ingen PDF"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_is_still_made(
    council: OpenCouncil, first: int, point: int, name: str, content: bytes, why: str
) -> None:
    council.attachments.add(name, content, TODAY, item_id=point)
    council.attachments.add("Hel.pdf", pdf("Den hela"), TODAY, item_id=point)
    paper = packet(council, first)
    said = pages(paper)
    assert why in said[0]
    assert said[-1] == "Den hela"
    assert any(name.rpartition(".")[0] in note for note in paper.notes)


def test_a_paper_kept_elsewhere_is_listed_with_its_number_in_the_diary(
    council: OpenCouncil, first: int, point: int
) -> None:
    council.attachments.add_reference("Underlag", TODAY, item_id=point, dnr="KS 2026/71")
    front = pages(packet(council, first))[0]
    assert "Underlag" in front
    assert "Finns i diariet" in front
    assert "KS 2026/71" in front


def test_a_packet_holds_only_what_its_readers_may_have(council: OpenCouncil, first: int, point: int) -> None:
    for audience in Audience:
        name = f"Text {audience.name.lower()}"
        council.attachments.add(f"{name}.pdf", pdf(name), TODAY, item_id=point, audience=audience)
    for chosen, held in (("", 1), ("kommun och myndigheter", 2), ("endast namngivna", 3)):
        paper = packet(council, first, audience=chosen)
        texts = [text for text in pages(paper) if text.startswith("Text ")]
        assert texts == ["Text everyone", "Text authorities", "Text named"][:held]
        assert ("Går inte ut med det här paketet" in pages(paper)[0]) is (held < 3)
    assert "för kommun och myndigheter" in packet(council, first, audience="kommun och myndigheter").file_name


def test_a_packet_of_one_point_holds_nothing_else(council: OpenCouncil, first: int, point: int) -> None:
    other = council.meetings.add_item(first, "Skolvägar")
    council.attachments.add("Ett.pdf", pdf("Ett"), TODAY, item_id=point)
    council.attachments.add("Två.pdf", pdf("Två"), TODAY, item_id=other)
    number = position(council, first, other)
    paper = packet(council, first, point=number)
    assert [text for text in pages(paper) if text in {"Ett", "Två"}] == ["Två"]
    assert marks(paper) == [("Omslag", 0), (f"Bilaga {number}.1 Två", 1)]
    assert f"punkt {number}" in paper.file_name
    offered = council.documents.offer("handlingspaket", TODAY, first).points
    assert (number, "Skolvägar") in offered


def test_scripts_do_not_come_along(council: OpenCouncil, first: int, point: int) -> None:
    council.attachments.add("Skript.pdf", scripted(), TODAY, item_id=point)
    paper = packet(council, first)
    assert pages(paper)[-1] == "Med skript"
    assert b"JavaScript" not in paper.content
    assert "/AA" not in PdfReader(BytesIO(paper.content)).pages[-1]


def test_only_our_own_sheets_are_tagged_and_the_file_claims_no_more(
    council: OpenCouncil, first: int, point: int
) -> None:
    council.attachments.add("Rapport.pdf", pdf("Rapport"), TODAY, item_id=point)
    reader = PdfReader(BytesIO(packet(council, first).content))
    root = reader.root_object
    assert "/StructTreeRoot" in root
    assert "/Metadata" not in root
    assert root["/MarkInfo"]["/Suspects"]
    assert root["/Lang"] == "sv-SE"
    assert "/StructParents" in reader.pages[0]
    assert "/StructParents" not in reader.pages[-1]
    assert reader.metadata.title == "Handlingar till möte prel. 1/2026"


def test_a_heavy_packet_says_so_and_how_to_divide_it(council: OpenCouncil, first: int, point: int) -> None:
    import random

    noise = random.Random(1).randbytes(11_000_000)  # noqa: S311  # bytes that cannot be packed
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf("Tung"))))
    writer.add_attachment("brus.bin", noise)
    out = BytesIO()
    writer.write(out)
    council.attachments.add("Tung.pdf", out.getvalue(), TODAY, item_id=point)
    light = packet(council, first)
    assert light.notes == (), "what is attached inside a paper does not come along"
    council.attachments.add("Bild.pdf", picture(noise), TODAY, item_id=point)
    heavy = packet(council, first)
    assert "Välj en punkt i taget" in heavy.notes[0]
    alone = packet(council, first, point=position(council, first, point))
    assert "Välj en punkt" not in alone.notes[0]


def picture(noise: bytes) -> bytes:
    """A PDF whose page draws with an image too heavy to mail."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    target = BytesIO()
    canvas = Canvas(target)
    canvas.drawImage(
        ImageReader(Image.frombytes("RGB", (1900, 1900), noise[: 1900 * 1900 * 3])), 0, 0, 500, 500
    )
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def test_a_packet_is_issued_once_for_the_same_papers_and_anew_when_one_is_added(
    council: OpenCouncil, first: int, point: int
) -> None:
    council.attachments.add("Rapport.pdf", pdf("Rapport"), TODAY, item_id=point)
    one = council.documents.issue("handlingspaket", TODAY, first)
    two = council.documents.issue("handlingspaket", TODAY, first)
    assert one.document_id == two.document_id
    council.attachments.add("Plan.pdf", pdf("Plan"), TODAY, item_id=point)
    three = council.documents.issue("handlingspaket", TODAY, first)
    assert three.document_id != one.document_id
    assert council.documents.content(one.document_id or 0).content == one.content


def test_a_meeting_without_papers_has_a_packet_that_says_so(council: OpenCouncil, first: int) -> None:
    assert "Inga handlingar hör till mötet" in pages(packet(council, first))[0]
    choice = next(one for one in council.documents.choices(first) if one.kind == "handlingspaket")
    assert not choice.is_timely
    assert not choice.has_word


def test_there_is_no_word_copy_of_what_others_have_made(council: OpenCouncil, first: int) -> None:
    with pytest.raises(Refused, match="bara som PDF"):
        council.word.copy("handlingspaket", TODAY, first)
