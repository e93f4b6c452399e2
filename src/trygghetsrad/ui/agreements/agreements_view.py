"""The agreements: one list with state and what is left, and a sheet for the chosen one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from trygghetsrad.domain.agreements import Agreement, agreement_state, time_left
from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.sorting import swedish_key
from trygghetsrad.services.knowledge import agreement as agreement_guide
from trygghetsrad.ui.agreements.agreement_sheet import AgreementSheet
from trygghetsrad.ui.agreements.register_card import RegisterCard
from trygghetsrad.ui.agreements.sheet_deeds import SheetDeeds
from trygghetsrad.ui.agreements.states import AGREEMENT_PILLS, state_word
from trygghetsrad.ui.components.buttons import secondary_button
from trygghetsrad.ui.components.committing import commit_within
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.components.file_drops import FileDrops
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.opening import open_file
from trygghetsrad.ui.components.rows import Column
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.theme import column, follow_look, look, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from PySide6.QtGui import QResizeEvent

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.services.agreements import AgreementChanges
    from trygghetsrad.ui.agreements.register_card import Registered
    from trygghetsrad.ui.hub import Hub

LIST_WIDTH, NARROW_LIST, NARROW = 500, 264, 900


class AgreementsView(Page):
    """Written agreements on cooperation (9 §); choose_file and open_with answer for the computer."""

    SHOWS = Changed.LAW | Changed.PEOPLE | Changed.DOCUMENTS | Changed.TODAY

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self.choose_file: Callable[[], Path | None] = self._ask_for_file
        self.open_with: Callable[[Path], bool] = open_file
        self.table: DataTable[Agreement] = DataTable(
            self._columns(), name=self.tr("Överenskommelser"), key=lambda one: one.id, flat=True
        )
        self.new = secondary_button(self.tr("Ny överenskommelse"), Icon.ADD)
        self.new.set_hint("Ctrl+N")
        self.existing = secondary_button(self.tr("Lägg in en befintlig"), Icon.ARROW_IMPORT)
        self.empty = EmptyState(
            Icon.HANDSHAKE,
            self.tr("Ingen överenskommelse än"),
            self.tr(
                "Kommunen ska verka för skriftliga överenskommelser om samverkan, med polisen och andra "
                "(9 §). Börja på en ny, eller lägg in den ni redan har."
            ),
            primary=self.tr("Ny överenskommelse"),
            primary_icon=Icon.ADD,
            link=self.tr("Lägg in en befintlig"),
        )
        self.register = RegisterCard(self._today)
        self.register.hide()
        self.agreement_id = 0
        self.sheet = AgreementSheet(agreement_guide(), self._today)
        self.deeds = SheetDeeds(self, self.sheet)
        self._lay_out()
        self._connect()

    # -- what the window asks ------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        found = self.council.agreements.every()
        if self.agreement_id not in {one.id for one in found}:
            self.agreement_id = found[0].id if found else 0
        with QSignalBlocker(self.table):
            self.table.show_rows(found)
            self.table.select_key(self.agreement_id)
        registering = not self.register.isHidden()
        self.empty.setVisible(not found and not registering)
        self._whole.setVisible(bool(found) and not registering)
        shown = next((one for one in found if one.id == self.agreement_id), None)
        if shown is not None:
            self._show(shown)

    @override
    def open_item(self, item_id: int) -> None:
        self.commit_pending()
        self.agreement_id = item_id
        self.refresh()

    @override
    def commit_pending(self) -> None:
        commit_within(self.sheet)

    @override
    def take_focus(self) -> None:
        first = self.empty.primary if self.empty.isVisible() else self.table
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing -------------------------------------------------------------------------------

    def _show(self, agreement: Agreement) -> None:
        homes = self.council.people.organisations()
        offered = sorted(((one.id, one.name) for one in homes), key=lambda one: swedish_key(one[1]))
        self.sheet.show_agreement(agreement, offered)

    def _choose(self, agreement: Agreement | None) -> None:
        if agreement is not None and agreement.id != self.agreement_id:
            self.commit_pending()
            self.agreement_id = agreement.id
            self._show(agreement)

    def _open(self, _agreement: Agreement) -> None:
        self.sheet.name.edit.setFocus()

    # -- doing ---------------------------------------------------------------------------------

    def new_item(self) -> None:
        """Begin an agreement and show it."""
        self.commit_pending()
        added: list[int] = []
        toast = self.tr("Ett utkast är påbörjat.")
        if self.do(lambda: added.append(self.council.agreements.add(self._today())), toast=toast):
            self.open_item(added[0])
            self.sheet.name.edit.setFocus()

    def start_registering(self) -> None:
        """Show the form for one that exists already."""
        homes = self.council.people.organisations()
        known = [one.name for one in homes if one.kind.value in {"kommun", "polis"} and one.parent_id is None]
        self.register.start(self.tr("Överenskommelse om samverkan"), known)
        self.refresh()

    def _register(self, told: Registered) -> None:
        if told.signed_on is None:
            self.register.signed.set_error(self.tr("Skriv när den undertecknades."))
            return
        signed_on = told.signed_on
        added: list[int] = []
        deed = partial(
            self.council.agreements.register,
            told.title,
            told.parties,
            signed_on,
            self._today(),
            file=told.file,
            purposes=told.purposes,
            areas=told.areas,
            starts=told.starts,
            ends=told.ends,
        )
        if self.do(lambda: added.append(deed()), toast=self.tr("Överenskommelsen är inlagd.")):
            self.register.hide()
            self.open_item(added[0])

    def _stop_registering(self) -> None:
        self.register.hide()
        self.refresh()
        self.take_focus()

    def _deed(self, deed: str) -> None:
        shown = self.sheet.agreement()
        if shown is None:
            return
        self.commit_pending()
        agreements, today = self.council.agreements, self._today()
        deeds: dict[str, tuple[Callable[[], object], str]] = {
            "send": (partial(agreements.send, shown.id, today), self.tr("Antecknad som utskickad i dag.")),
            "draft": (partial(agreements.take_back_sending, shown.id), self.tr("Den är ett utkast igen.")),
            "detach": (partial(agreements.detach, shown.id), self.tr("Filen är borttagen härifrån.")),
            "remove": (partial(agreements.remove, shown.id), self.tr("Överenskommelsen är borttagen.")),
        }
        if deed in deeds:
            self.do(deeds[deed][0], toast=deeds[deed][1])
        elif deed == "renew":
            self._renew(shown)
        elif deed == "attach":
            self._attach(self.choose_file())
        elif deed == "open_file" and shown.attachment_id:
            self._open_file(shown.attachment_id)
        elif deed in {"preview", "preview_pledges"}:
            kind = "overenskommelse" if deed == "preview" else "medborgarlofte"
            self.open_requested.emit(f"paper:{kind}", shown.id)

    def _renew(self, shown: Agreement) -> None:
        made: list[int] = []
        toast = self.tr("Ett utkast för nästa period finns. Den gamla gäller till sitt slut.")
        if self.do(lambda: made.append(self.council.agreements.renew(shown.id, self._today())), toast=toast):
            self.open_item(made[0])

    def _attach(self, file: Path | None) -> None:
        shown = self.sheet.agreement()
        if shown is not None and file is not None:
            attach = partial(self.council.agreements.attach, shown.id, file, self._today())
            self.do(attach, toast=self.tr("Filen är bifogad."))

    def _open_file(self, attachment_id: int) -> None:
        opened: list[Path] = []
        if self.do(lambda: opened.append(self.council.attachments.open_copy(attachment_id))):
            self.open_with(opened[0])

    def _dropped(self, files: Sequence[Path]) -> None:
        self._attach(files[0])

    def _change(self, changes: AgreementChanges) -> None:
        shown = self.sheet.agreement()
        if shown and not self.do(lambda: self.council.agreements.change(shown.id, **changes)):
            self._show(shown)

    def _remove_row(self, agreement: Agreement) -> None:
        self.do(
            lambda: self.council.agreements.remove(agreement.id),
            toast=self.tr("Överenskommelsen är borttagen."),
        )

    def _ask_for_file(self) -> Path | None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Bifoga undertecknad fil"), str(Path.home())
        )
        return Path(chosen) if chosen else None

    def _today(self) -> date:
        return self.now().date()

    # -- laying out ----------------------------------------------------------------------------

    def _columns(self) -> list[Column[Agreement]]:
        return [
            Column(
                self.tr("Period"),
                _years,
                lambda one: (-(one.starts.toordinal() if one.starts else 10**7), -one.id),
                tooltip=lambda one: one.period,
                width=96,
            ),
            Column(
                self.tr("Överenskommelse"),
                lambda one: one.title,
                tooltip=lambda one: one.title,
                stretch=True,
                strong=True,
            ),
            Column(
                self.tr("Läge"),
                lambda one: state_word(agreement_state(one, self._today())),
                pill=lambda one: AGREEMENT_PILLS[agreement_state(one, self._today())],
                width=112,
                drop_below=330,
            ),
            Column(self.tr("Kvar"), lambda one: time_left(one, self._today()), width=130, drop_below=430),
        ]

    def _lay_out(self) -> None:
        self._left = Card(gap=8, edge=(12, 12, 12, 12))
        self._left.add(self.table, 1)
        deeds = QWidget()
        flow = FlowLayout(deeds, gap=8)
        flow.addWidget(self.new)
        flow.addWidget(self.existing)
        self._left.add(deeds)
        self._whole = QWidget()
        inner = row(self._whole, gap=12)
        inner.addWidget(self._left)
        inner.addWidget(self.sheet, 1)
        whole = column(self, gap=12)
        whole.addWidget(self.register, 0, Qt.AlignmentFlag.AlignTop)
        whole.addWidget(self.empty, 1)
        whole.addWidget(self._whole, 1)
        FileDrops(self.sheet, self._dropped)
        follow_look(self._restyle)

    def _restyle(self) -> None:
        wide = LIST_WIDTH if self.width() >= look().px(NARROW) else NARROW_LIST
        self._left.setFixedWidth(look().px(wide))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def _connect(self) -> None:
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.new_item)
        self.new.clicked.connect(self.new_item)
        self.existing.clicked.connect(self.start_registering)
        if self.empty.primary and self.empty.link:
            self.empty.primary.clicked.connect(self.new_item)
            self.empty.link.clicked.connect(self.start_registering)
        self.register.asked.connect(self._register)
        self.register.closed.connect(self._stop_registering)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._open)
        self.table.delete_pressed.connect(self._remove_row)
        self.sheet.changed.connect(self._change)
        self.sheet.deed_asked.connect(self._deed)


def _years(agreement: Agreement) -> str:
    """Return "2027–2030", by which agreements of the same name are told apart."""
    days = (agreement.starts, agreement.ends)
    return "–".join(dict.fromkeys(str(day.year) for day in days if day)) or "–"
