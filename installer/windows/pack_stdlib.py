"""Packs the standard library: reads wanted names on stdin and writes LIB's modules, compiled, to a zip."""

from __future__ import annotations

import importlib._bootstrap_external as loading
import importlib.util
import sys
import zipfile
from pathlib import Path

# Every build of the same files is the same to the byte.
LONG_AGO = (2000, 1, 1, 0, 0, 0)


def compiled(source: bytes, name: str) -> bytes:
    """Return a module as Python caches it, never to be compared with its source."""
    code = compile(source, name, "exec", dont_inherit=True)
    fingerprint = importlib.util.source_hash(source)
    return bytes(loading._code_to_hash_pyc(code, fingerprint, False))  # type: ignore[attr-defined]  # noqa: SLF001


def main() -> None:
    lib, target = Path(sys.argv[1]), Path(sys.argv[2])
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sys.stdin.read().split("\n"):
            info = zipfile.ZipInfo(name + "c", LONG_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, compiled((lib / name).read_bytes(), name))


if __name__ == "__main__":
    main()
