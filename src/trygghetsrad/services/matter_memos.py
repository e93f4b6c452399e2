"""The memo that lays a matter before a board: lägesbild, plan, report, agreement or rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from trygghetsrad.domain.board_matters import Body, MatterAbout
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.papers import MemoFacts
from trygghetsrad.services.letterhead import letterhead_of, words_of
from trygghetsrad.services.live import one
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_boards import matter_of
from trygghetsrad.services.year_report import LAW, author_of, memo_facts
from trygghetsrad.store.schema import BoardMatterRow, CouncilRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from trygghetsrad.domain.board_matters import BoardMatter
    from trygghetsrad.services.paper_choosing import PaperOrder

_DEEDS = {
    MatterAbout.PICTURE: "fastställa {title}",
    MatterAbout.PLAN: "anta {title}",
    MatterAbout.REPORT: "notera informationen i {title}",
    MatterAbout.AGREEMENT: "godkänna {title} och ge ordföranden i uppdrag att underteckna den",
    MatterAbout.RULES: "anta {title}",
    MatterAbout.OTHER: "godkänna {title}",
}
_DESCRIPTIONS = {
    MatterAbout.PICTURE: (
        (
            f"Enligt 4 § {LAW} ska kommunen ta fram en lägesbild över brottsligheten i sitt område. Den ska "
            "uppdateras minst vartannat år (6 §)."
        ),
        "Lagen säger inte vilket organ som fastställer lägesbilden.",
    ),
    MatterAbout.PLAN: (
        (
            f"Enligt 5 § {LAW} ska kommunen, med lägesbilden som grund, besluta om en åtgärdsplan. Planen "
            "ska följas upp minst vartannat år (6 §)."
        ),
        "Lagen säger inte vilket organ som beslutar om planen.",
    ),
    MatterAbout.REPORT: (
        (
            f"Enligt 13 § {LAW} ska kommunstyrelsen, eller den nämnd som fullmäktige bestämmer, leda det "
            "brottsförebyggande arbetet och kontinuerligt rapportera till kommunfullmäktige."
        ),
    ),
    MatterAbout.AGREEMENT: (
        (
            f"Enligt 9 § {LAW} ska kommunen verka för skriftliga överenskommelser om samverkan med relevanta "
            "aktörer. En överenskommelse ska ange minst vilka syften och vilka områden den gäller."
        ),
        "Överenskommelsen är inte juridiskt bindande.",
    ),
    MatterAbout.RULES: (
        (
            f"Kommunen ska enligt 10 § {LAW} verka för att strategiska frågor om brottsförebyggande arbete "
            "hanteras i ett strategiskt råd. Reglementet säger hur rådet arbetar. "
            "Lagen kräver inget reglemente."
        ),
    ),
    MatterAbout.OTHER: (),
}
_DEFINITE = {"bild": "en", "plan": "en", "rapport": "en", "överenskommelse": "n", "reglemente": "t"}
_CHAIN = tuple(body.value for body in Body)


def any_memo_facts(order: PaperOrder) -> MemoFacts:
    """Return the memo of the chosen matter, or of the annual report when none is chosen."""
    if not order.options.matter_id:
        return memo_facts(order)
    session = order.session
    matter = matter_of(one(session, BoardMatterRow, order.options.matter_id, "Ärendet"))
    council = council_of(session)
    decider = _decider(session, matter)
    return MemoFacts(
        letterhead=letterhead_of(session, council),
        words=words_of(council),
        name=council.memo_word,
        issued_on=order.today,
        to=matter.body,
        matter=matter.title,
        proposal=(_proposal(matter, decider),),
        summary=_summary(matter, council.name),
        description=(*_DESCRIPTIONS[matter.about], *([matter.notes] if matter.notes.strip() else [])),
        basis=(f"{matter.title}, {iso(order.today)}",),
        sent_to=tuple(dict.fromkeys((*_on_the_way(matter.body, decider), council.name))),
        author=author_of(session, order.today),
        registry_number=matter.dnr,
    )


def note_memo(session: Session, order: PaperOrder) -> None:
    """Note on its matter that the memo is made."""
    if order.kind == "tjansteskrivelse" and order.options.matter_id:
        row = one(session, BoardMatterRow, order.options.matter_id, "Ärendet")
        row.memo_on = row.memo_on or order.today


def _decider(session: Session, matter: BoardMatter) -> str:
    """Return which board has the last word, as far as the council has said."""
    if matter.about in {MatterAbout.PLAN, MatterAbout.PICTURE}:
        return session.scalars(select(CouncilRow.adopts_plan)).first() or Body.EXECUTIVE_BOARD.value
    if matter.about in {MatterAbout.REPORT, MatterAbout.RULES}:
        return Body.ASSEMBLY.value
    return Body.EXECUTIVE_BOARD.value if matter.about is MatterAbout.AGREEMENT else matter.body


def _proposal(matter: BoardMatter, decider: str) -> str:
    body = f"{matter.body[:1].upper()}{matter.body[1:]}"
    deed = _DEEDS[matter.about].format(title=_that(matter.title))
    if _place(matter.body) < _place(decider):
        return f"{body} föreslår {decider} besluta att {deed}."
    if matter.body != decider and _place(matter.body) > _place(decider):
        return f"{body} beslutar att notera informationen om {_that(matter.title)}."
    return f"{body} beslutar att {deed}."


def _summary(matter: BoardMatter, council: str) -> str:
    if matter.about is MatterAbout.REPORT:
        return f"{matter.title} lämnas till {matter.body}."
    made = {MatterAbout.PICTURE, MatterAbout.PLAN}
    title = _that(matter.title) if matter.about in made else _small(matter.title)
    what = {
        MatterAbout.PICTURE: "har tagit fram",
        MatterAbout.PLAN: "har tagit fram",
        MatterAbout.AGREEMENT: "har tagit fram ett förslag till",
        MatterAbout.RULES: "har tagit fram ett förslag till",
        MatterAbout.OTHER: "lägger fram",
    }[matter.about]
    return f"{council} {what} {title}."


def _that(title: str) -> str:
    """Return a title as a sentence names the thing: "åtgärdsplanen för 2026" for "Åtgärdsplan för 2026"."""
    first, gap, rest = _small(title).partition(" ")
    ending = next((ending for word, ending in _DEFINITE.items() if first.endswith(word)), "")
    return f"{first}{ending}{gap}{rest}"


def _on_the_way(body: str, decider: str) -> tuple[str, ...]:
    if _place(body) >= _place(decider):
        return ()
    chain = _CHAIN[_place(body) + 1 : _place(decider) + 1]
    return tuple(f"{one[:1].upper()}{one[1:]}" for one in chain)


def _place(body: str) -> int:
    """Return how far up a board stands; one outside the chain stands beside kommunstyrelsen."""
    return _CHAIN.index(body) if body in _CHAIN else _CHAIN.index(Body.EXECUTIVE_BOARD.value)


def _small(title: str) -> str:
    """Return a title to stand inside a sentence; one that begins with several capitals keeps them."""
    return title if title[1:2].isupper() else f"{title[:1].lower()}{title[1:]}"
