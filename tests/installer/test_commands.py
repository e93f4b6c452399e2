"""The words after installer/dev.py, the screen it looks for and the line it ends with."""

from __future__ import annotations

import pytest

from dev import unfit
from workshop.checks import Outcome, steps, verdict
from workshop.commands import understand
from workshop.environment import fingerprint
from workshop.example import has_screen


def test_words_after_the_dashes_reach_pytest() -> None:
    wish = understand(["test", "--only", "tests", "--", "-k", "protokoll"])
    assert (wish.command, wish.only, wish.for_pytest) == ("test", "tests", ("-k", "protokoll"))
    assert steps(wish.for_pytest)[-1].command[-2:] == ("-k", "protokoll")


def test_an_unknown_command_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        understand(["städa"])
    assert stopped.value.code == 2
    assert "städa" in capsys.readouterr().err


def test_an_older_python_is_told_what_is_needed() -> None:
    assert "3.11" in (unfit((3, 9), bits=64) or "")
    assert "64-bitars" in (unfit((3, 12), bits=32) or "")
    assert unfit((3, 11), bits=64) is None


def test_a_linux_machine_without_a_screen_is_recognised() -> None:
    assert not has_screen({"DISPLAY": ""}, "linux")
    assert has_screen({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert has_screen({}, "win32")


def test_a_changed_pin_gives_another_fingerprint() -> None:
    before = fingerprint([b"six==1.17.0", b"pytest==9.2.0"])
    assert before == fingerprint([b"six==1.17.0", b"pytest==9.2.0"])
    assert before != fingerprint([b"six==1.17.1", b"pytest==9.2.0"])
    assert before != fingerprint([b"six==1.17.0pytest", b"==9.2.0"])


def test_the_closing_line_names_what_failed() -> None:
    good, bad = (
        Outcome(name="mypy", seconds=1.25, passed=True),
        Outcome(name="pytest", seconds=2, passed=False),
    )
    assert verdict([good]) == "Allt gick bra: mypy (1,2 s)."
    assert verdict([good, bad]) == "Något gick fel: pytest. Läs utskriften ovanför."
