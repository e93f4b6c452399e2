"""The municipality's paper: its coat of arms, its colour, its numbers and whose name stands first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from trygghetsrad.domain.colours import LEAST_CONTRAST, PRESETS, STANDARD, contrast, printable
from trygghetsrad.domain.council import SenderLines
from trygghetsrad.ui.components.buttons import link_button, secondary_button
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.settings.parts import SettingsCard, Store, beside
from trygghetsrad.ui.settings.swatches import Swatches
from trygghetsrad.ui.theme import Ink, TextRole, column, look, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from trygghetsrad.domain.council import Council

_LOGO = QSize(120, 64)


class LetterheadCard(SettingsCard):
    """Asks the page for a picture; the rest is stored field by field."""

    logo_asked = Signal()
    logo_removed = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__("Brevpapper", store)
        self.picture = plain_label()
        # A coat of arms is drawn for white paper, in the dark theme too.
        self.picture.setStyleSheet("background: #FFFFFF; border-radius: 4px; padding: 4px")
        self.picture.setAccessibleName(self.tr("Kommunens logotyp"))
        self.choose = secondary_button("", Icon.BUILDING)
        self.remove = link_button(self.tr("Ta bort logotypen"))
        self.refusal = plain_label("", TextRole.CAPTION, Ink.ERROR, wrap=True)
        self.names_above = ChoiceField(
            self.tr("Namnen överst"),
            [(one, f"{one[:1].upper()}{one[1:]}") for one in SenderLines],
            framed=True,
        )
        self.swatches = Swatches(self.tr("Färg"), PRESETS)
        self.accent = InlineField(self.tr("Egen färg"), placeholder="#0B5A75 eller 11, 90, 117", framed=True)
        self.organisation_number = InlineField(
            self.tr("Organisationsnummer"), placeholder="212000-0001", framed=True
        )
        self.dnr = InlineField(self.tr("Rådets diarienummer"), placeholder="KS 2026/12", framed=True)
        self._lay_out()
        self._connect()

    def show_council(self, council: Council) -> None:
        self.names_above.set_current(council.sender)
        self.swatches.select(council.accent or STANDARD)
        own = council.accent not in {colour for _name, colour in PRESETS}
        self.accent.set_text(council.accent if own else "")
        self._explain(council.accent)
        self.organisation_number.set_text(council.organisation_number)
        self.dnr.set_text(council.dnr)

    def show_logo(self, content: bytes | None) -> None:
        """Show the picture as it will stand on paper, or how to choose one."""
        self.refusal.hide()
        picture = QPixmap.fromImage(QImage.fromData(content)) if content else QPixmap()
        self.picture.setVisible(not picture.isNull())
        if not picture.isNull():
            sharp = self.devicePixelRatioF()
            room = QSize(look().px(_LOGO.width()), look().px(_LOGO.height())) * sharp
            shape, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            shown = picture.scaled(room, shape, smooth)
            shown.setDevicePixelRatio(sharp)
            self.picture.setPixmap(shown)
        self.choose.set_text(self.tr("Byt logotyp") if content else self.tr("Välj logotyp"))
        self.remove.setVisible(bool(content))

    def refuse_logo(self, sentence: str) -> None:
        """Say why a picture was not taken."""
        self.refusal.setText(sentence)
        self.refusal.show()

    def _explain(self, accent: str) -> None:
        """Say that a light colour is printed darker, and why."""
        printed = printable(accent)
        if not accent or printed == accent:
            self.explain(self.accent, self.tr("Dokumentens rubriker, linjer och rutor får färgen."))
            return
        words = self.tr(
            "Färgen är för ljus för text (kontrast {found}, minst {least} behövs). "
            "Dokumenten får en mörkare ton, {printed}."
        )
        found = f"{contrast(accent, '#FFFFFF'):.1f}".replace(".", ",")
        least = f"{LEAST_CONTRAST:.1f}".replace(".", ",")
        self.explain(self.accent, words.format(found=found, least=least, printed=printed))

    def _lay_out(self) -> None:
        self.add(self._logo_line())
        self.add(self.names_above)
        self.add(plain_label(self.tr("Färg"), TextRole.CAPTION, Ink.SECONDARY))
        self.add(self.swatches)
        self.add(self.accent)
        self.add(beside(self.organisation_number, self.dnr))
        self.explain(self.dnr, self.tr("Står på dokument om mötet inte har något eget."))

    def _logo_line(self) -> QHBoxLayout:
        words = column(gap=4)
        buttons = row(gap=12)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        words.addLayout(buttons)
        hint = self.tr("Kommunvapen eller logotyp som PNG, JPEG eller SVG, högst 5 MB.")
        words.addWidget(plain_label(hint, TextRole.CAPTION, Ink.SECONDARY, wrap=True))
        words.addWidget(self.refusal)
        self.refusal.hide()
        line = row(gap=16)
        line.addWidget(self.picture)
        line.addLayout(words, 1)
        return line

    def _connect(self) -> None:
        self.choose.clicked.connect(self.logo_asked)
        self.remove.clicked.connect(self.logo_removed)
        self.names_above.chosen.connect(self._keep_names)
        self.swatches.chosen.connect(self._keep_swatch)
        for name, field in (
            ("accent", self.accent),
            ("organisation_number", self.organisation_number),
            ("dnr", self.dnr),
        ):
            field.committed.connect(partial(self.keep, field, name))
            self.listen(field, name)

    def _keep_names(self, value: str) -> None:
        self.keep(self.names_above, "sender", SenderLines(value))

    def _keep_swatch(self, colour: str) -> None:
        self.keep(self.accent, "accent", "" if colour == STANDARD else colour)
