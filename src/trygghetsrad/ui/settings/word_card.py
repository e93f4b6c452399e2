"""The municipality's own template for Word files: chosen, told about and taken away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog

from trygghetsrad.domain.errors import CouncilError
from trygghetsrad.ui.components.buttons import link_button, secondary_button
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from trygghetsrad.ui.page import Page


class WordCard(Card):
    """One template or none; choose_file is asked for a file, so that tests can answer."""

    def __init__(self, page: Page) -> None:
        super().__init__("Word-mall", gap=8, edge=(16, 12, 16, 16))
        self._page = page
        self.choose_file: Callable[[], Path | None] = self._ask_for_file
        self.name = plain_label("", TextRole.STRONG, wrap=True)
        self.explains = plain_label("", ink=Ink.SECONDARY, wrap=True)
        self.refusal = plain_label("", ink=Ink.ERROR, wrap=True)
        self.refusal.hide()
        self.choose = secondary_button("", Icon.DOCUMENT)
        self.choose.clicked.connect(self._choose)
        self.remove = link_button(self.tr("Ta bort mallen"))
        self.remove.clicked.connect(self._remove)
        for part in (self.name, self.explains, self.refusal):
            self.add(part)
        line = row(gap=8)
        line.addWidget(self.choose)
        line.addWidget(self.remove)
        line.addStretch(1)
        self.add(line)

    def refresh(self) -> None:
        """Show what is stored."""
        self.refusal.hide()
        try:
            template = self._page.council.word.template()
        except CouncilError as refusal:
            self._refuse(refusal.sentence())
            return
        self.remove.setVisible(template is not None)
        self.name.setVisible(template is not None)
        if template is None:
            self.choose.set_text(self.tr("Välj kommunens mall"))
            self.explains.setText(
                self.tr(
                    "Word-filer får rådets eget brevhuvud. Har kommunen en Word-mall (.docx eller .dotx) "
                    "används dess sidhuvud, sidfot och formatmallar i stället."
                )
            )
            return
        self.choose.set_text(self.tr("Byt mall"))
        self.name.setText(template.name)
        self.explains.setText(self._said(template.missing))

    def _said(self, missing: tuple[str, ...]) -> str:
        whole = self.tr("Word-filer får mallens sidhuvud, sidfot och formatmallar. PDF-filerna är som förut.")
        if not missing:
            return whole
        lacks = self.tr("Mallen saknar {missing}.").format(missing=", ".join(missing))
        added = self.tr("Formatmallarna läggs till.") if any("formatmallen" in one for one in missing) else ""
        return f"{whole} {lacks} {added}".rstrip()

    @Slot()
    def _choose(self) -> None:
        path = self.choose_file()
        if path is None:
            return
        try:
            self._page.council.word.use_template(path)
        except CouncilError as refusal:
            self._refuse(refusal.sentence())
        else:
            # The same template again changes nothing in the file, but what was refused is forgotten.
            self.refresh()

    @Slot()
    def _remove(self) -> None:
        self._page.do(self._page.council.word.remove_template, toast=self.tr("Word-mallen är borttagen"))

    def _refuse(self, sentence: str) -> None:
        """Say at the card what is wrong with the file."""
        self.refusal.setText(sentence)
        self.refusal.show()

    def _ask_for_file(self) -> Path | None:
        kinds = self.tr("Word-mallar (*.docx *.dotx)")
        chosen, _kind = QFileDialog.getOpenFileName(self, self.tr("Välj kommunens mall"), "", kinds)
        return Path(chosen) if chosen else None
