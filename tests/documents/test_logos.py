"""A logo is taken in when it can be printed and does no harm; otherwise one sentence says why not."""

from __future__ import annotations

from io import BytesIO
from time import perf_counter

import pytest
from PIL import Image

from pictures import huge_png, noise_png
from trygghetsrad.documents.logos import MOST_BYTES, PRINTED, check_drawing, is_drawing, printed_picture
from trygghetsrad.domain.errors import Refused

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
ILLUSTRATOR = (
    '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
    '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [<!ENTITY ns "http://ns.example/svg">]>'
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="&ns;"><path d="M0 0h9v9z"/></svg>'
)


def drawing(inside: str) -> bytes:
    return f"{SVG}{inside}</svg>".encode()


def refusal_of(data: bytes, take=check_drawing) -> str:
    with pytest.raises(Refused) as refusal:
        take(data)
    sentence = refusal.value.sentence()
    assert "den gamla är kvar" in sentence
    return sentence


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0h9v9z" fill="#0B5A75"/>',
        '<defs><linearGradient id="a"/></defs><rect fill="url(#a)" width="9" height="9"/>',
        '<style>.a{fill:url("#b")}</style><g class="a"><circle r="4"/></g>',
        '<symbol id="s"><path d="M0 0h1"/></symbol><use xlink:href="#s"/><use href="#s" x="2"/>',
        '<image href="data:image/png;base64,AAAA" width="3" height="3"/>',
        '<a xlink:href="https://norrmyra.example"><path d="M0 0h1"/></a>',
    ],
)
def test_ordinary_drawings_are_taken_in(inside):
    assert is_drawing(drawing(inside))
    check_drawing(drawing(inside))


def test_what_older_drawing_programs_write_is_taken_in():
    check_drawing(ILLUSTRATOR.encode())


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="file:///etc/passwd"/>',
        '<image xlink:href="https://ond.example/spion.png"/>',
        '<image href="\\\\server\\bild.png"/>',
        '<use href="annan.svg#del"/>',
        '<rect fill="url(https://ond.example/f)"/>',
        "<style>@import 'https://ond.example/stil.css';</style>",
        "<style>rect{fill:url( 'ute.svg#a')}</style>",
        '<feImage href="ute.png"/>',
    ],
)
def test_a_drawing_that_fetches_something_is_refused(inside):
    assert "utanför sig själv" in refusal_of(drawing(inside))


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onclick="x()"/>',
        "<foreignObject><p/></foreignObject>",
        "<rect><animateTransform/></rect>",
    ],
)
def test_a_drawing_that_does_things_is_refused(inside):
    assert "skript eller rörelse" in refusal_of(drawing(inside))


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE svg [<!ENTITY % a SYSTEM "https://ond.example/x.dtd">]>',
        f'<!DOCTYPE svg [<!ENTITY a "{"x" * 200}">]>',
        '<?xml-stylesheet href="https://ond.example/s.css"?>',
    ],
)
def test_abbreviations_that_grow_or_fetch_are_refused(doctype):
    assert "utanför sig själv" in refusal_of(doctype.encode() + drawing(""))


def test_a_drawing_that_repeats_itself_without_end_is_refused_at_once():
    doubled = "".join(f'<g id="g{n}"><use href="#g{n + 1}"/><use href="#g{n + 1}"/></g>' for n in range(60))
    circle = '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'
    began = perf_counter()
    for inside in (
        f'{doubled}<rect id="g60"/>',
        f"{circle}<use href='#a'/>",
        "<g>" * 100_000 + "</g>" * 100_000,
        "<rect/>" * 100_000,
    ):
        assert "invecklad" in refusal_of(drawing(inside))
    assert perf_counter() - began < 3


@pytest.mark.parametrize("data", [b"<svg", b"<svg><g></svg>", b'<svg a="&b;"/>', b"<svg>\xff\xfe</svg>"])
def test_a_broken_drawing_is_refused(data):
    assert "skadad" in refusal_of(data)


def test_another_kind_of_xml_is_no_picture():
    assert "ingen bild" in refusal_of(b"<html><svg/></html>")


def test_a_picture_is_kept_as_it_came():
    assert printed_picture(noise_png()) == noise_png()


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "CMYK", "L"])
def test_a_big_picture_is_kept_as_large_as_print_needs(mode):
    target = BytesIO()
    Image.new(mode, (4000, 1000)).save(target, "JPEG" if mode == "CMYK" else "PNG")
    with Image.open(BytesIO(printed_picture(target.getvalue()))) as kept:
        assert kept.size == (PRINTED, PRINTED // 4)
        assert kept.format == "PNG"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "ingen bild"),
        (b"GIF89a", "ingen bild"),
        (noise_png()[:60], "skadad"),
        (b"\xff\xd8\xff" + bytes(50), "skadad"),
        *((huge_png(side), "för många bildpunkter") for side in (8_000, 12_000, 30_000)),
        (noise_png() + bytes(MOST_BYTES), "större än 5 MB"),
    ],
)
def test_what_cannot_be_printed_is_refused(data, says):
    assert says in refusal_of(data, printed_picture)
