"""Letters for other programs to send: a draft file, a mail link, and plain text for the clipboard."""

from __future__ import annotations

import re
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING
from urllib.parse import quote

from trygghetsrad.domain.contacts import is_email

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trygghetsrad.domain.delivery import Attachment, Mailbox, MailDraft

LONGEST_LINK = 1_800
"""Windows hands over about 1 900 characters of a mail link and drops the rest."""

_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_PLAIN_NAME = re.compile("[A-Za-z0-9 ]{1,60}")
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")


def write_mail(draft: MailDraft) -> bytes:
    """Return an .eml file that a mail program opens as a letter to send, not as one received.

    Raises ValueError for an address that is none.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _line(draft.subject)
    message.set_content(_lines(draft.text), cte="quoted-printable")
    for one in draft.attachments:
        _attach(message, one)
    # Outlook opens a file with this mark as a draft; the mark comes from Microsoft's own library for mail.
    return b"X-Unsent: 1\r\n" + _header("To", draft.to) + _header("Bcc", draft.bcc) + message.as_bytes()


def address_line(mailboxes: Iterable[Mailbox]) -> str:
    """Return addresses alone with semicolons between, as Outlook takes them when pasted."""
    return "; ".join(one.email for one in mailboxes)


def mail_text(draft: MailDraft) -> str:
    """Return the whole letter as text for the clipboard: who, what about, and the words."""
    to = f"Till: {address_line(draft.to)}\n" if draft.to else ""
    bcc = f"Hemlig kopia: {address_line(draft.bcc)}\n" if draft.bcc else ""
    return f"{to}{bcc}Ämne: {_line(draft.subject)}\n\n{_lines(draft.text)}"


def mail_link(draft: MailDraft) -> str:
    """Return a mailto: link without the attachments (RFC 6068), or nothing when it would be cut."""
    body = _lines(draft.text).replace("\n", "\r\n")
    fields = {"bcc": _joined(draft.bcc), "subject": _line(draft.subject), "body": body}
    said = (f"{name}={quote(value, safe=',@')}" for name, value in fields.items() if value)
    link = f"mailto:{quote(_joined(draft.to), safe=',@')}?{'&'.join(said)}"
    return link if len(link) <= LONGEST_LINK else ""


def _joined(mailboxes: Iterable[Mailbox]) -> str:
    return ",".join(one.email for one in mailboxes)


def _header(name: str, mailboxes: Iterable[Mailbox]) -> bytes:
    """Return the lines of one header; written here because Python loses people when it folds long names."""
    places = ",\r\n ".join(_address(one) for one in mailboxes)
    return f"{name}: {places}\r\n".encode() if places else b""


def _address(mailbox: Mailbox) -> str:
    """Return an address; a domain with å ä ö in the form that every server knows."""
    if not is_email(mailbox.email):
        raise ValueError(mailbox.email)
    local, _, domain = mailbox.email.rpartition("@")
    known = domain if domain.isascii() else domain.encode("idna").decode("ascii")
    name = _line(mailbox.name)
    if not name:
        return f"{local}@{known}"
    plain = name if _PLAIN_NAME.fullmatch(name) else Header(name, "utf-8").encode(linesep="\r\n")
    return f"{plain} <{local}@{known}>"


def _attach(message: EmailMessage, attachment: Attachment) -> None:
    main, _, sub = attachment.media_type.partition("/")
    message.add_attachment(attachment.content, maintype=main, subtype=sub, filename=_line(attachment.name))


def _line(text: str) -> str:
    """Return words on one line, without signs that could start another or turn the reading round."""
    return " ".join(_NOT_TEXT.sub(" ", _HIDDEN.sub("", text)).split())


def _lines(text: str) -> str:
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    return _NOT_TEXT.sub("", whole).replace("\u2028", "\n").replace("\u2029", "\n")
