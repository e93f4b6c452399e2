"""The one way a command says no: a sentence that tells what happened and what to do."""

from __future__ import annotations


class Refused(Exception):
    """The machine cannot do what was asked; the text goes to the person as it stands."""
