"""Sentences that come back at every meeting, each with a few letters that call it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A ready sentence and its abbreviation in lower case; "…" marks what is left to write."""

    abbreviation: str
    text: str


STANDARD_PHRASES = (
    Phrase(abbreviation="bl", text="Rådet lägger informationen till handlingarna."),
    Phrase(abbreviation="no", text="Rådet noterar informationen."),
    Phrase(abbreviation="gd", text="Rådet godkänner dagordningen."),
    Phrase(abbreviation="gp", text="Rådet har gått igenom föregående protokoll och godkänner det."),
    Phrase(abbreviation="tj", text="Rådet utser … att justera dagens protokoll."),
    Phrase(abbreviation="en", text="Rådet är enigt om att …"),
    Phrase(abbreviation="ks", text="Rådet föreslår kommunstyrelsen att besluta …"),
    Phrase(abbreviation="sb", text="Rådet ställer sig bakom förslaget."),
    Phrase(abbreviation="su", text="Samordnaren får i uppdrag att …"),
    Phrase(abbreviation="ua", text="Uppdraget är slutfört och avslutas."),
    Phrase(abbreviation="uk", text="Uppdraget fortsätter och följs upp på nästa möte."),
    Phrase(abbreviation="ps", text="Åtgärdsplanen följs. Rådet har inga avvikelser att rapportera."),
    Phrase(abbreviation="nm", text="Frågan tas upp igen på nästa möte."),
    Phrase(abbreviation="nk", text="Nästa möte hålls …"),
    Phrase(abbreviation="am", text="Ordföranden tackar för mötet och avslutar det."),
)
