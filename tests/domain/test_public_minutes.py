"""What may be published of the minutes, and what is said to be missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from documents.papers import the_minutes, the_notes
from trygghetsrad.domain.papers import AttendanceFacts, Attendee, MinutesItem
from trygghetsrad.domain.papers.public import LEFT_OUT, public_version


def minutes_saying(text: str, **changes):
    return the_minutes(items=(MinutesItem(label="§ 1", title="Ärende", text=text),), **changes)


@pytest.mark.parametrize(
    "secret",
    [
        "070-174 06 05",
        "0701740605",
        "+46 70 174 06 05",
        "070\u00a0174\u00a006\u00a005",
        "0918-123 45",
        "anna.sjoberg@norrmyra.example",
        "19810203-1234",
        "810203+1234",
    ],
)
def test_ways_to_reach_people_are_taken_out_and_counted(secret: str):
    public = public_version(minutes_saying(f"Ring {secret}, sa hon."))
    assert public.items[0].text == f"Ring {LEFT_OUT}, sa hon."
    assert f"Telefonnummer, e-postadresser och personnummer på 1 ställe, märkta {LEFT_OUT}" in public.left_out


@pytest.mark.parametrize(
    "harmless",
    [
        "2026-12-08",
        "Dnr KS 2026/71",
        "kl. 08.30–10.00",
        "145 000 kronor",
        "§§ 14–19",
        "0,5 procent av 4 000 invånare",
        "2027–2030",
        "10 av 12 platser, 03–05 på natten",
    ],
)
def test_days_sums_and_numbers_of_cases_stay(harmless: str):
    public = public_version(minutes_saying(harmless))
    assert public.items[0].text == harmless
    assert public.left_out == ("Underskrifter och kod",)


def test_of_a_secret_point_only_its_number_is_left():
    secret = MinutesItem(
        label="§ 7",
        title="Hot mot Nils",
        text="Hemligt",
        registry_number="KS 1",
        papers=("PM",),
        confidential=True,
    )
    public = public_version(the_minutes(items=(secret,), attachments=("PM", "Månadsbild")))
    assert "Hot" not in repr(public)
    assert "Hemligt" not in repr(public)
    assert public.attachments == ("Månadsbild",)
    assert "§ 7, som kan omfattas av sekretess" in public.left_out
    assert public.code is None


def test_points_without_section_are_named_as_points():
    secret = MinutesItem(label="3", title="Hot", confidential=True)
    assert public_version(the_notes(items=(secret,))).left_out == ("punkt 3, som kan omfattas av sekretess",)


def test_who_has_protected_data_is_not_named_anywhere():
    minutes = minutes_saying("Nils Ek berättar. Nils Eks förslag antas. Nils Ekman håller med.")
    people = AttendanceFacts(members=(Attendee(name="Nils Ek", organisation="Polisen"),))
    public = public_version(replace(minutes, attendance=people), {"Nils Ek"})
    assert public.items[0].text == f"{LEFT_OUT} berättar. {LEFT_OUT} förslag antas. Nils Ekman håller med."
    assert public.attendance.members[0].name == LEFT_OUT
    assert f"Personnamn på 3 ställen, märkta {LEFT_OUT}" in public.left_out
