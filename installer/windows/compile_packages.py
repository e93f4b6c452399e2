"""Compiles a folder of packages for the Windows Python, with names that say nothing of this machine."""

from __future__ import annotations

import compileall
import py_compile
import sys


def main() -> int:
    never_compared = py_compile.PycInvalidationMode.UNCHECKED_HASH
    done = compileall.compile_dir(
        sys.argv[1],
        quiet=1,
        stripdir=sys.argv[1],
        prependdir="site-packages",
        invalidation_mode=never_compared,
    )
    return 0 if done else 1


if __name__ == "__main__":
    sys.exit(main())
