"""Which files of the wheels the Windows folder needs: what the program uses, and nothing of the rest."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import PurePosixPath

# The parts of Qt that the window imports; a test holds this to the source.
QT_MODULES = ("QtCore", "QtGui", "QtPrintSupport", "QtSvg", "QtWidgets")
_PLUGINS = (
    "platforms/qwindows.dll",
    "platforms/qoffscreen.dll",  # what a test without a screen needs
    "styles/qmodernwindowsstyle.dll",
    "iconengines/qsvgicon.dll",
    "imageformats/qico.dll",
    "imageformats/qjpeg.dll",
    "imageformats/qsvg.dll",
)
_QT_FILES = (
    *("__init__.py", "_config.py", "_git_pyside_version.py", "pyside6.abi3.dll"),
    *(f"{module}.pyd" for module in QT_MODULES),
    *(f"Qt6{module[2:]}.dll" for module in QT_MODULES),
    *(f"plugins/{plugin}" for plugin in _PLUGINS),
    "translations/qtbase_sv.qm",
)
_SHIBOKEN_FILES = (
    "__init__.py",
    "_config.py",
    "_git_shiboken_module_version.py",
    "Shiboken.pyd",
    "shiboken6.abi3.dll",
)
_ONLY = {"PySide6": frozenset(_QT_FILES), "shiboken6": frozenset(_SHIBOKEN_FILES)}

_NEVER = (
    *("*.pyi", "*.pyx", "*.pxd", "*.c", "*.h", "*.lib", "*.exe", "*/py.typed"),
    *("PIL/_avif*", "PIL/_webp*", "PIL/_imagingft*", "PIL/_imagingcms*", "PIL/_imagingtk*"),
    *("charset_normalizer/cli/*", "pypdfium2_cli/*"),
    *("sqlalchemy/testing/*", "sqlalchemy/dialects/mssql/*", "sqlalchemy/dialects/mysql/*"),
    *("sqlalchemy/dialects/oracle/*", "sqlalchemy/dialects/postgresql/*"),
    *("lxml/html/*", "lxml/includes/*", "lxml/isoschematron/*", "lxml/objectify*", "*.pxi"),
)

# The Windows Python out of the wheel: every part that the program can use and that no network needs.
_RUNTIME = (
    *("_asyncio.pyd", "_bz2.pyd", "_ctypes.pyd", "_decimal.pyd", "_elementtree.pyd", "_lzma.pyd"),
    *("_overlapped.pyd", "_queue.pyd", "_socket.pyd", "_sqlite3.pyd", "_uuid.pyd", "_zoneinfo.pyd"),
    *("libffi-8.dll", "pyexpat.pyd", "python313.dll", "select.pyd", "sqlite3.dll", "unicodedata.pyd"),
    "zlib1.dll",
)
# Newer than those beside the Windows Python, and what Qt was built with.
VISUAL_C = ("msvcp140.dll", "msvcp140_1.dll", "msvcp140_2.dll", "vcruntime140.dll", "vcruntime140_1.dll")
# Not a word of the program's, though a whole Python brings them.
_STDLIB_LEFT_OUT = frozenset({
    *("__pycache__", "ensurepip", "idlelib", "lib-dynload", "lib2to3", "pydoc_data", "site-packages"),
    *("test", "tkinter", "turtledemo", "unittest", "venv"),
})  # fmt: skip


def place_in_folder(name: str) -> str | None:
    """Return where a file of a wheel goes in the folder, None when it stays behind."""
    parts = PurePosixPath(name).parts
    if parts[0].endswith(".data"):
        # Scripts and headers are for developers.
        return _place("/".join(parts[2:])) if parts[1] in {"purelib", "platlib"} else None
    if parts[0].endswith(".dist-info"):
        return _place_of_metadata(parts)
    return _place(name)


def runtime_wanted(name: str) -> bool:
    """Tell whether a file beside the Windows Python goes along; `_wmi` never does.

    It asks Windows about itself when SQLAlchemy is imported and may hang there (CPython issue 130727).
    """
    return name in _RUNTIME


def stdlib_wanted(name: str) -> bool:
    """Tell whether a module of the standard library goes along, by its path in Lib."""
    parts = PurePosixPath(name).parts
    return name.endswith(".py") and not _STDLIB_LEFT_OUT.intersection(parts[:-1]) and parts[0] != "turtle.py"


def _place(name: str) -> str | None:
    package, _, rest = name.partition("/")
    if package in _ONLY:
        wanted = rest in _ONLY[package]
    else:
        wanted = not any(fnmatchcase(name, pattern) for pattern in _NEVER)
    return f"site-packages/{name}" if wanted else None


def _place_of_metadata(parts: tuple[str, ...]) -> str | None:
    package = parts[0].removesuffix(".dist-info")
    if parts[1] == "METADATA":
        return f"site-packages/{parts[0]}/METADATA"
    if parts[1] == "licenses":
        return f"licenses/{package}/{'/'.join(parts[2:])}"
    if parts[1].upper().startswith(("LICENSE", "LICENCE", "COPYING", "AUTHORS")):
        return f"licenses/{package}/{parts[1]}"
    return None
