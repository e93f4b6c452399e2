"""The child process that reads foreign files: it answers, it is stopped, it never lingers."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
import time

import pytest

from exchange.workbooks import HOSTILE, MAIN, a_list, a_workbook, text_rows, with_part, with_sheet
from trygghetsrad.domain.contacts import ImportRefused
from trygghetsrad.exchange.worker import ask, read_spreadsheet, worker_command


def test_a_workbook_read_by_the_worker_is_the_same_workbook():
    sheet = read_spreadsheet(a_workbook({"Råd": [["Namn"], ["Åsa Öberg"]], "Annat": [["x"]]}), "Råd")
    assert sheet.sheets == ("Råd", "Annat")
    assert sheet.name == "Råd"
    assert [(row.number, row.cells) for row in sheet.rows] == [(1, ("Namn",)), (2, ("Åsa Öberg",))]


@pytest.mark.parametrize(
    "what", ["cut off in the middle", "a bomb of spaces", "a lying directory", "no such place"]
)
def test_harmful_workbooks_are_refused_through_the_worker_within_five_seconds(what):
    make, reason = HOSTILE[what]
    data = make()
    begun = time.monotonic()
    with pytest.raises(ImportRefused) as refused:
        read_spreadsheet(data)
    assert refused.value.reason == reason
    assert time.monotonic() - begun < 5


def test_a_refusal_brings_its_facts_through_the_pipe():
    with pytest.raises(ImportRefused, match="inget blad som heter ”Nej”"):
        read_spreadsheet(a_list(), "Nej")


@pytest.mark.skipif(sys.platform != "linux", reason="the memory ceiling is proven on Linux")
def test_a_workbook_that_would_fill_the_memory_is_stopped_at_the_ceiling():
    fonts = "".join(f'<font><sz val="{n * 7919 % 1_000_003}"/></font>' for n in range(350_000))
    data = with_part(
        a_list(), "xl/styles.xml", f'<styleSheet xmlns="{MAIN}"><fonts>{fonts}</fonts></styleSheet>'
    )
    with pytest.raises(ImportRefused) as refused:
        read_spreadsheet(data)
    assert refused.value.reason == "too_big"


def test_a_worker_that_is_too_slow_is_stopped():
    begun = time.monotonic()
    with pytest.raises(ImportRefused) as refused:
        read_spreadsheet(a_list(), seconds=0.01)
    assert refused.value.reason == "timed_out"
    assert time.monotonic() - begun < 5


def test_a_request_that_no_worker_knows_is_refused_and_hangs_nothing():
    with pytest.raises(ImportRefused) as refused:
        ask({"job": "baka en kaka"})
    assert refused.value.reason == "damaged"


def start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(worker_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def request(data: bytes) -> bytes:
    line = {"job": "spreadsheet", "data": base64.b64encode(data).decode(), "sheet": None}
    return json.dumps(line).encode() + b"\n"


def test_one_worker_can_answer_several_requests_and_ends_when_its_stdin_closes():
    with start() as worker:
        for _ in range(2):
            worker.stdin.write(request(a_list()))
            worker.stdin.flush()
            assert json.loads(worker.stdout.readline())["done"]["name"] == "Ledamöter"
        worker.stdin.close()
        assert worker.wait(timeout=10) == 0


def test_a_worker_whose_window_is_gone_ends_in_the_middle_of_its_job():
    slow = with_sheet(text_rows(f"Anna Ek {n * 7919}" for n in range(19_000)))
    with start() as worker:
        answer, _ = worker.communicate(request(slow), timeout=10)
    assert answer == b""


def test_an_installed_program_starts_its_worker_with_python():
    assert worker_command() == [sys.executable, "-X", "utf8", "-m", "trygghetsrad", "--worker"]


def test_a_bundled_program_starts_itself_as_worker(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command() == [sys.executable, "--worker"]
    monkeypatch.delattr(sys, "frozen")
    monkeypatch.setenv("TRYGGHETSRAD_BUNDLED", "1")
    assert worker_command() == [sys.executable, "--worker"]
