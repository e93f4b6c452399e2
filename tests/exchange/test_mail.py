"""A letter as a mail program reads it: å ä ö in names, commas, long names, and words that try to break out."""

from __future__ import annotations

import email
from dataclasses import replace
from email import policy
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, settings, strategies as st

from trygghetsrad.domain.delivery import Attachment, Mailbox, MailDraft, weight_warning
from trygghetsrad.exchange.mail import address_line, mail_link, mail_text, write_mail

ANNA = Mailbox(name="Anna Sjöberg", email="anna.sjoberg@norrmyra.example")
EK = Mailbox(name="Ek, Bo (polisen)", email="bo.ek@polisen.example")
PDF = Attachment(
    name="2026-12-08 Kallelse möte 4.pdf", content=b"%PDF-1.7 \x00\xff", media_type="application/pdf"
)
ICS = Attachment(name="möte 4.ics", content=b"BEGIN:VCALENDAR\r\n", media_type="text/calendar")
LETTER = MailDraft(
    to=(ANNA, EK),
    subject="Kallelse till möte 4/2026, Trygghetsrådet",
    text="Hej,\n\nhär kommer kallelsen.\n.\nFrån Norrmyra\n",
    attachments=(PDF, ICS),
)


def read(content: bytes):
    return email.message_from_bytes(content, policy=policy.default)


def body(message) -> str:
    return message.get_body(("plain",)).get_content().replace("\r\n", "\n")


def test_a_draft_comes_back_whole():
    message = read(write_mail(LETTER))
    assert message["X-Unsent"] == "1"
    assert [(one.display_name, one.addr_spec) for one in message["To"].addresses] == [
        (ANNA.name, ANNA.email),
        (EK.name, EK.email),
    ]
    assert message["Subject"] == LETTER.subject
    assert body(message) == LETTER.text
    assert [(one.get_filename(), one.get_content_type()) for one in message.iter_attachments()] == [
        (PDF.name, "application/pdf"),
        (ICS.name, "text/calendar"),
    ]
    assert [one.get_payload(decode=True) for one in message.iter_attachments()] == [PDF.content, ICS.content]


def test_a_draft_says_neither_who_sends_it_nor_when():
    message = read(write_mail(LETTER))
    assert {"From", "Date", "Message-ID"}.isdisjoint(message.keys())


def test_the_file_holds_only_plain_letters_and_windows_line_ends():
    content = write_mail(LETTER)
    assert content.isascii()
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"filename*=utf-8''2026-12-08%20Kallelse%20m%C3%B6te%204.pdf" in content.replace(b"\r\n ", b"")


def test_hidden_copies_name_nobody_to_anybody():
    message = read(write_mail(replace(LETTER, to=(), bcc=(ANNA, EK))))
    assert "To" not in message
    assert [one.addr_spec for one in message["Bcc"].addresses] == [ANNA.email, EK.email]


@pytest.mark.parametrize(
    "bad",
    [
        "Råd\r\nBcc: annan@fel.example",
        "Råd\nX-A: 1",
        "Råd\u2028Bcc: annan@fel.example",
        "Råd\x00\x1b",
        "a\rb",
    ],
)
def test_a_new_line_in_a_subject_a_name_or_a_file_starts_no_header(bad):
    letter = replace(
        LETTER,
        subject=bad,
        to=(replace(ANNA, name=bad),),
        attachments=(replace(PDF, name=f"{bad}.pdf"),),
    )
    message = read(write_mail(letter))
    assert {"Bcc", "X-A"}.isdisjoint(message.keys())
    assert "\n" not in message["Subject"]
    assert [one.addr_spec for one in message["To"].addresses] == [ANNA.email]
    assert len(list(message.iter_attachments())) == 1


@pytest.mark.parametrize(
    "address",
    ["", "anna", "a@b\r\nBcc: x@y.example", "a b@c.example", "a@b.example, c@d.example", "<a@b.se>"],
)
def test_what_is_no_address_never_gets_into_a_letter(address):
    with pytest.raises(ValueError, match=r"(?s).*"):
        write_mail(replace(LETTER, to=(Mailbox(name="", email=address),)))


def test_addresses_with_swedish_letters_are_kept():
    räv = Mailbox(name="Räv", email="anna@räven.example")
    assert read(write_mail(replace(LETTER, to=(räv,))))["To"].addresses[0].domain == "xn--rven-loa.example"
    örn = Mailbox(name="Örn", email="örn@norrmyra.example")
    assert "örn@norrmyra.example" in write_mail(replace(LETTER, to=(örn,))).decode("utf-8")


def test_addresses_are_pasted_with_semicolons():
    assert address_line((ANNA, EK)) == "anna.sjoberg@norrmyra.example; bo.ek@polisen.example"


def test_the_clipboard_says_who_what_about_and_the_words():
    assert mail_text(replace(LETTER, to=(), bcc=(ANNA, EK))).splitlines()[:4] == [
        "Hemlig kopia: anna.sjoberg@norrmyra.example; bo.ek@polisen.example",
        "Ämne: Kallelse till möte 4/2026, Trygghetsrådet",
        "",
        "Hej,",
    ]


def test_a_mail_link_carries_addresses_subject_and_words():
    letter = replace(LETTER, subject="A & B = 100 % + möte?", bcc=(EK,), to=(ANNA,))
    parts = urlsplit(mail_link(letter))
    assert (parts.scheme, unquote(parts.path)) == ("mailto", ANNA.email)
    said = parse_qs(parts.query.replace("+", "%2B"))
    assert said["subject"] == ["A & B = 100 % + möte?"]
    assert said["bcc"] == [EK.email]
    assert said["body"][0].replace("\r\n", "\n") == LETTER.text
    assert "+" not in mail_link(letter)


def test_a_mail_link_that_windows_would_cut_is_none():
    many = tuple(Mailbox(name="", email=f"person{number}@norrmyra.example") for number in range(80))
    assert mail_link(replace(LETTER, to=many)) == ""
    assert len(mail_link(replace(LETTER, to=many[:6]))) <= 1_800


def test_more_than_ten_megabytes_is_warned_about():
    heavy = replace(PDF, content=bytes(12_000_000))
    assert weight_warning([heavy]).startswith("Bilagorna är 12 MB.")
    assert weight_warning([PDF, ICS]) == ""


@given(text=st.text(max_size=200), name=st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_words_make_a_letter_with_one_recipient(text, name):
    letter = replace(LETTER, subject=name, text=text, to=(replace(ANNA, name=name),))
    message = read(write_mail(letter))
    assert [one.addr_spec for one in message["To"].addresses] == [ANNA.email]
    assert len(list(message.iter_attachments())) == 2
    assert "Bcc" not in message


NAMES = st.text(alphabet=st.sampled_from('aåÖé ,;"\\()<>@:.=?_-'), max_size=90)


@given(names=st.lists(NAMES, min_size=1, max_size=25))
@settings(max_examples=150, deadline=None)
def test_every_recipient_of_a_long_list_is_reached_whatever_the_names(names):
    everyone = tuple(
        Mailbox(name=name, email=f"person{number}@norrmyra.example") for number, name in enumerate(names)
    )
    message = read(write_mail(replace(LETTER, to=everyone)))
    assert [one.addr_spec for one in message["To"].addresses] == [one.email for one in everyone]
    assert message["To"].defects == ()


@given(words=NAMES, file=NAMES)
@settings(max_examples=150, deadline=None)
def test_subjects_and_file_names_come_back_as_they_were(words, file):
    letter = replace(LETTER, subject=f"Möte {words}", attachments=(replace(PDF, name=f"Möte {file}.pdf"),))
    message = read(write_mail(letter))
    assert message["Subject"] == " ".join(f"Möte {words}".split())
    assert [one.get_filename() for one in message.iter_attachments()] == [
        " ".join(f"Möte {file}.pdf".split())
    ]
