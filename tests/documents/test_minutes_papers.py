"""Protokoll och minnesanteckningar: what was decided and who was there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from documents.papers import ITEMS, a_draft, the_minutes, the_notes
from documents.reading import headings, said, whole
from trygghetsrad.documents.blocks import Box, Signatures
from trygghetsrad.documents.make import build
from trygghetsrad.domain.papers import AttendanceFacts, DecisionFacts, Officer

SECRET = "Uppgifter om en enskild fastighet."


def test_the_front_page_names_everyone_with_what_matters_about_them():
    text = whole(build(the_minutes()))
    assert "Eva Nordlund, ordförande, Kommunstyrelsen" in text
    assert "Mats Lindgren, Polisen, på distans" in text
    assert "Lena Berg, Barn- och utbildning, §§ 16–19 (kom senare)" in text
    assert "Nils Ek, Kommunstyrelsen, för Karin Holm" in text


def test_the_heading_over_those_present_is_the_councils_choice():
    assert "Beslutande" in said(build(the_minutes(present_heading="Beslutande")))


def test_every_paragraph_of_the_minutes_has_its_heading_in_order():
    found = [heading for heading in headings(build(the_minutes())) if heading.startswith("§")]
    assert found == [f"{item.label} {item.title}" for item in ITEMS]


def test_a_decision_stands_in_its_own_box_with_the_councils_name():
    boxes = [block for block in build(the_minutes()).blocks if isinstance(block, Box)]
    assert [[part.text for part in box.blocks] for box in boxes][-1] == [
        "Beslut",
        "Trygghetsrådet föreslår kommunstyrelsen besluta",
        "att godkänna överenskommelsen.",
    ]


def test_votes_reservations_and_receivers_follow_the_decision():
    text = whole(build(the_minutes()))
    assert (
        "Omröstning: Tre röster för och en emot.\nReservation: Nils Ek reserverar sig mot beslutet." in text
    )
    assert "Beslutet skickas till\nKommunstyrelsen, polisen" in text


def test_two_decisions_in_one_paragraph_share_the_box_and_name_each_receiver_once():
    decisions = (
        DecisionFacts(outcome="beslutar", text="att bilda en arbetsgrupp.", sent_to=("polisen",)),
        DecisionFacts(text="Gruppen rapporterar i mars.", sent_to=("polisen", "skolan")),
    )
    document = build(the_minutes(items=(replace(ITEMS[1], decisions=decisions),)))
    box = next(block for block in document.blocks if isinstance(block, Box))
    assert [part.text for part in box.blocks] == [
        "Beslut", "Trygghetsrådet beslutar", "att bilda en arbetsgrupp.", "Gruppen rapporterar i mars.",
    ]  # fmt: skip
    assert "Polisen, skolan" in said(document)


def test_signature_lines_come_from_the_roles_of_the_meeting():
    lines = next(block for block in build(the_minutes()).blocks if isinstance(block, Signatures)).lines
    assert [(line.role, line.name) for line in lines] == [
        ("Sekreterare", "Anna Sjöberg"),
        ("Ordförande", "Eva Nordlund"),
        ("Justerare", "Mats Lindgren"),
    ]


def test_the_next_meeting_is_told_once_where_a_paragraph_tells_it():
    told = replace(ITEMS[0], title="Nästa möte", text=f"Nästa möte är {the_minutes().next_meeting}.")
    own_words = replace(told, text="Ordföranden återkommer om en dag i mars.")
    silent = replace(told, text="")
    for item, expected in ((told, 1), (own_words, 1), (silent, 2)):
        found = headings(build(the_minutes(items=(*ITEMS[1:], item))))
        assert sum("Nästa möte" in heading for heading in found) == expected


def test_a_secret_paragraph_does_not_hide_the_next_meeting_from_the_public():
    secret = replace(ITEMS[0], title="Nästa möte", text="Dolt.", confidential=True)
    assert "Nästa möte" in headings(build(the_minutes(items=(secret,), public=True)))


def test_two_chairs_sign_for_their_own_paragraphs():
    chairs = (Officer(name="Eva Nordlund", sections="§§ 14–17"), Officer(name="Nils Ek", sections="§§ 18–19"))
    document = build(the_minutes(chairs=chairs))
    assert "Ordförande, §§ 18–19" in said(document)
    assert "Eva Nordlund, §§ 14–17" in said(document)


def test_a_verified_protokoll_says_when_and_how_instead_of_a_line():
    verifiers = (Officer(name="Mats Lindgren", signed_on=date(2026, 12, 15), signed_how="e-underskrift"),)
    assert "Undertecknat 2026-12-15, e-underskrift" in said(build(the_minutes(verifiers=verifiers)))


def test_the_draft_says_first_what_it_is_and_what_changed():
    document = build(a_draft())
    assert said(document)[:4] == [
        "Utkast 2, inte justerat",
        "Ändrat sedan utkast 1",
        "•",
        "§ 16: antalet skadegörelser är rättat",
    ]
    assert document.meta.marking == "utkast 2"


def test_where_another_file_is_the_original_the_paper_says_so_at_the_top():
    assert said(build(the_minutes(deviation_note="Originalet är den bifogade filen.")))[0] == (
        "Originalet är den bifogade filen."
    )


def test_the_public_version_leaves_out_secrets_signatures_and_code():
    document = build(the_minutes(public=True))
    text = whole(document)
    assert SECRET not in text
    assert "Enskild plats" not in text
    assert "§ 19 Ärendet återges inte i den publika versionen" in headings(document)
    assert not [block for block in document.blocks if isinstance(block, Signatures)]
    assert document.meta.code == ""


def test_inside_the_house_the_secret_item_is_printed_and_marked():
    text = whole(build(the_minutes()))
    assert SECRET in text
    assert "Kan omfattas av sekretess, publiceras inte" in text


def test_minnesanteckningar_have_no_justerare_and_no_signatures():
    document = build(the_notes())
    text = whole(document)
    assert document.meta.kind == "Minnesanteckningar"
    assert "Juster" not in text.replace("Val av justerare", "").replace("justera dagens protokoll", "")
    assert not [block for block in document.blocks if isinstance(block, Signatures)]


def test_minnesanteckningar_collect_who_does_what_at_the_end():
    document = build(the_notes())
    assert "Tekniska kontoret: Begära nytt leveransdatum, senast 2026-12-18" in said(document)
    assert "Uppdrag från mötet" in headings(document)
    assert "Noterat" in headings(document)


def test_an_assignment_under_a_secret_item_does_not_reach_the_public():
    secret = tuple(replace(item, confidential=True) for item in ITEMS)
    assert "Begära nytt leveransdatum" not in whole(build(the_notes(items=secret, public=True)))


def test_minutes_of_a_meeting_where_nothing_happened_are_still_a_document():
    empty = the_minutes(
        items=(),
        attendance=AttendanceFacts(),
        chairs=(),
        secretaries=(),
        verifiers=(),
        attachments=(),
        next_meeting="",
    )
    assert headings(build(empty)) == ["Protokoll möte 4/2026"]


def test_minutes_without_paragraph_signs_list_the_items_without_a_number_column():
    items = tuple(replace(item, label="") for item in ITEMS)
    assert "Mötets öppnande" in headings(build(the_minutes(items=items)))
