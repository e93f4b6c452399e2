"""Trygghetsråd: the municipal safety council's meetings, decisions, actions and documents."""

__version__ = "0.1.0"
