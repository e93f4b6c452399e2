"""How the council writes down its meetings, and which words it uses."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trygghetsrad.domain.council import MinutesKind, PresentHeading, QuorumRule
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.file_names import WORDS, FileFacts, check_file_pattern, file_stem
from trygghetsrad.domain.numbering import NumberingRule, SectionStyle
from trygghetsrad.exchange.cells import safe_filename
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.settings.parts import SettingsCard, Store, beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from enum import StrEnum

    from trygghetsrad.domain.council import Council

_KINDS: dict[str, type[StrEnum]] = {
    "minutes_kind": MinutesKind,
    "numbering": NumberingRule,
    "section_style": SectionStyle,
    "present_heading": PresentHeading,
    "quorum": QuorumRule,
}


class MinutesCard(SettingsCard):
    """Choices, and the pattern that the files of papers are named after."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        super().__init__("Protokoll och ord", store)
        self._today = today
        self._council: Council | None = None
        self.fields = {
            "minutes_kind": _choice(self.tr("Möten skrivs ned som"), MinutesKind),
            "numbering": _choice(self.tr("Paragrafer numreras"), NumberingRule),
            "section_style": _choice(self.tr("Paragrafer skrivs"), SectionStyle),
            "present_heading": _choice(self.tr("Rubrik för dem som deltog"), PresentHeading),
            "quorum": _choice(self.tr("Beslutsfört när närvarande är"), QuorumRule),
            "meeting_word": _choice(self.tr("Ord för möte"), ("möte", "sammanträde")),
            "agenda_word": _choice(self.tr("Ord för dagordning"), ("dagordning", "föredragningslista")),
        }
        self.file_pattern = InlineField(self.tr("Filer får namnet"), framed=True)
        self.file_pattern.edit.textChanged.connect(self._show_name)
        fields = self.fields
        self.add(beside(fields["minutes_kind"], fields["present_heading"]))
        self.add(beside(fields["numbering"], fields["section_style"]))
        self.add(fields["quorum"])
        self.add(beside(fields["meeting_word"], fields["agenda_word"]))
        self.add(self.file_pattern)
        for name, field in fields.items():
            field.chosen.connect(partial(self._keep_choice, name))
        self.file_pattern.committed.connect(self._keep_pattern)

    def show_council(self, council: Council) -> None:
        for name, field in self.fields.items():
            field.set_current(getattr(council, name))
        self._council = council
        self.file_pattern.set_text(council.file_pattern)
        self._show_name(self.file_pattern.edit.text())

    def _show_name(self, pattern: str) -> None:
        """Show what a file would be called by the pattern in the field, or what is wrong with it."""
        if self._council is None:
            return
        try:
            check_file_pattern(pattern)
        except Refused as refusal:
            self.file_pattern.set_error(refusal.sentence())
            return
        facts = FileFacts(
            day=self._today(),
            document="Kallelse",
            meeting=f"{self._council.meeting_word} 4",
            council=self._council.name,
            municipality=self._council.municipality,
        )
        example = safe_filename(f"{file_stem(pattern, facts)}.pdf")
        words = self.tr("Exempel: {example}\nOrd som fylls i: {words}")
        known = " ".join(f"{{{word}}}" for word in WORDS)
        self.explain(self.file_pattern, words.format(example=example, words=known))

    def _keep_choice(self, name: str, value: str) -> None:
        # Qt hands words of an enumeration back as plain text.
        kind = _KINDS.get(name)
        self.keep(self.fields[name], name, kind(value) if kind else value)

    def _keep_pattern(self, pattern: str) -> None:
        self.keep(self.file_pattern, "file_pattern", pattern.strip())


def _choice(label: str, words: Iterable[str]) -> ChoiceField:
    return ChoiceField(label, [(word, f"{word[:1].upper()}{word[1:]}") for word in words], framed=True)
