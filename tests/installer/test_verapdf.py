"""The reference validator is only said to have passed what it really read."""

from __future__ import annotations

import pytest

from workshop import verapdf
from workshop.commands import understand
from workshop.refusal import Refused


def test_without_java_nothing_is_said_to_be_checked(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Refused, match=r"java finns inte på datorn\. Inget är kontrollerat"):
        verapdf.run()


def test_one_paper_that_fails_fails_the_run_and_is_named(capsys):
    assert not verapdf._tell("ua1", ["PASS /x/a.pdf ua1", "FAIL /x/Kallelse möte 1.pdf ua1"])
    told = capsys.readouterr().out
    assert "1 av 2 dokument godkända" in told
    assert "Kallelse möte 1.pdf" in told


def test_all_that_pass_are_counted(capsys):
    assert verapdf._tell("2a", ["PASS /x/a.pdf 2a"])
    assert "PDF/A-2a: 1 av 1" in capsys.readouterr().out


def test_the_command_is_known():
    assert understand(["verapdf"]).command == "verapdf"
