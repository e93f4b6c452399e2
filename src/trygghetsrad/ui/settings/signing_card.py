"""Who signs each kind of paper and how, and whether the protokoll carries the notice board's certificate."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from trygghetsrad.domain.council import SIGNING_FIELDS
from trygghetsrad.domain.signing import MAY_SIGN, Signer, Signing, SigningWay, signing_text
from trygghetsrad.ui.components.check_row import CheckRow
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.settings.parts import SettingsCard, Store
from trygghetsrad.ui.theme import Ink, TextRole, column

if TYPE_CHECKING:
    from trygghetsrad.domain.council import Council

_TITLES = {
    "protokoll": "Protokoll",
    "minnesanteckningar": "Minnesanteckningar",
    "protokollsutdrag": "Protokollsutdrag",
    "tjansteskrivelse": "Tjänsteskrivelse",
}
_WAYS = ((SigningWay.PEN, "Med penna, på en rad"), (SigningWay.ELECTRONIC, "Elektroniskt, i filen"))


class SigningRow(QWidget):
    """One kind of paper: a tick for each who signs, and the way they do it."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind
        self.way = ChoiceField(_TITLES[kind], _WAYS, framed=True)
        self.ticks: dict[Signer, QCheckBox] = {}
        whole = column(self, gap=4)
        whole.addWidget(self.way)
        # An extract is always certified by somebody; there is nothing to choose.
        chosen = MAY_SIGN[kind] if kind != "protokollsutdrag" else ()
        if chosen:
            line = QWidget()
            flow = FlowLayout(line, gap=16)
            for signer in chosen:
                tick = QCheckBox(f"{signer[:1].upper()}{signer[1:]}")
                words = self.tr("{who} skriver under {paper}")
                tick.setAccessibleName(words.format(who=tick.text(), paper=_TITLES[kind].lower()))
                self.ticks[signer] = tick
                flow.addWidget(tick)
            whole.addWidget(line)

    def show_signing(self, signing: Signing) -> None:
        self.way.set_current(signing.way)
        for signer, tick in self.ticks.items():
            tick.setChecked(signer in signing.signers)

    def signing(self) -> Signing:
        """Return what is ticked and chosen."""
        ticked = tuple(signer for signer, tick in self.ticks.items() if tick.isChecked())
        current = self.way.current()
        way = SigningWay(current) if isinstance(current, str) else SigningWay.PEN
        return Signing(signers=ticked if self.ticks else MAY_SIGN[self.kind], way=way)


class SigningCard(SettingsCard):
    """Each tick and each choice is stored by itself."""

    def __init__(self, store: Store) -> None:
        super().__init__("Underskrifter", store)
        self.rows = {kind: SigningRow(kind) for kind in MAY_SIGN}
        self.posts_notice = CheckRow(self.tr("Protokollet har bevis om anslag"))
        words = self.tr(
            "Behövs bara om rådet är en nämnd. Andra råd lägger protokollet på en vanlig webbsida, "
            "inte på kommunens anslagstavla."
        )
        self.kept_at = InlineField(
            self.tr("Protokollet förvaras"), placeholder=self.tr("Kommunhuset, Storgatan 12"), framed=True
        )
        for kind, row in self.rows.items():
            self.add(row)
            row.way.chosen.connect(partial(self._keep, kind))
            for tick in row.ticks.values():
                tick.clicked.connect(partial(self._keep, kind))
        self.add(self.posts_notice)
        self.add(plain_label(words, TextRole.CAPTION, Ink.SECONDARY, wrap=True))
        self.add(self.kept_at)
        self.posts_notice.ticked.connect(self._keep_notice)
        self.kept_at.committed.connect(partial(self.keep, self.kept_at, "kept_at"))
        self.listen(self.kept_at, "kept_at")

    def show_council(self, council: Council) -> None:
        for kind, row in self.rows.items():
            row.show_signing(council.signing_of(kind))
        self.posts_notice.set_checked(checked=council.posts_notice)
        self.kept_at.setVisible(council.posts_notice)
        self.kept_at.set_text(council.kept_at)

    def _keep(self, kind: str, *_what: object) -> None:
        row = self.rows[kind]
        self.keep(row.way, SIGNING_FIELDS[kind], signing_text(row.signing()))

    def _keep_notice(self, posts: bool) -> None:
        self.keep(self.kept_at, "posts_notice", posts)
