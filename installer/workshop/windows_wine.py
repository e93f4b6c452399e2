"""The Windows folder tried on Linux: its self-test and its window, run by Wine on a screen of their own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workshop.environment import variables
from workshop.refusal import Refused
from workshop.windows_python import COMPILER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PACKAGES = ("wine", "wine64", "xvfb")
# Debian keeps the 64-bit loader out of the way; the command `wine` asks for 32 bits first.
WINE = (shutil.which("wine64") or "/usr/lib/wine/wine64",)
PLACE = "Trygghetsråd på prov"
SELF_TEST_SECONDS = 300
WINDOW_SECONDS = 90
SCREEN = "1280x800x24"
# Few libraries draw text with fewer shades; an empty desktop has one.
PAINTED = 64
# What Wine 8 lacks and Windows 10 has; each stands in for all that Qt asks of it by answering nothing.
STAND_INS = {"icuuc.dll": "Qt6Core.dll", "mscms.dll": "plugins/platforms/qwindows.dll"}


def try_out(folder: Path, work: Path) -> int:
    """Run the self-test, then open the window on the example; return the self-test's exit code."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    with _screen(work) as display:
        surroundings = _surroundings(work, display)
        try:
            _prepare(folder, work, surroundings)
            code = _self_test(work, surroundings)
            if code == 0:
                _open_window(work, surroundings)
        finally:
            # Only this prefix's own server and what runs under it.
            subprocess.run(["wineserver", "--kill"], env=surroundings, check=False)
    return code


def imported_names(listing: str, library: str) -> tuple[str, ...]:
    """Return what a program asks of one library, out of what `objdump -p` says of it."""
    _before, found, table = listing.partition(f"DLL Name: {library}\n")
    names = []
    for line in table.splitlines()[1:] if found else ():
        entry = re.match(r"\s+[0-9a-f]+\s+\d+\s+(\S+)", line)
        if entry is None:
            break
        names.append(entry[1])
    return tuple(names)


def stand_in(names: tuple[str, ...]) -> str:
    """Return C source of a library that has the names and answers nothing to each."""
    return "".join(f"__declspec(dllexport) void *{name}(void) {{ return 0; }}\n" for name in names)


def is_painted(picture: bytes) -> bool:
    """Tell whether a screen of 32-bit pixels shows more than an empty desktop."""
    return len(set(memoryview(picture).cast("I"))) >= PAINTED


def _surroundings(work: Path, display: str) -> dict[str, str]:
    return {
        **variables(),
        "DISPLAY": display,
        "WINEPREFIX": str(work / "prefix"),
        "WINEARCH": "win64",
        "WINEDEBUG": "-all",
        # No offer to fetch a browser or .NET from the net, and the two stand-ins before Wine's own.
        "WINEDLLOVERRIDES": "mscms,icuuc=n;mscoree,mshtml=",
    }


def _prepare(folder: Path, work: Path, surroundings: dict[str, str]) -> None:
    # Debian's Wine calls itself Windows 7, which neither Python nor Qt supports any more.
    for words in (("wineboot", "--init"), ("winecfg", "-v", "win10")):
        if subprocess.run([*WINE, *words], env=surroundings, check=False).returncode != 0:
            raise Refused("Wine kunde inte startas och säger varför här ovanför.")
    system = work / "prefix" / "drive_c" / "windows" / "system32"
    for library, asking in STAND_INS.items():
        _build_stand_in(folder / "site-packages" / "PySide6" / asking, library, system)
    # Linked, not copied, to a place with the letters that Swedish folders have.
    shutil.copytree(folder, work / "prefix" / "drive_c" / PLACE, copy_function=os.link)


def _build_stand_in(asking: Path, library: str, system: Path) -> None:
    told = subprocess.run(
        ["x86_64-w64-mingw32-objdump", "-p", str(asking)],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    source = stand_in(imported_names(told.stdout, library))
    command = [COMPILER, "-shared", "-s", "-o", str(system / library), "-x", "c", "-"]
    if not source or subprocess.run(command, input=source, encoding="utf-8", check=False).returncode != 0:
        raise Refused(
            f"En ersättare för {library} kunde inte byggas, och utan den startar inte Qt under Wine."
        )


def _self_test(work: Path, surroundings: dict[str, str]) -> int:
    print("Självtestet under Wine:", flush=True)
    program = work / "prefix" / "drive_c" / PLACE / "trygghetsrad-cli.exe"
    try:
        ran = subprocess.run(
            [*WINE, str(program), "--self-test"],
            env=surroundings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=SELF_TEST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise Refused(f"Självtestet under Wine svarade inte på {SELF_TEST_SECONDS} s.") from late
    print(ran.stdout.decode("utf-8", "replace").replace("\r\n", "\n"), end="", flush=True)
    print(f"Slutkod {ran.returncode}.", flush=True)
    return ran.returncode


def _open_window(work: Path, surroundings: dict[str, str]) -> None:
    """Start the program for the desktop, with no handles of its own, and wait for it to paint."""
    program = work / "prefix" / "drive_c" / PLACE / "trygghetsrad.exe"
    started = time.monotonic()
    process = subprocess.Popen(
        [*WINE, str(program)],
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not is_painted(_shown(work)):
            if process.poll() is not None or time.monotonic() - started > WINDOW_SECONDS:
                raise Refused("Fönstret visade sig inte under Wine.")
            time.sleep(0.05)
        seconds = f"{time.monotonic() - started:.1f}".replace(".", ",")
        print(f"Fönstret ritades {seconds} s efter start, Wines egen start inräknad.", flush=True)
    finally:
        process.terminate()


def _shown(work: Path) -> bytes:
    """Return the pixels of the screen, which the X server keeps in a file after a head of its own."""
    data = (work / "Xvfb_screen0").read_bytes()
    width, height = (int(number) for number in SCREEN.split("x")[:2])
    return data[-width * height * 4 :]


@contextmanager
def _screen(work: Path) -> Iterator[str]:
    """Run an X server nobody sees; its picture lies in the folder."""
    try:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", SCREEN, "-fbdir", str(work), "-nolisten", "tcp"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
    except OSError as error:
        raise Refused("Xvfb finns inte, och utan skärm startar inget fönster under Wine.") from error
    try:
        number = server.stdout.readline().strip() if server.stdout else ""
        if not number:
            raise Refused("Xvfb kunde inte öppna någon skärm.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
