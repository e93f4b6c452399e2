"""A finished document lands on disk whole, or the old one stays."""

from __future__ import annotations

import errno
import os
import threading
import time
from pathlib import Path

import pytest

from trygghetsrad.documents.saving import (
    DocumentNotSaved,
    DocumentOpenElsewhere,
    FolderGone,
    FolderReadOnly,
    NoRoomForDocument,
    _explain,
    save_document,
)


def test_a_document_is_written_and_nothing_else_is_left(tmp_path):
    target = tmp_path / "2026-12-08 Kallelse möte 4.pdf"
    save_document(target, b"%PDF")
    assert target.read_bytes() == b"%PDF"
    assert list(tmp_path.iterdir()) == [target]


def test_an_older_document_is_replaced(tmp_path):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    save_document(target, b"new")
    assert target.read_bytes() == b"new"


def test_a_folder_that_is_gone_is_named(tmp_path):
    with pytest.raises(FolderGone) as refused:
        save_document(tmp_path / "borta" / "a.pdf", b"x")
    assert "borta" in str(refused.value)


def test_when_the_place_is_taken_by_a_folder_the_draft_is_cleared_away(tmp_path):
    target = tmp_path / "a.pdf"
    target.mkdir()
    with pytest.raises(DocumentNotSaved):
        save_document(target, b"x")
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_said_to_be_read_only(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(FolderReadOnly):
        save_document(tmp_path / "a.pdf", b"x")
    tmp_path.chmod(0o700)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anything")
def test_a_document_marked_read_only_is_not_written_over(tmp_path):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    target.chmod(0o400)
    with pytest.raises(FolderReadOnly):
        save_document(target, b"new")
    assert target.read_bytes() == b"old"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_said_to_be_full(tmp_path):
    import resource
    import signal

    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, old[1]))
        with pytest.raises(NoRoomForDocument):
            save_document(target, b"x" * 5_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
        signal.signal(signal.SIGXFSZ, handler)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def windows_error(number: int, kind=PermissionError) -> OSError:
    error = kind(errno.EACCES, "Access is denied")
    error.winerror = number
    return error


@pytest.mark.parametrize("number", [32, 33, 5])
def test_a_file_held_by_acrobat_is_said_to_be_open(tmp_path, number):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    assert isinstance(_explain(target, windows_error(number)), DocumentOpenElsewhere)


def test_access_denied_in_a_folder_without_the_file_is_about_rights(tmp_path):
    assert isinstance(_explain(tmp_path / "a.pdf", windows_error(5)), FolderReadOnly)


def test_windows_own_words_for_a_full_disk_are_known(tmp_path):
    assert isinstance(_explain(tmp_path / "a.pdf", windows_error(112, OSError)), NoRoomForDocument)


def test_every_refusal_says_what_is_safe_or_what_to_do(tmp_path):
    target = tmp_path / "a.pdf"
    for refusal in (DocumentOpenElsewhere, FolderGone, FolderReadOnly, NoRoomForDocument):
        sentence = str(refusal(target))
        assert "”a.pdf”" in sentence
        assert sentence.endswith(".")
        assert "!" not in sentence


def test_saving_from_two_threads_at_once_leaves_one_whole_file(tmp_path):
    target = tmp_path / "a.pdf"
    contents = [bytes([65 + number]) * 50_000 for number in range(8)]
    threads = [threading.Thread(target=save_document, args=(target, data)) for data in contents]
    started = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert target.read_bytes() in contents
    assert list(tmp_path.iterdir()) == [target]
    assert time.monotonic() - started < 10
