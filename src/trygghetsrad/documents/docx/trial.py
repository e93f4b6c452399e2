"""Tries a template with a paper that has one of most things, before it is taken in."""

from __future__ import annotations

from datetime import UTC, datetime

from trygghetsrad.documents.blocks import Box, Bullets, Cell, Column, Heading, KeyValues, Para, Table
from trygghetsrad.documents.docx.template import open_template
from trygghetsrad.documents.docx.writer import render_docx
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.errors import Refused, one_line
from trygghetsrad.domain.papers import Letterhead

_SAMPLE = Document(
    Meta(title="Prov", kind="Prov", letterhead=Letterhead(municipality="Prov", body="Prov")),
    (
        Heading(1, "Prov"),
        KeyValues((("Tid", ("13.00",)),)),
        Heading(2, "Punkt"),
        Para("Text"),
        Bullets(("Led",)),
        Table(summary="Prov", columns=(Column("Nr"),), rows=((Cell("1"),),)),
        Box((Heading(3, "Beslut"), Para("Text"))),
    ),
)
_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)


def try_template(data: bytes, name: str) -> None:
    """Raise Refused for a template that no paper can be made from, or that could do harm."""
    open_template(data, name)
    try:
        made = render_docx(_SAMPLE, fixed_time=_MOMENT, template=data).data
        open_template(made, name)
    except (KeyError, ValueError, SyntaxError, AttributeError, TypeError, IndexError) as error:
        raise Refused(
            f"”{one_line(name)}” gick inte att använda som mall. Inget har ändrats. "
            "Öppna den i Word, spara den som .docx och välj den igen."
        ) from error
