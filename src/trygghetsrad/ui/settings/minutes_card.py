"""How the council writes down its meetings, and which words it uses."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trygghetsrad.domain.council import MinutesKind, PresentHeading, QuorumRule
from trygghetsrad.domain.file_names import WORDS
from trygghetsrad.domain.numbering import NumberingRule
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.inline_field import InlineField
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
    """Choices, and the pattern that the files of papers are named after."""

    def __init__(self, store: Store) -> None:
        super().__init__("Protokoll och ord", store)
        self.fields = {
            "minutes_kind": _choice(self.tr("Möten skrivs ned som"), MinutesKind),
            "numbering": _choice(self.tr("Paragrafer numreras"), NumberingRule),
            "present_heading": _choice(self.tr("Rubrik för dem som deltog"), PresentHeading),
            "quorum": _choice(self.tr("Beslutsfört när närvarande är"), QuorumRule),
            "meeting_word": _choice(self.tr("Ord för möte"), ("möte", "sammanträde")),
            "agenda_word": _choice(self.tr("Ord för dagordning"), ("dagordning", "föredragningslista")),
        }
        self.file_pattern = InlineField(self.tr("Filer får namnet"), framed=True)
        self.file_pattern.set_hint(
            self.tr("Ord som fylls i: {words}").format(words=" ".join(f"{{{word}}}" for word in WORDS))
        )
        fields = self.fields
        self.add(beside(fields["minutes_kind"], fields["numbering"]))
        self.add(beside(fields["present_heading"], fields["quorum"]))
        self.add(beside(fields["meeting_word"], fields["agenda_word"]))
        self.add(self.file_pattern)
        for name, field in fields.items():
            field.chosen.connect(partial(self._keep_choice, name))
        self.file_pattern.committed.connect(self._keep_pattern)

    def show_council(self, council: Council) -> None:
        for name, field in self.fields.items():
            field.set_current(getattr(council, name))
        self.file_pattern.set_text(council.file_pattern)

    def _keep_choice(self, name: str, value: str) -> None:
        # Qt hands words of an enumeration back as plain text.
        kind = _KINDS.get(name)
        self.keep(self.fields[name], name, kind(value) if kind else value)

    def _keep_pattern(self, pattern: str) -> None:
        self.keep(self.file_pattern, "file_pattern", pattern.strip())


def _choice(label: str, words: Iterable[str]) -> ChoiceField:
    return ChoiceField(label, [(word, f"{word[:1].upper()}{word[1:]}") for word in words], framed=True)
