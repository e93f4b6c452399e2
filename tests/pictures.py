"""Pictures for tests, made of noise with nothing but the standard library."""

from __future__ import annotations

import random
import struct
import zlib


def noise_png(side: int = 16, seed: int = 1) -> bytes:
    """Return a square PNG that does not shrink; three bytes to the pixel."""
    chance = random.Random(seed)  # noqa: S311 - noise, no secret
    rows = b"".join(b"\0" + chance.randbytes(3 * side) for _ in range(side))
    size = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    parts = (b"IHDR", size), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def huge_png(side: int) -> bytes:
    """Return some bytes that say they are a picture of this many pixels square."""
    size = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", size)
        + _chunk(b"IDAT", zlib.compress(b""))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
