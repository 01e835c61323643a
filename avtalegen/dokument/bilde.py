"""What a picture file is and how large: enough to place a coat of arms, without decoding it."""

from __future__ import annotations

import struct
from typing import Literal, NamedTuple

from avtalegen.funn.diagnostic import AvtalegenError


class Size(NamedTuple):
    """What kind of picture a file holds and how many pixels it has."""

    kind: Literal["png", "jpeg"]
    width: int
    height: int


def measure(data: bytes) -> Size:
    """Read the size of a PNG or JPEG file from its head. Anything else is an `AvtalegenError`."""
    size = _png(data) or _jpeg(data)
    if size is None or size.width < 1 or size.height < 1:
        raise AvtalegenError(
            "Bildet kan ikke brukes: det er verken en hel PNG-fil eller en hel JPEG-fil. Lagre det på nytt som PNG."
        )
    return size


def _png(data: bytes) -> Size | None:
    if len(data) < 24 or data[:8] != b"\x89PNG\r\n\x1a\n" or data[12:16] != b"IHDR":
        return None
    return Size("png", *struct.unpack(">II", data[16:24]))


def _jpeg(data: bytes) -> Size | None:
    """Walk the segments to the frame header (ITU T.81, B.2.2), whatever comes before it."""
    if data[:2] != b"\xff\xd8":
        return None
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return Size("jpeg", width, height)
        at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    return None
