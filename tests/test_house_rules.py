"""Rules of the house that no linter knows: what start-up may load, and the borders nobody goes round."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "trygghetsrad"
UI = SOURCE / "ui"
FILES = sorted(SOURCE.rglob("*.py"))
HEAVY = ("sqlalchemy", "reportlab", "openpyxl", "docx", "lxml", "holidays", "pypdf", "pypdfium2", "PIL")


def loaded_by(statement: str) -> set[str]:
    """Return what a fresh interpreter has loaded after a statement."""
    code = f"{statement}\nimport sys\nprint(' '.join(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return set(run.stdout.split())


def test_nothing_heavy_is_loaded_before_the_first_paint():
    loaded = loaded_by("import trygghetsrad.cli, trygghetsrad.ui.application")
    assert "PySide6.QtWidgets" in loaded
    assert not loaded & set(HEAVY)


def test_a_command_does_not_load_the_window():
    assert not any(name.startswith("PySide6") for name in loaded_by("import trygghetsrad.cli.commands"))


def test_papers_and_spreadsheets_are_loaded_when_they_are_made():
    loaded = loaded_by("import trygghetsrad.app")
    assert not loaded & {"reportlab", "openpyxl", "docx", "lxml", "holidays", "pypdf", "pypdfium2"}


def calls(file: Path) -> list[ast.Call]:
    return [
        node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    ]


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_texts_for_the_screen_are_whole_before_values_are_put_in(file):
    for call in calls(file):
        if name_of(call) in {"tr", "_tr"} and call.args:
            text = call.args[0]
            assert not isinstance(text, (ast.JoinedStr, ast.BinOp)), f"line {call.lineno}"
            assert not (isinstance(text, ast.Call) and name_of(text) == "format"), f"line {call.lineno}"


def test_user_text_reaches_labels_through_one_function():
    outside = [file for file in UI.rglob("*.py") if file != UI / "components" / "labels.py"]
    bare = [
        f"{file.name}:{call.lineno}" for file in outside for call in calls(file) if name_of(call) == "QLabel"
    ]
    assert bare == []


def test_no_module_opens_a_connection():
    network = re.compile(
        r"\b(import|from) (socketserver|urllib\.request|http\.client|ftplib|smtplib|ssl|requests)\b"
    )
    found = [file.name for file in FILES if network.search(file.read_text(encoding="utf-8"))]
    assert found == []
    assert not any("QtNetwork" in file.read_text(encoding="utf-8") for file in FILES)


def test_replacing_inserts_are_banned():
    found = [file.name for file in FILES if "INSERT OR REPLACE" in file.read_text(encoding="utf-8").upper()]
    assert found == []


def test_today_is_an_argument():
    """Only the edges of the program look at the clock."""
    edges = {SOURCE / "cli" / "commands.py", UI / "application.py", SOURCE / "store" / "database.py"}
    found = [
        f"{file.relative_to(SOURCE)}:{call.lineno}"
        for file in FILES
        if file not in edges
        for call in calls(file)
        if name_of(call) in {"today", "now", "utcnow"}
        and isinstance(call.func, ast.Attribute)
        and getattr(call.func.value, "id", "") in {"date", "datetime"}
    ]
    assert found == []
