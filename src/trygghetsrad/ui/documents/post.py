"""Puts papers into letters: drafts for the mail program, or text to copy where it opens none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from trygghetsrad.domain.documents import PaperOptions
from trygghetsrad.domain.errors import CouncilError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from trygghetsrad.domain.delivery import MailDraft, Recipient
    from trygghetsrad.ui.documents.page import DocumentsPage

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """The paper in view; a list is made for good first when it goes into a letter."""

    key: str
    kind: str
    meeting_id: int | None
    document_id: int | None
    can_mail: bool
    has_calendar: bool
    options: PaperOptions = field(default_factory=PaperOptions)


class Post(QObject):
    """What the buttons for letters do; open_mail and the page's own hooks are asked for other programs."""

    def __init__(self, page: DocumentsPage, open_mail: Callable[[str], bool]) -> None:
        super().__init__(page)
        self.open_mail = open_mail
        self._page = page
        self._delivery = page.desk.delivery
        self._mailing = page.desk.delivery.mailing
        self._parcel: Parcel | None = None
        self._opens: bool | None = None
        """Whether drafts have opened since the start; what she told earlier lies in the preferences."""
        self._delivery.draft_asked.connect(self._make_draft)
        self._delivery.hand_over_asked.connect(self._hand_over)
        self._delivery.calendar_asked.connect(self._save_calendar)
        self._mailing.copy_asked.connect(self._copy)
        self._mailing.link_asked.connect(self._open_link)
        self._mailing.again_asked.connect(self._make_draft)
        self._mailing.answered.connect(self._take_answer)

    def show(self, parcel: Parcel | None) -> None:
        """Offer what can be done with the paper in view."""
        anew = (parcel.key if parcel else "") != (self._parcel.key if self._parcel else "")
        self._parcel = parcel
        if anew:
            self._mailing.ask(asking=False)
            self._mailing.warn(())
        if parcel is not None and parcel.can_mail:
            self._mailing.recipients.show_people(self._people(parcel), anew=anew)
        self._show_ways()

    def _show_ways(self) -> None:
        parcel = self._parcel
        self._delivery.show_mailing(
            mail=parcel is not None and parcel.can_mail,
            by_file=self._drafts_open() is not False,
            calendar=parcel is not None and parcel.has_calendar,
        )

    def _drafts_open(self) -> bool | None:
        return self._page.preferences.drafts_open if self._opens is None else self._opens

    def _people(self, parcel: Parcel) -> tuple[Recipient, ...]:
        delivery = self._page.council.delivery
        if parcel.document_id is not None:
            return delivery.recipients(parcel.document_id, self._today())
        return delivery.usual_recipients(parcel.kind, self._today(), parcel.meeting_id, parcel.options)

    # -- drafts --------------------------------------------------------------------------------

    @Slot()
    def _make_draft(self) -> None:
        made = self._draft()
        if made is None:
            return
        document, draft = made
        path = self._take(lambda: self._page.council.delivery.put_in_outbox(draft))
        if path is None:
            return
        if not self._page.open_with(path):
            self._opens = False
            self._show_ways()
            self._page.trouble.emit(
                self.tr(
                    "Inget program på datorn öppnade utkastet, så inget är skickat. "
                    "Kopiera mottagare och text i stället, så visas mappen med bilagorna."
                )
            )
            return
        self._note(document, draft)
        self._mailing.ask(asking=self._drafts_open() is not True)
        self._say(self.tr("Utkast skapat. Markera som skickat när du har skickat det."))

    @Slot(bool)
    def _take_answer(self, opened: bool) -> None:
        self._page.preferences.drafts_open = opened
        self._opens = None
        self._mailing.ask(asking=False)
        self._show_ways()
        way = self._delivery.draft if opened else self._delivery.hand_over
        way.setFocus()

    # -- ways round ----------------------------------------------------------------------------

    @Slot()
    def _hand_over(self) -> None:
        made = self._draft()
        if made is None:
            return
        document, draft = made
        first = self._take(lambda: self._page.council.delivery.put_attachments(draft))
        if first is None:
            return
        self._to_clipboard(draft)
        self._note(document, draft)
        if self._page.show_folder(first):
            self._say(self.tr("Kopierat. Klistra in i ett nytt brev och dra dit bilagorna."))
        else:
            words = self.tr(
                "Mappen gick inte att visa. Mottagare och text är kopierade, bilagorna ligger i {folder}."
            )
            self._page.trouble.emit(words.format(folder=first.parent))

    @Slot()
    def _copy(self) -> None:
        made = self._draft()
        if made is not None:
            self._to_clipboard(made[1])
            self._mailing.warn(made[1].warnings)
            self._say(self.tr("Text och adresser är kopierade"))

    @Slot()
    def _open_link(self) -> None:
        made = self._draft()
        if made is None:
            return
        document, draft = made
        if self.open_mail(self._page.council.delivery.link(draft)):
            self._note(document, draft)
            self._say(self.tr("Utkast skapat utan bilagor. Markera som skickat när du har skickat det."))
        else:
            self._to_clipboard(draft)
            self._page.trouble.emit(
                self.tr("Brevet gick inte att öppna den vägen. Mottagare och text är kopierade i stället.")
            )

    @Slot()
    def _save_calendar(self) -> None:
        meeting_id = self._parcel.meeting_id if self._parcel else None
        if meeting_id is None:
            return
        delivery = self._page.council.delivery
        calendar = self._take(lambda: delivery.calendar(meeting_id, self._today()))
        if calendar is None:
            return
        self._mailing.warn(calendar.warnings)
        self._page.save_as(calendar.name, lambda target: delivery.save(calendar, target))

    # -- parts ---------------------------------------------------------------------------------

    def _draft(self) -> tuple[int, MailDraft] | None:
        parcel = self._parcel
        return self._take(lambda: self._drafted(parcel)) if parcel else None

    def _drafted(self, parcel: Parcel) -> tuple[int, MailDraft]:
        council, recipients = self._page.council, self._mailing.recipients
        chosen, hidden = recipients.chosen(), recipients.hidden()
        document = parcel.document_id
        if document is None:
            made = council.documents.issue(parcel.kind, self._today(), parcel.meeting_id, parcel.options)
            document = made.document_id or 0
        return document, council.delivery.draft(document, self._today(), chosen=chosen, hidden=hidden)

    def _note(self, document: int, draft: MailDraft) -> None:
        self._take(lambda: self._page.council.delivery.note_draft_made(document, draft.recipient_uids))
        self._mailing.warn(draft.warnings)

    def _to_clipboard(self, draft: MailDraft) -> None:
        QGuiApplication.clipboard().setText(self._page.council.delivery.text(draft))

    def _take(self, deed: Callable[[], Answer]) -> Answer | None:
        """Return what the deed gives; a refusal becomes a banner."""
        try:
            return deed()
        except CouncilError as refusal:
            self._page.trouble.emit(refusal.sentence())
            return None

    def _say(self, words: str) -> None:
        self._page.toast_requested.emit(words, False)

    def _today(self) -> date:
        return self._page.now().date()
