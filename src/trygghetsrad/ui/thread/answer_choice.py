"""One of a few words, or none of them yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.ui.components.choices import Segmented

if TYPE_CHECKING:
    from collections.abc import Sequence


class AnswerChoice(Segmented):
    """A question that may have no answer yet; chosen carries the key when a person pressed it."""

    def __init__(self, name: str, answers: Sequence[tuple[str, str]]) -> None:
        super().__init__(name, [(key, words, None) for key, words in answers])
        for key, words in answers:
            self.button(key).setAccessibleName(f"{name}: {words}")
        self.show_choice("")

    def show_choice(self, key: str) -> None:
        """Show a stored answer, or that there is none, without telling anyone."""
        self._group.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name == key)
        self._group.setExclusive(True)
