"""An organisation's kind as its name tells it."""

from __future__ import annotations

import pytest

from trygghetsrad.domain.organisation_kinds import kind_of
from trygghetsrad.domain.people import OrganisationKind as Kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Polisen, lokalpolisområde Norr", Kind.POLICE),
        ("Räddningstjänsten", Kind.RESCUE),
        ("RADDNINGSTJANSTEN", Kind.RESCUE),
        ("IFO", Kind.SOCIAL_SERVICES),
        ("Uniformsklubben", Kind.OTHER),
        ("Norrmyra skola", Kind.SCHOOL),
        ("Norrmyrabostäder AB", Kind.HOUSING),
        ("Norrmyra Såg AB", Kind.BUSINESS),
        ("AB Norrmyra Såg", Kind.BUSINESS),
        ("Abrahams idrottsförening", Kind.ASSOCIATION),
        ("Region Norr", Kind.REGION),
        ("Länsstyrelsen", Kind.AUTHORITY),
        ("Norrmyra kommun", Kind.MUNICIPALITY),
        ("Kultur och fritid", Kind.MUNICIPALITY),
        ("Stina Svensson", Kind.OTHER),
        ("", Kind.OTHER),
    ],
)
def test_the_name_tells_the_kind(name: str, kind: Kind) -> None:
    assert kind_of(name) is kind
