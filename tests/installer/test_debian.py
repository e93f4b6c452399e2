"""Which Debian and Ubuntu packages a bare machine still lacks, and how its release spells them."""

from __future__ import annotations

from workshop.debian import missing_packages, read_fetchable, read_installed, spelled

POLICY = """\
libgl1:
  Installed: (none)
  Candidate: 1.7.0-1
  Version table:
     1.7.0-1 500
libglib2.0-0:
  Installed: (none)
  Candidate: (none)
  Version table:
libglib2.0-0t64:
  Installed: (none)
  Candidate: 2.84.4-3
"""


def test_a_removed_package_with_settings_left_counts_as_missing() -> None:
    installed = read_installed("libgl1 config-files\nlibegl1 installed\nlibx11-6 not-installed\n")
    assert missing_packages(["libegl1", "libgl1", "libx11-6"], installed) == ["libgl1", "libx11-6"]


def test_the_new_spelling_satisfies_the_old_one() -> None:
    assert missing_packages(["libglib2.0-0"], read_installed("libglib2.0-0t64 installed\n")) == []


def test_a_release_that_renamed_a_library_is_asked_for_the_new_name() -> None:
    assert spelled(["libgl1", "libglib2.0-0"], read_fetchable(POLICY)) == ["libgl1", "libglib2.0-0t64"]


def test_without_a_package_list_the_old_names_stand() -> None:
    assert spelled(["libglib2.0-0"], read_fetchable("")) == ["libglib2.0-0"]
