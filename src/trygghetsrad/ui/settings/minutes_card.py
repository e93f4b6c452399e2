"""How the council writes down its meetings, and which words it uses."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from trygghetsrad.domain.council import MinutesKind, PresentHeading, QuorumRule
from trygghetsrad.domain.numbering import NumberingRule
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.settings.parts import SettingsCard, Store, beside

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

    from trygghetsrad.domain.council import Council

_KINDS: dict[str, type[StrEnum]] = {
    "minutes_kind": MinutesKind,
    "numbering": NumberingRule,
    "present_heading": PresentHeading,
    "quorum": QuorumRule,
}


class MinutesCard(SettingsCard):
    """Choices only, so nothing here can be wrong."""

    def __init__(self, store: Store) -> None:
        super().__init__("Protokoll och ord", store)
        self.fields = {
            "minutes_kind": _choice(self.tr("Möten skrivs ned som"), MinutesKind),
            "numbering": _choice(self.tr("Paragrafer numreras"), NumberingRule),
            "present_heading": _choice(self.tr("Rubrik för dem som deltog"), PresentHeading),
            "quorum": _choice(self.tr("Beslutsfört när närvarande är"), QuorumRule),
            "meeting_word": _choice(self.tr("Ord för möte"), ("möte", "sammanträde")),
            "agenda_word": _choice(self.tr("Ord för dagordning"), ("dagordning", "föredragningslista")),
            "memo_word": _choice(self.tr("Ord för skrivelse"), ("tjänsteskrivelse", "tjänsteutlåtande")),
        }
        self.posting = QCheckBox(self.tr("Skriv ut bevis om anslag sist i protokollet"))
        fields = self.fields
        self.add(beside(fields["minutes_kind"], fields["numbering"]))
        self.add(beside(fields["present_heading"], fields["quorum"]))
        self.add(beside(fields["meeting_word"], fields["agenda_word"], fields["memo_word"]))
        self.add(self.posting)
        for name, field in fields.items():
            field.chosen.connect(partial(self._keep_choice, name))
        self.posting.clicked.connect(self._keep_posting)

    def show_council(self, council: Council) -> None:
        for name, field in self.fields.items():
            field.set_current(getattr(council, name))
        self.posting.setChecked(council.posting_certificate)

    def _keep_choice(self, name: str, value: str) -> None:
        # Qt hands words of an enumeration back as plain text.
        kind = _KINDS.get(name)
        self.keep(self.fields[name], name, kind(value) if kind else value)

    def _keep_posting(self, checked: bool) -> None:
        self._store("posting_certificate", checked)


def _choice(label: str, words: Iterable[str]) -> ChoiceField:
    return ChoiceField(label, [(word, f"{word[:1].upper()}{word[1:]}") for word in words], framed=True)
