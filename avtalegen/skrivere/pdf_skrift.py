"""Which characters the typefaces of the PDF can show: PDF/A allows no character without a glyph."""

from __future__ import annotations

import struct
from functools import lru_cache

from avtalegen.resources import MALER

FOLDER = MALER / "stil" / "skrift"


@lru_cache(maxsize=1)
def shown() -> frozenset[int]:
    """Return the code points that every typeface in `FOLDER` has a glyph for."""
    covered = [coverage(path.read_bytes()) for path in sorted(FOLDER.glob("*.ttf"))]
    return frozenset.intersection(*covered)


def coverage(font: bytes) -> frozenset[int]:
    """Return the code points in a TrueType file's Unicode table (OpenType 1.9, «cmap», formats 4 and 12)."""
    (tables,) = struct.unpack_from(">H", font, 4)
    for n in range(tables):
        tag, _, start, _ = struct.unpack_from(">4sIII", font, 12 + 16 * n)
        if tag == b"cmap":
            return _cmap(font, start)
    raise AssertionError("a typeface without cmap")


def _cmap(font: bytes, start: int) -> frozenset[int]:
    points: set[int] = set()
    (count,) = struct.unpack_from(">H", font, start + 2)
    for n in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * n)
        at = start + offset
        (format,) = struct.unpack_from(">H", font, at)
        if platform != 0 and (platform, encoding) not in {(3, 1), (3, 10)}:
            continue
        if format == 4:
            points |= _segments(font, at)
        elif format == 12:
            (groups,) = struct.unpack_from(">I", font, at + 12)
            for first, last, _ in struct.iter_unpack(">III", font[at + 16 : at + 16 + 12 * groups]):
                points.update(range(first, last + 1))
    return frozenset(points)


def _segments(font: bytes, at: int) -> set[int]:
    (twice,) = struct.unpack_from(">H", font, at + 6)
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + twice)
    deltas = struct.unpack_from(f">{count}H", font, at + 16 + 2 * twice)
    first_range = at + 16 + 3 * twice
    ranges = struct.unpack_from(f">{count}H", font, first_range)
    points = set()
    for n, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for point in range(first, last + 1):
            glyph = point + deltas[n]
            if ranges[n]:
                (glyph,) = struct.unpack_from(">H", font, first_range + 2 * n + ranges[n] + 2 * (point - first))
            if glyph & 0xFFFF:
                points.add(point)
    return points - {0xFFFF}
