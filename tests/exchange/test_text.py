"""The character sets that lists arrive in."""

from __future__ import annotations

import pytest

from trygghetsrad.domain.contacts import ImportRefused
from trygghetsrad.exchange.text import decode

TEXT = "Namn;Ort\r\nÅsa Öberg;Älvsbyn – ”norr”\r\n"


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("utf-8"), "utf-8"),
        (TEXT.encode("cp1252"), "cp1252"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
    ],
)
def test_swedish_letters_survive_every_way_excel_saves_them(data, charset):
    decoded = decode(data)
    assert decoded.text == TEXT
    assert decoded.charset == charset


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)),
        b"\x89PNG\r\n\x1a\n\x00\x00",
        "Åsa".encode("utf-16-le"),
        b"Anna\x00Ek",
        b"\xff\xfeA",
        b"\x81\x8d\x8f",
        "Åsa Öberg".encode()[:-1] + "Öberg".encode("cp1252"),
    ],
)
def test_what_is_no_text_or_of_two_minds_is_refused(data):
    with pytest.raises(ImportRefused) as refused:
        decode(data)
    assert refused.value.reason == "unreadable"


@pytest.mark.parametrize("data", [b"", b"  \r\n\t", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(data):
    with pytest.raises(ImportRefused) as refused:
        decode(data)
    assert refused.value.reason == "empty"


def test_more_than_ten_megabytes_is_refused():
    with pytest.raises(ImportRefused) as refused:
        decode(b"a" * (10 * 1024 * 1024 + 1))
    assert refused.value.reason == "too_big"
