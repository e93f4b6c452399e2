"""What changed between two versions of the minutes, in words."""

from __future__ import annotations

from trygghetsrad.domain.minutes_changes import changes_between


def minutes(*items: dict, **front: object) -> dict:
    return {"chairs": ["Eva"], "meeting": {"place": "Björken"}, **front, "items": list(items)}


def point(label: str, title: str, **told: object) -> dict:
    return {"label": label, "title": title, "text": "", "decisions": [], **told}


def test_the_same_minutes_have_no_changes() -> None:
    assert changes_between(minutes(point("§ 1", "Öppnas")), minutes(point("§ 1", "Öppnas"))) == ()


def test_the_front_page_comes_first_and_then_the_paragraphs() -> None:
    old = minutes(point("§ 1", "Öppnas"), point("§ 2", "Val"), point("§ 3", "Stängs"))
    new = minutes(
        point("§ 1", "Öppnas", text="Kl. 13", decisions=["x"]),
        point("§ 1 a", "Sent"),
        point("§ 3", "Stängs"),
        chairs=["Bo"],
    )
    assert changes_between(old, new) == (
        "Ordföranden är ändrad.",
        "§ 1: texten är ändrad, besluten är ändrade.",
        "§ 1 a: ny punkt, Sent.",
        "§ 2: punkten Val är borttagen.",
    )


def test_without_paragraphs_a_point_is_known_by_its_title_wherever_it_stands() -> None:
    old = minutes(point("1", "Öppnas"), point("2", "Val"), point("3", "Stängs"))
    new = minutes(point("1", "Öppnas"), point("2", "Stängs", text="Klart"), point("3", "Nytt"))
    assert changes_between(old, new) == (
        "”Stängs”: texten är ändrad.",
        "”Nytt”: ny punkt.",
        "”Val”: punkten är borttagen.",
    )


def test_a_change_nobody_has_words_for_is_still_told() -> None:
    old, new = minutes(point("§ 1", "Öppnas")), minutes(point("§ 1", "Öppnas", confidential=True))
    assert changes_between(old, new) == ("§ 1: ändrad.",)


def test_a_paper_that_came_or_went_is_told_once() -> None:
    old = minutes(point("§ 1", "Öppnas", papers=["Karta"], unpublished_papers=[]))
    new = minutes(point("§ 1", "Öppnas", papers=[], unpublished_papers=["Karta"]))
    assert changes_between(old, new) == ("§ 1: handlingarna är ändrade.",)
