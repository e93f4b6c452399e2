"""The council itself: its name, its address and the logo on every paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from trygghetsrad.ui.components.buttons import link_button, secondary_button
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.settings.parts import SettingsCard, Store, beside
from trygghetsrad.ui.theme import Ink, TextRole, column, look, row

if TYPE_CHECKING:
    from trygghetsrad.domain.council import Council

_LOGO = QSize(120, 64)


class CouncilCard(SettingsCard):
    """Asks the page for a picture; the rest is stored field by field."""

    logo_asked = Signal()
    logo_removed = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__("Rådet", store)
        self.fields = {
            "name": InlineField(self.tr("Rådets namn"), framed=True),
            "street": InlineField(self.tr("Adress"), placeholder=self.tr("Storgatan 12"), framed=True),
            "postcode": InlineField(self.tr("Postnummer"), placeholder="935 00", framed=True),
            "city": InlineField(self.tr("Ort"), framed=True),
            "phone": InlineField(self.tr("Telefon"), framed=True),
            "email": InlineField(self.tr("E-post"), framed=True),
            "web": InlineField(self.tr("Webbplats"), framed=True),
        }
        self.picture = plain_label()
        self.picture.setAccessibleName(self.tr("Kommunens logotyp"))
        self.choose = secondary_button("", Icon.BUILDING)
        self.remove = link_button(self.tr("Ta bort logotypen"))
        self.refusal = plain_label("", TextRole.CAPTION, Ink.ERROR, wrap=True)
        self._lay_out()
        for name, field in self.fields.items():
            field.committed.connect(partial(self.keep, field, name))
        self.choose.clicked.connect(self.logo_asked)
        self.remove.clicked.connect(self.logo_removed)

    def show_council(self, council: Council) -> None:
        for name, field in self.fields.items():
            field.set_text(getattr(council, name))

    def show_logo(self, content: bytes | None) -> None:
        """Show the picture as it will stand on paper, or how to choose one."""
        self.refusal.hide()
        picture = QPixmap.fromImage(QImage.fromData(content)) if content else QPixmap()
        self.picture.setVisible(not picture.isNull())
        if not picture.isNull():
            room = QSize(look().px(_LOGO.width()), look().px(_LOGO.height()))
            shape, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(picture.scaled(room, shape, smooth))
        self.choose.set_text(self.tr("Byt logotyp") if content else self.tr("Välj logotyp"))
        self.remove.setVisible(bool(content))

    def refuse_logo(self, sentence: str) -> None:
        """Say why a picture was not taken."""
        self.refusal.setText(sentence)
        self.refusal.show()

    def _lay_out(self) -> None:
        fields = self.fields
        self.add(fields["name"])
        self.add(fields["street"])
        self.add(beside(fields["postcode"], fields["city"]))
        self.add(beside(fields["phone"], fields["email"]))
        self.add(fields["web"])
        self.add(plain_label(self.tr("Logotyp"), TextRole.CAPTION, Ink.SECONDARY))
        words = column(gap=4)
        buttons = row(gap=12)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        words.addLayout(buttons)
        words.addWidget(
            plain_label(
                self.tr("PNG eller JPEG. Står överst på alla dokument."), TextRole.CAPTION, Ink.SECONDARY
            )
        )
        words.addWidget(self.refusal)
        line = row(gap=16)
        line.addWidget(self.picture)
        line.addLayout(words, 1)
        self.add(line)
        self.refusal.hide()
