"""Journeys run in a window dressed as every page's tests have it."""

from __future__ import annotations

from ui.conftest import dressed_app, light, pytest_collection_modifyitems

__all__ = ["dressed_app", "light", "pytest_collection_modifyitems"]
