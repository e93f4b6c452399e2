"""How the states of agreements, matters and grants are shown."""

from __future__ import annotations

from trygghetsrad.domain.agreements import AgreementState
from trygghetsrad.domain.board_matters import MatterState
from trygghetsrad.domain.grants import GrantState
from trygghetsrad.ui.components.pills import CAUTION, DONE, LATE, ONGOING, PLANNED, STOPPED, Pill

AGREEMENT_PILLS: dict[AgreementState, Pill] = {
    AgreementState.DRAFT: PLANNED,
    AgreementState.SENT: ONGOING,
    AgreementState.SIGNED: DONE,
    AgreementState.VALID: DONE,
    AgreementState.EXPIRED: CAUTION,
    AgreementState.REPLACED: STOPPED,
}
MATTER_PILLS: dict[MatterState, Pill] = {
    MatterState.TO_WRITE: PLANNED,
    MatterState.LATE: LATE,
    MatterState.HANDED_IN: ONGOING,
    MatterState.WAITING: CAUTION,
    MatterState.ANSWERED: DONE,
}

GRANT_PILLS: dict[GrantState, Pill] = {
    GrantState.PLANNED: PLANNED,
    GrantState.APPLIED: ONGOING,
    GrantState.GRANTED: ONGOING,
    GrantState.REJECTED: STOPPED,
    GrantState.REPORTED: DONE,
}


def state_word(state: AgreementState | MatterState | GrantState) -> str:
    """Return the state as a pill says it."""
    return state.value.capitalize()
