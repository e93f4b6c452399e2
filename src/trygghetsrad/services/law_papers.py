"""Puts Lagkollen together for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.law import law_summary
from trygghetsrad.domain.papers import LawPaperFacts
from trygghetsrad.domain.papers.law import PrintedDuty
from trygghetsrad.services.law import statuses_in
from trygghetsrad.services.law_text import law
from trygghetsrad.services.letterhead import letterhead_of, words_of
from trygghetsrad.services.reading import council_of

if TYPE_CHECKING:
    from trygghetsrad.domain.law import DutyStatus, Evidence
    from trygghetsrad.services.paper_choosing import PaperOrder


def law_paper_facts(order: PaperOrder) -> LawPaperFacts:
    """Return every row of the Act as it stands on the day of the paper."""
    council = council_of(order.session)
    statuses = statuses_in(order.session, order.today)
    return LawPaperFacts(
        letterhead=letterhead_of(order.session, council),
        words=words_of(council),
        as_of=order.today,
        documented=law_summary(statuses).documented,
        duties=tuple(_duty(status) for status in statuses),
        source=law().source,
        registry_number=council.dnr,
    )


def _duty(status: DutyStatus) -> PrintedDuty:
    return PrintedDuty(
        section=status.duty.label,
        title=status.duty.title,
        says=status.duty.says,
        state=status.state.value.capitalize(),
        due=status.reckoned or (iso(status.due) if status.due else ""),
        evidence=tuple(evidence_text(proof) for proof in status.evidence),
        lacking=status.lacking,
        not_said=status.duty.not_said,
    )


def evidence_text(proof: Evidence) -> str:
    """Return "Lägesbild 2026–2028, kommunstyrelsen 2026-10-19, § 131, dnr KS 2026/88"."""
    decided = " ".join(filter(None, (proof.body, iso(proof.day) if proof.day else "")))
    dnr = f"dnr {proof.dnr}" if proof.dnr else ""
    return ", ".join(filter(None, (proof.what, decided, proof.section, dnr)))
