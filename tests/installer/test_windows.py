"""What the Windows folder is made of: the pins, the files that go along, the names that are passed on."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from workshop import windows_pins, windows_python, windows_selection, windows_wheels, windows_wine
from workshop.commands import understand
from workshop.refusal import Refused
from workshop.windows import mismatch, needed_packages, write_manifest
from workshop.windows_launcher import version_header
from workshop.windows_pins import Pin

ROOT = Path(__file__).parents[2]
# The shape of two releases of binutils.
OBJDUMP = """\
	DLL Name: icuuc.dll
	vma:  Hint/Ord Member-Name Bound-To
	9b0000	  263  ucnv_open
	9b000c	  225  ucnv_close

 009ade3c	009ae5e8 00000000 00000000 009b052a 003e8658

	DLL Name: KERNEL32.dll
	vma:  Hint/Ord Member-Name Bound-To
	9b0184	  651  Sleep

Export Address Table -- Ordinal Base 1
	[   0] +base[   1] 37f9e0 Export RVA

[Ordinal/Name Pointer] Table
	[   0] PyAIter_Check
	[   2] _Py_NoneStruct
	[   1] PyArg_Parse
{newer}
The Function Table (interpreted .pdata section contents)
	[   3] PyNever_Exported
"""
NEWER = "\t[   7] +base[   8]  0003 PyZip_New\n"


def test_the_windows_pins_are_the_versions_that_everybody_tests() -> None:
    everywhere = {
        pin.name: pin.version
        for pin in windows_pins.read((ROOT / "installer" / "requirements.txt").read_text(encoding="utf-8"))
    }
    ours = windows_pins.read(windows_pins.FILE.read_text(encoding="utf-8"))
    assert {pin.name: pin.version for pin in ours if pin.name != windows_pins.RUNTIME} == everywhere
    assert windows_pins.RUNTIME in {pin.name for pin in ours}
    assert all(len(pin.hashes) == 1 for pin in ours)


def test_pins_are_read_as_they_were_written() -> None:
    pins = (
        Pin(name="tzdata", version="2026.6", hashes=("b" * 64,)),
        Pin(name="et-xmlfile", version="2.0.0", hashes=("a" * 64,)),
    )
    assert windows_pins.read(windows_pins.written(pins)) == tuple(reversed(pins))


def test_markers_and_notes_beside_a_pin_are_passed_over() -> None:
    text = f"six==1.17.0 ; sys_platform == 'win32' \\\n    --hash=sha256:{'c' * 64}\n    # via dateutil\n"
    assert windows_pins.read(text) == (Pin(name="six", version="1.17.0", hashes=("c" * 64,)),)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("pyside6_essentials-6.12.0-cp310-abi3-win_amd64.whl", "pyside6-essentials"),
        ("python_dateutil-2.9.0.post0-py2.py3-none-any.whl", "python-dateutil"),
        ("SQLAlchemy-2.1.9-cp313-cp313-win_amd64.whl", "sqlalchemy"),
    ],
)
def test_a_wheel_is_known_by_the_name_in_the_pins(file: str, name: str) -> None:
    assert windows_pins.wheel_name(file) == name


def test_a_package_whose_file_was_changed_counts_as_missing(tmp_path: Path) -> None:
    wheel = tmp_path / "six-1.17.0-py3-none-any.whl"
    wheel.write_bytes(b"six")
    pin = Pin(name="six", version="1.17.0", hashes=(windows_pins.sha256(wheel),))
    assert windows_wheels.missing((pin,), tmp_path) == []
    wheel.write_bytes(b"sex")
    assert windows_wheels.missing((pin,), tmp_path) == ["six"]


@pytest.mark.parametrize("newer", ["", NEWER])
def test_every_name_of_python_is_passed_on_and_no_other(newer: str) -> None:
    names = windows_python.exported_names(OBJDUMP.format(newer=newer))
    expected = ["PyAIter_Check", "PyArg_Parse", *(["PyZip_New"] if newer else []), "_Py_NoneStruct"]
    assert list(names) == expected
    lines = windows_python.module_definition((*names, "DllMain")).splitlines()
    assert lines[:2] == ["LIBRARY python3.dll", "EXPORTS"]
    assert lines[2:] == [f"  {name}=python313.{name}" for name in expected]


def test_a_library_without_names_is_refused() -> None:
    with pytest.raises(Refused, match=r"python3\.dll kan inte byggas"):
        windows_python.module_definition(windows_python.exported_names("no table here"))


def test_a_stand_in_answers_to_what_qt_asks_of_that_library_alone() -> None:
    names = windows_wine.imported_names(OBJDUMP, "icuuc.dll")
    assert names == ("ucnv_open", "ucnv_close")
    assert windows_wine.stand_in(names).count("return 0") == 2
    assert windows_wine.imported_names(OBJDUMP, "mscms.dll") == ()


def test_the_version_is_read_out_of_the_library() -> None:
    assert windows_python.library_version(b"\x00abc\x003.13.11\x00") == "3.13.11"
    with pytest.raises(Refused):
        windows_python.library_version(b"3.12.10")


def test_a_python_of_another_micro_version_is_warned_about() -> None:
    assert mismatch("3.13.11", "3.13.11") is None
    assert "3.13.11" in (mismatch("3.13.11", "3.13.0") or "")


def test_a_lib_folder_without_a_python_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="--stdlib"):
        windows_python.find_standard_library(tmp_path / "lib" / "python3.13")


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("PySide6/QtWidgets.pyd", "site-packages/PySide6/QtWidgets.pyd"),
        ("PySide6/plugins/platforms/qwindows.dll", "site-packages/PySide6/plugins/platforms/qwindows.dll"),
        ("PySide6/translations/qtbase_sv.qm", "site-packages/PySide6/translations/qtbase_sv.qm"),
        ("PySide6/translations/qtbase_de.qm", None),
        ("PySide6/opengl32sw.dll", None),
        ("PySide6/Qt6Network.dll", None),
        ("PySide6/plugins/tls/qopensslbackend.dll", None),
        ("PySide6/designer.exe", None),
        ("PIL/_imaging.cp313-win_amd64.pyd", "site-packages/PIL/_imaging.cp313-win_amd64.pyd"),
        ("PIL/_avif.cp313-win_amd64.pyd", None),
        ("sqlalchemy/dialects/sqlite/base.py", "site-packages/sqlalchemy/dialects/sqlite/base.py"),
        ("sqlalchemy/dialects/oracle/base.py", None),
        ("pillow-13.0.0.dist-info/licenses/LICENSE", "licenses/pillow-13.0.0/LICENSE"),
        ("six-1.17.0.dist-info/LICENSE", "licenses/six-1.17.0/LICENSE"),
        ("six-1.17.0.dist-info/RECORD", None),
        ("greenlet-3.0.data/headers/greenlet.h", None),
        ("x-1.data/purelib/x/a.py", "site-packages/x/a.py"),
    ],
)
def test_what_the_program_needs_goes_along(name: str, place: str | None) -> None:
    assert windows_selection.place_in_folder(name) == place


def test_what_may_hang_or_reach_a_network_stays_behind() -> None:
    assert windows_selection.runtime_wanted("_sqlite3.pyd")
    for name in ("_wmi.pyd", "_ssl.pyd", "libssl-3.dll", "_tkinter.pyd", "_ctypes.cp313t-win_amd64.pyd"):
        assert not windows_selection.runtime_wanted(name)


def test_the_standard_library_goes_along_without_its_tests() -> None:
    assert windows_selection.stdlib_wanted("encodings/utf_8.py")
    assert windows_selection.stdlib_wanted("ctypes/wintypes.py")
    for name in ("test/test_os.py", "tkinter/__init__.py", "turtle.py", "site-packages/pip/x.py", "os.pyc"):
        assert not windows_selection.stdlib_wanted(name)


def test_every_part_of_qt_that_the_window_imports_goes_along() -> None:
    source = ROOT / "src" / "trygghetsrad"
    used = {
        name
        for file in source.rglob("*.py")
        for name in re.findall(
            r"^\s*from PySide6\.(\w+) import", file.read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    assert used <= set(windows_selection.QT_MODULES)


def test_a_wheel_is_unpacked_without_what_stays_behind(tmp_path: Path) -> None:
    wheel = tmp_path / "six.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("six.py", "x = 1\n")
        archive.writestr("six-1.dist-info/LICENSE", "MIT")
        archive.writestr("six-1.dist-info/RECORD", "")
    windows_wheels.unpack(wheel, tmp_path / "out")
    written = sorted(path.relative_to(tmp_path / "out").as_posix() for path in tmp_path.glob("out/**/*.*"))
    assert [name for name in written if (tmp_path / "out" / name).is_file()] == ["site-packages/six.py"]
    assert (tmp_path / "out" / "licenses" / "six-1" / "LICENSE").read_text(encoding="utf-8") == "MIT"


def test_a_folder_without_every_licence_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="lämnas vidare"):
        windows_wheels.write_licenses(tmp_path / "licenses", tmp_path, tmp_path / "LICENSES.txt")


def test_the_manifest_tells_of_every_file(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "å.txt").write_bytes(b"abc")
    write_manifest(tmp_path, {"trygghetsrad": "0.1.0"})
    told = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert told["versions"] == {"trygghetsrad": "0.1.0"}
    assert list(told["files"]) == ["a/å.txt"]
    assert told["files"]["a/å.txt"]["sha256"].startswith("ba7816bf")


def test_the_same_modules_give_the_same_zip_that_python_reads(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "answer.py").write_text("ANSWER = 42\n", encoding="utf-8")
    script = windows_python.SOURCES / "pack_stdlib.py"
    packed = []
    for name in ("one.zip", "two.zip"):
        command = [sys.executable, str(script), str(tmp_path / "lib"), str(tmp_path / name)]
        subprocess.run(command, input="answer.py", encoding="utf-8", check=True)
        packed.append((tmp_path / name).read_bytes())
    assert packed[0] == packed[1]
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'one.zip')!r}); import answer; print(answer.ANSWER)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout == "42\n"


def test_windows_is_told_the_version_in_four_numbers() -> None:
    assert "VERSION_NUMBERS 0,1,0,0" in version_header("0.1.0")
    assert 'VERSION_TEXT "1.2rc3"' in version_header("1.2rc3")


def test_wine_is_only_asked_for_when_the_folder_is_to_be_tried() -> None:
    assert "wine64" not in needed_packages(wine=False)
    assert "wine64" in needed_packages(wine=True)
    wish = understand(["windows", "--wine", "--stdlib", "/opt/lib/python3.13"])
    assert (wish.command, wish.wine, wish.stdlib) == ("windows", True, Path("/opt/lib/python3.13"))


def test_an_empty_desktop_is_not_taken_for_a_window() -> None:
    assert not windows_wine.is_painted(bytes(4 * 1000))
    assert windows_wine.is_painted(b"".join(number.to_bytes(4, "little") for number in range(100)))
