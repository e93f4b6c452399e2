"""Which kind of actor an organisation is, as far as its name tells."""

from __future__ import annotations

from trygghetsrad.domain.people import OrganisationKind
from trygghetsrad.domain.sorting import fold

# The first word that fits decides, so the narrower kinds stand before the municipality itself.
WORDS: tuple[tuple[OrganisationKind, tuple[str, ...]], ...] = (
    (OrganisationKind.POLICE, ("polis",)),
    (OrganisationKind.RESCUE, ("räddning", "brandkår")),
    (
        OrganisationKind.SOCIAL_SERVICES,
        ("socialtjänst", "socialkontor", "socialförvaltning", " ifo ", "familjeomsorg"),
    ),
    (OrganisationKind.SCHOOL, ("skola", "skolor", "gymnasi", "elevhälsa", "förskol", "utbildning", "rektor")),
    (OrganisationKind.HOUSING, ("bostad", "bostäder", "hyresbost", "fastighet")),
    (OrganisationKind.REGION, ("region", "hälsocentral", "vårdcentral", "landsting")),
    (OrganisationKind.BUSINESS, ("företag", "näringsliv", "handel", " ab ", "köpman")),
    (
        OrganisationKind.AUTHORITY,
        ("länsstyrelse", "kronofogd", "kriminalvård", "frivård", "tullverk", "myndighet"),
    ),
    (
        OrganisationKind.ASSOCIATION,
        ("förening", "pensionär", "råd för", "idrott", "svenska kyrkan", "församling", "hembygd"),
    ),
    (
        OrganisationKind.MUNICIPALITY,
        ("kommun", "nämnd", "förvaltning", "kultur", "fritid", "beredskap", "kontor"),
    ),
)


def kind_of(name: str) -> OrganisationKind:
    """Return the kind that the name speaks of, "annan" when it tells nothing."""
    folded = fold(f" {name} ")
    for kind, words in WORDS:
        if any(fold(word) in folded for word in words):
            return kind
    return OrganisationKind.OTHER
