"""Who signs which paper, and whether with a pen or electronically."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Signer(StrEnum):
    """What somebody signs as."""

    SECRETARY = "sekreterare"
    CHAIR = "ordförande"
    VERIFIER = "justerare"
    CERTIFIER = "intygsgivare"
    AUTHOR = "handläggare"


class SigningWay(StrEnum):
    """How a paper is signed."""

    PEN = "penna"
    ELECTRONIC = "elektroniskt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """How one kind of paper is signed; a paper that nobody signs has no lines to sign on."""

    signers: tuple[Signer, ...] = ()
    way: SigningWay = SigningWay.PEN

    @property
    def is_electronic(self) -> bool:
        return self.way is SigningWay.ELECTRONIC


MAY_SIGN = MappingProxyType(
    {
        "protokoll": (Signer.SECRETARY, Signer.CHAIR, Signer.VERIFIER),
        "minnesanteckningar": (Signer.SECRETARY, Signer.CHAIR),
        "protokollsutdrag": (Signer.CERTIFIER,),
        "tjansteskrivelse": (Signer.AUTHOR,),
    }
)
"""Those who can sign each kind of paper, in the order their lines stand."""

_UNSIGNED = frozenset({"minnesanteckningar"})


def usual_signing(kind: str) -> Signing:
    """Return how a paper is signed unless the council has said something else."""
    return Signing(signers=() if kind in _UNSIGNED else MAY_SIGN.get(kind, ()))


def signing_from(text: str, kind: str) -> Signing:
    """Return what `signing_text` wrote; nothing is the usual way, other words mean nothing."""
    if not text.strip():
        return usual_signing(kind)
    words = text.split()
    way = SigningWay.ELECTRONIC if SigningWay.ELECTRONIC in words else SigningWay.PEN
    return Signing(signers=tuple(one for one in MAY_SIGN.get(kind, ()) if one in words), way=way)


def signing_text(signing: Signing) -> str:
    """Return the way and the signers as one line, for the council file."""
    return " ".join([signing.way, *signing.signers])
