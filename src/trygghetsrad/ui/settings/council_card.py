"""The council itself: its name and its address."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.settings.parts import SettingsCard, Store, beside

if TYPE_CHECKING:
    from trygghetsrad.domain.council import Council


class CouncilCard(SettingsCard):
    """Name and address; the address stands at the foot of every paper."""

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
        self._lay_out()
        for name, field in self.fields.items():
            field.committed.connect(partial(self.keep, field, name))
            self.listen(field, name)

    def show_council(self, council: Council) -> None:
        for name, field in self.fields.items():
            field.set_text(getattr(council, name))

    def _lay_out(self) -> None:
        fields = self.fields
        self.add(fields["name"])
        self.add(fields["street"])
        self.add(beside(fields["postcode"], fields["city"]))
        self.add(beside(fields["phone"], fields["email"]))
        self.add(fields["web"])
