"""What a picture file is and how large: enough to place a coat of arms; and whether every format can show it."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Literal, NamedTuple

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import AvtalegenError

MOST_PIXELS = 25_000_000
"""A coat of arms for print has one or two million. A few hundred kilobytes can be ten thousand pixels square, and every
program that shows it needs four bytes for each of them."""
_AGAIN = likt("Lagre det på nytt som PNG.")


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
            Begge(
                f"Bildet kan ikke brukes: det er verken en hel PNG-fil eller en hel JPEG-fil. {_AGAIN}",
                f"Biletet kan ikkje brukast: det er verken ei heil PNG-fil eller ei heil JPEG-fil. {_AGAIN.nn}",
            )
        )
    return size


def require_usable(data: bytes) -> None:
    """Raise an `AvtalegenError` for a picture that not every format can show, or that takes too much to show.

    It is decoded once, as the PDF and whoever opens the document will: a file that is cut off, or whose colour profile
    or texts unpack to far more than they are, is found before anything is made.
    """
    size = measure(data)
    if size.width * size.height > MOST_PIXELS:
        raise AvtalegenError(
            Begge(
                f"Bildet er for stort: {size.width} × {size.height} punkter. Det kan ha høyst "
                f"{MOST_PIXELS // 1_000_000} "
                "millioner punkter i alt. Gjør det mindre; et våpen er skarpt på trykk med 1000 punkter i bredden.",
                f"Biletet er for stort: {size.width} × {size.height} punkt. Det kan ha høgst "
                f"{MOST_PIXELS // 1_000_000} millionar punkt i alt. Gjer det mindre; eit våpen er skarpt på trykk med "
                "1000 punkt i breidda.",
            )
        )
    if _mode(data) == "CMYK":
        raise AvtalegenError(
            Begge(
                f"Bildet har farger for trykkeri (CMYK), og kan ikke vises i PDF og nettside. {_AGAIN}",
                f"Biletet har fargar for trykkeri (CMYK), og kan ikkje visast i PDF og nettside. {_AGAIN.nn}",
            )
        )


def _mode(data: bytes) -> str:
    """Return how Pillow tells the colours of a picture, when all of it can be decoded."""
    from PIL import Image  # only an agreement with a coat of arms needs it

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
            image.load()
            if image.format == "PNG" and not image.info.get("interlace"):
                _require_all_rows(data, image.size)
            return image.mode
    except Exception as error:  # what it raises for a file that is broken depends on where it is
        raise AvtalegenError(
            Begge(
                f"Bildet kan ikke brukes: filen er skadet, eller har mer i seg enn et bilde. {_AGAIN}",
                f"Biletet kan ikkje brukast: fila er skadd, eller har meir i seg enn eit bilete. {_AGAIN.nn}",
            )
        ) from error


def _require_all_rows(data: bytes, size: tuple[int, int]) -> None:
    """Raise for a PNG whose rows end before the picture does: Pillow makes the rest black, and others refuse it."""
    bits, colours = data[24], data[25]
    row = 1 + (size[0] * bits * {2: 3, 4: 2, 6: 4}.get(colours, 1) + 7) // 8
    missing, at, unpacked = row * size[1], 8, zlib.decompressobj()
    while missing > 0:
        length, name = struct.unpack(">I4s", data[at : at + 8])
        if name == b"IDAT":
            packed = data[at + 8 : at + 8 + length]
            while packed and missing > 0:
                missing -= len(unpacked.decompress(packed, 1_000_000))
                packed = unpacked.unconsumed_tail
        at += 12 + length


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
